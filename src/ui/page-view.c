/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/page-view.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ui/text.h"

#define MARGIN_PX    18 /* around and between sheets */
#define MIN_WIDTH_PX 160
/* A sheet larger than on paper reads no better, unless it is asked for. */
#define MAX_FIT_SCALE 1.6
#define MIN_ZOOM      0.25
#define MAX_ZOOM      4.0
/* Pictures of larger sheets are stretched: they would take more than is worth it. */
#define MAX_PICTURE_PX 3000

typedef struct
{
  GdkTexture *picture;   /* NULL before the first one; may be of the pages before */
  int         wanted_px; /* its width, once it was asked for */
} Sheet;

struct _AftPageView
{
  GtkWidget parent_instance;

  const AftPages *pages;
  GArray         *sheets; /* Sheet, by page */
  AftPageFit      fit;
  double          zoom; /* where nothing fits */
  gboolean        single;
  guint           current, told_current;
  double          told_zoom;
};

enum
{
  SPOT_ACTIVATED,
  PICTURE_WANTED,
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AftPageView, aft_page_view, GTK_TYPE_WIDGET)

static void
clear_sheet (Sheet *sheet)
{
  g_clear_object (&sheet->picture);
}

static Sheet *
get_sheet (AftPageView *self, guint page)
{
  return &g_array_index (self->sheets, Sheet, page);
}

/* ---- places ---- */

/* Of the part of the widget that the scrolled window shows. */
static int
port_height (AftPageView *self)
{
  GtkWidget *port = gtk_widget_get_parent (GTK_WIDGET (self));

  return port != NULL && gtk_widget_get_height (port) > 0
             ? gtk_widget_get_height (port)
             : gtk_widget_get_height (GTK_WIDGET (self));
}

static double
scale_for (AftPageView *self, int width)
{
  double by_width = CLAMP ((width - 2 * MARGIN_PX) / self->pages->width, 0.1, MAX_FIT_SCALE);
  double by_height;

  if (self->fit == AFT_PAGE_FIT_NONE)
    return self->zoom;
  if (self->fit == AFT_PAGE_FIT_WIDTH)
    return by_width;
  by_height = (port_height (self) - 2 * MARGIN_PX) / self->pages->height;
  return MIN (by_width, MAX (by_height, 0.1));
}

/* Top left corner of a sheet. */
static void
place_sheet (AftPageView *self, int page, double *x, double *y, double *scale)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));

  *scale = scale_for (self, width);
  *x = MAX ((width - self->pages->width * *scale) / 2, MARGIN_PX);
  *y = MARGIN_PX + (self->single ? 0 : page) * (self->pages->height * *scale + MARGIN_PX);
}

static gboolean
is_shown (AftPageView *self, guint page)
{
  return !self->single || page == self->current;
}

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

/* ---- drawing ---- */

static int
picture_width (AftPageView *self, double scale)
{
  double width = self->pages->width * scale * gtk_widget_get_scale_factor (GTK_WIDGET (self));

  return (int) CLAMP (round (width), 1, MAX_PICTURE_PX);
}

/* As large as its picture, pixel for pixel: letters stay as sharp as they are, and nothing has to
 * be scaled for each frame. */
static graphene_rect_t
measure_sheet (AftPageView *self, double scale)
{
  double width = picture_width (self, scale);
  double height = ceil (self->pages->height * width / self->pages->width);
  double factor = width < MAX_PICTURE_PX ? gtk_widget_get_scale_factor (GTK_WIDGET (self))
                                         : width / (self->pages->width * scale);

  return GRAPHENE_RECT_INIT (0, 0, (float) (width / factor), (float) (height / factor));
}

static void
want_picture (AftPageView *self, guint page, double scale)
{
  Sheet *sheet = get_sheet (self, page);
  int    width_px = picture_width (self, scale);

  if (sheet->wanted_px == width_px)
    return;
  sheet->wanted_px = width_px;
  g_signal_emit (self, signals[PICTURE_WANTED], 0, page, width_px);
}

static void
append_sheet (AftPageView *self, GtkSnapshot *snapshot, guint page)
{
  const GdkRGBA   white = { 1, 1, 1, 1 };
  const GdkRGBA   edge = { 0, 0, 0, 0.2f };
  double          x, y, scale;
  graphene_rect_t sheet;
  GskRoundedRect  outline;

  place_sheet (self, (int) page, &x, &y, &scale);
  sheet = measure_sheet (self, scale);
  /* a soft shadow of a whole sheet takes longer to draw than all that stands on it */
  gsk_rounded_rect_init_from_rect (&outline, &sheet, 0);
  gsk_rounded_rect_shrink (&outline, -1, -1, -1, -1);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) floor (x), (float) floor (y)));
  gtk_snapshot_append_border (
      snapshot, &outline, (float[4]){ 1, 1, 1, 1 }, (GdkRGBA[4]){ edge, edge, edge, edge });
  gtk_snapshot_append_color (snapshot, &white, &sheet);
  want_picture (self, page, scale);
  if (get_sheet (self, page)->picture != NULL)
    gtk_snapshot_append_texture (snapshot, get_sheet (self, page)->picture, &sheet);
  gtk_snapshot_restore (snapshot);
}

/* Far away, a picture is only memory. */
static void
forget_picture (AftPageView *self, guint page)
{
  clear_sheet (get_sheet (self, page));
  get_sheet (self, page)->wanted_px = 0;
}

static gboolean
tell_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  g_signal_emit (widget, signals[CHANGED], 0);
  return G_SOURCE_REMOVE;
}

/* Not while drawing: who hears of it changes labels. */
static void
tell_what_is_seen (AftPageView *self, guint current, double scale)
{
  if (current == self->told_current && scale == self->told_zoom)
    return;
  if (!self->single)
    self->current = current;
  self->told_current = current;
  self->told_zoom = scale;
  gtk_widget_add_tick_callback (GTK_WIDGET (self), tell_cb, NULL, NULL);
}

static void
aft_page_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AftPageView *self = AFT_PAGE_VIEW (widget);
  double       top, bottom, scale = 1;
  guint        current = self->current;

  if (self->pages == NULL)
    return;
  visible_range (self, &top, &bottom);
  for (guint page = 0; page < self->sheets->len; page++)
    {
      double x, y, height;

      place_sheet (self, (int) page, &x, &y, &scale);
      height = self->pages->height * scale;
      if (is_shown (self, page) && y + height >= top && y <= bottom)
        append_sheet (self, snapshot, page);
      else if (self->single || y + 2 * height < top || y > bottom + height)
        forget_picture (self, page);
      if (!self->single && y <= (top + bottom) / 2)
        current = page;
    }
  tell_what_is_seen (self, current, scale);
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
  guint        n = self->pages == NULL ? 0 : self->single ? 1 : self->pages->pages->len;

  *minimum = MIN_WIDTH_PX;
  *natural = 420;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      if (self->pages != NULL && self->fit == AFT_PAGE_FIT_NONE)
        *minimum = *natural = (int) (self->pages->width * self->zoom) + 2 * MARGIN_PX;
      return;
    }
  *minimum = *natural = 0;
  if (n > 0)
    *minimum = *natural =
        (int) (MARGIN_PX + n * (self->pages->height * scale_for (self, width) + MARGIN_PX));
}

static GtkSizeRequestMode
aft_page_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* ---- pointing ---- */

static void
released_cb (GtkGestureClick *gesture, int n_press, double x, double y, AftPageView *self)
{
  if (self->pages == NULL)
    return;
  for (guint i = 0; i < self->pages->spots->len; i++)
    {
      const AftPageSpot *spot = &g_array_index (self->pages->spots, AftPageSpot, i);
      double             sheet_x, sheet_y, scale;

      if (!is_shown (self, (guint) spot->page))
        continue;
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

/* ---- the widget ---- */

static void
aft_page_view_finalize (GObject *object)
{
  g_array_unref (AFT_PAGE_VIEW (object)->sheets);

  G_OBJECT_CLASS (aft_page_view_parent_class)->finalize (object);
}

static guint
install_signal (const char *name, guint n_parameters, GType first, GType second)
{
  return g_signal_new (name,
                       AFT_TYPE_PAGE_VIEW,
                       G_SIGNAL_RUN_LAST,
                       0,
                       NULL,
                       NULL,
                       NULL,
                       G_TYPE_NONE,
                       n_parameters,
                       first,
                       second);
}

static void
aft_page_view_class_init (AftPageViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = aft_page_view_finalize;
  widget_class->snapshot = aft_page_view_snapshot;
  widget_class->measure = aft_page_view_measure;
  widget_class->get_request_mode = aft_page_view_get_request_mode;

  signals[SPOT_ACTIVATED] = install_signal ("spot-activated", 1, G_TYPE_UINT, G_TYPE_NONE);
  signals[PICTURE_WANTED] = install_signal ("picture-wanted", 2, G_TYPE_UINT, G_TYPE_INT);
  signals[CHANGED] = install_signal ("changed", 0, G_TYPE_NONE, G_TYPE_NONE);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
aft_page_view_init (AftPageView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->zoom = 1;
  self->sheets = g_array_new (FALSE, TRUE, sizeof (Sheet));
  g_array_set_clear_func (self->sheets, (GDestroyNotify) clear_sheet);
  g_signal_connect (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  aft_ui_set_accessible_name (GTK_WIDGET (self), _ ("The pages as they print"));
}

GtkWidget *
aft_page_view_new (void)
{
  return g_object_new (AFT_TYPE_PAGE_VIEW, NULL);
}

static void
arrange (AftPageView *self)
{
  gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* The pictures stay until new ones come: they are nearly the same. */
void
aft_page_view_set_pages (AftPageView *self, const AftPages *pages)
{
  guint n = pages != NULL ? pages->pages->len : 0;

  g_return_if_fail (AFT_IS_PAGE_VIEW (self));

  self->pages = pages;
  g_array_set_size (self->sheets, n);
  for (guint i = 0; i < n; i++)
    get_sheet (self, i)->wanted_px = 0;
  self->current = n > 0 ? MIN (self->current, n - 1) : 0;
  self->told_zoom = 0;
  arrange (self);
}

void
aft_page_view_set_picture (AftPageView *self, guint page, GdkTexture *picture)
{
  g_return_if_fail (AFT_IS_PAGE_VIEW (self));

  if (page >= self->sheets->len)
    return;
  g_set_object (&get_sheet (self, page)->picture, picture);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
aft_page_view_set_fit (AftPageView *self, AftPageFit fit)
{
  g_return_if_fail (AFT_IS_PAGE_VIEW (self));

  if (fit == AFT_PAGE_FIT_NONE && self->fit != AFT_PAGE_FIT_NONE)
    self->zoom = aft_page_view_get_zoom (self);
  self->fit = fit;
  arrange (self);
}

AftPageFit
aft_page_view_get_fit (AftPageView *self)
{
  g_return_val_if_fail (AFT_IS_PAGE_VIEW (self), AFT_PAGE_FIT_WIDTH);
  return self->fit;
}

void
aft_page_view_set_zoom (AftPageView *self, double zoom)
{
  g_return_if_fail (AFT_IS_PAGE_VIEW (self));

  self->fit = AFT_PAGE_FIT_NONE;
  self->zoom = CLAMP (zoom, MIN_ZOOM, MAX_ZOOM);
  arrange (self);
}

double
aft_page_view_get_zoom (AftPageView *self)
{
  g_return_val_if_fail (AFT_IS_PAGE_VIEW (self), 1);

  if (self->pages == NULL)
    return self->zoom;
  return scale_for (self, gtk_widget_get_width (GTK_WIDGET (self)));
}

void
aft_page_view_set_single (AftPageView *self, gboolean single)
{
  g_return_if_fail (AFT_IS_PAGE_VIEW (self));

  self->single = single;
  self->told_zoom = 0;
  arrange (self);
}

gboolean
aft_page_view_get_single (AftPageView *self)
{
  g_return_val_if_fail (AFT_IS_PAGE_VIEW (self), FALSE);
  return self->single;
}

guint
aft_page_view_get_current (AftPageView *self)
{
  g_return_val_if_fail (AFT_IS_PAGE_VIEW (self), 0);
  return self->current;
}

void
aft_page_view_set_current (AftPageView *self, guint page)
{
  g_return_if_fail (AFT_IS_PAGE_VIEW (self));

  if (page >= self->sheets->len || page == self->current)
    return;
  self->current = page;
  self->told_zoom = 0;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
aft_page_view_locate (AftPageView *self, int page, const AftRect *rect, double *top, double *bottom)
{
  double x, y, scale;

  g_return_if_fail (AFT_IS_PAGE_VIEW (self) && self->pages != NULL);

  if (self->single)
    aft_page_view_set_current (self, (guint) page);
  place_sheet (self, page, &x, &y, &scale);
  *top = y + rect->y * scale;
  *bottom = *top + rect->height * scale;
}
