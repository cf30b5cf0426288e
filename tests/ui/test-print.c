/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/print-copies.h"
#include "ui/print.h"

#include <adwaita.h>
#include <glib/gstdio.h>

#include "format/json-reader.h"
#include "paint/page-painter.h"
#include "paint/pdf.h"
#include "support/fixtures.h"
#include "ui/form.h"
#include "ui/preview.h"
#include "ui/print-memory.h"
#include "ui/settings.h"

/* Pages as pictures, so that preview, PDF and print can be held against each other. */
#define RESOLUTION "80"

static char *
in_folder (const char *folder, const char *name)
{
  return g_build_filename (folder, name, NULL);
}

static AftRecord *
read_sample (const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("AFTERWORD_SAMPLES"), name, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  AftRecord *root;
  gsize      length;

  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  root = aft_json_read (text, length, &error);
  g_assert_no_error (error);
  return root;
}

static void
write_pdf (const AftPages *pages, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = aft_pdf_write (pages, &error);
  gsize       length;
  const char *data;

  g_assert_no_error (error);
  data = g_bytes_get_data (bytes, &length);
  g_assert_true (g_file_set_contents (path, data, (gssize) length, NULL));
}

/* What "afterword export" and the export dialog do. */
static guint
export_pdf (AftRecord *root, const AftPrint *print, const char *path)
{
  AftTypesetOptions options = { .paper = aft_settings_get_paper (), .layout = print->layout };
  g_autoptr (AftRecord) shown = aft_audience_copy (root, print->audience, FALSE);
  PangoContext *context = aft_paint_context ();
  g_autoptr (AftPages) pages = aft_typeset (shown, &options, context);

  g_object_unref (context);
  write_pdf (pages, path);
  return pages->pages->len;
}

/* (element-type GBytes): one picture for each page. */
static GPtrArray *
rasterize (const char *folder, const char *pdf)
{
  g_autofree char *path = in_folder (folder, pdf);
  g_autofree char *prefix = g_strconcat (path, ".page", NULL);
  g_autoptr (GSubprocess) process = g_subprocess_new (
      G_SUBPROCESS_FLAGS_NONE, NULL, "pdftoppm", "-r", RESOLUTION, path, prefix, NULL);
  GPtrArray *pictures = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  g_assert_true (g_subprocess_wait_check (process, NULL, NULL));
  for (guint page = 1;; page++)
    {
      char *data = NULL;
      gsize length;

      /* as many digits as the number of pages has */
      for (guint digits = 1; digits < 4 && data == NULL; digits++)
        {
          g_autofree char *name = g_strdup_printf ("%s-%0*u.ppm", prefix, (int) digits, page);

          g_file_get_contents (name, &data, &length, NULL);
        }
      if (data == NULL)
        return pictures;
      g_ptr_array_add (pictures, g_bytes_new_take (data, length));
    }
}

static void
assert_same_pictures (GPtrArray *some, GPtrArray *others, guint n_pages)
{
  g_assert_cmpuint (some->len, ==, n_pages);
  g_assert_cmpuint (others->len, ==, n_pages);
  for (guint i = 0; i < n_pages; i++)
    g_assert_true (g_bytes_equal (some->pdata[i], others->pdata[i]));
}

static gboolean
can_rasterize (void)
{
  g_autofree char *path = g_find_program_in_path ("pdftoppm");

  if (path == NULL)
    g_test_skip ("pdftoppm is not installed");
  return path != NULL;
}

static void
test_print_is_pdf (void)
{
  static const char *const samples[] = { "config-push.postmortem",
                                         "migration-near-miss.postmortem" };

  if (!can_rasterize ())
    return;
  for (guint i = 0; i < 8; i++)
    {
      const AftPrint print = { .layout = i / 2 % 2, .audience = i / 4 };
      g_autoptr (AftRecord) root = read_sample (samples[i % 2]);
      g_autofree char *folder = g_dir_make_tmp ("afterword-print-XXXXXX", NULL);
      g_autofree char *pdf = in_folder (folder, "export");
      g_autofree char *printed = in_folder (folder, "print");
      g_autoptr (GPtrArray) pictures = NULL;
      g_autoptr (GPtrArray) paper = NULL;
      g_autoptr (GError) error = NULL;
      guint n_pages;

      aft_settings_set_paper (i < 4 ? AFT_PAPER_A4 : AFT_PAPER_LETTER);
      n_pages = export_pdf (root, &print, pdf);
      aft_print_to_file (root, &print, printed, &error);
      g_assert_no_error (error);
      pictures = rasterize (folder, "export");
      paper = rasterize (folder, "print");
      assert_same_pictures (pictures, paper, n_pages);
      fixture_remove_folder (folder);
    }
  g_settings_reset (aft_settings_get (), "paper");
}

/* The pages that the preview shows, as a PDF. */
static void
test_preview_is_pdf (void)
{
  static const AftPrint print = { AFT_LAYOUT_REPORT, AFT_AUDIENCE_INTERNAL };
  g_autoptr (AftRecord) root = read_sample ("config-push.postmortem");
  g_autoptr (AftPostmortem) postmortem = aft_postmortem_new_for_root (root);
  g_autofree char *folder = g_dir_make_tmp ("afterword-print-XXXXXX", NULL);
  g_autofree char *pdf = in_folder (folder, "export");
  g_autofree char *shown = in_folder (folder, "preview");
  GtkWindow       *host = GTK_WINDOW (gtk_window_new ());
  AftPreview      *preview = AFT_PREVIEW (aft_preview_new ());

  if (!can_rasterize ())
    return;
  gtk_window_set_child (host, GTK_WIDGET (preview));
  gtk_window_present (host);
  aft_preview_set_postmortem (preview, postmortem);
  wait_until (aft_preview_get_pages (preview) != NULL);
  /* also what was set anew since */
  aft_postmortem_set_text (postmortem, root, AFT_DOC_TITLE, "Set anew");
  aft_postmortem_set_text (postmortem, root, AFT_DOC_TRIGGER, "A ||very|| different *trigger*");
  wait_until (g_strcmp0 (aft_preview_get_pages (preview)->title, "Set anew") == 0);
  wait_until (!aft_preview_is_busy (preview));
  write_pdf (aft_preview_get_pages (preview), shown);
  {
    guint n_pages = export_pdf (root, &print, pdf);
    g_autoptr (GPtrArray) pictures = rasterize (folder, "export");
    g_autoptr (GPtrArray) others = rasterize (folder, "preview");

    assert_same_pictures (pictures, others, n_pages);
  }
  gtk_window_destroy (host);
  fixture_remove_folder (folder);
}

/* Five hundred pages and more, in slices of the main loop. */
static void
test_long (void)
{
  g_autoptr (AftRecord) root = aft_record_new (&aft_doc_schema);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *folder = g_dir_make_tmp ("afterword-print-XXXXXX", NULL);
  g_autofree char *path = in_folder (folder, "long.pdf");
  g_autoptr (GError) error = NULL;
  g_auto (AftValue) value = AFT_VALUE_INIT;
  gint64 begun = g_get_monotonic_time ();

  while (text->len < 900000)
    g_string_append (text, "The queue of the region filled up, and the workers stood still.\n\n");
  aft_value_set_text (&value, text->str);
  aft_record_init_value (root, AFT_DOC_APPENDIX, &value);
  aft_print_to_file (root, &(AftPrint){ AFT_LAYOUT_REPORT }, path, &error);
  g_assert_no_error (error);
  g_test_message ("%.1f s", (double) (g_get_monotonic_time () - begun) / G_USEC_PER_SEC);
  fixture_remove_folder (folder);
}

static guint
count_texts (const char *path, const char *text)
{
  g_autoptr (GSubprocess) process = g_subprocess_new (
      G_SUBPROCESS_FLAGS_STDOUT_PIPE, NULL, "pdftotext", "-layout", path, "-", NULL);
  g_autofree char *output = NULL;
  guint            n = 0;

  g_assert_true (g_subprocess_communicate_utf8 (process, NULL, NULL, &output, NULL, NULL));
  for (const char *p = output; (p = strstr (p, text)) != NULL; p++)
    n++;
  return n;
}

/* Each copy has its number on each of its pages. */
static void
test_copies (void)
{
  const AftPrint print = { AFT_LAYOUT_REVIEW, AFT_AUDIENCE_INTERNAL, 7, 3 };
  g_autoptr (AftRecord) root = read_sample ("migration-near-miss.postmortem");
  g_autofree char *folder = g_dir_make_tmp ("afterword-print-XXXXXX", NULL);
  g_autofree char *path = in_folder (folder, "copies.pdf");
  g_autoptr (GError) error = NULL;
  guint n_pages;

  if (!can_rasterize ())
    return;
  aft_print_to_file (root, &print, path, &error);
  g_assert_no_error (error);
  n_pages = count_texts (path, "Copy 7");
  g_assert_cmpuint (n_pages, >, 1);
  g_assert_cmpuint (count_texts (path, "Copy 8"), ==, n_pages);
  g_assert_cmpuint (count_texts (path, "Copy 9"), ==, n_pages);
  g_assert_cmpuint (count_texts (path, "Copy "), ==, 3 * n_pages);
  fixture_remove_folder (folder);
}

static void
test_copies_tab (void)
{
  AftPrintCopies *tab = AFT_PRINT_COPIES (g_object_ref_sink (aft_print_copies_new ()));

  g_assert_cmpuint (aft_print_copies_get_count (tab), ==, 1);
  g_assert_cmpuint (aft_print_copies_get_first (tab), ==, 1);
  g_object_unref (tab);
}

static void
test_memory (void)
{
  g_autoptr (GtkPageSetup) setup = aft_print_memory_page_setup (AFT_PAPER_LETTER);
  g_autoptr (GtkPrintSettings) used = gtk_print_settings_new ();
  g_autoptr (GtkPrintOperation) next = gtk_print_operation_new ();
  GtkPrintSettings *recalled;

  gtk_page_setup_set_left_margin (setup, 30, GTK_UNIT_MM);
  gtk_print_settings_set_printer (used, "Upstairs");
  gtk_print_settings_set_n_copies (used, 7);
  gtk_print_settings_set (used, GTK_PRINT_SETTINGS_OUTPUT_URI, "file:///tmp/one.pdf");
  aft_print_memory_keep (used, setup);
  aft_print_memory_recall (next, AFT_PAPER_A4);
  recalled = gtk_print_operation_get_print_settings (next);
  g_assert_cmpstr (gtk_print_settings_get_printer (recalled), ==, "Upstairs");
  g_assert_cmpint (gtk_print_settings_get_n_copies (recalled), ==, 1);
  g_assert_null (gtk_print_settings_get (recalled, GTK_PRINT_SETTINGS_OUTPUT_URI));
  g_set_object (&setup, gtk_print_operation_get_default_page_setup (next));
  g_assert_cmpfloat_with_epsilon (gtk_page_setup_get_left_margin (setup, GTK_UNIT_MM), 30, 0.1);
  g_assert_cmpstr (
      gtk_paper_size_get_name (gtk_page_setup_get_paper_size (setup)), ==, GTK_PAPER_NAME_LETTER);
  g_settings_reset (aft_settings_get (), "print-settings");
  g_settings_reset (aft_settings_get (), "print-page-setup");
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv);
  adw_init ();
  g_test_add_func ("/ui/print/print and PDF are the same pictures", test_print_is_pdf);
  g_test_add_func ("/ui/print/preview and PDF are the same pictures", test_preview_is_pdf);
  g_test_add_func ("/ui/print/a long document prints", test_long);
  g_test_add_func ("/ui/print/review copies are numbered", test_copies);
  g_test_add_func ("/ui/print/one copy is what is offered", test_copies_tab);
  g_test_add_func ("/ui/print/what was chosen is there again", test_memory);
  return g_test_run ();
}
