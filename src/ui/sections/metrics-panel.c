/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/sections/metrics-panel.h"

#include <glib/gi18n-lib.h>

#include "model/metrics.h"
#include "ui/sections/metric-cell.h"
#include "ui/text.h"

#define MAX_COLUMNS 4

struct _AftMetricsPanel
{
  GtkWidget parent_instance;

  GtkWidget     *flow_box;
  GtkWidget     *unknown_button; /* shows those that are not known yet */
  AftMetricCell *cells[AFT_N_METRICS];
  gboolean       is_known[AFT_N_METRICS];
};

enum
{
  SIGNAL_EVENT_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AftMetricsPanel, aft_metrics_panel, GTK_TYPE_WIDGET)

static void
event_activated_cb (AftMetricsPanel *self, AftRecord *event)
{
  g_signal_emit (self, signals[SIGNAL_EVENT_ACTIVATED], 0, event);
}

static void
add_cell (AftMetricsPanel *self, AftMetricId id)
{
  GtkWidget *cell = aft_metric_cell_new (id);

  self->cells[id] = AFT_METRIC_CELL (cell);
  g_signal_connect_swapped (cell, "event-activated", G_CALLBACK (event_activated_cb), self);
  gtk_flow_box_append (GTK_FLOW_BOX (self->flow_box), cell);
  gtk_widget_set_focusable (gtk_widget_get_parent (cell), FALSE);
}

/* A figure without its events says what to mark: one line stands for all of those until they are
 * asked for. */
static void
show_cells (AftMetricsPanel *self)
{
  gboolean shows_all = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->unknown_button));
  g_autofree char *label = NULL;
  guint            n_unknown = 0;

  for (guint id = 0; id < AFT_N_METRICS; id++)
    {
      n_unknown += !self->is_known[id];
      gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (self->cells[id])),
                              shows_all || self->is_known[id]);
    }
  label = g_strdup_printf (
      ngettext ("%u figure is not known yet", "%u figures are not known yet", n_unknown),
      n_unknown);
  gtk_button_set_label (GTK_BUTTON (self->unknown_button), label);
  gtk_widget_set_visible (self->unknown_button, n_unknown > 0);
  gtk_widget_set_visible (self->flow_box, shows_all || n_unknown < AFT_N_METRICS);
}

static void
aft_metrics_panel_dispose (GObject *object)
{
  g_clear_pointer (&AFT_METRICS_PANEL (object)->flow_box, gtk_widget_unparent);
  g_clear_pointer (&AFT_METRICS_PANEL (object)->unknown_button, gtk_widget_unparent);

  G_OBJECT_CLASS (aft_metrics_panel_parent_class)->dispose (object);
}

static void
aft_metrics_panel_class_init (AftMetricsPanelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = aft_metrics_panel_dispose;
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
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
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
  gtk_flow_box_set_column_spacing (flow_box, 12);
  gtk_flow_box_set_row_spacing (flow_box, 12);
  aft_ui_set_accessible_name (self->flow_box, _ ("Figures"));
  gtk_widget_set_parent (self->flow_box, GTK_WIDGET (self));
  self->unknown_button = gtk_toggle_button_new ();
  gtk_widget_set_halign (self->unknown_button, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->unknown_button, "flat");
  gtk_widget_set_tooltip_text (self->unknown_button, _ ("What to Mark for Them"));
  gtk_widget_set_parent (self->unknown_button, GTK_WIDGET (self));
  g_signal_connect_swapped (self->unknown_button, "toggled", G_CALLBACK (show_cells), self);
  {
    GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

    gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
    gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  }
  for (guint id = 0; id < AFT_N_METRICS; id++)
    add_cell (self, id);
}

void
aft_metrics_panel_update (AftMetricsPanel *self, AftPostmortem *postmortem)
{
  AftMetric metrics[AFT_N_METRICS];

  g_return_if_fail (AFT_IS_METRICS_PANEL (self));

  aft_metrics_compute (aft_record_get_list (aft_postmortem_get_root (postmortem), AFT_DOC_EVENTS),
                       metrics);
  for (guint id = 0; id < AFT_N_METRICS; id++)
    {
      aft_metric_cell_show (self->cells[id], postmortem, &metrics[id]);
      self->is_known[id] = metrics[id].state != AFT_METRIC_UNKNOWN;
    }
  show_cells (self);
}

GtkWidget *
aft_metrics_panel_get_cell (AftMetricsPanel *self, guint metric)
{
  g_return_val_if_fail (AFT_IS_METRICS_PANEL (self) && metric < AFT_N_METRICS, NULL);
  return GTK_WIDGET (self->cells[metric]);
}

const char *
aft_metrics_panel_get_value (AftMetricsPanel *self, guint metric)
{
  g_return_val_if_fail (AFT_IS_METRICS_PANEL (self) && metric < AFT_N_METRICS, NULL);
  return aft_metric_cell_get_text (self->cells[metric]);
}
