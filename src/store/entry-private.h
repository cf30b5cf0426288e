/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/record.h"
#include "store/entry.h"

G_BEGIN_DECLS

/* One row of the library; strings owned. */
typedef struct
{
  char      *id, *title, *time_zone, *snippet;
  char      *services, *tags; /* one a line */
  char      *dues;            /* of the open actions that have one: one a line, earliest first */
  guint      kind, status, severity, open_actions;
  AftInstant start, modified;
  gint64     duration;
  double     completeness;
  gboolean   is_ongoing, is_trashed;
} AftEntryRow;

/* Takes what the row holds. */
AftEntry *aft_entry_new (AftEntryRow *row);
void      aft_entry_row_clear (AftEntryRow *row);
/* What a library row shows of that document. */
void aft_entry_row_init (AftEntryRow *row, AftRecord *root);
/* Everything that search looks at but the title: all prose and lines, as plain text. */
char *aft_entry_index_text (AftRecord *root);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AftEntryRow, aft_entry_row_clear)

G_END_DECLS
