/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/sections/analysis-page.h"

struct _AftAnalysisPage
{
  AftSectionPage parent_instance;
};

G_DEFINE_FINAL_TYPE (AftAnalysisPage, aft_analysis_page, AFT_TYPE_SECTION_PAGE)

static void
aft_analysis_page_class_init (AftAnalysisPageClass *klass)
{
  AFT_SECTION_PAGE_CLASS (klass)->section = AFT_SECTION_ANALYSIS;
  gtk_widget_class_set_template_from_resource (
      GTK_WIDGET_CLASS (klass), "/io/github/afterword_app/Afterword/analysis-page.ui");
}

static void
aft_analysis_page_init (AftAnalysisPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
