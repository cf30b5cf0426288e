/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/application.h"

#include <glib-unix.h>
#include <glib/gi18n-lib.h>

#include "ui/compat/about.h"
#include "ui/compat/file-chooser.h"
#include "ui/compat/message.h"
#include "ui/dialogs/help-window.h"
#include "ui/dialogs/preferences-window.h"
#include "ui/errors.h"
#include "ui/text.h"
#include "ui/window.h"

#define RESOURCE_PATH "/io/github/afterword_app/Afterword"

struct _AftApplication
{
  AdwApplication parent_instance;

  AftDocuments     *documents;
  AftLibraryHealth *health;
  guint             signal_sources[3];
  gboolean          restored;
};

G_DEFINE_FINAL_TYPE (AftApplication, aft_application, ADW_TYPE_APPLICATION)

/* A window to act in; NULL in a service without one. */
static AftWindow *
find_window (AftApplication *self)
{
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (self));

  for (GList *l = windows; l != NULL; l = l->next)
    if (AFT_IS_WINDOW (l->data))
      return l->data;
  return NULL;
}

static AftWindow *
ensure_window (AftApplication *self)
{
  AftWindow *window = find_window (self);

  if (window == NULL)
    window = aft_window_new (self);
  return window;
}

static void
show_document (AftApplication *self, AftDocument *document)
{
  AftWindow *window = ensure_window (self);

  self->restored = TRUE;
  aft_window_show_document (window, document);
  gtk_window_present (GTK_WINDOW (window));
}

/* Files */

static void
open_files (AftApplication *self, GFile **files, int n_files)
{
  AftWindow *window = ensure_window (self);
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (g_object_unref);

  for (int i = 0; i < n_files; i++)
    g_ptr_array_add (all, g_object_ref (files[i]));
  self->restored = TRUE;
  gtk_window_present (GTK_WINDOW (window));
  aft_window_open_files (window, all);
}

static void
open_file (AftApplication *self, GFile *file)
{
  open_files (self, &file, 1);
}

static void
file_chosen_cb (GFile *file, gpointer data)
{
  if (file != NULL)
    open_file (data, file);
}

/* Actions */

static void
new_document (AftApplication *self, AftDocKind kind)
{
  g_autoptr (AftDocument) document = aft_documents_create (self->documents, kind);

  show_document (self, document);
}

static void
new_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  new_document (data, AFT_DOC_KIND_INCIDENT);
}

static void
new_near_miss_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  new_document (data, AFT_DOC_KIND_NEAR_MISS);
}

static void
open_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  const char *const patterns[] = { "*.postmortem", "*.md",  "*.markdown", "*.qmd", "*.txt",
                                   "*.log",        "*.csv", "*.json",     NULL };

  aft_choose_open (GTK_WINDOW (ensure_window (data)),
                   _ ("Open or Import a Postmortem"),
                   _ ("Postmortems and texts"),
                   patterns,
                   file_chosen_cb,
                   data);
}

static void
open_sample_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  const char      *name = g_variant_get_string (parameter, NULL);
  g_autofree char *uri =
      g_strdup_printf ("resource://" RESOURCE_PATH "/samples/%s.postmortem", name);
  g_autoptr (GFile) file = g_file_new_for_uri (uri);

  open_file (data, file);
}

static void
dismiss_notice_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  aft_library_health_dismiss (AFT_APPLICATION (data)->health);
}

static void
new_window_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  gtk_window_present (GTK_WINDOW (aft_window_new (data)));
}

static void
preferences_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  AftWindow *window = ensure_window (data);
  GtkWidget *preferences = aft_preferences_window_new (aft_application_get_documents (data));

  gtk_window_set_transient_for (GTK_WINDOW (preferences), GTK_WINDOW (window));
  gtk_window_present (GTK_WINDOW (preferences));
}

static void
about_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  aft_show_about (GTK_WINDOW (ensure_window (data)));
}

static void
help_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  aft_show_help (GTK_WINDOW (ensure_window (data)));
}

static void
save_state (AftApplication *self)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (AFT_IS_WINDOW (l->data))
      aft_window_save_state (l->data);
}

/* GtkApplication would build it with every window: here only for who asks. As the window's own it
 * knows which keys the actions have. */
static void
shortcuts_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GtkApplicationWindow *window = GTK_APPLICATION_WINDOW (ensure_window (data));

  if (gtk_application_window_get_help_overlay (window) == NULL)
    {
      g_autoptr (GtkBuilder) builder =
          gtk_builder_new_from_resource (RESOURCE_PATH "/help-overlay.ui");

      gtk_application_window_set_help_overlay (
          window, GTK_SHORTCUTS_WINDOW (gtk_builder_get_object (builder, "help_overlay")));
    }
  gtk_window_present (GTK_WINDOW (gtk_application_window_get_help_overlay (window)));
}

static void
quit_anyway_cb (gboolean yes, gpointer data)
{
  if (yes)
    g_application_quit (G_APPLICATION (data));
}

static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  AftApplication *self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *reason = NULL;

  save_state (self);
  if (aft_documents_flush (self->documents, &error))
    {
      g_application_quit (G_APPLICATION (self));
      return;
    }
  reason = aft_ui_describe_error (error);
  aft_ask_destructive (GTK_WINDOW (ensure_window (self)),
                       _ ("Not Everything Is Saved"),
                       reason,
                       _ ("_Quit and Lose Changes"),
                       quit_anyway_cb,
                       self);
}

static const GActionEntry actions[] = {
  { .name = "new", .activate = new_cb },
  { .name = "new-near-miss", .activate = new_near_miss_cb },
  { .name = "new-window", .activate = new_window_cb },
  { .name = "open", .activate = open_cb },
  { .name = "open-sample", .activate = open_sample_cb, .parameter_type = "s" },
  { .name = "dismiss-notice", .activate = dismiss_notice_cb },
  { .name = "preferences", .activate = preferences_cb },
  { .name = "shortcuts", .activate = shortcuts_cb },
  { .name = "help", .activate = help_cb },
  { .name = "about", .activate = about_cb },
  { .name = "quit", .activate = quit_cb },
};

static const struct
{
  const char *action;
  const char *accels[3];
} accels[] = {
  { "app.new", { "<Control>n" } },
  { "app.new-near-miss", { "<Shift><Control>n" } },
  { "app.open", { "<Control>o" } },
  { "app.preferences", { "<Control>comma" } },
  { "app.help", { "F1" } },
  { "app.quit", { "<Control>q" } },
  { "app.shortcuts", { "<Control>question" } },
  { "win.save", { "<Control>s" } },
  { "win.import", { "<Control>i" } },
  { "win.paste-import", { "<Shift><Control>v" } },
  { "win.save-copy", { "<Shift><Control>s" } },
  { "win.export", { "<Control>e" } },
  { "win.print", { "<Control>p" } },
  { "win.find", { "<Control>f" } },
  { "win.show-library", { "<Control>l", "<Alt>Left" } },
  { "win.fullscreen", { "F11" } },
  { "window.close", { "<Control>w" } },
};

static void
add_actions (AftApplication *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  for (guint i = 0; i < G_N_ELEMENTS (accels); i++)
    gtk_application_set_accels_for_action (
        GTK_APPLICATION (self), accels[i].action, accels[i].accels);
}

/* Start and end */

static gboolean
terminate_cb (gpointer data)
{
  AftApplication *self = data;

  save_state (self);
  aft_documents_flush (self->documents, NULL);
  g_application_quit (G_APPLICATION (self));
  return G_SOURCE_CONTINUE;
}

static void
watch_signals (AftApplication *self)
{
  const int signals[] = { SIGTERM, SIGINT, SIGHUP };

  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    self->signal_sources[i] = g_unix_signal_add (signals[i], terminate_cb, self);
}

/* Where the library cannot be opened the program still starts, on one in memory, and says so for as
 * long as it runs. */
static void
open_library (AftApplication *self)
{
  g_autofree char *path = aft_library_default_path ();
  g_autoptr (GError) error = NULL;
  g_autoptr (AftLibrary) library = aft_library_open (path, &error);

  if (library == NULL)
    library = aft_library_open ("", NULL);
  self->health = aft_library_health_new (library, error);
  self->documents = aft_documents_new (library);
}

static void
aft_application_startup (GApplication *application)
{
  AftApplication *self = AFT_APPLICATION (application);

  G_APPLICATION_CLASS (aft_application_parent_class)->startup (application);

  gtk_window_set_default_icon_name (APPLICATION_ID);
  open_library (self);
  add_actions (self);
  watch_signals (self);
}

static void
aft_application_activate (GApplication *application)
{
  AftApplication *self = AFT_APPLICATION (application);
  AftWindow      *window = find_window (self);

  if (window == NULL)
    {
      window = aft_window_new (self);
      if (!self->restored)
        aft_window_restore_document (window);
      self->restored = TRUE;
    }
  gtk_window_present (GTK_WINDOW (window));
}

static void
aft_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  open_files (AFT_APPLICATION (application), files, n_files);
}

static void
aft_application_shutdown (GApplication *application)
{
  AftApplication *self = AFT_APPLICATION (application);

  for (guint i = 0; i < G_N_ELEMENTS (self->signal_sources); i++)
    g_clear_handle_id (&self->signal_sources[i], g_source_remove);
  if (self->documents != NULL)
    aft_documents_flush (self->documents, NULL);

  G_APPLICATION_CLASS (aft_application_parent_class)->shutdown (application);

  if (self->documents != NULL)
    aft_library_close (aft_documents_get_library (self->documents));
  g_clear_object (&self->health);
  g_clear_object (&self->documents);
}

static void
aft_application_class_init (AftApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->startup = aft_application_startup;
  application_class->activate = aft_application_activate;
  application_class->open = aft_application_open;
  application_class->shutdown = aft_application_shutdown;
}

static void
aft_application_init (AftApplication *self)
{
}

AftApplication *
aft_application_new (void)
{
  return g_object_new (AFT_TYPE_APPLICATION,
                       "application-id",
                       APPLICATION_ID,
                       "flags",
                       G_APPLICATION_HANDLES_OPEN,
                       "resource-base-path",
                       RESOURCE_PATH,
                       NULL);
}

int
aft_application_run (int argc, char **argv)
{
  g_autoptr (AftApplication) self = aft_application_new ();

  return g_application_run (G_APPLICATION (self), argc, argv);
}

AftDocuments *
aft_application_get_documents (AftApplication *self)
{
  g_return_val_if_fail (AFT_IS_APPLICATION (self), NULL);
  return self->documents;
}

AftLibraryHealth *
aft_application_get_health (AftApplication *self)
{
  g_return_val_if_fail (AFT_IS_APPLICATION (self), NULL);
  return self->health;
}
