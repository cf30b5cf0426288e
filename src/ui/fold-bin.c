/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/fold-bin.h"

/* As GtkSettings counts it. */
#define ORDINARY_DPI (96 * 1024)

struct _AftFoldBin
{
  GtkWidget parent_instance;

  GtkWidget *child;
  int        width;     /* as announced: for text of the ordinary size */
  int        allocated; /* as it is */
  guint      source;
};

enum
{
  PROP_0,
  PROP_CHILD,
  PROP_WIDTH,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (AftFoldBin, aft_fold_bin, GTK_TYPE_WIDGET)

/* Where text is larger there is less room for it. */
static int
width_for_text (AftFoldBin *self)
{
  int dpi;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-xft-dpi", &dpi, NULL);
  return dpi > ORDINARY_DPI ? (int) ((gint64) self->allocated * ORDINARY_DPI / dpi)
                            : self->allocated;
}

/* A layout must not change what it lays out: the news waits until it is over. */
static gboolean
announce_cb (gpointer data)
{
  AftFoldBin *self = AFT_FOLD_BIN (data);

  self->source = 0;
  if (self->width == width_for_text (self))
    return G_SOURCE_REMOVE;
  self->width = width_for_text (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WIDTH]);
  return G_SOURCE_REMOVE;
}

static int
measure_width (AftFoldBin *self)
{
  int minimum = 0;

  if (self->child != NULL)
    gtk_widget_measure (self->child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  return minimum;
}

static GtkSizeRequestMode
aft_fold_bin_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
aft_fold_bin_measure (GtkWidget     *widget,
                      GtkOrientation orientation,
                      int            for_size,
                      int           *minimum,
                      int           *natural,
                      int           *minimum_baseline,
                      int           *natural_baseline)
{
  AftFoldBin *self = AFT_FOLD_BIN (widget);

  *minimum = *natural = 0;
  if (self->child == NULL)
    return;
  if (orientation == GTK_ORIENTATION_VERTICAL && for_size >= 0)
    for_size = MAX (for_size, measure_width (self));
  gtk_widget_measure (self->child, orientation, for_size, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = MIN (*minimum, AFT_FOLD_BIN_MIN_WIDTH_PX);
}

static void
aft_fold_bin_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  AftFoldBin *self = AFT_FOLD_BIN (widget);

  self->allocated = width;
  if (width_for_text (self) != self->width && self->source == 0)
    self->source = g_idle_add_full (G_PRIORITY_HIGH, announce_cb, self, NULL);
  if (self->child != NULL && gtk_widget_should_layout (self->child))
    gtk_widget_allocate (self->child, MAX (width, measure_width (self)), height, baseline, NULL);
}

static void
aft_fold_bin_dispose (GObject *object)
{
  AftFoldBin *self = AFT_FOLD_BIN (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_pointer (&self->child, gtk_widget_unparent);

  G_OBJECT_CLASS (aft_fold_bin_parent_class)->dispose (object);
}

static void
set_child (AftFoldBin *self, GtkWidget *child)
{
  if (self->child == child)
    return;
  g_clear_pointer (&self->child, gtk_widget_unparent);
  self->child = child;
  if (child != NULL)
    gtk_widget_set_parent (child, GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHILD]);
}

static void
aft_fold_bin_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  AftFoldBin *self = AFT_FOLD_BIN (object);

  switch (id)
    {
    case PROP_CHILD:
      g_value_set_object (value, self->child);
      break;
    case PROP_WIDTH:
      g_value_set_int (value, self->width);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
aft_fold_bin_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_CHILD:
      set_child (AFT_FOLD_BIN (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
aft_fold_bin_class_init (AftFoldBinClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = aft_fold_bin_dispose;
  object_class->get_property = aft_fold_bin_get_property;
  object_class->set_property = aft_fold_bin_set_property;
  widget_class->get_request_mode = aft_fold_bin_get_request_mode;
  widget_class->measure = aft_fold_bin_measure;
  widget_class->size_allocate = aft_fold_bin_size_allocate;

  properties[PROP_CHILD] =
      g_param_spec_object ("child",
                           NULL,
                           NULL,
                           GTK_TYPE_WIDGET,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_WIDTH] = g_param_spec_int (
      "width", NULL, NULL, 0, G_MAXINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
aft_fold_bin_init (AftFoldBin *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}
