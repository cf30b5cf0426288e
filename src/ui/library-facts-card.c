/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/library-facts-card.h"

#include <glib/gi18n-lib.h>

#include "base/quantity.h"
#include "ui/text.h"

static void
add_fact (GPtrArray *facts, char *fact)
{
  g_ptr_array_add (facts, fact);
}

char *
aft_library_facts_describe (const AftLibraryFacts *facts)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  if (facts->longest > facts->days)
    {
      g_autofree char *days = aft_count_format (facts->longest);

      /* Translators: the longest time between two incidents; %s is a number */
      add_fact (
          parts,
          g_strdup_printf (
              ngettext ("Longest: %s day", "Longest: %s days", (gulong) facts->longest), days));
    }
  if (facts->ongoing > 0)
    add_fact (
        parts,
        g_strdup_printf (ngettext ("%u ongoing", "%u ongoing", facts->ongoing), facts->ongoing));
  if (facts->overdue > 0)
    add_fact (parts,
              g_strdup_printf (ngettext ("%u action overdue", "%u actions overdue", facts->overdue),
                               facts->overdue));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
}

static GtkWidget *
new_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  aft_ui_set_label (GTK_LABEL (label), text);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

GtkWidget *
aft_library_facts_card_new (const AftLibraryFacts *facts)
{
  GtkWidget       *card = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);
  GtkWidget       *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *more = aft_library_facts_describe (facts);

  if (facts->days >= 0)
    {
      g_autofree char *count = aft_count_format (facts->days);

      gtk_box_append (GTK_BOX (card), new_label (count, "count"));
      /* Translators: after a number that is shown large */
      gtk_box_append (GTK_BOX (lines),
                      new_label (ngettext ("day since the last incident",
                                           "days since the last incident",
                                           (gulong) facts->days),
                                 "title-4"));
    }
  else
    gtk_box_append (GTK_BOX (lines), new_label (_ ("No incident has a date yet"), "title-4"));
  if (*more != '\0')
    {
      GtkWidget *label = new_label (more, "dim-label");

      gtk_widget_add_css_class (label, "figures");
      gtk_box_append (GTK_BOX (lines), label);
    }
  gtk_widget_set_valign (lines, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (card), lines);
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "library-days");
  return card;
}
