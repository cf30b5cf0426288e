/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/settings.h"

#include <gtk/gtk.h>

#include "base/zone.h"

enum
{
  PAPER_AUTOMATIC,
  PAPER_A4,
  PAPER_LETTER,
};

GSettings *
aft_settings_get (void)
{
  static GSettings *settings = NULL;
  static gsize      once = 0;

  if (g_once_init_enter (&once))
    {
      GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
      g_autoptr (GSettingsSchema) schema = NULL;

      if (source != NULL)
        schema = g_settings_schema_source_lookup (source, APPLICATION_ID, TRUE);
      if (schema != NULL)
        settings = g_settings_new_full (schema, NULL, NULL);
      g_once_init_leave (&once, 1);
    }
  return settings;
}

void
aft_settings_bind (const char *key, gpointer object, const char *property, GSettingsBindFlags flags)
{
  if (aft_settings_get () != NULL)
    g_settings_bind (aft_settings_get (), key, object, property, flags);
}

char *
aft_settings_dup_string (const char *key)
{
  if (aft_settings_get () == NULL)
    return g_strdup ("");
  return g_settings_get_string (aft_settings_get (), key);
}

void
aft_settings_set_string (const char *key, const char *value)
{
  if (aft_settings_get () != NULL)
    g_settings_set_string (aft_settings_get (), key, value);
}

gboolean
aft_settings_get_boolean (const char *key, gboolean fallback)
{
  return aft_settings_get () != NULL ? g_settings_get_boolean (aft_settings_get (), key) : fallback;
}

void
aft_settings_set_boolean (const char *key, gboolean value)
{
  if (aft_settings_get () != NULL)
    g_settings_set_boolean (aft_settings_get (), key, value);
}

int
aft_settings_get_int (const char *key, int fallback)
{
  return aft_settings_get () != NULL ? g_settings_get_int (aft_settings_get (), key) : fallback;
}

void
aft_settings_set_int (const char *key, int value)
{
  if (aft_settings_get () != NULL)
    g_settings_set_int (aft_settings_get (), key, value);
}

int
aft_settings_get_enum (const char *key)
{
  return aft_settings_get () != NULL ? g_settings_get_enum (aft_settings_get (), key) : 0;
}

void
aft_settings_set_enum (const char *key, int value)
{
  if (aft_settings_get () != NULL)
    g_settings_set_enum (aft_settings_get (), key, value);
}

AftPaper
aft_settings_get_paper (void)
{
  switch (aft_settings_get_enum ("paper"))
    {
    case PAPER_A4:
      return AFT_PAPER_A4;
    case PAPER_LETTER:
      return AFT_PAPER_LETTER;
    default:
      return g_str_equal (gtk_paper_size_get_default (), GTK_PAPER_NAME_LETTER) ? AFT_PAPER_LETTER
                                                                                : AFT_PAPER_A4;
    }
}

void
aft_settings_set_paper (AftPaper paper)
{
  aft_settings_set_enum ("paper", paper == AFT_PAPER_LETTER ? PAPER_LETTER : PAPER_A4);
}

char *
aft_settings_dup_time_zone (void)
{
  g_autofree char *name = aft_settings_dup_string ("time-zone");

  if (*name != '\0' && aft_zone_get (name, NULL) != NULL)
    return g_steal_pointer (&name);
  return g_strdup (aft_zone_local_name ());
}
