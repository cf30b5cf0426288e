/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pango.h>

G_BEGIN_DECLS

/* The lines of a text as a layout broke them, and nothing else of it: what a page needs to be
 * drawn. A layout keeps what it takes to break the text again, several times as much; thousands of
 * cells of a long document are kept from the first page to the last. Shared by all that show the
 * text, in any thread. */
typedef struct _AftLines AftLines;

/* A stretch of one font and direction. */
typedef struct
{
  PangoFont *font;
  guint      offset, length; /* bytes in the text */
  guint      n_chars;
  guint      first_glyph, n_glyphs;
  guint8     level; /* of the direction: odd is from right to left */
  gboolean   is_struck;
  gboolean   is_coloured;
  PangoColor color;
} AftRun;

AftLines *aft_lines_new (PangoLayout *layout);
/* Those, and the layout is not needed any more. */
AftLines *aft_lines_take (PangoLayout *layout);
AftLines *aft_lines_ref (AftLines *self);
void      aft_lines_unref (AftLines *self);
/* Another text in the same place, for all that share it. */
void aft_lines_set (AftLines *self, PangoLayout *layout);

const char *aft_lines_get_text (const AftLines *self);
int         aft_lines_get_length (const AftLines *self);
/* Of the widest line, in points. */
double aft_lines_get_width (const AftLines *self);
/* Height of the tallest line in points, where it is of a script that may need more than the
 * leading; else 0: Latin, Greek and Cyrillic fit that of every face. */
double aft_lines_get_tallest (const AftLines *self);
/* Some characters are in none of the fonts. */
gboolean aft_lines_is_missing (const AftLines *self);

/* Of one line: */
gboolean aft_lines_is_rtl (const AftLines *self, int line);
/* Goes on where the line above had no more room. */
gboolean aft_lines_is_continued (const AftLines *self, int line);
/* Where it begins in the text, bytes. */
gsize aft_lines_get_offset (const AftLines *self, int line);
/* In points, without the space that it was broken at. */
double aft_lines_get_line_width (const AftLines *self, int line);
/* Where it begins, in points from the left of the place of the text. */
double aft_lines_get_start (const AftLines *self, int line);
/* From left to right. */
const AftRun *aft_lines_get_runs (const AftLines *self, int line, guint *n_runs);
/* As Pango has them; string keeps its memory from one call to the next. */
void aft_lines_get_glyphs (const AftLines *self, const AftRun *run, PangoGlyphString *string);

/* Of bytes, for tables of texts; nobody finds texts that share one without looking for them. */
guint aft_text_hash (const char *text, gsize length, guint64 seed);
/* Some of its letters are of a script for that, see aft_lines_get_tallest(). */
gboolean aft_text_is_tall (const char *text, gsize length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AftLines, aft_lines_unref)

G_END_DECLS
