/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "typeset/lines.h"

#include <pango/pangocairo.h>

#define WIDTH 120

static PangoLayout *
new_layout (const char *text, PangoAlignment align)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  PangoLayout  *layout;

  pango_context_set_round_glyph_positions (context, FALSE);
  layout = pango_layout_new (context);
  pango_layout_set_width (layout, WIDTH * PANGO_SCALE);
  pango_layout_set_alignment (layout, align);
  pango_layout_set_text (layout, text, -1);
  g_object_unref (context);
  return layout;
}

static const char *const texts[] = {
  "",
  "One line",
  "More words than a single line of this width could hold, and a few\nfurther lines",
  "ارتفع معدل الخطأ في خدمة الدفع بعد النشر وعاد",
  "combining e\xCC\x81 and क्षि, エラー率 🚒",
};

static void
assert_glyphs (const PangoGlyphString *a, const PangoGlyphString *b)
{
  g_assert_cmpint (a->num_glyphs, ==, b->num_glyphs);
  for (int i = 0; i < a->num_glyphs; i++)
    {
      const PangoGlyphGeometry *x = &a->glyphs[i].geometry, *y = &b->glyphs[i].geometry;

      g_assert_cmpuint (a->glyphs[i].glyph, ==, b->glyphs[i].glyph);
      g_assert_cmpint (x->width, ==, y->width);
      g_assert_cmpint (x->x_offset, ==, y->x_offset);
      g_assert_cmpint (x->y_offset, ==, y->y_offset);
      g_assert_cmpint (a->log_clusters[i], ==, b->log_clusters[i]);
    }
}

static void
assert_line (const AftLines *lines, int i, PangoLayoutLine *line, PangoGlyphString *glyphs)
{
  guint         n_runs, n = 0;
  const AftRun *runs = aft_lines_get_runs (lines, i, &n_runs);

  g_assert_cmpint (aft_lines_is_continued (lines, i), ==, !line->is_paragraph_start);
  g_assert_cmpint (aft_lines_is_rtl (lines, i), ==, line->resolved_dir == PANGO_DIRECTION_RTL);
  for (GSList *l = line->runs; l != NULL; l = l->next, n++)
    {
      const PangoGlyphItem *item = l->data;

      g_assert_cmpuint (n, <, n_runs);
      g_assert_true (runs[n].font == item->item->analysis.font);
      g_assert_cmpint (runs[n].offset, ==, item->item->offset);
      g_assert_cmpint (runs[n].length, ==, item->item->length);
      g_assert_cmpint (runs[n].n_chars, ==, item->item->num_chars);
      g_assert_cmpint (runs[n].level, ==, item->item->analysis.level);
      aft_lines_get_glyphs (lines, &runs[n], glyphs);
      assert_glyphs (glyphs, item->glyphs);
    }
  g_assert_cmpuint (n, ==, n_runs);
}

static void
test_same (void)
{
  PangoGlyphString *glyphs = pango_glyph_string_new ();

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (PangoLayout) layout = new_layout (texts[i], PANGO_ALIGN_LEFT);
      g_autoptr (AftLines) lines = aft_lines_new (layout);

      g_assert_cmpstr (aft_lines_get_text (lines), ==, texts[i]);
      g_assert_cmpint (aft_lines_get_length (lines), ==, pango_layout_get_line_count (layout));
      for (int n = 0; n < aft_lines_get_length (lines); n++)
        assert_line (lines, n, pango_layout_get_line_readonly (layout, n), glyphs);
    }
  pango_glyph_string_free (glyphs);
}

static double
first_x (PangoLayout *layout)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  PangoRectangle   logical;

  pango_layout_iter_get_line_extents (iter, NULL, &logical);
  pango_layout_iter_free (iter);
  return logical.x / (double) PANGO_SCALE;
}

static void
test_starts (void)
{
  static const PangoAlignment aligns[] = { PANGO_ALIGN_LEFT,
                                           PANGO_ALIGN_CENTER,
                                           PANGO_ALIGN_RIGHT };

  for (guint i = 1; i < G_N_ELEMENTS (texts); i++)
    for (guint n = 0; n < G_N_ELEMENTS (aligns); n++)
      {
        g_autoptr (PangoLayout) layout = new_layout (texts[i], aligns[n]);
        g_autoptr (AftLines) lines = aft_lines_new (layout);

        g_assert_cmpfloat_with_epsilon (aft_lines_get_start (lines, 0), first_x (layout), 0.01);
      }
}

static void
test_attributes (void)
{
  g_autoptr (PangoLayout) layout = new_layout ("plain red", PANGO_ALIGN_LEFT);
  PangoAttrList  *attrs = pango_attr_list_new ();
  PangoAttribute *red = pango_attr_foreground_new (0xFFFF, 0, 0);
  PangoAttribute *struck = pango_attr_strikethrough_new (TRUE);
  g_autoptr (AftLines) lines = NULL;
  const AftRun *runs;
  guint         n_runs;

  red->start_index = struck->start_index = 6;
  pango_attr_list_insert (attrs, red);
  pango_attr_list_insert (attrs, struck);
  pango_layout_set_attributes (layout, attrs);
  lines = aft_lines_new (layout);
  runs = aft_lines_get_runs (lines, 0, &n_runs);
  g_assert_cmpuint (n_runs, ==, 2);
  g_assert_false (runs[0].is_coloured || runs[0].is_struck);
  g_assert_true (runs[1].is_coloured && runs[1].is_struck);
  g_assert_cmpuint (runs[1].color.red, ==, 0xFFFF);
  pango_attr_list_unref (attrs);
}

static void
test_set (void)
{
  AftLines *lines = aft_lines_take (new_layout ("", PANGO_ALIGN_LEFT));
  g_autoptr (AftLines) shared = aft_lines_ref (lines);
  g_autoptr (PangoLayout) layout = new_layout ("12", PANGO_ALIGN_LEFT);

  aft_lines_set (lines, layout);
  aft_lines_unref (lines);
  g_assert_cmpstr (aft_lines_get_text (shared), ==, "12");
  g_assert_cmpfloat (aft_lines_get_width (shared), >, 2);
}

static void
test_missing (void)
{
  g_autoptr (AftLines) plain = aft_lines_take (new_layout ("plain", PANGO_ALIGN_LEFT));
  g_autoptr (AftLines) none = aft_lines_take (new_layout ("\U000F1234", PANGO_ALIGN_LEFT));

  g_assert_false (aft_lines_is_missing (plain));
  g_assert_true (aft_lines_is_missing (none));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/typeset/lines/are what the layout made", test_same);
  g_test_add_func ("/typeset/lines/begin where the layout has them", test_starts);
  g_test_add_func ("/typeset/lines/keep colour and strike", test_attributes);
  g_test_add_func ("/typeset/lines/another text is seen by all that share it", test_set);
  g_test_add_func ("/typeset/lines/what no font has is known", test_missing);
  return g_test_run ();
}
