/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/sections/metric-cell.h"

#include <glib/gi18n-lib.h>

#include "base/quantity.h"
#include "base/text.h"
#include "model/events.h"
#include "ui/sections/event-face.h"
#include "ui/sections/event-picker.h"
#include "ui/text.h"

#define MAX_EVENT_CHARS 24

struct _AftMetricCell
{
  GtkWidget parent_instance;

  GtkWidget     *box;
  GtkLabel      *label;
  GtkLabel      *value;
  GtkLabel      *text; /* the formula, or why there is no figure */
  GtkButton     *links[2];
  GtkMenuButton *mark;

  AftPostmortem *postmortem;
  AftRecord     *events[2]; /* from, to */
  guint          missing;   /* milestone */
};

enum
{
  SIGNAL_EVENT_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AftMetricCell, aft_metric_cell, GTK_TYPE_WIDGET)

static void
link_clicked_cb (GtkButton *button, AftMetricCell *self)
{
  AftRecord *event = self->events[button == self->links[1] ? 1 : 0];

  if (event != NULL)
    g_signal_emit (self, signals[SIGNAL_EVENT_ACTIVATED], 0, event);
}

/* Marking */

void
aft_metric_cell_mark (AftMetricCell *self, AftRecord *event)
{
  g_return_if_fail (AFT_IS_METRIC_CELL (self));

  if (self->missing == AFT_CHOICE_NONE || aft_postmortem_get_read_only (self->postmortem))
    return;
  aft_postmortem_break_step (self->postmortem);
  aft_events_set_milestone (self->postmortem, event, self->missing);
  aft_postmortem_break_step (self->postmortem);
}

static void
chosen_cb (AftMetricCell *self, AftRecord *event)
{
  gtk_menu_button_popdown (self->mark);
  aft_metric_cell_mark (self, event);
}

/* Made anew each time, as the events are others by then. */
static void
create_popover (GtkMenuButton *button, gpointer data)
{
  AftMetricCell   *self = data;
  GtkWidget       *popover = gtk_popover_new ();
  GtkWidget       *picker;
  g_autofree char *question = NULL;

  if (self->missing == AFT_CHOICE_NONE)
    return;
  /* Translators: %s is a milestone as part of a sentence: "impact start" */
  question = g_strdup_printf (_ ("Which event is “%s”?"),
                              aft_milestone_get_phrase ((AftMilestone) self->missing));
  picker = aft_event_picker_new (aft_postmortem_get_root (self->postmortem), question);
  g_signal_connect_object (picker, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_popover_set_child (GTK_POPOVER (popover), picker);
  gtk_menu_button_set_popover (button, popover);
}

/* Words */

static char *
shorten_title (AftRecord *event)
{
  g_autofree char *title = aft_event_face_title (event);

  return aft_text_ellipsize (title, MAX_EVENT_CHARS);
}

static gboolean
is_same_day (const AftMetric *metric, const AftZone *zone)
{
  return aft_zone_day_start (zone, aft_event_get_at (metric->from)) ==
         aft_zone_day_start (zone, aft_event_get_at (metric->to));
}

/* With the date where the other is of another day. */
static char *
format_time (const AftMetric *metric, AftRecord *event, const AftZone *zone)
{
  if (aft_event_get_at (event) == AFT_INSTANT_NONE)
    return aft_event_face_time (event, zone);
  if (metric->state != AFT_METRIC_UNKNOWN && !is_same_day (metric, zone))
    return aft_zone_format (zone, aft_event_get_at (event));
  return aft_zone_format_time (zone, aft_event_get_at (event));
}

char *
aft_metric_cell_describe_conflict (const AftMetric *metric, const AftZone *zone)
{
  g_autofree char *from = shorten_title (metric->from);
  g_autofree char *to = shorten_title (metric->to);
  g_autofree char *from_time = format_time (metric, metric->from, zone);
  g_autofree char *to_time = format_time (metric, metric->to, zone);

  /* Translators: milestone, text and time of the later milestone's event; the same of the earlier's
   */
  return g_strdup_printf (_ ("Conflict: %s (“%s”, %s) comes before %s (“%s”, %s)."),
                          aft_milestone_get_phrase (metric->to_milestone),
                          to,
                          to_time,
                          aft_milestone_get_phrase (metric->from_milestone),
                          from,
                          from_time);
}

static char *
describe (const AftMetric *metric, const AftZone *zone)
{
  if (metric->state == AFT_METRIC_KNOWN)
    return aft_metric_get_formula (metric);
  if (metric->state == AFT_METRIC_CONFLICT)
    return aft_metric_cell_describe_conflict (metric, zone);
  return aft_metric_get_reason (metric, aft_zone_get_name (zone));
}

/* Showing */

static void
show_link (AftMetricCell   *self,
           guint            i,
           const AftMetric *metric,
           AftMilestone     milestone,
           const AftZone   *zone)
{
  AftRecord       *event = self->events[i];
  g_autofree char *time = NULL;
  g_autofree char *text = NULL;
  g_autofree char *title = NULL;
  g_autofree char *name = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->links[i]), event != NULL);
  if (event == NULL)
    return;
  time = format_time (metric, event, zone);
  /* Translators: a time and a milestone: "14:02 impact start" */
  text = g_strdup_printf (_ ("%s %s"), time, aft_milestone_get_phrase (milestone));
  title = aft_event_face_title (event);
  /* Translators: a time with its milestone, and the text of the event */
  name = g_strdup_printf (_ ("Go to %s: %s"), text, title);
  aft_ui_set_label (GTK_LABEL (gtk_button_get_child (self->links[i])), text);
  aft_ui_set_tooltip (GTK_WIDGET (self->links[i]), title);
  aft_ui_set_accessible_name (GTK_WIDGET (self->links[i]), name);
}

static void
show_mark (AftMetricCell *self, AftPostmortem *postmortem)
{
  g_autofree char *label = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->mark), self->missing != AFT_CHOICE_NONE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->mark), !aft_postmortem_get_read_only (postmortem));
  if (self->missing == AFT_CHOICE_NONE)
    return;
  /* Translators: %s is a milestone as part of a sentence: "Mark impact start" */
  label = g_strdup_printf (_ ("Mark %s"), aft_milestone_get_phrase ((AftMilestone) self->missing));
  aft_ui_set_label (GTK_LABEL (gtk_menu_button_get_child (self->mark)), label);
  aft_ui_set_accessible_name (GTK_WIDGET (self->mark), label);
}

static void
show_state (AftMetricCell *self, AftMetricState state)
{
  static const char *const classes[] = { "known", "unknown", "conflict" };

  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    gtk_widget_remove_css_class (GTK_WIDGET (self), classes[i]);
  gtk_widget_add_css_class (GTK_WIDGET (self), classes[state]);
}

void
aft_metric_cell_show (AftMetricCell *self, AftPostmortem *postmortem, const AftMetric *metric)
{
  AftRecord       *root = aft_postmortem_get_root (postmortem);
  const AftZone   *zone = aft_zone_get_or_utc (aft_record_get_text (root, AFT_DOC_TIME_ZONE));
  gboolean         is_known = metric->state == AFT_METRIC_KNOWN;
  g_autofree char *value = is_known ? aft_duration_format (metric->seconds) : NULL;
  g_autofree char *text = describe (metric, zone);

  g_return_if_fail (AFT_IS_METRIC_CELL (self));

  g_set_object (&self->postmortem, postmortem);
  g_set_object (&self->events[0], metric->from);
  g_set_object (&self->events[1], metric->to);
  self->missing =
      metric->state == AFT_METRIC_UNKNOWN ? aft_metric_get_missing (metric) : AFT_CHOICE_NONE;
  show_state (self, metric->state);
  aft_ui_set_label (self->value, value);
  gtk_widget_set_visible (GTK_WIDGET (self->value), is_known);
  aft_ui_set_label (self->text, text);
  show_link (self, 0, metric, metric->from_milestone, zone);
  show_link (self, 1, metric, metric->to_milestone, zone);
  show_mark (self, postmortem);
}

/* The widget */

static void
aft_metric_cell_dispose (GObject *object)
{
  AftMetricCell *self = AFT_METRIC_CELL (object);

  g_clear_object (&self->postmortem);
  g_clear_object (&self->events[0]);
  g_clear_object (&self->events[1]);
  gtk_widget_dispose_template (GTK_WIDGET (self), AFT_TYPE_METRIC_CELL);

  G_OBJECT_CLASS (aft_metric_cell_parent_class)->dispose (object);
}

static void
aft_metric_cell_class_init (AftMetricCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = aft_metric_cell_dispose;
  signals[SIGNAL_EVENT_ACTIVATED] = g_signal_new ("event-activated",
                                                  G_TYPE_FROM_CLASS (klass),
                                                  G_SIGNAL_RUN_LAST,
                                                  0,
                                                  NULL,
                                                  NULL,
                                                  NULL,
                                                  G_TYPE_NONE,
                                                  1,
                                                  AFT_TYPE_RECORD);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/afterword_app/Afterword/metric-cell.ui");
  gtk_widget_class_bind_template_child (widget_class, AftMetricCell, box);
  gtk_widget_class_bind_template_child (widget_class, AftMetricCell, label);
  gtk_widget_class_bind_template_child (widget_class, AftMetricCell, value);
  gtk_widget_class_bind_template_child (widget_class, AftMetricCell, text);
  gtk_widget_class_bind_template_child (widget_class, AftMetricCell, mark);
  gtk_widget_class_bind_template_child_full (
      widget_class, "from", FALSE, G_STRUCT_OFFSET (AftMetricCell, links[0]));
  gtk_widget_class_bind_template_child_full (
      widget_class, "to", FALSE, G_STRUCT_OFFSET (AftMetricCell, links[1]));
  gtk_widget_class_bind_template_callback (widget_class, link_clicked_cb);
  gtk_widget_class_set_css_name (widget_class, "metriccell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
aft_metric_cell_init (AftMetricCell *self)
{
  self->missing = AFT_CHOICE_NONE;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->mark, create_popover, self, NULL);
}

GtkWidget *
aft_metric_cell_new (AftMetricId id)
{
  AftMetricCell *self = g_object_new (AFT_TYPE_METRIC_CELL, NULL);

  aft_ui_set_label (self->label, aft_metric_get_label (id));
  aft_ui_set_accessible_name (GTK_WIDGET (self), aft_metric_get_label (id));
  return GTK_WIDGET (self);
}

const char *
aft_metric_cell_get_text (AftMetricCell *self)
{
  g_return_val_if_fail (AFT_IS_METRIC_CELL (self), NULL);
  return gtk_label_get_text (gtk_widget_get_visible (GTK_WIDGET (self->value)) ? self->value
                                                                               : self->text);
}
