/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/sections/event-list-private.h"

#include <glib/gi18n-lib.h>

#include "model/events.h"
#include "ui/sections/event-actions.h"
#include "ui/sections/event-row.h"
#include "ui/text.h"

enum
{
  PROP_0,
  PROP_FIELD,
  PROP_CURRENT,
  PROP_HOVERED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void field_widget_init (AftFieldWidgetInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AftEventList,
                               aft_event_list,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (AFT_TYPE_FIELD_WIDGET, field_widget_init))

static AftPostmortem *
get_postmortem (AftEventList *self)
{
  return aft_field_widget_get_postmortem (AFT_FIELD_WIDGET (self));
}

static AftRecordList *
get_events (AftEventList *self)
{
  return aft_record_get_list (aft_field_widget_get_record (AFT_FIELD_WIDGET (self)),
                              AFT_DOC_EVENTS);
}

/* What is shown */

static gboolean
is_shown_in_order (AftEventList *self, GPtrArray *events)
{
  if (events->len != aft_event_list_get_length (self))
    return FALSE;
  for (guint i = 0; i < events->len; i++)
    {
      g_autoptr (AftRecord) event = g_list_model_get_item (G_LIST_MODEL (self->shown), i);

      if (event != g_ptr_array_index (events, i))
        return FALSE;
    }
  return TRUE;
}

static void
show_status (AftEventList *self)
{
  guint            n_events = aft_record_list_get_length (get_events (self));
  guint            n_shown = aft_event_list_get_length (self);
  guint            n_selected = aft_event_selection_get_length (self->selection);
  g_autofree char *status = NULL;

  if (n_selected > 1)
    status = g_strdup_printf (ngettext ("%u selected", "%u selected", n_selected), n_selected);
  else if (n_shown < n_events)
    /* Translators: how many events of how many are shown */
    status = g_strdup_printf (_ ("%u of %u"), n_shown, n_events);
  aft_ui_set_label (self->status, status);
  gtk_widget_set_visible (self->empty, n_events == 0);
  gtk_widget_set_visible (self->no_match, n_events > 0 && n_shown == 0);
  gtk_widget_set_visible (GTK_WIDGET (self->rows), n_shown > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->filter_button), n_events > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->zone_button), n_events > 0);
}

static void
forget_missing (AftEventList *self)
{
  if (self->open != NULL && aft_long_list_find (self->rows, self->open) == G_MAXUINT)
    aft_event_list_open (self, NULL);
}

/* Nothing is done to an event that nobody sees. */
static void
deselect_hidden (AftEventList *self)
{
  g_autoptr (GPtrArray) events = aft_event_selection_get_events (self->selection);
  guint n_selected = events->len;

  for (guint i = events->len; i > 0; i--)
    if (aft_long_list_find (self->rows, g_ptr_array_index (events, i - 1)) == G_MAXUINT)
      g_ptr_array_remove_index (events, i - 1);
  if (events->len < n_selected && n_selected > 1)
    aft_event_selection_select_all (self->selection, events);
}

static void
sort_events (AftEventList *self)
{
  AftEventFilter filter = aft_event_filter_button_get_filter (self->filter_button);
  g_autoptr (GPtrArray) events = aft_event_filter_apply (&filter, get_events (self));

  self->is_order_stale = FALSE;
  if (!is_shown_in_order (self, events))
    g_list_store_splice (
        self->shown, 0, aft_event_list_get_length (self), events->pdata, events->len);
  else
    aft_long_list_rebind (self->rows);
  forget_missing (self);
  deselect_hidden (self);
  show_status (self);
}

/* In the form of an event, not on its line. */
static gboolean
has_focus (AftEventList *self, AftRecord *event)
{
  GtkWidget *row = event != NULL ? aft_long_list_get_row (self->rows, event) : NULL;

  return row != NULL && gtk_widget_get_focus_child (GTK_WIDGET (self->rows)) == row &&
         !gtk_widget_is_focus (row);
}

static void
edited_cb (AftEventList *self, AftRecord *record, guint field)
{
  AftRecord *root = aft_postmortem_get_root (get_postmortem (self));

  if (record == root && field == AFT_DOC_TIME_ZONE)
    self->is_face_stale = TRUE;
  if (record == root && field == AFT_DOC_EVENTS)
    {
      self->is_order_stale = TRUE;
      self->edited = NULL;
    }
  if (aft_record_get_schema (record) != &aft_event_schema)
    return;
  self->is_face_stale = TRUE;
  if (field != AFT_EVENT_AT && field != AFT_EVENT_LANE && field != AFT_EVENT_KIND)
    return;
  self->edited = !self->is_order_stale || self->edited == record ? record : NULL;
  self->is_order_stale = TRUE;
}

/* While somebody edits an event it stays where it is, even if its time says otherwise. */
static void
changed_cb (AftEventList *self)
{
  if (self->is_order_stale && !has_focus (self, self->edited))
    sort_events (self);
  else if (self->is_face_stale)
    aft_long_list_rebind (self->rows);
  self->is_face_stale = FALSE;
}

static void
focus_left_cb (AftEventList *self)
{
  if (get_postmortem (self) != NULL && self->is_order_stale)
    sort_events (self);
}

static void
filter_changed_cb (AftEventList *self)
{
  if (get_postmortem (self) != NULL)
    sort_events (self);
}

static void
zone_changed_cb (AftEventList *self)
{
  if (get_postmortem (self) != NULL)
    aft_long_list_rebind (self->rows);
}

static void
show_all_cb (AftEventList *self)
{
  aft_event_list_set_filter (self, &(AftEventFilter) AFT_EVENT_FILTER_INIT);
}

/* The field */

static void
aft_event_list_bind (AftFieldWidget *widget)
{
  AftEventList   *self = AFT_EVENT_LIST (widget);
  const AftField *field = aft_field_widget_get_description (widget);

  aft_ui_set_label (self->label, aft_field_get_label (field));
  aft_ui_set_accessible_name (GTK_WIDGET (self->rows), aft_field_get_label (field));
  g_signal_connect_object (
      get_postmortem (self), "edited", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      get_postmortem (self), "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  aft_event_selection_set_events (self->selection, get_events (self));
  sort_events (self);
}

static void
aft_event_list_unbind (AftFieldWidget *widget)
{
  AftEventList *self = AFT_EVENT_LIST (widget);

  g_signal_handlers_disconnect_by_func (get_postmortem (self), edited_cb, self);
  g_signal_handlers_disconnect_by_func (get_postmortem (self), changed_cb, self);
  aft_event_list_open (self, NULL);
  aft_event_selection_set_events (self->selection, NULL);
  g_list_store_remove_all (self->shown);
}

static void
aft_event_list_commit (AftFieldWidget *widget)
{
  AftEventList *self = AFT_EVENT_LIST (widget);
  GtkWidget    *row = self->open != NULL ? aft_long_list_get_row (self->rows, self->open) : NULL;

  if (row != NULL)
    aft_event_row_commit (AFT_EVENT_ROW (row));
}

/* A filter must not hide what somebody was led to. */
static void
ensure_shown (AftEventList *self, AftRecord *event)
{
  if (self->is_order_stale)
    sort_events (self);
  if (aft_long_list_find (self->rows, event) == G_MAXUINT)
    show_all_cb (self);
}

static gboolean
aft_event_list_reveal (AftFieldWidget *widget, AftRecord *record, guint field)
{
  AftEventList *self = AFT_EVENT_LIST (widget);
  GtkWidget    *row;

  if (record == aft_field_widget_get_record (widget) && field == AFT_DOC_EVENTS)
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->rows));
      return TRUE;
    }
  if (aft_record_get_owner (record) != get_events (self))
    return FALSE;
  ensure_shown (self, record);
  aft_event_list_open (self, record);
  row = aft_long_list_ensure_row (self->rows, record);
  if (row != NULL)
    aft_event_row_focus_field (AFT_EVENT_ROW (row), field);
  return row != NULL;
}

static void
field_widget_init (AftFieldWidgetInterface *iface)
{
  iface->bind = aft_event_list_bind;
  iface->unbind = aft_event_list_unbind;
  iface->commit = aft_event_list_commit;
  iface->reveal = aft_event_list_reveal;
}

/* The selection */

static void
mark_hovered (AftEventList *self, gboolean is_hovered)
{
  GtkWidget *row = self->hovered != NULL ? aft_long_list_get_row (self->rows, self->hovered) : NULL;

  if (row != NULL)
    aft_event_row_set_hovered (AFT_EVENT_ROW (row), is_hovered);
}

/* The same in the figure. */
void
aft_event_list_set_hovered (AftEventList *self, AftRecord *event)
{
  if (self->hovered == event)
    return;
  mark_hovered (self, FALSE);
  g_set_object (&self->hovered, event);
  mark_hovered (self, TRUE);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HOVERED]);
}

static void
selection_changed_cb (AftEventList *self)
{
  AftRecord *current = aft_event_selection_get_current (self->selection);

  aft_event_list_mark_selected (self);
  if (get_postmortem (self) != NULL)
    show_status (self);
  if (current == self->current)
    return;
  self->current = current;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CURRENT]);
}

/* The object */

static void
aft_event_list_dispose (GObject *object)
{
  AftEventList *self = AFT_EVENT_LIST (object);

  aft_field_widget_unbind (AFT_FIELD_WIDGET (self));
  if (self->rows != NULL)
    aft_long_list_set_model (self->rows, NULL);
  g_clear_object (&self->shown);
  g_clear_object (&self->hovered);
  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_func (self->selection, selection_changed_cb, self);
  g_clear_object (&self->selection);
  gtk_widget_dispose_template (GTK_WIDGET (self), AFT_TYPE_EVENT_LIST);

  G_OBJECT_CLASS (aft_event_list_parent_class)->dispose (object);
}

static void
aft_event_list_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_FIELD:
      aft_field_widget_get_key_property (object, id, value, pspec);
      break;
    case PROP_CURRENT:
      g_value_set_object (value, aft_event_list_get_current (AFT_EVENT_LIST (object)));
      break;
    case PROP_HOVERED:
      g_value_set_object (value, AFT_EVENT_LIST (object)->hovered);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
aft_event_list_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_FIELD:
      aft_field_widget_set_key_property (object, id, value, pspec);
      break;
    case PROP_CURRENT:
      aft_event_list_set_current (AFT_EVENT_LIST (object), g_value_get_object (value));
      break;
    case PROP_HOVERED:
      aft_event_list_set_hovered (AFT_EVENT_LIST (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/afterword_app/Afterword/event-list.ui");
  gtk_widget_class_bind_template_child (widget_class, AftEventList, box);
  gtk_widget_class_bind_template_child (widget_class, AftEventList, label);
  gtk_widget_class_bind_template_child (widget_class, AftEventList, status);
  gtk_widget_class_bind_template_child (widget_class, AftEventList, filter_button);
  gtk_widget_class_bind_template_child (widget_class, AftEventList, zone_button);
  gtk_widget_class_bind_template_child (widget_class, AftEventList, menu_button);
  gtk_widget_class_bind_template_child (widget_class, AftEventList, frame);
  gtk_widget_class_bind_template_child (widget_class, AftEventList, rows);
  gtk_widget_class_bind_template_child (widget_class, AftEventList, empty);
  gtk_widget_class_bind_template_child (widget_class, AftEventList, no_match);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, zone_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, focus_left_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_all_cb);
}

static void
aft_event_list_class_init (AftEventListClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = aft_event_list_dispose;
  object_class->get_property = aft_event_list_get_property;
  object_class->set_property = aft_event_list_set_property;
  g_object_class_override_property (object_class, PROP_FIELD, "field");
  properties[PROP_CURRENT] =
      g_param_spec_object ("current",
                           NULL,
                           NULL,
                           AFT_TYPE_RECORD,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_HOVERED] =
      g_param_spec_object ("hovered",
                           NULL,
                           NULL,
                           AFT_TYPE_RECORD,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_property (object_class, PROP_CURRENT, properties[PROP_CURRENT]);
  g_object_class_install_property (object_class, PROP_HOVERED, properties[PROP_HOVERED]);

  g_type_ensure (AFT_TYPE_EVENT_FILTER_BUTTON);
  g_type_ensure (AFT_TYPE_EVENT_ZONE_BUTTON);
  g_type_ensure (AFT_TYPE_LONG_LIST);
  bind_template (widget_class);
}

static void
aft_event_list_init (AftEventList *self)
{
  g_autoptr (AftEventSelection) selection = aft_event_selection_new ();
  g_autoptr (GMenuModel) menu = aft_event_menu_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_menu_model (self->menu_button, menu);
  aft_event_list_set_selection (self, selection);
  aft_event_list_add_input (self);
  aft_field_widget_set_key (AFT_FIELD_WIDGET (self), "timeline.events");
  self->shown = g_list_store_new (AFT_TYPE_RECORD);
  aft_long_list_set_rows (self->rows, &aft_event_list_rows, self);
  aft_long_list_set_model (self->rows, G_LIST_MODEL (self->shown));
}

GtkWidget *
aft_event_list_new (void)
{
  return g_object_new (AFT_TYPE_EVENT_LIST, NULL);
}

void
aft_event_list_set_current (AftEventList *self, AftRecord *event)
{
  g_return_if_fail (AFT_IS_EVENT_LIST (self));
  aft_event_selection_set_current (self->selection, event);
}

AftRecord *
aft_event_list_get_current (AftEventList *self)
{
  g_return_val_if_fail (AFT_IS_EVENT_LIST (self), NULL);
  return aft_event_selection_get_current (self->selection);
}

AftEventSelection *
aft_event_list_get_selection (AftEventList *self)
{
  g_return_val_if_fail (AFT_IS_EVENT_LIST (self), NULL);
  return self->selection;
}

void
aft_event_list_set_selection (AftEventList *self, AftEventSelection *selection)
{
  g_return_if_fail (AFT_IS_EVENT_LIST (self) && AFT_IS_EVENT_SELECTION (selection));

  if (self->selection == selection)
    return;
  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_func (self->selection, selection_changed_cb, self);
  g_set_object (&self->selection, selection);
  g_signal_connect_object (
      selection, "changed", G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
}

void
aft_event_list_select_all (AftEventList *self)
{
  g_autoptr (GPtrArray) events = g_ptr_array_new ();

  g_return_if_fail (AFT_IS_EVENT_LIST (self));

  for (guint i = 0; i < aft_event_list_get_length (self); i++)
    {
      g_autoptr (AftRecord) event = g_list_model_get_item (G_LIST_MODEL (self->shown), i);

      g_ptr_array_add (events, event);
    }
  aft_event_selection_select_all (self->selection, events);
}

void
aft_event_list_focus_event (AftEventList *self, AftRecord *event)
{
  g_return_if_fail (AFT_IS_EVENT_LIST (self));

  if (get_postmortem (self) == NULL || aft_record_get_owner (event) != get_events (self))
    return;
  ensure_shown (self, event);
  aft_event_list_set_current (self, event);
  aft_event_list_focus_selected (self, event);
}

void
aft_event_list_open (AftEventList *self, AftRecord *event)
{
  g_autoptr (AftRecord) before = NULL;
  GtkWidget *row;

  g_return_if_fail (AFT_IS_EVENT_LIST (self));

  if (self->open == event)
    return;
  before = g_steal_pointer (&self->open);
  row = before != NULL ? aft_long_list_get_row (self->rows, before) : NULL;
  self->open = event != NULL ? g_object_ref (event) : NULL;
  aft_long_list_hold (self->rows, event);
  if (row != NULL)
    aft_event_row_set_open (AFT_EVENT_ROW (row), FALSE);
  row = event != NULL ? aft_long_list_ensure_row (self->rows, event) : NULL;
  if (row == NULL)
    return;
  aft_event_row_set_open (AFT_EVENT_ROW (row), TRUE);
  aft_long_list_ensure_row (self->rows, event);
  aft_long_list_show_in_full (self->rows, event);
}

AftRecord *
aft_event_list_get_open (AftEventList *self)
{
  g_return_val_if_fail (AFT_IS_EVENT_LIST (self), NULL);
  return self->open;
}

void
aft_event_list_set_filter (AftEventList *self, const AftEventFilter *filter)
{
  g_return_if_fail (AFT_IS_EVENT_LIST (self));
  aft_event_filter_button_set_filter (self->filter_button, filter);
}

void
aft_event_list_set_other_zone (AftEventList *self, const char *zone)
{
  g_return_if_fail (AFT_IS_EVENT_LIST (self));
  aft_event_zone_button_set_zone (self->zone_button, zone);
}

GtkWidget *
aft_event_list_get_row (AftEventList *self, AftRecord *event)
{
  g_return_val_if_fail (AFT_IS_EVENT_LIST (self), NULL);
  return aft_long_list_get_row (self->rows, event);
}

guint
aft_event_list_get_length (AftEventList *self)
{
  g_return_val_if_fail (AFT_IS_EVENT_LIST (self), 0);
  return g_list_model_get_n_items (G_LIST_MODEL (self->shown));
}

guint
aft_event_list_get_n_rows (AftEventList *self)
{
  g_return_val_if_fail (AFT_IS_EVENT_LIST (self), 0);
  return aft_long_list_get_n_rows (self->rows);
}
