/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "model/schema.h"
#include "ui/sections/event-actions.h"
#include "ui/widgets/passing-popover.h"

/* Keys of events, in the list and on the figure. */
static const struct
{
  guint           key;
  GdkModifierType state;
  const char     *action; /* detailed */
  const char     *accel;  /* as the menu shows it; NULL for a second key */
} keys[] = {
  { GDK_KEY_a, GDK_CONTROL_MASK, "event.select-all", "<Control>a" },
  { GDK_KEY_c, GDK_CONTROL_MASK, "event.copy", "<Control>c" },
  { GDK_KEY_x, GDK_CONTROL_MASK, "event.cut", "<Control>x" },
  { GDK_KEY_v, GDK_CONTROL_MASK, "event.paste", "<Control>v" },
  { GDK_KEY_Delete, 0, "event.delete", "Delete" },
  { GDK_KEY_KP_Delete, 0, "event.delete", NULL },
  { GDK_KEY_F2, 0, "event.edit", "F2" },
  { GDK_KEY_t, GDK_CONTROL_MASK, "event.ask-offset", "<Control>t" },
  { GDK_KEY_1, GDK_ALT_MASK, "event.milestone::fault-introduced", "<Alt>1" },
  { GDK_KEY_2, GDK_ALT_MASK, "event.milestone::impact-start", "<Alt>2" },
  { GDK_KEY_3, GDK_ALT_MASK, "event.milestone::detected", "<Alt>3" },
  { GDK_KEY_4, GDK_ALT_MASK, "event.milestone::alerted", "<Alt>4" },
  { GDK_KEY_5, GDK_ALT_MASK, "event.milestone::acknowledged", "<Alt>5" },
  { GDK_KEY_6, GDK_ALT_MASK, "event.milestone::declared", "<Alt>6" },
  { GDK_KEY_7, GDK_ALT_MASK, "event.milestone::diagnosed", "<Alt>7" },
  { GDK_KEY_8, GDK_ALT_MASK, "event.milestone::mitigated", "<Alt>8" },
  { GDK_KEY_9, GDK_ALT_MASK, "event.milestone::resolved", "<Alt>9" },
  { GDK_KEY_0, GDK_ALT_MASK, "event.milestone::first-update", "<Alt>0" },
};

gboolean
aft_event_keys_activate (GtkWidget *widget, guint key, GdkModifierType state)
{
  guint lower = gdk_keyval_to_lower (key);

  state &= GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK;
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keys[i].key == lower && keys[i].state == state)
      {
        g_autofree char *name = NULL;
        g_autoptr (GVariant) target = NULL;

        g_assert (g_action_parse_detailed_name (keys[i].action, &name, &target, NULL));
        gtk_widget_activate_action_variant (widget, name, target);
        return TRUE;
      }
  return FALSE;
}

static const char *
find_accel (const char *action)
{
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (g_str_equal (keys[i].action, action) && keys[i].accel != NULL)
      return keys[i].accel;
  return NULL;
}

static void
append (GMenu *menu, const char *label, const char *action)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, action);
  const char *accel = find_accel (action);

  if (accel != NULL)
    g_menu_item_set_attribute (item, "accel", "s", accel);
  g_menu_append_item (menu, item);
}

/* One of the choices; the labels have no mnemonic. */
static void
append_choices (GMenu *menu, const char *label, const char *action, guint field)
{
  const AftField *description = &aft_event_schema.fields[field];
  g_autoptr (GMenu) choices = g_menu_new ();

  for (guint i = 0; i < aft_field_n_choices (description); i++)
    {
      g_autofree char *detailed = g_strconcat (action, "::", description->choices[i].word, NULL);

      append (choices, aft_field_get_choice_label (description, i), detailed);
    }
  g_menu_append_submenu (menu, label, G_MENU_MODEL (choices));
}

static GMenuModel *
create_facts (void)
{
  GMenu *menu = g_menu_new ();

  append_choices (menu, _ ("_Milestone"), "event.milestone", AFT_EVENT_MILESTONE);
  append_choices (menu, _ ("_Kind"), "event.kind", AFT_EVENT_KIND);
  append_choices (menu, _ ("_Lane"), "event.lane", AFT_EVENT_LANE);
  append_choices (menu, _ ("P_recision"), "event.precision", AFT_EVENT_PRECISION);
  append (menu, _ ("Pri_vate"), "event.private");
  return G_MENU_MODEL (menu);
}

static GMenuModel *
create_edits (void)
{
  GMenu *menu = g_menu_new ();

  append (menu, _ ("_Edit"), "event.edit");
  append (menu, _ ("_Source…"), "event.source");
  append (menu, _ ("Shift _Time…"), "event.ask-offset");
  return G_MENU_MODEL (menu);
}

static GMenuModel *
create_clipboard (void)
{
  GMenu *menu = g_menu_new ();

  append (menu, _ ("Cu_t"), "event.cut");
  append (menu, _ ("_Copy"), "event.copy");
  append (menu, _ ("_Paste Events"), "event.paste");
  append (menu, _ ("Select _All"), "event.select-all");
  return G_MENU_MODEL (menu);
}

static GMenuModel *
create_end (void)
{
  GMenu *menu = g_menu_new ();

  append (menu, _ ("_Delete"), "event.delete");
  return G_MENU_MODEL (menu);
}

GMenuModel *
aft_event_menu_new (void)
{
  GMenuModel *(*const sections[]) (
      void) = { create_edits, create_facts, create_clipboard, create_end };
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    {
      g_autoptr (GMenuModel) section = sections[i]();

      g_menu_append_section (menu, NULL, section);
    }
  return G_MENU_MODEL (menu);
}

void
aft_event_menu_popup (GtkWidget *widget, const GdkRectangle *place)
{
  g_autoptr (GMenuModel) menu = aft_event_menu_new ();
  GtkWidget *popover = gtk_popover_menu_new_from_model_full (menu, GTK_POPOVER_MENU_NESTED);

  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_widget_set_halign (popover, GTK_ALIGN_START);
  aft_passing_popover_popup (GTK_POPOVER (popover), widget, place);
}
