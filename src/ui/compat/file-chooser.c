/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/compat/file-chooser.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  GtkFileChooserNative *native;
  AftFileChosen         chosen;
  gpointer              data;
} Request;

static void
response_cb (GtkNativeDialog *native, int response, Request *request)
{
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (native));
  request->chosen (file, request->data);

  g_object_unref (request->native);
  g_free (request);
}

static void
show (GtkFileChooserNative *native, AftFileChosen chosen, gpointer data)
{
  Request *request = g_new0 (Request, 1);

  request->native = native;
  request->chosen = chosen;
  request->data = data;
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (native), TRUE);
  g_signal_connect (native, "response", G_CALLBACK (response_cb), request);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (native));
}

void
aft_choose_open (GtkWindow         *parent,
                 const char        *title,
                 const char        *filter_name,
                 const char *const *patterns,
                 AftFileChosen      chosen,
                 gpointer           data)
{
  GtkFileChooserNative *native = gtk_file_chooser_native_new (
      title, parent, GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"), _ ("_Cancel"));
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, filter_name);
  for (guint i = 0; patterns[i] != NULL; i++)
    gtk_file_filter_add_pattern (filter, patterns[i]);
  gtk_file_filter_set_name (all, _ ("All files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (native), filter);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (native), all);
  show (native, chosen, data);
}

void
aft_choose_save (GtkWindow    *parent,
                 const char   *title,
                 const char   *file_name,
                 AftFileChosen chosen,
                 gpointer      data)
{
  GtkFileChooserNative *native = gtk_file_chooser_native_new (
      title, parent, GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), _ ("_Cancel"));

  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (native), file_name);
  show (native, chosen, data);
}
