/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "typeset/pages-fixture.h"

#include "support/fixtures.h"

PangoContext *
fixture_context (void)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());

  pango_cairo_context_set_resolution (context, 72);
  pango_context_set_round_glyph_positions (context, FALSE);
  return context;
}

AftPages *
fixture_typeset (AftRecord *root, const AftTypesetOptions *options)
{
  PangoContext *context = fixture_context ();
  AftPages     *pages = aft_typeset (root, options, context);

  g_object_unref (context);
  return pages;
}

AftTag
fixture_tag_of (const AftPages *pages, const AftBox *box)
{
  return box->node < 0 ? AFT_TAG_ARTIFACT
                       : g_array_index (pages->structure, AftStructNode, box->node).tag;
}

gboolean
fixture_is_below (const AftPages *pages, const AftBox *box, AftTag tag)
{
  for (int node = box->node; node >= 0;
       node = g_array_index (pages->structure, AftStructNode, node).parent)
    if (g_array_index (pages->structure, AftStructNode, node).tag == tag)
      return TRUE;
  return FALSE;
}

const AftBox *
fixture_box (const AftPages *pages, guint page, guint i)
{
  return &g_array_index ((GArray *) g_ptr_array_index (pages->pages, page), AftBox, i);
}

guint
fixture_n_boxes (const AftPages *pages, guint page)
{
  return ((GArray *) g_ptr_array_index (pages->pages, page))->len;
}

guint
fixture_count_text (const AftPages *pages, guint page, const char *text)
{
  guint n = 0;

  for (guint i = 0; i < fixture_n_boxes (pages, page); i++)
    {
      const AftBox *box = fixture_box (pages, page, i);

      n += box->type == AFT_BOX_TEXT && g_str_equal (aft_lines_get_text (box->lines), text);
    }
  return n;
}

const AftBox *
fixture_find_text (const AftPages *pages, const char *prefix, guint *page)
{
  for (guint p = 0; p < pages->pages->len; p++)
    for (guint i = 0; i < fixture_n_boxes (pages, p); i++)
      {
        const AftBox *box = fixture_box (pages, p, i);

        if (box->type != AFT_BOX_TEXT ||
            !g_str_has_prefix (aft_lines_get_text (box->lines), prefix))
          continue;
        if (page != NULL)
          *page = p;
        return box;
      }
  return NULL;
}

void
fixture_set_text (AftRecord *record, guint field, const char *text)
{
  g_auto (AftValue) value = AFT_VALUE_INIT;

  aft_value_set_text (&value, text);
  aft_record_init_value (record, field, &value);
}

AftRecord *
fixture_titled (void)
{
  AftRecord *root = aft_record_new (&aft_doc_schema);

  fixture_set_text (root, AFT_DOC_TITLE, "A title");
  return root;
}

AftRecord *
fixture_with_text (guint field, const char *text)
{
  AftRecord *root = fixture_titled ();

  fixture_set_text (root, field, text);
  return root;
}

void
fixture_add_events (AftRecord *root, guint n, const char *text)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *at = g_strdup_printf ("2026-05-04T%02u:%02u:00Z", i / 60 % 24, i % 60);
      g_autoptr (AftRecord) event = fixture_event (at, text, AFT_CHOICE_NONE);

      aft_record_list_init_append (aft_record_get_list (root, AFT_DOC_EVENTS), event);
    }
}
