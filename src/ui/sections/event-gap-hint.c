/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/sections/event-gap-hint.h"

#include "base/zone.h"
#include "model/event-gaps.h"
#include "timeline/snap.h"
#include "ui/text.h"

struct _AftEventGapHint
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkLabel  *label;
  GtkButton *add_button;

  AftPostmortem *postmortem;
  GHashTable    *dismissed; /* set of "id id" */
  char          *shown;     /* the one that is shown, as in that set */
  AftInstant     from, to;
};

enum
{
  SIGNAL_ADD_WANTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AftEventGapHint, aft_event_gap_hint, GTK_TYPE_WIDGET)

static char *
name_gap (const AftEventGap *gap)
{
  return g_strconcat (aft_record_get_text (gap->before, AFT_EVENT_ID),
                      " ",
                      aft_record_get_text (gap->after, AFT_EVENT_ID),
                      NULL);
}

static const char *
get_zone (AftEventGapHint *self)
{
  return aft_record_get_text (aft_postmortem_get_root (self->postmortem), AFT_DOC_TIME_ZONE);
}

static void
show_gap (AftEventGapHint *self, const AftEventGap *gap)
{
  g_autofree char *text = aft_event_gap_describe (gap, get_zone (self));

  aft_ui_set_label (self->label, text);
  g_free (self->shown);
  self->shown = name_gap (gap);
  self->from = gap->from;
  self->to = gap->to;
}

/* The longest that nobody put away. */
void
aft_event_gap_hint_update (AftEventGapHint *self)
{
  g_autoptr (GArray) gaps = NULL;
  gboolean is_shown = FALSE;

  g_return_if_fail (AFT_IS_EVENT_GAP_HINT (self));

  if (self->postmortem != NULL && !aft_postmortem_get_read_only (self->postmortem))
    gaps = aft_events_find_gaps (
        aft_record_get_list (aft_postmortem_get_root (self->postmortem), AFT_DOC_EVENTS));
  for (guint i = 0; gaps != NULL && !is_shown && i < gaps->len; i++)
    {
      const AftEventGap *gap = &g_array_index (gaps, AftEventGap, i);
      g_autofree char   *name = name_gap (gap);

      if (g_hash_table_contains (self->dismissed, name))
        continue;
      show_gap (self, gap);
      is_shown = TRUE;
    }
  gtk_widget_set_visible (GTK_WIDGET (self), is_shown);
}

static void
aft_event_gap_hint_dispose (GObject *object)
{
  g_clear_object (&AFT_EVENT_GAP_HINT (object)->postmortem);
  gtk_widget_dispose_template (GTK_WIDGET (object), AFT_TYPE_EVENT_GAP_HINT);

  G_OBJECT_CLASS (aft_event_gap_hint_parent_class)->dispose (object);
}

static void
aft_event_gap_hint_finalize (GObject *object)
{
  AftEventGapHint *self = AFT_EVENT_GAP_HINT (object);

  g_hash_table_unref (self->dismissed);
  g_free (self->shown);

  G_OBJECT_CLASS (aft_event_gap_hint_parent_class)->finalize (object);
}

static void
aft_event_gap_hint_class_init (AftEventGapHintClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = aft_event_gap_hint_dispose;
  G_OBJECT_CLASS (klass)->finalize = aft_event_gap_hint_finalize;
  signals[SIGNAL_ADD_WANTED] = g_signal_new ("add-wanted",
                                             G_TYPE_FROM_CLASS (klass),
                                             G_SIGNAL_RUN_LAST,
                                             0,
                                             NULL,
                                             NULL,
                                             NULL,
                                             G_TYPE_NONE,
                                             1,
                                             G_TYPE_INT64);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/afterword_app/Afterword/event-gap-hint.ui");
  gtk_widget_class_bind_template_child (widget_class, AftEventGapHint, box);
  gtk_widget_class_bind_template_child (widget_class, AftEventGapHint, label);
  gtk_widget_class_bind_template_child (widget_class, AftEventGapHint, add_button);
  gtk_widget_class_bind_template_callback (widget_class, aft_event_gap_hint_add);
  gtk_widget_class_bind_template_callback (widget_class, aft_event_gap_hint_dismiss);
}

static void
aft_event_gap_hint_init (AftEventGapHint *self)
{
  self->dismissed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
aft_event_gap_hint_set_postmortem (AftEventGapHint *self, AftPostmortem *postmortem)
{
  g_return_if_fail (AFT_IS_EVENT_GAP_HINT (self));

  if (!g_set_object (&self->postmortem, postmortem))
    return;
  g_hash_table_remove_all (self->dismissed);
  aft_event_gap_hint_update (self);
}

const char *
aft_event_gap_hint_get_text (AftEventGapHint *self)
{
  g_return_val_if_fail (AFT_IS_EVENT_GAP_HINT (self), NULL);
  return gtk_label_get_text (self->label);
}

void
aft_event_gap_hint_add (AftEventGapHint *self)
{
  AftInstant middle;

  g_return_if_fail (AFT_IS_EVENT_GAP_HINT (self) && self->shown != NULL);

  middle = aft_snap (
      self->from + (self->to - self->from) / 2, AFT_MINUTE, aft_zone_get_or_utc (get_zone (self)));
  g_signal_emit (self, signals[SIGNAL_ADD_WANTED], 0, middle);
}

void
aft_event_gap_hint_dismiss (AftEventGapHint *self)
{
  g_return_if_fail (AFT_IS_EVENT_GAP_HINT (self) && self->shown != NULL);

  g_hash_table_add (self->dismissed, g_strdup (self->shown));
  aft_event_gap_hint_update (self);
}
