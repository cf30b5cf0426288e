/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "format/import/provenance.h"

#include <string.h>

struct _AftProvenance
{
  const char *text;
  gsize       length;
  GArray     *marks;  /* (element-type AftSpan), as they were made; lines are not known yet */
  GArray     *spans;  /* NULL where marks came since */
  GHashTable *firsts; /* record -> index + 1 of its first span */
};

AftProvenance *
aft_provenance_new (const char *text)
{
  AftProvenance *self = g_new0 (AftProvenance, 1);

  self->text = text;
  self->length = strlen (text);
  self->marks = g_array_new (FALSE, FALSE, sizeof (AftSpan));
  self->firsts = g_hash_table_new (NULL, NULL);
  return self;
}

void
aft_provenance_free (AftProvenance *self)
{
  g_array_unref (self->marks);
  g_clear_pointer (&self->spans, g_array_unref);
  g_hash_table_unref (self->firsts);
  g_free (self);
}

void
aft_provenance_mark (AftProvenance *self,
                     const char    *start,
                     const char    *end,
                     AftUse         use,
                     AftRecord     *record,
                     guint          field)
{
  AftSpan span = { .use = use, .record = record, .field = field };

  g_return_if_fail (start >= self->text && end >= start && end <= self->text + self->length);

  while (start < end && g_ascii_isspace (*start))
    start++;
  while (end > start && g_ascii_isspace (end[-1]))
    end--;
  if (start == end)
    return;
  span.start = start - self->text;
  span.end = end - self->text;
  g_array_append_val (self->marks, span);
  g_clear_pointer (&self->spans, g_array_unref);
}

void
aft_provenance_mark_lines (AftProvenance *self,
                           const AftLine *first,
                           const AftLine *end,
                           AftUse         use,
                           AftRecord     *record,
                           guint          field)
{
  for (const AftLine *line = first; line < end; line++)
    if (line->kind != AFT_LINE_BLANK && line->kind != AFT_LINE_COMMENT)
      aft_provenance_mark (self, line->start, line->start + line->length, use, record, field);
}

/* From marks to spans */

typedef struct
{
  gsize    at;
  guint    mark;
  gboolean is_end;
} Edge;

static int
compare_edges (gconstpointer a, gconstpointer b)
{
  const Edge *one = a, *other = b;

  if (one->at != other->at)
    return one->at < other->at ? -1 : 1;
  return (int) other->is_end - (int) one->is_end;
}

static int
compare_marks (gconstpointer a, gconstpointer b, gpointer unused)
{
  guint one = GPOINTER_TO_UINT (a), other = GPOINTER_TO_UINT (b);

  return one < other ? 1 : one > other ? -1 : 0;
}

static gboolean
is_blank (AftProvenance *self, gsize start, gsize end)
{
  for (; start < end; start++)
    if (!g_ascii_isspace (self->text[start]))
      return FALSE;
  return TRUE;
}

/* Adds the stretch to the span before it where both are of one, blanks between included. */
static void
add_stretch (AftProvenance *self, gsize start, gsize end, const AftSpan *mark)
{
  AftSpan *last =
      self->spans->len > 0 ? &g_array_index (self->spans, AftSpan, self->spans->len - 1) : NULL;
  AftSpan span = mark != NULL ? *mark : (AftSpan){ .use = AFT_USE_NONE };

  if (is_blank (self, start, end))
    return;
  if (last != NULL && last->use == span.use && last->record == span.record &&
      last->field == span.field && is_blank (self, last->end, start))
    {
      last->end = end;
      return;
    }
  while (g_ascii_isspace (self->text[start]))
    start++;
  while (g_ascii_isspace (self->text[end - 1]))
    end--;
  span.start = start;
  span.end = end;
  g_array_append_val (self->spans, span);
}

/* From edge to edge the open mark that was made last holds. */
static void
sweep (AftProvenance *self, GArray *edges)
{
  g_autoptr (GSequence) open = g_sequence_new (NULL);
  gsize at = 0;

  for (guint i = 0; i < edges->len; i++)
    {
      const Edge    *edge = &g_array_index (edges, Edge, i);
      GSequenceIter *top = g_sequence_get_begin_iter (open);
      gpointer       key = GUINT_TO_POINTER (edge->mark);

      if (edge->at > at)
        add_stretch (
            self,
            at,
            edge->at,
            g_sequence_iter_is_end (top)
                ? NULL
                : &g_array_index (self->marks, AftSpan, GPOINTER_TO_UINT (g_sequence_get (top))));
      at = edge->at;
      if (!edge->is_end)
        g_sequence_insert_sorted (open, key, compare_marks, NULL);
      else
        g_sequence_remove (g_sequence_lookup (open, key, compare_marks, NULL));
    }
  if (at < self->length)
    add_stretch (self, at, self->length, NULL);
}

static void
number_lines (AftProvenance *self)
{
  guint line = 1;
  gsize at = 0;

  for (guint i = 0; i < self->spans->len; i++)
    {
      AftSpan *span = &g_array_index (self->spans, AftSpan, i);

      for (; at < span->start; at++)
        line += self->text[at] == '\n';
      span->first_line = line;
      for (; at < span->end; at++)
        line += self->text[at] == '\n';
      span->last_line = line;
      if (span->record != NULL && !g_hash_table_contains (self->firsts, span->record))
        g_hash_table_insert (self->firsts, span->record, GUINT_TO_POINTER (i + 1));
    }
}

GArray *
aft_provenance_get_spans (AftProvenance *self)
{
  g_autoptr (GArray) edges = NULL;

  if (self->spans != NULL)
    return self->spans;
  edges = g_array_sized_new (FALSE, FALSE, sizeof (Edge), 2 * self->marks->len);
  for (guint i = 0; i < self->marks->len; i++)
    {
      const AftSpan *mark = &g_array_index (self->marks, AftSpan, i);
      Edge           ends[] = { { mark->start, i, FALSE }, { mark->end, i, TRUE } };

      g_array_append_vals (edges, ends, G_N_ELEMENTS (ends));
    }
  g_array_sort (edges, compare_edges);
  self->spans = g_array_new (FALSE, FALSE, sizeof (AftSpan));
  g_hash_table_remove_all (self->firsts);
  sweep (self, edges);
  number_lines (self);
  return self->spans;
}

const AftSpan *
aft_provenance_find (AftProvenance *self, gsize offset)
{
  GArray *spans = aft_provenance_get_spans (self);
  guint   low = 0, high = spans->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (spans, AftSpan, middle).end <= offset)
        low = middle + 1;
      else
        high = middle;
    }
  return low < spans->len ? &g_array_index (spans, AftSpan, low) : NULL;
}

const AftSpan *
aft_provenance_find_field (AftProvenance *self, AftRecord *record, guint field)
{
  GArray *spans = aft_provenance_get_spans (self);

  for (guint i = 0; i < spans->len; i++)
    {
      const AftSpan *span = &g_array_index (spans, AftSpan, i);

      if (span->record == record && span->field == field)
        return span;
    }
  return NULL;
}

const AftSpan *
aft_provenance_find_record (AftProvenance *self, AftRecord *record)
{
  GArray *spans = aft_provenance_get_spans (self);
  guint   index = GPOINTER_TO_UINT (g_hash_table_lookup (self->firsts, record));

  return index > 0 ? &g_array_index (spans, AftSpan, index - 1) : NULL;
}
