/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "typeset/loose-lines.h"

#include <glib/gstdio.h>
#include <pango/pangocairo.h>
#include <string.h>

#include "typeset/inline.h"
#include "typeset/pages-fixture.h"
#include "typeset/style.h"

#define WIDTH 110.0

static AftInline
new_content (const char *text)
{
  AftInline content;

  aft_inline_init (&content);
  aft_inline_add (&content, text);
  return content;
}

static AftLines *
set_lines (const AftInline *content)
{
  PangoContext *context = fixture_context ();
  g_autoptr (AftStyle) style = aft_style_new (context, &(AftTypesetOptions){ 0 });

  g_object_unref (context);
  return aft_style_set (
      style, AFT_FACE_BODY, content->text->str, content->text->len, content->attrs, WIDTH);
}

static gboolean
divide (AftInline *content, const char *language)
{
  g_autoptr (AftLines) lines = set_lines (content);

  return aft_loose_lines_divide (lines, WIDTH, language, content);
}

static char *
first_line (const AftInline *content)
{
  g_autoptr (AftLines) lines = set_lines (content);

  return g_strndup (content->text->str, aft_lines_get_offset (lines, 1));
}

static void
test_division (void)
{
  g_auto (AftInline) content = new_content ("with the next representation of it all");
  g_autofree char *before = first_line (&content);
  g_autofree char *after = NULL;

  g_assert_cmpstr (before, ==, "with the next ");
  g_assert_true (divide (&content, "xa"));
  after = first_line (&content);
  g_assert_cmpstr (after, ==, "with the next repre\u00AD");
  g_assert_false (divide (&content, "xa"));
}

/* Nothing is loose, or nothing may be divided. */
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
      g_auto (AftInline) content = new_content (cases[i].text);

      g_assert_false (divide (&content, cases[i].language));
      g_assert_cmpstr (content.text->str, ==, cases[i].text);
    }
}

/* Whoever keeps the lines keeps the attributes too. */
static void
test_attributes (void)
{
  g_auto (AftInline) content = new_content ("with the ");
  g_autoptr (PangoAttrList) before = NULL;
  g_autoptr (PangoAttrList) copy = NULL;

  aft_inline_add_bold (&content, "next");
  aft_inline_add (&content, " representation of it all");
  before = pango_attr_list_ref (content.attrs);
  copy = pango_attr_list_copy (before);
  g_assert_true (divide (&content, "xa"));
  g_assert_true (content.attrs != before);
  g_assert_true (pango_attr_list_equal (before, copy));
}

static void
test_code (void)
{
  g_auto (AftInline) content = new_content ("with the next representation of it all");
  PangoAttribute *family = pango_attr_family_new ("Noto Sans Mono");

  family->start_index = 14;
  family->end_index = 28;
  content.attrs = pango_attr_list_new ();
  pango_attr_list_insert (content.attrs, family);
  g_assert_false (divide (&content, "xa"));
  g_assert_null (strstr (content.text->str, "\u00AD"));
}

static void
test_links (void)
{
  g_auto (AftInline) content = new_content ("with the next representation of it all");
  AftPageLink inside = { 14, 28, g_strdup ("https://example.com") };
  AftPageLink behind = { 32, 34, g_strdup ("#E1") };
  const char *text;

  content.links = aft_page_links_new ();
  g_array_append_val (content.links, inside);
  g_array_append_val (content.links, behind);
  g_assert_true (divide (&content, "xa"));
  text = content.text->str;
  inside = g_array_index (content.links, AftPageLink, 0);
  behind = g_array_index (content.links, AftPageLink, 1);
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
  g_test_add_func ("/typeset/loose-lines/attributes of before stay", test_attributes);
  g_test_add_func ("/typeset/loose-lines/code is left whole", test_code);
  g_test_add_func ("/typeset/loose-lines/links stay on their words", test_links);
  status = g_test_run ();
  g_remove (path);
  g_rmdir (folder);
  g_rmdir (data);
  return status;
}
