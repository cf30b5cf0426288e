/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "format/import/build.h"

#include "base/text.h"

static void
set_text (AftRecord *record, guint field, const char *text)
{
  g_auto (AftValue) value = AFT_VALUE_INIT;

  aft_value_set_text (&value, text);
  aft_record_init_value (record, field, &value);
}

void
aft_build_add_prose (AftRecord *record, guint field, const char *text)
{
  const char      *before = aft_record_get_text (record, field);
  g_autofree char *more = g_strchomp (g_strdup (text));
  g_autofree char *both = NULL;
  const char      *start = more;

  while (*start == '\n')
    start++;
  if (*start == '\0')
    return;
  both = *before != '\0' ? g_strconcat (before, "\n\n", start, NULL) : g_strdup (start);
  set_text (record, field, both);
}

void
aft_build_set_line (AftRecord *record, guint field, const char *text)
{
  g_autofree char *line = aft_text_clean_line (text, -1);

  if (*line != '\0' && !aft_record_has (record, field))
    set_text (record, field, line);
}

void
aft_build_set_integer (AftRecord *record, guint field, gint64 integer)
{
  g_auto (AftValue) value = AFT_VALUE_INIT;

  aft_value_set_integer (&value, integer);
  aft_record_init_value (record, field, &value);
}

void
aft_build_add_word (AftRecord *record, guint field, const char *word)
{
  g_auto (AftValue) value = AFT_VALUE_INIT;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char *line = aft_text_clean_line (word, -1);
  g_auto (GStrv) words = NULL;

  if (*line == '\0' || g_strv_contains (aft_record_get_words (record, field), line))
    return;
  g_strv_builder_addv (builder, (const char **) aft_record_get_words (record, field));
  g_strv_builder_add (builder, line);
  words = g_strv_builder_end (builder);
  aft_value_set_words (&value, (const char *const *) words);
  aft_record_init_value (record, field, &value);
}

/* As g_uuid_string_random() has it, which takes its time with a format: a log has thousands. */
static void
make_id (char id[37])
{
  static const char digits[] = "0123456789abcdef";
  guint32           random[4];
  guint             n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (random); i++)
    random[i] = g_random_int ();
  for (guint i = 0; i < 36; i++)
    if (i == 8 || i == 13 || i == 18 || i == 23)
      id[i] = '-';
    else
      {
        guint nibble = random[n / 8] >> (n % 8 * 4) & 0xf;

        id[i] = digits[i == 14 ? 4 : i == 19 ? 8 | (nibble & 3) : nibble];
        n++;
      }
  id[36] = '\0';
}

AftRecord *
aft_build_append (AftRecordList *list)
{
  const AftSchema *schema = aft_record_list_get_schema (list);
  g_autoptr (AftRecord) record = aft_record_new (schema);

  if (schema->fields[0].kind == AFT_KIND_ID)
    {
      char id[37];

      make_id (id);
      set_text (record, 0, id);
    }
  aft_record_list_init_append (list, record);
  return record;
}
