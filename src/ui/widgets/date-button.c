/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/widgets/date-button.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "base/instant.h"
#include "ui/text.h"

static void
day_selected_cb (GtkCalendar *calendar, AftInputRow *row)
{
  g_autoptr (GDateTime) date = gtk_calendar_get_date (calendar);
  g_autofree char *text = g_date_time_format (date, "%Y-%m-%d");

  aft_input_row_set_text (row, text);
}

static void
show_date (GtkCalendar *calendar, AftInputRow *row)
{
  const AftValue *value = aft_field_widget_get_value (AFT_FIELD_WIDGET (row));
  g_autoptr (GDateTime) date = NULL;
  int year, month, day;

  if (value == NULL || value->type != AFT_VALUE_TEXT || !aft_date_is_valid (value->text) ||
      sscanf (value->text, "%4d-%2d-%2d", &year, &month, &day) != 3)
    return;
  date = g_date_time_new_local (year, month, day, 12, 0, 0);
  if (date == NULL)
    return;
  g_signal_handlers_block_by_func (calendar, day_selected_cb, row);
  gtk_calendar_select_day (calendar, date);
  g_signal_handlers_unblock_by_func (calendar, day_selected_cb, row);
}

/* Made when it is first opened: a list has one for each of its rows. */
static void
create_popover (GtkMenuButton *button, gpointer data)
{
  AftInputRow *row = AFT_INPUT_ROW (data);
  GtkWidget   *calendar = gtk_calendar_new ();
  GtkWidget   *popover = gtk_popover_new ();

  aft_ui_set_accessible_name (calendar, _ ("Calendar"));
  g_signal_connect_object (calendar, "day-selected", G_CALLBACK (day_selected_cb), row, 0);
  show_date (GTK_CALENDAR (calendar), row);
  gtk_popover_set_child (GTK_POPOVER (popover), calendar);
  gtk_menu_button_set_popover (button, popover);
}

GtkWidget *
aft_date_button_new (AftInputRow *row)
{
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "x-office-calendar-symbolic");
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), create_popover, row, NULL);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _ ("Choose a Day"));
  aft_ui_set_accessible_name (button, _ ("Choose a day"));
  gtk_widget_add_css_class (button, "flat");
  return button;
}
