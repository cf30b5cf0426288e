/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/compat/message.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

typedef struct
{
  AftAnswered answered;
  gpointer    data;
} Question;

static void
response_cb (AdwMessageDialog *dialog, const char *response, Question *question)
{
  question->answered (g_str_equal (response, "act"), question->data);
}

static void
free_question (gpointer question, GClosure *closure)
{
  g_free (question);
}

static AdwMessageDialog *
new_dialog (GtkWindow *parent, const char *heading, const char *body)
{
  GtkWidget        *widget = adw_message_dialog_new (parent, heading, body);
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (widget);

  adw_message_dialog_set_heading_use_markup (dialog, FALSE);
  adw_message_dialog_set_body_use_markup (dialog, FALSE);
  return dialog;
}

void
aft_ask_destructive (GtkWindow  *parent,
                     const char *heading,
                     const char *body,
                     const char *action_label,
                     AftAnswered answered,
                     gpointer    data)
{
  AdwMessageDialog *dialog = new_dialog (parent, heading, body);
  Question         *question = g_new0 (Question, 1);

  question->answered = answered;
  question->data = data;
  adw_message_dialog_add_response (dialog, "cancel", _ ("_Cancel"));
  adw_message_dialog_add_response (dialog, "act", action_label);
  adw_message_dialog_set_response_appearance (dialog, "act", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (dialog, "cancel");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), question, free_question, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
aft_tell (GtkWindow *parent, const char *heading, const char *body)
{
  AdwMessageDialog *dialog = new_dialog (parent, heading, body);

  adw_message_dialog_add_response (dialog, "close", _ ("_Close"));
  adw_message_dialog_set_close_response (dialog, "close");
  gtk_window_present (GTK_WINDOW (dialog));
}
