/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How high the rows of a long list are, one below the other, and so where each is: known where a
 * row was measured, else guessed as the mean of those that were. Pixels. Pure. */
typedef struct _AftRowHeights AftRowHeights;

AftRowHeights *aft_row_heights_new (void);
void           aft_row_heights_free (AftRowHeights *self);
/* n_rows rows, none of them measured. */
void  aft_row_heights_reset (AftRowHeights *self, guint n_rows);
guint aft_row_heights_get_length (AftRowHeights *self);
void  aft_row_heights_set (AftRowHeights *self, guint row, int height);
/* TRUE where it was measured. */
gboolean aft_row_heights_get (AftRowHeights *self, guint row, int *height);
int      aft_row_heights_get_top (AftRowHeights *self, guint row);
int      aft_row_heights_get_total (AftRowHeights *self);
/* The row at that place; the first above all of them, the last below. 0 where there is none. */
guint aft_row_heights_find (AftRowHeights *self, int y);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AftRowHeights, aft_row_heights_free)

G_END_DECLS
