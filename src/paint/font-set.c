/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paint/font-set.h"

#include <fontconfig/fontconfig.h>
#include <pango/pangofc-fontmap.h>

#include "typeset/style.h"

/* ---- the configuration ---- */

/* "Noto Serif", not "serif": generic names stand for others. */
static gboolean
is_family (const char *name)
{
  return g_ascii_isupper (name[0]);
}

static char *
accept_families (void)
{
  const char *const *lists = aft_style_family_lists ();
  GString           *rules = g_string_new (
      "<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"urn:fontconfig:fonts.dtd\">"
                "<fontconfig><selectfont><rejectfont><pattern></pattern></rejectfont><acceptfont>");

  for (guint i = 0; lists[i] != NULL; i++)
    {
      g_auto (GStrv) names = g_strsplit (lists[i], ",", -1);

      for (guint n = 0; names[n] != NULL; n++)
        if (is_family (names[n]))
          g_string_append_printf (rules,
                                  "<pattern><patelt name=\"family\"><string>%s</string></patelt>"
                                  "</pattern>",
                                  names[n]);
    }
  g_string_append (rules, "</acceptfont></selectfont></fontconfig>");
  return g_string_free (rules, FALSE);
}

static FcConfig *
load_config (void)
{
  g_autofree char *rules = accept_families ();
  FcConfig        *config = FcInitLoadConfig ();

  if (config != NULL &&
      FcConfigParseAndLoadFromMemory (config, (const FcChar8 *) rules, FcTrue) == FcTrue &&
      FcConfigBuildFonts (config) == FcTrue)
    return config;
  if (config != NULL)
    FcConfigDestroy (config);
  return NULL;
}

static gboolean
has_family (FcConfig *config, const char *name)
{
  const FcFontSet *fonts = FcConfigGetFonts (config, FcSetSystem);

  for (int i = 0; fonts != NULL && i < fonts->nfont; i++)
    {
      FcChar8 *family;

      for (int n = 0; FcPatternGetString (fonts->fonts[i], FC_FAMILY, n, &family) == FcResultMatch;
           n++)
        if (g_ascii_strcasecmp ((const char *) family, name) == 0)
          return TRUE;
    }
  return FALSE;
}

/* Without the first of the names everything would be set in another face; which one is a matter of
 * all fonts. Code has no face of its own design. */
static gboolean
has_any (FcConfig *config, const char *list, guint n_names)
{
  g_auto (GStrv) names = g_strsplit (list, ",", -1);

  for (guint n = 0; names[n] != NULL && n < n_names; n++)
    if (is_family (names[n]) && has_family (config, names[n]))
      return TRUE;
  return FALSE;
}

static gboolean
has_all (FcConfig *config)
{
  const char *const *lists = aft_style_family_lists ();

  for (guint i = 0; lists[i] != NULL; i++)
    if (!has_any (config, lists[i], lists[i] == aft_style_mono_family () ? G_MAXUINT : 1))
      return FALSE;
  return TRUE;
}

/* Made the one of the process, so that nothing loads another beside it. */
static PangoFontMap *
new_map (void)
{
  FcConfig     *config = load_config ();
  PangoFontMap *map = NULL;

  if (config != NULL && has_all (config) && FcConfigSetCurrent (config) == FcTrue)
    map = pango_cairo_font_map_new_for_font_type (CAIRO_FONT_TYPE_FT);
  if (map != NULL)
    pango_fc_font_map_set_config (PANGO_FC_FONT_MAP (map), config);
  if (config != NULL)
    FcConfigDestroy (config);
  return map;
}

PangoFontMap *
aft_font_set_get_map (void)
{
  static gsize         is_made;
  static PangoFontMap *map;

  if (g_once_init_enter (&is_made))
    {
      map = new_map ();
      g_once_init_leave (&is_made, 1);
    }
  return map;
}

PangoFontMap *
aft_font_set_get_full_map (void)
{
  FcConfigSetCurrent (NULL);
  return pango_cairo_font_map_get_default ();
}

/* ---- what is missing ---- */

static gboolean
is_box_missing (const AftBox *box)
{
  return box->type == AFT_BOX_TEXT && aft_lines_is_missing (box->lines);
}

gboolean
aft_font_set_is_missing (const AftPages *pages)
{
  for (guint i = 0; i < pages->pages->len; i++)
    {
      GArray *page = g_ptr_array_index (pages->pages, i);

      for (guint j = 0; j < page->len; j++)
        if (is_box_missing (&g_array_index (page, AftBox, j)))
          return TRUE;
    }
  return FALSE;
}
