/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/sections/impact-page.h"

#include <glib/gi18n-lib.h>

#include "base/quantity.h"
#include "model/metrics.h"
#include "ui/text.h"

struct _AftImpactPage
{
  AftSectionPage parent_instance;

  AdwActionRow *duration_row;
  GtkLabel     *duration;
};

G_DEFINE_FINAL_TYPE (AftImpactPage, aft_impact_page, AFT_TYPE_SECTION_PAGE)

/* Where the figure comes from: never a number without its source. */
static char *
describe_source (AftRecord *root, gboolean stated)
{
  AftMetric        metrics[AFT_N_METRICS];
  AftMetric       *metric = &metrics[AFT_METRIC_DURATION];
  g_autofree char *formula = NULL;
  g_autofree char *computed = NULL;

  aft_metrics_compute (aft_record_get_list (root, AFT_DOC_EVENTS), metrics);
  if (!stated && metric->state != AFT_METRIC_KNOWN)
    return aft_metric_get_reason (metric, aft_record_get_text (root, AFT_DOC_TIME_ZONE));
  formula = aft_metric_get_formula (metric);
  if (!stated)
    /* Translators: %s is a formula: "From the timeline: mitigated − impact start" */
    return g_strdup_printf (_ ("From the timeline: %s"), formula);
  if (metric->state != AFT_METRIC_KNOWN)
    return g_strdup (_ ("Stated below; the timeline does not tell"));
  computed = aft_duration_format (metric->seconds);
  /* Translators: %s is a duration */
  return g_strdup_printf (_ ("Stated below; the timeline says %s"), computed);
}

static void
aft_impact_page_update (AftSectionPage *page)
{
  AftImpactPage   *self = AFT_IMPACT_PAGE (page);
  AftRecord       *root = aft_postmortem_get_root (aft_section_page_get_postmortem (page));
  gint64           seconds = 0;
  gboolean         stated = FALSE;
  gboolean         known = aft_impact_duration (root, &seconds, &stated);
  g_autofree char *value = known ? aft_duration_format (seconds) : g_strdup (_ ("unknown"));
  g_autofree char *source = describe_source (root, known && stated);

  aft_ui_set_label (self->duration, value);
  aft_ui_set_row_subtitle (self->duration_row, source);
  if (known)
    gtk_widget_remove_css_class (GTK_WIDGET (self->duration), "dim-label");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->duration), "dim-label");
}

static void
aft_impact_page_dispose (GObject *object)
{
  aft_section_page_set_postmortem (AFT_SECTION_PAGE (object), NULL);

  G_OBJECT_CLASS (aft_impact_page_parent_class)->dispose (object);
}

static void
aft_impact_page_class_init (AftImpactPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = aft_impact_page_dispose;
  AFT_SECTION_PAGE_CLASS (klass)->section = AFT_SECTION_IMPACT;
  AFT_SECTION_PAGE_CLASS (klass)->update = aft_impact_page_update;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/afterword_app/Afterword/impact-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AftImpactPage, duration_row);
  gtk_widget_class_bind_template_child (widget_class, AftImpactPage, duration);
}

static void
aft_impact_page_init (AftImpactPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
