/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/sections/lessons-page.h"

struct _AftLessonsPage
{
  AftSectionPage parent_instance;
};

G_DEFINE_FINAL_TYPE (AftLessonsPage, aft_lessons_page, AFT_TYPE_SECTION_PAGE)

static void
aft_lessons_page_class_init (AftLessonsPageClass *klass)
{
  AFT_SECTION_PAGE_CLASS (klass)->section = AFT_SECTION_LESSONS;
  gtk_widget_class_set_template_from_resource (
      GTK_WIDGET_CLASS (klass), "/io/github/afterword_app/Afterword/lessons-page.ui");
}

static void
aft_lessons_page_init (AftLessonsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
