/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "timeline/layout.h"

#define MAX_ROWS AFT_N_MILESTONES /* each flag has its name */
#define BESIDE   4.0              /* between a pole and its name */
#define APART    6.0              /* between names */

static int
compare_flags (gconstpointer a, gconstpointer b)
{
  double x = ((const AftFlagBox *) a)->x, y = ((const AftFlagBox *) b)->x;

  return (x > y) - (x < y);
}

/* "Detected 14:02" */
static char *
name_flag (AftFigureLayout *self, const AftDigestEvent *event)
{
  const AftField  *field = &aft_event_schema.fields[AFT_EVENT_MILESTONE];
  const AftZone   *zone = aft_zone_get_or_utc (self->options->zone);
  g_autofree char *time = aft_zone_format_time (zone, event->at);

  return g_strconcat (aft_field_get_choice_label (field, event->milestone), "\302\240", time, NULL);
}

/* x is an offset of the whole until all are placed: rows are the same wherever the view is. */
static void
add_flag (AftFigureLayout *self, const AftDigestEvent *event)
{
  const AftScale *scale = &self->figure->scale;
  AftFlagBox      flag = { .milestone = event->milestone, .event = event->event };

  if (event->at < scale->from || event->at > scale->to)
    return;
  flag.x = aft_scale_to_offset (scale, event->at);
  flag.text = name_flag (self, event);
  g_array_append_val (self->figure->flags, flag);
}

static void
collect_flags (AftFigureLayout *self)
{
  for (guint i = 0; i < AFT_N_MILESTONES; i++)
    {
      int index = self->digest->milestones[i];

      if (index >= 0 && index < (int) self->digest->n_timed)
        add_flag (self, aft_digest_get (self->digest, index));
    }
  g_array_sort (self->figure->flags, compare_flags);
}

static gboolean
overlaps (const AftRect *a, const AftRect *b)
{
  return a->y == b->y && a->x < b->x + b->width + APART && b->x < a->x + a->width + APART;
}

/* The pole comes down through all rows below its name. */
static gboolean
strikes (const AftFlagBox *flag, const AftRect *label)
{
  return label->y > flag->label.y && flag->x > label->x && flag->x < label->x + label->width;
}

/* Names must not touch; strict: no pole strikes out a name either. */
static gboolean
has_room (const AftFigureLayout *self, const AftFlagBox *flag, gboolean strict)
{
  for (guint i = 0; i < self->figure->flags->len; i++)
    {
      const AftFlagBox *other = &g_array_index (self->figure->flags, AftFlagBox, i);

      if (other == flag || other->label.width <= 0)
        continue;
      if (overlaps (&other->label, &flag->label))
        return FALSE;
      if (strict && (strikes (other, &flag->label) || strikes (flag, &other->label)))
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_turned (const AftFigureLayout *self, const AftFlagBox *flag, double width)
{
  return flag->x + BESIDE + width > aft_scale_get_extent (&self->figure->scale);
}

/* To the right of its pole, or to the left where the whole ends; in the first row with room.
 * Returns how many rows it needs. */
static guint
place_flag (AftFigureLayout *self, AftFlagBox *flag, double width)
{
  double x = is_turned (self, flag, width) ? flag->x - BESIDE - width : flag->x + BESIDE;

  for (int strict = TRUE; strict >= FALSE; strict--)
    for (guint row = 0; row < MAX_ROWS; row++)
      {
        flag->label =
            (AftRect){ MAX (x, 0), self->top + row * self->row_height, width, self->row_height };
        if (has_room (self, flag, strict))
          return row + 1;
      }
  return MAX_ROWS;
}

/* Those that are turned from the end on, then the others from the start: so each stands below the
 * names that its pole must not cross. */
static guint
place_flags (AftFigureLayout *self)
{
  GArray *flags = self->figure->flags;
  guint   n_rows = 0;

  for (guint turned = 2; turned-- > 0;)
    for (guint k = 0; k < flags->len; k++)
      {
        guint       i = turned != 0 ? flags->len - 1 - k : k;
        AftFlagBox *flag = &g_array_index (flags, AftFlagBox, i);
        double      width = aft_layout_measure (self, flag->text, TRUE);

        if (is_turned (self, flag, width) == (turned != 0))
          n_rows = MAX (n_rows, place_flag (self, flag, width));
      }
  return n_rows;
}

/* FALSE where its pole is not in the window. */
static gboolean
bring_into_window (AftFigureLayout *self, AftFlagBox *flag)
{
  const AftRect *plot = &self->figure->plot;
  double         by = plot->x - self->figure->scale.scroll;

  flag->x += by;
  flag->label.x += by;
  return flag->x >= plot->x && flag->x <= plot->x + plot->width;
}

void
aft_layout_flags (AftFigureLayout *self)
{
  GArray *flags = self->figure->flags;
  guint   n_rows;

  collect_flags (self);
  n_rows = place_flags (self);
  for (guint i = flags->len; i-- > 0;)
    if (!bring_into_window (self, &g_array_index (flags, AftFlagBox, i)))
      g_array_remove_index (flags, i);
  if (n_rows > 0)
    self->top += n_rows * self->row_height + 4;
}
