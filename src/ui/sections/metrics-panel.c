/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/sections/metrics-panel.h"

#include <glib/gi18n-lib.h>

#include "base/quantity.h"
#include "base/zone.h"
#include "model/events.h"
#include "model/metrics.h"
#include "ui/text.h"

#define MAX_COLUMNS 4
#define CELL_CHARS  15

typedef struct
{
  GtkWidget *box;
  GtkLabel  *value, *formula, *times;
} Cell;

struct _AftMetricsPanel
{
  GtkWidget parent_instance;

  GtkWidget *flow_box;
  Cell       cells[AFT_N_METRICS];
};

G_DEFINE_FINAL_TYPE (AftMetricsPanel, aft_metrics_panel, GTK_TYPE_WIDGET)

static GtkLabel *
add_label (GtkWidget *box, const char *css_class)
{
  GtkLabel *label = GTK_LABEL (gtk_label_new (NULL));

  gtk_label_set_xalign (label, 0);
  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_wrap_mode (label, PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (GTK_WIDGET (label), css_class);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (label));
  return label;
}

static void
add_cell (AftMetricsPanel *self, AftMetricId id)
{
  Cell      *cell = &self->cells[id];
  GtkLabel  *label;
  GtkWidget *child;

  cell->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (cell->box, "metric");
  label = add_label (cell->box, "caption-heading");
  aft_ui_set_label (label, aft_metric_get_label (id));
  gtk_label_set_width_chars (label, CELL_CHARS);
  gtk_label_set_max_width_chars (label, CELL_CHARS);
  cell->value = add_label (cell->box, "metric-value");
  gtk_widget_add_css_class (GTK_WIDGET (cell->value), "figures");
  cell->times = add_label (cell->box, "caption");
  gtk_widget_add_css_class (GTK_WIDGET (cell->times), "figures");
  cell->formula = add_label (cell->box, "caption");
  gtk_widget_add_css_class (GTK_WIDGET (cell->formula), "dim-label");
  gtk_label_set_max_width_chars (cell->times, CELL_CHARS);
  gtk_label_set_max_width_chars (cell->formula, CELL_CHARS);
  gtk_flow_box_append (GTK_FLOW_BOX (self->flow_box), cell->box);
  child = gtk_widget_get_parent (cell->box);
  gtk_widget_set_focusable (child, FALSE);
}

/* "14:02 – 14:13", with the dates where they differ. */
static char *
format_times (const AftMetric *metric, const AftZone *zone)
{
  AftInstant       from = aft_event_get_at (metric->from);
  AftInstant       to = aft_event_get_at (metric->to);
  gboolean         same_day = aft_zone_day_start (zone, from) == aft_zone_day_start (zone, to);
  g_autofree char *start =
      same_day ? aft_zone_format_time (zone, from) : aft_zone_format (zone, from);
  g_autofree char *end = same_day ? aft_zone_format_time (zone, to) : aft_zone_format (zone, to);

  /* Translators: a span of time: "14:02 – 14:13" */
  return g_strdup_printf (_ ("%s – %s"), start, end);
}

static void
set_state (Cell *cell, AftMetricState state)
{
  static const char *const classes[] = { "known", "unknown", "conflict" };

  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    gtk_widget_remove_css_class (cell->box, classes[i]);
  gtk_widget_add_css_class (cell->box, classes[state]);
}

static void
show_metric (Cell *cell, const AftMetric *metric, const char *zone_name)
{
  const AftZone   *zone = aft_zone_get_or_utc (zone_name);
  g_autofree char *value = NULL;
  g_autofree char *formula = NULL;
  g_autofree char *times = NULL;

  set_state (cell, metric->state);
  if (metric->state == AFT_METRIC_KNOWN)
    {
      value = aft_duration_format (metric->seconds);
      formula = aft_metric_get_formula (metric);
      times = format_times (metric, zone);
    }
  else
    /* It begins with the word "unknown", or tells of the conflict: a figure would be wrong. */
    formula = aft_metric_get_reason (metric, zone_name);
  aft_ui_set_label (cell->value, value);
  gtk_widget_set_visible (GTK_WIDGET (cell->value), value != NULL);
  aft_ui_set_label (cell->times, times);
  gtk_widget_set_visible (GTK_WIDGET (cell->times), times != NULL);
  aft_ui_set_label (cell->formula, formula);
}

static void
aft_metrics_panel_dispose (GObject *object)
{
  g_clear_pointer (&AFT_METRICS_PANEL (object)->flow_box, gtk_widget_unparent);

  G_OBJECT_CLASS (aft_metrics_panel_parent_class)->dispose (object);
}

static void
aft_metrics_panel_class_init (AftMetricsPanelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = aft_metrics_panel_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "metricspanel");
}

static void
aft_metrics_panel_init (AftMetricsPanel *self)
{
  GtkFlowBox *flow_box;

  self->flow_box = gtk_flow_box_new ();
  flow_box = GTK_FLOW_BOX (self->flow_box);
  gtk_flow_box_set_selection_mode (flow_box, GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (flow_box, MAX_COLUMNS);
  gtk_flow_box_set_min_children_per_line (flow_box, 2);
  gtk_flow_box_set_homogeneous (flow_box, TRUE);
  gtk_flow_box_set_column_spacing (flow_box, 12);
  gtk_flow_box_set_row_spacing (flow_box, 12);
  aft_ui_set_accessible_name (self->flow_box, _ ("Figures"));
  gtk_widget_set_parent (self->flow_box, GTK_WIDGET (self));
  for (guint id = 0; id < AFT_N_METRICS; id++)
    add_cell (self, id);
}

void
aft_metrics_panel_update (AftMetricsPanel *self, AftRecord *root)
{
  AftMetric metrics[AFT_N_METRICS];

  g_return_if_fail (AFT_IS_METRICS_PANEL (self));

  if (root == NULL)
    return;
  aft_metrics_compute (aft_record_get_list (root, AFT_DOC_EVENTS), metrics);
  for (guint id = 0; id < AFT_N_METRICS; id++)
    show_metric (&self->cells[id], &metrics[id], aft_record_get_text (root, AFT_DOC_TIME_ZONE));
}

const char *
aft_metrics_panel_get_value (AftMetricsPanel *self, guint metric)
{
  const Cell *cell;

  g_return_val_if_fail (AFT_IS_METRICS_PANEL (self) && metric < AFT_N_METRICS, NULL);

  cell = &self->cells[metric];
  return gtk_label_get_text (gtk_widget_get_visible (GTK_WIDGET (cell->value)) ? cell->value
                                                                               : cell->formula);
}
