/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paint/text-painter.h"

#include <hb.h>
#include <string.h>

#include "paint/missing-font.h"

#define STACK_GLYPHS 256

typedef struct
{
  const AftBox  *box;
  cairo_t       *cr;
  const char    *text;
  AftStretchFunc stretch;
  gpointer       data;
  const char    *open;    /* address of the link being drawn */
  gboolean       is_open; /* a stretch has begun */
} Painter;

static double
to_points (int units)
{
  return units / (double) PANGO_SCALE;
}

/* ---- what stands for another ---- */

#define SOFT_HYPHEN "\u00AD"

/* Spaces that no line is broken at. On paper that has been seen to: who copies or searches the
 * text wants the space that keyboards have. */
#define NO_BREAK_SPACE        "\u00A0"
#define NARROW_NO_BREAK_SPACE "\u202F"
#define WORD_JOINER           "\u2060" /* behind the dash of a range */

static gboolean
begins_with (const char *text, const char *sign)
{
  return strncmp (text, sign, strlen (sign)) == 0;
}

static gboolean
is_fixed_space (const char *text)
{
  return begins_with (text, NO_BREAK_SPACE) || begins_with (text, NARROW_NO_BREAK_SPACE);
}

static gboolean
has_sign (const char *text, gsize length, const char *sign)
{
  return memmem (text, length, sign, strlen (sign)) != NULL;
}

/* Whether what is written is not what is drawn, letter by letter. */
static gboolean
is_replaced (const char *text, gsize length)
{
  return has_sign (text, length, SOFT_HYPHEN) || has_sign (text, length, WORD_JOINER) ||
         has_sign (text, length, NO_BREAK_SPACE) || has_sign (text, length, NARROW_NO_BREAK_SPACE);
}

/* ---- one run ---- */

/* Pango takes away the space at which it broke a line; in the file it is still between two words.
 */
static gboolean
is_lost_space (const Painter *self, const PangoGlyphItem *run, int i)
{
  return run->glyphs->glyphs[i].glyph == PANGO_GLYPH_EMPTY &&
         self->text[run->item->offset + run->glyphs->log_clusters[i]] == ' ';
}

/* Soft hyphens that no line ends at are nothing that anybody wrote: they would stand in what is
 * copied and searched. */
static gboolean
is_dropped (const Painter *self, const PangoGlyphItemIter *iter, int n_drawn)
{
  const char *text = self->text + iter->start_index;
  gsize       length = (gsize) (iter->end_index - iter->start_index);

  return n_drawn == 0 && ((length == strlen (SOFT_HYPHEN) && begins_with (text, SOFT_HYPHEN)) ||
                          (length == strlen (WORD_JOINER) && begins_with (text, WORD_JOINER)));
}

static gboolean
is_drawn (const Painter *self, const PangoGlyphItem *run, int i)
{
  return run->glyphs->glyphs[i].glyph != PANGO_GLYPH_EMPTY || is_lost_space (self, run, i);
}

static hb_codepoint_t
find_space (PangoFont *font)
{
  hb_codepoint_t glyph = 0;

  hb_font_get_nominal_glyph (pango_font_get_hb_font (font), ' ', &glyph);
  return glyph;
}

static unsigned long
glyph_index (const Painter *self, const PangoGlyphItem *run, int i)
{
  PangoGlyph  glyph = run->glyphs->glyphs[i].glyph;
  const char *text = self->text + run->item->offset + run->glyphs->log_clusters[i];

  return glyph == PANGO_GLYPH_EMPTY || is_fixed_space (text) ? find_space (run->item->analysis.font)
                                                             : glyph;
}

/* Those from "from" to before "to", the first at x. */
static int
collect_glyphs (const Painter        *self,
                const PangoGlyphItem *run,
                int                   from,
                int                   to,
                double                x,
                double                y,
                cairo_glyph_t        *glyphs)
{
  int n = 0;

  for (int i = from; i < to; i++)
    {
      const PangoGlyphGeometry *geometry = &run->glyphs->glyphs[i].geometry;

      if (is_drawn (self, run, i))
        glyphs[n++] = (cairo_glyph_t){ glyph_index (self, run, i),
                                       x + to_points (geometry->x_offset),
                                       y + to_points (geometry->y_offset) };
      x += to_points (geometry->width);
    }
  return n;
}

/* The glyphs of the cluster are those from *from to before *to. */
static void
get_glyph_range (const PangoGlyphItemIter *iter, int *from, int *to)
{
  gboolean is_forward = iter->start_glyph < iter->end_glyph;

  *from = is_forward ? iter->start_glyph : iter->end_glyph + 1;
  *to = is_forward ? iter->end_glyph : iter->start_glyph + 1;
}

static void
append_cluster (const Painter            *self,
                const PangoGlyphItemIter *iter,
                cairo_text_cluster_t     *cluster,
                GString                  *text)
{
  if (!is_fixed_space (self->text + iter->start_index))
    {
      g_string_append_len (text, self->text + iter->start_index, cluster->num_bytes);
      return;
    }
  g_string_append_c (text, ' ');
  cluster->num_bytes = 1;
}

/* Which bytes became which glyphs, in the order of the text, and these bytes where not all are
 * drawn. */
static int
collect_clusters (const Painter        *self,
                  PangoGlyphItem       *run,
                  cairo_text_cluster_t *clusters,
                  GString              *text)
{
  PangoGlyphItemIter iter;
  gboolean           more;
  int                n = 0;

  for (more = pango_glyph_item_iter_init_start (&iter, run, self->text); more;
       more = pango_glyph_item_iter_next_cluster (&iter))
    {
      int from, to;

      get_glyph_range (&iter, &from, &to);
      clusters[n].num_bytes = iter.end_index - iter.start_index;
      clusters[n].num_glyphs = 0;
      for (int i = from; i < to; i++)
        clusters[n].num_glyphs += is_drawn (self, run, i);
      if (text != NULL && is_dropped (self, &iter, clusters[n].num_glyphs))
        continue;
      if (text != NULL)
        append_cluster (self, &iter, &clusters[n], text);
      n++;
    }
  return n;
}

static void
set_font (const Painter *self, const PangoGlyphItem *run)
{
  PangoCairoFont *font = (PangoCairoFont *) run->item->analysis.font;

  cairo_set_scaled_font (self->cr, pango_cairo_font_get_scaled_font (font));
}

static void
show_glyphs (const Painter *self, PangoGlyphItem *run, double x, double y)
{
  const PangoItem      *item = run->item;
  int                   size = run->glyphs->num_glyphs;
  cairo_glyph_t         some_glyphs[STACK_GLYPHS];
  cairo_text_cluster_t  some_clusters[STACK_GLYPHS];
  cairo_glyph_t        *glyphs = size > STACK_GLYPHS ? g_new (cairo_glyph_t, size) : some_glyphs;
  cairo_text_cluster_t *clusters = item->num_chars > STACK_GLYPHS
                                       ? g_new (cairo_text_cluster_t, item->num_chars)
                                       : some_clusters;
  g_autoptr (GString) text =
      is_replaced (self->text + item->offset, (gsize) item->length) ? g_string_new (NULL) : NULL;
  int n_clusters = collect_clusters (self, run, clusters, text);

  set_font (self, run);
  cairo_show_text_glyphs (self->cr,
                          text != NULL ? text->str : self->text + item->offset,
                          text != NULL ? (int) text->len : item->length,
                          glyphs,
                          collect_glyphs (self, run, 0, size, x, y, glyphs),
                          clusters,
                          n_clusters,
                          item->analysis.level % 2 == 1 ? CAIRO_TEXT_CLUSTER_FLAG_BACKWARD : 0);
  if (glyphs != some_glyphs)
    g_free (glyphs);
  if (clusters != some_clusters)
    g_free (clusters);
}

/* ---- characters that no font has ---- */

static gboolean
has_missing (const PangoGlyphItem *run, int from, int to)
{
  for (int i = from; i < to; i++)
    if (run->glyphs->glyphs[i].glyph != PANGO_GLYPH_EMPTY &&
        (run->glyphs->glyphs[i].glyph & PANGO_GLYPH_UNKNOWN_FLAG) != 0)
      return TRUE;
  return FALSE;
}

static double
run_width (const PangoGlyphItem *run, int from, int to)
{
  int width = 0;

  for (int i = from; i < to; i++)
    width += run->glyphs->glyphs[i].geometry.width;
  return to_points (width);
}

static double
font_size (const PangoGlyphItem *run)
{
  PangoFontDescription *face = pango_font_describe_with_absolute_size (run->item->analysis.font);
  double                size = to_points (pango_font_description_get_size (face));

  pango_font_description_free (face);
  return size;
}

/* One box a character, in the middle of the place Pango left for them. */
static void
show_missing (const Painter            *self,
              const PangoGlyphItem     *run,
              const PangoGlyphItemIter *iter,
              double                    x,
              double                    y,
              double                    width)
{
  double      size = font_size (run), step = size * AFT_MISSING_FONT_WIDTH;
  const char *end = self->text + iter->end_index;

  cairo_set_font_face (self->cr, aft_missing_font_get ());
  cairo_set_font_size (self->cr, size);
  x += (width - step * g_utf8_strlen (self->text + iter->start_index,
                                      iter->end_index - iter->start_index)) /
       2;
  for (const char *p = self->text + iter->start_index; p < end; p = g_utf8_next_char (p))
    {
      int                  length = (int) (g_utf8_next_char (p) - p);
      cairo_glyph_t        glyph = { g_utf8_get_char (p), x, y };
      cairo_text_cluster_t cluster = { length, 1 };

      cairo_show_text_glyphs (self->cr, p, length, &glyph, 1, &cluster, 1, 0);
      x += step;
    }
}

static void
show_cluster (const Painter            *self,
              PangoGlyphItem           *run,
              const PangoGlyphItemIter *iter,
              double                    x,
              double                    y)
{
  cairo_text_cluster_t cluster = { iter->end_index - iter->start_index, 0 };
  cairo_glyph_t       *glyphs;
  int                  from, to;

  get_glyph_range (iter, &from, &to);
  glyphs = g_new (cairo_glyph_t, to - from);
  cluster.num_glyphs = collect_glyphs (self, run, from, to, x, y, glyphs);
  set_font (self, run);
  cairo_show_text_glyphs (self->cr,
                          self->text + iter->start_index,
                          cluster.num_bytes,
                          glyphs,
                          cluster.num_glyphs,
                          &cluster,
                          1,
                          0);
  g_free (glyphs);
}

static void
show_with_missing (const Painter *self, PangoGlyphItem *run, double x, double y)
{
  PangoGlyphItemIter iter;
  gboolean           more;

  for (more = pango_glyph_item_iter_init_start (&iter, run, self->text); more;
       more = pango_glyph_item_iter_next_cluster (&iter))
    {
      int    from, to;
      double start;

      get_glyph_range (&iter, &from, &to);
      start = x + run_width (run, 0, from);
      if (has_missing (run, from, to))
        show_missing (self, run, &iter, start, y, run_width (run, from, to));
      else
        show_cluster (self, run, &iter, start, y);
    }
}

static void
strike (const Painter *self, PangoGlyphItem *run, double x, double y, double width)
{
  PangoFontMetrics *metrics = pango_font_get_metrics (run->item->analysis.font, NULL);
  double            position = to_points (pango_font_metrics_get_strikethrough_position (metrics));
  double thickness = to_points (pango_font_metrics_get_strikethrough_thickness (metrics));

  cairo_rectangle (self->cr, x, y - position, width, thickness);
  cairo_fill (self->cr);
  pango_font_metrics_unref (metrics);
}

static void
draw_run (const Painter *self, const AftRun *run, PangoGlyphItem *item, double x, double y)
{
  double width = to_points (pango_glyph_string_get_width (item->glyphs));

  if (run->is_coloured)
    {
      cairo_save (self->cr);
      cairo_set_source_rgb (self->cr,
                            run->color.red / 65535.0,
                            run->color.green / 65535.0,
                            run->color.blue / 65535.0);
    }
  if (has_missing (item, 0, item->glyphs->num_glyphs))
    show_with_missing (self, item, x, y);
  else
    show_glyphs (self, item, x, y);
  if (run->is_struck)
    strike (self, item, x, y, width);
  if (run->is_coloured)
    cairo_restore (self->cr);
}

/* ---- lines ---- */

static const char *
find_link (const Painter *self, const AftRun *run)
{
  for (guint i = 0; self->box->links != NULL && i < self->box->links->len; i++)
    {
      const AftPageLink *link = &g_array_index (self->box->links, AftPageLink, i);

      if (run->offset >= link->start && run->offset < link->end)
        return link->target;
    }
  return NULL;
}

static void
end_stretch (Painter *self)
{
  if (self->is_open)
    self->stretch (self->cr, self->open, FALSE, self->data);
  self->is_open = FALSE;
}

static void
begin_stretch (Painter *self, const char *uri)
{
  if (self->stretch == NULL || (self->is_open && g_strcmp0 (uri, self->open) == 0))
    return;
  end_stretch (self);
  self->open = uri;
  self->is_open = TRUE;
  self->stretch (self->cr, uri, TRUE, self->data);
}

static void
draw_line (Painter *self, int line, PangoGlyphString *glyphs, double x, double y)
{
  guint         n_runs;
  const AftRun *runs = aft_lines_get_runs (self->box->lines, line, &n_runs);

  for (guint i = 0; i < n_runs; i++)
    {
      PangoItem      item = { .offset = (int) runs[i].offset,
                              .length = (int) runs[i].length,
                              .num_chars = (int) runs[i].n_chars,
                              .analysis = { .font = runs[i].font, .level = runs[i].level } };
      PangoGlyphItem run = { &item, glyphs };

      aft_lines_get_glyphs (self->box->lines, &runs[i], glyphs);
      begin_stretch (self, find_link (self, &runs[i]));
      draw_run (self, &runs[i], &run, x, y);
      x += to_points (pango_glyph_string_get_width (glyphs));
    }
}

void
aft_text_paint (const AftBox *box, cairo_t *cr, AftStretchFunc stretch, gpointer data)
{
  Painter self = {
    .box = box, .cr = cr, .text = aft_lines_get_text (box->lines), .stretch = stretch, .data = data
  };
  PangoGlyphString *glyphs = pango_glyph_string_new ();

  for (int i = 0; i < box->n_lines && box->first_line + i < aft_lines_get_length (box->lines); i++)
    draw_line (&self,
               box->first_line + i,
               glyphs,
               box->rect.x + aft_lines_get_start (box->lines, box->first_line + i),
               box->rect.y + box->baseline + i * box->leading);
  end_stretch (&self);
  pango_glyph_string_free (glyphs);
}
