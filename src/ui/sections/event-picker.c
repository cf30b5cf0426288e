/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/sections/event-picker.h"

#include <string.h>

#include "model/events.h"
#include "ui/sections/event-face.h"
#include "ui/text.h"

struct _AftEventPicker
{
  GtkWidget parent_instance;

  GtkWidget   *box;
  GtkLabel    *question;
  GtkEditable *entry;
  GtkListView *view;

  const AftZone      *zone;
  GListStore         *events;
  GtkFilterListModel *found;
};

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AftEventPicker, aft_event_picker, GTK_TYPE_WIDGET)

static gboolean
matches (gpointer item, gpointer data)
{
  AftEventPicker  *self = data;
  g_autofree char *text =
      g_utf8_casefold (aft_record_get_text (AFT_RECORD (item), AFT_EVENT_TEXT), -1);
  g_autofree char *query = g_utf8_casefold (gtk_editable_get_text (self->entry), -1);

  return strstr (text, g_strstrip (query)) != NULL;
}

static void
search_changed_cb (AftEventPicker *self)
{
  gtk_filter_changed (gtk_filter_list_model_get_filter (self->found), GTK_FILTER_CHANGE_DIFFERENT);
}

void
aft_event_picker_choose (AftEventPicker *self, guint position)
{
  g_autoptr (AftRecord) event = NULL;

  g_return_if_fail (AFT_IS_EVENT_PICKER (self));

  event = g_list_model_get_item (G_LIST_MODEL (self->found), position);
  if (event != NULL)
    g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, event);
}

static void
search_activate_cb (AftEventPicker *self)
{
  aft_event_picker_choose (self, 0);
}

static void
row_activated_cb (AftEventPicker *self, guint position)
{
  aft_event_picker_choose (self, position);
}

static void
setup_cb (AftEventPicker *self, GtkListItem *item)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *time = gtk_label_new (NULL);
  GtkWidget *title = gtk_label_new (NULL);

  gtk_widget_add_css_class (time, "figures");
  gtk_widget_add_css_class (time, "dim-label");
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_box_append (GTK_BOX (row), time);
  gtk_box_append (GTK_BOX (row), title);
  gtk_list_item_set_child (item, row);
}

static void
bind_cb (AftEventPicker *self, GtkListItem *item)
{
  GtkWidget       *time = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  AftRecord       *event = gtk_list_item_get_item (item);
  g_autofree char *time_text = aft_event_face_time (event, self->zone);
  g_autofree char *title = aft_event_face_title (event);

  aft_ui_set_label (GTK_LABEL (time), time_text);
  aft_ui_set_label (GTK_LABEL (gtk_widget_get_next_sibling (time)), title);
}

static gboolean
aft_event_picker_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (AFT_EVENT_PICKER (widget)->entry));
}

static void
aft_event_picker_dispose (GObject *object)
{
  AftEventPicker *self = AFT_EVENT_PICKER (object);

  g_clear_object (&self->events);
  gtk_widget_dispose_template (GTK_WIDGET (self), AFT_TYPE_EVENT_PICKER);

  G_OBJECT_CLASS (aft_event_picker_parent_class)->dispose (object);
}

static void
aft_event_picker_class_init (AftEventPickerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = aft_event_picker_dispose;
  widget_class->grab_focus = aft_event_picker_grab_focus;
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen",
                                         G_TYPE_FROM_CLASS (klass),
                                         G_SIGNAL_RUN_LAST,
                                         0,
                                         NULL,
                                         NULL,
                                         NULL,
                                         G_TYPE_NONE,
                                         1,
                                         AFT_TYPE_RECORD);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/afterword_app/Afterword/event-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, AftEventPicker, box);
  gtk_widget_class_bind_template_child (widget_class, AftEventPicker, question);
  gtk_widget_class_bind_template_child (widget_class, AftEventPicker, entry);
  gtk_widget_class_bind_template_child (widget_class, AftEventPicker, view);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
}

static void
aft_event_picker_init (AftEventPicker *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
aft_event_picker_new (AftRecord *root, const char *question)
{
  AftEventPicker *self = g_object_new (AFT_TYPE_EVENT_PICKER, NULL);
  g_autoptr (GPtrArray) sorted = aft_events_sort (aft_record_get_list (root, AFT_DOC_EVENTS));
  g_autoptr (GtkSingleSelection) selection = NULL;

  self->zone = aft_zone_get_or_utc (aft_record_get_text (root, AFT_DOC_TIME_ZONE));
  aft_ui_set_label (self->question, question);
  self->events = g_list_store_new (AFT_TYPE_RECORD);
  g_list_store_splice (self->events, 0, 0, sorted->pdata, sorted->len);
  self->found =
      gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (self->events)),
                                 GTK_FILTER (gtk_custom_filter_new (matches, self, NULL)));
  selection = gtk_single_selection_new (G_LIST_MODEL (self->found));
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (selection));
  return GTK_WIDGET (self);
}

void
aft_event_picker_search (AftEventPicker *self, const char *query)
{
  g_return_if_fail (AFT_IS_EVENT_PICKER (self));

  gtk_editable_set_text (self->entry, query);
  search_changed_cb (self);
}

GListModel *
aft_event_picker_get_found (AftEventPicker *self)
{
  g_return_val_if_fail (AFT_IS_EVENT_PICKER (self), NULL);
  return G_LIST_MODEL (self->found);
}
