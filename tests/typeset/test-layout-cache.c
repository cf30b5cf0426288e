/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "typeset/layout-cache.h"

#include <pango/pangocairo.h>
#include <string.h>

#include "paint/page-painter.h"
#include "support/fixtures.h"
#include "typeset/pages-fixture.h"

static PangoLayout *
new_layout (PangoContext *context, const char *text)
{
  PangoLayout *layout = pango_layout_new (context);

  pango_layout_set_text (layout, text, -1);
  return layout;
}

static void
test_take (void)
{
  g_autoptr (AftLayoutCache) cache = aft_layout_cache_new ();
  PangoContext *context = fixture_context ();
  g_autoptr (PangoLayout) layout = new_layout (context, "Queue");
  PangoLayout *again;

  aft_layout_cache_begin (cache);
  g_assert_null (aft_layout_cache_take (cache, 1, "Queue", -1, NULL));
  aft_layout_cache_add (cache, 1, layout);
  /* whose it is in this setting */
  g_assert_null (aft_layout_cache_take (cache, 1, "Queue", -1, NULL));
  aft_layout_cache_end (cache);

  aft_layout_cache_begin (cache);
  g_assert_null (aft_layout_cache_take (cache, 2, "Queue", -1, NULL));
  g_assert_null (aft_layout_cache_take (cache, 1, "Queues", -1, NULL));
  again = aft_layout_cache_take (cache, 1, "Queues", 5, NULL);
  g_assert_true (again == layout);
  g_object_unref (again);
  g_assert_null (aft_layout_cache_take (cache, 1, "Queue", -1, NULL));
  aft_layout_cache_end (cache);
  g_assert_cmpuint (aft_layout_cache_get_size (cache), ==, 1);
  g_object_unref (context);
}

static void
test_attributes (void)
{
  g_autoptr (AftLayoutCache) cache = aft_layout_cache_new ();
  PangoContext  *context = fixture_context ();
  PangoAttrList *bold = pango_attr_list_new ();
  PangoAttrList *same = pango_attr_list_new ();
  g_autoptr (PangoLayout) layout = new_layout (context, "Queue");
  g_autoptr (PangoLayout) again = NULL;

  pango_attr_list_insert (bold, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_attr_list_insert (same, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (layout, bold);
  aft_layout_cache_begin (cache);
  aft_layout_cache_add (cache, 1, layout);
  aft_layout_cache_begin (cache);
  g_assert_null (aft_layout_cache_take (cache, 1, "Queue", -1, NULL));
  again = aft_layout_cache_take (cache, 1, "Queue", -1, same);
  g_assert_true (again == layout);
  pango_attr_list_unref (bold);
  pango_attr_list_unref (same);
  g_object_unref (context);
}

/* What nobody wanted is forgotten, and the others stay in their order. */
static void
test_forget (void)
{
  g_autoptr (AftLayoutCache) cache = aft_layout_cache_new ();
  PangoContext *context = fixture_context ();

  aft_layout_cache_begin (cache);
  for (guint i = 0; i < 10; i++)
    {
      g_autoptr (PangoLayout) layout = new_layout (context, i % 2 == 0 ? "Even" : "Odd");

      aft_layout_cache_add (cache, 1, layout);
    }
  aft_layout_cache_end (cache);
  g_assert_cmpuint (aft_layout_cache_get_size (cache), ==, 10);
  aft_layout_cache_begin (cache);
  for (guint i = 0; i < 3; i++)
    g_object_unref (aft_layout_cache_take (cache, 1, "Even", -1, NULL));
  aft_layout_cache_end (cache);
  g_assert_cmpuint (aft_layout_cache_get_size (cache), ==, 3);
  g_object_unref (context);
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
  g_autoptr (AftLayoutCache) cache = aft_layout_cache_new ();
  PangoContext *context = fixture_context ();

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
  g_test_add_func ("/typeset/layout-cache/nobody shares a layout", test_take);
  g_test_add_func ("/typeset/layout-cache/what looks different is different", test_attributes);
  g_test_add_func ("/typeset/layout-cache/what is not used is forgotten", test_forget);
  g_test_add_func ("/typeset/layout-cache/the pages are the same", test_same_pages);
  return g_test_run ();
}
