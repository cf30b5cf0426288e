/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/row-heights.h"

/* Before any row was measured. */
#define FIRST_GUESS_PX 48

struct _AftRowHeights
{
  GArray  *heights;  /* of int, negative where not measured */
  GArray  *tops;     /* of int, one more than there are rows */
  gboolean is_stale; /* tops are to be summed up again */
  int      guess;
};

AftRowHeights *
aft_row_heights_new (void)
{
  AftRowHeights *self = g_new0 (AftRowHeights, 1);

  self->heights = g_array_new (FALSE, FALSE, sizeof (int));
  self->tops = g_array_new (FALSE, TRUE, sizeof (int));
  self->guess = FIRST_GUESS_PX;
  aft_row_heights_reset (self, 0);
  return self;
}

void
aft_row_heights_free (AftRowHeights *self)
{
  g_array_unref (self->heights);
  g_array_unref (self->tops);
  g_free (self);
}

void
aft_row_heights_reset (AftRowHeights *self, guint n_rows)
{
  g_array_set_size (self->heights, n_rows);
  for (guint i = 0; i < n_rows; i++)
    g_array_index (self->heights, int, i) = -1;
  self->is_stale = TRUE;
}

guint
aft_row_heights_get_length (AftRowHeights *self)
{
  return self->heights->len;
}

void
aft_row_heights_set (AftRowHeights *self, guint row, int height)
{
  g_return_if_fail (row < self->heights->len);
  g_return_if_fail (height >= 0);

  if (g_array_index (self->heights, int, row) == height)
    return;
  g_array_index (self->heights, int, row) = height;
  self->is_stale = TRUE;
}

gboolean
aft_row_heights_get (AftRowHeights *self, guint row, int *height)
{
  g_return_val_if_fail (row < self->heights->len, FALSE);

  *height = g_array_index (self->heights, int, row);
  if (*height >= 0)
    return TRUE;
  *height = self->guess;
  return FALSE;
}

static void
update_guess (AftRowHeights *self)
{
  gint64 sum = 0;
  gint64 n = 0;

  for (guint i = 0; i < self->heights->len; i++)
    if (g_array_index (self->heights, int, i) >= 0)
      {
        sum += g_array_index (self->heights, int, i);
        n++;
      }
  if (n > 0)
    self->guess = (int) (sum / n);
}

static void
ensure_tops (AftRowHeights *self)
{
  int top = 0;

  if (!self->is_stale)
    return;
  self->is_stale = FALSE;
  update_guess (self);
  g_array_set_size (self->tops, self->heights->len + 1);
  for (guint i = 0; i < self->heights->len; i++)
    {
      int height;

      aft_row_heights_get (self, i, &height);
      g_array_index (self->tops, int, i) = top;
      top += height;
    }
  g_array_index (self->tops, int, self->heights->len) = top;
}

int
aft_row_heights_get_top (AftRowHeights *self, guint row)
{
  g_return_val_if_fail (row <= self->heights->len, 0);

  ensure_tops (self);
  return g_array_index (self->tops, int, row);
}

int
aft_row_heights_get_total (AftRowHeights *self)
{
  return aft_row_heights_get_top (self, self->heights->len);
}

guint
aft_row_heights_find (AftRowHeights *self, int y)
{
  guint low = 0;
  guint high = self->heights->len;

  ensure_tops (self);
  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->tops, int, middle) <= y)
        low = middle;
      else
        high = middle;
    }
  return low;
}
