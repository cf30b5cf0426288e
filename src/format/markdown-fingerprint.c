/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "format/markdown-fingerprint.h"

#include "base/quantity.h"
#include "model/record-list.h"

#define OFFSET_BASIS 2166136261u
#define PRIME        16777619u

static void
mix (guint32 *hash, const char *bytes)
{
  do
    *hash = (*hash ^ (guchar) *bytes) * PRIME;
  while (*bytes++ != '\0');
}

/* As its digits are written, so that it is the same on every machine. */
static void
mix_integer (guint32 *hash, gint64 integer)
{
  guint64 left = integer < 0 ? -(guint64) integer : (guint64) integer;
  char    text[24], *start = text + sizeof text - 1;

  *start = '\0';
  do
    *--start = '0' + left % 10;
  while ((left /= 10) > 0);
  if (integer < 0)
    *--start = '-';
  mix (hash, start);
}

static void mix_record (guint32 *hash, AftRecord *record);

static void
mix_list (guint32 *hash, AftRecordList *list)
{
  for (guint i = 0; i < aft_record_list_get_length (list); i++)
    mix_record (hash, aft_record_list_get (list, i));
}

static void
mix_field (guint32 *hash, AftRecord *record, guint field)
{
  const AftValue  *value = aft_record_peek (record, field);
  g_autofree char *real = NULL;

  mix (hash, aft_record_get_field (record, field)->key);
  switch (value->type)
    {
    case AFT_VALUE_TEXT:
      mix (hash, value->text);
      break;
    case AFT_VALUE_INTEGER:
      mix_integer (hash, value->integer);
      break;
    case AFT_VALUE_REAL:
      real = aft_real_format (value->real);
      mix (hash, real);
      break;
    case AFT_VALUE_WORDS:
      for (guint i = 0; value->words[i] != NULL; i++)
        mix (hash, value->words[i]);
      break;
    case AFT_VALUE_NONE:
    default:
      break;
    }
  if (aft_record_get_list (record, field) != NULL)
    mix_list (hash, aft_record_get_list (record, field));
}

static void
mix_record (guint32 *hash, AftRecord *record)
{
  const AftSchema *schema = aft_record_get_schema (record);

  mix (hash, schema->name);
  for (guint i = 0; i < schema->n_fields; i++)
    if (aft_record_has (record, i))
      mix_field (hash, record, i);
}

guint32
aft_markdown_fingerprint_field (AftRecord *record, guint field)
{
  guint32 hash = OFFSET_BASIS;

  if (aft_record_has (record, field))
    mix_field (&hash, record, field);
  return MAX (hash, 1);
}

guint32
aft_markdown_fingerprint_record (AftRecord *record)
{
  guint32 hash = OFFSET_BASIS;

  mix_record (&hash, record);
  return MAX (hash, 1);
}

guint32
aft_markdown_fingerprint_text (const char *text)
{
  guint32 hash = OFFSET_BASIS;

  mix (&hash, text);
  return MAX (hash, 1);
}
