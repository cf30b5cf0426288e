/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/sections/event-actions.h"

#include "model/events-batch.h"
#include "model/events.h"
#include "ui/sections/event-clipboard.h"

struct _AftEventActions
{
  GObject parent_instance;

  GtkWidget          *widget; /* weak: reading the clipboard may take longer */
  AftEventSelection  *selection;
  AftPostmortem      *postmortem;
  GSimpleActionGroup *group;
};

enum
{
  SIGNAL_REVEAL,
  SIGNAL_ASK_OFFSET,
  SIGNAL_SELECT_ALL,
  SIGNAL_PASTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AftEventActions, aft_event_actions, G_TYPE_OBJECT)

static const struct
{
  const char *action;
  guint       field;
} choices[] = {
  { "milestone", AFT_EVENT_MILESTONE },
  { "kind", AFT_EVENT_KIND },
  { "lane", AFT_EVENT_LANE },
  { "precision", AFT_EVENT_PRECISION },
};

static gboolean
is_editable (AftEventActions *self)
{
  return self->postmortem != NULL && !aft_postmortem_get_read_only (self->postmortem);
}

/* One of the list */

static void
reveal (AftEventActions *self, guint field)
{
  AftRecord *event = aft_event_selection_get_current (self->selection);

  if (event != NULL)
    g_signal_emit (self, signals[SIGNAL_REVEAL], 0, event, field);
}

static void
edit_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  reveal (data, AFT_EVENT_TEXT);
}

static void
source_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  reveal (data, AFT_EVENT_SOURCE);
}

/* A milestone belongs to one event; the same again takes it away. */
static void
set_milestone (AftEventActions *self, guint milestone)
{
  AftRecord *event = aft_event_selection_get_current (self->selection);

  if (event == NULL)
    return;
  if (aft_record_get_choice (event, AFT_EVENT_MILESTONE) == milestone)
    milestone = AFT_CHOICE_NONE;
  aft_postmortem_break_step (self->postmortem);
  aft_events_set_milestone (self->postmortem, event, milestone);
  aft_postmortem_break_step (self->postmortem);
}

/* All that are selected */

static void
choice_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  AftEventActions *self = data;
  const char      *name = g_action_get_name (G_ACTION (action));
  g_autoptr (GPtrArray) events = aft_event_selection_get_events (self->selection);

  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      const AftField *field = &aft_event_schema.fields[choices[i].field];
      guint           choice;

      if (!g_str_equal (choices[i].action, name))
        continue;
      choice = aft_field_find_choice (field, g_variant_get_string (parameter, NULL));
      if (choice == AFT_CHOICE_NONE)
        return;
      if (choices[i].field == AFT_EVENT_MILESTONE)
        set_milestone (self, choice);
      else
        aft_events_set_choice (self->postmortem, events, choices[i].field, choice);
    }
}

static void
private_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  AftEventActions *self = data;
  g_autoptr (GPtrArray) events = aft_event_selection_get_events (self->selection);

  aft_events_set_private (self->postmortem, events, !aft_events_are_private (events));
}

static void
ask_offset_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_signal_emit (data, signals[SIGNAL_ASK_OFFSET], 0);
}

/* By seconds, as the arrow keys do. */
static void
shift_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  aft_event_actions_shift (data, g_variant_get_int64 (parameter) * AFT_SECOND);
}

static void
select_all_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_signal_emit (data, signals[SIGNAL_SELECT_ALL], 0);
}

/* Removed, with the toast of the editor that takes it back. */
static void
remove_events (AftEventActions *self)
{
  g_autoptr (GPtrArray) events = aft_event_selection_get_events (self->selection);

  if (events->len == 0)
    return;
  aft_events_remove (self->postmortem, events);
  gtk_widget_activate_action (self->widget, "editor.removed", NULL);
}

static void
delete_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  remove_events (data);
}

/* The clipboard */

static void
copy (AftEventActions *self)
{
  g_autoptr (GPtrArray) events = aft_event_selection_get_events (self->selection);

  if (events->len > 0)
    aft_event_clipboard_copy (
        gtk_widget_get_clipboard (self->widget),
        events,
        aft_record_get_text (aft_postmortem_get_root (self->postmortem), AFT_DOC_TIME_ZONE));
}

static void
copy_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  copy (data);
}

static void
cut_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  copy (data);
  remove_events (data);
}

/* What was added is selected, wherever it went. */
static void
pasted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AftEventActions) self = data;
  g_autoptr (GPtrArray) events = aft_event_clipboard_paste_finish (result, NULL);
  g_autoptr (GPtrArray) added = NULL;

  if (events == NULL || events->len == 0)
    {
      if (self->widget != NULL)
        gtk_widget_error_bell (self->widget);
      return;
    }
  if (!is_editable (self))
    return;
  added = aft_events_paste (self->postmortem, events);
  aft_event_selection_select_all (self->selection, added);
  g_signal_emit (self, signals[SIGNAL_PASTED], 0);
}

static void
paste_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  AftEventActions *self = data;
  AftRecord       *root = aft_postmortem_get_root (self->postmortem);
  AftRecord       *current = aft_event_selection_get_current (self->selection);
  AftTimeContext   context = {
      .zone = aft_zone_get_or_utc (aft_record_get_text (root, AFT_DOC_TIME_ZONE)),
      .now = aft_instant_now (),
      .previous = current != NULL ? aft_event_get_at (current) : AFT_INSTANT_NONE,
  };

  if (context.previous == AFT_INSTANT_NONE)
    context.previous = aft_events_find_previous (aft_record_get_list (root, AFT_DOC_EVENTS), NULL);
  aft_event_clipboard_paste_async (
      gtk_widget_get_clipboard (self->widget), &context, pasted_cb, g_object_ref (self));
}

/* States */

static GSimpleAction *
find_action (AftEventActions *self, const char *name)
{
  return G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->group), name));
}

static void
set_enabled (AftEventActions *self, const char *const *names, gboolean is_enabled)
{
  for (guint i = 0; names[i] != NULL; i++)
    g_simple_action_set_enabled (find_action (self, names[i]), is_enabled);
}

static void
update_choices (AftEventActions *self, GPtrArray *events)
{
  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      const AftField *field = &aft_event_schema.fields[choices[i].field];
      guint           choice = aft_events_common_choice (events, choices[i].field);

      g_simple_action_set_state (
          find_action (self, choices[i].action),
          g_variant_new_string (choice != AFT_CHOICE_NONE ? field->choices[choice].word : ""));
    }
  g_simple_action_set_state (find_action (self, "private"),
                             g_variant_new_boolean (aft_events_are_private (events)));
}

static void
update (AftEventActions *self)
{
  static const char *const always[] = { "select-all", NULL };
  static const char *const any[] = { "copy", NULL };
  static const char *const one[] = { "edit", NULL };
  static const char *const one_editable[] = { "source", "milestone", NULL };
  static const char *const editable[] = { "kind",  "lane", "precision", "private", "ask-offset",
                                          "shift", "cut",  "delete",    NULL };
  static const char *const paste[] = { "paste", NULL };
  g_autoptr (GPtrArray) events = aft_event_selection_get_events (self->selection);
  gboolean can_edit = is_editable (self);

  set_enabled (self, always, self->postmortem != NULL);
  set_enabled (self, any, events->len > 0);
  set_enabled (self, one, events->len == 1);
  set_enabled (self, one_editable, events->len == 1 && can_edit);
  set_enabled (self, editable, events->len > 0 && can_edit);
  set_enabled (self, paste, can_edit);
  update_choices (self, events);
}

/* The object */

static void
aft_event_actions_dispose (GObject *object)
{
  AftEventActions *self = AFT_EVENT_ACTIONS (object);

  aft_event_actions_set_postmortem (self, NULL);
  g_clear_object (&self->selection);
  g_clear_object (&self->group);
  g_clear_weak_pointer (&self->widget);

  G_OBJECT_CLASS (aft_event_actions_parent_class)->dispose (object);
}

static guint
add_signal (const char *name, guint n_params, GType first, GType second)
{
  return g_signal_new (name,
                       AFT_TYPE_EVENT_ACTIONS,
                       G_SIGNAL_RUN_LAST,
                       0,
                       NULL,
                       NULL,
                       NULL,
                       G_TYPE_NONE,
                       n_params,
                       first,
                       second);
}

static void
aft_event_actions_class_init (AftEventActionsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = aft_event_actions_dispose;
  signals[SIGNAL_REVEAL] = add_signal ("reveal", 2, AFT_TYPE_RECORD, G_TYPE_UINT);
  signals[SIGNAL_ASK_OFFSET] = add_signal ("ask-offset", 0, G_TYPE_NONE, G_TYPE_NONE);
  signals[SIGNAL_PASTED] = add_signal ("pasted", 0, G_TYPE_NONE, G_TYPE_NONE);
  signals[SIGNAL_SELECT_ALL] = add_signal ("select-all", 0, G_TYPE_NONE, G_TYPE_NONE);
}

static void
aft_event_actions_init (AftEventActions *self)
{
  static const GActionEntry entries[] = {
    { .name = "edit", .activate = edit_cb },
    { .name = "source", .activate = source_cb },
    { .name = "ask-offset", .activate = ask_offset_cb },
    { .name = "shift", .activate = shift_cb, .parameter_type = "x" },
    { .name = "milestone", .activate = choice_cb, .parameter_type = "s", .state = "''" },
    { .name = "kind", .activate = choice_cb, .parameter_type = "s", .state = "''" },
    { .name = "lane", .activate = choice_cb, .parameter_type = "s", .state = "''" },
    { .name = "precision", .activate = choice_cb, .parameter_type = "s", .state = "''" },
    { .name = "private", .activate = private_cb, .state = "false" },
    { .name = "cut", .activate = cut_cb },
    { .name = "copy", .activate = copy_cb },
    { .name = "paste", .activate = paste_cb },
    { .name = "delete", .activate = delete_cb },
    { .name = "select-all", .activate = select_all_cb },
  };

  self->group = g_simple_action_group_new ();
  g_action_map_add_action_entries (
      G_ACTION_MAP (self->group), entries, G_N_ELEMENTS (entries), self);
}

AftEventActions *
aft_event_actions_new (GtkWidget *widget, AftEventSelection *selection)
{
  AftEventActions *self = g_object_new (AFT_TYPE_EVENT_ACTIONS, NULL);

  g_set_weak_pointer (&self->widget, widget);
  self->selection = g_object_ref (selection);
  g_signal_connect_object (selection, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  gtk_widget_insert_action_group (widget, "event", G_ACTION_GROUP (self->group));
  update (self);
  return self;
}

void
aft_event_actions_set_postmortem (AftEventActions *self, AftPostmortem *postmortem)
{
  g_return_if_fail (AFT_IS_EVENT_ACTIONS (self));

  if (self->postmortem == postmortem)
    return;
  if (self->postmortem != NULL)
    g_signal_handlers_disconnect_by_func (self->postmortem, update, self);
  g_set_object (&self->postmortem, postmortem);
  if (postmortem == NULL)
    return;
  g_signal_connect_object (postmortem, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      postmortem, "notify::read-only", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

void
aft_event_actions_shift (AftEventActions *self, gint64 offset)
{
  g_autoptr (GPtrArray) events = NULL;

  g_return_if_fail (AFT_IS_EVENT_ACTIONS (self));

  events = aft_event_selection_get_events (self->selection);
  if (is_editable (self) && aft_events_can_shift (events, offset))
    aft_events_shift (self->postmortem, events, offset);
  else if (self->widget != NULL)
    gtk_widget_error_bell (self->widget);
}
