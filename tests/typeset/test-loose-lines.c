/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "typeset/loose-lines.h"

#include <glib/gstdio.h>
#include <pango/pangocairo.h>
#include <string.h>

#include "typeset/inline.h"

#define WIDTH 110

static PangoLayout *
new_layout (const char *text, PangoAttrList *attrs)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  PangoLayout  *layout;
  g_autoptr (PangoAttrList) common = pango_attr_list_new ();
  PangoFontDescription *face = pango_font_description_from_string ("Noto Serif 10");

  pango_cairo_context_set_resolution (context, 72);
  pango_context_set_round_glyph_positions (context, FALSE);
  layout = pango_layout_new (context);
  pango_layout_set_font_description (layout, face);
  pango_attr_list_insert (common, pango_attr_insert_hyphens_new (FALSE));
  pango_layout_set_attributes (layout, attrs != NULL ? attrs : common);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, WIDTH * PANGO_SCALE);
  pango_layout_set_text (layout, text, -1);
  pango_font_description_free (face);
  g_object_unref (context);
  return layout;
}

static char *
first_line (PangoLayout *layout)
{
  PangoLayoutLine *line = pango_layout_get_line_readonly (layout, 0);

  return g_strndup (pango_layout_get_text (layout), (gsize) line->length);
}

static void
test_division (void)
{
  g_autoptr (PangoLayout) layout = new_layout ("with the next representation of it all", NULL);
  g_autofree char *before = first_line (layout);
  g_autofree char *after = NULL;

  g_assert_cmpstr (before, ==, "with the next ");
  aft_loose_lines_divide (layout, "xa", NULL);
  after = first_line (layout);
  g_assert_cmpstr (after, ==, "with the next repre\u00AD");
}

/* The same layout stays: nothing is loose, or nothing may be divided. */
static void
test_untouched (void)
{
  static const struct
  {
    const char *text, *language;
  } cases[] = {
    { "with the next representation of it all", NULL },
    { "with the next representation of it all", "xz" },
    { "with the next repre-sentation of it all", "xa" },
    { "with the next https://representation/station", "xa" },
    { "with the next\nrepresentation", "xa" },
    { "representation", "xa" },
    { "", "xa" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PangoLayout) layout = new_layout (cases[i].text, NULL);

      aft_loose_lines_divide (layout, cases[i].language, NULL);
      g_assert_cmpstr (pango_layout_get_text (layout), ==, cases[i].text);
    }
}

static void
test_code (void)
{
  g_autoptr (PangoAttrList) attrs = pango_attr_list_new ();
  PangoAttribute *family = pango_attr_family_new ("Noto Sans Mono");
  g_autoptr (PangoLayout) layout = NULL;

  family->start_index = 14;
  family->end_index = 28;
  pango_attr_list_insert (attrs, family);
  layout = new_layout ("with the next representation of it all", attrs);
  aft_loose_lines_divide (layout, "xa", NULL);
  g_assert_null (strstr (pango_layout_get_text (layout), "\u00AD"));
}

static void
test_links (void)
{
  g_autoptr (PangoLayout) layout = new_layout ("with the next representation of it all", NULL);
  g_autoptr (GArray) links = aft_page_links_new ();
  AftPageLink inside = { 14, 28, g_strdup ("https://example.com") };
  AftPageLink behind = { 32, 34, g_strdup ("#E1") };
  const char *text;

  g_array_append_val (links, inside);
  g_array_append_val (links, behind);
  aft_loose_lines_divide (layout, "xa", links);
  text = pango_layout_get_text (layout);
  inside = g_array_index (links, AftPageLink, 0);
  behind = g_array_index (links, AftPageLink, 1);
  g_assert_true (g_str_has_prefix (text + inside.start, "repre"));
  g_assert_true (g_str_has_prefix (text + inside.end, " of"));
  g_assert_true (g_str_has_prefix (text + behind.start, "it"));
}

int
main (int argc, char *argv[])
{
  g_autofree char *data = g_dir_make_tmp ("afterword-XXXXXX", NULL);
  g_autofree char *folder = g_build_filename (data, "hyphen", NULL);
  g_autofree char *path = g_build_filename (folder, "hyph_xa.dic", NULL);
  g_autofree char *folders = g_strconcat (data, ":/usr/local/share:/usr/share", NULL);
  int              status;

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, "UTF-8\nre1sen\nsen1ta\n1tion\n", -1, NULL));
  g_setenv ("XDG_DATA_DIRS", folders, TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/typeset/loose-lines/a word that leaves a line short is divided",
                   test_division);
  g_test_add_func ("/typeset/loose-lines/what is no word is left whole", test_untouched);
  g_test_add_func ("/typeset/loose-lines/code is left whole", test_code);
  g_test_add_func ("/typeset/loose-lines/links stay on their words", test_links);
  status = g_test_run ();
  g_remove (path);
  g_rmdir (folder);
  g_rmdir (data);
  return status;
}
