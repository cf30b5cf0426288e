/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/sections/event-entry.h"

#include <glib/gi18n-lib.h>

#include "base/text.h"
#include "model/event-line.h"
#include "model/events.h"
#include "ui/sections/event-completion.h"
#include "ui/sections/event-entry-paste.h"
#include "ui/sections/event-face.h"
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
  AftEventCompletion *completion;

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

/* "2026-05-04 14:02 CEST", "2026-05-04 14:02–14:20 CEST" */
static char *
describe_time (const AftEventLine *line, const AftTimeContext *context)
{
  AftInstant       at = line->time.instant;
  g_autofree char *time = line->time.date_only ? aft_zone_format_date (context->zone, at)
                                               : aft_zone_format (context->zone, at);
  g_autofree char *end = NULL;
  g_autofree char *span = NULL;
  const char      *zone = aft_zone_abbreviation_at (context->zone, at);

  if (line->until != AFT_INSTANT_NONE)
    {
      gboolean is_same_day =
          aft_zone_day_start (context->zone, at) == aft_zone_day_start (context->zone, line->until);

      end = is_same_day ? aft_zone_format_time (context->zone, line->until)
                        : aft_zone_format (context->zone, line->until);
      span = g_strconcat (time, is_same_day ? "–" : " – ", end, NULL);
    }
  if (line->time.approximate)
    /* Translators: a date and time, and the short name of its zone */
    return g_strdup_printf (_ ("about %s %s"), span != NULL ? span : time, zone);
  return g_strdup_printf ("%s %s", span != NULL ? span : time, zone);
}

static void
add_choice (GPtrArray *facts, guint field, guint choice)
{
  if (choice != AFT_CHOICE_NONE)
    g_ptr_array_add (
        facts, g_strdup (aft_field_get_choice_label (&aft_event_schema.fields[field], choice)));
}

/* A milestone is one event's: whoever has it is named before it is taken. */
static void
add_milestone (AftEventEntry        *self,
               GPtrArray            *facts,
               guint                 milestone,
               const AftTimeContext *context)
{
  AftRecord       *marked = milestone != AFT_CHOICE_NONE
                                ? aft_events_find_milestone (get_events (self), milestone)
                                : NULL;
  g_autofree char *time = NULL;

  if (marked == NULL)
    {
      add_choice (facts, AFT_EVENT_MILESTONE, milestone);
      return;
    }
  time = aft_event_face_time (marked, context->zone);
  g_ptr_array_add (facts,
                   /* Translators: a milestone, and the time of the event that has it until now */
                   g_strdup_printf (_ ("%s, until now at %s"),
                                    aft_field_get_choice_label (
                                        &aft_event_schema.fields[AFT_EVENT_MILESTONE], milestone),
                                    time));
}

static char *
describe (AftEventEntry *self, const AftEventLine *line, const AftTimeContext *context)
{
  g_autoptr (GPtrArray) facts = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (facts,
                   line->has_time ? describe_time (line, context)
                                  : g_strdup (line->is_unknown ? _ ("time not known")
                                                               : _ ("no time understood")));
  add_choice (facts, AFT_EVENT_KIND, line->kind);
  add_milestone (self, facts, line->milestone, context);
  add_choice (facts, AFT_EVENT_LANE, line->lane);
  g_ptr_array_add (facts,
                   g_strdup (*line->text == '\0' ? _ ("what happened?") : _ ("Enter adds it")));
  g_ptr_array_add (facts, NULL);
  return g_strjoinv (" · ", (char **) facts->pdata);
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
  g_autofree char *meaning = NULL;
  g_auto (AftEventLine) line = { 0 };

  self->chosen = AFT_INSTANT_NONE;
  gtk_widget_set_sensitive (GTK_WIDGET (self->button), *text != '\0' && self->postmortem != NULL);
  if (*text == '\0' || self->postmortem == NULL)
    {
      aft_ui_set_label (self->meaning,
                        _ ("A time and what happened: 14:02, 14:02–14:20, yesterday 23:50, +12m, "
                           "~14:02, ? for unknown. # sets the kind, ! a milestone, @ the lane."));
      gtk_widget_set_visible (GTK_WIDGET (self->choice), FALSE);
      return;
    }
  context = get_context (self);
  aft_event_line_parse (text, &context, &line);
  meaning = describe (self, &line, &context);
  show_choice (self, &line, &context);
  aft_ui_set_label (self->meaning, meaning);
}

/* NULL where there is nothing to add. Transfer full. */
static AftRecord *
add_event (AftEventEntry *self)
{
  g_autofree char *text = NULL;
  AftRecord       *event;
  AftTimeContext   context;
  g_auto (AftEventLine) line = { 0 };

  text = aft_text_clean_line (gtk_editable_get_text (GTK_EDITABLE (self->entry)), -1);
  if (*text == '\0' || self->postmortem == NULL || aft_postmortem_get_read_only (self->postmortem))
    return NULL;
  context = get_context (self);
  aft_event_line_parse (text, &context, &line);
  if (self->chosen != AFT_INSTANT_NONE)
    line.time.instant = self->chosen;
  event = aft_event_line_create_event (&line);
  aft_event_line_add (self->postmortem, event);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  return event;
}

void
aft_event_entry_add (AftEventEntry *self)
{
  g_autoptr (AftRecord) event = NULL;

  g_return_if_fail (AFT_IS_EVENT_ENTRY (self));

  event = add_event (self);
  if (event == NULL)
    return;
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  g_signal_emit (self, signals[SIGNAL_ADDED], 0, event);
}

void
aft_event_entry_keep (AftEventEntry *self)
{
  g_autoptr (AftRecord) event = NULL;

  g_return_if_fail (AFT_IS_EVENT_ENTRY (self));

  event = add_event (self);
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

  g_type_ensure (AFT_TYPE_EVENT_COMPLETION);
  g_type_ensure (AFT_TYPE_EVENT_TIME_CHOICE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/afterword_app/Afterword/event-entry.ui");
  gtk_widget_class_bind_template_child (widget_class, AftEventEntry, box);
  gtk_widget_class_bind_template_child (widget_class, AftEventEntry, entry);
  gtk_widget_class_bind_template_child (widget_class, AftEventEntry, button);
  gtk_widget_class_bind_template_child (widget_class, AftEventEntry, meaning);
  gtk_widget_class_bind_template_child (widget_class, AftEventEntry, choice);
  gtk_widget_class_bind_template_child (widget_class, AftEventEntry, completion);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, aft_event_entry_add);
}

static void
aft_event_entry_init (AftEventEntry *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  aft_event_completion_set_entry (self->completion, self->entry);
  aft_event_entry_paste_watch (self->entry);
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

void
aft_event_entry_begin (AftEventEntry *self, const char *text)
{
  g_return_if_fail (AFT_IS_EVENT_ENTRY (self));

  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  gtk_entry_grab_focus_without_selecting (self->entry);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
}

const char *
aft_event_entry_get_meaning (AftEventEntry *self)
{
  g_return_val_if_fail (AFT_IS_EVENT_ENTRY (self), NULL);
  return gtk_label_get_text (self->meaning);
}
