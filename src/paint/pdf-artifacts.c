/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paint/pdf-artifacts.h"

#include <gio/gio.h>
#include <stdlib.h>
#include <string.h>

#define CHUNK_BYTES   32768
#define DEFLATE_LEVEL 6

/* ---- operators ---- */

typedef struct
{
  const char *p, *end;
  const char *statement; /* where the operands of the next operator begin */
  const char *segment;   /* what has not been written yet begins */
  guint       depth;     /* of marked content */
  int         n_texts;   /* BT without its ET, within the segment */
  gboolean    is_painted;
  GHashTable *dropped; /* MCIDs that are no content */
  GString    *out;
} Scanner;

static gboolean
is_delimiter (char c)
{
  return c == '\0' || strchr (" \t\r\n\f()<>[]{}/%", c) != NULL;
}

static void
skip_literal (Scanner *self)
{
  guint depth = 0;

  for (; self->p < self->end; self->p++)
    {
      if (*self->p == '\\')
        self->p++;
      else if (*self->p == '(')
        depth++;
      else if (*self->p == ')' && --depth == 0)
        break;
    }
  self->p = MIN (self->p + 1, self->end);
}

static void
skip_to (Scanner *self, char c)
{
  const char *found = memchr (self->p, c, (gsize) (self->end - self->p));

  self->p = found != NULL ? found + 1 : self->end;
}

/* The next word that is neither a string nor a sign; NULL at the end. */
static const char *
next_word (Scanner *self, gsize *length)
{
  while (self->p < self->end)
    {
      const char *start = self->p;

      if (*start == '(')
        skip_literal (self);
      else if (*start == '%')
        skip_to (self, '\n');
      else if (*start == '<' && start + 1 < self->end && start[1] != '<')
        skip_to (self, '>');
      else if (*start == '<' || *start == '>')
        self->p = MIN (start + 2, self->end);
      else if (is_delimiter (*start) && *start != '/')
        self->p++;
      else
        {
          for (self->p++; self->p < self->end && !is_delimiter (*self->p);)
            self->p++;
          *length = (gsize) (self->p - start);
          return start;
        }
    }
  return NULL;
}

static gboolean
is_operator (const char *word)
{
  return g_ascii_isalpha (*word) || *word == '\'' || *word == '"';
}

static gboolean
is_one_of (const char *word, gsize length, const char *const *operators)
{
  for (; *operators != NULL; operators++)
    if (strlen (*operators) == length && memcmp (word, *operators, length) == 0)
      return TRUE;
  return FALSE;
}

#define IS_ONE_OF(word, length, ...)                                                               \
  is_one_of (word, length, (const char *const[]){ __VA_ARGS__, NULL })

static gboolean
paints (const char *word, gsize length)
{
  return IS_ONE_OF (word, length, "Tj", "TJ", "'", "\"", "f", "F", "f*", "S", "s", "B", "B*") ||
         IS_ONE_OF (word, length, "b", "b*", "sh", "Do");
}

/* ---- segments ---- */

static void
write_segment (Scanner *self, const char *to)
{
  gboolean is_artifact = self->depth == 0 && self->is_painted && self->n_texts == 0;

  if (is_artifact)
    g_string_append (self->out, "/Artifact BMC\n");
  g_string_append_len (self->out, self->segment, to - self->segment);
  if (is_artifact)
    g_string_append (self->out, "EMC\n");
  self->segment = to;
  self->n_texts = 0;
  self->is_painted = FALSE;
}

/* Behind the operator; line ends go with what they end. */
static const char *
after_operator (const Scanner *self)
{
  return self->p < self->end && *self->p == '\n' ? self->p + 1 : self->p;
}

/* Whether the operands before that say that what follows is content, and it is none. */
static gboolean
is_dropped (const Scanner *self, const char *word)
{
  static const char key[] = "/MCID ";
  const char *found = memmem (self->statement, (gsize) (word - self->statement), key, strlen (key));
  guint       id = found != NULL ? (guint) strtoul (found + strlen (key), NULL, 10) : 0;

  return found != NULL && self->dropped != NULL &&
         g_hash_table_contains (self->dropped, GUINT_TO_POINTER (id));
}

static void
begin_artifact (Scanner *self)
{
  g_string_append (self->out, "/Artifact BMC\n");
  self->segment = after_operator (self);
}

/* FALSE: nothing that this can tell apart. */
static gboolean
take_operator (Scanner *self, const char *word, gsize length)
{
  if (IS_ONE_OF (word, length, "ID"))
    return FALSE;
  if (IS_ONE_OF (word, length, "BT", "ET"))
    self->n_texts += word[0] == 'B' ? 1 : -1;
  self->is_painted |= paints (word, length);
  if (IS_ONE_OF (word, length, "BMC", "BDC"))
    {
      if (self->depth == 0)
        write_segment (self, self->statement);
      if (self->depth == 0 && is_dropped (self, word))
        begin_artifact (self);
      self->depth++;
    }
  else if (IS_ONE_OF (word, length, "EMC"))
    {
      if (self->depth == 0)
        return FALSE;
      if (self->depth == 1)
        write_segment (self, after_operator (self));
      self->depth--;
    }
  return TRUE;
}

GString *
aft_pdf_mark_artifacts (const char *operators, gsize length, GHashTable *dropped)
{
  Scanner     self = { .p = operators,
                       .end = operators + length,
                       .statement = operators,
                       .segment = operators,
                       .dropped = dropped };
  const char *word;
  gsize       size;
  gboolean    is_known = TRUE;

  self.out = g_string_sized_new (length + 256);
  while (is_known && (word = next_word (&self, &size)) != NULL)
    if (is_operator (word))
      {
        is_known = take_operator (&self, word, size);
        self.statement = after_operator (&self);
      }
  if (!is_known || self.depth > 0)
    {
      g_string_free (self.out, TRUE);
      return NULL;
    }
  write_segment (&self, self.end);
  return self.out;
}

/* ---- elements ---- */

static const char *
skip_spaces (const char *p, const char *end)
{
  while (p < end && g_ascii_isspace (*p))
    p++;
  return p;
}

/* Behind a number; the same place where there is none. */
static const char *
skip_number (const char *p, const char *end)
{
  while (p < end && g_ascii_isdigit (*p))
    p++;
  return p;
}

/* Behind "12 0 R" at p, or NULL. */
static const char *
skip_reference (const char *p, const char *end)
{
  const char *number = skip_number (p, end);
  const char *generation = skip_spaces (number, end);
  const char *letter = skip_spaces (skip_number (generation, end), end);

  return number > p && letter > generation && letter < end && *letter == 'R' ? letter + 1 : NULL;
}

static gboolean
find_number (const char *p, const char *end, const char *key, guint *number)
{
  const char *found = memmem (p, (gsize) (end - p), key, strlen (key));

  if (found == NULL)
    return FALSE;
  found += strlen (key);
  *number = (guint) strtoul (found, NULL, 10);
  return skip_number (found, end) > found;
}

/* Behind the dictionary at p, or NULL. */
static const char *
skip_dictionary (const char *p, const char *end)
{
  const char *close;

  if (end - p < 2 || p[0] != '<' || p[1] != '<')
    return NULL;
  close = memmem (p, (gsize) (end - p), ">>", 2);
  return close != NULL ? close + 2 : NULL;
}

/* What stands in the list of an element's kids. */
typedef struct
{
  const char *p, *end;
  guint       page;       /* of content that names none */
  guint       n_elements; /* seen */
  GString    *kept;
  GArray     *dropped; /* AftPdfContent */
} Kids;

static void
keep (Kids *self, const char *end)
{
  g_string_append_c (self->kept, ' ');
  g_string_append_len (self->kept, self->p, end - self->p);
  self->p = end;
}

static void
drop (Kids *self, guint page, guint id, const char *end)
{
  AftPdfContent content = { page, id };

  g_array_append_val (self->dropped, content);
  self->p = end;
}

static gboolean
take_dictionary (Kids *self)
{
  const char *end = skip_dictionary (self->p, self->end);
  guint       page = self->page, id;

  if (end == NULL)
    return FALSE;
  find_number (self->p, end, "/Pg ", &page);
  if (find_number (self->p, end, "/MCID ", &id))
    drop (self, page, id, end);
  else
    keep (self, end);
  return TRUE;
}

/* FALSE where something else is there. */
static gboolean
take_kids (Kids *self)
{
  for (self->p = skip_spaces (self->p, self->end); self->p < self->end;
       self->p = skip_spaces (self->p, self->end))
    {
      const char *reference = skip_reference (self->p, self->end);
      const char *number = skip_number (self->p, self->end);

      if (reference != NULL)
        {
          keep (self, reference);
          self->n_elements++;
        }
      else if (number > self->p)
        drop (self, self->page, (guint) strtoul (self->p, NULL, 10), number);
      else if (!take_dictionary (self))
        return FALSE;
    }
  return TRUE;
}

GString *
aft_pdf_drop_content (const char *dictionary, gsize length, GArray *dropped)
{
  static const char key[] = "/K [";
  const char       *end = dictionary + length;
  const char       *start = memmem (dictionary, length, key, strlen (key));
  const char       *close = start != NULL ? memchr (start, ']', (gsize) (end - start)) : NULL;
  guint             n_before = dropped->len;
  Kids              kids = { .dropped = dropped };

  if (close == NULL)
    return NULL;
  kids.p = start + strlen (key);
  kids.end = close;
  kids.kept = g_string_new_len (dictionary, kids.p - dictionary);
  find_number (dictionary, start, "/Pg ", &kids.page);
  if (take_kids (&kids) && kids.n_elements > 0 && dropped->len > n_before)
    {
      g_string_append_c (kids.kept, ' ');
      g_string_append_len (kids.kept, close, end - close);
      return kids.kept;
    }
  g_array_set_size (dropped, n_before);
  g_string_free (kids.kept, TRUE);
  return NULL;
}

/* ---- streams ---- */

static GByteArray *
convert (GConverter *converter, const char *data, gsize length)
{
  GByteArray        *out = g_byte_array_new ();
  g_autofree guint8 *chunk = g_malloc (CHUNK_BYTES);
  GConverterResult   result = G_CONVERTER_CONVERTED;

  while (result != G_CONVERTER_FINISHED)
    {
      gsize n_read = 0, n_written = 0;

      result = g_converter_convert (converter,
                                    data,
                                    length,
                                    chunk,
                                    CHUNK_BYTES,
                                    G_CONVERTER_INPUT_AT_END,
                                    &n_read,
                                    &n_written,
                                    NULL);
      if (result == G_CONVERTER_ERROR)
        {
          g_byte_array_unref (out);
          return NULL;
        }
      g_byte_array_append (out, chunk, (guint) n_written);
      data += n_read;
      length -= n_read;
    }
  return out;
}

GByteArray *
aft_pdf_inflate (const char *data, gsize length)
{
  g_autoptr (GZlibDecompressor) converter = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB);

  return convert (G_CONVERTER (converter), data, length);
}

GByteArray *
aft_pdf_deflate (const char *data, gsize length)
{
  g_autoptr (GZlibCompressor) converter =
      g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, DEFLATE_LEVEL);

  return convert (G_CONVERTER (converter), data, length);
}
