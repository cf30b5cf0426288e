/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/timeline/timeline-view.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "base/text.h"
#include "model/events.h"
#include "paint/figure-measure.h"
#include "paint/figure-painter.h"
#include "timeline/hit.h"
#include "timeline/view-state.h"
#include "ui/text.h"
#include "ui/timeline/timeline-event.h"

#define MIN_WIDTH     260
#define NATURAL_WIDTH 640
#define MIN_HEIGHT    140
#define MAX_ROWS      6    /* of labels in a lane: what else there is shows when it is zoomed */
#define FACE_SHARE    0.86 /* of the size of the interface's text */
#define MAX_CHILDREN  300
#define ZOOM_STEP     1.25
#define PAN_STEP      0.1

struct _AftTimelineView
{
  GtkWidget      parent_instance;
  AftRecordList *events;
  char          *zone;
  AftRecord     *selected;
  AftDigest     *digest;       /* of the events; NULL: they have changed */
  AftFigure     *figure;       /* NULL: to be laid out again */
  int            figure_width; /* of that figure */
  AftViewState   view;
  int            hover;
  double         pointer_x;
  GPtrArray     *watched; /* (element-type AftRecord): rows whose changes are listened to */
  guint          rebuild; /* idle that brings the children in step, or 0 */
};

G_DEFINE_FINAL_TYPE (AftTimelineView, aft_timeline_view, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_EVENTS,
  PROP_ZONE,
  PROP_SELECTED,
  N_PROPS,
};

enum
{
  SIGNAL_EVENT_ACTIVATED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint       signals[N_SIGNALS];

static PangoFontDescription *
new_face (AftTimelineView *self)
{
  PangoContext               *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  const PangoFontDescription *interface = pango_context_get_font_description (context);
  PangoFontDescription       *face = pango_font_description_copy (interface);
  int                         size = pango_font_description_get_size (interface) * FACE_SHARE;

  if (pango_font_description_get_size_is_absolute (interface))
    pango_font_description_set_absolute_size (face, size);
  else
    pango_font_description_set_size (face, size);
  return face;
}

static AftFigure *
layout_figure (AftTimelineView *self, int width)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  g_autoptr (PangoFontDescription) face = new_face (self);
  g_autoptr (AftFigureMeasure) measure = aft_figure_measure_new (context, face);
  gboolean         is_rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  AftFigureOptions options = { .width = MAX (width, MIN_WIDTH),
                               .min_height = MIN_HEIGHT,
                               .text_height = aft_figure_measure_line_height (measure),
                               .zone = self->zone,
                               .rtl = is_rtl,
                               .view = &self->view,
                               .max_rows = MAX_ROWS,
                               .measure = aft_figure_measure,
                               .measure_data = measure };

  if (self->digest == NULL)
    self->digest = aft_digest_new (self->events);
  return aft_figure_layout (self->digest, &options);
}

static AftFigure *
need_figure (AftTimelineView *self, int width)
{
  if (self->events == NULL)
    return NULL;
  if (self->figure == NULL || self->figure_width != width)
    {
      g_clear_pointer (&self->figure, aft_figure_free);
      self->figure = layout_figure (self, width);
      self->figure_width = width;
    }
  return self->figure;
}

static AftFigure *
current_figure (AftTimelineView *self)
{
  return need_figure (self, gtk_widget_get_width (GTK_WIDGET (self)));
}

static char *
name_event (AftTimelineView *self, const AftEventBox *box)
{
  const AftField  *milestones = &aft_event_schema.fields[AFT_EVENT_MILESTONE];
  const AftField  *lanes = &aft_event_schema.fields[AFT_EVENT_LANE];
  const AftZone   *zone = aft_zone_get_or_utc (self->zone);
  AftInstant       at = aft_event_get_at (box->event);
  g_autofree char *text =
      aft_text_clean_line (aft_record_get_text (box->event, AFT_EVENT_TEXT), -1);
  g_autofree char *time =
      at != AFT_INSTANT_NONE ? aft_zone_format_time (zone, at) : g_strdup (_ ("time unknown"));
  const char *lane = aft_field_get_choice_label (lanes, box->lane);

  if (box->milestone == AFT_CHOICE_NONE)
    return g_strdup_printf (_ ("%s, %s: %s"), time, lane, text);
  return g_strdup_printf (_ ("%s, %s, %s: %s"),
                          time,
                          aft_field_get_choice_label (milestones, box->milestone),
                          lane,
                          text);
}

static void
remove_children (AftTimelineView *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}

static gboolean
rebuild_cb (gpointer data)
{
  AftTimelineView *self = data;
  AftFigure       *figure = current_figure (self);
  guint            n_children = 0;

  self->rebuild = 0;
  remove_children (self);
  for (guint i = 0; figure != NULL && i < figure->events->len && n_children < MAX_CHILDREN; i++)
    {
      const AftEventBox *box = &g_array_index (figure->events, AftEventBox, i);
      g_autofree char   *name = NULL;

      if (!box->is_shown)
        continue;
      name = name_event (self, box);
      gtk_widget_set_parent (aft_timeline_event_new (box->event, name), GTK_WIDGET (self));
      n_children++;
    }
  return G_SOURCE_REMOVE;
}

/* Another part or size of the same events. */
static void
invalidate_figure (AftTimelineView *self)
{
  g_clear_pointer (&self->figure, aft_figure_free);
  self->hover = -1;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  if (self->rebuild == 0)
    self->rebuild = g_idle_add (rebuild_cb, self);
}

static void
invalidate (AftTimelineView *self)
{
  g_clear_pointer (&self->digest, aft_digest_unref);
  invalidate_figure (self);
}

static void
unwatch (AftTimelineView *self)
{
  for (guint i = 0; i < self->watched->len; i++)
    g_signal_handlers_disconnect_by_func (g_ptr_array_index (self->watched, i), invalidate, self);
  g_ptr_array_set_size (self->watched, 0);
}

static void
items_changed_cb (AftTimelineView *self)
{
  unwatch (self);
  for (guint i = 0; self->events != NULL && i < aft_record_list_get_length (self->events); i++)
    {
      AftRecord *event = aft_record_list_get (self->events, i);

      g_ptr_array_add (self->watched, g_object_ref (event));
      g_signal_connect_swapped (event, "changed", G_CALLBACK (invalidate), self);
    }
  invalidate (self);
}

static void
set_events (AftTimelineView *self, AftRecordList *events)
{
  if (self->events == events)
    return;
  if (self->events != NULL)
    g_signal_handlers_disconnect_by_func (self->events, items_changed_cb, self);
  g_set_object (&self->events, events);
  if (events != NULL)
    g_signal_connect_swapped (events, "items-changed", G_CALLBACK (items_changed_cb), self);
  self->view = (AftViewState) AFT_VIEW_STATE_FIT;
  items_changed_cb (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EVENTS]);
}

static void
set_zone (AftTimelineView *self, const char *zone)
{
  if (g_strcmp0 (self->zone, zone) == 0)
    return;
  g_free (self->zone);
  self->zone = g_strdup (zone);
  invalidate (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ZONE]);
}

static void
select_event (AftTimelineView *self, AftRecord *event)
{
  if (!g_set_object (&self->selected, event))
    return;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}

static void
select_index (AftTimelineView *self, int index)
{
  AftFigure *figure = current_figure (self);

  if (figure != NULL && figure->events->len > 0)
    select_event (
        self,
        g_array_index (figure->events, AftEventBox, CLAMP (index, 0, (int) figure->events->len - 1))
            .event);
}

static void
activate (AftTimelineView *self)
{
  if (self->selected != NULL)
    g_signal_emit (self, signals[SIGNAL_EVENT_ACTIVATED], 0, self->selected);
}

/* Index of the event at that point, or -1. */
static int
find_event_at (AftTimelineView *self, double x, double y)
{
  AftFigure *figure = current_figure (self);
  AftHit     hit = { AFT_HIT_NOTHING, -1 };

  if (figure != NULL)
    hit = aft_figure_hit (figure, x, y);
  return hit.type == AFT_HIT_EVENT || hit.type == AFT_HIT_RANGE_END ? hit.index : -1;
}

static void
toggle_gap (AftTimelineView *self, AftFigure *figure, int index)
{
  const AftGapBox *gap = &g_array_index (figure->gaps, AftGapBox, index);

  aft_view_state_set_expanded (&self->view, &figure->scale, gap->from, gap->to, !gap->is_expanded);
  invalidate_figure (self);
}

static void
show_cluster (AftTimelineView *self, AftFigure *figure, int index)
{
  const AftClusterBox *box = &g_array_index (figure->clusters, AftClusterBox, index);

  if (box->from != AFT_INSTANT_NONE)
    aft_view_state_show (&self->view, &figure->scale, box->from, box->to);
  invalidate_figure (self);
}

static void
pressed_cb (AftTimelineView *self, int n_press, double x, double y)
{
  AftFigure *figure = current_figure (self);
  AftHit     at = { AFT_HIT_NOTHING, -1 };
  int        hit = find_event_at (self, x, y);

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (figure != NULL)
    at = aft_figure_hit (figure, x, y);
  if (at.type == AFT_HIT_GAP)
    toggle_gap (self, figure, at.index);
  else if (at.type == AFT_HIT_CLUSTER)
    show_cluster (self, figure, at.index);
  if (hit < 0)
    return;
  select_index (self, hit);
  if (n_press == 2)
    activate (self);
}

static void
motion_cb (AftTimelineView *self, double x, double y)
{
  int hover = find_event_at (self, x, y);

  self->pointer_x = x;
  if (hover == self->hover)
    return;
  self->hover = hover;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  gtk_widget_trigger_tooltip_query (GTK_WIDGET (self));
}

static void
zoom_at (AftTimelineView *self, double x, double factor)
{
  AftFigure *figure = current_figure (self);

  if (figure == NULL || figure->digest->n_timed == 0)
    return;
  aft_view_state_zoom (&self->view, &figure->scale, x, factor);
  invalidate_figure (self);
}

static gboolean
scroll_cb (AftTimelineView *self, double dx, double dy, GtkEventController *controller)
{
  AftFigure      *figure = current_figure (self);
  GdkModifierType state = gtk_event_controller_get_current_event_state (controller);

  if ((state & GDK_CONTROL_MASK) != 0)
    {
      zoom_at (self, self->pointer_x, dy < 0 ? ZOOM_STEP : 1 / ZOOM_STEP);
      return TRUE;
    }
  if (figure == NULL || aft_view_state_is_fit (&self->view) || dx == 0)
    return FALSE;
  aft_view_state_pan (&self->view, &figure->scale, dx * PAN_STEP * figure->plot.width);
  invalidate_figure (self);
  return TRUE;
}

static void
zoom_selected (AftTimelineView *self, double factor)
{
  AftFigure *figure = current_figure (self);
  AftInstant at = self->selected != NULL ? aft_event_get_at (self->selected) : AFT_INSTANT_NONE;

  if (figure != NULL)
    zoom_at (self,
             at != AFT_INSTANT_NONE ? aft_scale_to_x (&figure->scale, at)
                                    : figure->plot.x + figure->plot.width / 2,
             factor);
}

static gboolean
zoom_key (AftTimelineView *self, guint key)
{
  if (key == GDK_KEY_plus || key == GDK_KEY_KP_Add || key == GDK_KEY_equal)
    zoom_selected (self, ZOOM_STEP);
  else if (key == GDK_KEY_minus || key == GDK_KEY_KP_Subtract)
    zoom_selected (self, 1 / ZOOM_STEP);
  else if (key == GDK_KEY_0 || key == GDK_KEY_KP_0)
    {
      self->view = (AftViewState) AFT_VIEW_STATE_FIT;
      invalidate_figure (self);
    }
  else
    return FALSE;
  return TRUE;
}

static gboolean
key_cb (AftTimelineView *self, guint key, guint code, GdkModifierType state)
{
  AftFigure *figure = current_figure (self);
  gboolean   is_rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int        current =
      figure != NULL && self->selected != NULL ? aft_figure_find (figure, self->selected) : -1;

  if ((state & GDK_CONTROL_MASK) != 0)
    return zoom_key (self, key);
  if (key == GDK_KEY_Right || key == GDK_KEY_Left)
    select_index (self, current + ((key == GDK_KEY_Right) != is_rtl ? 1 : -1));
  else if (key == GDK_KEY_Home)
    select_index (self, 0);
  else if (key == GDK_KEY_End)
    select_index (self, G_MAXINT);
  else if (key == GDK_KEY_Return || key == GDK_KEY_KP_Enter || key == GDK_KEY_space)
    activate (self);
  else
    return FALSE;
  return TRUE;
}

/* Focus that reaches an event by Tab selects it. */
static void
focus_changed_cb (AftTimelineView *self)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self));

  if (focus != NULL)
    select_event (self, aft_timeline_event_get_event (AFT_TIMELINE_EVENT (focus)));
}

static gboolean
query_tooltip_cb (AftTimelineView *self, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  AftFigure       *figure = current_figure (self);
  int              hit = keyboard ? -1 : find_event_at (self, x, y);
  g_autofree char *name = NULL;

  if (hit < 0)
    return FALSE;
  name = name_event (self, &g_array_index (figure->events, AftEventBox, hit));
  gtk_tooltip_set_text (tooltip, name);
  return TRUE;
}

static GtkSizeRequestMode
aft_timeline_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
aft_timeline_view_measure (GtkWidget     *widget,
                           GtkOrientation orientation,
                           int            for_size,
                           int           *minimum,
                           int           *natural,
                           int           *minimum_baseline,
                           int           *natural_baseline)
{
  AftTimelineView *self = AFT_TIMELINE_VIEW (widget);
  AftFigure       *figure;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MIN_WIDTH;
      *natural = NATURAL_WIDTH;
      return;
    }
  figure = need_figure (self, for_size > 0 ? for_size : NATURAL_WIDTH);
  *minimum = *natural = figure != NULL ? (int) figure->bounds.height + 1 : MIN_HEIGHT;
}

static void
aft_timeline_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  AftTimelineView *self = AFT_TIMELINE_VIEW (widget);
  AftFigure       *figure = need_figure (self, width);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      AftRecord    *event = aft_timeline_event_get_event (AFT_TIMELINE_EVENT (child));
      int           index = figure != NULL ? aft_figure_find (figure, event) : -1;
      GtkAllocation place = { 0, 0, 0, 0 };
      int           unused;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &unused, NULL, NULL, NULL);
      if (index >= 0)
        {
          AftRect area =
              aft_event_box_get_area (&g_array_index (figure->events, AftEventBox, index));

          place = (GtkAllocation){ area.x, area.y, area.width, area.height };
        }
      gtk_widget_size_allocate (child, &place, -1);
    }
}

static const AftPalette *
choose_palette (void)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  gboolean         is_dark = adw_style_manager_get_dark (style);

  if (adw_style_manager_get_high_contrast (style))
    return aft_palette_high_contrast (is_dark);
  return is_dark ? aft_palette_dark () : aft_palette_light ();
}

static void
aft_timeline_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AftTimelineView *self = AFT_TIMELINE_VIEW (widget);
  AftFigure       *figure = current_figure (self);
  g_autoptr (PangoFontDescription) face = new_face (self);
  AftFigureState  state = AFT_FIGURE_STATE_INIT;
  graphene_rect_t bounds;
  cairo_t        *cr;

  if (figure == NULL)
    return;
  state.current = self->selected != NULL ? aft_figure_find (figure, self->selected) : -1;
  state.hover = self->hover;
  graphene_rect_init (&bounds, 0, 0, gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  aft_figure_paint (
      figure, cr, gtk_widget_get_pango_context (widget), face, choose_palette (), &state);
  cairo_destroy (cr);
}

static void
aft_timeline_view_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (aft_timeline_view_parent_class)->css_changed (widget, change);
  invalidate (AFT_TIMELINE_VIEW (widget));
}

static void
aft_timeline_view_direction_changed (GtkWidget *widget, GtkTextDirection previous)
{
  GTK_WIDGET_CLASS (aft_timeline_view_parent_class)->direction_changed (widget, previous);
  invalidate (AFT_TIMELINE_VIEW (widget));
}

static void
aft_timeline_view_dispose (GObject *object)
{
  AftTimelineView *self = AFT_TIMELINE_VIEW (object);

  g_clear_handle_id (&self->rebuild, g_source_remove);
  unwatch (self);
  if (self->events != NULL)
    g_signal_handlers_disconnect_by_func (self->events, items_changed_cb, self);
  g_clear_object (&self->events);
  g_clear_object (&self->selected);
  g_clear_pointer (&self->digest, aft_digest_unref);
  g_clear_pointer (&self->figure, aft_figure_free);
  remove_children (self);
  G_OBJECT_CLASS (aft_timeline_view_parent_class)->dispose (object);
}

static void
aft_timeline_view_finalize (GObject *object)
{
  AftTimelineView *self = AFT_TIMELINE_VIEW (object);

  g_ptr_array_unref (self->watched);
  g_free (self->zone);
  G_OBJECT_CLASS (aft_timeline_view_parent_class)->finalize (object);
}

static void
aft_timeline_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  AftTimelineView *self = AFT_TIMELINE_VIEW (object);

  switch (id)
    {
    case PROP_EVENTS:
      g_value_set_object (value, self->events);
      break;
    case PROP_ZONE:
      g_value_set_string (value, self->zone);
      break;
    case PROP_SELECTED:
      g_value_set_object (value, self->selected);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
aft_timeline_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  AftTimelineView *self = AFT_TIMELINE_VIEW (object);

  switch (id)
    {
    case PROP_EVENTS:
      set_events (self, g_value_get_object (value));
      break;
    case PROP_ZONE:
      set_zone (self, g_value_get_string (value));
      break;
    case PROP_SELECTED:
      select_event (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

#define FLAGS (G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS)

static void
aft_timeline_view_class_init (AftTimelineViewClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = aft_timeline_view_dispose;
  object_class->finalize = aft_timeline_view_finalize;
  object_class->get_property = aft_timeline_view_get_property;
  object_class->set_property = aft_timeline_view_set_property;
  widget_class->get_request_mode = aft_timeline_view_get_request_mode;
  widget_class->measure = aft_timeline_view_measure;
  widget_class->size_allocate = aft_timeline_view_size_allocate;
  widget_class->snapshot = aft_timeline_view_snapshot;
  widget_class->css_changed = aft_timeline_view_css_changed;
  widget_class->direction_changed = aft_timeline_view_direction_changed;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
  gtk_widget_class_set_css_name (widget_class, "timeline-view");

  properties[PROP_EVENTS] = g_param_spec_object ("events", NULL, NULL, AFT_TYPE_RECORD_LIST, FLAGS);
  properties[PROP_ZONE] = g_param_spec_string ("zone", NULL, NULL, NULL, FLAGS);
  properties[PROP_SELECTED] = g_param_spec_object ("selected", NULL, NULL, AFT_TYPE_RECORD, FLAGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SIGNAL_EVENT_ACTIVATED] = g_signal_new ("event-activated",
                                                  G_TYPE_FROM_CLASS (klass),
                                                  G_SIGNAL_RUN_LAST,
                                                  0,
                                                  NULL,
                                                  NULL,
                                                  NULL,
                                                  G_TYPE_NONE,
                                                  1,
                                                  AFT_TYPE_RECORD);
}

static void
add_controllers (AftTimelineView *self)
{
  GtkGesture         *click = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll =
      gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static void
aft_timeline_view_init (AftTimelineView *self)
{
  self->hover = -1;
  self->view = (AftViewState) AFT_VIEW_STATE_FIT;
  self->watched = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  aft_ui_set_accessible_name (GTK_WIDGET (self), _ ("Timeline"));
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  g_signal_connect (self, "notify::focus-child", G_CALLBACK (focus_changed_cb), NULL);
  g_signal_connect_object (adw_style_manager_get_default (),
                           "notify",
                           G_CALLBACK (gtk_widget_queue_draw),
                           self,
                           G_CONNECT_SWAPPED);
  add_controllers (self);
}

GtkWidget *
aft_timeline_view_new (void)
{
  return g_object_new (AFT_TYPE_TIMELINE_VIEW, NULL);
}
