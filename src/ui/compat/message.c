/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

/* Here the newer class is used where it is there. */
#undef ADW_VERSION_MAX_ALLOWED

#include "ui/compat/message.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

typedef struct
{
  AftAnswered answered;
  gpointer    data;
} Question;

static void
answer (Question *question, const char *response)
{
  question->answered (g_str_equal (response, "act"), question->data);
}

static void
free_question (gpointer question, GClosure *closure)
{
  g_free (question);
}

#if ADW_CHECK_VERSION(1, 5, 0)

typedef AdwAlertDialog Dialog;

static void
response_cb (AdwAlertDialog *dialog, const char *response, Question *question)
{
  answer (question, response);
}

static Dialog *
new_dialog (const char *heading, const char *body)
{
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (heading, body));

  adw_alert_dialog_set_heading_use_markup (dialog, FALSE);
  adw_alert_dialog_set_body_use_markup (dialog, FALSE);
  return dialog;
}

static void
add_response (Dialog *self, const char *id, const char *label, gboolean is_destructive)
{
  adw_alert_dialog_add_response (self, id, label);
  if (is_destructive)
    adw_alert_dialog_set_response_appearance (self, id, ADW_RESPONSE_DESTRUCTIVE);
}

/* id: what Escape means. */
static void
present (Dialog *self, const char *id, GtkWindow *parent)
{
  adw_alert_dialog_set_default_response (self, id);
  adw_alert_dialog_set_close_response (self, id);
  adw_dialog_present (ADW_DIALOG (self), GTK_WIDGET (parent));
}

#else

typedef AdwMessageDialog Dialog;

static void
response_cb (AdwMessageDialog *dialog, const char *response, Question *question)
{
  answer (question, response);
}

static Dialog *
new_dialog (const char *heading, const char *body)
{
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (NULL, heading, body));

  adw_message_dialog_set_heading_use_markup (dialog, FALSE);
  adw_message_dialog_set_body_use_markup (dialog, FALSE);
  return dialog;
}

static void
add_response (Dialog *self, const char *id, const char *label, gboolean is_destructive)
{
  adw_message_dialog_add_response (self, id, label);
  if (is_destructive)
    adw_message_dialog_set_response_appearance (self, id, ADW_RESPONSE_DESTRUCTIVE);
}

/* id: what Escape means. */
static void
present (Dialog *self, const char *id, GtkWindow *parent)
{
  adw_message_dialog_set_default_response (self, id);
  adw_message_dialog_set_close_response (self, id);
  gtk_window_set_transient_for (GTK_WINDOW (self), parent);
  gtk_window_present (GTK_WINDOW (self));
}

#endif

void
aft_ask_destructive (GtkWindow  *parent,
                     const char *heading,
                     const char *body,
                     const char *action_label,
                     AftAnswered answered,
                     gpointer    data)
{
  Dialog   *dialog = new_dialog (heading, body);
  Question *question = g_new0 (Question, 1);

  question->answered = answered;
  question->data = data;
  add_response (dialog, "cancel", _ ("_Cancel"), FALSE);
  add_response (dialog, "act", action_label, TRUE);
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), question, free_question, 0);
  present (dialog, "cancel", parent);
}

void
aft_tell (GtkWindow *parent, const char *heading, const char *body)
{
  Dialog *dialog = new_dialog (heading, body);

  add_response (dialog, "close", _ ("_Close"), FALSE);
  present (dialog, "close", parent);
}
