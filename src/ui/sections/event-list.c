/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/sections/event-list-private.h"

#include <glib/gi18n-lib.h>

#include "base/zone.h"
#include "model/events.h"
#include "ui/sections/event-actions.h"
#include "ui/sections/event-face.h"
#include "ui/sections/event-filter-button.h"
#include "ui/sections/event-row.h"
#include "ui/sections/event-zone-button.h"
#include "ui/text.h"

struct _AftEventList
{
  GtkWidget parent_instance;

  GtkWidget            *box;
  GtkLabel             *label;
  GtkLabel             *status;
  AftEventFilterButton *filter_button;
  AftEventZoneButton   *zone_button;
  GtkMenuButton        *menu_button;
  GtkWidget            *frame;
  AftLongList          *rows;
  GtkWidget            *empty;
  GtkWidget            *no_match;

  GListStore *shown; /* of AftRecord: those that match, by time */
  AftRecord  *open;
  AftRecord  *hovered;

  AftEventSelection *selection;
  AftRecord         *current;    /* as last announced; borrowed, compared only */
  gboolean           is_picking; /* the focus follows the selection, not the other way round */

  /* between an edit and the end of its group */
  gboolean is_order_stale;
  gboolean is_face_stale;
  AftRecord
      *edited; /* borrowed, compared only: whose place may have changed, or NULL for several */
};

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

static const AftZone *
get_zone (AftEventList *self)
{
  return aft_zone_get_or_utc (
      aft_record_get_text (aft_postmortem_get_root (get_postmortem (self)), AFT_DOC_TIME_ZONE));
}

/* Rows */

static void
mark_hovered (AftEventList *self, gboolean is_hovered)
{
  GtkWidget *row = self->hovered != NULL ? aft_long_list_get_row (self->rows, self->hovered) : NULL;

  if (row != NULL)
    aft_event_row_set_hovered (AFT_EVENT_ROW (row), is_hovered);
}

/* The same in the figure. */
static void
set_hovered (AftEventList *self, AftRecord *event)
{
  if (self->hovered == event)
    return;
  mark_hovered (self, FALSE);
  g_set_object (&self->hovered, event);
  mark_hovered (self, TRUE);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HOVERED]);
}

static void
row_activated_cb (AftEventRow *row, AftEventList *self)
{
  AftRecord *event = aft_event_row_get_event (row);

  aft_event_selection_select (self->selection, event);
  aft_event_list_open (self, event == self->open ? NULL : event);
}

static void
row_picked_cb (AftEventRow *row, GdkModifierType state, AftEventList *self)
{
  aft_event_list_pick (self, aft_event_row_get_event (row), state);
}

static void
row_focused_cb (GtkEventController *controller, AftEventList *self)
{
  AftEventRow *row = AFT_EVENT_ROW (gtk_event_controller_get_widget (controller));

  if (!self->is_picking && aft_event_row_get_event (row) != NULL)
    aft_event_list_set_current (self, aft_event_row_get_event (row));
}

static void
row_entered_cb (GtkEventController *controller, double x, double y, AftEventList *self)
{
  set_hovered (
      self, aft_event_row_get_event (AFT_EVENT_ROW (gtk_event_controller_get_widget (controller))));
}

static void
row_left_cb (GtkEventController *controller, AftEventList *self)
{
  set_hovered (self, NULL);
}

static GtkWidget *
create_row (gpointer data)
{
  AftEventList       *self = data;
  GtkWidget          *row = aft_event_row_new ();
  GtkEventController *controller = gtk_event_controller_focus_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  g_signal_connect_object (row, "activated", G_CALLBACK (row_activated_cb), self, 0);
  g_signal_connect_object (row, "picked", G_CALLBACK (row_picked_cb), self, 0);
  g_signal_connect_object (controller, "enter", G_CALLBACK (row_focused_cb), self, 0);
  g_signal_connect_object (motion, "enter", G_CALLBACK (row_entered_cb), self, 0);
  g_signal_connect_object (motion, "leave", G_CALLBACK (row_left_cb), self, 0);
  gtk_widget_add_controller (row, controller);
  gtk_widget_add_controller (row, motion);
  return row;
}

static gboolean
begins_day (AftEventList *self, guint position, const AftZone *zone)
{
  g_autoptr (AftRecord) event = g_list_model_get_item (G_LIST_MODEL (self->shown), position);
  g_autoptr (AftRecord) before = NULL;
  g_autofree char *day = aft_event_face_day (event, zone);
  g_autofree char *day_before = NULL;

  if (position == 0)
    return TRUE;
  before = g_list_model_get_item (G_LIST_MODEL (self->shown), position - 1);
  day_before = aft_event_face_day (before, zone);
  return g_strcmp0 (day, day_before) != 0;
}

static void
bind_row (GtkWidget *row, gpointer item, guint position, gpointer data)
{
  AftEventList    *self = data;
  AftEventRowState state = { .zone = get_zone (self) };
  const char      *other_zone = aft_event_zone_button_get_zone (self->zone_button);

  state.other_zone = other_zone != NULL ? aft_zone_get_or_utc (other_zone) : NULL;
  state.begins_day = begins_day (self, position, state.zone);
  state.is_current = aft_event_selection_contains (self->selection, item);
  state.position = position;
  state.n_rows = aft_event_list_get_length (self);
  aft_event_row_show (AFT_EVENT_ROW (row), get_postmortem (self), item, &state);
  aft_event_row_set_hovered (AFT_EVENT_ROW (row), item == self->hovered);
  aft_event_row_set_open (AFT_EVENT_ROW (row), item == self->open);
}

static void
unbind_row (GtkWidget *row, gpointer data)
{
  aft_event_row_show (AFT_EVENT_ROW (row), NULL, NULL, NULL);
}

static const AftLongListRows event_rows = { create_row, bind_row, unbind_row };

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
selection_changed_cb (AftEventList *self)
{
  AftRecord *current = aft_event_selection_get_current (self->selection);

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->rows)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      AftRecord *event = aft_event_row_get_event (AFT_EVENT_ROW (row));

      aft_event_row_set_current (AFT_EVENT_ROW (row),
                                 event != NULL &&
                                     aft_event_selection_contains (self->selection, event));
    }
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
      set_hovered (AFT_EVENT_LIST (object), g_value_get_object (value));
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
  aft_long_list_set_rows (self->rows, &event_rows, self);
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

GdkRectangle
aft_event_list_get_place (AftEventList *self)
{
  AftRecord      *current = aft_event_list_get_current (self);
  GtkWidget      *row = current != NULL ? aft_long_list_get_row (self->rows, current) : NULL;
  graphene_rect_t bounds;

  if (row == NULL || !gtk_widget_compute_bounds (row, GTK_WIDGET (self), &bounds))
    return (GdkRectangle){ gtk_widget_get_width (GTK_WIDGET (self)) / 2, 0, 1, 1 };
  return (GdkRectangle){ (int) bounds.origin.x + (int) bounds.size.width / 4,
                         (int) bounds.origin.y,
                         1,
                         (int) bounds.size.height };
}

AftLongList *
aft_event_list_get_rows (AftEventList *self)
{
  return self->rows;
}

GListModel *
aft_event_list_get_model (AftEventList *self)
{
  return G_LIST_MODEL (self->shown);
}

void
aft_event_list_focus_selected (AftEventList *self, AftRecord *event)
{
  GtkWidget *row = aft_long_list_ensure_row (self->rows, event);

  self->is_picking = TRUE;
  if (row != NULL)
    gtk_widget_grab_focus (row);
  self->is_picking = FALSE;
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
