/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/clipboard.h"

#include <gtk/gtk.h>
#include <string.h>

#include "support/fixtures.h"

static void
copied_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GdkContentProvider **provider = data;
  g_autoptr (GError) error = NULL;

  *provider = aft_copy_finish (result, &error);
  g_assert_no_error (error);
}

static GdkContentProvider *
copy (AftCopyKind kind, AftRecord *root, AftAudience audience)
{
  GdkContentProvider *provider = NULL;

  aft_copy_async (kind, root, audience, copied_cb, &provider);
  while (provider == NULL)
    g_main_context_iteration (NULL, TRUE);
  return provider;
}

static char *
get_text (GdkContentProvider *provider)
{
  g_auto (GValue) value = G_VALUE_INIT;
  g_autoptr (GError) error = NULL;

  g_value_init (&value, G_TYPE_STRING);
  gdk_content_provider_get_value (provider, &value, &error);
  g_assert_no_error (error);
  return g_value_dup_string (&value);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  gboolean *is_done = data;
  g_autoptr (GError) error = NULL;

  gdk_content_provider_write_mime_type_finish (GDK_CONTENT_PROVIDER (source), result, &error);
  g_assert_no_error (error);
  *is_done = TRUE;
}

static char *
get_html (GdkContentProvider *provider)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  gboolean is_done = FALSE;

  gdk_content_provider_write_mime_type_async (
      provider, "text/html", stream, G_PRIORITY_DEFAULT, NULL, written_cb, &is_done);
  while (!is_done)
    g_main_context_iteration (NULL, TRUE);
  g_output_stream_write_all (stream, "", 1, NULL, NULL, NULL);
  g_output_stream_close (stream, NULL, NULL);
  return g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (stream));
}

static AftRecord *
new_document (void)
{
  AftRecord *root = aft_record_new (&aft_doc_schema);
  g_auto (AftValue) value = AFT_VALUE_INIT;

  aft_value_set_text (&value, "Queue full");
  aft_record_init_value (root, AFT_DOC_TITLE, &value);
  aft_value_set_text (&value, "Open ||secret|| *words*");
  aft_record_init_value (root, AFT_DOC_SUMMARY_OVERVIEW, &value);
  aft_value_set_text (&value, "My own thoughts");
  aft_record_init_value (root, AFT_DOC_REFLECTION, &value);
  return root;
}

static void
test_markdown (void)
{
  g_autoptr (AftRecord) root = new_document ();
  g_autoptr (GdkContentProvider) provider = copy (AFT_COPY_MARKDOWN, root, AFT_AUDIENCE_INTERNAL);
  g_autoptr (GdkContentFormats) formats = gdk_content_provider_ref_formats (provider);
  g_autofree char *text = get_text (provider);

  g_assert_false (gdk_content_formats_contain_mime_type (formats, "text/html"));
  g_assert_nonnull (strstr (text, "\n# Queue full\n"));
  g_assert_nonnull (strstr (text, "Open ||secret|| *words*"));
  g_assert_null (strstr (text, "My own thoughts"));
}

static void
test_wiki (void)
{
  g_autoptr (AftRecord) root = new_document ();
  g_autoptr (GdkContentProvider) provider = copy (AFT_COPY_WIKI, root, AFT_AUDIENCE_INTERNAL);
  g_autofree char *text = get_text (provider);
  g_autofree char *html = get_html (provider);

  g_assert_nonnull (strstr (html, "<h1>Queue full</h1>"));
  g_assert_nonnull (strstr (html, "<em>words</em>"));
  g_assert_null (strstr (html, "My own thoughts"));
  g_assert_nonnull (strstr (text, "\n# Queue full\n"));
}

static void
test_public (void)
{
  static const AftCopyKind kinds[] = { AFT_COPY_MARKDOWN, AFT_COPY_WIKI };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (AftRecord) root = new_document ();
      g_autoptr (GdkContentProvider) provider = copy (kinds[i], root, AFT_AUDIENCE_PUBLIC);
      g_autofree char *text = get_text (provider);
      g_autofree char *html = kinds[i] == AFT_COPY_WIKI ? get_html (provider) : g_strdup ("");

      g_assert_nonnull (strstr (text, "Open"));
      g_assert_null (strstr (text, "secret"));
      g_assert_null (strstr (html, "secret"));
    }
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/clipboard/Markdown is text", test_markdown);
  g_test_add_func ("/ui/clipboard/a wiki gets HTML, or text where it takes none", test_wiki);
  g_test_add_func ("/ui/clipboard/the public gets nothing private", test_public);
  return g_test_run ();
}
