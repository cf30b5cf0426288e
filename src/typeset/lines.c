/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "typeset/lines.h"

typedef struct
{
  guint first_run, n_runs;
  float start;
  guint is_rtl : 1;
  guint is_continued : 1;
} Line;

/* Glyphs of all runs one behind the other; few have offsets. */
struct _AftLines
{
  int         n_refs;
  guint       serial; /* of the layout */
  char       *text;
  Line       *lines;
  AftRun     *runs;
  PangoGlyph *glyphs;
  int        *widths;
  guint      *clusters;
  int        *offsets; /* x and y by turns; NULL: none has any */
  guint       n_lines, n_runs, n_glyphs;
  float       width;
  gboolean    is_missing;
};

static double
to_points (int units)
{
  return units / (double) PANGO_SCALE;
}

/* ---- from a layout ---- */

static void
count (AftLines *self, PangoLayout *layout)
{
  gboolean has_offsets = FALSE;

  self->n_lines = (guint) pango_layout_get_line_count (layout);
  self->n_runs = self->n_glyphs = 0;
  for (guint i = 0; i < self->n_lines; i++)
    for (GSList *l = pango_layout_get_line_readonly (layout, (int) i)->runs; l != NULL; l = l->next)
      {
        const PangoGlyphString *glyphs = ((PangoGlyphItem *) l->data)->glyphs;

        self->n_runs++;
        self->n_glyphs += (guint) glyphs->num_glyphs;
        for (int n = 0; n < glyphs->num_glyphs; n++)
          has_offsets |=
              glyphs->glyphs[n].geometry.x_offset != 0 || glyphs->glyphs[n].geometry.y_offset != 0;
      }
  self->lines = g_new (Line, self->n_lines);
  self->runs = g_new (AftRun, self->n_runs);
  self->glyphs = g_new (PangoGlyph, self->n_glyphs);
  self->widths = g_new (int, self->n_glyphs);
  self->clusters = g_new (guint, self->n_glyphs);
  self->offsets = has_offsets ? g_new (int, 2 * self->n_glyphs) : NULL;
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

static void
take_glyphs (AftLines *self, guint first, const PangoGlyphString *glyphs)
{
  for (int n = 0; n < glyphs->num_glyphs; n++)
    {
      const PangoGlyphInfo *info = &glyphs->glyphs[n];
      guint                 i = first + (guint) n;

      self->glyphs[i] = info->glyph;
      self->widths[i] = info->geometry.width;
      self->clusters[i] = (guint) glyphs->log_clusters[n];
      self->is_missing |=
          info->glyph != PANGO_GLYPH_EMPTY && (info->glyph & PANGO_GLYPH_UNKNOWN_FLAG) != 0;
      if (self->offsets == NULL)
        continue;
      self->offsets[2 * i] = info->geometry.x_offset;
      self->offsets[2 * i + 1] = info->geometry.y_offset;
    }
}

/* Returns its width. */
static int
take_run (AftLines *self, AftRun *run, guint first_glyph, const PangoGlyphItem *item)
{
  *run = (AftRun){ .font = g_object_ref (item->item->analysis.font),
                   .offset = (guint) item->item->offset,
                   .length = (guint) item->item->length,
                   .n_chars = (guint) item->item->num_chars,
                   .first_glyph = first_glyph,
                   .n_glyphs = (guint) item->glyphs->num_glyphs,
                   .level = item->item->analysis.level };
  take_attributes (run, item->item);
  take_glyphs (self, first_glyph, item->glyphs);
  return pango_glyph_string_get_width (item->glyphs);
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

static void
take_lines (AftLines *self, PangoLayout *layout)
{
  guint run = 0, glyph = 0;

  for (guint i = 0; i < self->n_lines; i++)
    {
      PangoLayoutLine *line = pango_layout_get_line_readonly (layout, (int) i);
      int              width = 0;

      self->lines[i] = (Line){ .first_run = run,
                               .is_rtl = line->resolved_dir == PANGO_DIRECTION_RTL,
                               .is_continued = !line->is_paragraph_start };
      for (GSList *l = line->runs; l != NULL; l = l->next, run++)
        {
          width += take_run (self, &self->runs[run], glyph, l->data);
          glyph += self->runs[run].n_glyphs;
        }
      self->lines[i].n_runs = run - self->lines[i].first_run;
      self->lines[i].start = (float) find_start (layout, self->lines[i].is_rtl, to_points (width));
      self->width = MAX (self->width, (float) to_points (width));
    }
}

static void
clear (AftLines *self)
{
  for (guint i = 0; i < self->n_runs; i++)
    g_object_unref (self->runs[i].font);
  g_free (self->text);
  g_free (self->lines);
  g_free (self->runs);
  g_free (self->glyphs);
  g_free (self->widths);
  g_free (self->clusters);
  g_free (self->offsets);
}

static void
fill (AftLines *self, PangoLayout *layout)
{
  self->text = g_strdup (pango_layout_get_text (layout));
  self->width = 0;
  self->is_missing = FALSE;
  count (self, layout);
  take_lines (self, layout);
  self->serial = pango_layout_get_serial (layout);
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
aft_lines_of (PangoLayout *layout)
{
  GQuark    quark = g_quark_from_static_string ("aft-lines");
  AftLines *self = g_object_get_qdata (G_OBJECT (layout), quark);

  if (self == NULL || self->serial != pango_layout_get_serial (layout))
    {
      self = aft_lines_new (layout);
      g_object_set_qdata_full (G_OBJECT (layout), quark, self, (GDestroyNotify) aft_lines_unref);
    }
  return aft_lines_ref (self);
}

AftLines *
aft_lines_take (PangoLayout *layout)
{
  AftLines *self = aft_lines_of (layout);

  g_object_unref (layout);
  return self;
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

void
aft_lines_get_glyphs (const AftLines *self, const AftRun *run, PangoGlyphString *string)
{
  pango_glyph_string_set_size (string, (int) run->n_glyphs);
  for (guint n = 0; n < run->n_glyphs; n++)
    {
      guint i = run->first_glyph + n;

      string->glyphs[n] =
          (PangoGlyphInfo){ .glyph = self->glyphs[i],
                            .geometry = { .width = self->widths[i],
                                          .x_offset = self->offsets ? self->offsets[2 * i] : 0,
                                          .y_offset =
                                              self->offsets ? self->offsets[2 * i + 1] : 0 } };
      string->log_clusters[n] = (int) self->clusters[i];
    }
}
