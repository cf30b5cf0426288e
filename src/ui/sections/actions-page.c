/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/sections/actions-page.h"

struct _AftActionsPage
{
  AftSectionPage parent_instance;
};

G_DEFINE_FINAL_TYPE (AftActionsPage, aft_actions_page, AFT_TYPE_SECTION_PAGE)

static void
aft_actions_page_class_init (AftActionsPageClass *klass)
{
  AFT_SECTION_PAGE_CLASS (klass)->section = AFT_SECTION_ACTIONS;
  gtk_widget_class_set_template_from_resource (
      GTK_WIDGET_CLASS (klass), "/io/github/afterword_app/Afterword/actions-page.ui");
}

static void
aft_actions_page_init (AftActionsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
