/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/text.h"

#include <glib/gi18n-lib.h>

#include "base/text.h"
#include "base/zone.h"

/* More than a window can show, little enough for Pango to lay out in no time. */
#define MAX_TITLE_CHARS 300

static char *
escape (const char *text)
{
  return g_markup_escape_text (text != NULL ? text : "", -1);
}

void
aft_ui_set_label (GtkLabel *label, const char *text)
{
  gtk_label_set_use_markup (label, FALSE);
  gtk_label_set_use_underline (label, FALSE);
  gtk_label_set_text (label, text != NULL ? text : "");
}

void
aft_ui_set_row_title (AdwPreferencesRow *row, const char *text)
{
  adw_preferences_row_set_use_markup (row, FALSE);
  adw_preferences_row_set_use_underline (row, FALSE);
  adw_preferences_row_set_title (row, text != NULL ? text : "");
}

/* libadwaita may show the subtitle as markup or not, following the same switch as the title; a
 * subtitle set before a title must not change meaning when the title comes. */
void
aft_ui_set_row_subtitle (AdwActionRow *row, const char *text)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_action_row_set_subtitle (row, text != NULL ? text : "");
}

void
aft_ui_set_expander_subtitle (AdwExpanderRow *row, const char *text)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_expander_row_set_subtitle (row, text != NULL ? text : "");
}

/* Plain text, unlike the description. */
void
aft_ui_set_status_title (AdwStatusPage *page, const char *text)
{
  adw_status_page_set_title (page, text != NULL ? text : "");
}

void
aft_ui_set_status_description (AdwStatusPage *page, const char *text)
{
  g_autofree char *escaped = escape (text);

  adw_status_page_set_description (page, escaped);
}

void
aft_ui_set_group_title (AdwPreferencesGroup *group, const char *text)
{
  g_autofree char *escaped = escape (text);

  adw_preferences_group_set_title (group, escaped);
}

void
aft_ui_set_group_description (AdwPreferencesGroup *group, const char *text)
{
  g_autofree char *escaped = escape (text);

  adw_preferences_group_set_description (group, escaped);
}

/* AdwWindowTitle shows plain text. */
void
aft_ui_set_window_title (AdwWindowTitle *title, const char *text, const char *subtitle)
{
  adw_window_title_set_title (title, text != NULL ? text : "");
  adw_window_title_set_subtitle (title, subtitle != NULL ? subtitle : "");
}

void
aft_ui_set_tooltip (GtkWidget *widget, const char *text)
{
  gtk_widget_set_tooltip_text (widget, text);
}

void
aft_ui_set_accessible_name (GtkWidget *widget, const char *text)
{
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, text != NULL ? text : "", -1);
}

void
aft_ui_set_mnemonic_widget (GtkLabel *label, GtkWidget *widget)
{
  gtk_label_set_mnemonic_widget (label, widget);
  /* GTK makes the label a second name of the widget: both would be read. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
}

AdwToast *
aft_ui_toast (const char *text)
{
  g_autofree char *escaped = escape (text);

  return adw_toast_new (escaped);
}

char *
aft_ui_title (const char *title)
{
  g_autofree char *line = aft_text_clean_line (title != NULL ? title : "", -1);
  g_autofree char *visible = NULL;

  if (*line == '\0')
    return g_strdup (_ ("Untitled"));
  visible = aft_text_reveal (line);
  return aft_text_ellipsize (visible, MAX_TITLE_CHARS);
}

static GDateTime *
to_local (AftInstant instant, const char *zone)
{
  const AftZone *known = zone != NULL && *zone != '\0'
                             ? aft_zone_get_or_utc (zone)
                             : aft_zone_get_or_utc (aft_zone_local_name ());
  AftWall        wall;

  if (instant == AFT_INSTANT_NONE)
    return NULL;
  aft_zone_to_wall (known, instant, &wall);
  return g_date_time_new_utc (wall.year, wall.month, wall.day, wall.hour, wall.minute, wall.second);
}

static char *
format_in (AftInstant instant, const char *zone, const char *format)
{
  g_autoptr (GDateTime) time = to_local (instant, zone);
  char *text = time != NULL ? g_date_time_format (time, format) : NULL;

  return text != NULL ? text : g_strdup ("");
}

char *
aft_ui_format_date (AftInstant instant, const char *zone)
{
  /* Translators: a date, see g_date_time_format(): "4 May 2026" */
  return format_in (instant, zone, _ ("%-d %b %Y"));
}

char *
aft_ui_format_day (AftInstant instant, const char *zone, AftInstant now)
{
  g_autofree char *year = format_in (instant, zone, "%Y");
  g_autofree char *this_year = format_in (now, zone, "%Y");

  if (!g_str_equal (year, this_year))
    return aft_ui_format_date (instant, zone);
  /* Translators: a date of this year, see g_date_time_format(): "4 May" */
  return format_in (instant, zone, _ ("%-d %b"));
}

char *
aft_ui_format_when (AftInstant instant, const char *zone)
{
  /* Translators: a date and time, see g_date_time_format(): "4 May 2026, 14:02" */
  return format_in (instant, zone, _ ("%-d %b %Y, %H:%M"));
}

char *
aft_ui_format_changed (AftInstant instant, AftInstant now)
{
  const AftZone *zone = aft_zone_get_or_utc (aft_zone_local_name ());
  AftInstant     midnight;

  if (instant == AFT_INSTANT_NONE)
    return g_strdup ("");
  midnight = aft_zone_day_start (zone, now);
  /* Translators: a time of today, see g_date_time_format(): "Changed today at 14:02" */
  if (instant >= midnight)
    return format_in (instant, NULL, _ ("Changed today at %H:%M"));
  /* Translators: a time of yesterday, see g_date_time_format() */
  if (instant >= aft_zone_day_start (zone, midnight - 1))
    return format_in (instant, NULL, _ ("Changed yesterday at %H:%M"));
  /* Translators: a date, see g_date_time_format(): "Changed on 4 May 2026" */
  return format_in (instant, NULL, _ ("Changed on %-d %b %Y"));
}
