/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/sidebar.h"

#include <glib/gi18n-lib.h>

#include "coach/readiness.h"
#include "ui/sidebar-row.h"
#include "ui/text.h"

struct _AftSidebar
{
  AdwBin parent_instance;

  GtkListBox    *list_box;
  AftSidebarRow *rows[AFT_N_SECTIONS];
};

enum
{
  PROP_0,
  PROP_SECTION,
  N_PROPS,
};

enum
{
  ACTIVATED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint       signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AftSidebar, aft_sidebar, ADW_TYPE_BIN)

static void
selected_cb (AftSidebar *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SECTION]);
}

static void
activated_cb (AftSidebar *self)
{
  g_signal_emit (self, signals[ACTIVATED], 0);
}

static void
header_cb (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  if (aft_sidebar_row_get_section (AFT_SIDEBAR_ROW (row)) == AFT_SECTION_DETAILS)
    gtk_list_box_row_set_header (row, gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
}

static void
aft_sidebar_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_SECTION:
      g_value_set_uint (value, aft_sidebar_get_section (AFT_SIDEBAR (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
aft_sidebar_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_SECTION:
      aft_sidebar_set_section (AFT_SIDEBAR (object), g_value_get_uint (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
aft_sidebar_class_init (AftSidebarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = aft_sidebar_get_property;
  object_class->set_property = aft_sidebar_set_property;

  properties[PROP_SECTION] =
      g_param_spec_uint ("section",
                         NULL,
                         NULL,
                         0,
                         AFT_N_SECTIONS - 1,
                         0,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[ACTIVATED] = g_signal_new ("activated",
                                     G_TYPE_FROM_CLASS (klass),
                                     G_SIGNAL_RUN_LAST,
                                     0,
                                     NULL,
                                     NULL,
                                     NULL,
                                     G_TYPE_NONE,
                                     0);
}

static void
aft_sidebar_init (AftSidebar *self)
{
  self->list_box = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list_box, GTK_SELECTION_BROWSE);
  gtk_list_box_set_header_func (self->list_box, header_cb, NULL, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->list_box), "navigation-sidebar");
  aft_ui_set_accessible_name (GTK_WIDGET (self->list_box), _ ("Sections"));
  for (guint id = 0; id < AFT_N_SECTIONS; id++)
    {
      self->rows[id] = AFT_SIDEBAR_ROW (aft_sidebar_row_new (id));
      gtk_list_box_append (self->list_box, GTK_WIDGET (self->rows[id]));
    }
  gtk_list_box_select_row (self->list_box, GTK_LIST_BOX_ROW (self->rows[0]));
  g_signal_connect_object (
      self->list_box, "row-selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      self->list_box, "row-activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->list_box));
}

void
aft_sidebar_set_section (AftSidebar *self, AftSectionId section)
{
  g_return_if_fail (AFT_IS_SIDEBAR (self));
  g_return_if_fail (section < AFT_N_SECTIONS);

  if (aft_sidebar_get_section (self) != section)
    gtk_list_box_select_row (self->list_box, GTK_LIST_BOX_ROW (self->rows[section]));
}

AftSectionId
aft_sidebar_get_section (AftSidebar *self)
{
  GtkListBoxRow *row;

  g_return_val_if_fail (AFT_IS_SIDEBAR (self), AFT_SECTION_SUMMARY);

  row = gtk_list_box_get_selected_row (self->list_box);
  return row != NULL ? aft_sidebar_row_get_section (AFT_SIDEBAR_ROW (row)) : AFT_SECTION_SUMMARY;
}

void
aft_sidebar_review (AftSidebar *self, AftRecord *root, GPtrArray *hints)
{
  guint n_hints[AFT_N_SECTIONS] = { 0 };

  g_return_if_fail (AFT_IS_SIDEBAR (self));

  for (guint i = 0; i < hints->len; i++)
    n_hints[((const AftHint *) g_ptr_array_index (hints, i))->section]++;
  for (guint id = 0; id < AFT_N_SECTIONS; id++)
    {
      aft_sidebar_row_set_completeness (self->rows[id], aft_completeness_of_section (root, id));
      aft_sidebar_row_set_n_hints (self->rows[id], n_hints[id]);
    }
}
