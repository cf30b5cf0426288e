/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "format/markdown-reading.h"

#include <string.h>

#include "base/instant.h"
#include "base/quantity.h"

static void
stray_free (gpointer data)
{
  AftMarkdownStray *stray = data;

  g_free (stray->text);
  g_free (stray);
}

GPtrArray *
aft_markdown_strays_new (void)
{
  return g_ptr_array_new_with_free_func (stray_free);
}

AftMarkdownReading *
aft_markdown_reading_new (void)
{
  AftMarkdownReading *self = g_new0 (AftMarkdownReading, 1);
  g_auto (AftValue) format = AFT_VALUE_INIT;

  self->root = aft_record_new (&aft_doc_schema);
  self->strays = aft_markdown_strays_new ();
  self->numbers = g_hash_table_new (NULL, NULL);
  aft_value_set_integer (&format, 1);
  aft_record_init_value (self->root, AFT_DOC_FORMAT, &format);
  return self;
}

void
aft_markdown_reading_free (AftMarkdownReading *self)
{
  g_clear_object (&self->root);
  g_ptr_array_unref (self->strays);
  g_hash_table_unref (self->numbers);
  g_free (self->duration);
  g_free (self);
}

void
aft_markdown_reading_add_stray (AftMarkdownReading *self, AftSectionId section, const char *text)
{
  const char       *start = text + strspn (text, "\n");
  AftMarkdownStray *stray;

  if (start[strspn (start, " \t\n")] == '\0')
    return;
  stray = g_new0 (AftMarkdownStray, 1);
  stray->section = section;
  stray->text = g_strchomp (g_strdup (start));
  g_ptr_array_add (self->strays, stray);
}

void
aft_markdown_reading_add_labelled (AftMarkdownReading *self,
                                   AftSectionId        section,
                                   const char         *label,
                                   const char         *text)
{
  g_autofree char *line = g_strdup_printf ("%s: %s", label, text);

  aft_markdown_reading_add_stray (self, section, line);
}

/* Sections of lists alone have no prose: what strays there goes to the appendix. */
static guint
prose_of (AftSectionId section)
{
  switch (section)
    {
    case AFT_SECTION_SUMMARY:
      return AFT_DOC_SUMMARY_OVERVIEW;
    case AFT_SECTION_IMPACT:
      return AFT_DOC_IMPACT_NOTES;
    case AFT_SECTION_TIMELINE:
      return AFT_DOC_RESOLUTION_NOTES;
    case AFT_SECTION_ANALYSIS:
      return AFT_DOC_TECHNICAL;
    default:
      return AFT_DOC_APPENDIX;
    }
}

static void
append_strays (AftMarkdownReading *self, guint field)
{
  g_autoptr (GString) text = g_string_new (aft_record_get_text (self->root, field));

  for (guint i = 0; i < self->strays->len; i++)
    {
      const AftMarkdownStray *stray = g_ptr_array_index (self->strays, i);

      if (prose_of (stray->section) != field)
        continue;
      if (text->len > 0)
        g_string_append (text, "\n\n");
      g_string_append (text, stray->text);
    }
  aft_markdown_read_text (self->root, field, text->str);
}

void
aft_markdown_reading_place_strays (AftMarkdownReading *self)
{
  static const AftDocField fields[] = { AFT_DOC_SUMMARY_OVERVIEW,
                                        AFT_DOC_IMPACT_NOTES,
                                        AFT_DOC_RESOLUTION_NOTES,
                                        AFT_DOC_TECHNICAL,
                                        AFT_DOC_APPENDIX };

  for (guint i = 0; self->strays->len > 0 && i < G_N_ELEMENTS (fields); i++)
    append_strays (self, fields[i]);
}

void
aft_markdown_read_text (AftRecord *record, guint field, const char *text)
{
  g_auto (AftValue) value = AFT_VALUE_INIT;

  aft_value_set_text (&value, text);
  aft_record_init_value (record, field, &value);
}

static guint
find_folded (const AftField *field, const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);

  for (guint i = 0; i < aft_field_n_choices (field); i++)
    {
      g_autofree char *word = g_utf8_casefold (field->choices[i].word, -1);
      g_autofree char *label = g_utf8_casefold (aft_field_get_choice_label (field, i), -1);

      if (g_str_equal (word, folded) || g_str_equal (label, folded))
        return i;
    }
  return AFT_CHOICE_NONE;
}

static gboolean
parse_choice (const AftField *field, const char *text, AftValue *value)
{
  guint choice = AFT_CHOICE_NONE;

  for (guint i = 0; choice == AFT_CHOICE_NONE && field->choices[i].word != NULL; i++)
    if (strcmp (field->choices[i].word, text) == 0 ||
        strcmp (aft_field_get_choice_label (field, i), text) == 0)
      choice = i;
  if (choice == AFT_CHOICE_NONE)
    choice = find_folded (field, text);
  if (choice != AFT_CHOICE_NONE)
    aft_value_set_integer (value, choice);
  return choice != AFT_CHOICE_NONE;
}

static gboolean
parse_integer (const AftField *field, const char *text, AftValue *value)
{
  gint64   integer = 0;
  gboolean is_read;

  if (field->kind == AFT_KIND_INSTANT)
    is_read = aft_instant_parse (text, &integer, NULL);
  else if (field->kind == AFT_KIND_SECONDS)
    is_read = aft_duration_parse (text, &integer, NULL);
  else
    is_read = aft_count_parse (text, &integer, NULL);
  if (is_read)
    aft_value_set_integer (value, integer);
  return is_read;
}

/* Without the unit behind it: "6.2 %", "3.5 h", "76 900 USD". */
static gboolean
parse_real (const char *text, AftValue *value)
{
  g_autofree char *number = g_strdup (text);
  gsize            end = strlen (number);
  double           real;

  while (end > 0 && !g_ascii_isdigit (number[end - 1]))
    end--;
  number[end] = '\0';
  if (!aft_real_parse (number, &real, NULL))
    return FALSE;
  aft_value_set_real (value, real);
  return TRUE;
}

gboolean
aft_markdown_read_shown (AftRecord *record, guint field, const char *text)
{
  const AftField *description = aft_record_get_field (record, field);
  g_auto (AftValue) value = AFT_VALUE_INIT;
  gboolean is_read = TRUE;

  if (*text == '\0')
    return TRUE;
  if (description->kind == AFT_KIND_CHOICE)
    is_read = parse_choice (description, text, &value);
  else if (aft_kind_is_integer (description->kind))
    is_read = parse_integer (description, text, &value);
  else if (aft_kind_is_real (description->kind))
    is_read = parse_real (text, &value);
  else if (description->kind == AFT_KIND_DATE && !aft_date_is_valid (text))
    is_read = FALSE;
  else
    aft_value_set_text (&value, text);
  if (is_read)
    aft_record_init_value (record, field, &value);
  return is_read;
}
