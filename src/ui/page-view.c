/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/page-view.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "paint/page-painter.h"
#include "ui/text.h"

#define MARGIN_PX    18 /* around and between sheets */
#define MIN_WIDTH_PX 160
/* A sheet larger than on paper reads no better. */
#define MAX_SCALE 1.6

struct _AftPageView
{
  GtkWidget parent_instance;

  const AftPages *pages;
  GPtrArray      *nodes; /* GskRenderNode by page, NULL where not drawn; in points */
};

enum
{
  SPOT_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AftPageView, aft_page_view, GTK_TYPE_WIDGET)

static void
unref_node (gpointer node)
{
  if (node != NULL)
    gsk_render_node_unref (node);
}

static double
scale_for (AftPageView *self, int width)
{
  return CLAMP ((width - 2 * MARGIN_PX) / self->pages->width, 0.1, MAX_SCALE);
}

/* Top left corner of a sheet. */
static void
place_sheet (AftPageView *self, int page, double *x, double *y, double *scale)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));

  *scale = scale_for (self, width);
  *x = (width - self->pages->width * *scale) / 2;
  *y = MARGIN_PX + page * (self->pages->height * *scale + MARGIN_PX);
}

static GskRenderNode *
draw_sheet (AftPageView *self, guint page)
{
  GskRenderNode *node = g_ptr_array_index (self->nodes, page);
  GtkSnapshot   *snapshot;
  cairo_t       *cr;

  if (node != NULL)
    return node;
  snapshot = gtk_snapshot_new ();
  cr = gtk_snapshot_append_cairo (
      snapshot,
      &GRAPHENE_RECT_INIT (0, 0, (float) self->pages->width, (float) self->pages->height));
  aft_page_paint (self->pages, page, cr);
  cairo_destroy (cr);
  node = gtk_snapshot_free_to_node (snapshot);
  g_ptr_array_index (self->nodes, page) = node;
  return node;
}

static void
append_sheet (AftPageView *self, GtkSnapshot *snapshot, guint page)
{
  const GdkRGBA   white = { 1, 1, 1, 1 };
  const GdkRGBA   shadow = { 0, 0, 0, 0.25 };
  double          x, y, scale;
  graphene_rect_t sheet;
  GskRoundedRect  outline;
  GskRenderNode  *node;

  place_sheet (self, (int) page, &x, &y, &scale);
  sheet = GRAPHENE_RECT_INIT (
      0, 0, (float) (self->pages->width * scale), (float) (self->pages->height * scale));
  gsk_rounded_rect_init_from_rect (&outline, &sheet, 0);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) y));
  gtk_snapshot_append_outset_shadow (snapshot, &outline, &shadow, 0, 1, 0, 4);
  gtk_snapshot_append_color (snapshot, &white, &sheet);
  gtk_snapshot_scale (snapshot, (float) scale, (float) scale);
  node = draw_sheet (self, page);
  if (node != NULL)
    gtk_snapshot_append_node (snapshot, node);
  gtk_snapshot_restore (snapshot);
}

/* What of the widget the scrolled window shows. */
static void
visible_range (AftPageView *self, double *top, double *bottom)
{
  GtkWidget      *port = gtk_widget_get_parent (GTK_WIDGET (self));
  graphene_rect_t bounds;

  *top = 0;
  *bottom = gtk_widget_get_height (GTK_WIDGET (self));
  if (port != NULL && gtk_widget_compute_bounds (GTK_WIDGET (self), port, &bounds))
    {
      *top = -bounds.origin.y;
      *bottom = *top + gtk_widget_get_height (port);
    }
}

static void
aft_page_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AftPageView *self = AFT_PAGE_VIEW (widget);
  double       top, bottom;

  if (self->pages == NULL)
    return;
  visible_range (self, &top, &bottom);
  for (guint page = 0; page < self->nodes->len; page++)
    {
      double x, y, scale, height;

      place_sheet (self, (int) page, &x, &y, &scale);
      height = self->pages->height * scale;
      if (y + height >= top && y <= bottom)
        append_sheet (self, snapshot, page);
      else if (y + 2 * height < top || y > bottom + height)
        g_clear_pointer ((GskRenderNode **) &g_ptr_array_index (self->nodes, page), unref_node);
    }
}

static void
aft_page_view_measure (GtkWidget     *widget,
                       GtkOrientation orientation,
                       int            for_size,
                       int           *minimum,
                       int           *natural,
                       int           *minimum_baseline,
                       int           *natural_baseline)
{
  AftPageView *self = AFT_PAGE_VIEW (widget);
  int          width = MAX (for_size, MIN_WIDTH_PX);

  *minimum = MIN_WIDTH_PX;
  *natural = 420;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    return;
  *minimum = *natural = 0;
  if (self->pages != NULL)
    *minimum = *natural =
        (int) (MARGIN_PX + self->pages->pages->len *
                               (self->pages->height * scale_for (self, width) + MARGIN_PX));
}

static GtkSizeRequestMode
aft_page_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
released_cb (GtkGestureClick *gesture, int n_press, double x, double y, AftPageView *self)
{
  if (self->pages == NULL)
    return;
  for (guint i = 0; i < self->pages->spots->len; i++)
    {
      const AftPageSpot *spot = &g_array_index (self->pages->spots, AftPageSpot, i);
      double             sheet_x, sheet_y, scale;

      place_sheet (self, spot->page, &sheet_x, &sheet_y, &scale);
      if (graphene_rect_contains_point (&GRAPHENE_RECT_INIT ((float) spot->rect.x,
                                                             (float) spot->rect.y,
                                                             (float) spot->rect.width,
                                                             (float) spot->rect.height),
                                        &GRAPHENE_POINT_INIT ((float) ((x - sheet_x) / scale),
                                                              (float) ((y - sheet_y) / scale))))
        {
          g_signal_emit (self, signals[SPOT_ACTIVATED], 0, i);
          return;
        }
    }
}

static void
aft_page_view_finalize (GObject *object)
{
  g_ptr_array_unref (AFT_PAGE_VIEW (object)->nodes);

  G_OBJECT_CLASS (aft_page_view_parent_class)->finalize (object);
}

static void
aft_page_view_class_init (AftPageViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = aft_page_view_finalize;
  widget_class->snapshot = aft_page_view_snapshot;
  widget_class->measure = aft_page_view_measure;
  widget_class->get_request_mode = aft_page_view_get_request_mode;

  signals[SPOT_ACTIVATED] = g_signal_new ("spot-activated",
                                          AFT_TYPE_PAGE_VIEW,
                                          G_SIGNAL_RUN_LAST,
                                          0,
                                          NULL,
                                          NULL,
                                          NULL,
                                          G_TYPE_NONE,
                                          1,
                                          G_TYPE_UINT);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
aft_page_view_init (AftPageView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->nodes = g_ptr_array_new_with_free_func (unref_node);
  g_signal_connect (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  aft_ui_set_accessible_name (GTK_WIDGET (self), _ ("The pages as they print"));
}

GtkWidget *
aft_page_view_new (void)
{
  return g_object_new (AFT_TYPE_PAGE_VIEW, NULL);
}

void
aft_page_view_set_pages (AftPageView *self, const AftPages *pages)
{
  g_return_if_fail (AFT_IS_PAGE_VIEW (self));

  self->pages = pages;
  g_ptr_array_set_size (self->nodes, 0);
  if (pages != NULL)
    g_ptr_array_set_size (self->nodes, (int) pages->pages->len);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
aft_page_view_locate (AftPageView *self, int page, const AftRect *rect, double *top, double *bottom)
{
  double x, y, scale;

  g_return_if_fail (AFT_IS_PAGE_VIEW (self) && self->pages != NULL);

  place_sheet (self, page, &x, &y, &scale);
  *top = y + rect->y * scale;
  *bottom = *top + rect->height * scale;
}
