/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/event-selection.h"

#include "model/events.h"

struct _AftEventSelection
{
  GObject parent_instance;

  AftRecordList *events;
  GHashTable    *selected; /* set of AftRecord, owned */
  AftRecord     *current;  /* borrowed from the set */
  AftRecord     *anchor;   /* owned: where a range began; may be selected no longer */
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AftEventSelection, aft_event_selection, G_TYPE_OBJECT)

static void
announce (AftEventSelection *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
add (AftEventSelection *self, AftRecord *event)
{
  if (event != NULL && aft_record_get_owner (event) == self->events && self->events != NULL)
    g_hash_table_add (self->selected, g_object_ref (event));
}

/* Any of what is left, so that the keyboard has a place. */
static void
settle_current (AftEventSelection *self, AftRecord *event)
{
  g_autoptr (GPtrArray) rest = NULL;

  self->current = NULL;
  if (event != NULL && g_hash_table_contains (self->selected, event))
    self->current = event;
  else if (g_hash_table_size (self->selected) > 0)
    {
      rest = aft_event_selection_get_events (self);
      self->current = g_ptr_array_index (rest, rest->len - 1);
    }
}

static void
events_changed_cb (AftEventSelection *self)
{
  GHashTableIter iter;
  gpointer       event;
  AftRecord     *current = self->current;
  gboolean       is_changed = FALSE;

  self->current = NULL;
  g_hash_table_iter_init (&iter, self->selected);
  while (g_hash_table_iter_next (&iter, &event, NULL))
    if (aft_record_get_owner (event) != self->events)
      {
        if (event == current)
          current = NULL;
        g_hash_table_iter_remove (&iter);
        is_changed = TRUE;
      }
  settle_current (self, current);
  if (self->anchor != NULL && aft_record_get_owner (self->anchor) != self->events)
    g_clear_object (&self->anchor);
  if (is_changed)
    announce (self);
}

static void
aft_event_selection_dispose (GObject *object)
{
  aft_event_selection_set_events (AFT_EVENT_SELECTION (object), NULL);
  g_clear_object (&AFT_EVENT_SELECTION (object)->anchor);

  G_OBJECT_CLASS (aft_event_selection_parent_class)->dispose (object);
}

static void
aft_event_selection_finalize (GObject *object)
{
  g_hash_table_unref (AFT_EVENT_SELECTION (object)->selected);

  G_OBJECT_CLASS (aft_event_selection_parent_class)->finalize (object);
}

static void
aft_event_selection_class_init (AftEventSelectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = aft_event_selection_dispose;
  object_class->finalize = aft_event_selection_finalize;
  signals[SIGNAL_CHANGED] = g_signal_new (
      "changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
aft_event_selection_init (AftEventSelection *self)
{
  self->selected = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
}

AftEventSelection *
aft_event_selection_new (void)
{
  return g_object_new (AFT_TYPE_EVENT_SELECTION, NULL);
}

void
aft_event_selection_set_events (AftEventSelection *self, AftRecordList *events)
{
  g_return_if_fail (AFT_IS_EVENT_SELECTION (self));

  if (self->events == events)
    return;
  if (self->events != NULL)
    g_signal_handlers_disconnect_by_func (self->events, events_changed_cb, self);
  aft_event_selection_select (self, NULL);
  g_set_object (&self->events, events);
  if (events != NULL)
    g_signal_connect_object (
        events, "items-changed", G_CALLBACK (events_changed_cb), self, G_CONNECT_SWAPPED);
}

AftRecord *
aft_event_selection_get_current (AftEventSelection *self)
{
  g_return_val_if_fail (AFT_IS_EVENT_SELECTION (self), NULL);
  return self->current;
}

gboolean
aft_event_selection_contains (AftEventSelection *self, AftRecord *event)
{
  g_return_val_if_fail (AFT_IS_EVENT_SELECTION (self), FALSE);
  return g_hash_table_contains (self->selected, event);
}

guint
aft_event_selection_get_length (AftEventSelection *self)
{
  g_return_val_if_fail (AFT_IS_EVENT_SELECTION (self), 0);
  return g_hash_table_size (self->selected);
}

static int
compare_pointers (gconstpointer a, gconstpointer b, gpointer unused)
{
  return aft_events_compare (*(gconstpointer *) a, *(gconstpointer *) b, NULL);
}

/* In the order of the file first, so that equal times keep it. */
GPtrArray *
aft_event_selection_get_events (AftEventSelection *self)
{
  GPtrArray *events = g_ptr_array_new ();

  g_return_val_if_fail (AFT_IS_EVENT_SELECTION (self), events);

  for (guint i = 0; self->events != NULL && events->len < g_hash_table_size (self->selected) &&
                    i < aft_record_list_get_length (self->events);
       i++)
    if (g_hash_table_contains (self->selected, aft_record_list_get (self->events, i)))
      g_ptr_array_add (events, aft_record_list_get (self->events, i));
  g_ptr_array_sort_with_data (events, compare_pointers, NULL);
  return events;
}

void
aft_event_selection_select (AftEventSelection *self, AftRecord *event)
{
  g_return_if_fail (AFT_IS_EVENT_SELECTION (self));

  if (self->current == event && g_hash_table_size (self->selected) == (event != NULL ? 1 : 0))
    return;
  if (event != NULL)
    g_object_ref (event);
  g_hash_table_remove_all (self->selected);
  add (self, event);
  settle_current (self, event);
  g_set_object (&self->anchor, self->current);
  if (event != NULL)
    g_object_unref (event);
  announce (self);
}

void
aft_event_selection_set_current (AftEventSelection *self, AftRecord *event)
{
  g_return_if_fail (AFT_IS_EVENT_SELECTION (self));

  if (event == NULL || !g_hash_table_contains (self->selected, event))
    {
      aft_event_selection_select (self, event);
      return;
    }
  if (self->current == event)
    return;
  self->current = event;
  announce (self);
}

void
aft_event_selection_toggle (AftEventSelection *self, AftRecord *event)
{
  g_return_if_fail (AFT_IS_EVENT_SELECTION (self) && AFT_IS_RECORD (event));

  if (g_hash_table_contains (self->selected, event))
    g_hash_table_remove (self->selected, event);
  else
    add (self, event);
  settle_current (self, event);
  g_set_object (&self->anchor, event);
  announce (self);
}

static guint
find_position (GListModel *order, AftRecord *event)
{
  for (guint i = 0; event != NULL && i < g_list_model_get_n_items (order); i++)
    {
      g_autoptr (AftRecord) item = g_list_model_get_item (order, i);

      if (item == event)
        return i;
    }
  return G_MAXUINT;
}

void
aft_event_selection_extend (AftEventSelection *self, GListModel *order, AftRecord *event)
{
  guint to = find_position (order, event);
  guint from = find_position (order, self->anchor);

  g_return_if_fail (AFT_IS_EVENT_SELECTION (self));

  if (to == G_MAXUINT)
    return;
  if (from == G_MAXUINT)
    {
      from = to;
      g_set_object (&self->anchor, event);
    }
  g_hash_table_remove_all (self->selected);
  for (guint i = MIN (from, to); i <= MAX (from, to); i++)
    {
      g_autoptr (AftRecord) item = g_list_model_get_item (order, i);

      add (self, item);
    }
  settle_current (self, event);
  announce (self);
}

void
aft_event_selection_select_all (AftEventSelection *self, GPtrArray *events)
{
  AftRecord *first = events->len > 0 ? g_ptr_array_index (events, 0) : NULL;
  AftRecord *last = events->len > 0 ? g_ptr_array_index (events, events->len - 1) : NULL;

  g_return_if_fail (AFT_IS_EVENT_SELECTION (self));

  g_hash_table_remove_all (self->selected);
  for (guint i = 0; i < events->len; i++)
    add (self, g_ptr_array_index (events, i));
  settle_current (self, last);
  g_set_object (&self->anchor, first);
  announce (self);
}
