/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "typeset/margins.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "format/json-writer.h"
#include "model/schema.h"
#include "typeset/composer.h"

#define FINGERPRINT_CHARS 12
#define NUMBER_SPACE      80.0 /* for the number of the page, beside the title */
#define NOTE_RULE         28.0 /* between lines to write on: a hand needs about a centimetre */
#define SAME_LINE         3.0  /* baselines nearer than this are one line */

static GArray *
get_page (AftPages *pages, guint i)
{
  return g_ptr_array_index (pages->pages, i);
}

/* One line of text with its baseline there; align over the width. Takes the lines. */
static void
add_line (AftStyle *style, GArray *page, AftFace face, AftLines *lines, AftInk ink, AftRect *at)
{
  AftBox box = {
    .type = AFT_BOX_TEXT, .rect = *at, .ink = ink, .lines = lines, .n_lines = 1, .node = -1
  };

  box.leading = box.rect.height = aft_style_leading (style, face, NULL);
  box.baseline = aft_style_baseline (style, face, box.leading);
  box.rect.y -= box.baseline;
  g_array_append_val (page, box);
}

static AftLines *
new_line (AftStyle *style, AftFace face, const char *text, PangoAlignment align, double width)
{
  return aft_style_set_aligned (style, face, text, -1, NULL, width, align);
}

static void
append_part (GString *line, const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  if (line->len > 0)
    g_string_append (line, " · ");
  g_string_append (line, text);
}

/* When the document was last changed: the same document is the same revision, whenever it is
 * printed. */
static void
append_revision (GString *line, AftRecord *root)
{
  const AftZone   *zone = aft_zone_get_or_utc (aft_record_get_text (root, AFT_DOC_TIME_ZONE));
  AftInstant       modified = aft_record_get_integer (root, AFT_DOC_MODIFIED, AFT_INSTANT_NONE);
  g_autofree char *time = NULL;
  g_autofree char *text = NULL;

  if (modified == AFT_INSTANT_NONE)
    return;
  time = aft_zone_format (zone, modified - modified % AFT_MINUTE);
  /* Translators: %s is the date and time of the last change, then its time zone */
  text = g_strdup_printf (_ ("Revision of %s %s"), time, aft_zone_abbreviation_at (zone, modified));
  append_part (line, text);
}

/* The beginning of the SHA-256 of what "export --to=json" writes of the same document. */
static void
append_fingerprint (GString *line, AftRecord *root)
{
  g_autofree char *json = aft_json_write (root, NULL);
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, json, -1);
  g_autofree char *text = NULL;

  sum[FINGERPRINT_CHARS] = '\0';
  /* Translators: %s is a short checksum of the content */
  text = g_strdup_printf (_ ("Fingerprint %s"), sum);
  append_part (line, text);
}

static void
append_copy (GString *line, const AftTypesetOptions *options)
{
  /* Translators: the number of a printed copy */
  g_autofree char *text = g_strdup_printf (_ ("Copy %u"), MAX (options->copy, 1));

  append_part (line, text);
}

static char *
describe_state (AftRecord *root, const AftTypesetOptions *options)
{
  GString *line = g_string_new (NULL);

  append_part (line, aft_choice_label (root, AFT_DOC_SEVERITY));
  append_part (line, aft_choice_label (root, AFT_DOC_STATUS));
  append_part (line, aft_record_get_text (root, AFT_DOC_OWNER));
  append_revision (line, root);
  if (options->layout == AFT_LAYOUT_REVIEW)
    {
      append_copy (line, options);
      append_fingerprint (line, root);
    }
  return g_string_free (line, FALSE);
}

/* Cut where it does not leave room for what stands at the other side. */
static AftLines *
new_cut_line (AftStyle *style, const char *text, double width)
{
  PangoLayout *layout = aft_style_layout (style, AFT_FACE_FOOTER, text, width);

  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  return aft_lines_take (layout);
}

static void
add_page_number (AftStyle *style, AftPages *pages, guint i)
{
  const AftPageArea *area = aft_style_get_area (style);
  AftRect            at = { area->left, area->footer_baseline, area->footer_width, 0 };
  /* Translators: the page's number and how many there are */
  g_autofree char *number = g_strdup_printf (_ ("Page %u of %u"), i + 1, pages->pages->len);

  add_line (style,
            get_page (pages, i),
            AFT_FACE_FOOTER,
            new_line (style, AFT_FACE_FOOTER, number, PANGO_ALIGN_RIGHT, at.width),
            AFT_INK_DIM,
            &at);
}

void
aft_margins_add_footers (AftStyle                *style,
                         AftPages                *pages,
                         AftRecord               *root,
                         const AftTypesetOptions *options)
{
  const AftPageArea *area = aft_style_get_area (style);
  const char        *title = aft_record_get_text (root, AFT_DOC_TITLE);
  g_autofree char   *state = describe_state (root, options);
  g_autoptr (AftLines) first = new_cut_line (
      style, *title != '\0' ? title : _ ("Untitled"), area->footer_width - NUMBER_SPACE);
  g_autoptr (AftLines) second = new_cut_line (style, state, area->footer_width);

  for (guint i = 0; i < pages->pages->len; i++)
    {
      AftRect at = { area->left, area->footer_baseline, area->footer_width - NUMBER_SPACE, 0 };

      add_line (
          style, get_page (pages, i), AFT_FACE_FOOTER, aft_lines_ref (first), AFT_INK_DIM, &at);
      add_page_number (style, pages, i);
      at.y += aft_style_leading (style, AFT_FACE_FOOTER, NULL);
      add_line (
          style, get_page (pages, i), AFT_FACE_FOOTER, aft_lines_ref (second), AFT_INK_DIM, &at);
    }
}

/* ---- review copies ---- */

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static gboolean
is_in_notes (const AftPageArea *area, const AftBox *box)
{
  return area->note_width > 0 && box->rect.x >= area->note_left;
}

/* Baselines of the text of the document on that page, top to bottom, each once. */
static GArray *
collect_baselines (const AftPageArea *area, GArray *page)
{
  GArray *all = g_array_new (FALSE, FALSE, sizeof (double));
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < page->len; i++)
    {
      const AftBox *box = &g_array_index (page, AftBox, i);

      if (box->type != AFT_BOX_TEXT || box->node < 0 || is_in_notes (area, box))
        continue;
      for (int n = 0; n < box->n_lines; n++)
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
  g_autoptr (GArray) lines = collect_baselines (area, page);

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

/* Nobody writes over a question. */
static gboolean
is_taken (const AftPageArea *area, GArray *page, double y)
{
  for (guint i = 0; i < page->len; i++)
    {
      const AftBox *box = &g_array_index (page, AftBox, i);

      if (box->type == AFT_BOX_TEXT && is_in_notes (area, box) && y > box->rect.y - 2 &&
          y < box->rect.y + box->rect.height + 6)
        return TRUE;
    }
  return FALSE;
}

static void
add_note_column (AftStyle *style, GArray *page)
{
  const AftPageArea *area = aft_style_get_area (style);
  AftRect            at = {
               area->note_left + AFT_NOTE_PAD, area->top + 8, area->note_width - AFT_NOTE_PAD, 0
  };

  add_fill (page, area->note_left, area->top, 0.4, area->depth, AFT_INK_HAIRLINE);
  add_line (style,
            page,
            AFT_FACE_CAPTION,
            new_line (style, AFT_FACE_CAPTION, _ ("Notes"), PANGO_ALIGN_LEFT, at.width),
            AFT_INK_DIM,
            &at);
  for (double y = area->top + NOTE_RULE; y < area->top + area->depth; y += NOTE_RULE)
    if (!is_taken (area, page, y))
      add_fill (page, at.x, y, at.width, 0.3, AFT_INK_HAIRLINE);
}

static void
add_draft_mark (AftStyle *style, GArray *page)
{
  const AftPageArea *area = aft_style_get_area (style);
  AftLines          *lines = new_line (style, AFT_FACE_DRAFT, _ ("DRAFT"), PANGO_ALIGN_CENTER, -1);
  double             width = aft_lines_get_width (lines);
  AftBox             box = { .type = AFT_BOX_TEXT,
                             .ink = AFT_INK_MARK,
                             .lines = lines,
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
