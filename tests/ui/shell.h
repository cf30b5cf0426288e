/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The whole application in one process, driven through its actions: what its tests share. */
#include "message.h"

#include <glib/gstdio.h>

#include "support/fixtures.h"
#include "ui/application.h"
#include "ui/editor.h"
#include "ui/library-page.h"
#include "ui/settings.h"
#include "ui/window.h"

#include "wait.h"

#define HOSTILE "P&L <b>outage</b> & more"

static AftApplication *the_app;

typedef struct
{
  AftWindow *window;
  char      *folder;
} Fixture;

static inline AftLibrary *
library (void)
{
  return aft_documents_get_library (aft_application_get_documents (the_app));
}

static inline gpointer
child (Fixture *fixture, const char *name)
{
  GObject *object =
      gtk_widget_get_template_child (GTK_WIDGET (fixture->window), AFT_TYPE_WINDOW, name);

  g_assert_nonnull (object);
  return object;
}

static inline gpointer
page_child (Fixture *fixture, const char *name)
{
  GObject *object =
      gtk_widget_get_template_child (child (fixture, "library_page"), AFT_TYPE_LIBRARY_PAGE, name);

  g_assert_nonnull (object);
  return object;
}

/* Depth first; NULL where there is none. Text counts where it can be seen: the page behind keeps
 * its own. */
static inline GtkWidget *
find_widget (GtkWidget *widget, GType type, const char *text)
{
  if (text != NULL && !gtk_widget_get_mapped (widget))
    return NULL;
  if (g_type_is_a (G_OBJECT_TYPE (widget), type) &&
      (text == NULL || g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text)))
    return widget;
  for (GtkWidget *below = gtk_widget_get_first_child (widget); below != NULL;
       below = gtk_widget_get_next_sibling (below))
    {
      GtkWidget *found = find_widget (below, type, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static inline gboolean
shows (Fixture *fixture, const char *text)
{
  return find_widget (GTK_WIDGET (fixture->window), GTK_TYPE_LABEL, text) != NULL;
}

static inline GtkWindow *
find_window (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (g_type_is_a (G_OBJECT_TYPE (window), type))
        return window;
    }
  return NULL;
}

static inline const char *
visible_page (Fixture *fixture)
{
  return gtk_stack_get_visible_child_name (page_child (fixture, "stack"));
}

static inline gboolean
page_is_busy (Fixture *fixture)
{
  gboolean busy;

  g_object_get (child (fixture, "library_page"), "busy", &busy, NULL);
  return busy;
}

static inline void
settle (Fixture *fixture)
{
  wait_until (!page_is_busy (fixture));
}

static inline void
act (Fixture *fixture, const char *name)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), name, NULL));
}

static inline void
act_on (Fixture *fixture, const char *name, const char *id)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), name, "s", id));
}

static inline AftDocument *
document (Fixture *fixture)
{
  AftDocument *shown = aft_window_get_document (fixture->window);

  g_assert_nonnull (shown);
  return shown;
}

static inline void
set_title (AftDocument *edited, const char *title)
{
  aft_postmortem_set_text (
      aft_document_get_postmortem (edited), aft_document_get_root (edited), AFT_DOC_TITLE, title);
}

/* A saved document with that title; leaves the library on show. Transfer full: the id. */
static inline char *
write_one (Fixture *fixture, const char *title)
{
  char *id;

  act (fixture, "app.new");
  id = g_strdup (aft_document_get_id (document (fixture)));
  set_title (document (fixture), title);
  act (fixture, "win.show-library");
  g_assert_null (aft_window_get_document (fixture->window));
  wait_until (gtk_widget_get_mapped (child (fixture, "library_page")));
  settle (fixture);
  return id;
}

static inline void
empty_library (void)
{
  for (int trashed = 0; trashed < 2; trashed++)
    {
      g_autoptr (GPtrArray) entries = aft_library_list (library (), trashed, NULL);

      for (guint i = 0; i < entries->len; i++)
        {
          if (!trashed)
            aft_library_set_trashed_async (
                library (), aft_entry_get_id (entries->pdata[i]), TRUE, NULL, NULL, NULL);
          else
            aft_library_erase_async (
                library (), aft_entry_get_id (entries->pdata[i]), NULL, NULL, NULL);
        }
    }
}

static inline void
set_up (Fixture *fixture, gconstpointer data)
{
  empty_library ();
  aft_settings_set_string ("open-document", "");
  fixture->folder = g_dir_make_tmp ("afterword-XXXXXX", NULL);
  fixture->window = aft_window_new (the_app);
  g_object_add_weak_pointer (G_OBJECT (fixture->window), (gpointer *) &fixture->window);
  gtk_window_present (GTK_WINDOW (fixture->window));
  wait_until (gtk_widget_get_mapped (GTK_WIDGET (fixture->window)));
  settle (fixture);
}

static inline void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_close (GTK_WINDOW (fixture->window));
  /* A window that something still holds would wait here in vain. */
  wait_until (fixture->window == NULL);
  fixture_remove_folder (fixture->folder);
  g_free (fixture->folder);
}

static int result = 1;

static inline void
run_tests (GApplication *application, gpointer data)
{
  result = g_test_run ();
  /* No window is wanted after the tests: without one the application ends. */
  g_signal_stop_emission_by_name (application, "activate");
}

#define CASE(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

static inline int
run_application (char **argv)
{
  the_app = aft_application_new ();
  g_application_set_flags (G_APPLICATION (the_app),
                           G_APPLICATION_HANDLES_OPEN | G_APPLICATION_NON_UNIQUE);
  g_signal_connect (the_app, "activate", G_CALLBACK (run_tests), NULL);
  g_application_run (G_APPLICATION (the_app), 1, argv);
  g_assert_finalize_object (the_app);
  return result;
}
