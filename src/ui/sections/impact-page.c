/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/sections/impact-page.h"

#include <glib/gi18n-lib.h>

#include "base/quantity.h"
#include "base/zone.h"
#include "model/events.h"
#include "model/metrics.h"
#include "ui/text.h"

struct _AftImpactPage
{
  AftSectionPage parent_instance;

  AdwActionRow *duration_row;
  GtkLabel     *duration;
  GtkWidget    *timeline_button;
  AdwActionRow *reset_row;
  GtkWidget    *reset_button;
  GtkWidget    *reason;
};

G_DEFINE_FINAL_TYPE (AftImpactPage, aft_impact_page, AFT_TYPE_SECTION_PAGE)

/* The two times behind the computed figure, with the day where that is not the same. */
static char *
describe_times (const AftMetric *metric, const AftZone *zone)
{
  AftInstant       from = aft_event_get_at (metric->from);
  AftInstant       to = aft_event_get_at (metric->to);
  g_autofree char *start = aft_zone_format (zone, from);
  g_autofree char *end = aft_zone_day_start (zone, from) == aft_zone_day_start (zone, to)
                             ? aft_zone_format_time (zone, to)
                             : aft_zone_format (zone, to);

  /* Translators: a span of time: "2026-05-04 14:02 – 14:13" */
  return g_strdup_printf (_ ("%s – %s"), start, end);
}

/* Where the figure comes from: never a number without its source. */
static char *
describe_source (AftRecord *root, const AftMetric *metric, gboolean stated)
{
  const char      *zone = aft_record_get_text (root, AFT_DOC_TIME_ZONE);
  g_autofree char *formula = NULL;
  g_autofree char *times = NULL;

  if (stated)
    return aft_record_has (root, AFT_DOC_DURATION_NOTES)
               ? g_strdup (_ ("As stated below, for the reason given"))
               : g_strdup (_ ("As stated below: say why, so that a reader can follow"));
  if (metric->state != AFT_METRIC_KNOWN)
    return aft_metric_get_reason (metric, zone);
  formula = aft_metric_get_formula (metric);
  times = describe_times (metric, aft_zone_get_or_utc (zone));
  /* Translators: a formula and two times: "From the timeline: mitigated − impact start,
   * 2026-05-04 14:02 – 14:13" */
  return g_strdup_printf (_ ("From the timeline: %s, %s"), formula, times);
}

static void
reset_cb (AftImpactPage *self)
{
  AftPostmortem *postmortem = aft_section_page_get_postmortem (AFT_SECTION_PAGE (self));

  aft_postmortem_break_step (postmortem);
  aft_postmortem_clear (postmortem, aft_postmortem_get_root (postmortem), AFT_DOC_DURATION_SECONDS);
}

static void
show_duration (AftImpactPage *self, AftRecord *root, const AftMetric *metric)
{
  gint64           seconds = 0;
  gboolean         stated = FALSE;
  gboolean         known = aft_impact_duration (root, &seconds, &stated);
  g_autofree char *value = known ? aft_duration_format (seconds) : g_strdup (_ ("unknown"));
  g_autofree char *source = describe_source (root, metric, stated);

  aft_ui_set_label (self->duration, value);
  aft_ui_set_row_subtitle (self->duration_row, source);
  gtk_widget_set_visible (self->timeline_button, !stated);
  if (known)
    gtk_widget_remove_css_class (GTK_WIDGET (self->duration), "dim-label");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->duration), "dim-label");
}

/* What is given up by stating another. */
static void
show_computed (AftImpactPage *self, const AftMetric *metric, gboolean stated)
{
  g_autofree char *value = aft_duration_format (metric->seconds);
  /* Translators: %s is a duration */
  g_autofree char *title = g_strdup_printf (_ ("The timeline says %s"), value);

  aft_ui_set_row_title (ADW_PREFERENCES_ROW (self->reset_row), title);
  gtk_widget_set_visible (GTK_WIDGET (self->reset_row),
                          stated && metric->state == AFT_METRIC_KNOWN);
}

static void
aft_impact_page_update (AftSectionPage *page)
{
  AftImpactPage *self = AFT_IMPACT_PAGE (page);
  AftPostmortem *postmortem = aft_section_page_get_postmortem (page);
  AftRecord     *root = aft_postmortem_get_root (postmortem);
  gboolean       stated = aft_record_has (root, AFT_DOC_DURATION_SECONDS);
  AftMetric      metrics[AFT_N_METRICS];

  aft_metrics_compute (aft_record_get_list (root, AFT_DOC_EVENTS), metrics);
  show_duration (self, root, &metrics[AFT_METRIC_DURATION]);
  show_computed (self, &metrics[AFT_METRIC_DURATION], stated);
  gtk_widget_set_sensitive (self->reset_button, !aft_postmortem_get_read_only (postmortem));
  gtk_widget_set_visible (self->reason, stated || aft_record_has (root, AFT_DOC_DURATION_NOTES));
}

static void
aft_impact_page_class_init (AftImpactPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  AFT_SECTION_PAGE_CLASS (klass)->section = AFT_SECTION_IMPACT;
  AFT_SECTION_PAGE_CLASS (klass)->update = aft_impact_page_update;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/afterword_app/Afterword/impact-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AftImpactPage, duration_row);
  gtk_widget_class_bind_template_child (widget_class, AftImpactPage, duration);
  gtk_widget_class_bind_template_child (widget_class, AftImpactPage, timeline_button);
  gtk_widget_class_bind_template_child (widget_class, AftImpactPage, reset_row);
  gtk_widget_class_bind_template_child (widget_class, AftImpactPage, reset_button);
  gtk_widget_class_bind_template_child (widget_class, AftImpactPage, reason);
  gtk_widget_class_bind_template_callback (widget_class, reset_cb);
}

static void
aft_impact_page_init (AftImpactPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
