/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/widgets/zone-picker.h"

#include <glib/gi18n-lib.h>

#include "base/zone-search.h"
#include "ui/text.h"

struct _AftZonePicker
{
  GtkWidget parent_instance;

  GtkWidget     *box;
  GtkEditable   *entry;
  GtkListView   *view;
  GtkWidget     *none;
  GtkStringList *found;
};

enum
{
  CHOSEN,
  CANCELLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AftZonePicker, aft_zone_picker, GTK_TYPE_WIDGET)

/* The rows */

static const AftZonePlace *
find_place (const char *name)
{
  guint               n_places;
  const AftZonePlace *places = aft_zone_places (&n_places);

  for (guint i = 0; i < n_places; i++)
    if (g_str_equal (places[i].name, name))
      return &places[i];
  return NULL;
}

static GtkWidget *
add_label (GtkWidget *box, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *names = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *offset;

  gtk_widget_set_hexpand (names, TRUE);
  gtk_box_append (GTK_BOX (row), names);
  add_label (names, NULL);
  gtk_widget_add_css_class (add_label (names, "caption"), "dim-label");
  offset = add_label (row, "figures");
  gtk_widget_add_css_class (offset, "caption");
  gtk_widget_add_css_class (offset, "dim-label");
  gtk_widget_add_css_class (row, "zone-row");
  gtk_list_item_set_child (item, row);
}

static char *
describe_place (const AftZonePlace *place)
{
  if (*place->country == '\0')
    return g_strdup (place->region);
  /* Translators: a country and the part of the world it is in */
  return g_strdup_printf (_ ("%s · %s"), place->country, place->region);
}

static char *
describe_offset (const AftZonePlace *place)
{
  const AftZone   *zone = aft_zone_get_or_utc (place->name);
  AftInstant       now = aft_instant_now ();
  g_autofree char *offset = aft_zone_format_offset (zone, now);
  const char      *name = aft_zone_abbreviation_at (zone, now);

  if (g_str_has_prefix (name, "UTC"))
    return g_steal_pointer (&offset);
  /* Translators: the short name of a zone and its offset: "CEST · UTC+02:00" */
  return g_strdup_printf (_ ("%s · %s"), name, offset);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  const AftZonePlace *place =
      find_place (gtk_string_object_get_string (gtk_list_item_get_item (item)));
  GtkWidget       *names = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget       *city = gtk_widget_get_first_child (names);
  GtkWidget       *country = gtk_widget_get_next_sibling (city);
  GtkWidget       *offset = gtk_widget_get_next_sibling (names);
  g_autofree char *country_text = describe_place (place);
  g_autofree char *offset_text = describe_offset (place);

  aft_ui_set_label (GTK_LABEL (city), place->city);
  aft_ui_set_label (GTK_LABEL (country), country_text);
  gtk_widget_set_visible (country, *country_text != '\0');
  aft_ui_set_label (GTK_LABEL (offset), offset_text);
}

/* Searching and choosing */

static void
search_changed_cb (AftZonePicker *self)
{
  g_autoptr (GPtrArray) places =
      aft_zone_search (gtk_editable_get_text (self->entry), aft_instant_now ());
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < places->len; i++)
    g_ptr_array_add (names,
                     (gpointer) ((const AftZonePlace *) g_ptr_array_index (places, i))->name);
  g_ptr_array_add (names, NULL);
  gtk_string_list_splice (self->found,
                          0,
                          g_list_model_get_n_items (G_LIST_MODEL (self->found)),
                          (const char *const *) names->pdata);
  gtk_widget_set_visible (self->none, places->len == 0);
}

static void
choose (AftZonePicker *self, guint position)
{
  g_autofree char *zone = g_strdup (gtk_string_list_get_string (self->found, position));

  if (zone != NULL)
    g_signal_emit (self, signals[CHOSEN], 0, zone);
}

static void
search_activate_cb (AftZonePicker *self)
{
  choose (self, 0);
}

static void
row_activated_cb (AftZonePicker *self, guint position)
{
  choose (self, position);
}

static void
stop_search_cb (AftZonePicker *self)
{
  g_signal_emit (self, signals[CANCELLED], 0);
}

/* The widget */

static gboolean
aft_zone_picker_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (AFT_ZONE_PICKER (widget)->entry));
}

static void
aft_zone_picker_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), AFT_TYPE_ZONE_PICKER);

  G_OBJECT_CLASS (aft_zone_picker_parent_class)->dispose (object);
}

static void
add_signals (GObjectClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  signals[CHOSEN] = g_signal_new (
      "chosen", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[CANCELLED] =
      g_signal_new ("cancelled", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
aft_zone_picker_class_init (AftZonePickerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = aft_zone_picker_dispose;
  widget_class->grab_focus = aft_zone_picker_grab_focus;
  add_signals (G_OBJECT_CLASS (klass));
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/afterword_app/Afterword/zone-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, AftZonePicker, box);
  gtk_widget_class_bind_template_child (widget_class, AftZonePicker, entry);
  gtk_widget_class_bind_template_child (widget_class, AftZonePicker, view);
  gtk_widget_class_bind_template_child (widget_class, AftZonePicker, none);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
}

static void
aft_zone_picker_init (AftZonePicker *self)
{
  g_autoptr (GtkSingleSelection) selection = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->found = gtk_string_list_new (NULL);
  selection = gtk_single_selection_new (G_LIST_MODEL (self->found));
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (selection));
  search_changed_cb (self);
}

GtkWidget *
aft_zone_picker_new (void)
{
  return g_object_new (AFT_TYPE_ZONE_PICKER, NULL);
}

void
aft_zone_picker_search (AftZonePicker *self, const char *query)
{
  g_return_if_fail (AFT_IS_ZONE_PICKER (self));

  gtk_editable_set_text (self->entry, query);
  search_changed_cb (self);
}

GListModel *
aft_zone_picker_get_found (AftZonePicker *self)
{
  g_return_val_if_fail (AFT_IS_ZONE_PICKER (self), NULL);
  return G_LIST_MODEL (self->found);
}
