/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/completeness-mark.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ui/text.h"

#define SIZE_PX   14
#define STROKE_PX 1.5

struct _AftCompletenessMark
{
  GtkWidget parent_instance;

  double fraction;
};

enum
{
  PROP_0,
  PROP_FRACTION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (AftCompletenessMark, aft_completeness_mark, GTK_TYPE_WIDGET)

static void
describe (AftCompletenessMark *self)
{
  g_autofree char *name = NULL;

  /* Translators: how much of a document is filled in */
  name = g_strdup_printf (_ ("%d %% complete"), (int) floor (self->fraction * 100));
  aft_ui_set_accessible_name (GTK_WIDGET (self), name);
}

static void
aft_completeness_mark_measure (GtkWidget     *widget,
                               GtkOrientation orientation,
                               int            for_size,
                               int           *minimum,
                               int           *natural,
                               int           *minimum_baseline,
                               int           *natural_baseline)
{
  *minimum = *natural = SIZE_PX;
}

static void
aft_completeness_mark_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  AftCompletenessMark *self = AFT_COMPLETENESS_MARK (widget);
  int                  width = gtk_widget_get_width (widget);
  int                  height = gtk_widget_get_height (widget);
  double               radius = (SIZE_PX - STROKE_PX) / 2;
  double               turn = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL ? -1 : 1;
  GdkRGBA              color;
  cairo_t             *cr;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  cairo_translate (cr, width / 2.0, height / 2.0);
  cairo_scale (cr, turn, 1);
  gdk_cairo_set_source_rgba (cr, &color);
  cairo_set_line_width (cr, STROKE_PX);
  cairo_arc (cr, 0, 0, radius, 0, 2 * G_PI);
  cairo_stroke (cr);
  if (self->fraction > 0)
    {
      cairo_move_to (cr, 0, 0);
      cairo_arc (cr, 0, 0, radius, -G_PI / 2, -G_PI / 2 + 2 * G_PI * self->fraction);
      cairo_close_path (cr);
      cairo_fill (cr);
    }
  cairo_destroy (cr);
}

static void
aft_completeness_mark_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_FRACTION:
      g_value_set_double (value,
                          aft_completeness_mark_get_fraction (AFT_COMPLETENESS_MARK (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
aft_completeness_mark_set_property (GObject      *object,
                                    guint         id,
                                    const GValue *value,
                                    GParamSpec   *pspec)
{
  switch (id)
    {
    case PROP_FRACTION:
      aft_completeness_mark_set_fraction (AFT_COMPLETENESS_MARK (object),
                                          g_value_get_double (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
aft_completeness_mark_class_init (AftCompletenessMarkClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = aft_completeness_mark_get_property;
  object_class->set_property = aft_completeness_mark_set_property;
  widget_class->measure = aft_completeness_mark_measure;
  widget_class->snapshot = aft_completeness_mark_snapshot;

  properties[PROP_FRACTION] =
      g_param_spec_double ("fraction",
                           NULL,
                           NULL,
                           0,
                           1,
                           0,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_css_name (widget_class, "completeness");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
aft_completeness_mark_init (AftCompletenessMark *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  describe (self);
}

GtkWidget *
aft_completeness_mark_new (void)
{
  return g_object_new (AFT_TYPE_COMPLETENESS_MARK, NULL);
}

double
aft_completeness_mark_get_fraction (AftCompletenessMark *self)
{
  g_return_val_if_fail (AFT_IS_COMPLETENESS_MARK (self), 0);
  return self->fraction;
}

void
aft_completeness_mark_set_fraction (AftCompletenessMark *self, double fraction)
{
  g_return_if_fail (AFT_IS_COMPLETENESS_MARK (self));

  fraction = CLAMP (fraction, 0, 1);
  if (fraction == self->fraction)
    return;
  self->fraction = fraction;
  describe (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FRACTION]);
}
