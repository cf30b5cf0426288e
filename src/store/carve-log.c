/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "store/carve.h"

#define LOG_HEADER      32
#define FRAME_HEADER    24
#define IDENTITY_OFFSET 68         /* application_id in the header of the file */
#define LOG_MAGIC       0x377F0682 /* the last bit: sums over big-endian words */

/* https://www.sqlite.org/fileformat2.html#the_write_ahead_log */
typedef struct
{
  const guint8 *bytes;
  gsize         length;
  guint         page_size;
  gboolean      is_big_endian;
  guint32       sum[2];
} Log;

static guint32
read_word (const guint8 *bytes, gboolean is_big_endian)
{
  guint32 word;

  memcpy (&word, bytes, sizeof word);
  return is_big_endian ? GUINT32_FROM_BE (word) : GUINT32_FROM_LE (word);
}

static void
add_to_sum (Log *self, const guint8 *bytes, gsize length)
{
  for (gsize i = 0; i + 8 <= length; i += 8)
    {
      self->sum[0] += read_word (bytes + i, self->is_big_endian) + self->sum[1];
      self->sum[1] += read_word (bytes + i + 4, self->is_big_endian) + self->sum[0];
    }
}

static gboolean
sums_up (Log *self, const guint8 *expected)
{
  return self->sum[0] == read_word (expected, TRUE) &&
         self->sum[1] == read_word (expected + 4, TRUE);
}

static gboolean
read_header (Log *self)
{
  guint32 magic = self->length >= LOG_HEADER ? read_word (self->bytes, TRUE) : 0;

  if ((magic & ~1u) != LOG_MAGIC)
    return FALSE;
  self->is_big_endian = (magic & 1) != 0;
  self->page_size = read_word (self->bytes + 8, TRUE);
  add_to_sum (self, self->bytes, 24);
  return self->page_size >= 512 && self->page_size <= 65536 && sums_up (self, self->bytes + 24);
}

/* The frame at that offset, or NULL where the valid ones end. */
static const guint8 *
read_frame (Log *self, gsize offset)
{
  const guint8 *frame = self->bytes + offset;

  if (offset + FRAME_HEADER + self->page_size > self->length ||
      memcmp (frame + 8, self->bytes + 16, 8) != 0)
    return NULL;
  add_to_sum (self, frame, 8);
  add_to_sum (self, frame + FRAME_HEADER, self->page_size);
  return sums_up (self, frame + 16) ? frame : NULL;
}

static void
apply_frame (Log *self, const guint8 *frame, GByteArray *image)
{
  guint64 end = (guint64) read_word (frame, TRUE) * self->page_size;

  if (end == 0 || end > G_MAXINT32)
    return;
  if (end > image->len)
    {
      guint old = image->len;

      g_byte_array_set_size (image, (guint) end);
      memset (image->data + old, 0, end - old);
    }
  memcpy (image->data + end - self->page_size, frame + FRAME_HEADER, self->page_size);
}

/* Only transactions that were committed: those whose last frame says how large the file is then. */
static void
apply_log (Log *self, GByteArray *image)
{
  gsize         first = LOG_HEADER;
  const guint8 *frame;

  if (!read_header (self))
    return;
  for (gsize offset = first; (frame = read_frame (self, offset)) != NULL;)
    {
      offset += FRAME_HEADER + self->page_size;
      if (read_word (frame + 4, TRUE) == 0)
        continue;
      for (; first < offset; first += FRAME_HEADER + self->page_size)
        apply_frame (self, self->bytes + first, image);
    }
}

guint32
aft_carve_identity (const guint8 *image, gsize length)
{
  return length >= IDENTITY_OFFSET + 4 ? read_word (image + IDENTITY_OFFSET, TRUE) : 0;
}

/* The log of another library would put its pages in place of ours: the file is better without. */
static void
bring_in (const char *path, GByteArray *image)
{
  g_autoptr (GByteArray) original = g_byte_array_sized_new (image->len);
  g_autofree char *bytes = NULL;
  guint32          identity = aft_carve_identity (image->data, image->len);
  Log              log = { 0 };

  if (!g_file_get_contents (path, &bytes, &log.length, NULL))
    return;
  log.bytes = (const guint8 *) bytes;
  g_byte_array_append (original, image->data, image->len);
  apply_log (&log, image);
  if (identity != 0 && identity != aft_carve_identity (image->data, image->len))
    {
      g_byte_array_set_size (image, 0);
      g_byte_array_append (image, original->data, original->len);
    }
}

GBytes *
aft_carve_load (const char *path, GError **error)
{
  g_autofree char *log_path = g_strconcat (path, "-wal", NULL);
  GByteArray      *image;
  char            *bytes;
  gsize            length;

  if (!g_file_get_contents (path, &bytes, &length, error))
    return NULL;
  image = g_byte_array_new_take ((guint8 *) bytes, length);
  bring_in (log_path, image);
  return g_byte_array_free_to_bytes (image);
}
