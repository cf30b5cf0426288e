/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "typeset/sections.h"

#include <glib/gi18n-lib.h>

#include "base/quantity.h"
#include "model/events.h"
#include "model/metrics.h"
#include "typeset/review-questions.h"

#define MAX_FIGURES      6
#define LONG_TITLE_CHARS 110 /* three lines of the title's face */
#define SEPARATOR        " · "
#define BAND_GAP         12.0 /* between key figures */
#define BAND_PAD         7.0  /* above them */

typedef struct
{
  char       *value;
  const char *label;
} KeyFigure;

static void
append_part (GString *line, const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  if (line->len > 0)
    g_string_append (line, SEPARATOR);
  g_string_append (line, text);
}

static void
append_choice (AftComposer *self, GString *line, guint field)
{
  append_part (line, aft_choice_label (self->root, field));
}

static void
add_eyebrow (AftComposer *self)
{
  g_autoptr (GString) line = g_string_new (NULL);
  AftBlock *block;

  append_choice (self, line, AFT_DOC_KIND);
  append_choice (self, line, AFT_DOC_SEVERITY);
  append_choice (self, line, AFT_DOC_STATUS);
  aft_composer_show (self, self->root, AFT_DOC_SEVERITY);
  block = aft_composer_add_plain (self, AFT_FACE_EYEBROW, AFT_TAG_P, line->str);
  block->ink = AFT_INK_ACCENT;
  block->below = 0;
}

static void
add_title (AftComposer *self)
{
  const char *title = aft_record_get_text (self->root, AFT_DOC_TITLE);
  g_auto (AftInline) content = { NULL };
  double    measure = self->width;
  AftBlock *block;

  aft_inline_init (&content);
  aft_inline_add_words (&content, *title != '\0' ? title : _ ("Untitled"));
  aft_composer_show (self, self->root, AFT_DOC_TITLE);
  self->width = self->area->full;
  block = aft_composer_add_text (self,
                                 g_utf8_strlen (title, -1) > LONG_TITLE_CHARS ? AFT_FACE_H1
                                                                              : AFT_FACE_TITLE,
                                 AFT_TAG_H1,
                                 &content);
  block->above = 3.5;
  block->below = 3.5;
  aft_review_questions_add (self, block, AFT_REVIEW_DOCUMENT);
  self->width = measure;
}

/* When it began: the impact where that is marked, else the first event. */
static char *
describe_start (AftComposer *self)
{
  AftRecordList *events = aft_record_get_list (self->root, AFT_DOC_EVENTS);
  AftRecord     *impact = aft_events_find_milestone (events, AFT_MILESTONE_IMPACT_START);
  AftInstant     first, last;

  if (!aft_events_span (events, &first, &last))
    return NULL;
  if (impact != NULL && aft_event_get_at (impact) != AFT_INSTANT_NONE)
    first = aft_event_get_at (impact);
  {
    g_autofree char *date = aft_zone_format (self->zone, first);

    return g_strconcat (date, "\u00A0", aft_zone_abbreviation_at (self->zone, first), NULL);
  }
}

static void
add_facts (AftComposer *self)
{
  g_autoptr (GString) line = g_string_new (NULL);
  g_autofree char *start = describe_start (self);
  g_autofree char *services =
      g_strjoinv (", ", (char **) aft_record_get_words (self->root, AFT_DOC_SERVICES));
  const char *owner = aft_record_get_text (self->root, AFT_DOC_OWNER);
  AftBlock   *block;

  append_part (line, start);
  append_part (line, services);
  if (*owner != '\0')
    {
      /* Translators: %s is the name or role of the one who owns the document */
      g_autofree char *owned = g_strdup_printf (_ ("Owner: %s"), owner);

      append_part (line, owned);
    }
  if (line->len == 0)
    return;
  aft_composer_show (self, self->root, AFT_DOC_OWNER);
  self->width = self->area->full;
  block = aft_composer_add_plain (self, AFT_FACE_FACTS, AFT_TAG_P, line->str);
  block->ink = AFT_INK_DIM;
  self->width = self->area->measure;
}

/* ---- key figures ---- */

static char *
describe_range (const char *low, const char *high)
{
  return g_strconcat (low, "–", high, NULL);
}

static char *
format_users (AftRecord *root)
{
  if (aft_record_has (root, AFT_DOC_USERS_COUNT))
    return aft_count_format (aft_record_get_integer (root, AFT_DOC_USERS_COUNT, 0));
  if (aft_record_has (root, AFT_DOC_USERS_LOW) && aft_record_has (root, AFT_DOC_USERS_HIGH))
    {
      g_autofree char *low = aft_count_format (aft_record_get_integer (root, AFT_DOC_USERS_LOW, 0));
      g_autofree char *high =
          aft_count_format (aft_record_get_integer (root, AFT_DOC_USERS_HIGH, 0));

      return describe_range (low, high);
    }
  if (aft_record_has (root, AFT_DOC_USERS_PERCENT))
    {
      g_autofree char *share =
          aft_real_format (aft_record_get_real (root, AFT_DOC_USERS_PERCENT, 0));

      return g_strconcat (share, "\u202F%", NULL);
    }
  return NULL;
}

static char *
format_revenue (AftRecord *root)
{
  const char *currency = aft_record_get_text (root, AFT_DOC_REVENUE_CURRENCY);

  if (aft_record_has (root, AFT_DOC_REVENUE_AMOUNT))
    return aft_money_format (aft_record_get_real (root, AFT_DOC_REVENUE_AMOUNT, 0), currency);
  if (aft_record_has (root, AFT_DOC_REVENUE_LOW) && aft_record_has (root, AFT_DOC_REVENUE_HIGH))
    {
      g_autofree char *low =
          aft_money_format (aft_record_get_real (root, AFT_DOC_REVENUE_LOW, 0), NULL);
      g_autofree char *high =
          aft_money_format (aft_record_get_real (root, AFT_DOC_REVENUE_HIGH, 0), currency);

      return describe_range (low, high);
    }
  return NULL;
}

/* A figure and its unit stay on one line. */
static void
keep_together (char **text)
{
  g_auto (GStrv) words = g_strsplit (*text, " ", -1);

  g_free (*text);
  *text = g_strjoinv ("\u00A0", words);
}

static guint
collect_figures (AftComposer *self, KeyFigure figures[MAX_FIGURES])
{
  static const AftMetricId ids[] = { AFT_METRIC_TTD, AFT_METRIC_TTM, AFT_METRIC_TTR };
  AftMetric                metrics[AFT_N_METRICS];
  gint64                   seconds;
  gboolean                 stated;
  guint                    n = 0;

  if (aft_impact_duration (self->root, &seconds, &stated))
    figures[n++] = (KeyFigure){ aft_duration_format (seconds), _ ("Duration of impact") };
  if ((figures[n].value = format_users (self->root)) != NULL)
    figures[n++].label = _ ("Users affected");
  if ((figures[n].value = format_revenue (self->root)) != NULL)
    figures[n++].label = _ ("Revenue lost");
  aft_metrics_compute (aft_record_get_list (self->root, AFT_DOC_EVENTS), metrics);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    if (metrics[ids[i]].state == AFT_METRIC_KNOWN)
      figures[n++] = (KeyFigure){ aft_duration_format (metrics[ids[i]].seconds),
                                  aft_metric_get_label (ids[i]) };
  for (guint i = 0; i < n; i++)
    keep_together (&figures[i].value);
  return n;
}

static double
add_band_text (AftComposer *self, AftBlock *block, AftFace face, const char *text, AftRect *area)
{
  AftLines *lines = aft_style_set (self->style, face, text, -1, NULL, area->width);
  double    leading = aft_style_leading (self->style, face, lines);
  AftBox    box = { .type = AFT_BOX_TEXT,
                    .rect = *area,
                    .ink = face == AFT_FACE_CAPTION ? AFT_INK_DIM : AFT_INK_TEXT,
                    .lines = lines,
                    .n_lines = aft_lines_get_length (lines),
                    .leading = leading,
                    .baseline = aft_style_baseline (self->style, face, leading) };

  box.node = aft_composer_add_node (self, AFT_TAG_P, self->parent);
  box.rect.height = box.n_lines * leading;
  aft_block_add_box (block, &box);
  return box.rect.height;
}

static void
add_rule (AftBlock *block, double y, double thickness, AftInk ink)
{
  AftBox rule = {
    .type = AFT_BOX_FILL, .rect = { 0, y, block->width, thickness }, .ink = ink, .node = -1
  };

  aft_block_add_box (block, &rule);
}

/* What each figure needs on one line; returns the sum. */
static double
measure_figures (AftComposer     *self,
                 AftFace          face,
                 const KeyFigure *figures,
                 guint            n,
                 double           widths[MAX_FIGURES])
{
  double sum = 0;

  for (guint i = 0; i < n; i++)
    {
      widths[i] = MAX (aft_style_text_width (self->style, face, figures[i].value),
                       aft_style_text_width (self->style, AFT_FACE_CAPTION, figures[i].label)) +
                  1;
      sum += widths[i];
    }
  return sum;
}

/* The large face where all fit beside each other, else the small one. FALSE: not even so. */
static gboolean
share_band (AftComposer     *self,
            const AftBlock  *block,
            const KeyFigure *figures,
            guint            n,
            AftFace         *face,
            double           widths[MAX_FIGURES])
{
  double available = block->width - (n - 1) * BAND_GAP;
  double sum;

  *face = AFT_FACE_VALUE;
  sum = measure_figures (self, *face, figures, n, widths);
  if (sum > available)
    {
      *face = AFT_FACE_VALUE_SMALL;
      sum = measure_figures (self, *face, figures, n, widths);
    }
  for (guint i = 0; i < n; i++)
    widths[i] += sum > available ? widths[i] * (available / sum - 1) : (available - sum) / n;
  return sum <= available;
}

/* Returns the height, from that y on. */
static double
add_figures (AftComposer *self, AftBlock *block, const KeyFigure *figures, guint n, double y)
{
  double  widths[MAX_FIGURES];
  double  tallest = 0, x = 0;
  AftFace face;

  if (!share_band (self, block, figures, n, &face, widths) && n > 3)
    {
      y = add_figures (self, block, figures, 3, y);
      return add_figures (self, block, figures + 3, n - 3, y);
    }
  for (guint i = 0; i < n; i++)
    {
      AftRect area = { x, y + BAND_PAD, widths[i], 0 };

      area.y += add_band_text (self, block, face, figures[i].value, &area);
      area.y += add_band_text (self, block, AFT_FACE_CAPTION, figures[i].label, &area);
      tallest = MAX (tallest, area.y);
      x += widths[i] + BAND_GAP;
    }
  return tallest;
}

static void
add_key_figures (AftComposer *self)
{
  KeyFigure figures[MAX_FIGURES + 1] = { { NULL, NULL } };
  guint     n = collect_figures (self, figures);
  AftBlock *block;

  if (n == 0)
    return;
  block = aft_block_new (AFT_BLOCK_GROUP);
  block->width = self->area->full;
  block->above = 2 * AFT_RHYTHM;
  block->below = 3 * AFT_RHYTHM;
  add_rule (block, 0, 1, AFT_INK_ACCENT);
  block->height = aft_style_snap (add_figures (self, block, figures, n, 0) + 6);
  add_rule (block, block->height - 0.4, 0.4, AFT_INK_HAIRLINE);
  aft_composer_show (self, NULL, 0);
  aft_composer_add (self, block);
  for (guint i = 0; i < n; i++)
    g_free (figures[i].value);
}

void
aft_section_compose_title (AftComposer *self)
{
  add_eyebrow (self);
  add_title (self);
  add_facts (self);
  add_key_figures (self);
  aft_composer_show (self, NULL, 0);
}
