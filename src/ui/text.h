/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "base/instant.h"

G_BEGIN_DECLS

/* The one place that puts what a user wrote on a widget. Titles, subtitles, toasts and status pages
 * of libadwaita are Pango markup: here "P&L <outage>" stays the text it is. Nothing else in the
 * program hands user text to such a property. NULL counts as "". */
void aft_ui_set_label (GtkLabel *label, const char *text);
void aft_ui_set_row_title (AdwPreferencesRow *row, const char *text);
void aft_ui_set_row_subtitle (AdwActionRow *row, const char *text);
void aft_ui_set_expander_subtitle (AdwExpanderRow *row, const char *text);
void aft_ui_set_status_title (AdwStatusPage *page, const char *text);
void aft_ui_set_status_description (AdwStatusPage *page, const char *text);
void aft_ui_set_group_title (AdwPreferencesGroup *group, const char *text);
void aft_ui_set_group_description (AdwPreferencesGroup *group, const char *text);
void aft_ui_set_window_title (AdwWindowTitle *title, const char *text, const char *subtitle);
void aft_ui_set_tooltip (GtkWidget *widget, const char *text);
/* The name assistive technology reads. */
void aft_ui_set_accessible_name (GtkWidget *widget, const char *text);

/* The widget keeps the name that it has of its own. */
void aft_ui_set_mnemonic_widget (GtkLabel *label, GtkWidget *widget);
/* For adw_toast_overlay_add_toast(), which takes it. */
AdwToast *aft_ui_toast (const char *text);

/* A title as it is listed: "Untitled postmortem" where empty, controls made visible, cut to a
 * length that a label can lay out. */
char *aft_ui_title (const char *title);

/* In the words of the locale; zone: IANA name, NULL or "" for the machine's own. "" for NONE.
 * "4 May 2026" */
char *aft_ui_format_date (AftInstant instant, const char *zone);
/* "4 May" in the year of now, else "4 May 2026" */
char *aft_ui_format_day (AftInstant instant, const char *zone, AftInstant now);
/* "4 May 2026, 14:02" */
char *aft_ui_format_when (AftInstant instant, const char *zone);
/* "Changed today at 14:02", "Changed yesterday at 14:02", "Changed 4 May" */
char *aft_ui_format_changed (AftInstant instant, AftInstant now);

G_END_DECLS
