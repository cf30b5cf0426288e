/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "typeset/table.h"

#include <math.h>
#include <string.h>

#define MAX_MINIMUM 120 /* points; a longer word is broken */

static void
clear_cell (AftCell *cell)
{
  g_clear_pointer (&cell->text, g_free);
  g_clear_pointer (&cell->attrs, pango_attr_list_unref);
  g_clear_pointer (&cell->lines, aft_lines_unref);
  g_clear_pointer (&cell->links, g_array_unref);
}

AftTable *
aft_table_new (AftStyle *style, const AftColumn *columns, guint n_columns, int node)
{
  AftTable *self = g_new0 (AftTable, 1);

  g_return_val_if_fail (n_columns > 0 && n_columns <= AFT_TABLE_MAX_COLUMNS, self);
  self->style = style;
  memcpy (self->columns, columns, n_columns * sizeof *columns);
  self->n_columns = n_columns;
  self->node = node;
  self->rows = g_array_new (FALSE, TRUE, sizeof (AftRow));
  self->cells = g_array_new (FALSE, TRUE, sizeof (AftCell));
  g_array_set_clear_func (self->cells, (GDestroyNotify) clear_cell);
  return self;
}

void
aft_table_free (AftTable *self)
{
  g_array_unref (self->rows);
  g_array_unref (self->cells);
  g_free (self);
}

static void fit_rows (AftTable *self, guint n_rows);

AftRow *
aft_table_get_row (const AftTable *self, guint row)
{
  return &g_array_index (self->rows, AftRow, row);
}

AftCell *
aft_table_get_cell (const AftTable *self, const AftRow *row, guint column)
{
  return &g_array_index (self->cells, AftCell, row->first_cell + column);
}

guint
aft_table_add_row (AftTable *self, AftRowType type, int node, AftRecord *record)
{
  AftRow row = { .type = type, .node = node, .record = record, .first_cell = self->cells->len };

  if (self->has_width)
    fit_rows (self, self->rows->len);
  g_array_append_val (self->rows, row);
  g_array_set_size (self->cells, self->cells->len + self->n_columns);
  for (guint i = 0; i < self->n_columns; i++)
    g_array_index (self->cells, AftCell, row.first_cell + i).node = -1;
  return self->rows->len - 1;
}

void
aft_table_name_row (AftTable *self, char letter, guint number)
{
  AftRow *row = aft_table_get_row (self, self->rows->len - 1);

  row->letter = letter;
  row->number = number;
}

static AftCell *
last_row_cell (AftTable *self, guint column)
{
  return aft_table_get_cell (self, aft_table_get_row (self, self->rows->len - 1), column);
}

static AftFace
row_face (const AftRow *row)
{
  return row->type == AFT_ROW_BODY ? AFT_FACE_CELL : AFT_FACE_CELL_HEAD;
}

void
aft_table_set_text (AftTable *self, guint column, const char *text, int node, AftInk ink)
{
  AftCell *cell = last_row_cell (self, column);

  cell->node = node;
  cell->ink = ink;
  cell->text = *text != '\0' ? g_strdup (text) : NULL;
}

void
aft_table_set_inline (AftTable *self, guint column, AftInline *content, int node)
{
  AftCell *cell = last_row_cell (self, column);

  aft_table_set_text (self, column, content->text->str, node, AFT_INK_TEXT);
  cell->attrs = g_steal_pointer (&content->attrs);
  cell->links = g_steal_pointer (&content->links);
}

/* ---- columns ---- */

/* The widest line, and the widest word: what a column wants and what it needs. */
static void
measure_column (AftTable *self, guint column, double *natural, double *minimum)
{
  *natural = *minimum = 8;
  for (guint i = 0; i < self->rows->len; i++)
    {
      const AftRow  *row = aft_table_get_row (self, i);
      const AftCell *cell = aft_table_get_cell (self, row, column);
      double         line, word;

      if (cell->text == NULL || row->type == AFT_ROW_GROUP)
        continue;
      aft_style_measure (self->style, row_face (row), cell->text, -1, cell->attrs, &line, &word);
      *natural = MAX (*natural, line);
      *minimum = MAX (*minimum, word);
    }
  /* a whisker more, so that rounding never breaks a line that just fits */
  *natural = ceil (*natural) + 1;
  *minimum = MIN (ceil (*minimum) + 1, MAX_MINIMUM);
}

/* Columns that want less than an even share get what they want; the others share the rest by what
 * they want. */
static void
share_width (AftTable *self, const double *natural, const double *minimum, double available)
{
  gboolean done[AFT_TABLE_MAX_COLUMNS] = { FALSE };
  double   rest = available, wanted = 0;
  guint    n_left = self->n_columns;

  for (guint again = TRUE; again && n_left > 0;)
    {
      double share = rest / n_left;

      again = FALSE;
      for (guint i = 0; i < self->n_columns; i++)
        if (!done[i] && natural[i] <= share)
          {
            self->columns[i].width = natural[i];
            done[i] = again = TRUE;
            rest -= natural[i];
            n_left--;
          }
    }
  for (guint i = 0; i < self->n_columns; i++)
    wanted += done[i] ? 0 : sqrt (natural[i]);
  for (guint i = 0; i < self->n_columns; i++)
    if (!done[i])
      self->columns[i].width = MAX (rest * sqrt (natural[i]) / wanted, minimum[i]);
}

static double
sum_widths (const AftTable *self)
{
  double sum = 0;

  for (guint i = 0; i < self->n_columns; i++)
    sum += self->columns[i].width;
  return sum;
}

/* What minimum widths took too much is given back by the columns that have most. */
static void
shrink_to (AftTable *self, double available)
{
  double factor = available / sum_widths (self);

  if (factor < 1)
    for (guint i = 0; i < self->n_columns; i++)
      self->columns[i].width *= factor;
}

static void
measure_columns (AftTable *self, double available, gboolean fill)
{
  double natural[AFT_TABLE_MAX_COLUMNS], minimum[AFT_TABLE_MAX_COLUMNS];
  double extra;

  for (guint i = 0; i < self->n_columns; i++)
    measure_column (self, i, &natural[i], &minimum[i]);
  share_width (self, natural, minimum, available);
  shrink_to (self, available);
  extra = (available - sum_widths (self)) / self->n_columns;
  for (guint i = 0; fill && extra > 0 && i < self->n_columns; i++)
    self->columns[i].width += extra;
}

static void
flex_columns (AftTable *self, double available)
{
  double rest = available;
  guint  n_flexible = 0;

  for (guint i = 0; i < self->n_columns; i++)
    {
      rest -= self->columns[i].flexible ? 0 : self->columns[i].width;
      n_flexible += self->columns[i].flexible;
    }
  for (guint i = 0; i < self->n_columns; i++)
    if (self->columns[i].flexible)
      self->columns[i].width = MAX (rest / n_flexible, 40);
  shrink_to (self, available);
}

static gboolean
has_fixed_columns (const AftTable *self)
{
  for (guint i = 0; i < self->n_columns; i++)
    if (self->columns[i].width == 0 && !self->columns[i].flexible)
      return FALSE;
  return TRUE;
}

double
aft_table_cell_width (const AftTable *self, const AftRow *row, guint column)
{
  return row->type == AFT_ROW_GROUP ? self->width : self->columns[column].width;
}

static void
fit_cell (AftTable *self, AftRow *row, guint column)
{
  AftCell *cell = aft_table_get_cell (self, row, column);

  if (cell->text == NULL)
    return;
  cell->lines = aft_style_set_aligned (self->style,
                                       row_face (row),
                                       cell->text,
                                       -1,
                                       cell->attrs,
                                       aft_table_cell_width (self, row, column),
                                       self->columns[column].align);
  cell->n_lines = aft_lines_get_length (cell->lines);
  row->leading = MAX (row->leading, aft_style_leading (self->style, AFT_FACE_CELL, cell->lines));
  g_clear_pointer (&cell->text, g_free);
  g_clear_pointer (&cell->attrs, pango_attr_list_unref);
}

static void
fit_row (AftTable *self, AftRow *row)
{
  row->n_lines = 1;
  row->leading = aft_style_leading (self->style, AFT_FACE_CELL, NULL);
  for (guint i = 0; i < self->n_columns; i++)
    {
      fit_cell (self, row, i);
      row->n_lines = MAX (row->n_lines, aft_table_get_cell (self, row, i)->n_lines);
    }
  row->height = row->n_lines * row->leading + 2 * AFT_TABLE_PAD;
}

static void
fit_rows (AftTable *self, guint n_rows)
{
  for (; self->n_fitted < n_rows; self->n_fitted++)
    fit_row (self, aft_table_get_row (self, self->n_fitted));
}

static void
place_columns (AftTable *self)
{
  double x = 0;

  for (guint i = 0; i < self->n_columns; i++)
    {
      self->x[i] = x;
      x += self->columns[i].width + AFT_TABLE_GAP;
    }
  self->width = x - AFT_TABLE_GAP;
  self->has_width = TRUE;
}

static double
room_for_columns (const AftTable *self, double width)
{
  return width - (self->n_columns - 1) * AFT_TABLE_GAP;
}

void
aft_table_set_width (AftTable *self, double width)
{
  g_return_if_fail (has_fixed_columns (self));
  flex_columns (self, room_for_columns (self, width));
  place_columns (self);
}

void
aft_table_fit (AftTable *self, double width, gboolean fill)
{
  if (!self->has_width && has_fixed_columns (self))
    flex_columns (self, room_for_columns (self, width));
  else if (!self->has_width)
    measure_columns (self, room_for_columns (self, width), fill);
  if (!self->has_width)
    place_columns (self);
  fit_rows (self, self->rows->len);
}
