/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/sections/event-entry.h"

#include <glib/gi18n-lib.h>

#include "base/text.h"
#include "model/events.h"
#include "ui/sections/event-line.h"
#include "ui/sections/event-time-choice.h"
#include "ui/text.h"

struct _AftEventEntry
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkEntry  *entry;
  GtkButton *button;
  GtkLabel  *meaning;

  AftEventTimeChoice *choice;

  AftPostmortem *postmortem;
  AftInstant     chosen; /* of two, on a night when clocks are changed; NONE: as it was read */
};

enum
{
  SIGNAL_ADDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AftEventEntry, aft_event_entry, GTK_TYPE_WIDGET)

static AftRecordList *
get_events (AftEventEntry *self)
{
  return aft_record_get_list (aft_postmortem_get_root (self->postmortem), AFT_DOC_EVENTS);
}

/* The last event by time is the one before the new one. */
static AftTimeContext
get_context (AftEventEntry *self)
{
  AftRecord *root = aft_postmortem_get_root (self->postmortem);

  return (AftTimeContext){
    .zone = aft_zone_get_or_utc (aft_record_get_text (root, AFT_DOC_TIME_ZONE)),
    .now = aft_instant_now (),
    .previous = aft_events_find_previous (get_events (self), NULL),
  };
}

static char *
describe (const AftEventLine *line, const AftTimeContext *context)
{
  g_autofree char *time = NULL;
  const char      *zone;

  if (!line->has_time)
    return g_strdup (_ ("No time understood: it is added without one."));
  time = aft_zone_format (context->zone, line->time.instant);
  zone = aft_zone_abbreviation_at (context->zone, line->time.instant);
  if (*line->text == '\0')
    /* Translators: a date and time, and the short name of its zone */
    return g_strdup_printf (_ ("At %s %s: what happened?"), time, zone);
  /* Translators: a date and time, and the short name of its zone */
  return g_strdup_printf (_ ("At %s %s. Enter adds it."), time, zone);
}

static void
show_choice (AftEventEntry *self, const AftEventLine *line, const AftTimeContext *context)
{
  if (line->has_time)
    aft_event_time_choice_show_entry (self->choice, context->zone, &line->time);
  else
    aft_event_time_choice_show_instant (self->choice, context->zone, AFT_INSTANT_NONE);
}

static void
chosen_cb (AftEventEntry *self, gint64 instant)
{
  self->chosen = instant;
}

static void
changed_cb (AftEventEntry *self)
{
  const char      *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  AftTimeContext   context;
  AftEventLine     line;
  g_autofree char *meaning = NULL;

  self->chosen = AFT_INSTANT_NONE;
  gtk_widget_set_sensitive (GTK_WIDGET (self->button), *text != '\0' && self->postmortem != NULL);
  if (*text == '\0' || self->postmortem == NULL)
    {
      aft_ui_set_label (self->meaning,
                        _ ("A time and what happened: 14:02, 2026-05-04 14:02, +12m, now."));
      gtk_widget_set_visible (GTK_WIDGET (self->choice), FALSE);
      return;
    }
  context = get_context (self);
  aft_event_line_parse (text, &context, &line);
  meaning = describe (&line, &context);
  show_choice (self, &line, &context);
  aft_ui_set_label (self->meaning, meaning);
}

static void
init_value (AftRecord *event, guint field, gint64 integer)
{
  g_auto (AftValue) value = AFT_VALUE_INIT;

  aft_value_set_integer (&value, integer);
  aft_record_init_value (event, field, &value);
}

static AftRecord *
create_event (const AftEventLine *line)
{
  AftRecord       *event = aft_record_new (&aft_event_schema);
  g_autofree char *text = aft_text_clean_line (line->text, -1);
  g_auto (AftValue) value = AFT_VALUE_INIT;

  aft_value_set_text (&value, text);
  aft_record_init_value (event, AFT_EVENT_TEXT, &value);
  if (!line->has_time)
    return event;
  init_value (event, AFT_EVENT_AT, line->time.instant);
  if (line->time.date_only)
    init_value (event, AFT_EVENT_PRECISION, AFT_PRECISION_DATE);
  else if (line->time.approximate)
    init_value (event, AFT_EVENT_PRECISION, AFT_PRECISION_APPROXIMATE);
  return event;
}

void
aft_event_entry_add (AftEventEntry *self)
{
  g_autoptr (AftRecord) event = NULL;
  g_autofree char *text = NULL;
  AftTimeContext   context;
  AftEventLine     line;

  g_return_if_fail (AFT_IS_EVENT_ENTRY (self));

  text = aft_text_clean_line (gtk_editable_get_text (GTK_EDITABLE (self->entry)), -1);
  if (*text == '\0' || self->postmortem == NULL || aft_postmortem_get_read_only (self->postmortem))
    return;
  context = get_context (self);
  aft_event_line_parse (text, &context, &line);
  if (self->chosen != AFT_INSTANT_NONE)
    line.time.instant = self->chosen;
  event = create_event (&line);
  aft_postmortem_break_step (self->postmortem);
  aft_postmortem_insert (self->postmortem, get_events (self), G_MAXUINT, event);
  aft_postmortem_break_step (self->postmortem);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  g_signal_emit (self, signals[SIGNAL_ADDED], 0, event);
}

static gboolean
aft_event_entry_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (AFT_EVENT_ENTRY (widget)->entry));
}

static void
aft_event_entry_dispose (GObject *object)
{
  g_clear_object (&AFT_EVENT_ENTRY (object)->postmortem);
  gtk_widget_dispose_template (GTK_WIDGET (object), AFT_TYPE_EVENT_ENTRY);

  G_OBJECT_CLASS (aft_event_entry_parent_class)->dispose (object);
}

static void
aft_event_entry_class_init (AftEventEntryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = aft_event_entry_dispose;
  widget_class->grab_focus = aft_event_entry_grab_focus;

  signals[SIGNAL_ADDED] = g_signal_new ("added",
                                        G_TYPE_FROM_CLASS (klass),
                                        G_SIGNAL_RUN_LAST,
                                        0,
                                        NULL,
                                        NULL,
                                        NULL,
                                        G_TYPE_NONE,
                                        1,
                                        AFT_TYPE_RECORD);

  g_type_ensure (AFT_TYPE_EVENT_TIME_CHOICE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/afterword_app/Afterword/event-entry.ui");
  gtk_widget_class_bind_template_child (widget_class, AftEventEntry, box);
  gtk_widget_class_bind_template_child (widget_class, AftEventEntry, entry);
  gtk_widget_class_bind_template_child (widget_class, AftEventEntry, button);
  gtk_widget_class_bind_template_child (widget_class, AftEventEntry, meaning);
  gtk_widget_class_bind_template_child (widget_class, AftEventEntry, choice);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, aft_event_entry_add);
}

static void
aft_event_entry_init (AftEventEntry *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  changed_cb (self);
}

void
aft_event_entry_set_postmortem (AftEventEntry *self, AftPostmortem *postmortem)
{
  g_return_if_fail (AFT_IS_EVENT_ENTRY (self));

  if (!g_set_object (&self->postmortem, postmortem))
    return;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  changed_cb (self);
  gtk_widget_set_sensitive (GTK_WIDGET (self),
                            postmortem != NULL && !aft_postmortem_get_read_only (postmortem));
}

void
aft_event_entry_set_text (AftEventEntry *self, const char *text)
{
  g_return_if_fail (AFT_IS_EVENT_ENTRY (self));
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
}

const char *
aft_event_entry_get_meaning (AftEventEntry *self)
{
  g_return_val_if_fail (AFT_IS_EVENT_ENTRY (self), NULL);
  return gtk_label_get_text (self->meaning);
}
