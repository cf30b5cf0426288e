/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/print-memory.h"

#include "ui/settings.h"

GtkPageSetup *
aft_print_memory_page_setup (AftPaper paper)
{
  GtkPageSetup *setup = gtk_page_setup_new ();
  GtkPaperSize *size =
      gtk_paper_size_new (paper == AFT_PAPER_LETTER ? GTK_PAPER_NAME_LETTER : GTK_PAPER_NAME_A4);

  gtk_page_setup_set_paper_size_and_default_margins (setup, size);
  gtk_paper_size_free (size);
  return setup;
}

/* NULL where nothing was kept. */
static GVariant *
recall (const char *key)
{
  g_autoptr (GVariant) value =
      aft_settings_get () != NULL ? g_settings_get_value (aft_settings_get (), key) : NULL;

  return value != NULL && g_variant_n_children (value) > 0 ? g_steal_pointer (&value) : NULL;
}

static void
keep (const char *key, GVariant *value)
{
  g_autoptr (GVariant) owned = g_variant_ref_sink (value);

  if (aft_settings_get () != NULL)
    g_settings_set_value (aft_settings_get (), key, owned);
}

void
aft_print_memory_recall (GtkPrintOperation *operation, AftPaper paper)
{
  g_autoptr (GVariant) setup_variant = recall ("print-page-setup");
  g_autoptr (GVariant) settings_variant = recall ("print-settings");
  g_autoptr (GtkPageSetup) setup = NULL;
  g_autoptr (GtkPrintSettings) settings = NULL;

  setup = setup_variant != NULL ? gtk_page_setup_new_from_gvariant (setup_variant)
                                : aft_print_memory_page_setup (paper);
  gtk_print_operation_set_default_page_setup (operation, setup);
  if (settings_variant == NULL)
    return;
  settings = gtk_print_settings_new_from_gvariant (settings_variant);
  gtk_print_operation_set_print_settings (operation, settings);
}

void
aft_print_memory_keep (GtkPrintSettings *used, GtkPageSetup *setup)
{
  static const char *const once[] = {
    GTK_PRINT_SETTINGS_N_COPIES,    GTK_PRINT_SETTINGS_PRINT_PAGES,
    GTK_PRINT_SETTINGS_PAGE_RANGES, GTK_PRINT_SETTINGS_PAGE_SET,
    GTK_PRINT_SETTINGS_OUTPUT_URI,  GTK_PRINT_SETTINGS_OUTPUT_BASENAME,
    GTK_PRINT_SETTINGS_OUTPUT_DIR
  };

  if (used != NULL)
    {
      g_autoptr (GtkPrintSettings) kept = gtk_print_settings_copy (used);

      for (guint i = 0; i < G_N_ELEMENTS (once); i++)
        gtk_print_settings_unset (kept, once[i]);
      keep ("print-settings", gtk_print_settings_to_gvariant (kept));
    }
  if (setup != NULL)
    keep ("print-page-setup", gtk_page_setup_to_gvariant (setup));
}
