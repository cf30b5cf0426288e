/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/sections/details-page.h"

struct _AftDetailsPage
{
  AftSectionPage parent_instance;
};

G_DEFINE_FINAL_TYPE (AftDetailsPage, aft_details_page, AFT_TYPE_SECTION_PAGE)

static void
aft_details_page_class_init (AftDetailsPageClass *klass)
{
  AFT_SECTION_PAGE_CLASS (klass)->section = AFT_SECTION_DETAILS;
  gtk_widget_class_set_template_from_resource (
      GTK_WIDGET_CLASS (klass), "/io/github/afterword_app/Afterword/details-page.ui");
}

static void
aft_details_page_init (AftDetailsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
