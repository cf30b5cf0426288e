/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/sections/event-filter-button.h"

#include <glib/gi18n-lib.h>

#include "model/schema.h"
#include "ui/text.h"

struct _AftEventFilterButton
{
  AdwBin parent_instance;

  GtkMenuButton *button;
  GtkWidget     *rows[2]; /* of lane and kind; NULL until it is first opened */

  AftEventFilter filter;
  gboolean       is_updating;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AftEventFilterButton, aft_event_filter_button, ADW_TYPE_BIN)

static const guint fields[] = { AFT_EVENT_LANE, AFT_EVENT_KIND };

static guint *
get_choice (AftEventFilterButton *self, guint i)
{
  return i == 0 ? &self->filter.lane : &self->filter.kind;
}

static void
show_state (AftEventFilterButton *self)
{
  gboolean is_active = aft_event_filter_is_active (&self->filter);

  self->is_updating = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (self->rows[i] != NULL)
      adw_combo_row_set_selected (
          ADW_COMBO_ROW (self->rows[i]),
          *get_choice (self, i) == AFT_CHOICE_NONE ? 0 : *get_choice (self, i) + 1);
  self->is_updating = FALSE;
  if (is_active)
    gtk_widget_add_css_class (GTK_WIDGET (self->button), "accent");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->button), "accent");
  aft_ui_set_accessible_name (GTK_WIDGET (self->button),
                              is_active ? _ ("Filter events, some are hidden")
                                        : _ ("Filter events"));
}

static void
selected_cb (AdwComboRow *row, GParamSpec *pspec, AftEventFilterButton *self)
{
  guint i = GTK_WIDGET (row) == self->rows[0] ? 0 : 1;
  guint position = adw_combo_row_get_selected (row);

  if (self->is_updating)
    return;
  *get_choice (self, i) =
      position == 0 || position == GTK_INVALID_LIST_POSITION ? AFT_CHOICE_NONE : position - 1;
  show_state (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static GtkWidget *
create_row (AftEventFilterButton *self, guint i)
{
  const AftField *field = &aft_event_schema.fields[fields[i]];
  GtkWidget      *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) choices = gtk_string_list_new (NULL);

  /* Translators: no filter: events of any lane or kind */
  gtk_string_list_append (choices, _ ("Any"));
  for (guint choice = 0; choice < aft_field_n_choices (field); choice++)
    gtk_string_list_append (choices, aft_field_get_choice_label (field, choice));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (choices));
  aft_ui_set_row_title (ADW_PREFERENCES_ROW (row), aft_field_get_label (field));
  aft_ui_set_accessible_name (row, aft_field_get_label (field));
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (selected_cb), self, 0);
  return row;
}

static void
create_popover (GtkMenuButton *button, gpointer data)
{
  AftEventFilterButton *self = data;
  GtkWidget            *popover = gtk_popover_new ();
  GtkWidget            *group = adw_preferences_group_new ();

  gtk_widget_set_size_request (group, 280, -1);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      self->rows[i] = create_row (self, i);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->rows[i]);
    }
  gtk_popover_set_child (GTK_POPOVER (popover), group);
  gtk_widget_add_css_class (popover, "filter-popover");
  gtk_menu_button_set_popover (button, popover);
  gtk_menu_button_set_create_popup_func (button, NULL, NULL, NULL);
  show_state (self);
}

static void
aft_event_filter_button_dispose (GObject *object)
{
  AftEventFilterButton *self = AFT_EVENT_FILTER_BUTTON (object);

  self->rows[0] = self->rows[1] = NULL;

  G_OBJECT_CLASS (aft_event_filter_button_parent_class)->dispose (object);
}

static void
aft_event_filter_button_class_init (AftEventFilterButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = aft_event_filter_button_dispose;
  signals[SIGNAL_CHANGED] = g_signal_new (
      "changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
aft_event_filter_button_init (AftEventFilterButton *self)
{
  GtkWidget *button = gtk_menu_button_new ();

  self->filter = (AftEventFilter) AFT_EVENT_FILTER_INIT;
  self->button = GTK_MENU_BUTTON (button);
  gtk_menu_button_set_label (self->button, _ ("Filter"));
  gtk_menu_button_set_create_popup_func (self->button, create_popover, self, NULL);
  gtk_widget_set_tooltip_text (button, _ ("Filter Events"));
  gtk_widget_add_css_class (button, "flat");
  adw_bin_set_child (ADW_BIN (self), button);
  show_state (self);
}

AftEventFilter
aft_event_filter_button_get_filter (AftEventFilterButton *self)
{
  AftEventFilter none = AFT_EVENT_FILTER_INIT;

  g_return_val_if_fail (AFT_IS_EVENT_FILTER_BUTTON (self), none);
  return self->filter;
}

void
aft_event_filter_button_set_filter (AftEventFilterButton *self, const AftEventFilter *filter)
{
  g_return_if_fail (AFT_IS_EVENT_FILTER_BUTTON (self));

  if (self->filter.lane == filter->lane && self->filter.kind == filter->kind)
    return;
  self->filter = *filter;
  show_state (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}
