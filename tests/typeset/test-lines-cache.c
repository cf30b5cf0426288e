/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "typeset/lines-cache.h"

#include <pango/pangocairo.h>
#include <string.h>

#include "paint/page-painter.h"
#include "support/fixtures.h"
#include "typeset/pages-fixture.h"

static AftLinesCache *
new_cache (void)
{
  PangoContext  *context = fixture_context ();
  AftLinesCache *cache = aft_lines_cache_new (context);

  g_object_unref (context);
  return cache;
}

static AftLines *
new_lines (const char *text)
{
  PangoContext *context = fixture_context ();
  PangoLayout  *layout = pango_layout_new (context);

  g_object_unref (context);
  pango_layout_set_text (layout, text, -1);
  return aft_lines_take (layout);
}

static AftLinesKey
key_of (const char *text, PangoAttrList *attrs)
{
  return (AftLinesKey){ 1, 100, text, strlen (text), attrs };
}

/* Whether it gives these lines. */
static gboolean
gives (AftLinesCache *cache, const AftLinesKey *key, const AftLines *lines)
{
  g_autoptr (AftLines) found = aft_lines_cache_get (cache, key);

  return found == lines;
}

static void
test_get (void)
{
  g_autoptr (AftLinesCache) cache = new_cache ();
  g_autoptr (AftLines) lines = new_lines ("Queue");
  AftLinesKey key = key_of ("Queue", NULL), other = key;

  aft_lines_cache_begin (cache);
  g_assert_true (gives (cache, &key, NULL));
  aft_lines_cache_add (cache, &key, lines);
  g_assert_true (gives (cache, &key, lines));
  other.kind = 2;
  g_assert_true (gives (cache, &other, NULL));
  other = key;
  other.width = 99;
  g_assert_true (gives (cache, &other, NULL));
  other = key_of ("Queues", NULL);
  g_assert_true (gives (cache, &other, NULL));
  other.length = 5;
  g_assert_true (gives (cache, &other, lines));
  aft_lines_cache_end (cache);
  g_assert_cmpuint (aft_lines_cache_get_size (cache), ==, 1);
}

static void
test_attributes (void)
{
  g_autoptr (AftLinesCache) cache = new_cache ();
  g_autoptr (AftLines) lines = new_lines ("Queue");
  g_autoptr (PangoAttrList) bold = pango_attr_list_new ();
  g_autoptr (PangoAttrList) same = pango_attr_list_new ();
  AftLinesKey plain = key_of ("Queue", NULL), key = key_of ("Queue", bold),
              again = key_of ("Queue", same);

  pango_attr_list_insert (bold, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_attr_list_insert (same, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  aft_lines_cache_begin (cache);
  aft_lines_cache_add (cache, &key, lines);
  g_assert_true (gives (cache, &plain, NULL));
  g_assert_true (gives (cache, &again, lines));
}

/* What nobody wanted is forgotten. */
static void
test_forget (void)
{
  g_autoptr (AftLinesCache) cache = new_cache ();
  static const char *const texts[] = { "One", "Two", "Three" };

  aft_lines_cache_begin (cache);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (AftLines) lines = new_lines (texts[i]);
      AftLinesKey key = key_of (texts[i], NULL);

      aft_lines_cache_add (cache, &key, lines);
    }
  aft_lines_cache_end (cache);
  g_assert_cmpuint (aft_lines_cache_get_size (cache), ==, 3);
  aft_lines_cache_begin (cache);
  for (guint i = 0; i < 2; i++)
    {
      AftLinesKey key = key_of (texts[i], NULL);

      aft_lines_unref (aft_lines_cache_get (cache, &key));
    }
  aft_lines_cache_end (cache);
  g_assert_cmpuint (aft_lines_cache_get_size (cache), ==, 2);
}

/* ---- pages ---- */

static void
assert_same_box (const AftBox *a, const AftBox *b)
{
  g_assert_cmpint (a->type, ==, b->type);
  g_assert_cmpfloat (a->rect.x, ==, b->rect.x);
  g_assert_cmpfloat (a->rect.y, ==, b->rect.y);
  g_assert_cmpfloat (a->rect.width, ==, b->rect.width);
  g_assert_cmpfloat (a->rect.height, ==, b->rect.height);
  g_assert_cmpint (a->n_lines, ==, b->n_lines);
  g_assert_cmpint (a->first_line, ==, b->first_line);
  g_assert_cmpint (a->node, ==, b->node);
  if (a->lines == NULL)
    return;
  g_assert_cmpstr (aft_lines_get_text (a->lines), ==, aft_lines_get_text (b->lines));
  g_assert_cmpfloat (aft_lines_get_width (a->lines), ==, aft_lines_get_width (b->lines));
  g_assert_cmpint (aft_lines_get_length (a->lines), ==, aft_lines_get_length (b->lines));
  for (int i = 0; i < aft_lines_get_length (a->lines); i++)
    g_assert_cmpfloat (aft_lines_get_start (a->lines, i), ==, aft_lines_get_start (b->lines, i));
}

static void
assert_same_pages (const AftPages *some, const AftPages *others)
{
  g_assert_cmpuint (some->pages->len, ==, others->pages->len);
  for (guint i = 0; i < some->pages->len; i++)
    {
      GArray *a = g_ptr_array_index (some->pages, i), *b = g_ptr_array_index (others->pages, i);

      g_assert_cmpuint (a->len, ==, b->len);
      for (guint j = 0; j < a->len; j++)
        assert_same_box (&g_array_index (a, AftBox, j), &g_array_index (b, AftBox, j));
    }
}

/* Documents in a row, as if one were edited into the next: with what is kept each has the pages
 * that it has without. */
static void
test_same_pages (void)
{
  PangoContext *context = fixture_context ();
  g_autoptr (AftLinesCache) cache = aft_lines_cache_new (context);

  for (guint32 i = 0; i < 60; i++)
    {
      AftTypesetOptions fresh = { .paper = i / 20 % 2, .layout = i / 10 % 2 };
      AftTypesetOptions kept = fresh;
      g_autoptr (AftRecord) root = fixture_random_document (i / 3);
      g_auto (AftValue) value = AFT_VALUE_INIT;
      g_autoptr (AftPages) some = NULL;
      g_autoptr (AftPages) others = NULL;

      aft_value_set_text (&value,
                          i % 3 == 0   ? "One *trigger*"
                          : i % 3 == 1 ? "Two\n\n- x\n- x"
                                       : "");
      aft_record_init_value (root, AFT_DOC_TRIGGER, &value);
      kept.cache = cache;
      some = aft_typeset (root, &fresh, context);
      others = aft_typeset (root, &kept, context);
      assert_same_pages (some, others);
    }
  g_object_unref (context);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/typeset/lines-cache/gives what it was given", test_get);
  g_test_add_func ("/typeset/lines-cache/what looks different is different", test_attributes);
  g_test_add_func ("/typeset/lines-cache/what is not used is forgotten", test_forget);
  g_test_add_func ("/typeset/lines-cache/the pages are the same", test_same_pages);
  return g_test_run ();
}
