/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What prose may point to: addresses by their number in the list at the end, events and actions by
 * the numbers they have in their tables. */
typedef struct _AftReferences AftReferences;

AftReferences *aft_references_new (guint n_events, guint n_actions);
void           aft_references_free (AftReferences *self);
/* From 1, in the order in which they are first asked for; one address has one number. */
guint       aft_references_number (AftReferences *self, const char *address);
guint       aft_references_get_length (const AftReferences *self);
const char *aft_references_get_address (const AftReferences *self, guint i);
/* Whether there is such an event ('E') or action ('A'); numbers begin at 1. */
gboolean aft_references_has (const AftReferences *self, char letter, guint number);

/* "E12" or "A3" as a word of its own at or after from: its byte range and what it names. Any
 * number will do; FALSE where there is no such word. */
gboolean aft_references_find (const char *text,
                              gsize       from,
                              gsize      *start,
                              gsize      *end,
                              char       *letter,
                              guint      *number);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AftReferences, aft_references_free)

G_END_DECLS
