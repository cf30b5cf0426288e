/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "timeline/layout.h"

static void
add_member (AftFigureLayout *self, AftClusterBox *box, guint index)
{
  const AftDigestEvent *event = aft_digest_get (self->digest, index);

  box->first = box->n_events == 0 ? index : MIN (box->first, index);
  box->last = box->n_events == 0 ? index : MAX (box->last, index);
  box->from = box->n_events == 0 ? event->at : MIN (box->from, event->at);
  box->to = box->n_events == 0 ? event->at : MAX (box->to, event->at);
  box->has_milestone = box->has_milestone || event->milestone != AFT_CHOICE_NONE;
  box->n_events++;
}

/* What is alone and has no place of its own is part of what pushed it away. */
static AftClusterBox *
find_following (AftLaneLayout *self, guint index)
{
  GArray *clusters = self->layout->figure->clusters;

  for (guint i = 0; i + 1 < self->n_events; i++)
    if (self->events[i] == index && self->layout->places[self->events[i + 1]].cluster >= 0)
      return &g_array_index (
          clusters, AftClusterBox, self->layout->places[self->events[i + 1]].cluster);
  return NULL;
}

void
aft_layout_cluster (AftLaneLayout *self,
                    const guint   *events,
                    guint          n_events,
                    double         left,
                    double         right)
{
  GArray        *clusters = self->layout->figure->clusters;
  AftClusterBox *box = n_events == 1 ? find_following (self, events[0]) : NULL;

  if (box == NULL)
    {
      g_array_set_size (clusters, clusters->len + 1);
      box = &g_array_index (clusters, AftClusterBox, clusters->len - 1);
      box->lane = self->lane;
      box->rect = (AftRect){ left, 0, right - left, 0 };
    }
  box->rect.width += box->rect.x - left;
  box->rect.x = left;
  for (guint i = 0; i < n_events; i++)
    {
      add_member (self->layout, box, events[i]);
      self->layout->places[events[i]].cluster = box - (AftClusterBox *) (void *) clusters->data;
    }
  g_free (box->text);
  box->text = g_strdup_printf ("%u", box->n_events);
}

void
aft_layout_show_cluster (AftFigureLayout *self, AftClusterBox *box, double top)
{
  const AftRect *plot = &self->figure->plot;
  guint          row = self->places[box->first].mark_row;

  box->rect.x += plot->x - self->figure->scale.scroll;
  box->rect.y = top + row * self->row_height + 1;
  box->rect.height = self->row_height - 2;
  if (box->rect.x > plot->x + plot->width || box->rect.x + box->rect.width < plot->x)
    box->rect = (AftRect){ 0, 0, 0, 0 };
}
