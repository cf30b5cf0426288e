/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paint/font-set.h"

#include <string.h>

#include "paint/page-painter.h"
#include "paint/pdf.h"
#include "support/fixtures.h"

static const AftTypesetOptions report = { AFT_PAPER_A4, AFT_LAYOUT_REPORT };

static AftRecord *
new_document (const char *text)
{
  AftRecord *root = aft_record_new (&aft_doc_schema);
  g_auto (AftValue) value = AFT_VALUE_INIT;

  aft_value_set_text (&value, text);
  aft_record_init_value (root, AFT_DOC_TRIGGER, &value);
  return root;
}

static GBytes *
write_with_all_fonts (AftRecord *root)
{
  PangoContext *context = aft_paint_context_for (aft_font_set_get_full_map ());
  g_autoptr (AftPages) pages = aft_typeset (root, &report, context);
  GBytes *bytes = aft_pdf_write (pages, NULL);

  g_object_unref (context);
  return bytes;
}

/* Latin text, signs that the pages add themselves, and scripts that need other fonts. */
static void
test_same (void)
{
  static const char *const texts[] = {
    "Plain words, Größe and naïve, 3-5 ms",
    "- [ ] open\n- [x] done\n\n```\ncode\n```\n\n*slanted* and **bold** → here",
    "ارتفع معدل الخطأ",
    "エラー率が急増した 🚒",
    "Ωμέγα и Кириллица",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (AftRecord) root = new_document (texts[i]);
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) exported = aft_pdf_export (root, &report, &error);
      g_autoptr (GBytes) expected = write_with_all_fonts (root);

      g_test_message ("%s", texts[i]);
      g_assert_no_error (error);
      g_assert_true (g_bytes_equal (exported, expected));
    }
}

static gboolean
is_missing (const char *text, PangoFontMap *font_map)
{
  g_autoptr (AftRecord) root = new_document (text);
  PangoContext *context = aft_paint_context_for (font_map);
  g_autoptr (AftPages) pages = aft_typeset (root, &report, context);

  g_object_unref (context);
  return aft_font_set_is_missing (pages);
}

static void
test_missing (void)
{
  PangoFontMap *font_map = aft_font_set_get_map ();

  if (font_map == NULL)
    {
      g_test_skip ("not all fonts of the pages are installed");
      return;
    }
  g_assert_false (is_missing ("Plain words", font_map));
  g_assert_true (is_missing ("no font has \U000F1234", font_map));
  g_assert_true (is_missing ("no font has \U000F1234", aft_font_set_get_full_map ()));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paint/font-set/an export is what all fonts make of it", test_same);
  g_test_add_func ("/paint/font-set/what no font has is found", test_missing);
  return g_test_run ();
}
