/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "paint/figure-measure.h"
#include "paint/figure-painter.h"
#include "ui/text.h"
#include "ui/timeline/figure-look.h"
#include "ui/timeline/timeline-view-private.h"

#define MIN_WIDTH     260
#define NATURAL_WIDTH 640
#define MIN_HEIGHT    140
#define MAX_ROWS      6  /* of labels in a lane: what else there is shows when it is zoomed */
#define REVEAL_MARGIN 48 /* px around an event that is brought into sight */

G_DEFINE_FINAL_TYPE (AftTimelineView, aft_timeline_view, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_EVENTS,
  PROP_ZONE,
  PROP_READ_ONLY,
  PROP_HOVERED,
  N_PROPS,
};

enum
{
  SIGNAL_EVENT_ACTIVATED,
  SIGNAL_SHIFTED,
  SIGNAL_TIME_CHOSEN,
  SIGNAL_ADD_WANTED,
  SIGNAL_MENU_WANTED,
  SIGNAL_VIEW_CHANGED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint       signals[N_SIGNALS];

/* The figure */

static AftFigure *
layout_figure (AftTimelineView *self, int width)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  g_autoptr (PangoFontDescription) face = aft_figure_look_new_face (GTK_WIDGET (self));
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

AftFigure *
aft_timeline_view_need_figure (AftTimelineView *self)
{
  return need_figure (self, gtk_widget_get_width (GTK_WIDGET (self)));
}

/* Panning keeps the height: then nothing around the figure is measured again. */
void
aft_timeline_view_invalidate (AftTimelineView *self)
{
  double     height = self->figure != NULL ? self->figure->bounds.height : -1;
  AftFigure *figure;

  g_clear_pointer (&self->figure, aft_figure_free);
  self->hover = (AftHit){ AFT_HIT_NOTHING, -1 };
  figure =
      gtk_widget_get_width (GTK_WIDGET (self)) > 0 ? aft_timeline_view_need_figure (self) : NULL;
  if (figure == NULL || figure->bounds.height != height)
    gtk_widget_queue_resize (GTK_WIDGET (self));
  else
    gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
  aft_timeline_view_schedule_children (self, TRUE);
  g_signal_emit (self, signals[SIGNAL_VIEW_CHANGED], 0);
}

/* The events themselves changed, maybe many of them in a row: nothing is laid out before it is
 * needed. */
static void
invalidate_events (AftTimelineView *self)
{
  g_clear_pointer (&self->digest, aft_digest_unref);
  g_clear_pointer (&self->figure, aft_figure_free);
  self->hover = (AftHit){ AFT_HIT_NOTHING, -1 };
  gtk_widget_queue_resize (GTK_WIDGET (self));
  if (self->children_source == 0)
    aft_timeline_view_schedule_children (self, FALSE);
  g_signal_emit (self, signals[SIGNAL_VIEW_CHANGED], 0);
}

const AftZone *
aft_timeline_view_get_zone (AftTimelineView *self)
{
  return aft_zone_get_or_utc (self->zone);
}

gboolean
aft_timeline_view_find_area (AftTimelineView *self, guint index, AftRect *area)
{
  const AftEventBox *box = &g_array_index (self->figure->events, AftEventBox, index);
  const AftRect     *plot = &self->figure->plot;
  double             center;

  if (box->cluster >= 0)
    {
      *area = g_array_index (self->figure->clusters, AftClusterBox, box->cluster).rect;
      return area->width > 0;
    }
  if (!box->is_shown)
    return FALSE;
  *area = aft_event_box_get_area (box);
  center = box->mark.x + box->mark.width / 2;
  return box->unknown_time || box->is_bar ||
         (center >= plot->x - AFT_FIGURE_OVERHANG &&
          center <= plot->x + plot->width + AFT_FIGURE_OVERHANG);
}

void
aft_timeline_view_reveal (AftTimelineView *self, AftRecord *event)
{
  AftFigure *figure = aft_timeline_view_need_figure (self);
  AftInstant at = aft_event_get_at (event);
  AftInstant before = self->view.from;

  if (figure == NULL || at == AFT_INSTANT_NONE || aft_view_state_is_fit (&self->view))
    return;
  aft_view_state_reveal (&self->view, &figure->scale, at, REVEAL_MARGIN);
  if (self->view.from != before)
    aft_timeline_view_invalidate (self);
}

/* The events */

static void
unwatch (AftTimelineView *self, guint position, guint n_events)
{
  for (guint i = position; i < position + n_events; i++)
    g_signal_handlers_disconnect_by_func (
        g_ptr_array_index (self->watched, i), invalidate_events, self);
  if (n_events > 0)
    g_ptr_array_remove_range (self->watched, position, n_events);
}

/* Only those that came or went: they come one by one, by the thousand. */
static void
items_changed_cb (AftTimelineView *self, guint position, guint removed, guint added)
{
  unwatch (self, position, removed);
  for (guint i = position; i < position + added; i++)
    {
      AftRecord *event = aft_record_list_get (self->events, i);

      g_ptr_array_insert (self->watched, (int) i, g_object_ref (event));
      g_signal_connect_swapped (event, "changed", G_CALLBACK (invalidate_events), self);
    }
  invalidate_events (self);
}

static void
set_events (AftTimelineView *self, AftRecordList *events)
{
  if (self->events == events)
    return;
  aft_timeline_view_cancel_drag (self);
  if (self->events != NULL)
    g_signal_handlers_disconnect_by_func (self->events, items_changed_cb, self);
  g_set_object (&self->events, events);
  if (events != NULL)
    g_signal_connect_swapped (events, "items-changed", G_CALLBACK (items_changed_cb), self);
  self->view = (AftViewState) AFT_VIEW_STATE_FIT;
  items_changed_cb (
      self, 0, self->watched->len, events != NULL ? aft_record_list_get_length (events) : 0);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EVENTS]);
}

static void
set_zone (AftTimelineView *self, const char *zone)
{
  if (g_strcmp0 (self->zone, zone) == 0)
    return;
  g_free (self->zone);
  self->zone = g_strdup (zone);
  invalidate_events (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ZONE]);
}

static void
selection_changed_cb (AftTimelineView *self)
{
  AftRecord *current = aft_event_selection_get_current (self->selection);

  if (current != NULL && !self->drag.is_moving && self->events != NULL)
    aft_timeline_view_reveal (self, current);
  aft_timeline_view_update_children (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Under the pointer */

static AftRecord *
find_hovered (AftTimelineView *self, AftHit hit)
{
  if (self->figure == NULL)
    return NULL;
  if (hit.type == AFT_HIT_EVENT || hit.type == AFT_HIT_RANGE_END)
    return g_array_index (self->figure->events, AftEventBox, hit.index).event;
  if (hit.type == AFT_HIT_FLAG)
    return g_array_index (self->figure->flags, AftFlagBox, hit.index).event;
  return NULL;
}

static void
set_hovered (AftTimelineView *self, AftRecord *event)
{
  if (!g_set_object (&self->hovered, event))
    return;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HOVERED]);
}

void
aft_timeline_view_set_hover (AftTimelineView *self, AftHit hit)
{
  if (hit.type == self->hover.type && hit.index == self->hover.index)
    return;
  self->hover = hit;
  set_hovered (self, find_hovered (self, hit));
  gtk_widget_queue_draw (GTK_WIDGET (self));
  gtk_widget_trigger_tooltip_query (GTK_WIDGET (self));
}

static gboolean
query_tooltip_cb (AftTimelineView *self, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  AftFigure       *figure = aft_timeline_view_need_figure (self);
  g_autofree char *name = NULL;

  if (figure == NULL || keyboard || self->drag.is_moving)
    return FALSE;
  name = aft_timeline_view_name_hit (self, aft_figure_hit (figure, x, y));
  if (name == NULL)
    return FALSE;
  gtk_tooltip_set_text (tooltip, name);
  return TRUE;
}

/* The widget */

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
  need_figure (AFT_TIMELINE_VIEW (widget), width);
  aft_timeline_view_allocate_children (AFT_TIMELINE_VIEW (widget));
}

/* One byte for each event; NULL where none or one alone is selected. */
static guint8 *
mark_selected (AftTimelineView *self, const AftFigure *figure)
{
  g_autoptr (GPtrArray) events = NULL;
  guint8 *marks;

  if (aft_event_selection_get_length (self->selection) < 2)
    return NULL;
  marks = g_new0 (guint8, figure->events->len + 1);
  for (guint i = 0; i < figure->events->len; i++)
    marks[i] = aft_event_selection_contains (self->selection,
                                             g_array_index (figure->events, AftEventBox, i).event);
  return marks;
}

static void
fill_state (AftTimelineView *self, const AftFigure *figure, AftFigureState *state)
{
  AftRecord *current = aft_event_selection_get_current (self->selection);

  state->current = current != NULL ? aft_figure_find (figure, current) : -1;
  state->hover = self->hovered != NULL ? aft_figure_find (figure, self->hovered) : -1;
  state->hover_cluster = self->hover.type == AFT_HIT_CLUSTER ? self->hover.index : -1;
  state->cursor = self->drag.is_moving ? self->drag.now : AFT_INSTANT_NONE;
  state->cursor_text = self->drag.text;
}

static void
aft_timeline_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AftTimelineView *self = AFT_TIMELINE_VIEW (widget);
  AftFigure       *figure = aft_timeline_view_need_figure (self);
  g_autoptr (PangoFontDescription) face = aft_figure_look_new_face (widget);
  g_autofree guint8 *selected = NULL;
  AftFigureState     state = AFT_FIGURE_STATE_INIT;
  graphene_rect_t    bounds;
  cairo_t           *cr;

  if (figure == NULL)
    return;
  fill_state (self, figure, &state);
  state.selected = selected = mark_selected (self, figure);
  graphene_rect_init (&bounds, 0, 0, gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  aft_figure_paint (figure,
                    cr,
                    gtk_widget_get_pango_context (widget),
                    face,
                    aft_figure_look_get_palette (),
                    &state);
  cairo_destroy (cr);
  aft_timeline_view_snapshot_band (self, snapshot);
  GTK_WIDGET_CLASS (aft_timeline_view_parent_class)->snapshot (widget, snapshot);
}

static void
aft_timeline_view_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (aft_timeline_view_parent_class)->css_changed (widget, change);
  invalidate_events (AFT_TIMELINE_VIEW (widget));
}

static void
aft_timeline_view_direction_changed (GtkWidget *widget, GtkTextDirection previous)
{
  GTK_WIDGET_CLASS (aft_timeline_view_parent_class)->direction_changed (widget, previous);
  invalidate_events (AFT_TIMELINE_VIEW (widget));
}

static void
aft_timeline_view_set_focus_child (GtkWidget *widget, GtkWidget *child)
{
  GTK_WIDGET_CLASS (aft_timeline_view_parent_class)->set_focus_child (widget, child);
  if (AFT_TIMELINE_VIEW (widget)->selection != NULL)
    aft_timeline_view_focus_changed (AFT_TIMELINE_VIEW (widget), child);
}

/* The object */

static void
aft_timeline_view_dispose (GObject *object)
{
  AftTimelineView *self = AFT_TIMELINE_VIEW (object);

  aft_timeline_view_stop_gliding (self);
  unwatch (self, 0, self->watched->len);
  if (self->events != NULL)
    g_signal_handlers_disconnect_by_func (self->events, items_changed_cb, self);
  g_clear_object (&self->events);
  g_clear_object (&self->selection);
  g_clear_object (&self->hovered);
  g_clear_object (&self->drag.event);
  g_clear_pointer (&self->figure, aft_figure_free);
  g_clear_pointer (&self->digest, aft_digest_unref);
  aft_timeline_view_drop_children (self);
  g_clear_handle_id (&self->children_source, g_source_remove);
  G_OBJECT_CLASS (aft_timeline_view_parent_class)->dispose (object);
}

static void
aft_timeline_view_finalize (GObject *object)
{
  AftTimelineView *self = AFT_TIMELINE_VIEW (object);

  g_ptr_array_unref (self->watched);
  g_free (self->zone);
  g_free (self->drag.text);
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
    case PROP_READ_ONLY:
      g_value_set_boolean (value, self->is_read_only);
      break;
    case PROP_HOVERED:
      g_value_set_object (value, self->hovered);
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
    case PROP_READ_ONLY:
      if (self->is_read_only == g_value_get_boolean (value))
        break;
      self->is_read_only = g_value_get_boolean (value);
      g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_HOVERED:
      set_hovered (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

#define FLAGS (G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS)

static void
install_properties (GObjectClass *klass)
{
  properties[PROP_EVENTS] = g_param_spec_object ("events", NULL, NULL, AFT_TYPE_RECORD_LIST, FLAGS);
  properties[PROP_ZONE] = g_param_spec_string ("zone", NULL, NULL, NULL, FLAGS);
  properties[PROP_READ_ONLY] = g_param_spec_boolean ("read-only", NULL, NULL, FALSE, FLAGS);
  properties[PROP_HOVERED] = g_param_spec_object ("hovered", NULL, NULL, AFT_TYPE_RECORD, FLAGS);
  g_object_class_install_properties (klass, N_PROPS, properties);
}

static guint
new_signal (const char *name, guint n_params, GType first, GType second, GType third)
{
  return g_signal_new (name,
                       AFT_TYPE_TIMELINE_VIEW,
                       G_SIGNAL_RUN_LAST,
                       0,
                       NULL,
                       NULL,
                       NULL,
                       G_TYPE_NONE,
                       n_params,
                       first,
                       second,
                       third);
}

static void
install_signals (void)
{
  signals[SIGNAL_EVENT_ACTIVATED] = new_signal ("event-activated", 1, AFT_TYPE_RECORD, 0, 0);
  signals[SIGNAL_SHIFTED] = new_signal ("shifted", 1, G_TYPE_INT64, 0, 0);
  signals[SIGNAL_TIME_CHOSEN] =
      new_signal ("time-chosen", 3, AFT_TYPE_RECORD, G_TYPE_UINT, G_TYPE_INT64);
  signals[SIGNAL_ADD_WANTED] = new_signal ("add-wanted", 2, G_TYPE_INT64, G_TYPE_UINT, 0);
  signals[SIGNAL_MENU_WANTED] = new_signal ("menu-wanted", 1, GDK_TYPE_RECTANGLE, 0, 0);
  signals[SIGNAL_VIEW_CHANGED] = new_signal ("view-changed", 0, 0, 0, 0);
}

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
  widget_class->set_focus_child = aft_timeline_view_set_focus_child;
  widget_class->css_changed = aft_timeline_view_css_changed;
  widget_class->direction_changed = aft_timeline_view_direction_changed;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
  gtk_widget_class_set_css_name (widget_class, "timeline-view");
  install_properties (object_class);
  install_signals ();
}

static void
aft_timeline_view_init (AftTimelineView *self)
{
  g_autoptr (AftEventSelection) selection = aft_event_selection_new ();

  self->hover = (AftHit){ AFT_HIT_NOTHING, -1 };
  self->view = (AftViewState) AFT_VIEW_STATE_FIT;
  self->watched = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  aft_ui_set_accessible_name (GTK_WIDGET (self), _ ("Timeline"));
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  g_signal_connect_object (adw_style_manager_get_default (),
                           "notify",
                           G_CALLBACK (gtk_widget_queue_draw),
                           self,
                           G_CONNECT_SWAPPED);
  aft_timeline_view_set_selection (self, selection);
  aft_timeline_view_add_drag (self);
  aft_timeline_view_add_input (self);
  aft_timeline_view_add_keys (self);
}

/* Telling */

void
aft_timeline_view_emit_activated (AftTimelineView *self, AftRecord *event)
{
  g_signal_emit (self, signals[SIGNAL_EVENT_ACTIVATED], 0, event);
}

void
aft_timeline_view_emit_shifted (AftTimelineView *self, gint64 offset)
{
  g_signal_emit (self, signals[SIGNAL_SHIFTED], 0, offset);
}

void
aft_timeline_view_emit_time_chosen (AftTimelineView *self,
                                    AftRecord       *event,
                                    guint            field,
                                    AftInstant       instant)
{
  g_signal_emit (self, signals[SIGNAL_TIME_CHOSEN], 0, event, field, instant);
}

void
aft_timeline_view_emit_add (AftTimelineView *self, AftInstant instant, guint lane)
{
  if (!self->is_read_only)
    g_signal_emit (self, signals[SIGNAL_ADD_WANTED], 0, instant, lane);
}

void
aft_timeline_view_emit_menu (AftTimelineView *self, const GdkRectangle *place)
{
  g_signal_emit (self, signals[SIGNAL_MENU_WANTED], 0, place);
}

/* For whoever has one */

GtkWidget *
aft_timeline_view_new (void)
{
  return g_object_new (AFT_TYPE_TIMELINE_VIEW, NULL);
}

void
aft_timeline_view_set_selection (AftTimelineView *self, AftEventSelection *selection)
{
  g_return_if_fail (AFT_IS_TIMELINE_VIEW (self) && AFT_IS_EVENT_SELECTION (selection));

  if (self->selection == selection)
    return;
  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_func (self->selection, selection_changed_cb, self);
  g_set_object (&self->selection, selection);
  g_signal_connect_object (
      selection, "changed", G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
}

const AftFigure *
aft_timeline_view_get_figure (AftTimelineView *self)
{
  g_return_val_if_fail (AFT_IS_TIMELINE_VIEW (self), NULL);
  return aft_timeline_view_need_figure (self);
}

const AftViewState *
aft_timeline_view_get_view (AftTimelineView *self)
{
  g_return_val_if_fail (AFT_IS_TIMELINE_VIEW (self), NULL);
  return &self->view;
}

void
aft_timeline_view_pan (AftTimelineView *self, double dx)
{
  AftFigure *figure;

  g_return_if_fail (AFT_IS_TIMELINE_VIEW (self));

  figure = aft_timeline_view_need_figure (self);
  if (figure == NULL || aft_view_state_is_fit (&self->view) || dx == 0)
    return;
  aft_view_state_pan (&self->view, &figure->scale, dx);
  aft_timeline_view_invalidate (self);
}

void
aft_timeline_view_zoom (AftTimelineView *self, double x, double factor)
{
  AftFigure *figure;

  g_return_if_fail (AFT_IS_TIMELINE_VIEW (self));

  figure = aft_timeline_view_need_figure (self);
  if (figure == NULL || figure->digest->n_timed == 0)
    return;
  aft_view_state_zoom (&self->view, &figure->scale, x, factor);
  aft_timeline_view_invalidate (self);
}

void
aft_timeline_view_show_all (AftTimelineView *self)
{
  g_return_if_fail (AFT_IS_TIMELINE_VIEW (self));
  self->view = (AftViewState) AFT_VIEW_STATE_FIT;
  aft_timeline_view_invalidate (self);
}

void
aft_timeline_view_focus (AftTimelineView *self, AftRecord *event)
{
  g_return_if_fail (AFT_IS_TIMELINE_VIEW (self) && AFT_IS_RECORD (event));

  aft_timeline_view_reveal (self, event);
  if (!aft_timeline_view_focus_event (self, event))
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

GdkRectangle
aft_timeline_view_get_place (AftTimelineView *self)
{
  AftFigure *figure = aft_timeline_view_need_figure (self);
  AftRecord *current = aft_event_selection_get_current (self->selection);
  int        index = figure != NULL && current != NULL ? aft_figure_find (figure, current) : -1;
  AftRect    area;

  if (index < 0 || !aft_timeline_view_find_area (self, (guint) index, &area))
    return (GdkRectangle){ gtk_widget_get_width (GTK_WIDGET (self)) / 2,
                           gtk_widget_get_height (GTK_WIDGET (self)) / 2,
                           1,
                           1 };
  return (
      GdkRectangle){ (int) (area.x + MIN (area.width / 2, 8)), (int) area.y, 1, (int) area.height };
}
