/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/postmortem.h"

G_BEGIN_DECLS

/* 2026-05-04T12:00:00Z: the "now" of tests. */
#define FIXTURE_NOW ((AftInstant) 1777896000 * AFT_SECOND)

/* A clock for aft_postmortem_set_clock() that stands at FIXTURE_NOW. */
AftInstant fixture_clock (gpointer unused);
/* An empty draft with that clock. */
AftPostmortem *fixture_postmortem (void);
/* Every field of the description filled, every list with two records. The same for the same seed.
 */
AftRecord *fixture_full_document (guint32 seed);
/* A document as users could write it: any subset of fields, texts in several scripts, Markdown of
 * every kind; the same for the same seed. */
AftRecord *fixture_random_document (guint32 seed);
/* A document as nobody should write it: texts put together from what means something in Markdown,
 * HTML, YAML and tables, with stray white space and controls; the same for the same seed. */
AftRecord *fixture_nasty_document (guint32 seed);
AftRecord *fixture_event (const char *rfc3339, const char *text, guint milestone);

/* With the files in it. */
void fixture_remove_folder (const char *path);

G_END_DECLS
