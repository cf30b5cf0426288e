/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "typeset/margins.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "base/text.h"
#include "model/schema.h"
#include "typeset/composer.h"

#define TITLE_CHARS 56
#define NOTE_RULE   28.0 /* between the lines to write on: hand-writing needs about a centimetre */
#define SAME_LINE   3.0  /* baselines nearer than this are one line */

static GArray *
get_page (AftPages *pages, guint i)
{
  return g_ptr_array_index (pages->pages, i);
}

/* One line of text with its baseline there; align over the width. Takes the layout. */
static void
add_line (AftStyle *style, GArray *page, AftFace face, PangoLayout *layout, AftInk ink, AftRect *at)
{
  AftBox box = {
    .type = AFT_BOX_TEXT, .rect = *at, .ink = ink, .layout = layout, .n_lines = 1, .node = -1
  };

  box.leading = box.rect.height = aft_style_leading (style, face, NULL);
  box.baseline = aft_style_baseline (style, face, box.leading);
  box.rect.y -= box.baseline;
  g_array_append_val (page, box);
}

static PangoLayout *
new_line (AftStyle *style, AftFace face, const char *text, PangoAlignment align, double width)
{
  PangoLayout *layout = aft_style_layout (style, face, text, -1, NULL, width);

  pango_layout_set_alignment (layout, align);
  return layout;
}

static char *
footer_text (AftRecord *root)
{
  const char      *title = aft_record_get_text (root, AFT_DOC_TITLE);
  g_autofree char *shortened =
      aft_text_ellipsize (*title != '\0' ? title : _ ("Untitled"), TITLE_CHARS);
  const char      *status = aft_choice_label (root, AFT_DOC_STATUS);
  AftInstant       modified = aft_record_get_integer (root, AFT_DOC_MODIFIED, AFT_INSTANT_NONE);
  g_autofree char *date = NULL;

  if (modified == AFT_INSTANT_NONE)
    return g_strconcat (shortened, " · ", status, NULL);
  date = aft_zone_format_date (aft_zone_get_or_utc (aft_record_get_text (root, AFT_DOC_TIME_ZONE)),
                               modified);
  return g_strconcat (shortened, " · ", status, " · ", date, NULL);
}

void
aft_margins_add_footers (AftStyle *style, AftPages *pages, AftRecord *root)
{
  const AftPageArea *area = aft_style_get_area (style);
  g_autofree char   *text = footer_text (root);
  g_autoptr (PangoLayout) left = new_line (style, AFT_FACE_FOOTER, text, PANGO_ALIGN_LEFT, -1);

  for (guint i = 0; i < pages->pages->len; i++)
    {
      AftRect          at = { area->left, area->footer_baseline, area->full, 0 };
      g_autofree char *number = NULL;

      /* Translators: the page's number and how many there are */
      number = g_strdup_printf (_ ("Page %u of %u"), i + 1, pages->pages->len);
      add_line (style, get_page (pages, i), AFT_FACE_FOOTER, g_object_ref (left), AFT_INK_DIM, &at);
      add_line (style,
                get_page (pages, i),
                AFT_FACE_FOOTER,
                new_line (style, AFT_FACE_FOOTER, number, PANGO_ALIGN_RIGHT, area->full),
                AFT_INK_DIM,
                &at);
    }
}

/* ---- review copies ---- */

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

/* Baselines of the text of the document on that page, top to bottom, each once. */
static GArray *
collect_baselines (GArray *page)
{
  GArray *all = g_array_new (FALSE, FALSE, sizeof (double));
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < page->len; i++)
    {
      const AftBox *box = &g_array_index (page, AftBox, i);

      for (int n = 0; box->type == AFT_BOX_TEXT && box->node >= 0 && n < box->n_lines; n++)
        {
          double y = box->rect.y + box->baseline + n * box->leading;

          g_array_append_val (all, y);
        }
    }
  g_array_sort (all, compare_doubles);
  for (guint i = 0; i < all->len; i++)
    {
      double y = g_array_index (all, double, i);

      if (lines->len == 0 || y > g_array_index (lines, double, lines->len - 1) + SAME_LINE)
        g_array_append_val (lines, y);
    }
  g_array_unref (all);
  return lines;
}

static void
add_line_numbers (AftStyle *style, GArray *page, guint *number)
{
  const AftPageArea *area = aft_style_get_area (style);
  g_autoptr (GArray) lines = collect_baselines (page);

  for (guint i = 0; i < lines->len; i++)
    {
      AftRect at = { 0, g_array_index (lines, double, i), area->number_right, 0 };
      char    text[16];

      g_snprintf (text, sizeof text, "%u", ++*number);
      add_line (style,
                page,
                AFT_FACE_LINE_NUMBER,
                new_line (style, AFT_FACE_LINE_NUMBER, text, PANGO_ALIGN_RIGHT, area->number_right),
                AFT_INK_FAINT,
                &at);
    }
}

static void
add_fill (GArray *page, double x, double y, double width, double height, AftInk ink)
{
  AftBox box = { .type = AFT_BOX_FILL, .rect = { x, y, width, height }, .ink = ink, .node = -1 };

  g_array_append_val (page, box);
}

static void
add_note_column (AftStyle *style, GArray *page)
{
  const AftPageArea *area = aft_style_get_area (style);
  AftRect            at = { area->note_left + 8, area->top + 8, area->note_width - 8, 0 };

  add_fill (page, area->note_left, area->top, 0.4, area->depth, AFT_INK_HAIRLINE);
  add_line (style,
            page,
            AFT_FACE_CAPTION,
            new_line (style, AFT_FACE_CAPTION, _ ("Notes"), PANGO_ALIGN_LEFT, at.width),
            AFT_INK_DIM,
            &at);
  for (double y = area->top + NOTE_RULE; y < area->top + area->depth; y += NOTE_RULE)
    add_fill (page, area->note_left + 8, y, area->note_width - 8, 0.3, AFT_INK_HAIRLINE);
}

static void
add_draft_mark (AftStyle *style, GArray *page)
{
  const AftPageArea *area = aft_style_get_area (style);
  PangoLayout       *layout = new_line (style, AFT_FACE_DRAFT, _ ("DRAFT"), PANGO_ALIGN_CENTER, -1);
  double             width = aft_style_layout_width (layout);
  AftBox             box = { .type = AFT_BOX_TEXT,
                             .ink = AFT_INK_MARK,
                             .layout = layout,
                             .n_lines = 1,
                             .node = -1,
                             .turned = TRUE };

  box.leading = aft_style_leading (style, AFT_FACE_DRAFT, NULL);
  box.baseline = aft_style_baseline (style, AFT_FACE_DRAFT, box.leading);
  box.rect = (AftRect){ area->left + (area->full - width) / 2,
                        area->top + (area->depth - box.leading) / 2,
                        width,
                        box.leading };
  g_array_append_val (page, box);
}

void
aft_margins_add_review (AftStyle *style, AftPages *pages)
{
  guint number = 0;

  for (guint i = 0; i < pages->pages->len; i++)
    {
      add_line_numbers (style, get_page (pages, i), &number);
      add_note_column (style, get_page (pages, i));
      add_draft_mark (style, get_page (pages, i));
    }
}
