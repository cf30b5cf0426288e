/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/page-maker.h"

#include <math.h>

#include "paint/page-painter.h"

typedef enum
{
  MAKE,
  PAINT,
  FREE,
  QUIT,
} Kind;

/* To the thread. */
typedef struct
{
  Kind              kind;
  AftRecord        *copy;
  AftTypesetOptions options;
  AftSheets        *sheets;
  guint             page;
  int               width_px;
  guint             serial; /* of MAKE and of the sheets */
} Order;

/* From the thread. */
typedef struct
{
  AftSheets  *sheets;  /* NULL for a picture */
  AftSheets  *painted; /* of a picture: of which sheets; only compared */
  guint       page;
  GdkTexture *picture;
} Result;

struct _AftPageMaker
{
  AftSheetsMade  sheets_made;
  AftPictureMade picture_made;
  gpointer       data;

  GThread      *thread; /* once there is something to do */
  GAsyncQueue  *orders;
  GAsyncQueue  *results;
  GMainContext *context;
  gint          has_source;    /* atomic: the results will be looked at */
  gint          last_serial;   /* atomic: of the pages that are wanted */
  guint         n_in_progress; /* orders to make pages without a result */
  AftSheets    *last;          /* made last; only compared */
};

/* ---- the thread ---- */

typedef struct
{
  PangoContext  *context;
  PangoFontMap  *fonts;
  AftLinesCache *cache;
} Press;

static void
press_init (Press *self)
{
  self->context = aft_paint_context ();
  self->fonts = pango_cairo_font_map_new ();
  pango_context_set_font_map (self->context, self->fonts);
  self->cache = aft_lines_cache_new (self->context);
}

static void
press_clear (Press *self)
{
  aft_lines_cache_free (self->cache);
  g_object_unref (self->context);
  g_object_unref (self->fonts);
}

static void
free_sheets (AftSheets *sheets)
{
  aft_pages_free (sheets->pages);
  g_object_unref (sheets->root);
  g_free (sheets);
}

static gboolean deliver_cb (gpointer data);

static void
answer (AftPageMaker *self, const Result *result)
{
  g_async_queue_push (self->results, g_memdup2 (result, sizeof *result));
  if (g_atomic_int_compare_and_exchange (&self->has_source, FALSE, TRUE))
    {
      g_autoptr (GSource) source = g_idle_source_new ();

      /* below what is typed, and below drawing */
      g_source_set_priority (source, G_PRIORITY_DEFAULT_IDLE);
      g_source_set_callback (source, deliver_cb, self, NULL);
      g_source_attach (source, self->context);
    }
}

static void
make (AftPageMaker *self, Press *press, Order *order)
{
  Result     result = { 0 };
  AftSheets *sheets = NULL;
  gint64     begun = g_get_monotonic_time ();

  if ((guint) g_atomic_int_get (&self->last_serial) == order->serial)
    {
      sheets = g_new0 (AftSheets, 1);
      order->options.cache = press->cache;
      sheets->root = g_steal_pointer (&order->copy);
      sheets->pages = aft_typeset (sheets->root, &order->options, press->context);
      sheets->serial = order->serial;
      sheets->usec = g_get_monotonic_time () - begun;
    }
  result.sheets = sheets;
  answer (self, &result);
}

/* Three bytes a pixel: a sheet has no holes, and the toolkit takes this as it is, where it brings
 * any other format into its own by floating point, on the main thread. */
static GdkTexture *
make_texture (cairo_surface_t *surface)
{
  int           width = cairo_image_surface_get_width (surface);
  int           height = cairo_image_surface_get_height (surface);
  int           stride = cairo_image_surface_get_stride (surface);
  const guchar *data = cairo_image_surface_get_data (surface);
  guchar       *pixels = g_malloc_n ((gsize) width * (gsize) height, 3);
  guchar       *to = pixels;
  g_autoptr (GBytes) bytes = NULL;

  for (int y = 0; y < height; y++)
    {
      const guint32 *row = (const guint32 *) (const void *) (data + (gsize) y * (gsize) stride);

      for (int x = 0; x < width; x++)
        {
          *to++ = (guchar) (row[x] >> 16);
          *to++ = (guchar) (row[x] >> 8);
          *to++ = (guchar) row[x];
        }
    }
  bytes = g_bytes_new_take (pixels, (gsize) (to - pixels));
  return gdk_memory_texture_new (width, height, GDK_MEMORY_R8G8B8, bytes, (gsize) width * 3);
}

static GdkTexture *
paint (const AftPages *pages, guint page, int width_px)
{
  double           scale = width_px / pages->width;
  int              height_px = (int) ceil (pages->height * scale);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width_px, height_px);
  cairo_t         *cr = cairo_create (surface);
  GdkTexture      *texture;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  aft_page_paint (pages, page, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  texture = make_texture (surface);
  cairo_surface_destroy (surface);
  return texture;
}

static void
paint_order (AftPageMaker *self, const Order *order)
{
  Result result = { .painted = order->sheets, .page = order->page };

  /* newer pages are wanted already: they come first, and have pictures of their own */
  if ((guint) g_atomic_int_get (&self->last_serial) == order->serial)
    result.picture = paint (order->sheets->pages, order->page, order->width_px);
  answer (self, &result);
}

static gpointer
work (gpointer data)
{
  AftPageMaker *self = data;
  Press         press;
  gboolean      goes_on = TRUE;

  press_init (&press);
  while (goes_on)
    {
      g_autofree Order *order = g_async_queue_pop (self->orders);

      if (order->kind == MAKE)
        make (self, &press, order);
      else if (order->kind == PAINT)
        paint_order (self, order);
      else if (order->kind == FREE)
        free_sheets (order->sheets);
      goes_on = order->kind != QUIT;
      g_clear_object (&order->copy);
    }
  press_clear (&press);
  return NULL;
}

/* ---- the main loop ---- */

static void
send (AftPageMaker *self, const Order *order)
{
  if (self->thread == NULL)
    self->thread = g_thread_new ("pages", work, self);
  g_async_queue_push (self->orders, g_memdup2 (order, sizeof *order));
}

static void
deliver (AftPageMaker *self, Result *result)
{
  g_autoptr (GdkTexture) picture = result->picture;

  if (result->painted != NULL)
    {
      if (result->painted == self->last && self->picture_made != NULL && picture != NULL)
        self->picture_made (result->page, picture, self->data);
      return;
    }
  self->n_in_progress--;
  if (result->sheets == NULL)
    return;
  self->last = result->sheets;
  if (self->sheets_made != NULL)
    self->sheets_made (result->sheets, self->data);
  else
    aft_page_maker_give_back (self, result->sheets);
}

static gboolean
deliver_cb (gpointer data)
{
  AftPageMaker *self = data;
  Result       *result;

  g_atomic_int_set (&self->has_source, FALSE);
  while ((result = g_async_queue_try_pop (self->results)) != NULL)
    {
      deliver (self, result);
      g_free (result);
    }
  return G_SOURCE_REMOVE;
}

AftPageMaker *
aft_page_maker_new (AftSheetsMade sheets_made, AftPictureMade picture_made, gpointer data)
{
  AftPageMaker *self = g_new0 (AftPageMaker, 1);

  self->sheets_made = sheets_made;
  self->picture_made = picture_made;
  self->data = data;
  self->orders = g_async_queue_new ();
  self->results = g_async_queue_new ();
  self->context = g_main_context_ref_thread_default ();
  return self;
}

void
aft_page_maker_free (AftPageMaker *self)
{
  self->sheets_made = NULL;
  self->picture_made = NULL;
  g_atomic_int_inc (&self->last_serial);
  if (self->thread != NULL)
    {
      send (self, &(Order){ .kind = QUIT });
      g_thread_join (self->thread);
      self->thread = NULL;
    }
  /* what came meanwhile: the thread is gone, so that it is freed here */
  while (g_source_remove_by_user_data (self))
    continue;
  for (Result *result; (result = g_async_queue_try_pop (self->results)) != NULL; g_free (result))
    {
      g_clear_object (&result->picture);
      g_clear_pointer (&result->sheets, free_sheets);
    }
  for (Order *order; (order = g_async_queue_try_pop (self->orders)) != NULL; g_free (order))
    {
      g_clear_object (&order->copy);
      if (order->kind == FREE)
        free_sheets (order->sheets);
    }
  g_async_queue_unref (self->orders);
  g_async_queue_unref (self->results);
  g_main_context_unref (self->context);
  g_free (self);
}

void
aft_page_maker_make (AftPageMaker *self, AftRecord *copy, const AftTypesetOptions *options)
{
  guint serial = (guint) g_atomic_int_add (&self->last_serial, 1) + 1;

  self->n_in_progress++;
  send (self, &(Order){ .kind = MAKE, .copy = copy, .options = *options, .serial = serial });
}

void
aft_page_maker_paint (AftPageMaker *self, const AftSheets *sheets, guint page, int width_px)
{
  send (self,
        &(Order){ .kind = PAINT,
                  .sheets = (AftSheets *) sheets,
                  .page = page,
                  .width_px = width_px,
                  .serial = sheets->serial });
}

void
aft_page_maker_give_back (AftPageMaker *self, AftSheets *sheets)
{
  if (sheets == self->last)
    self->last = NULL;
  send (self, &(Order){ .kind = FREE, .sheets = sheets });
}

gboolean
aft_page_maker_is_busy (AftPageMaker *self)
{
  return self->n_in_progress > 0;
}
