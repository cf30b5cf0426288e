/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/preview.h"

#include <adwaita.h>

#include "support/fixtures.h"
#include "ui/form.h"
#include "ui/page-maker.h"
#include "ui/page-view.h"
#include "ui/settings.h"

typedef struct
{
  AftPostmortem *postmortem;
  AftRecord     *root;
  GtkWindow     *host;
  AftPreview    *preview;
  AftPageView   *view;
} Shown;

static void
settle (Shown *shown)
{
  wait_until (!aft_preview_is_busy (shown->preview) &&
              aft_preview_get_pages (shown->preview) != NULL);
}

static void
set_up_shown (Shown *shown, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < 60; i++)
    g_string_append_printf (text, "Paragraph %u of a text that has several pages.\n\n", i);
  shown->postmortem = fixture_postmortem ();
  shown->root = aft_postmortem_get_root (shown->postmortem);
  aft_postmortem_set_text (shown->postmortem, shown->root, AFT_DOC_TRIGGER, text->str);
  aft_postmortem_set_text (shown->postmortem, shown->root, AFT_DOC_APPENDIX, text->str);
  shown->host = GTK_WINDOW (gtk_window_new ());
  shown->preview = AFT_PREVIEW (aft_preview_new ());
  shown->view = AFT_PAGE_VIEW (find (GTK_WIDGET (shown->preview), AFT_TYPE_PAGE_VIEW));
  gtk_window_set_child (shown->host, GTK_WIDGET (shown->preview));
  gtk_window_set_default_size (shown->host, 480, 600);
  gtk_window_present (shown->host);
  aft_preview_set_postmortem (shown->preview, shown->postmortem);
  settle (shown);
}

static void
tear_down_shown (Shown *shown, gconstpointer data)
{
  g_object_add_weak_pointer (G_OBJECT (shown->preview), (gpointer *) &shown->preview);
  gtk_window_destroy (shown->host);
  wait_until (shown->preview == NULL);
  g_assert_finalize_object (shown->postmortem);
  g_settings_reset (aft_settings_get (), "preview-fit");
}

static void
act (Shown *shown, const char *name)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (shown->preview), name, NULL));
}

static gboolean
shows (Shown *shown, const char *text)
{
  GObject *label =
      gtk_widget_get_template_child (GTK_WIDGET (shown->preview), AFT_TYPE_PREVIEW, "page_label");

  return g_str_equal (gtk_label_get_text (GTK_LABEL (label)), text);
}

static double
scrolled_to (Shown *shown)
{
  GtkWidget *scroller = find (GTK_WIDGET (shown->preview), GTK_TYPE_SCROLLED_WINDOW);

  return gtk_adjustment_get_value (
      gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller)));
}

static void
test_follow (Shown *shown, gconstpointer data)
{
  double before;

  wait_until (gtk_widget_get_height (GTK_WIDGET (shown->view)) > 1000);
  aft_preview_show_field (shown->preview, shown->root, AFT_DOC_APPENDIX);
  before = scrolled_to (shown);
  g_assert_cmpfloat (before, >, 500);
  /* what is above it grows: it stays in sight */
  {
    g_autofree char *longer = g_strdup_printf ("%s%s%s",
                                               aft_record_get_text (shown->root, AFT_DOC_TRIGGER),
                                               aft_record_get_text (shown->root, AFT_DOC_TRIGGER),
                                               aft_record_get_text (shown->root, AFT_DOC_TRIGGER));
    const AftPages  *pages = aft_preview_get_pages (shown->preview);

    aft_postmortem_set_text (shown->postmortem, shown->root, AFT_DOC_TRIGGER, longer);
    wait_until (aft_preview_get_pages (shown->preview) != pages);
  }
  wait_until (scrolled_to (shown) > before + 500);
}

static void
test_zoom (Shown *shown, gconstpointer data)
{
  g_autofree char *fit = NULL;
  double           fitting = aft_page_view_get_zoom (shown->view);

  act (shown, "preview.zoom-in");
  g_assert_cmpfloat_with_epsilon (aft_page_view_get_zoom (shown->view), fitting * 1.25, 0.001);
  act (shown, "preview.zoom-out");
  g_assert_cmpfloat_with_epsilon (aft_page_view_get_zoom (shown->view), fitting, 0.001);
  act (shown, "preview.zoom-normal");
  g_assert_cmpfloat (aft_page_view_get_zoom (shown->view), ==, 1);
  for (guint i = 0; i < 20; i++)
    act (shown, "preview.zoom-in");
  g_assert_cmpfloat (aft_page_view_get_zoom (shown->view), ==, 4);
  g_object_set (shown->preview, "fit", "width", NULL);
  g_assert_cmpfloat_with_epsilon (aft_page_view_get_zoom (shown->view), fitting, 0.001);
  g_object_set (shown->preview, "fit", "page", NULL);
  g_assert_cmpfloat (aft_page_view_get_zoom (shown->view), <, fitting);
  g_object_get (shown->preview, "fit", &fit, NULL);
  g_assert_cmpstr (fit, ==, "page");
}

static void
test_section (Shown *shown, gconstpointer data)
{
  double cause;

  wait_until (gtk_widget_get_height (GTK_WIDGET (shown->view)) > 1000);
  aft_preview_show_field (shown->preview, shown->root, AFT_DOC_APPENDIX);
  aft_preview_show_section (shown->preview, AFT_SECTION_ANALYSIS);
  cause = scrolled_to (shown);
  g_assert_cmpfloat (cause, >, 50);
  /* the title is one of the details */
  aft_preview_show_section (shown->preview, AFT_SECTION_DETAILS);
  g_assert_cmpfloat (scrolled_to (shown), <, cause);
  aft_preview_show_section (shown->preview, AFT_SECTION_ANALYSIS);
  g_assert_cmpfloat (scrolled_to (shown), ==, cause);
}

static void
test_single (Shown *shown, gconstpointer data)
{
  guint            n = aft_preview_get_pages (shown->preview)->pages->len;
  g_autofree char *first = g_strdup_printf ("Page 1 of %u", n);
  g_autofree char *second = g_strdup_printf ("Page 2 of %u", n);

  g_assert_cmpuint (n, >, 2);
  wait_until (shows (shown, first));
  g_object_set (shown->preview, "single-page", TRUE, NULL);
  wait_until (gtk_widget_get_height (GTK_WIDGET (shown->view)) < 1000);
  act (shown, "preview.next-page");
  wait_until (shows (shown, second));
  act (shown, "preview.previous-page");
  wait_until (shows (shown, first));
  /* there is none before: it can be asked for in vain */
  act (shown, "preview.previous-page");
  g_assert_cmpuint (aft_page_view_get_current (shown->view), ==, 0);
  aft_preview_show_field (shown->preview, shown->root, AFT_DOC_APPENDIX);
  g_assert_cmpuint (aft_page_view_get_current (shown->view), >, 0);
}

static void
test_layout (Shown *shown, gconstpointer data)
{
  const AftPages *report = aft_preview_get_pages (shown->preview);
  guint           n_spots = report->spots->len;

  g_object_set (shown->preview, "layout", "review", NULL);
  wait_until (aft_preview_get_pages (shown->preview) != report);
  g_assert_cmpuint (aft_preview_get_pages (shown->preview)->spots->len, >=, n_spots);
  g_object_set (shown->preview, "layout", "report", NULL);
  settle (shown);
}

/* Typing goes on while pages are made: what comes last is shown, and nothing waits. */
static void
test_quick (Shown *shown, gconstpointer data)
{
  for (guint i = 0; i < 30; i++)
    {
      g_autofree char *title = g_strdup_printf ("Title %u", i);

      aft_postmortem_set_text (shown->postmortem, shown->root, AFT_DOC_TITLE, title);
      for (guint turn = 0; turn < 5; turn++)
        g_main_context_iteration (NULL, FALSE);
    }
  wait_until (g_strcmp0 (aft_preview_get_pages (shown->preview)->title, "Title 29") == 0);
  settle (shown);
}

static AftRecord *activated_record;
static guint      activated_field;

static void
activated_cb (AftPreview *preview, AftRecord *record, guint field)
{
  activated_record = record;
  activated_field = field;
}

/* A click on the page leads to the field of the document, not to that of the copy. */
static void
test_click (Shown *shown, gconstpointer data)
{
  const AftPages *pages = aft_preview_get_pages (shown->preview);
  guint           spot = 0;

  while (g_array_index (pages->spots, AftPageSpot, spot).field != AFT_DOC_APPENDIX)
    g_assert_cmpuint (++spot, <, pages->spots->len);
  g_signal_connect (shown->preview, "field-activated", G_CALLBACK (activated_cb), NULL);
  g_signal_emit_by_name (shown->view, "spot-activated", spot);
  g_assert_true (activated_record == shown->root);
  g_assert_cmpuint (activated_field, ==, AFT_DOC_APPENDIX);
}

/* The pages of the document before are not those of the next. */
static void
test_other_document (Shown *shown, gconstpointer data)
{
  g_autoptr (AftPostmortem) other = fixture_postmortem ();

  aft_postmortem_set_text (shown->postmortem, shown->root, AFT_DOC_TITLE, "First");
  aft_preview_set_postmortem (shown->preview, NULL);
  aft_postmortem_set_text (other, aft_postmortem_get_root (other), AFT_DOC_TITLE, "Other");
  aft_preview_set_postmortem (shown->preview, other);
  settle (shown);
  g_assert_cmpstr (aft_preview_get_pages (shown->preview)->title, ==, "Other");
  aft_preview_set_postmortem (shown->preview, NULL);
}

/* ---- the maker ---- */

typedef struct
{
  AftPageMaker *maker;
  AftSheets    *sheets;
  guint         n_sheets;
  GdkTexture   *picture;
} Made;

static void
sheets_cb (AftSheets *sheets, gpointer data)
{
  Made *made = data;

  if (made->sheets != NULL)
    aft_page_maker_give_back (made->maker, made->sheets);
  made->sheets = sheets;
  made->n_sheets++;
}

static void
picture_cb (guint page, GdkTexture *picture, gpointer data)
{
  g_set_object (&((Made *) data)->picture, picture);
}

static void
test_maker (void)
{
  Made                    made = { 0 };
  const AftTypesetOptions options = { 0 };
  g_autoptr (AftRecord) root = fixture_full_document (1);

  made.maker = aft_page_maker_new (sheets_cb, picture_cb, &made);
  for (guint i = 0; i < 20; i++)
    aft_page_maker_make (made.maker, aft_record_copy (root), &options);
  g_assert_true (aft_page_maker_is_busy (made.maker));
  wait_until (!aft_page_maker_is_busy (made.maker));
  /* those that were not wanted any more when their turn came were not made */
  g_assert_cmpuint (made.n_sheets, <, 20);
  g_assert_nonnull (made.sheets);
  aft_page_maker_paint (made.maker, made.sheets, 0, 300);
  wait_until (made.picture != NULL);
  g_assert_cmpint (gdk_texture_get_width (made.picture), ==, 300);
  g_assert_cmpint (gdk_texture_get_height (made.picture), >, 400);
  g_clear_object (&made.picture);
  /* closed in the middle of it */
  aft_page_maker_paint (made.maker, made.sheets, 0, 300);
  aft_page_maker_give_back (made.maker, made.sheets);
  aft_page_maker_make (made.maker, aft_record_copy (root), &options);
  aft_page_maker_free (made.maker);
  g_assert_null (made.picture);
}

#define ADD(path, function)                                                                        \
  g_test_add ("/ui/preview/" path, Shown, NULL, set_up_shown, function, tear_down_shown)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv);
  adw_init ();
  ADD ("what is edited stays in sight", test_follow);
  ADD ("a section is shown from its beginning", test_section);
  ADD ("pages are as large as is wanted", test_zoom);
  ADD ("one page at a time", test_single);
  ADD ("the review copy is shown", test_layout);
  ADD ("a click leads to the field", test_click);
  ADD ("quick changes end in the last one", test_quick);
  ADD ("the next document has its own pages", test_other_document);
  g_test_add_func ("/ui/page-maker/what is not wanted is not made", test_maker);
  return g_test_run ();
}
