/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What src/ui/compat/message.h shows, of whichever class it is. */

#undef ADW_VERSION_MAX_ALLOWED

#include <adwaita.h>

#if ADW_CHECK_VERSION(1, 5, 0)

/* libadwaita 1.7 measures its own heading for less width than it needs, and GTK 4.18 warns of that:
 * until the message is closed, warnings are no failures. */
static inline void
bear_warnings (gboolean bear)
{
  g_log_set_always_fatal (G_LOG_FATAL_MASK | G_LOG_LEVEL_CRITICAL |
                          (bear ? 0 : G_LOG_LEVEL_WARNING));
}

static inline GtkWidget *
find_message (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  bear_warnings (TRUE);
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (ADW_IS_APPLICATION_WINDOW (window) &&
          adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)) != NULL)
        return GTK_WIDGET (
            adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)));
    }
  return NULL;
}

static inline void
close_message (GtkWidget *message)
{
  adw_dialog_force_close (ADW_DIALOG (message));
  bear_warnings (FALSE);
}

static inline gboolean
click_button (GtkWidget *widget, const char *label)
{
  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0)
    {
      g_signal_emit_by_name (widget, "clicked");
      return TRUE;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (click_button (child, label))
      return TRUE;
  return FALSE;
}

static inline void
answer_message (GtkWidget *message, const char *response)
{
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (message);

  g_assert_true (click_button (message, adw_alert_dialog_get_response_label (dialog, response)));
  bear_warnings (FALSE);
}

#else

static inline GtkWidget *
find_message (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window))
        return window;
    }
  return NULL;
}

static inline void
close_message (GtkWidget *message)
{
  gtk_window_destroy (GTK_WINDOW (message));
}

static inline void
answer_message (GtkWidget *message, const char *response)
{
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (message), response);
  close_message (message);
}

#endif
