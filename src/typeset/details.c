/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "typeset/sections.h"

#include <glib/gi18n-lib.h>

#include "base/text.h"

#define LABEL_WIDTH 130.0

static char *
format_detail (AftComposer *self, guint i)
{
  const AftField *field = &aft_doc_schema.fields[i];

  if (field->kind == AFT_KIND_WORDS)
    return g_strjoinv ("; ", (char **) aft_record_get_words (self->root, i));
  if (field->kind == AFT_KIND_LINE || field->kind == AFT_KIND_ZONE)
    return g_strdup (aft_record_get_text (self->root, i));
  return NULL;
}

static gboolean
is_detail (AftComposer *self, guint i)
{
  const AftField *field = &aft_doc_schema.fields[i];

  return field->section == AFT_SECTION_DETAILS && i != AFT_DOC_TITLE &&
         (field->flags & (AFT_FIELD_INTERNAL | AFT_FIELD_PRIVATE)) == 0 &&
         aft_record_has (self->root, i);
}

static void
add_facts (AftComposer *self)
{
  const AftColumn columns[] = { { .width = LABEL_WIDTH }, { .flexible = TRUE } };
  AftTable       *table = NULL;

  for (guint i = 0; i < AFT_DOC_N_FIELDS; i++)
    {
      g_autofree char *value = is_detail (self, i) ? format_detail (self, i) : NULL;

      if (value == NULL || *value == '\0')
        continue;
      if (table == NULL)
        {
          aft_composer_show (self, self->root, i);
          aft_composer_add_title (self, 1, aft_section_get_title (AFT_SECTION_DETAILS));
          table = aft_composer_new_table (self, columns, G_N_ELEMENTS (columns));
        }
      aft_composer_add_row (self, table, AFT_ROW_BODY, NULL);
      aft_composer_set_cell_tagged (self,
                                    table,
                                    0,
                                    aft_field_get_label (&aft_doc_schema.fields[i]),
                                    AFT_TAG_TH_ROW,
                                    AFT_INK_DIM);
      aft_composer_set_cell (self, table, 1, value);
    }
  if (table != NULL)
    aft_composer_add_table (self, table, self->area->measure, FALSE);
}

/* The label, and the address in full: on paper it is all there is. */
static void
add_link (AftComposer *self, AftRecord *link)
{
  g_auto (AftInline) content = { NULL };
  const char      *label = aft_record_get_text (link, AFT_LINK_LABEL);
  const char      *url = aft_record_get_text (link, AFT_LINK_URL);
  g_autofree char *shown = aft_text_reveal (url);
  AftBlock        *block;

  aft_inline_init (&content);
  aft_inline_add (&content, label);
  if (*label != '\0' && *url != '\0')
    aft_inline_add (&content, " · ");
  aft_inline_add_link (&content, shown, url);
  if (content.text->len == 0)
    return;
  aft_composer_show (self, link, AFT_LINK_URL);
  block = aft_composer_add_text (self, AFT_FACE_BODY, AFT_TAG_P, &content);
  block->above = block->below = AFT_RHYTHM / 2;
}

static void
add_links (AftComposer *self)
{
  AftRecordList *links = aft_record_get_list (self->root, AFT_DOC_LINKS);

  if (aft_record_list_get_length (links) == 0)
    return;
  aft_composer_show (self, self->root, AFT_DOC_LINKS);
  aft_composer_add_title (self, 1, aft_field_get_label (&aft_doc_schema.fields[AFT_DOC_LINKS]));
  for (guint i = 0; i < aft_record_list_get_length (links); i++)
    add_link (self, aft_record_list_get (links, i));
}

void
aft_section_compose_details (AftComposer *self)
{
  add_links (self);
  add_facts (self);
}
