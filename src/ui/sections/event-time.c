/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/sections/event-time.h"

#include <glib/gi18n-lib.h>

#include "base/text.h"
#include "model/events.h"
#include "ui/sections/event-time-choice.h"
#include "ui/text.h"

/* A time goes into the document this long after the last key press: half of one would be another.
 */
#define COMMIT_DELAY_MSEC 300

struct _AftEventTime
{
  GtkWidget parent_instance;

  GtkWidget          *box;
  GtkLabel           *label;
  GtkEntry           *entry;
  GtkLabel           *meaning;
  AftEventTimeChoice *choice;

  AftInstant shown; /* what the document had when the entry was last written */
  gboolean   is_typed;
  gboolean   is_invalid;
  guint      commit_source;
};

enum
{
  PROP_0,
  PROP_FIELD,
};

static void field_widget_init (AftFieldWidgetInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AftEventTime,
                               aft_event_time,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (AFT_TYPE_FIELD_WIDGET, field_widget_init))

static AftPostmortem *
get_postmortem (AftEventTime *self)
{
  return aft_field_widget_get_postmortem (AFT_FIELD_WIDGET (self));
}

static AftRecord *
get_event (AftEventTime *self)
{
  return aft_field_widget_get_record (AFT_FIELD_WIDGET (self));
}

static gboolean
is_until (AftEventTime *self)
{
  return aft_field_widget_get_index (AFT_FIELD_WIDGET (self)) == AFT_EVENT_UNTIL;
}

static const AftZone *
get_zone (AftEventTime *self)
{
  AftRecord *root = aft_postmortem_get_root (get_postmortem (self));

  return aft_zone_get_or_utc (aft_record_get_text (root, AFT_DOC_TIME_ZONE));
}

/* What a typed time means depends on the event before; an end is meant after its beginning. */
static AftTimeContext
get_context (AftEventTime *self)
{
  AftRecord     *event = get_event (self);
  AftRecordList *events = aft_record_get_owner (event);
  AftTimeContext context = {
    .zone = get_zone (self),
    .now = aft_instant_now (),
    .previous = AFT_INSTANT_NONE,
  };

  if (is_until (self) && aft_record_has (event, AFT_EVENT_AT))
    context.previous = aft_event_get_at (event);
  else if (events != NULL)
    context.previous = aft_events_find_previous (events, event);
  return context;
}

static AftInstant
get_instant (AftEventTime *self)
{
  return aft_record_get_integer (
      get_event (self), aft_field_widget_get_index (AFT_FIELD_WIDGET (self)), AFT_INSTANT_NONE);
}

/* Words */

static char *
describe_day (const AftZone *zone, AftInstant instant)
{
  AftWall wall;
  g_autoptr (GDateTime) date = NULL;

  aft_zone_to_wall (zone, instant, &wall);
  date = g_date_time_new_utc (wall.year, wall.month, wall.day, 0, 0, 0);
  /* Translators: a date with its weekday, see g_date_time_format(): "Monday, 4 May 2026" */
  return date != NULL ? g_date_time_format (date, _ ("%A, %-d %B %Y"))
                      : aft_zone_format_date (zone, instant);
}

char *
aft_event_time_describe (const AftTimeEntry *entry, const AftZone *zone)
{
  g_autofree char *day = describe_day (zone, entry->instant);
  g_autofree char *time = aft_zone_format_time (zone, entry->instant);
  const char      *name = aft_zone_abbreviation_at (zone, entry->instant);

  if (entry->date_only)
    /* Translators: a date */
    return g_strdup_printf (_ ("%s, no time of day"), day);
  if (entry->approximate)
    /* Translators: a date, a time of day, the short name of its zone */
    return g_strdup_printf (_ ("%s, about %s %s"), day, time, name);
  /* Translators: a date, a time of day, the short name of its zone */
  return g_strdup_printf (_ ("%s, %s %s"), day, time, name);
}

static void
set_invalid (AftEventTime *self, gboolean is_invalid)
{
  self->is_invalid = is_invalid;
  if (is_invalid)
    gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry),
                               GTK_ACCESSIBLE_STATE_INVALID,
                               is_invalid ? GTK_ACCESSIBLE_INVALID_TRUE
                                          : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
}

static void
show_meaning (AftEventTime *self, const char *text, gboolean is_invalid)
{
  set_invalid (self, is_invalid);
  aft_ui_set_label (self->meaning, text);
  gtk_widget_set_visible (GTK_WIDGET (self->meaning), text != NULL && *text != '\0');
}

/* From the document */

/* With its precision, as it would be typed. */
static char *
format_instant (AftEventTime *self, AftInstant instant)
{
  guint            precision = is_until (self) ? AFT_PRECISION_EXACT
                                               : aft_record_get_choice (get_event (self), AFT_EVENT_PRECISION);
  g_autofree char *text = aft_time_entry_format (get_zone (self), instant);

  if (precision == AFT_PRECISION_DATE)
    return aft_zone_format_date (get_zone (self), instant);
  if (precision == AFT_PRECISION_APPROXIMATE)
    return g_strconcat ("~", text, NULL);
  return g_steal_pointer (&text);
}

static void
write_entry (AftEventTime *self, const char *text)
{
  aft_field_widget_begin_update (AFT_FIELD_WIDGET (self));
  if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->entry)), text))
    gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  aft_field_widget_end_update (AFT_FIELD_WIDGET (self));
}

/* The time of an event that could not be read is kept as it was written. */
static void
show_written (AftEventTime *self)
{
  const char *written =
      is_until (self) ? "" : aft_record_get_text (get_event (self), AFT_EVENT_WRITTEN);

  write_entry (self, written);
  if (*written != '\0')
    show_meaning (self, _ ("Kept as written: it is not understood as a time."), TRUE);
  else
    show_meaning (self, NULL, FALSE);
}

static void
show_value (AftEventTime *self)
{
  AftInstant       instant = get_instant (self);
  g_autofree char *text = NULL;

  self->is_typed = FALSE;
  self->shown = instant;
  aft_event_time_choice_show_instant (self->choice, get_zone (self), instant);
  if (instant == AFT_INSTANT_NONE)
    {
      show_written (self);
      return;
    }
  text = format_instant (self, instant);
  write_entry (self, text);
  if (is_until (self) && instant <= aft_event_get_at (get_event (self)))
    show_meaning (self, _ ("This is not after the beginning."), TRUE);
  else
    show_meaning (self, NULL, FALSE);
}

/* Into the document */

static void
store_at (AftEventTime *self, const AftTimeEntry *entry)
{
  AftPostmortem *postmortem = get_postmortem (self);
  AftRecord     *event = get_event (self);

  if (!aft_record_has (event, AFT_EVENT_AT))
    aft_postmortem_clear (postmortem, event, AFT_EVENT_WRITTEN);
  aft_postmortem_set_integer (postmortem, event, AFT_EVENT_AT, entry->instant);
  aft_postmortem_set_choice (postmortem,
                             event,
                             AFT_EVENT_PRECISION,
                             entry->date_only     ? AFT_PRECISION_DATE
                             : entry->approximate ? AFT_PRECISION_APPROXIMATE
                                                  : AFT_PRECISION_EXACT);
  aft_postmortem_clear (postmortem, event, AFT_EVENT_INFERRED);
}

static void
store (AftEventTime *self, const AftTimeEntry *entry)
{
  self->is_typed = FALSE;
  self->shown = entry->instant;
  aft_postmortem_begin_group (get_postmortem (self));
  if (is_until (self))
    aft_postmortem_set_integer (
        get_postmortem (self), get_event (self), AFT_EVENT_UNTIL, entry->instant);
  else
    store_at (self, entry);
  aft_postmortem_end_group (get_postmortem (self));
}

static void
store_nothing (AftEventTime *self)
{
  self->is_typed = FALSE;
  self->shown = AFT_INSTANT_NONE;
  aft_postmortem_begin_group (get_postmortem (self));
  aft_postmortem_clear (get_postmortem (self),
                        get_event (self),
                        aft_field_widget_get_index (AFT_FIELD_WIDGET (self)));
  if (!is_until (self))
    aft_postmortem_clear (get_postmortem (self), get_event (self), AFT_EVENT_WRITTEN);
  aft_postmortem_end_group (get_postmortem (self));
}

/* The event has no time, so there is a place for what was written. */
static void
store_unreadable (AftEventTime *self, const char *text)
{
  if (!is_until (self) && !aft_record_has (get_event (self), AFT_EVENT_AT))
    aft_postmortem_set_text (get_postmortem (self), get_event (self), AFT_EVENT_WRITTEN, text);
}

/* Reads the entry, says what it means or why not, and stores it where asked. */
static gboolean
read_entry (AftEventTime *self, gboolean stores)
{
  AftTimeContext   context = get_context (self);
  AftTimeEntry     entry;
  g_autofree char *text =
      aft_text_clean_line (gtk_editable_get_text (GTK_EDITABLE (self->entry)), -1);
  g_autofree char *meaning = NULL;
  g_autoptr (GError) error = NULL;

  if (*text == '\0')
    {
      show_meaning (self, NULL, FALSE);
      aft_event_time_choice_show_instant (self->choice, context.zone, AFT_INSTANT_NONE);
      if (stores)
        store_nothing (self);
      return TRUE;
    }
  if (!aft_time_entry_parse (text, &context, &entry, &error))
    {
      show_meaning (self, error->message, TRUE);
      aft_event_time_choice_show_instant (self->choice, context.zone, AFT_INSTANT_NONE);
      if (stores)
        store_unreadable (self, text);
      return FALSE;
    }
  meaning = aft_event_time_describe (&entry, context.zone);
  show_meaning (self, meaning, FALSE);
  aft_event_time_choice_show_entry (self->choice, context.zone, &entry);
  if (stores)
    store (self, &entry);
  return TRUE;
}

static gboolean
commit_later_cb (gpointer data)
{
  AftEventTime *self = AFT_EVENT_TIME (data);

  self->commit_source = 0;
  read_entry (self, TRUE);
  return G_SOURCE_REMOVE;
}

/* An entry that is emptied is mostly about to be filled again: that waits until it is left. */
static void
changed_cb (AftEventTime *self)
{
  if (aft_field_widget_is_updating (AFT_FIELD_WIDGET (self)))
    return;
  self->is_typed = TRUE;
  g_clear_handle_id (&self->commit_source, g_source_remove);
  if (read_entry (self, FALSE) && *gtk_editable_get_text (GTK_EDITABLE (self->entry)) != '\0')
    self->commit_source = g_timeout_add (COMMIT_DELAY_MSEC, commit_later_cb, self);
}

static void
activate_cb (AftEventTime *self)
{
  aft_field_widget_commit (AFT_FIELD_WIDGET (self));
}

static void
aft_event_time_commit (AftFieldWidget *widget)
{
  AftEventTime *self = AFT_EVENT_TIME (widget);

  g_clear_handle_id (&self->commit_source, g_source_remove);
  if (self->is_typed && !read_entry (self, TRUE))
    return;
  /* Nobody is typing any more: the time may stand as times are written. */
  if (!self->is_invalid)
    show_value (self);
}

/* The other of the two, with the rest as it was typed. */
static void
chosen_cb (AftEventTime *self, gint64 instant)
{
  AftTimeEntry entry = { .instant = instant, .other = AFT_INSTANT_NONE };

  g_clear_handle_id (&self->commit_source, g_source_remove);
  entry.approximate = *gtk_editable_get_text (GTK_EDITABLE (self->entry)) == '~';
  store (self, &entry);
  show_value (self);
}

/* The field */

static void
aft_event_time_set_label (AftFieldWidget *widget, const char *label)
{
  gtk_label_set_text_with_mnemonic (AFT_EVENT_TIME (widget)->label, label);
}

/* The zone, or what else is part of how a time is written. */
static void
other_changed_cb (AftRecord *record, guint field, AftEventTime *self)
{
  gboolean is_zone = record != get_event (self) && field == AFT_DOC_TIME_ZONE;
  gboolean is_part = record == get_event (self) && !is_until (self) &&
                     (field == AFT_EVENT_PRECISION || field == AFT_EVENT_WRITTEN);

  if (!self->is_typed && self->commit_source == 0 && (is_zone || is_part) &&
      gtk_widget_get_focus_child (GTK_WIDGET (self)) == NULL)
    show_value (self);
}

static void
aft_event_time_bind (AftFieldWidget *widget)
{
  AftEventTime   *self = AFT_EVENT_TIME (widget);
  const AftField *field = aft_field_widget_get_description (widget);

  aft_ui_set_label (self->label, aft_field_get_label (field));
  aft_ui_set_mnemonic_widget (self->label, GTK_WIDGET (self->entry));
  aft_ui_set_accessible_name (GTK_WIDGET (self->entry), aft_field_get_label (field));
  show_value (self);
  g_signal_connect_object (get_event (self), "changed", G_CALLBACK (other_changed_cb), self, 0);
  g_signal_connect_object (aft_postmortem_get_root (get_postmortem (self)),
                           "changed",
                           G_CALLBACK (other_changed_cb),
                           self,
                           0);
}

static void
aft_event_time_unbind (AftFieldWidget *widget)
{
  AftEventTime *self = AFT_EVENT_TIME (widget);

  g_signal_handlers_disconnect_by_func (get_event (self), other_changed_cb, self);
  g_signal_handlers_disconnect_by_func (
      aft_postmortem_get_root (get_postmortem (self)), other_changed_cb, self);
}

/* Leaves alone what is being typed: the document has just what that says, or had it before. */
static void
aft_event_time_update (AftFieldWidget *widget)
{
  AftEventTime *self = AFT_EVENT_TIME (widget);
  gboolean      editable = aft_field_widget_is_editable (widget);

  gtk_editable_set_editable (GTK_EDITABLE (self->entry), editable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->choice), editable);
  if (get_instant (self) != self->shown)
    show_value (self);
}

static void
aft_event_time_focus_field (AftFieldWidget *widget)
{
  gtk_widget_grab_focus (GTK_WIDGET (AFT_EVENT_TIME (widget)->entry));
}

static void
field_widget_init (AftFieldWidgetInterface *iface)
{
  iface->bind = aft_event_time_bind;
  iface->unbind = aft_event_time_unbind;
  iface->set_label = aft_event_time_set_label;
  iface->update = aft_event_time_update;
  iface->commit = aft_event_time_commit;
  iface->focus_field = aft_event_time_focus_field;
}

static void
aft_event_time_dispose (GObject *object)
{
  AftEventTime *self = AFT_EVENT_TIME (object);

  aft_field_widget_unbind (AFT_FIELD_WIDGET (self));
  g_clear_handle_id (&self->commit_source, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), AFT_TYPE_EVENT_TIME);

  G_OBJECT_CLASS (aft_event_time_parent_class)->dispose (object);
}

static void
aft_event_time_class_init (AftEventTimeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = aft_event_time_dispose;
  aft_field_widget_install_property (G_OBJECT_CLASS (klass), PROP_FIELD);

  g_type_ensure (AFT_TYPE_EVENT_TIME_CHOICE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/afterword_app/Afterword/event-time.ui");
  gtk_widget_class_bind_template_child (widget_class, AftEventTime, box);
  gtk_widget_class_bind_template_child (widget_class, AftEventTime, label);
  gtk_widget_class_bind_template_child (widget_class, AftEventTime, entry);
  gtk_widget_class_bind_template_child (widget_class, AftEventTime, meaning);
  gtk_widget_class_bind_template_child (widget_class, AftEventTime, choice);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
}

static void
aft_event_time_init (AftEventTime *self)
{
  self->shown = AFT_INSTANT_NONE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
aft_event_time_new (const char *key)
{
  return g_object_new (AFT_TYPE_EVENT_TIME, "field", key, NULL);
}

void
aft_event_time_set_text (AftEventTime *self, const char *text)
{
  g_return_if_fail (AFT_IS_EVENT_TIME (self));

  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  aft_field_widget_commit (AFT_FIELD_WIDGET (self));
}

const char *
aft_event_time_get_meaning (AftEventTime *self)
{
  g_return_val_if_fail (AFT_IS_EVENT_TIME (self), NULL);
  return gtk_label_get_text (self->meaning);
}

gboolean
aft_event_time_get_invalid (AftEventTime *self)
{
  g_return_val_if_fail (AFT_IS_EVENT_TIME (self), FALSE);
  return self->is_invalid;
}
