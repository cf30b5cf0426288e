/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page of the library by itself: where the focus goes, and what its keys act on. */
#include "form.h"

#include "format/json-writer.h"
#include "ui/library-page.h"
#include "ui/library-row.h"

#define N_DOCUMENTS 5

typedef struct
{
  AftLibrary     *library;
  GtkWidget      *window;
  AftLibraryPage *page;
  char           *thrown_away; /* what the page last asked to throw away */
} Shelf;

static void
thrown_away_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  Shelf *shelf = data;

  g_free (shelf->thrown_away);
  shelf->thrown_away = g_variant_dup_string (parameter, NULL);
}

static void
fill_library (AftLibrary *library)
{
  for (guint i = 0; i < N_DOCUMENTS; i++)
    {
      g_autoptr (AftRecord) root = fixture_full_document (i);
      gsize length;
      char *json = aft_json_write (root, &length);
      g_autoptr (GBytes) bytes = g_bytes_new_take (json, length);

      g_assert_true (
          aft_library_save (library, aft_record_get_text (root, AFT_DOC_ID), bytes, NULL));
    }
}

static gboolean
is_busy (Shelf *shelf)
{
  gboolean busy;

  g_object_get (shelf->page, "busy", &busy, NULL);
  return busy;
}

/* NULL where the focus is not in a row. */
static AftLibraryRow *
focus_row (Shelf *shelf)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (shelf->window));
  GtkWidget *row = focus != NULL ? gtk_widget_get_first_child (focus) : NULL;

  return AFT_IS_LIBRARY_ROW (row) ? AFT_LIBRARY_ROW (row) : NULL;
}

static const char *
focus_id (Shelf *shelf)
{
  AftLibraryRow *row = focus_row (shelf);

  return row != NULL ? aft_entry_get_id (aft_library_row_get_entry (row)) : NULL;
}

static void
set_up_shelf (Shelf *shelf, gconstpointer unused)
{
  static const GActionEntry actions[] = {
    { .name = "trash-document", .activate = thrown_away_cb, .parameter_type = "s" },
  };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  shelf->library = aft_library_open ("", NULL);
  fill_library (shelf->library);
  g_action_map_add_action_entries (G_ACTION_MAP (group), actions, 1, shelf);
  shelf->window = gtk_window_new ();
  gtk_widget_insert_action_group (shelf->window, "win", G_ACTION_GROUP (group));
  shelf->page = AFT_LIBRARY_PAGE (aft_library_page_new ());
  gtk_window_set_child (GTK_WINDOW (shelf->window), GTK_WIDGET (shelf->page));
  aft_library_page_set_library (shelf->page, shelf->library);
  g_object_add_weak_pointer (G_OBJECT (shelf->window), (gpointer *) &shelf->window);
  gtk_window_present (GTK_WINDOW (shelf->window));
  wait_until (gtk_widget_get_mapped (shelf->window) && !is_busy (shelf));
  wait_until (focus_row (shelf) != NULL);
}

static void
tear_down_shelf (Shelf *shelf, gconstpointer unused)
{
  gtk_window_destroy (GTK_WINDOW (shelf->window));
  wait_until (shelf->window == NULL);
  aft_library_close (shelf->library);
  /* An answer that is still on its way holds it. */
  let_go (&shelf->library);
  g_free (shelf->thrown_away);
}

/* The next postmortem below the one with the focus. */
static void
move_down (Shelf *shelf)
{
  GtkWidget *row = gtk_window_get_focus (GTK_WINDOW (shelf->window));

  do
    row = gtk_widget_get_next_sibling (row);
  while (!AFT_IS_LIBRARY_ROW (gtk_widget_get_first_child (row)));
  g_assert_true (gtk_widget_grab_focus (row));
}

static void
test_first (Shelf *shelf, gconstpointer unused)
{
  GtkWidget *row = gtk_window_get_focus (GTK_WINDOW (shelf->window));

  while ((row = gtk_widget_get_prev_sibling (row)) != NULL)
    g_assert_false (AFT_IS_LIBRARY_ROW (gtk_widget_get_first_child (row)));
}

static void
test_back (Shelf *shelf, gconstpointer unused)
{
  g_autofree char *id = NULL;

  move_down (shelf);
  id = g_strdup (focus_id (shelf));
  gtk_window_set_focus (GTK_WINDOW (shelf->window), NULL);
  aft_library_page_focus (shelf->page);
  g_assert_cmpstr (focus_id (shelf), ==, id);
}

static void
test_search_keeps (Shelf *shelf, gconstpointer unused)
{
  aft_library_page_find (shelf->page);
  g_assert_null (focus_row (shelf));
  aft_library_page_focus (shelf->page);
  g_assert_null (focus_row (shelf));
}

static void
test_delete (Shelf *shelf, gconstpointer unused)
{
  gtk_widget_activate_action (
      gtk_window_get_focus (GTK_WINDOW (shelf->window)), "list.trash", NULL);
  g_assert_cmpstr (shelf->thrown_away, ==, focus_id (shelf));
  move_down (shelf);
  g_assert_cmpstr (shelf->thrown_away, !=, focus_id (shelf));
  gtk_widget_activate_action (
      gtk_window_get_focus (GTK_WINDOW (shelf->window)), "list.trash", NULL);
  g_assert_cmpstr (shelf->thrown_away, ==, focus_id (shelf));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
#define CASE(path, function) g_test_add (path, Shelf, NULL, set_up_shelf, function, tear_down_shelf)
  CASE ("/ui/library-page/the first postmortem has the focus", test_first);
  CASE ("/ui/library-page/the focus comes back to where it was", test_back);
  CASE ("/ui/library-page/a search keeps the focus", test_search_keeps);
  CASE ("/ui/library-page/Delete acts on what has the focus", test_delete);
  return g_test_run ();
}
