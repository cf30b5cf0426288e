/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/carve.h"

#include <string.h>

#define DEFAULT_PAGE_SIZE 4096
#define FILE_HEADER       100 /* bytes before the b-tree of the first page */
#define LEAF_HEADER       8
#define TABLE_LEAF        0x0D
#define MAX_PAYLOAD       (64 * 1024 * 1024)
#define MAX_COLUMNS       32

/* Columns of the tables that hold something worth keeping; "row" is stored as NULL. */
#define TEXT_COLUMNS     2  /* contents: row, json */
#define SNAPSHOT_COLUMNS 3  /* history: sequence, id, json */
#define ENTRY_COLUMNS    18 /* documents: row, id, title, …, trashed, indexed */
#define OLD_COLUMNS      19 /* documents of version 1: row, id, json, …, trashed, indexed */

typedef struct
{
  const guint8 *bytes;
  gsize         length;
} Span;

typedef struct
{
  Span       image;
  guint      page_size, usable;
  GPtrArray *found;
} Carver;

typedef struct
{
  Span    value;
  guint64 type; /* serial type of the file format */
} Column;

static guint32
read_be (const guint8 *bytes, guint n)
{
  guint32 value = 0;

  for (guint i = 0; i < n; i++)
    value = value << 8 | bytes[i];
  return value;
}

/* FALSE past the end of the span. */
static gboolean
take_varint (Span *span, guint64 *value)
{
  *value = 0;
  for (guint i = 0; i < 9; i++)
    {
      guint8 byte;

      if (span->length == 0)
        return FALSE;
      byte = *span->bytes++;
      span->length--;
      if (i == 8)
        *value = *value << 8 | byte;
      else
        *value = *value << 7 | (byte & 0x7F);
      if (byte < 0x80)
        return TRUE;
    }
  return TRUE;
}

static gboolean
take (Span *span, guint64 length, Span *taken)
{
  if (length > span->length)
    return FALSE;
  *taken = (Span){ span->bytes, length };
  span->bytes += length;
  span->length -= length;
  return TRUE;
}

static guint64
length_of_type (guint64 type)
{
  static const guint8 lengths[] = { 0, 1, 2, 3, 4, 6, 8, 8, 0, 0, 0, 0 };

  return type < G_N_ELEMENTS (lengths) ? lengths[type] : (type - 12) / 2;
}

static gboolean
is_text (const Column *column)
{
  return column->type >= 13 && column->type % 2 == 1;
}

static gint64
integer_of (const Column *column)
{
  gint64 value = 0;

  if (column->type == 8 || column->type == 9)
    return column->type == 9;
  if (column->type == 0 || column->type > 6)
    return 0;
  if (column->value.bytes[0] >= 0x80)
    value = -1;
  for (gsize i = 0; i < column->value.length; i++)
    value = (gint64) ((guint64) value << 8) | column->value.bytes[i];
  return value;
}

/* The number of columns; 0 where this is no record. */
static guint
split_record (Span record, Column *columns)
{
  Span    header = record, body;
  guint64 header_length;
  guint   n = 0;

  if (!take_varint (&header, &header_length) || header_length < record.length - header.length ||
      header_length > record.length)
    return 0;
  body = (Span){ record.bytes + header_length, record.length - header_length };
  header.length -= body.length;
  while (header.length > 0)
    {
      if (n == MAX_COLUMNS || !take_varint (&header, &columns[n].type) ||
          !take (&body, length_of_type (columns[n].type), &columns[n].value))
        return 0;
      n++;
    }
  return n;
}

static gboolean
is_json (const Column *column)
{
  return is_text (column) && column->value.length > 1 && column->value.bytes[0] == '{';
}

static void
add (Carver       *self,
     AftCarvedKind kind,
     gint64        row,
     const Column *id,
     const Column *json,
     gint64        when)
{
  AftCarved *carved = g_new0 (AftCarved, 1);

  carved->kind = kind;
  carved->row = row;
  if (id != NULL)
    carved->id = g_strndup ((const char *) id->value.bytes, id->value.length);
  if (json != NULL)
    carved->json = g_bytes_new (json->value.bytes, json->value.length);
  carved->trashed = when;
  g_ptr_array_add (self->found, carved);
}

static void
add_record (Carver *self, gint64 row, Span record)
{
  Column columns[MAX_COLUMNS];
  guint  n = split_record (record, columns);

  if (n < TEXT_COLUMNS || columns[0].type != 0)
    return;
  if (n == TEXT_COLUMNS && is_json (&columns[1]))
    add (self, AFT_CARVED_TEXT, row, NULL, &columns[1], 0);
  else if (n == SNAPSHOT_COLUMNS && is_text (&columns[1]) && is_json (&columns[2]))
    add (self, AFT_CARVED_SNAPSHOT, row, &columns[1], &columns[2], 0);
  else if (n == ENTRY_COLUMNS && is_text (&columns[1]))
    add (self, AFT_CARVED_ENTRY, row, &columns[1], NULL, integer_of (&columns[16]));
  else if (n == OLD_COLUMNS && is_text (&columns[1]) && is_json (&columns[2]))
    {
      add (self, AFT_CARVED_TEXT, row, NULL, &columns[2], 0);
      add (self, AFT_CARVED_ENTRY, row, &columns[1], NULL, integer_of (&columns[17]));
    }
}

/* Bytes of a payload that are in the cell itself; the rest is in overflow pages. */
static guint64
local_length (Carver *self, guint64 payload)
{
  guint64 max = self->usable - 35;
  guint64 min = (self->usable - 12) * 32 / 255 - 23;
  guint64 local;

  if (payload <= max)
    return payload;
  local = min + (payload - min) % (self->usable - 4);
  return local <= max ? local : min;
}

/* FALSE where the chain leads nowhere. */
static gboolean
append_overflow (Carver *self, GByteArray *payload, guint64 length, guint32 page)
{
  while (payload->len < length)
    {
      guint64       start = (guint64) (page - 1) * self->page_size;
      const guint8 *bytes = self->image.bytes + start;

      if (page == 0 || start + self->page_size > self->image.length)
        return FALSE;
      g_byte_array_append (
          payload, bytes + 4, (guint) MIN (self->usable - 4, length - payload->len));
      page = read_be (bytes, 4);
    }
  return TRUE;
}

static void
carve_cell (Carver *self, Span cell)
{
  guint64 length, row;
  Span    local, next;

  if (!take_varint (&cell, &length) || !take_varint (&cell, &row) || length > MAX_PAYLOAD ||
      !take (&cell, local_length (self, length), &local))
    return;
  if (local.length == length)
    add_record (self, (gint64) row, local);
  else if (take (&cell, 4, &next))
    {
      g_autoptr (GByteArray) payload = g_byte_array_sized_new ((guint) length);

      g_byte_array_append (payload, local.bytes, (guint) local.length);
      if (append_overflow (self, payload, length, read_be (next.bytes, 4)))
        add_record (self, (gint64) row, (Span){ payload->data, payload->len });
    }
}

static void
carve_page (Carver *self, const guint8 *page, guint header)
{
  guint n_cells;

  if (page[header] != TABLE_LEAF)
    return;
  n_cells = read_be (page + header + 3, 2);
  for (guint i = 0; i < n_cells; i++)
    {
      guint pointer = header + LEAF_HEADER + 2 * i;
      guint start;

      if (pointer + 2 > self->usable)
        return;
      start = read_be (page + pointer, 2);
      if (start >= header + LEAF_HEADER && start < self->usable)
        carve_cell (self, (Span){ page + start, self->usable - start });
    }
}

static guint
valid_page_size (guint32 size)
{
  if (size == 1)
    return 65536;
  return size >= 512 && size <= 32768 && (size & (size - 1)) == 0 ? size : 0;
}

/* The header may be what is damaged: then as Afterword makes its files. */
static guint
find_page_size (Span image)
{
  guint size = 0;

  if (image.length >= FILE_HEADER && memcmp (image.bytes, "SQLite format 3", 16) == 0)
    size = valid_page_size (read_be (image.bytes + 16, 2));
  return size != 0 ? size : DEFAULT_PAGE_SIZE;
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const AftCarved *x = *(AftCarved *const *) a, *y = *(AftCarved *const *) b;

  return (x->row > y->row) - (x->row < y->row);
}

void
aft_carve_free (gpointer data)
{
  AftCarved *carved = data;

  g_free (carved->id);
  g_clear_pointer (&carved->json, g_bytes_unref);
  g_free (carved);
}

GPtrArray *
aft_carve (GBytes *bytes)
{
  Carver self = { .found = g_ptr_array_new_with_free_func (aft_carve_free) };

  self.image.bytes = g_bytes_get_data (bytes, &self.image.length);
  self.page_size = self.usable = find_page_size (self.image);
  for (gsize start = 0; start + self.page_size <= self.image.length; start += self.page_size)
    carve_page (&self, self.image.bytes + start, start == 0 ? FILE_HEADER : 0);
  g_ptr_array_sort (self.found, compare_rows);
  return self.found;
}
