/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/import/import-gutter.h"

/* As wide as this: thousands of events are many. */
#define WIDEST "E0000"

struct _AftImportGutter
{
  GtkSourceGutterRendererText parent_instance;

  GHashTable *signs;
};

G_DEFINE_FINAL_TYPE (AftImportGutter, aft_import_gutter, GTK_SOURCE_TYPE_GUTTER_RENDERER_TEXT)

static void
aft_import_gutter_query_data (GtkSourceGutterRenderer *renderer,
                              GtkSourceGutterLines    *lines,
                              guint                    line)
{
  AftImportGutter *self = AFT_IMPORT_GUTTER (renderer);
  const char      *sign =
      self->signs != NULL ? g_hash_table_lookup (self->signs, GUINT_TO_POINTER (line)) : NULL;

  gtk_source_gutter_renderer_text_set_text (
      GTK_SOURCE_GUTTER_RENDERER_TEXT (self), sign != NULL ? sign : "", -1);
}

static void
aft_import_gutter_measure (GtkWidget     *widget,
                           GtkOrientation orientation,
                           int            for_size,
                           int           *minimum,
                           int           *natural,
                           int           *minimum_baseline,
                           int           *natural_baseline)
{
  int width, height;

  gtk_source_gutter_renderer_text_measure (
      GTK_SOURCE_GUTTER_RENDERER_TEXT (widget), WIDEST, &width, &height);
  width += 2 * gtk_source_gutter_renderer_get_xpad (GTK_SOURCE_GUTTER_RENDERER (widget));
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? width : 0;
}

static void
aft_import_gutter_finalize (GObject *object)
{
  g_clear_pointer (&AFT_IMPORT_GUTTER (object)->signs, g_hash_table_unref);

  G_OBJECT_CLASS (aft_import_gutter_parent_class)->finalize (object);
}

static void
aft_import_gutter_class_init (AftImportGutterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = aft_import_gutter_finalize;
  GTK_WIDGET_CLASS (klass)->measure = aft_import_gutter_measure;
  GTK_SOURCE_GUTTER_RENDERER_CLASS (klass)->query_data = aft_import_gutter_query_data;
}

static void
aft_import_gutter_init (AftImportGutter *self)
{
}

GtkSourceGutterRenderer *
aft_import_gutter_new (void)
{
  return g_object_new (AFT_TYPE_IMPORT_GUTTER,
                       "alignment-mode",
                       GTK_SOURCE_GUTTER_RENDERER_ALIGNMENT_MODE_FIRST,
                       "xpad",
                       6,
                       "xalign",
                       0.0,
                       NULL);
}

void
aft_import_gutter_set_signs (AftImportGutter *self, GHashTable *signs)
{
  g_return_if_fail (AFT_IS_IMPORT_GUTTER (self));

  g_clear_pointer (&self->signs, g_hash_table_unref);
  self->signs = signs != NULL ? g_hash_table_ref (signs) : NULL;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
