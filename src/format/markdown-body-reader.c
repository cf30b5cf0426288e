/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "format/markdown-body-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "format/markdown-escape.h"
#include "format/markdown-lists-reader.h"
#include "format/markdown-outline.h"
#include "format/markdown-prose.h"
#include "format/markdown-rows-reader.h"

typedef struct
{
  AftMarkdownReading *reading;
  AftSectionId        section;    /* the open one; where strays go */
  gboolean            is_foreign; /* below a heading that is none of ours */
  gboolean            has_title;
} BodyReader;

static gboolean
is_heading (const char *heading, const char *label, const char *translated)
{
  return g_ascii_strcasecmp (heading, label) == 0 || g_str_equal (heading, translated);
}

static guint
find_section (const char *heading)
{
  for (guint i = 0; i < AFT_N_SECTIONS; i++)
    if (is_heading (heading, aft_section_get (i)->title, aft_section_get_title (i)))
      return i;
  return AFT_N_SECTIONS;
}

static guint
find_field (AftSectionId section, const char *heading)
{
  for (guint i = 0; i < AFT_DOC_N_FIELDS; i++)
    {
      const AftField *field = &aft_doc_schema.fields[i];

      if (field->section == section && (field->flags & AFT_FIELD_INTERNAL) == 0 &&
          (field->kind == AFT_KIND_PROSE || field->kind == AFT_KIND_LIST) &&
          is_heading (heading, field->label, aft_field_get_label (field)))
        return i;
    }
  return AFT_DOC_N_FIELDS;
}

static void
keep_part (BodyReader *self, const AftMarkdownPart *part)
{
  g_autofree char *text =
      g_strdup_printf ("%.*s %s\n%s", (int) MAX (part->level, 1), "###", part->heading, part->text);

  aft_markdown_reading_add_stray (self->reading, self->section, text);
}

/* The front matter has the title too, where line ends in it survive; who edits one heading means
 * it. */
static void
read_title (BodyReader *self, const AftMarkdownPart *part)
{
  AftRecord       *root = self->reading->root;
  const char      *title = aft_record_get_text (root, AFT_DOC_TITLE);
  g_autofree char *shown =
      aft_markdown_escape_line (*title != '\0' ? title : _ ("Untitled postmortem"));
  g_autofree char *expected = aft_markdown_unescape (g_strstrip (shown), -1);

  self->has_title = TRUE;
  if (!g_str_equal (part->heading, expected))
    aft_markdown_read_text (root, AFT_DOC_TITLE, part->heading);
  aft_markdown_reading_add_stray (self->reading, AFT_SECTION_SUMMARY, part->text);
}

static void
read_section (BodyReader *self, const AftMarkdownPart *part)
{
  guint section = find_section (part->heading);

  self->is_foreign = section == AFT_N_SECTIONS;
  self->section = self->is_foreign ? AFT_SECTION_DETAILS : section;
  if (self->is_foreign)
    keep_part (self, part);
  else
    aft_markdown_read_tables (self->reading, section, part->text);
}

static void
read_field (BodyReader *self, const AftMarkdownPart *part)
{
  AftRecord *root = self->reading->root;
  guint field = self->is_foreign ? AFT_DOC_N_FIELDS : find_field (self->section, part->heading);
  g_autofree char *prose = NULL;

  if (field == AFT_DOC_N_FIELDS || aft_record_has (root, field))
    keep_part (self, part);
  else if (field == AFT_DOC_EVENTS || field == AFT_DOC_ACTIONS)
    aft_markdown_read_tables (self->reading, self->section, part->text);
  else if (aft_doc_schema.fields[field].kind == AFT_KIND_LIST)
    aft_markdown_read_list (aft_record_get_list (root, field), part->text);
  else
    {
      prose = aft_markdown_extract (part->text);
      aft_markdown_read_text (root, field, prose);
    }
}

static void
read_part (BodyReader *self, const AftMarkdownPart *part)
{
  if (part->level == 0)
    aft_markdown_reading_add_stray (self->reading, self->section, part->text);
  else if (part->level == 1 && !self->has_title)
    read_title (self, part);
  else if (part->level == 1)
    {
      self->section = AFT_SECTION_DETAILS;
      self->is_foreign = TRUE;
      keep_part (self, part);
    }
  else if (part->level == 2)
    read_section (self, part);
  else
    read_field (self, part);
}

void
aft_markdown_read_body (AftMarkdownReading *reading, const char *body)
{
  g_autoptr (GPtrArray) parts = aft_markdown_outline (body);
  BodyReader reader = { .reading = reading, .section = AFT_SECTION_SUMMARY };

  for (guint i = 0; i < parts->len; i++)
    read_part (&reader, g_ptr_array_index (parts, i));
}
