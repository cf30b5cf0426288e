/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Parts of the shell by themselves: sentences for errors, settings, the view of pages, the bar. */
#include <adwaita.h>
#include <glib/gstdio.h>

#include "base/error.h"
#include "format/error.h"
#include "store/library.h"
#include "support/fixtures.h"
#include "ui/compat/banner.h"
#include "ui/completeness-mark.h"
#include "ui/errors.h"
#include "ui/library-health.h"
#include "ui/page-view.h"
#include "ui/settings.h"

/* Errors */

static void
test_errors (void)
{
  const struct
  {
    GQuark      domain;
    int         code;
    const char *message, *has;
  } cases[] = {
    { AFT_STORE_ERROR, AFT_STORE_ERROR_FULL, "database or disk is full", "disk is full" },
    { AFT_STORE_ERROR, AFT_STORE_ERROR_READ_ONLY, "readonly", "cannot be written" },
    { AFT_STORE_ERROR, AFT_STORE_ERROR_NEWER, "version 9", "newer version" },
    { AFT_STORE_ERROR, AFT_STORE_ERROR_CORRUPT, "malformed", "damaged" },
    { AFT_STORE_ERROR, AFT_STORE_ERROR_BUSY, "locked", "Another Afterword" },
    { AFT_STORE_ERROR, AFT_STORE_ERROR_NOT_FOUND, "no row", "no longer in the library" },
    { AFT_STORE_ERROR, AFT_STORE_ERROR_FAILED, "something else", "something else" },
    { AFT_FORMAT_ERROR, AFT_FORMAT_ERROR_SYNTAX, "3:14: expected a value", "3:14: expected" },
    { AFT_FORMAT_ERROR, AFT_FORMAT_ERROR_SCHEMA, "1:1: not an object", "not a postmortem" },
    { AFT_FORMAT_ERROR, AFT_FORMAT_ERROR_LIMIT, "9:1: too deep", "9:1: too deep" },
    { AFT_BASE_ERROR, AFT_BASE_ERROR_TOO_LARGE, "cap", "too large" },
    { G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "ENOENT", "no such file" },
    { G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED, "EACCES", "may not" },
    { G_IO_ERROR, G_IO_ERROR_NO_SPACE, "ENOSPC", "disk is full" },
    { G_IO_ERROR, G_IO_ERROR_READ_ONLY, "EROFS", "read-only" },
    { G_IO_ERROR, G_IO_ERROR_FAILED, "two\nlines\x1b[0m", "two lines" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error =
          g_error_new_literal (cases[i].domain, cases[i].code, cases[i].message);
      g_autofree char *sentence = aft_ui_describe_error (error);

      if (strstr (sentence, cases[i].has) == NULL)
        g_error (
            "%s %d is told as: %s", g_quark_to_string (cases[i].domain), cases[i].code, sentence);
      g_assert_null (strpbrk (sentence, "\n\x1b"));
    }
}

/* Settings */

static void
test_settings (void)
{
  g_autofree char *zone = NULL;
  g_autofree char *unknown = NULL;

  g_assert_nonnull (aft_settings_get ());
  aft_settings_set_paper (AFT_PAPER_LETTER);
  g_assert_cmpint (aft_settings_get_paper (), ==, AFT_PAPER_LETTER);
  aft_settings_set_paper (AFT_PAPER_A4);
  g_assert_cmpint (aft_settings_get_paper (), ==, AFT_PAPER_A4);

  aft_settings_set_string ("time-zone", "Asia/Tokyo");
  zone = aft_settings_dup_time_zone ();
  g_assert_cmpstr (zone, ==, "Asia/Tokyo");
  /* A zone that this computer does not know is no zone for a document. */
  aft_settings_set_string ("time-zone", "Mars/Olympus");
  unknown = aft_settings_dup_time_zone ();
  g_assert_cmpstr (unknown, !=, "Mars/Olympus");
  g_assert_cmpstr (unknown, !=, "");
  aft_settings_set_string ("time-zone", "");
}

/* Where the schema is not installed g_settings_new() would end the program. */
static void
test_no_schema (void)
{
  if (g_test_subprocess ())
    {
      g_autofree char *owner = NULL;
      g_autofree char *zone = NULL;

      /* Installed on this machine: then there is nothing to try. */
      if (aft_settings_get () != NULL)
        return;
      owner = aft_settings_dup_string ("owner-name");
      zone = aft_settings_dup_time_zone ();
      g_assert_cmpstr (owner, ==, "");
      g_assert_cmpstr (zone, !=, "");
      g_assert_cmpint (aft_settings_get_int ("window-width", 7), ==, 7);
      g_assert_true (aft_settings_get_boolean ("sidebar-visible", TRUE));
      aft_settings_set_boolean ("sidebar-visible", FALSE);
      aft_settings_set_string ("owner-name", "x");
      return;
    }
  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_passed ();
}

/* Pages */

#define PAGE_WIDTH  600.0
#define PAGE_HEIGHT 800.0

static void
clear_array (gpointer array)
{
  g_array_unref (array);
}

/* Three empty sheets; the second shows a field of the record. */
static AftPages
make_pages (AftRecord *record)
{
  AftPages          pages = { .width = PAGE_WIDTH, .height = PAGE_HEIGHT };
  const AftPageSpot spot = { 1, { 100, 100, 400, 50 }, record, AFT_DOC_TITLE };

  pages.pages = g_ptr_array_new_with_free_func (clear_array);
  for (int i = 0; i < 3; i++)
    g_ptr_array_add (pages.pages, g_array_new (FALSE, FALSE, sizeof (AftBox)));
  pages.structure = g_array_new (FALSE, FALSE, sizeof (AftStructNode));
  pages.outline = g_array_new (FALSE, FALSE, sizeof (AftOutlineItem));
  pages.spots = g_array_new (FALSE, FALSE, sizeof (AftPageSpot));
  g_array_append_val (pages.spots, spot);
  return pages;
}

static void
clear_pages (AftPages *pages)
{
  g_ptr_array_unref (pages->pages);
  g_array_unref (pages->structure);
  g_array_unref (pages->outline);
  g_array_unref (pages->spots);
}

static int
height_for (GtkWidget *view, int width)
{
  int minimum, natural;

  gtk_widget_measure (view, GTK_ORIENTATION_VERTICAL, width, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (minimum, ==, natural);
  return natural;
}

static void
test_page_heights (void)
{
  g_autoptr (AftRecord) record = aft_record_new (&aft_doc_schema);
  GtkWidget *view = g_object_ref_sink (aft_page_view_new ());
  AftPages   pages = make_pages (record);

  g_assert_cmpint (height_for (view, 400), ==, 0);
  aft_page_view_set_pages (AFT_PAGE_VIEW (view), &pages);
  /* 18 px between and around sheets of 364, 564 and 960 px: no larger than 1.6 times. */
  g_assert_cmpint (height_for (view, 400), ==, 18 + 3 * (485 + 18) + 1);
  g_assert_cmpint (height_for (view, 600), ==, 18 + 3 * (752 + 18));
  g_assert_cmpint (height_for (view, 3000), ==, 18 + 3 * (1280 + 18));
  aft_page_view_set_pages (AFT_PAGE_VIEW (view), NULL);
  g_assert_cmpint (height_for (view, 400), ==, 0);
  g_assert_finalize_object (view);
  clear_pages (&pages);
}

static GtkEventController *
find_click (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_CLICK (controller))
        return controller;
    }
  g_assert_not_reached ();
}

static void
activated_cb (AftPageView *view, guint spot, int *activated)
{
  *activated = (int) spot;
}

static void
test_page_spots (void)
{
  g_autoptr (AftRecord) record = aft_record_new (&aft_doc_schema);
  GtkWindow *window = GTK_WINDOW (gtk_window_new ());
  GtkWidget *view = aft_page_view_new ();
  AftPages   pages = make_pages (record);
  int        activated = -1;
  double     top, bottom, x;

  gtk_window_set_child (window, view);
  aft_page_view_set_pages (AFT_PAGE_VIEW (view), &pages);
  gtk_window_set_default_size (window, 636, 900);
  gtk_window_present (window);
  gtk_test_widget_wait_for_draw (view);
  g_signal_connect (view, "spot-activated", G_CALLBACK (activated_cb), &activated);

  x = gtk_widget_get_width (view) / 2.0;
  aft_page_view_locate (
      AFT_PAGE_VIEW (view), 1, &g_array_index (pages.spots, AftPageSpot, 0).rect, &top, &bottom);
  g_assert_cmpfloat (top, >, PAGE_HEIGHT / 2);
  g_assert_cmpfloat (bottom, >, top);
  g_signal_emit_by_name (find_click (view), "released", 1, x, top - 5);
  g_assert_cmpint (activated, ==, -1);
  g_signal_emit_by_name (find_click (view), "released", 1, x, (top + bottom) / 2);
  g_assert_cmpint (activated, ==, 0);

  aft_page_view_set_pages (AFT_PAGE_VIEW (view), NULL);
  gtk_window_destroy (window);
  clear_pages (&pages);
}

static void
test_page_node (void)
{
  g_autoptr (AftRecord) record = aft_record_new (&aft_doc_schema);
  GtkWindow *window = GTK_WINDOW (gtk_window_new ());
  GtkWidget *view = aft_page_view_new ();
  AftPages   pages = make_pages (record);
  g_autoptr (GdkPaintable) paintable = NULL;
  g_autoptr (GskRenderNode) node = NULL;
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  gtk_window_set_child (window, view);
  aft_page_view_set_pages (AFT_PAGE_VIEW (view), &pages);
  gtk_window_present (window);
  gtk_test_widget_wait_for_draw (view);
  paintable = gtk_widget_paintable_new (view);
  gdk_paintable_snapshot (paintable, snapshot, 600, 800);
  node = gtk_snapshot_free_to_node (snapshot);
  g_assert_nonnull (node);
  gtk_window_destroy (window);
  clear_pages (&pages);
}

/* The bar */

static void
test_banner (void)
{
  GtkWidget *banner = g_object_ref_sink (aft_banner_new ());

  g_assert_false (gtk_widget_get_visible (banner));
  aft_banner_set_text (AFT_BANNER (banner), "Not saved: disk full");
  g_assert_true (gtk_widget_get_visible (banner));
  g_assert_cmpstr (aft_banner_get_text (AFT_BANNER (banner)), ==, "Not saved: disk full");
  gtk_test_accessible_assert_role (banner, GTK_ACCESSIBLE_ROLE_STATUS);
  aft_banner_set_action (AFT_BANNER (banner), "_Export…", "win.export");
  aft_banner_set_action (AFT_BANNER (banner), NULL, NULL);
  aft_banner_set_text (AFT_BANNER (banner), NULL);
  g_assert_false (gtk_widget_get_visible (banner));
  g_assert_finalize_object (banner);
}

/* The mark of completeness */

static void
test_mark (void)
{
  GtkWidget  *mark = g_object_ref_sink (aft_completeness_mark_new ());
  const char *name = "100 % complete";
  guint       notified = 0;

  g_signal_connect_swapped (mark, "notify::fraction", G_CALLBACK (g_atomic_int_inc), &notified);
  aft_completeness_mark_set_fraction (AFT_COMPLETENESS_MARK (mark), 0.5);
  aft_completeness_mark_set_fraction (AFT_COMPLETENESS_MARK (mark), 0.5);
  g_assert_cmpuint (notified, ==, 1);
  aft_completeness_mark_set_fraction (AFT_COMPLETENESS_MARK (mark), 7);
  g_assert_cmpfloat (aft_completeness_mark_get_fraction (AFT_COMPLETENESS_MARK (mark)), ==, 1);
  gtk_test_accessible_assert_property (mark, GTK_ACCESSIBLE_PROPERTY_LABEL, name);
  g_assert_finalize_object (mark);
}

/* Dialogs */

/* Health of the library */

static void
count_cb (AftLibraryHealth *health, guint *n_changes)
{
  ++*n_changes;
}

static void
test_mended (void)
{
  static const char junk[4096] = { 1 };
  g_autofree char  *folder = g_dir_make_tmp ("afterword-XXXXXX", NULL);
  g_autofree char  *path = g_build_filename (folder, "library.db", NULL);
  AftLibrary       *library;
  AftLibraryHealth *health;
  guint             n_changes = 0;

  g_assert_true (g_file_set_contents (path, junk, sizeof junk, NULL));
  library = aft_library_open (path, NULL);
  health = aft_library_health_new (library, NULL);
  g_assert_nonnull (strstr (aft_library_health_get_text (health), "damaged"));
  g_assert_true (aft_library_health_can_dismiss (health));

  g_signal_connect (health, "changed", G_CALLBACK (count_cb), &n_changes);
  aft_library_health_dismiss (health);
  g_assert_cmpuint (n_changes, ==, 1);
  g_assert_null (aft_library_health_get_text (health));
  /* Damage that shows up later is told again. */
  g_object_notify (G_OBJECT (library), "notice");
  g_assert_cmpuint (n_changes, ==, 2);
  g_assert_nonnull (aft_library_health_get_text (health));

  aft_library_close (library);
  g_object_unref (library);
  g_assert_finalize_object (health);
  fixture_remove_folder (folder);
}

static void
test_stand_in (void)
{
  g_autoptr (AftLibrary) library = aft_library_open ("", NULL);
  g_autoptr (GError) error = g_error_new_literal (AFT_STORE_ERROR, AFT_STORE_ERROR_FULL, "full");
  g_autoptr (AftLibraryHealth) well = aft_library_health_new (library, NULL);
  g_autoptr (AftLibraryHealth) health = aft_library_health_new (library, error);

  g_assert_null (aft_library_health_get_text (well));
  g_assert_false (aft_library_health_can_dismiss (well));
  g_assert_nonnull (strstr (aft_library_health_get_text (health), "disk is full"));
  g_assert_false (aft_library_health_can_dismiss (health));
  aft_library_health_dismiss (health);
  g_assert_nonnull (aft_library_health_get_text (health));
  aft_library_close (library);
}

int
main (int argc, char **argv)
{
  /* Of the case without a schema; before anything looks for schemas. */
  if (g_strv_contains ((const char *const *) argv, "--GTestSubprocess"))
    g_unsetenv ("GSETTINGS_SCHEMA_DIR");
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/ui/parts/each error is one plain sentence", test_errors);
  g_test_add_func ("/ui/parts/settings keep paper and zone", test_settings);
  g_test_add_func ("/ui/parts/without a schema there are defaults", test_no_schema);
  g_test_add_func ("/ui/parts/pages are as wide as the view, up to a limit", test_page_heights);
  g_test_add_func ("/ui/parts/a click finds the field on its page", test_page_spots);
  g_test_add_func ("/ui/parts/pages are drawn", test_page_node);
  g_test_add_func ("/ui/parts/the bar is there while it has something to say", test_banner);
  g_test_add_func ("/ui/parts/the mark is bounded and named", test_mark);
  g_test_add_func ("/ui/parts/that the library was mended is told until it was read", test_mended);
  g_test_add_func ("/ui/parts/that nothing is kept is told throughout", test_stand_in);
  return g_test_run ();
}
