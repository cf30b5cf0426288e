/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "typeset/inline.h"

static void
assert_prose (const char *markdown, const char *expected)
{
  g_auto (AftInline) content = { NULL };

  aft_inline_init (&content);
  aft_inline_add_prose (&content, markdown);
  g_assert_cmpstr (content.text->str, ==, expected);
}

static void
test_prose (void)
{
  static const struct
  {
    const char *markdown, *expected;
  } cases[] = {
    { "", "" },
    { "Plain words", "Plain words" },
    { "Plain words, two  spaces", "Plain words, two  spaces" },
    { "Some *emphasis* and `code`", "Some emphasis and code" },
    { "First\n\nSecond", "First \nSecond" },
    { "- one\n- two", "•\u2002one \n•\u2002two" },
    { "3. three\n4. four", "3.\u2002three \n4.\u2002four" },
    { "- [ ] open\n- [x] done", "☐\u2002open \n☑\u2002done" },
    { "> quoted", "quoted" },
    { "```\ncode\n```", "code" },
    { "one\ntwo", "one two" },
    { "one ||two *three*|| four", "one \u2016two three\u2016 four" },
    { "one\\\ntwo", "one \ntwo" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].markdown);
      assert_prose (cases[i].markdown, cases[i].expected);
    }
}

static PangoAttribute *
find_attribute (AftInline *content, PangoAttrType type)
{
  GSList *all = content->attrs != NULL ? pango_attr_list_get_attributes (content->attrs) : NULL;
  PangoAttribute *found = NULL;

  for (GSList *l = all; l != NULL; l = l->next)
    {
      PangoAttribute *attribute = l->data;

      if (attribute->klass->type == type)
        found = pango_attribute_copy (attribute);
    }
  g_slist_free_full (all, (GDestroyNotify) pango_attribute_destroy);
  return found;
}

static void
test_attributes (void)
{
  static const struct
  {
    const char   *markdown;
    PangoAttrType type;
    guint         start, end;
  } cases[] = {
    { "a **bold** word", PANGO_ATTR_WEIGHT, 2, 6 },
    { "a *slanted* word", PANGO_ATTR_STYLE, 2, 9 },
    { "a `code` word", PANGO_ATTR_FAMILY, 2, 6 },
    { "a ~~struck~~ word", PANGO_ATTR_STRIKETHROUGH, 2, 8 },
    { "ü [link](https://example.com) word", PANGO_ATTR_FOREGROUND, 3, 7 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (AftInline) content = { NULL };
      PangoAttribute *found;

      g_test_message ("%s", cases[i].markdown);
      aft_inline_init (&content);
      aft_inline_add_prose (&content, cases[i].markdown);
      found = find_attribute (&content, cases[i].type);
      g_assert_nonnull (found);
      g_assert_cmpuint (found->start_index, ==, cases[i].start);
      g_assert_cmpuint (found->end_index, ==, cases[i].end);
      pango_attribute_destroy (found);
    }
}

static void
test_links (void)
{
  static const struct
  {
    const char *address;
    gboolean    is_live;
  } cases[] = {
    { "https://example.com", TRUE },  { "http://example.com", TRUE },
    { "mailto:a@example.com", TRUE }, { "javascript:alert(1)", FALSE },
    { "file:///etc/passwd", FALSE },  { "data:text/html,x", FALSE },
    { "//example.com", FALSE },       { "", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (AftInline) content = { NULL };

      g_test_message ("%s", cases[i].address);
      aft_inline_init (&content);
      aft_inline_add (&content, "before ");
      aft_inline_add_link (&content, "text", cases[i].address);
      g_assert_cmpstr (content.text->str, ==, "before text");
      g_assert_true ((content.links != NULL) == cases[i].is_live);
      if (content.links != NULL)
        {
          const AftPageLink *link = &g_array_index (content.links, AftPageLink, 0);

          g_assert_cmpuint (link->start, ==, 7);
          g_assert_cmpuint (link->end, ==, 11);
          g_assert_cmpstr (link->target, ==, cases[i].address);
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/typeset/inline/prose becomes lines of one text", test_prose);
  g_test_add_func ("/typeset/inline/marks cover their words", test_attributes);
  g_test_add_func ("/typeset/inline/only safe addresses are live", test_links);
  return g_test_run ();
}
