/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/timeline/timeline-overview.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "paint/overview-painter.h"
#include "ui/text.h"
#include "ui/timeline/figure-look.h"

#define HEIGHT    24
#define MIN_WIDTH 100
#define PAN_STEP  0.1 /* of what is shown */
#define PAGE      0.8
#define ZOOM_STEP 1.25

struct _AftTimelineOverview
{
  GtkWidget parent_instance;

  AftTimelineView *view;
  double           dragged; /* px, as far as it was followed */
};

enum
{
  PROP_0,
  PROP_VIEW,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (AftTimelineOverview, aft_timeline_overview, GTK_TYPE_WIDGET)

static const AftFigure *
get_figure (AftTimelineOverview *self)
{
  return self->view != NULL ? aft_timeline_view_get_figure (self->view) : NULL;
}

/* In line with the plot of the figure, which has the names of the lanes beside it. */
static void
get_strip (AftTimelineOverview *self, const AftFigure *figure, double *x, double *width)
{
  *x = figure->plot.x;
  *width = MAX (figure->plot.width, 1);
}

static AftOverview *
layout (AftTimelineOverview *self, const AftFigure *figure, double *x)
{
  double width;

  get_strip (self, figure, x, &width);
  return aft_overview_layout (figure, width);
}

/* What is said of it: where in the whole the middle of the window is. */
static void
update_value (AftTimelineOverview *self, const AftFigure *figure)
{
  const AftScale *scale = &figure->scale;
  double          room = aft_scale_get_extent (scale) - scale->width;
  double          share = room > 0 ? scale->scroll / room * 100 : 0;

  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MIN,
                                  0.0,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MAX,
                                  100.0,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_NOW,
                                  share,
                                  -1);
}

static void
view_changed_cb (AftTimelineOverview *self)
{
  gboolean is_whole = aft_view_state_is_fit (aft_timeline_view_get_view (self->view));

  gtk_widget_set_visible (GTK_WIDGET (self), !is_whole);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (!is_whole && gtk_widget_get_mapped (GTK_WIDGET (self)) && get_figure (self) != NULL)
    update_value (self, get_figure (self));
}

/* Dragging */

static void
begin_cb (AftTimelineOverview *self, double x, double y, GtkGesture *gesture)
{
  const AftFigure *figure = get_figure (self);
  g_autoptr (AftOverview) overview = NULL;
  double left;

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  self->dragged = 0;
  if (figure == NULL)
    return;
  overview = layout (self, figure, &left);
  if (x - left < overview->window_x || x - left > overview->window_x + overview->window_width)
    aft_timeline_view_pan (self->view, aft_overview_pan_to (overview, figure, x - left));
}

static void
update_cb (AftTimelineOverview *self, double dx, double dy)
{
  const AftFigure *figure = get_figure (self);
  g_autoptr (AftOverview) overview = NULL;
  double left;

  if (figure == NULL)
    return;
  overview = layout (self, figure, &left);
  aft_timeline_view_pan (self->view, aft_overview_pan_by (overview, figure, dx - self->dragged));
  self->dragged = dx;
}

/* Keys */

static gboolean
zoom_key (AftTimelineOverview *self, const AftFigure *figure, guint key)
{
  double middle = figure->plot.x + figure->plot.width / 2;

  if (key == GDK_KEY_plus || key == GDK_KEY_KP_Add || key == GDK_KEY_equal)
    aft_timeline_view_zoom (self->view, middle, ZOOM_STEP);
  else if (key == GDK_KEY_minus || key == GDK_KEY_KP_Subtract)
    aft_timeline_view_zoom (self->view, middle, 1 / ZOOM_STEP);
  else if (key == GDK_KEY_0 || key == GDK_KEY_KP_0)
    aft_timeline_view_show_all (self->view);
  else
    return FALSE;
  return TRUE;
}

static gboolean
key_cb (AftTimelineOverview *self, guint key, guint code, GdkModifierType state)
{
  const AftFigure *figure = get_figure (self);
  double           width;

  if (figure == NULL || (state & GDK_ALT_MASK) != 0)
    return FALSE;
  width = figure->plot.width;
  switch (key)
    {
    case GDK_KEY_Left:
      aft_timeline_view_pan (self->view, -width * PAN_STEP);
      return TRUE;
    case GDK_KEY_Right:
      aft_timeline_view_pan (self->view, width * PAN_STEP);
      return TRUE;
    case GDK_KEY_Page_Up:
    case GDK_KEY_Page_Down:
      if ((state & GDK_CONTROL_MASK) != 0)
        return FALSE;
      aft_timeline_view_pan (self->view,
                             ((key == GDK_KEY_Page_Down) != figure->rtl ? width : -width) * PAGE);
      return TRUE;
    default:
      return zoom_key (self, figure, key);
    }
}

/* The widget */

static void
aft_timeline_overview_measure (GtkWidget     *widget,
                               GtkOrientation orientation,
                               int            for_size,
                               int           *minimum,
                               int           *natural,
                               int           *minimum_baseline,
                               int           *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? MIN_WIDTH : HEIGHT;
}

static void
aft_timeline_overview_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AftTimelineOverview *self = AFT_TIMELINE_OVERVIEW (widget);
  const AftFigure     *figure = get_figure (self);
  g_autoptr (AftOverview) overview = NULL;
  graphene_rect_t bounds;
  cairo_t        *cr;
  double          x;

  if (figure == NULL)
    return;
  overview = layout (self, figure, &x);
  graphene_rect_init (&bounds, 0, 0, gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  cairo_translate (cr, x, 0);
  aft_overview_paint (overview, cr, gtk_widget_get_height (widget), aft_figure_look_get_palette ());
  cairo_destroy (cr);
}

static void
set_view (AftTimelineOverview *self, AftTimelineView *view)
{
  if (!g_set_object (&self->view, view))
    return;
  if (view != NULL)
    {
      g_signal_connect_object (
          view, "view-changed", G_CALLBACK (view_changed_cb), self, G_CONNECT_SWAPPED);
      view_changed_cb (self);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VIEW]);
}

static void
aft_timeline_overview_dispose (GObject *object)
{
  g_clear_object (&AFT_TIMELINE_OVERVIEW (object)->view);

  G_OBJECT_CLASS (aft_timeline_overview_parent_class)->dispose (object);
}

static void
aft_timeline_overview_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_VIEW)
    g_value_set_object (value, AFT_TIMELINE_OVERVIEW (object)->view);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
aft_timeline_overview_set_property (GObject      *object,
                                    guint         id,
                                    const GValue *value,
                                    GParamSpec   *pspec)
{
  if (id == PROP_VIEW)
    set_view (AFT_TIMELINE_OVERVIEW (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
aft_timeline_overview_class_init (AftTimelineOverviewClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = aft_timeline_overview_dispose;
  object_class->get_property = aft_timeline_overview_get_property;
  object_class->set_property = aft_timeline_overview_set_property;
  widget_class->measure = aft_timeline_overview_measure;
  widget_class->snapshot = aft_timeline_overview_snapshot;
  properties[PROP_VIEW] =
      g_param_spec_object ("view",
                           NULL,
                           NULL,
                           AFT_TYPE_TIMELINE_VIEW,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SCROLLBAR);
  gtk_widget_class_set_css_name (widget_class, "timeline-overview");
}

static void
aft_timeline_overview_init (AftTimelineOverview *self)
{
  GtkGesture         *drag = gtk_gesture_drag_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), _ ("Move the Part That Is Shown"));
  aft_ui_set_accessible_name (GTK_WIDGET (self), _ ("Shown part of the timeline"));
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (update_cb), self);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_object (adw_style_manager_get_default (),
                           "notify",
                           G_CALLBACK (gtk_widget_queue_draw),
                           self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
aft_timeline_overview_new (void)
{
  return g_object_new (AFT_TYPE_TIMELINE_OVERVIEW, NULL);
}
