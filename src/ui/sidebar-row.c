/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/sidebar-row.h"

#include <glib/gi18n-lib.h>

#include "ui/completeness-mark.h"
#include "ui/text.h"

struct _AftSidebarRow
{
  GtkListBoxRow parent_instance;

  AftCompletenessMark *mark;
  GtkLabel            *title;
  GtkLabel            *hints;

  AftSectionId    section;
  AftCompleteness completeness;
  guint           n_hints;
};

G_DEFINE_FINAL_TYPE (AftSidebarRow, aft_sidebar_row, GTK_TYPE_LIST_BOX_ROW)

/* What the mark and the count say, in words. */
static void
describe (AftSidebarRow *self)
{
  g_autofree char *answered = NULL;
  g_autofree char *hints = NULL;
  g_autofree char *both = NULL;

  answered = g_strdup_printf (
      /* Translators: questions of a section: "3 of 5 answered" */
      _ ("%u of %u answered"),
      self->completeness.filled,
      self->completeness.expected);
  hints = g_strdup_printf (ngettext ("%u hint", "%u hints", self->n_hints), self->n_hints);
  both = self->n_hints > 0 ? g_strjoin (" · ", answered, hints, NULL) : g_strdup (answered);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), both);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, both, -1);
}

static void
aft_sidebar_row_class_init (AftSidebarRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (AFT_TYPE_COMPLETENESS_MARK);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/afterword_app/Afterword/sidebar-row.ui");
  gtk_widget_class_bind_template_child (widget_class, AftSidebarRow, mark);
  gtk_widget_class_bind_template_child (widget_class, AftSidebarRow, title);
  gtk_widget_class_bind_template_child (widget_class, AftSidebarRow, hints);
}

static void
aft_sidebar_row_init (AftSidebarRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
aft_sidebar_row_new (AftSectionId section)
{
  AftSidebarRow *self = g_object_new (AFT_TYPE_SIDEBAR_ROW, NULL);

  self->section = section;
  aft_ui_set_label (self->title, aft_section_get_title (section));
  aft_ui_set_accessible_name (GTK_WIDGET (self), aft_section_get_title (section));
  return GTK_WIDGET (self);
}

AftSectionId
aft_sidebar_row_get_section (AftSidebarRow *self)
{
  g_return_val_if_fail (AFT_IS_SIDEBAR_ROW (self), AFT_SECTION_SUMMARY);
  return self->section;
}

void
aft_sidebar_row_set_completeness (AftSidebarRow *self, AftCompleteness completeness)
{
  g_return_if_fail (AFT_IS_SIDEBAR_ROW (self));

  self->completeness = completeness;
  aft_completeness_mark_set_fraction (
      self->mark,
      completeness.expected > 0 ? (double) completeness.filled / completeness.expected : 0);
  describe (self);
}

void
aft_sidebar_row_set_n_hints (AftSidebarRow *self, guint n_hints)
{
  g_autofree char *count = g_strdup_printf ("%u", n_hints);

  g_return_if_fail (AFT_IS_SIDEBAR_ROW (self));

  self->n_hints = n_hints;
  aft_ui_set_label (self->hints, count);
  gtk_widget_set_visible (GTK_WIDGET (self->hints), n_hints > 0);
  describe (self);
}
