/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "format/markdown-writer.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "format/markdown-escape.h"
#include "format/markdown-front-matter.h"
#include "format/markdown-prose.h"
#include "format/markdown-reader.h"
#include "format/markdown-tables.h"
#include "format/markdown-trailer.h"
#include "markup/node.h"
#include "model/record-list.h"
#include "model/schema.h"

static void
append_prose (GString *out, const char *label, const char *prose)
{
  g_autofree char *embedded = aft_markdown_embed (prose);

  if (*embedded != '\0')
    g_string_append_printf (out, "\n### %s\n\n%s\n", label, embedded);
}

/* With its bullet such a line would be a rule. */
static gboolean
is_dashes (const char *line)
{
  return strchr (line, '-') != strrchr (line, '-') && line[strspn (line, "- \t")] == '\0';
}

/* Lines behind the first belong to the item: they are indented, as far as a first line that begins
 * with no blank has it. */
static void
append_item (GString *out, const char *prose, guint depth)
{
  g_autofree char *embedded = aft_markdown_embed (prose);
  g_auto (GStrv) lines = g_strsplit (*g_strchug (embedded) != '\0' ? embedded : " ", "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (i > 0 && *lines[i] == '\0')
        g_string_append_c (out, '\n');
      else
        g_string_append_printf (out,
                                "%*s%s%s%s\n",
                                2 * depth,
                                "",
                                i == 0 ? "- " : "  ",
                                i == 0 && is_dashes (lines[i]) ? "\\" : "",
                                lines[i]);
    }
}

static void
append_whys (GString *out, AftRecordList *whys, guint depth)
{
  for (guint i = 0; i < aft_record_list_get_length (whys); i++)
    {
      AftRecord *why = aft_record_list_get (whys, i);

      append_item (out, aft_record_get_text (why, AFT_WHY_TEXT), depth);
      append_whys (out, aft_record_get_list (why, AFT_WHY_BECAUSE), depth + 1);
    }
}

/* Only an address that is safe to follow becomes a link. */
static void
append_link (GString *out, const char *label, const char *url)
{
  g_autofree char *address = g_uri_escape_string (url, ":/?#[]@!$&'()*+,;=%", TRUE);
  g_autofree char *shown = aft_markdown_escape_line (*label != '\0' ? label : address);
  g_autofree char *unsafe = aft_markdown_escape_line (url);

  if (*url != '\0' && aft_link_is_safe (address))
    g_string_append_printf (out, "- [%s](<%s>)\n", shown, address);
  else
    g_string_append_printf (out,
                            "- %s%s%s\n",
                            *label != '\0' ? shown : "",
                            *label != '\0' && *url != '\0' ? " " : "",
                            unsafe);
}

static void
append_links (GString *out, AftRecordList *links)
{
  for (guint i = 0; i < aft_record_list_get_length (links); i++)
    {
      AftRecord *link = aft_record_list_get (links, i);

      append_link (out,
                   aft_record_get_text (link, AFT_LINK_LABEL),
                   aft_record_get_text (link, AFT_LINK_URL));
    }
}

static void
append_list (GString *out, const char *label, AftRecordList *list)
{
  const AftSchema *schema = aft_record_list_get_schema (list);

  if (aft_record_list_get_length (list) == 0)
    return;
  if (schema != &aft_action_schema)
    g_string_append_printf (out, "\n### %s\n", label);
  if (schema == &aft_event_schema || schema == &aft_action_schema)
    {
      aft_markdown_append_rows (out, list);
      return;
    }
  g_string_append_c (out, '\n');
  if (schema == &aft_why_schema)
    append_whys (out, list, 0);
  else if (schema == &aft_link_schema)
    append_links (out, list);
  for (guint i = 0; schema == &aft_item_schema && i < aft_record_list_get_length (list); i++)
    append_item (out, aft_record_get_text (aft_record_list_get (list, i), AFT_ITEM_TEXT), 0);
}

static void
append_field (GString *out, AftRecord *root, guint index)
{
  const AftField *field = aft_record_get_field (root, index);
  const char     *label = aft_field_get_label (field);

  if ((field->flags & AFT_FIELD_INTERNAL) != 0)
    return;
  if (field->kind == AFT_KIND_PROSE)
    append_prose (out, label, aft_record_get_text (root, index));
  else if (field->kind == AFT_KIND_LIST)
    append_list (out, label, aft_record_get_list (root, index));
}

static void
append_section (GString *out, AftRecord *root, AftSectionId section)
{
  g_autoptr (GString) body = g_string_new (NULL);

  if (section == AFT_SECTION_IMPACT || section == AFT_SECTION_TIMELINE)
    aft_markdown_append_figures (body, root, section);
  for (guint i = 0; i < AFT_DOC_N_FIELDS; i++)
    if (aft_record_get_field (root, i)->section == section)
      append_field (body, root, i);
  if (body->len > 0)
    g_string_append_printf (out, "\n## %s\n%s", aft_section_get_title (section), body->str);
}

static GString *
write_shown (AftRecord *root)
{
  GString         *out = g_string_sized_new (65536);
  const char      *title = aft_record_get_text (root, AFT_DOC_TITLE);
  g_autofree char *escaped =
      aft_markdown_escape_line (*title != '\0' ? title : _ ("Untitled postmortem"));

  aft_markdown_append_front_matter (out, root);
  g_string_append_printf (out, "\n# %s\n", escaped);
  for (guint section = 0; section < AFT_N_SECTIONS; section++)
    append_section (out, root, section);
  return out;
}

char *
aft_markdown_write (AftRecord *root)
{
  GString *out = write_shown (root);
  g_autoptr (AftMarkdownReading) reading = aft_markdown_read_shown_text (out->str);

  aft_markdown_append_trailer (out, root, reading);
  return g_string_free (out, FALSE);
}

char *
aft_markdown_write_public (AftRecord *root)
{
  return g_string_free (write_shown (root), FALSE);
}
