/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/events.h"
#include "timeline/layout.h"

#define MAX_ROWS 5

static int
compare_flags (gconstpointer a, gconstpointer b)
{
  double x = ((const AftFlagBox *) a)->x, y = ((const AftFlagBox *) b)->x;

  return (x > y) - (x < y);
}

static void
collect_flags (AftFigureLayout *self)
{
  const AftField *field = &aft_event_schema.fields[AFT_EVENT_MILESTONE];
  AftFigure      *figure = self->figure;

  for (guint i = 0; i < self->n_timed; i++)
    {
      AftRecord *event = g_ptr_array_index (self->sorted, i);
      guint      milestone = aft_record_get_choice (event, AFT_EVENT_MILESTONE);
      AftFlagBox flag = { .milestone = milestone };

      if (milestone == AFT_CHOICE_NONE)
        continue;
      flag.x = aft_scale_to_x (&figure->scale, aft_event_get_at (event));
      if (flag.x < figure->plot.x || flag.x > figure->plot.x + figure->plot.width)
        continue;
      flag.text = g_strdup (aft_field_get_choice_label (field, milestone));
      flag.event = g_object_ref (event);
      g_array_append_val (figure->flags, flag);
    }
  g_array_sort (figure->flags, compare_flags);
}

static gboolean
overlaps (GArray *flags, guint n_placed, const AftRect *rect)
{
  for (guint i = 0; i < n_placed; i++)
    {
      const AftRect *other = &g_array_index (flags, AftFlagBox, i).label;

      if (other->y == rect->y && rect->x < other->x + other->width + 6 &&
          other->x < rect->x + rect->width + 6)
        return TRUE;
    }
  return FALSE;
}

/* To the right of its pole, or to the left where the figure ends; in the first row with room. */
static guint
place_flag (AftFigureLayout *self, guint index)
{
  AftFigure  *figure = self->figure;
  AftFlagBox *flag = &g_array_index (figure->flags, AftFlagBox, index);
  double      width = aft_layout_measure (self, flag->text, TRUE);
  double      end = figure->plot.x + figure->plot.width;
  double      x = flag->x + 4 + width > end ? MAX (flag->x - 4 - width, 0) : flag->x + 4;

  for (guint row = 0; row < MAX_ROWS; row++)
    {
      flag->label = (AftRect){ x, self->top + row * self->row_height, width, self->row_height };
      if (!overlaps (figure->flags, index, &flag->label))
        return row + 1;
    }
  /* no room: the pole stays, its name is in the list */
  flag->label = (AftRect){ flag->x, self->top, 0, 0 };
  flag->text[0] = '\0';
  return 0;
}

void
aft_layout_flags (AftFigureLayout *self)
{
  guint n_rows = 0;

  collect_flags (self);
  for (guint i = 0; i < self->figure->flags->len; i++)
    n_rows = MAX (n_rows, place_flag (self, i));
  if (n_rows > 0)
    self->top += n_rows * self->row_height + 4;
}
