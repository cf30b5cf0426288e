/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "base/instant.h"

G_BEGIN_DECLS

/* What a library row shows of a document, without its text. Immutable. */
#define AFT_TYPE_ENTRY (aft_entry_get_type ())
G_DECLARE_FINAL_TYPE (AftEntry, aft_entry, AFT, ENTRY, GObject)

const char *aft_entry_get_id (AftEntry *self);
const char *aft_entry_get_title (AftEntry *self);
guint       aft_entry_get_kind (AftEntry *self);     /* AftDocKind */
guint       aft_entry_get_status (AftEntry *self);   /* AftStatus */
guint       aft_entry_get_severity (AftEntry *self); /* 0 = sev1; AFT_CHOICE_NONE */
AftInstant  aft_entry_get_start (AftEntry *self); /* impact start, else first event; may be NONE */
gboolean    aft_entry_get_ongoing (
       AftEntry *self); /* an incident with no mitigated or resolved event, not closed */
gint64             aft_entry_get_duration (AftEntry *self);     /* seconds; -1 unknown */
double             aft_entry_get_completeness (AftEntry *self); /* 0 to 1 */
const char        *aft_entry_get_time_zone (AftEntry *self);
const char *const *aft_entry_get_services (AftEntry *self);
const char *const *aft_entry_get_tags (AftEntry *self);
guint              aft_entry_get_open_actions (AftEntry *self);
/* Earliest due date among open actions, "" if none: the reader compares with today. */
const char *aft_entry_get_next_due (AftEntry *self);
/* Open actions that were due before the day. today: YYYY-MM-DD. */
guint      aft_entry_count_overdue (AftEntry *self, const char *today);
AftInstant aft_entry_get_modified (AftEntry *self);
gboolean   aft_entry_get_trashed (AftEntry *self);
/* For search results: the text around the match, one plain line; "" for a listing. */
const char *aft_entry_get_snippet (AftEntry *self);

G_END_DECLS
