/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/trash.h"

#include <glib/gi18n-lib.h>

#include "ui/compat/message.h"
#include "ui/text.h"

typedef struct
{
  AftWindow *window;
  char      *id;
} DocumentRequest;

static DocumentRequest *
document_request_new (AftWindow *window, const char *id)
{
  DocumentRequest *request = g_new0 (DocumentRequest, 1);

  request->window = g_object_ref (window);
  request->id = g_strdup (id);
  return request;
}

static void
document_request_free (DocumentRequest *request)
{
  g_object_unref (request->window);
  g_free (request->id);
  g_free (request);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DocumentRequest, document_request_free)

static void
trashed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DocumentRequest) request = data;
  g_autoptr (GError) error = NULL;
  AdwToast *toast;

  if (!aft_library_set_trashed_finish (AFT_LIBRARY (source), result, &error))
    {
      aft_window_say_error (request->window, error);
      return;
    }
  toast = aft_ui_toast (_ ("Moved to the trash"));
  adw_toast_set_button_label (toast, _ ("_Undo"));
  adw_toast_set_action_name (toast, "win.restore-document");
  adw_toast_set_action_target (toast, "s", request->id);
  aft_window_add_toast (request->window, toast);
}

static void
restored_from_trash_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AftWindow) self = AFT_WINDOW (data);
  g_autoptr (GError) error = NULL;

  if (!aft_library_set_trashed_finish (AFT_LIBRARY (source), result, &error))
    aft_window_say_error (self, error);
  else
    aft_window_say (self, _ ("Back in the library"));
}

/* No window goes on showing what is in the trash. */
static void
close_everywhere (AftWindow *self, const char *id)
{
  GList *windows = gtk_application_get_windows (gtk_window_get_application (GTK_WINDOW (self)));

  for (GList *l = windows; l != NULL; l = l->next)
    {
      AftWindow   *window = AFT_IS_WINDOW (l->data) ? l->data : NULL;
      AftDocument *document = window != NULL ? aft_window_get_document (window) : NULL;

      if (document != NULL && g_str_equal (aft_document_get_id (document), id))
        aft_window_show_document (window, NULL);
    }
}

void
aft_trash_document (AftWindow *window, const char *id)
{
  g_return_if_fail (AFT_IS_WINDOW (window));

  close_everywhere (window, id);
  aft_library_set_trashed_async (aft_window_get_library (window),
                                 id,
                                 TRUE,
                                 NULL,
                                 trashed_cb,
                                 document_request_new (window, id));
}

void
aft_trash_restore (AftWindow *window, const char *id)
{
  g_return_if_fail (AFT_IS_WINDOW (window));

  aft_library_set_trashed_async (aft_window_get_library (window),
                                 id,
                                 FALSE,
                                 NULL,
                                 restored_from_trash_cb,
                                 g_object_ref (window));
}

static void
erased_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AftWindow) self = AFT_WINDOW (data);
  g_autoptr (GError) error = NULL;

  if (!aft_library_erase_finish (AFT_LIBRARY (source), result, &error))
    aft_window_say_error (self, error);
}

static void
erase_answered_cb (gboolean yes, gpointer data)
{
  g_autoptr (DocumentRequest) request = data;

  if (yes)
    aft_library_erase_async (aft_window_get_library (request->window),
                             request->id,
                             NULL,
                             erased_cb,
                             g_object_ref (request->window));
}

void
aft_trash_erase (AftWindow *window, const char *id)
{
  g_return_if_fail (AFT_IS_WINDOW (window));

  aft_ask_destructive (GTK_WINDOW (window),
                       _ ("Delete for Ever?"),
                       _ ("The postmortem and its history are removed from this computer. This "
                          "cannot be undone."),
                       _ ("_Delete"),
                       erase_answered_cb,
                       document_request_new (window, id));
}
