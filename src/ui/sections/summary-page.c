/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/sections/summary-page.h"

#include "ui/sections/compose.h"

struct _AftSummaryPage
{
  AftSectionPage parent_instance;

  GtkWidget *compose_button;
};

G_DEFINE_FINAL_TYPE (AftSummaryPage, aft_summary_page, AFT_TYPE_SECTION_PAGE)

/* One step to undo, whatever stood there. */
static void
compose_clicked_cb (AftSummaryPage *self)
{
  AftPostmortem   *postmortem = aft_section_page_get_postmortem (AFT_SECTION_PAGE (self));
  AftRecord       *root;
  g_autofree char *text = NULL;

  if (postmortem == NULL)
    return;
  root = aft_postmortem_get_root (postmortem);
  text = aft_compose_description (root);
  aft_postmortem_break_step (postmortem);
  aft_postmortem_set_text (postmortem, root, AFT_DOC_SUMMARY_DESCRIPTION, text);
  aft_postmortem_break_step (postmortem);
}

static void
aft_summary_page_update (AftSectionPage *page)
{
  AftPostmortem   *postmortem = aft_section_page_get_postmortem (page);
  AftRecord       *root = aft_postmortem_get_root (postmortem);
  g_autofree char *text = aft_compose_description (root);

  gtk_widget_set_sensitive (
      AFT_SUMMARY_PAGE (page)->compose_button,
      *text != '\0' && !aft_postmortem_get_read_only (postmortem) &&
          !g_str_equal (text, aft_record_get_text (root, AFT_DOC_SUMMARY_DESCRIPTION)));
}

static void
aft_summary_page_class_init (AftSummaryPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  AFT_SECTION_PAGE_CLASS (klass)->section = AFT_SECTION_SUMMARY;
  AFT_SECTION_PAGE_CLASS (klass)->update = aft_summary_page_update;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/afterword_app/Afterword/summary-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AftSummaryPage, compose_button);
  gtk_widget_class_bind_template_callback (widget_class, compose_clicked_cb);
}

static void
aft_summary_page_init (AftSummaryPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
