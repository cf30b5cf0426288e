/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "typeset/word-lines.h"

#include <string.h>

#include "typeset/line-assembly.h"

#define SOFT_HYPHEN "\u00AD"

/* Bytes. A word is tried at each place where a line may end inside of it: long ones, which are data
 * and no words, are left to a layout. */
#define MAX_WORD 256
#define MAX_X    (G_MAXINT / 2) /* Pango units: where adding up ends */

/* A stretch of one look. */
typedef struct
{
  guint end; /* bytes in the text */
  guint look;
} Segment;

typedef struct
{
  AftWords   *words;
  const char *text;
  guint       length;
  guint       plain;        /* look without attributes of its own */
  GArray     *segments;     /* Segment */
  GArray     *pieces;       /* AftPiece, of the line being filled */
  guint       segment;      /* that of the words being filled in */
  guint8     *ends;         /* by byte: a line may end before it; once that is in doubt */
  int         room;         /* negative: unlimited */
  gboolean    overflows;    /* a part wider than the line stands in it all the same */
  int         x;            /* of the line being filled */
  int         tail;         /* of the spaces behind a word, what must fit as if it were seen */
  gboolean    is_continued; /* it is not the first of its paragraph */
  int         widest;       /* of all lines so far */

  AftLineAssembly *assembly; /* NULL: widths are all that is asked */
  PangoAlignment   align;
} Filler;

/* ---- what can be set so ---- */

/* Of the signs that three bytes from E2 begin: marks of direction and others that are not seen. */
static gboolean
is_special (const char *text)
{
  gunichar sign = g_utf8_get_char (text);

  return (sign >= 0x2004 && sign <= 0x200F) || (sign >= 0x2028 && sign <= 0x202E) ||
         (sign >= 0x205F && sign <= 0x206F && sign != 0x2060) || sign >= 0x2E80;
}

/* A mark stands on the letter before it, be it a space. */
static gboolean
is_mark (const char *text)
{
  return (guchar) *text >= 0xCC && g_unichar_ismark (g_utf8_get_char (text));
}

/* Pango treats spaces at the beginning of a line in ways of its own. */
static gboolean
is_simple (const char *text, gsize length)
{
  char before = '\n';

  for (gsize i = 0; i < length; i++)
    {
      if ((guchar) text[i] < ' ' && text[i] != '\n')
        return FALSE;
      if (text[i] == ' ' && before == '\n')
        return FALSE;
      if ((before == ' ' || before == '\n') && is_mark (text + i))
        return FALSE;
      if ((guchar) text[i] == 0xE2 && is_special (text + i))
        return FALSE;
      before = text[i];
    }
  return !aft_text_is_tall (text, length);
}

/* ---- stretches of one look ---- */

static PangoAttrList *
attributes_at (PangoAttrIterator *iter)
{
  GSList        *attributes = pango_attr_iterator_get_attrs (iter);
  PangoAttrList *list = attributes != NULL ? pango_attr_list_new () : NULL;

  for (GSList *l = attributes; l != NULL; l = l->next)
    {
      PangoAttribute *attribute = l->data;

      attribute->start_index = PANGO_ATTR_INDEX_FROM_TEXT_BEGINNING;
      attribute->end_index = PANGO_ATTR_INDEX_TO_TEXT_END;
      pango_attr_list_insert (list, attribute);
    }
  g_slist_free (attributes);
  return list;
}

static void
add_segment (Filler *self, const AftWordFace *face, PangoAttrList *attrs, guint end)
{
  Segment segment = { MIN (end, self->length),
                      attrs != NULL ? aft_words_find_look (self->words, face, attrs)
                                    : self->plain };

  g_array_append_val (self->segments, segment);
}

static void
find_segments (Filler *self, const AftWordFace *face, PangoAttrList *attrs)
{
  PangoAttrIterator *iter;

  self->plain = aft_words_find_look (self->words, face, NULL);
  if (attrs == NULL)
    {
      add_segment (self, face, NULL, self->length);
      return;
    }
  iter = pango_attr_list_get_iterator (attrs);
  do
    {
      PangoAttrList *own = attributes_at (iter);
      int            start, end;

      pango_attr_iterator_range (iter, &start, &end);
      if (start < end && (guint) start < self->length)
        add_segment (self, face, own, (guint) end);
      g_clear_pointer (&own, pango_attr_list_unref);
    }
  while (pango_attr_iterator_next (iter));
  pango_attr_iterator_destroy (iter);
  if (self->segments->len == 0)
    add_segment (self, face, NULL, self->length);
}

static const Segment *
get_segment (const Filler *self, guint i)
{
  return &g_array_index (self->segments, Segment, i);
}

/* The segment that the offset, which only grows, is in. */
static void
move_to (Filler *self, guint offset)
{
  while (get_segment (self, self->segment)->end <= offset &&
         self->segment + 1 < self->segments->len)
    self->segment++;
}

/* ---- words ---- */

/* The part of a range that is of one look; the range begins in the segment. */
static const AftWord *
next_part (Filler *self, guint *segment, guint start, guint end)
{
  const Segment *at = get_segment (self, *segment);

  while (at->end <= start && *segment + 1 < self->segments->len)
    at = get_segment (self, ++*segment);
  return aft_words_shape (self->words, at->look, self->text + start, MIN (end, at->end) - start);
}

static int
measure (Filler *self, guint start, guint end)
{
  guint segment = self->segment;
  int   width = 0;

  while (start < end)
    {
      const AftWord *part = next_part (self, &segment, start, end);

      width += part->width;
      start += part->length;
    }
  return width;
}

static void
add_piece (Filler *self, const AftWord *word, guint offset, guint segment, AftPieceType type)
{
  AftPiece piece = { word, offset, segment, type };

  g_array_append_val (self->pieces, piece);
  self->x = MIN (self->x + word->width, MAX_X);
}

static void
add_range (Filler *self, guint start, guint end, AftPieceType type)
{
  while (start < end)
    {
      const AftWord *part = next_part (self, &self->segment, start, end);

      add_piece (self, part, start, self->segment, type);
      start += part->length;
    }
}

static void
lose_space (Filler *self)
{
  AftPiece *last;

  if (self->pieces->len == 0)
    return;
  last = &g_array_index (self->pieces, AftPiece, self->pieces->len - 1);
  if (last->type != AFT_PIECE_SPACE)
    return;
  last->type = AFT_PIECE_LOST_SPACE;
  self->x -= last->word->width;
}

static double
find_start (const Filler *self)
{
  if (self->room < 0 || self->align == PANGO_ALIGN_LEFT)
    return 0;
  return (self->room - self->x) / (double) PANGO_SCALE /
         (self->align == PANGO_ALIGN_CENTER ? 2 : 1);
}

static void
end_line (Filler *self, gboolean is_wrapped)
{
  if (is_wrapped)
    lose_space (self);
  if (self->assembly != NULL)
    aft_line_assembly_add (self->assembly,
                           (const AftPiece *) (const void *) self->pieces->data,
                           self->pieces->len,
                           self->x,
                           find_start (self),
                           self->is_continued);
  self->widest = MAX (self->widest, self->x);
  self->x = 0;
  self->is_continued = is_wrapped;
  g_array_set_size (self->pieces, 0);
  aft_words_trim (self->words);
}

/* ---- where lines may end ---- */

static gboolean
is_behind_soft_hyphen (const Filler *self, guint offset)
{
  gsize length = strlen (SOFT_HYPHEN);

  return offset >= length && memcmp (self->text + offset - length, SOFT_HYPHEN, length) == 0;
}

static gboolean
is_behind_wide_space (const Filler *self, guint offset)
{
  return g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (self->text + offset)));
}

/* Between two letters, digits or opening signs a line may always end where there is a space. */
static gboolean
is_doubtful (const Filler *self, guint offset)
{
  guchar before = (guchar) self->text[offset - 2], after = (guchar) self->text[offset];

  return !(g_ascii_isalnum (after) || (after < 0x80 && strchr ("(<#*@+=_`~", after) != NULL)) ||
         !(g_ascii_isalnum (before) || (before < 0x80 && strchr (".,:;!?)>*%`", before) != NULL));
}

static void
find_ends (Filler *self)
{
  int                      n = (int) g_utf8_strlen (self->text, self->length) + 1;
  g_autofree PangoLogAttr *attrs = g_new0 (PangoLogAttr, n);
  const char              *p = self->text;

  pango_get_log_attrs (self->text, (int) self->length, 0, pango_language_get_default (), attrs, n);
  self->ends = g_new0 (guint8, self->length + 1);
  for (int i = 0; i + 1 < n; i++, p = g_utf8_next_char (p))
    self->ends[p - self->text] = attrs[i].is_line_break;
}

/* Behind the space before it. */
static gboolean
may_end_before (Filler *self, guint offset)
{
  if (!is_doubtful (self, offset))
    return TRUE;
  if (self->ends == NULL)
    find_ends (self);
  return self->ends[offset];
}

/* The offset is in the segment of the words being filled in, or behind it. */
static gboolean
is_inside_whole (const Filler *self, guint offset)
{
  guint i = self->segment;

  while (i + 1 < self->segments->len && get_segment (self, i)->end < offset)
    i++;
  return offset < get_segment (self, i)->end &&
         aft_words_is_whole (self->words, get_segment (self, i)->look);
}

/* A word of several looks breaks as one of a single look would. */
static const AftWord *
breaking_word (Filler *self, guint start, guint end)
{
  const Segment *segment = get_segment (self, self->segment);
  guint          look = end <= segment->end ? segment->look : self->plain;

  return aft_words_shape (self->words, look, self->text + start, end - start);
}

/* What is drawn where a line ends there; NULL: nothing. */
static const AftWord *
find_hyphen (Filler *self, guint offset)
{
  if (!is_behind_soft_hyphen (self, offset))
    return NULL;
  return aft_words_shape_hyphen (self->words, get_segment (self, self->segment)->look);
}

static int
measure_to_break (Filler *self, guint from, guint at)
{
  const AftWord *hyphen = find_hyphen (self, at);

  return measure (self, from, at) + (hyphen != NULL ? hyphen->width : 0);
}

/* How many of the breaks from the first on leave a start of the word that fits. */
static guint
count_fitting (Filler *self, const AftWord *word, guint word_start, guint from, guint first)
{
  guint low = first, high = word->n_breaks;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (self->x + measure_to_break (self, from, word_start + word->breaks[middle]) <= self->room)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* The last place of the word where the line may end, behind "from"; where all is too wide the
 * first. 0: none. */
static guint
find_break (Filler *self, guint word_start, guint from, guint end)
{
  const AftWord *word = breaking_word (self, word_start, end);
  guint          first = 0, n;

  while (first < word->n_breaks && word_start + word->breaks[first] <= from)
    first++;
  n = count_fitting (self, word, word_start, from, first);
  for (guint i = n; i > first; i--)
    if (!is_inside_whole (self, word_start + word->breaks[i - 1]))
      return word_start + word->breaks[i - 1];
  for (guint i = n; self->overflows && i < word->n_breaks; i++)
    if (!is_inside_whole (self, word_start + word->breaks[i]))
      return word_start + word->breaks[i];
  return 0;
}

/* ---- filling ---- */

static void
fill_to_break (Filler *self, guint from, guint at)
{
  const AftWord *hyphen = find_hyphen (self, at);

  add_range (self, from, at, AFT_PIECE_WORD);
  if (hyphen != NULL)
    add_piece (self, hyphen, at - (guint) strlen (SOFT_HYPHEN), self->segment, AFT_PIECE_HYPHEN);
  end_line (self, TRUE);
}

static gboolean
is_first_of_line (const Filler *self)
{
  return self->pieces->len == 0;
}

/* FALSE: a layout must do it. */
static gboolean
fill_word (Filler *self, guint start, guint end)
{
  if (end - start > MAX_WORD || (self->assembly != NULL && self->x == MAX_X))
    return FALSE;
  for (guint from = start; from < end;)
    {
      guint at;

      move_to (self, from);
      if (self->room < 0 || self->x + measure (self, from, end) + self->tail <= self->room)
        {
          add_range (self, from, end, AFT_PIECE_WORD);
          return TRUE;
        }
      if (self->overflows && !is_first_of_line (self) && may_end_before (self, from))
        end_line (self, TRUE);
      at = find_break (self, start, from, end);
      if (at > 0 && is_behind_wide_space (self, at))
        return FALSE;
      if (at > 0)
        {
          fill_to_break (self, from, at);
          from = at;
        }
      else if (self->overflows)
        {
          add_range (self, from, end, AFT_PIECE_WORD);
          return TRUE;
        }
      else if (is_first_of_line (self) || !may_end_before (self, from))
        return FALSE;
      else
        end_line (self, TRUE);
    }
  return TRUE;
}

/* All but the one that a line may be broken at. */
static int
measure_tail (Filler *self, guint start, guint end, gboolean is_last)
{
  if (!is_last && end - start <= 1)
    return 0;
  return measure (self, start, is_last ? end : end - 1);
}

static void
fill_spaces (Filler *self, guint start, guint end)
{
  for (guint at = start; at < end; at++)
    {
      move_to (self, at);
      add_range (self, at, at + 1, AFT_PIECE_SPACE);
    }
}

static gboolean
fill_paragraph (Filler *self, guint start, guint end)
{
  for (guint at = start; at < end;)
    {
      guint word_end = at + (guint) strcspn (self->text + at, " \n");
      guint next = word_end + (guint) strspn (self->text + word_end, " ");

      if (next - word_end > MAX_WORD)
        return FALSE;
      self->tail = measure_tail (self, word_end, next, next == end);
      if (!fill_word (self, at, word_end))
        return FALSE;
      fill_spaces (self, word_end, next);
      at = next;
    }
  end_line (self, FALSE);
  return TRUE;
}

static gboolean
fill (Filler *self)
{
  for (guint at = 0; at <= self->length;)
    {
      guint length = (guint) strcspn (self->text + at, "\n");

      if (!fill_paragraph (self, at, at + length))
        return FALSE;
      at += length + 1;
    }
  return TRUE;
}

static gboolean
filler_init (Filler            *self,
             AftWords          *words,
             const AftWordFace *face,
             const char        *text,
             gsize              length,
             PangoAttrList     *attrs)
{
  *self = (Filler){ .words = words, .text = text, .length = (guint) length };
  if (!is_simple (text, length))
    return FALSE;
  self->segments = g_array_new (FALSE, FALSE, sizeof (Segment));
  self->pieces = g_array_new (FALSE, FALSE, sizeof (AftPiece));
  find_segments (self, face, attrs);
  return TRUE;
}

static void
filler_clear (Filler *self)
{
  g_clear_pointer (&self->segments, g_array_unref);
  g_clear_pointer (&self->pieces, g_array_unref);
  g_clear_pointer (&self->assembly, aft_line_assembly_free);
  g_free (self->ends);
}

/* ---- all ---- */

AftLines *
aft_word_lines_set (AftWords          *words,
                    const AftWordFace *face,
                    const char        *text,
                    gsize              length,
                    PangoAttrList     *attrs,
                    int                width,
                    PangoAlignment     align)
{
  Filler    filler;
  AftLines *lines = NULL;

  if (filler_init (&filler, words, face, text, length, attrs))
    {
      filler.room = width;
      filler.align = align;
      filler.assembly = aft_line_assembly_new ();
      if (fill (&filler))
        lines = aft_line_assembly_finish (g_steal_pointer (&filler.assembly), text, length);
    }
  filler_clear (&filler);
  return lines;
}

static double
take_widest (Filler *self)
{
  double width = self->widest / (double) PANGO_SCALE;

  self->widest = 0;
  self->segment = 0;
  self->is_continued = FALSE;
  return width;
}

gboolean
aft_word_lines_measure (AftWords          *words,
                        const AftWordFace *face,
                        const char        *text,
                        gsize              length,
                        PangoAttrList     *attrs,
                        double            *natural,
                        double            *minimum)
{
  Filler   filler;
  gboolean is_known = FALSE;

  if (filler_init (&filler, words, face, text, length, attrs))
    {
      filler.room = -1;
      is_known = fill (&filler);
      *natural = take_widest (&filler);
      if (is_known && minimum != NULL)
        {
          filler.room = 0;
          filler.overflows = TRUE;
          is_known = fill (&filler);
          *minimum = take_widest (&filler);
        }
    }
  filler_clear (&filler);
  return is_known;
}
