/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/timeline/timeline-event.h"
#include "ui/timeline/timeline-view-private.h"

/* Enough for any window; of more, nobody hears the end. */
#define MAX_CHILDREN 300
/* While the view moves the children stay behind: they are made when it has come to rest. */
#define SETTLE_MSEC 120

static AftTimelineEvent *
first_child (AftTimelineView *self)
{
  return (AftTimelineEvent *) gtk_widget_get_first_child (GTK_WIDGET (self));
}

static AftTimelineEvent *
next_child (AftTimelineEvent *child)
{
  return (AftTimelineEvent *) gtk_widget_get_next_sibling (GTK_WIDGET (child));
}

static AftTimelineEvent *
find_child (AftTimelineView *self, AftRecord *event)
{
  for (AftTimelineEvent *child = first_child (self); child != NULL; child = next_child (child))
    if (aft_timeline_event_get_event (child) == event)
      return child;
  return NULL;
}

/* The events to be seen, in the order of reading. (element-type guint) */
static GArray *
collect_shown (AftTimelineView *self, const AftFigure *figure)
{
  GArray *shown = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < figure->events->len && shown->len < MAX_CHILDREN; i++)
    {
      AftRect area;

      if (aft_timeline_view_find_area (self, i, &area))
        g_array_append_val (shown, i);
    }
  return shown;
}

/* event -> its child, of those whose event is shown; the others into spare. */
static GHashTable *
sort_children (AftTimelineView *self, GArray *shown, GPtrArray *spare)
{
  GHashTable *children = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) wanted = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < shown->len; i++)
    g_hash_table_add (
        wanted,
        g_array_index (self->figure->events, AftEventBox, g_array_index (shown, guint, i)).event);
  for (AftTimelineEvent *child = first_child (self); child != NULL; child = next_child (child))
    if (g_hash_table_contains (wanted, aft_timeline_event_get_event (child)))
      g_hash_table_insert (children, aft_timeline_event_get_event (child), child);
    else
      g_ptr_array_add (spare, child);
  return children;
}

static GtkWidget *
take_child (GHashTable *children, GPtrArray *spare, AftRecord *event)
{
  GtkWidget *child = g_hash_table_lookup (children, event);

  if (child != NULL)
    return child;
  if (spare->len == 0)
    return aft_timeline_event_new ();
  return g_ptr_array_steal_index (spare, spare->len - 1);
}

/* Who has the focus keeps it: the widget stays with its event. */
static void
update_children (AftTimelineView *self, const AftFigure *figure)
{
  g_autoptr (GArray) shown = collect_shown (self, figure);
  g_autoptr (GPtrArray) spare = g_ptr_array_new ();
  g_autoptr (GHashTable) children = sort_children (self, shown, spare);
  GtkWidget *before = NULL;

  for (guint i = 0; i < shown->len; i++)
    {
      guint            index = g_array_index (shown, guint, i);
      AftRecord       *event = g_array_index (figure->events, AftEventBox, index).event;
      GtkWidget       *child = take_child (children, spare, event);
      g_autofree char *name = aft_timeline_view_name_event (self, index);

      if (gtk_widget_get_parent (child) == NULL || gtk_widget_get_prev_sibling (child) != before)
        gtk_widget_insert_after (child, GTK_WIDGET (self), before);
      aft_timeline_event_show (AFT_TIMELINE_EVENT (child), event, index, name);
      before = child;
    }
  for (guint i = 0; i < spare->len; i++)
    gtk_widget_unparent (g_ptr_array_index (spare, i));
  aft_timeline_view_update_children (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static gboolean
update_cb (gpointer data)
{
  AftTimelineView *self = data;
  AftFigure       *figure = aft_timeline_view_need_figure (self);

  self->children_source = 0;
  if (figure != NULL)
    update_children (self, figure);
  else
    aft_timeline_view_drop_children (self);
  return G_SOURCE_REMOVE;
}

/* Never within a frame. */
void
aft_timeline_view_schedule_children (AftTimelineView *self, gboolean is_moving)
{
  g_clear_handle_id (&self->children_source, g_source_remove);
  self->children_source =
      is_moving ? g_timeout_add_full (G_PRIORITY_LOW, SETTLE_MSEC, update_cb, self, NULL)
                : g_idle_add_full (G_PRIORITY_LOW, update_cb, self, NULL);
}

void
aft_timeline_view_drop_children (AftTimelineView *self)
{
  AftTimelineEvent *child;

  while ((child = first_child (self)) != NULL)
    gtk_widget_unparent (GTK_WIDGET (child));
}

static gboolean
find_place (AftTimelineView *self, AftTimelineEvent *child, AftRect *area)
{
  guint index = aft_timeline_event_get_index (child);

  return self->figure != NULL && index < self->figure->events->len &&
         g_array_index (self->figure->events, AftEventBox, index).event ==
             aft_timeline_event_get_event (child) &&
         aft_timeline_view_find_area (self, index, area);
}

void
aft_timeline_view_allocate_children (AftTimelineView *self)
{
  for (AftTimelineEvent *child = first_child (self); child != NULL; child = next_child (child))
    {
      GtkAllocation place = { 0, 0, 0, 0 };
      AftRect       area;
      int           unused;

      gtk_widget_measure (
          GTK_WIDGET (child), GTK_ORIENTATION_HORIZONTAL, -1, &unused, NULL, NULL, NULL);
      if (find_place (self, child, &area))
        place = (GtkAllocation){ (int) area.x, (int) area.y, (int) area.width, (int) area.height };
      gtk_widget_size_allocate (GTK_WIDGET (child), &place, -1);
    }
}

void
aft_timeline_view_update_children (AftTimelineView *self)
{
  for (AftTimelineEvent *child = first_child (self); child != NULL; child = next_child (child))
    aft_timeline_event_set_selected (
        child,
        aft_event_selection_contains (self->selection, aft_timeline_event_get_event (child)));
}

/* Made at once where it is not there yet. */
gboolean
aft_timeline_view_focus_event (AftTimelineView *self, AftRecord *event)
{
  AftTimelineEvent *child = find_child (self, event);

  if (child == NULL && self->children_source != 0)
    {
      g_clear_handle_id (&self->children_source, g_source_remove);
      update_cb (self);
      child = find_child (self, event);
    }
  return child != NULL && gtk_widget_grab_focus (GTK_WIDGET (child));
}
