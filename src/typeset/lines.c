/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "typeset/lines-private.h"

#include <string.h>

static double
to_points (int units)
{
  return units / (double) PANGO_SCALE;
}

gboolean
aft_text_is_tall (const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if ((guchar) text[i] >= 0xD6 && (guchar) text[i] != 0xE2)
      return TRUE;
  return FALSE;
}

guint
aft_text_hash (const char *text, gsize length, guint64 seed)
{
  guint64 hash = 14695981039346656037u ^ seed; /* FNV-1a */

  for (gsize i = 0; i < length; i++)
    hash = (hash ^ (guchar) text[i]) * 1099511628211u;
  return (guint) (hash ^ (hash >> 32));
}

/* ---- memory ---- */

static void
allocate (AftLines *self, const char *text, gsize length, guint n_lines, guint n_runs)
{
  self->text = g_strndup (text, length);
  self->n_lines = n_lines;
  self->n_runs = n_runs;
  self->lines = g_new0 (AftLine, n_lines);
  self->runs = g_new0 (AftRun, n_runs);
}

AftLines *
aft_lines_alloc (const char *text, gsize length, guint n_lines, guint n_runs)
{
  AftLines *self = g_new0 (AftLines, 1);

  self->n_refs = 1;
  allocate (self, text, length, n_lines, n_runs);
  return self;
}

static gboolean
is_narrow (const AftGlyph *glyph)
{
  return (glyph->glyph < AFT_NARROW_EMPTY || glyph->glyph == PANGO_GLYPH_EMPTY) &&
         glyph->width >= G_MININT16 && glyph->width <= G_MAXINT16 && glyph->cluster <= G_MAXUINT16;
}

static gboolean
are_narrow (const GArray *glyphs)
{
  for (guint i = 0; i < glyphs->len; i++)
    if (!is_narrow (&g_array_index (glyphs, AftGlyph, i)))
      return FALSE;
  return TRUE;
}

static AftNarrowGlyph *
narrow (const GArray *glyphs)
{
  AftNarrowGlyph *copy = g_new (AftNarrowGlyph, glyphs->len);

  for (guint i = 0; i < glyphs->len; i++)
    {
      const AftGlyph *glyph = &g_array_index (glyphs, AftGlyph, i);

      copy[i] = (AftNarrowGlyph){ glyph->glyph == PANGO_GLYPH_EMPTY ? AFT_NARROW_EMPTY
                                                                    : (guint16) glyph->glyph,
                                  (gint16) glyph->width,
                                  (guint16) glyph->cluster };
    }
  return copy;
}

void
aft_lines_set_glyphs (AftLines *self, const GArray *glyphs, int *offsets)
{
  self->n_glyphs = glyphs->len;
  self->offsets = offsets;
  if (are_narrow (glyphs))
    self->narrow = narrow (glyphs);
  else
    self->wide = g_memdup2 (glyphs->data, glyphs->len * sizeof (AftGlyph));
}

static void
clear (AftLines *self)
{
  for (guint i = 0; i < self->n_runs; i++)
    g_object_unref (self->runs[i].font);
  g_free (self->text);
  g_free (self->lines);
  g_free (self->runs);
  g_clear_pointer (&self->narrow, g_free);
  g_clear_pointer (&self->wide, g_free);
  g_free (self->offsets);
}

AftLines *
aft_lines_ref (AftLines *self)
{
  g_atomic_int_inc (&self->n_refs);
  return self;
}

void
aft_lines_unref (AftLines *self)
{
  if (!g_atomic_int_dec_and_test (&self->n_refs))
    return;
  clear (self);
  g_free (self);
}

/* ---- from a layout ---- */

static guint
count_runs (PangoLayout *layout, int n_lines)
{
  guint n = 0;

  for (int i = 0; i < n_lines; i++)
    n += g_slist_length (pango_layout_get_line_readonly (layout, i)->runs);
  return n;
}

static void
take_attributes (AftRun *run, const PangoItem *item)
{
  for (GSList *l = item->analysis.extra_attrs; l != NULL; l = l->next)
    {
      const PangoAttribute *attribute = l->data;

      if (attribute->klass->type == PANGO_ATTR_STRIKETHROUGH)
        run->is_struck = ((const PangoAttrInt *) attribute)->value != 0;
      if (attribute->klass->type != PANGO_ATTR_FOREGROUND)
        continue;
      run->is_coloured = TRUE;
      run->color = ((const PangoAttrColor *) attribute)->color;
    }
}

/* Returns whether any is moved. */
static gboolean
take_glyphs (AftLines *self, const PangoGlyphString *string, GArray *glyphs, GArray *offsets)
{
  gboolean is_moved = FALSE;

  for (int n = 0; n < string->num_glyphs; n++)
    {
      const PangoGlyphInfo *info = &string->glyphs[n];
      AftGlyph glyph = { info->glyph, info->geometry.width, (guint) string->log_clusters[n] };

      self->is_missing |=
          info->glyph != PANGO_GLYPH_EMPTY && (info->glyph & PANGO_GLYPH_UNKNOWN_FLAG) != 0;
      is_moved |= info->geometry.x_offset != 0 || info->geometry.y_offset != 0;
      g_array_append_val (glyphs, glyph);
      g_array_append_val (offsets, info->geometry.x_offset);
      g_array_append_val (offsets, info->geometry.y_offset);
    }
  return is_moved;
}

static void
take_run (AftRun *run, guint first_glyph, const PangoGlyphItem *item)
{
  *run = (AftRun){ .font = g_object_ref (item->item->analysis.font),
                   .offset = (guint) item->item->offset,
                   .length = (guint) item->item->length,
                   .n_chars = (guint) item->item->num_chars,
                   .first_glyph = first_glyph,
                   .n_glyphs = (guint) item->glyphs->num_glyphs,
                   .level = item->item->analysis.level };
  take_attributes (run, item->item);
}

static double
find_start (PangoLayout *layout, gboolean is_rtl, double width)
{
  PangoAlignment align = pango_layout_get_alignment (layout);
  double         room = to_points (pango_layout_get_width (layout));

  if (pango_layout_get_width (layout) < 0 || (align == PANGO_ALIGN_LEFT && !is_rtl))
    return 0;
  if (align == PANGO_ALIGN_CENTER)
    return (room - width) / 2;
  return (align == PANGO_ALIGN_RIGHT) == is_rtl ? 0 : room - width;
}

/* Glyphs of all lines, while they are collected. */
typedef struct
{
  GArray  *glyphs;  /* AftGlyph */
  GArray  *offsets; /* int, x and y by turns */
  gboolean is_moved;
  guint    run;
} Collection;

static void
collection_init (Collection *self)
{
  *self = (Collection){ .glyphs = g_array_new (FALSE, FALSE, sizeof (AftGlyph)),
                        .offsets = g_array_new (FALSE, FALSE, sizeof (int)) };
}

static void
take_line (AftLines *self, AftLine *line, GSList *runs, Collection *all)
{
  line->first_run = all->run;
  for (GSList *l = runs; l != NULL; l = l->next, all->run++)
    {
      const PangoGlyphItem *item = l->data;

      take_run (&self->runs[all->run], all->glyphs->len, item);
      all->is_moved |= take_glyphs (self, item->glyphs, all->glyphs, all->offsets);
      line->width += pango_glyph_string_get_width (item->glyphs);
    }
  line->n_runs = all->run - line->first_run;
  self->width = MAX (self->width, (float) to_points (line->width));
}

static void
take_collection (AftLines *self, Collection *all)
{
  gpointer offsets = g_array_free (all->offsets, !all->is_moved);

  aft_lines_set_glyphs (self, all->glyphs, all->is_moved ? offsets : NULL);
  g_array_unref (all->glyphs);
}

static void
take_lines (AftLines *self, PangoLayout *layout)
{
  Collection all;

  collection_init (&all);
  for (guint i = 0; i < self->n_lines; i++)
    {
      PangoLayoutLine *from = pango_layout_get_line_readonly (layout, (int) i);
      AftLine         *line = &self->lines[i];

      line->is_rtl = from->resolved_dir == PANGO_DIRECTION_RTL;
      line->is_continued = !from->is_paragraph_start;
      take_line (self, line, from->runs, &all);
      line->start = (float) find_start (layout, line->is_rtl, to_points (line->width));
    }
  take_collection (self, &all);
}

AftLines *
aft_lines_new_for_runs (const char *text, gsize length, GSList *runs)
{
  AftLines  *self = aft_lines_alloc (text, length, 1, g_slist_length (runs));
  Collection all;

  collection_init (&all);
  take_line (self, &self->lines[0], runs, &all);
  take_collection (self, &all);
  return self;
}

static double
tallest_line (PangoLayout *layout)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  int              tallest = 0;

  do
    {
      PangoRectangle logical;

      pango_layout_iter_get_line_extents (iter, NULL, &logical);
      tallest = MAX (tallest, logical.height);
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
  return to_points (tallest);
}

static void
fill (AftLines *self, PangoLayout *layout)
{
  const char *text = pango_layout_get_text (layout);
  gsize       length = strlen (text);
  int         n_lines = pango_layout_get_line_count (layout);

  *self = (AftLines){ .n_refs = self->n_refs };
  allocate (self, text, length, (guint) n_lines, count_runs (layout, n_lines));
  take_lines (self, layout);
  if (aft_text_is_tall (text, length))
    self->tallest = (float) tallest_line (layout);
}

AftLines *
aft_lines_new (PangoLayout *layout)
{
  AftLines *self = g_new0 (AftLines, 1);

  self->n_refs = 1;
  fill (self, layout);
  return self;
}

AftLines *
aft_lines_take (PangoLayout *layout)
{
  AftLines *self = aft_lines_new (layout);

  g_object_unref (layout);
  return self;
}

void
aft_lines_set (AftLines *self, PangoLayout *layout)
{
  clear (self);
  fill (self, layout);
}

/* ---- questions ---- */

const char *
aft_lines_get_text (const AftLines *self)
{
  return self->text;
}

int
aft_lines_get_length (const AftLines *self)
{
  return (int) self->n_lines;
}

double
aft_lines_get_width (const AftLines *self)
{
  return self->width;
}

double
aft_lines_get_tallest (const AftLines *self)
{
  return self->tallest;
}

gboolean
aft_lines_is_missing (const AftLines *self)
{
  return self->is_missing;
}

gboolean
aft_lines_is_rtl (const AftLines *self, int line)
{
  return self->lines[line].is_rtl;
}

gboolean
aft_lines_is_continued (const AftLines *self, int line)
{
  return self->lines[line].is_continued;
}

/* In the order of the text that is the run with the lowest offset. */
gsize
aft_lines_get_offset (const AftLines *self, int line)
{
  const AftLine *at = &self->lines[line];
  gsize          offset = G_MAXSIZE;

  for (guint i = 0; i < at->n_runs; i++)
    offset = MIN (offset, self->runs[at->first_run + i].offset);
  return offset;
}

double
aft_lines_get_line_width (const AftLines *self, int line)
{
  return to_points (self->lines[line].width);
}

double
aft_lines_get_start (const AftLines *self, int line)
{
  return self->lines[line].start;
}

const AftRun *
aft_lines_get_runs (const AftLines *self, int line, guint *n_runs)
{
  *n_runs = self->lines[line].n_runs;
  return self->runs + self->lines[line].first_run;
}

AftGlyph
aft_lines_get_glyph (const AftLines *self, guint i)
{
  const AftNarrowGlyph *glyph;

  if (self->wide != NULL)
    return self->wide[i];
  glyph = &self->narrow[i];
  return (AftGlyph){ glyph->glyph == AFT_NARROW_EMPTY ? PANGO_GLYPH_EMPTY : glyph->glyph,
                     glyph->width,
                     glyph->cluster };
}

void
aft_lines_get_glyphs (const AftLines *self, const AftRun *run, PangoGlyphString *string)
{
  pango_glyph_string_set_size (string, (int) run->n_glyphs);
  for (guint n = 0; n < run->n_glyphs; n++)
    {
      guint    i = run->first_glyph + n;
      AftGlyph glyph = aft_lines_get_glyph (self, i);
      int      x = self->offsets != NULL ? self->offsets[2 * i] : 0;
      int      y = self->offsets != NULL ? self->offsets[2 * i + 1] : 0;

      string->glyphs[n] =
          (PangoGlyphInfo){ .glyph = glyph.glyph,
                            .geometry = { .width = glyph.width, .x_offset = x, .y_offset = y } };
      string->log_clusters[n] = (int) glyph.cluster;
    }
}
