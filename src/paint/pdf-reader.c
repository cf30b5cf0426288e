/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paint/pdf-reader.h"

#include <string.h>

#define ENTRY_BYTES 20
#define MAX_OBJECTS 10000000

/* The end of a text that is searched for keywords; everything between is checked by position. */
typedef struct
{
  const char *p, *end;
} Cursor;

static void
skip_space (Cursor *self)
{
  while (self->p < self->end && (g_ascii_isspace (*self->p) || *self->p == '\0'))
    self->p++;
}

static gboolean
take_word (Cursor *self, const char *word)
{
  gsize length = strlen (word);

  skip_space (self);
  if ((gsize) (self->end - self->p) < length || memcmp (self->p, word, length) != 0)
    return FALSE;
  self->p += length;
  return TRUE;
}

static gboolean
take_number (Cursor *self, gsize *number)
{
  const char *start;

  skip_space (self);
  start = self->p;
  for (*number = 0; self->p < self->end && g_ascii_isdigit (*self->p); self->p++)
    {
      if (*number > G_MAXUINT32)
        return FALSE;
      *number = *number * 10 + (gsize) (*self->p - '0');
    }
  return self->p > start;
}

/* Bytes, not text: streams have zeros in them. */
static const char *
find_first (const char *start, const char *end, const char *word)
{
  return memmem (start, (gsize) (end - start), word, strlen (word));
}

static const char *
find_last (const char *data, gsize length, const char *word)
{
  gsize size = strlen (word);

  for (gsize i = length; i >= size; i--)
    if (memcmp (data + i - size, word, size) == 0)
      return data + i - size;
  return NULL;
}

static gboolean
read_section (AftPdfReader *self, Cursor *cursor)
{
  gsize first, n;

  if (!take_number (cursor, &first) || !take_number (cursor, &n) || first + n > MAX_OBJECTS)
    return FALSE;
  skip_space (cursor);
  if ((gsize) (cursor->end - cursor->p) / ENTRY_BYTES < n)
    return FALSE;
  if (self->offsets->len < first + n)
    g_array_set_size (self->offsets, first + n);
  for (gsize i = 0; i < n; i++)
    {
      Cursor entry = { cursor->p, cursor->p + ENTRY_BYTES };
      gsize  offset, generation;

      if (!take_number (&entry, &offset) || !take_number (&entry, &generation))
        return FALSE;
      if (take_word (&entry, "n") && generation == 0 && offset < self->length)
        g_array_index (self->offsets, gsize, first + i) = offset;
      cursor->p += ENTRY_BYTES;
    }
  return TRUE;
}

static gboolean
find_key (const char *start, const char *end, const char *key, gsize *number)
{
  const char *found = find_first (start, end, key);
  Cursor      cursor = { found != NULL ? found + strlen (key) : end, end };

  return found != NULL && take_number (&cursor, number);
}

static gboolean
read_trailer (AftPdfReader *self, Cursor *cursor)
{
  const char *start = cursor->p;
  gsize       size, root, info, prev;

  if (!find_key (start, cursor->end, "/Size", &size) ||
      !find_key (start, cursor->end, "/Root", &root) ||
      !find_key (start, cursor->end, "/Info", &info) ||
      find_key (start, cursor->end, "/Prev", &prev))
    return FALSE;
  self->size = (guint) size;
  self->root = (guint) root;
  self->info = (guint) info;
  return size == self->offsets->len && root < size && info < size;
}

gboolean
aft_pdf_reader_init (AftPdfReader *self, const char *data, gsize length)
{
  const char *mark = find_last (data, length, "startxref");
  Cursor      cursor = { mark, data + length };

  memset (self, 0, sizeof *self);
  self->data = data;
  self->length = length;
  self->offsets = g_array_new (FALSE, TRUE, sizeof (gsize));
  if (mark == NULL || !take_word (&cursor, "startxref") || !take_number (&cursor, &self->table) ||
      self->table >= length)
    return FALSE;
  cursor.p = data + self->table;
  if (!take_word (&cursor, "xref"))
    return FALSE;
  while (!take_word (&cursor, "trailer"))
    if (!read_section (self, &cursor))
      return FALSE;
  return read_trailer (self, &cursor);
}

void
aft_pdf_reader_clear (AftPdfReader *self)
{
  g_clear_pointer (&self->offsets, g_array_unref);
}

/* Puts the cursor behind "obj" of the object. */
static gboolean
begin_object (const AftPdfReader *self, guint number, Cursor *cursor)
{
  gsize offset = number < self->offsets->len ? g_array_index (self->offsets, gsize, number) : 0;
  gsize found, generation;

  *cursor = (Cursor){ self->data + offset, self->data + self->length };
  if (offset == 0 || !take_number (cursor, &found) || found != number ||
      !take_number (cursor, &generation) || !take_word (cursor, "obj"))
    return FALSE;
  skip_space (cursor);
  return TRUE;
}

gboolean
aft_pdf_reader_get_dictionary (const AftPdfReader *self,
                               guint               number,
                               const char        **start,
                               gsize              *length)
{
  Cursor      cursor;
  const char *end;

  if (!begin_object (self, number, &cursor))
    return FALSE;
  *start = cursor.p;
  end = find_first (cursor.p, cursor.end, "endobj");
  if (end == NULL || !take_word (&cursor, "<<"))
    return FALSE;
  while (end > cursor.p && g_ascii_isspace (end[-1]))
    end--;
  if (end - cursor.p < 2 || end[-1] != '>' || end[-2] != '>')
    return FALSE;
  *length = (gsize) (end - 2 - *start);
  return TRUE;
}

gboolean
aft_pdf_find_number (const char *start, gsize length, const char *key, guint *number)
{
  gsize    found = 0;
  gboolean is_found = find_key (start, start + length, key, &found);

  *number = (guint) found;
  return is_found;
}

/* The length may be an object of its own, as it is known only behind the bytes. */
static gboolean
read_length (const AftPdfReader *self, const char *start, gsize size, gsize *length)
{
  guint  number;
  Cursor cursor;
  gsize  found;

  if (!aft_pdf_find_number (start, size, "/Length ", &number))
    return FALSE;
  if (begin_object (self, number, &cursor) && take_number (&cursor, &found) &&
      take_word (&cursor, "endobj"))
    *length = found;
  else
    *length = number;
  return TRUE;
}

gboolean
aft_pdf_reader_get_stream (const AftPdfReader *self,
                           guint               number,
                           const char        **start,
                           gsize              *length,
                           const char        **data,
                           gsize              *data_length)
{
  Cursor      cursor;
  const char *mark;

  if (!begin_object (self, number, &cursor))
    return FALSE;
  *start = cursor.p;
  mark = find_first (cursor.p, cursor.end, "stream");
  if (mark == NULL || !take_word (&cursor, "<<"))
    return FALSE;
  *length = (gsize) (mark - *start);
  while (*length > 0 && g_ascii_isspace ((*start)[*length - 1]))
    --*length;
  if (*length < 4 || memcmp (*start + *length - 2, ">>", 2) != 0)
    return FALSE;
  *length -= 2;
  *data = mark + strlen ("stream");
  *data += **data == '\r' ? 2 : 1;
  return read_length (self, *start, *length, data_length) &&
         *data_length <= (gsize) (cursor.end - *data);
}

static int
compare_offsets (gconstpointer a, gconstpointer b, gpointer data)
{
  const AftPdfReader *self = data;
  gsize               x = g_array_index (self->offsets, gsize, *(const guint *) a);
  gsize               y = g_array_index (self->offsets, gsize, *(const guint *) b);

  return (x > y) - (x < y);
}

GArray *
aft_pdf_reader_list (const AftPdfReader *self)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint number = 1; number < self->offsets->len; number++)
    if (g_array_index (self->offsets, gsize, number) != 0)
      g_array_append_val (list, number);
  g_array_sort_with_data (list, compare_offsets, (gpointer) self);
  return list;
}
