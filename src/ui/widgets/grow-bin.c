/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/grow-bin.h"

#define MAX_LINES 40

struct _AftGrowBin
{
  GtkWidget parent_instance;

  GtkWidget          *scroller;
  AftProseView       *view;
  GtkEventController *wheel; /* the scroller's; NULL where it has none */
  int                 min_height_px;
};

G_DEFINE_FINAL_TYPE (AftGrowBin, aft_grow_bin, GTK_TYPE_WIDGET)

static GtkSizeRequestMode
aft_grow_bin_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static int
measure_height (AftGrowBin *self, int width)
{
  return CLAMP (aft_prose_view_measure_height (self->view, width),
                self->min_height_px,
                MAX (self->min_height_px, aft_prose_view_measure_lines (self->view, MAX_LINES)));
}

static void
aft_grow_bin_measure (GtkWidget     *widget,
                      GtkOrientation orientation,
                      int            for_size,
                      int           *minimum,
                      int           *natural,
                      int           *minimum_baseline,
                      int           *natural_baseline)
{
  AftGrowBin *self = AFT_GROW_BIN (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    gtk_widget_measure (self->scroller, orientation, -1, minimum, natural, NULL, NULL);
  else
    *minimum = *natural = measure_height (self, for_size);
}

static void
aft_grow_bin_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  gtk_widget_allocate (AFT_GROW_BIN (widget)->scroller, width, height, baseline, NULL);
}

/* Where the whole text is in sight the wheel is for the page. By itself a scrolled window takes
 * each turn of the wheel, also where it has nothing to scroll. */
static void
share_wheel (AftGrowBin *self)
{
  GtkAdjustment *adjustment =
      gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  gboolean has_more =
      gtk_adjustment_get_upper (adjustment) > gtk_adjustment_get_page_size (adjustment) + 1;

  gtk_event_controller_set_propagation_phase (self->wheel,
                                              has_more ? GTK_PHASE_BUBBLE : GTK_PHASE_NONE);
}

/* The scrolled window's own. */
static GtkEventController *
find_wheel (GtkWidget *scroller)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (scroller);
  GtkEventController *wheel = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_SCROLL (controller) &&
          gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_BUBBLE)
        wheel = controller;
    }
  return wheel;
}

static void
watch_wheel (AftGrowBin *self)
{
  self->wheel = find_wheel (self->scroller);
  if (self->wheel == NULL)
    return;
  g_signal_connect_object (
      gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)),
      "changed",
      G_CALLBACK (share_wheel),
      self,
      G_CONNECT_SWAPPED);
  share_wheel (self);
}

static void
aft_grow_bin_dispose (GObject *object)
{
  g_clear_pointer (&AFT_GROW_BIN (object)->scroller, gtk_widget_unparent);

  G_OBJECT_CLASS (aft_grow_bin_parent_class)->dispose (object);
}

static void
aft_grow_bin_class_init (AftGrowBinClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = aft_grow_bin_dispose;
  widget_class->get_request_mode = aft_grow_bin_get_request_mode;
  widget_class->measure = aft_grow_bin_measure;
  widget_class->size_allocate = aft_grow_bin_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "growbin");
}

static void
aft_grow_bin_init (AftGrowBin *self)
{
  GtkScrolledWindow *scroller;

  self->view = AFT_PROSE_VIEW (aft_prose_view_new (NULL));
  self->scroller = gtk_scrolled_window_new ();
  scroller = GTK_SCROLLED_WINDOW (self->scroller);
  gtk_scrolled_window_set_policy (scroller, GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (scroller, GTK_WIDGET (self->view));
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  watch_wheel (self);
  g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view)),
                           "changed",
                           G_CALLBACK (gtk_widget_queue_resize),
                           self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
aft_grow_bin_new (void)
{
  return g_object_new (AFT_TYPE_GROW_BIN, NULL);
}

AftProseView *
aft_grow_bin_get_view (AftGrowBin *self)
{
  g_return_val_if_fail (AFT_IS_GROW_BIN (self), NULL);
  return self->view;
}

void
aft_grow_bin_set_min_height (AftGrowBin *self, int height_px)
{
  g_return_if_fail (AFT_IS_GROW_BIN (self));

  self->min_height_px = height_px;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
