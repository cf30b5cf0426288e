/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/import/import-choices.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/instant.h"
#include "base/quantity.h"
#include "model/schema.h"
#include "ui/import/import-face.h"
#include "ui/text.h"
#include "ui/widgets/zone-picker.h"

/* More people than this are none: hosts and programs of a log. */
#define MAX_PEOPLE 60

struct _AftImportChoices
{
  GtkBox parent_instance;

  AftPlan   *plan;
  GPtrArray *role_rows; /* (element-type AdwEntryRow), borrowed */
};

enum
{
  SIGNAL_REREAD,
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AftImportChoices, aft_import_choices, GTK_TYPE_BOX)

static GtkWidget *
add_group (AftImportChoices *self, const char *title, const char *description)
{
  GtkWidget *group = adw_preferences_group_new ();

  aft_ui_set_group_title (ADW_PREFERENCES_GROUP (group), title);
  aft_ui_set_group_description (ADW_PREFERENCES_GROUP (group), description);
  gtk_box_append (GTK_BOX (self), group);
  return group;
}

/* Zone and day */

static AftImportFacts
add_facts (AftPlan *plan)
{
  AftImportFacts all = aft_plan_get_import (plan, 0)->facts;

  for (guint i = 1; i < aft_plan_get_n_sources (plan); i++)
    {
      const AftImportFacts *facts = &aft_plan_get_import (plan, i)->facts;

      all.n_dates_inferred += facts->n_dates_inferred;
      all.n_zones_inferred += facts->n_zones_inferred;
      if (*all.day == '\0')
        g_strlcpy (all.day, facts->day, sizeof all.day);
    }
  return all;
}

static void
zone_chosen_cb (AftZonePicker *picker, const char *zone, AftImportChoices *self)
{
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (picker), GTK_TYPE_POPOVER);

  gtk_popover_popdown (GTK_POPOVER (popover));
  g_signal_emit (self, signals[SIGNAL_REREAD], 0, zone, NULL);
}

/* Made when it is first opened: there are hundreds of zones. */
static void
create_popover (GtkMenuButton *button, gpointer data)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *picker = aft_zone_picker_new ();

  g_signal_connect_object (picker, "chosen", G_CALLBACK (zone_chosen_cb), data, 0);
  gtk_popover_set_child (GTK_POPOVER (popover), picker);
  gtk_menu_button_set_popover (button, popover);
}

static void
add_zone (AftImportChoices *self, GtkWidget *group, const AftImportFacts *facts)
{
  GtkWidget       *row = adw_action_row_new ();
  GtkWidget       *button = gtk_menu_button_new ();
  g_autofree char *text = g_strdup_printf (
      /* Translators: %u events, %s is the name of a time zone */
      ngettext ("%u event names no zone: read as %s.",
                "%u events name no zone: read as %s.",
                facts->n_zones_inferred),
      facts->n_zones_inferred,
      facts->zone);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("_Time Zone"));
  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (row), TRUE);
  aft_ui_set_row_subtitle (ADW_ACTION_ROW (row), text);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "find-location-symbolic");
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), create_popover, self, NULL);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _ ("Choose a Time Zone"));
  aft_ui_set_accessible_name (button, _ ("Choose a time zone"));
  gtk_widget_add_css_class (button, "flat");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
}

static void
set_wrong (AdwEntryRow *row, gboolean wrong)
{
  if (wrong)
    gtk_widget_add_css_class (GTK_WIDGET (row), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (row), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (row),
                               GTK_ACCESSIBLE_STATE_INVALID,
                               wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
}

static void
day_applied_cb (AdwEntryRow *row, AftImportChoices *self)
{
  g_autofree char *day = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));

  set_wrong (row, !aft_date_is_valid (day));
  if (aft_date_is_valid (day))
    g_signal_emit (self, signals[SIGNAL_REREAD], 0, NULL, day);
}

static void
add_day (AftImportChoices *self, GtkWidget *group, const AftImportFacts *facts, guint n_events)
{
  GtkWidget       *row = adw_entry_row_new ();
  g_autofree char *title = g_strdup_printf (
      ngettext ("_Day of %u event that names none", "_Day of %u events that name none", n_events),
      n_events);

  aft_ui_set_row_title (ADW_PREFERENCES_ROW (row), title);
  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (row), TRUE);
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (row), TRUE);
  gtk_editable_set_text (GTK_EDITABLE (row), facts->day);
  gtk_widget_set_tooltip_text (row, _ ("As in 2026-05-04"));
  g_signal_connect_object (row, "apply", G_CALLBACK (day_applied_cb), self, 0);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
}

/* Clocks */

/* "45 s", "-1 h 2 min", "+90s", "0" */
static gboolean
parse_skew (const char *text, gint64 *seconds)
{
  gboolean back;

  text += strspn (text, " ");
  back = *text == '-' || g_str_has_prefix (text, "−");
  if (g_str_has_prefix (text, "−"))
    text += strlen ("−");
  else if (*text == '-' || *text == '+')
    text++;
  text += strspn (text, " ");
  *seconds = 0;
  if (*text == '\0' || g_str_equal (text, "0"))
    return TRUE;
  if (!aft_duration_parse (text, seconds, NULL))
    return FALSE;
  if (back)
    *seconds = -*seconds;
  return TRUE;
}

static void
skew_applied_cb (AdwEntryRow *row, AftImportChoices *self)
{
  guint    source = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "source"));
  gint64   seconds;
  gboolean understood = parse_skew (gtk_editable_get_text (GTK_EDITABLE (row)), &seconds);

  set_wrong (row, !understood);
  if (!understood || self->plan == NULL)
    return;
  aft_plan_set_skew (self->plan, source, seconds);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
add_skew (AftImportChoices *self, GtkWidget *group, guint source)
{
  GtkWidget       *row = adw_entry_row_new ();
  gint64           skew = aft_plan_get_skew (self->plan, source);
  g_autofree char *name = aft_ui_title (aft_plan_get_name (self->plan, source));
  g_autofree char *shown = skew != 0 ? aft_duration_format (skew) : g_strdup ("");
  /* Translators: %s is the name of a file; a time that is added to each of its times */
  g_autofree char *title = g_strdup_printf (_ ("Shift the clock of “%s” by"), name);
  gboolean         is_only = aft_plan_get_n_sources (self->plan) == 1;

  aft_ui_set_row_title (ADW_PREFERENCES_ROW (row), is_only ? _ ("Shift the clock by") : title);
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (row), TRUE);
  gtk_editable_set_text (GTK_EDITABLE (row), shown);
  gtk_widget_set_tooltip_text (row, _ ("As in 45 s or -1 h 2 min"));
  g_object_set_data (G_OBJECT (row), "source", GUINT_TO_POINTER (source));
  g_signal_connect_object (row, "apply", G_CALLBACK (skew_applied_cb), self, 0);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
}

static gboolean
has_times (AftImport *import)
{
  return aft_record_has (import->root, AFT_DOC_EVENTS);
}

static void
add_times (AftImportChoices *self)
{
  AftImportFacts facts = add_facts (self->plan);
  guint          n_undated = facts.n_dates_inferred + aft_plan_count_undated (self->plan);
  GtkWidget     *group;

  if (aft_plan_count (self->plan, AFT_PLAN_EVENT, FALSE) == 0)
    return;
  group = add_group (self, _ ("Times"), NULL);
  if (facts.n_zones_inferred > 0)
    add_zone (self, group, &facts);
  if (n_undated > 0)
    add_day (self, group, &facts, n_undated);
  for (guint i = 0; i < aft_plan_get_n_sources (self->plan); i++)
    if (has_times (aft_plan_get_import (self->plan, i)))
      add_skew (self, group, i);
}

/* Milestones */

static void
add_milestone (AftImportChoices *self, GtkWidget *group, AftPlanItem *item)
{
  const AftField  *field = &aft_event_schema.fields[AFT_EVENT_MILESTONE];
  const char      *label = aft_field_get_choice_label (field, aft_plan_item_get_milestone (item));
  GtkWidget       *row = adw_action_row_new ();
  GtkWidget       *check = gtk_check_button_new ();
  g_autofree char *code = aft_import_face_code (item);
  g_autofree char *time = aft_import_face_time (self->plan, item);
  g_autofree char *text = aft_import_face_text (item);
  g_autofree char *subtitle = g_strdup_printf ("%s  %s  %s", code, time, text);

  aft_ui_set_row_title (ADW_PREFERENCES_ROW (row), label);
  aft_ui_set_row_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  aft_ui_set_accessible_name (check, label);
  g_object_bind_property (
      item, "milestone-taken", check, "active", G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  g_object_bind_property (item, "included", row, "sensitive", G_BINDING_SYNC_CREATE);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
}

static void
add_milestones (AftImportChoices *self)
{
  GListModel *items = aft_plan_get_items (self->plan);
  GtkWidget  *group = NULL;

  for (guint k = 0; k < AFT_N_MILESTONES; k++)
    for (guint i = 0; i < aft_plan_count (self->plan, AFT_PLAN_EVENT, FALSE); i++)
      {
        g_autoptr (AftPlanItem) item = g_list_model_get_item (items, i);

        if (aft_plan_item_get_milestone (item) != k)
          continue;
        if (group == NULL)
          group = add_group (self,
                             _ ("Milestones"),
                             _ ("What these events may be, by their words. Tick those that are."));
        add_milestone (self, group, item);
      }
}

/* People */

static void
role_changed_cb (AdwEntryRow *row, AftImportChoices *self)
{
  const char *name = g_object_get_data (G_OBJECT (row), "name");

  if (self->plan != NULL)
    aft_roles_set (
        aft_plan_get_roles (self->plan), name, gtk_editable_get_text (GTK_EDITABLE (row)));
}

static void
fill_roles_cb (AftImportChoices *self)
{
  for (guint i = 0; i < self->role_rows->len; i++)
    {
      GtkEditable *row = g_ptr_array_index (self->role_rows, i);
      /* Translators: stands for a person's name */
      g_autofree char *role = g_strdup_printf (_ ("Responder %u"), i + 1);

      if (*gtk_editable_get_text (row) == '\0')
        gtk_editable_set_text (row, role);
    }
}

static void
add_person (AftImportChoices *self, AdwExpanderRow *expander, const AftRoleName *person)
{
  GtkWidget       *row = adw_entry_row_new ();
  g_autofree char *name = aft_ui_title (person->name);
  /* Translators: the role that stands for a person, whose name %s is */
  g_autofree char *title = g_strdup_printf (_ ("Role of %s"), name);

  aft_ui_set_row_title (ADW_PREFERENCES_ROW (row), title);
  gtk_editable_set_text (GTK_EDITABLE (row), person->role);
  g_object_set_data_full (G_OBJECT (row), "name", g_strdup (person->name), g_free);
  g_signal_connect_object (row, "changed", G_CALLBACK (role_changed_cb), self, 0);
  adw_expander_row_add_row (expander, row);
  g_ptr_array_add (self->role_rows, row);
}

static void
add_people (AftImportChoices *self)
{
  GPtrArray       *names = aft_roles_get_names (aft_plan_get_roles (self->plan));
  guint            n = MIN (names->len, MAX_PEOPLE);
  GtkWidget       *group, *expander, *button;
  g_autofree char *text = NULL;

  if (n == 0)
    return;
  text = g_strdup_printf (ngettext ("%u name. An empty role keeps it.",
                                    "%u names. An empty role keeps them.",
                                    names->len),
                          names->len);
  group = add_group (self, NULL, NULL);
  expander = adw_expander_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (expander), _ ("Roles for _Names"));
  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (expander), TRUE);
  aft_ui_set_expander_subtitle (ADW_EXPANDER_ROW (expander), text);
  button = gtk_button_new_with_mnemonic (_ ("_Use Roles"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _ ("Give Everybody a Role"));
  g_signal_connect_object (button, "clicked", G_CALLBACK (fill_roles_cb), self, G_CONNECT_SWAPPED);
  adw_expander_row_add_action (ADW_EXPANDER_ROW (expander), button);
  for (guint i = 0; i < n; i++)
    add_person (self, ADW_EXPANDER_ROW (expander), g_ptr_array_index (names, i));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), expander);
}

static void
aft_import_choices_dispose (GObject *object)
{
  AftImportChoices *self = AFT_IMPORT_CHOICES (object);

  self->plan = NULL;
  g_clear_pointer (&self->role_rows, g_ptr_array_unref);

  G_OBJECT_CLASS (aft_import_choices_parent_class)->dispose (object);
}

static void
aft_import_choices_class_init (AftImportChoicesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = aft_import_choices_dispose;

  signals[SIGNAL_REREAD] = g_signal_new ("reread",
                                         G_TYPE_FROM_CLASS (klass),
                                         G_SIGNAL_RUN_LAST,
                                         0,
                                         NULL,
                                         NULL,
                                         NULL,
                                         G_TYPE_NONE,
                                         2,
                                         G_TYPE_STRING,
                                         G_TYPE_STRING);
  signals[SIGNAL_CHANGED] = g_signal_new (
      "changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
aft_import_choices_init (AftImportChoices *self)
{
  self->role_rows = g_ptr_array_new ();
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 24);
}

void
aft_import_choices_set_plan (AftImportChoices *self, AftPlan *plan)
{
  GtkWidget *child;

  g_return_if_fail (AFT_IS_IMPORT_CHOICES (self));

  g_ptr_array_set_size (self->role_rows, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_box_remove (GTK_BOX (self), child);
  self->plan = plan;
  if (plan == NULL || aft_plan_get_n_sources (plan) == 0)
    return;
  add_times (self);
  add_milestones (self);
  add_people (self);
}
