/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "typeset/line-assembly.h"

#include <string.h>

#include "typeset/lines-private.h"

struct _AftLineAssembly
{
  GArray  *lines;   /* AftLine */
  GArray  *runs;    /* AftRun */
  GArray  *glyphs;  /* AftGlyph */
  GArray  *offsets; /* int, x and y by turns */
  gboolean is_moved, is_missing;
  guint    segment; /* of the last run; G_MAXUINT at the beginning of a line */
};

AftLineAssembly *
aft_line_assembly_new (void)
{
  AftLineAssembly *self = g_new0 (AftLineAssembly, 1);

  self->lines = g_array_new (FALSE, FALSE, sizeof (AftLine));
  self->runs = g_array_new (FALSE, FALSE, sizeof (AftRun));
  self->glyphs = g_array_new (FALSE, FALSE, sizeof (AftGlyph));
  self->offsets = g_array_new (FALSE, FALSE, sizeof (int));
  return self;
}

static void
free_arrays (AftLineAssembly *self)
{
  g_array_unref (self->lines);
  g_array_unref (self->runs);
  g_array_unref (self->glyphs);
  g_clear_pointer (&self->offsets, g_array_unref);
  g_free (self);
}

void
aft_line_assembly_free (AftLineAssembly *self)
{
  for (guint i = 0; i < self->runs->len; i++)
    g_object_unref (g_array_index (self->runs, AftRun, i).font);
  free_arrays (self);
}

static AftRun *
last_run (AftLineAssembly *self)
{
  return &g_array_index (self->runs, AftRun, self->runs->len - 1);
}

/* The last run goes on with these glyphs. */
static gboolean
continues (AftLineAssembly *self, const AftPiece *piece, const AftRun *run, guint offset)
{
  const AftRun *last;

  if (self->segment != piece->segment)
    return FALSE;
  last = last_run (self);
  return last->font == run->font && last->level == run->level &&
         (piece->type == AFT_PIECE_HYPHEN || last->offset + last->length == offset);
}

static void
add_glyphs (AftLineAssembly *self, const AftPiece *piece, const AftRun *run, guint base)
{
  const AftLines *shape = piece->word->shape;

  for (guint i = run->first_glyph; i < run->first_glyph + run->n_glyphs; i++)
    {
      static const int unmoved[2] = { 0, 0 };
      AftGlyph         glyph = aft_lines_get_glyph (shape, i);

      if (piece->type == AFT_PIECE_LOST_SPACE)
        glyph = (AftGlyph){ PANGO_GLYPH_EMPTY, 0, glyph.cluster };
      glyph.cluster += base;
      g_array_append_val (self->glyphs, glyph);
      g_array_append_vals (
          self->offsets, shape->offsets != NULL ? shape->offsets + 2 * i : unmoved, 2);
    }
  self->is_moved |= shape->offsets != NULL;
}

static void
add_run (AftLineAssembly *self, const AftPiece *piece, const AftRun *from)
{
  guint   offset = piece->offset + (piece->type == AFT_PIECE_HYPHEN ? 0 : from->offset);
  AftRun *run;

  if (!continues (self, piece, from, offset))
    {
      AftRun begun = *from;

      begun.font = g_object_ref (from->font);
      begun.offset = offset;
      begun.length = begun.n_chars = begun.n_glyphs = 0;
      begun.first_glyph = self->glyphs->len;
      g_array_append_val (self->runs, begun);
      self->segment = piece->segment;
    }
  run = last_run (self);
  add_glyphs (self, piece, from, offset - run->offset);
  run->n_glyphs = self->glyphs->len - run->first_glyph;
  if (piece->type == AFT_PIECE_HYPHEN)
    return;
  run->length += from->length;
  run->n_chars += from->n_chars;
}

static void
add_piece (AftLineAssembly *self, const AftPiece *piece)
{
  const AftLines *shape = piece->word->shape;
  guint           n_runs;
  const AftRun   *runs = aft_lines_get_runs (shape, 0, &n_runs);

  for (guint i = 0; i < n_runs; i++)
    add_run (self, piece, &runs[i]);
  self->is_missing |= shape->is_missing;
}

void
aft_line_assembly_add (AftLineAssembly *self,
                       const AftPiece  *pieces,
                       guint            n_pieces,
                       int              width,
                       double           start,
                       gboolean         is_continued)
{
  AftLine line = { .first_run = self->runs->len,
                   .start = (float) start,
                   .is_continued = is_continued,
                   .width = width };

  self->segment = G_MAXUINT;
  for (guint i = 0; i < n_pieces; i++)
    add_piece (self, &pieces[i]);
  line.n_runs = self->runs->len - line.first_run;
  g_array_append_val (self->lines, line);
}

static double
widest_line (const AftLineAssembly *self)
{
  int width = 0;

  for (guint i = 0; i < self->lines->len; i++)
    width = MAX (width, g_array_index (self->lines, AftLine, i).width);
  return width / (double) PANGO_SCALE;
}

AftLines *
aft_line_assembly_finish (AftLineAssembly *self, const char *text, gsize length)
{
  AftLines *lines = aft_lines_alloc (text, length, self->lines->len, self->runs->len);
  int      *offsets = NULL;

  memcpy (lines->lines, self->lines->data, self->lines->len * sizeof (AftLine));
  if (self->runs->len > 0) /* a text may be empty */
    memcpy (lines->runs, self->runs->data, self->runs->len * sizeof (AftRun));
  lines->width = (float) widest_line (self);
  lines->is_missing = self->is_missing;
  if (self->is_moved)
    offsets = (int *) (void *) g_array_free (g_steal_pointer (&self->offsets), FALSE);
  aft_lines_set_glyphs (lines, self->glyphs, offsets);
  free_arrays (self);
  return lines;
}
