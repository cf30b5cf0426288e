/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "typeset/lines.h"

G_BEGIN_DECLS

typedef struct
{
  guint first_run, n_runs;
  float start;
  guint is_rtl : 1;
  guint is_continued : 1;
  int   width; /* Pango units */
} AftLine;

/* One of a run. cluster: byte in the run. */
typedef struct
{
  PangoGlyph glyph;
  int        width; /* Pango units */
  guint      cluster;
} AftGlyph;

/* The same in half the room, for nearly all texts. */
typedef struct
{
  guint16 glyph; /* AFT_NARROW_EMPTY: none */
  gint16  width;
  guint16 cluster;
} AftNarrowGlyph;

#define AFT_NARROW_EMPTY G_MAXUINT16

/* Glyphs of all runs one behind the other; few have offsets. */
struct _AftLines
{
  int             n_refs;
  char           *text;
  AftLine        *lines;
  AftRun         *runs;
  AftNarrowGlyph *narrow;
  AftGlyph       *wide;    /* instead, where one is too large for that */
  int            *offsets; /* x and y by turns, Pango units; NULL: none has any */
  guint           n_lines, n_runs, n_glyphs;
  float           width;
  float           tallest; /* line of a script that needs room; 0 where none does */
  gboolean        is_missing;
};

/* Of those counts, to be filled in. */
AftLines *aft_lines_alloc (const char *text, gsize length, guint n_lines, guint n_runs);
/* One line from left to right, of PangoGlyphItem. */
AftLines *aft_lines_new_for_runs (const char *text, gsize length, GSList *runs);
/* AftGlyph, which are copied; the offsets are taken over. */
void     aft_lines_set_glyphs (AftLines *self, const GArray *glyphs, int *offsets);
AftGlyph aft_lines_get_glyph (const AftLines *self, guint i);

G_END_DECLS
