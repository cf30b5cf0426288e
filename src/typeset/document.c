/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "typeset/sections.h"

#include <glib/gi18n-lib.h>

#include "typeset/contents.h"
#include "typeset/prose.h"
#include "typeset/review-questions.h"

/* ---- fields as the description has them ---- */

static void
add_list_items (AftComposer *self, AftRecordList *list)
{
  guint first = self->blocks->len;

  aft_composer_push (self, AFT_TAG_LIST);
  for (guint i = 0; i < aft_record_list_get_length (list); i++)
    {
      AftRecord   *row = aft_record_list_get (list, i);
      AftProseItem item;

      aft_composer_show (self, row, AFT_ITEM_TEXT);
      item = aft_prose_begin_item (self, AFT_ITEM_INDENT);
      aft_prose_add (self, aft_record_get_text (row, AFT_ITEM_TEXT));
      aft_prose_end_item (self, &item, "•");
    }
  aft_composer_pop (self);
  aft_prose_tighten (self, first);
}

static void
add_whys (AftComposer *self, AftRecordList *whys, guint depth)
{
  static const char *const marks[] = { "•", "↳" };

  aft_composer_push (self, AFT_TAG_LIST);
  for (guint i = 0; i < aft_record_list_get_length (whys); i++)
    {
      AftRecord     *why = aft_record_list_get (whys, i);
      AftRecordList *because = aft_record_get_list (why, AFT_WHY_BECAUSE);
      AftProseItem   item;

      aft_composer_show (self, why, AFT_WHY_TEXT);
      item = aft_prose_begin_item (self, AFT_ITEM_INDENT);
      aft_prose_add (self, aft_record_get_text (why, AFT_WHY_TEXT));
      if (aft_record_list_get_length (because) > 0)
        add_whys (self, because, depth + 1);
      aft_prose_end_item (self, &item, marks[MIN (depth, G_N_ELEMENTS (marks) - 1)]);
    }
  aft_composer_pop (self);
}

static gboolean
has_content (AftComposer *self, guint field)
{
  if (aft_doc_schema.fields[field].kind == AFT_KIND_LIST)
    return aft_record_list_get_length (aft_record_get_list (self->root, field)) > 0;
  return aft_record_has (self->root, field);
}

static void
add_field_content (AftComposer *self, guint field)
{
  AftRecordList *list;

  aft_composer_show (self, self->root, field);
  if (aft_doc_schema.fields[field].kind == AFT_KIND_PROSE)
    {
      aft_prose_add (self, aft_record_get_text (self->root, field));
      return;
    }
  list = aft_record_get_list (self->root, field);
  if (aft_record_list_get_schema (list) == &aft_why_schema)
    {
      guint first = self->blocks->len;

      add_whys (self, list, 0);
      aft_prose_tighten (self, first);
    }
  else
    add_list_items (self, list);
}

/* Prose and lists of texts; what has a table of its own is set elsewhere. */
static gboolean
is_running_text (const AftField *field)
{
  return field->kind == AFT_KIND_PROSE ||
         (field->kind == AFT_KIND_LIST &&
          (field->items == &aft_item_schema || field->items == &aft_why_schema));
}

static void
add_field (AftComposer *self, guint field)
{
  aft_composer_show (self, self->root, field);
  aft_composer_add_title (self, 2, aft_field_get_label (&aft_doc_schema.fields[field]));
  if (field == AFT_DOC_DETECTION_NOTES)
    aft_section_compose_detection (self);
  if (aft_record_has (self->root, field) || aft_doc_schema.fields[field].kind == AFT_KIND_LIST)
    add_field_content (self, field);
}

static void
add_running_fields (AftComposer *self, AftSectionId section)
{
  for (guint i = 0; i < AFT_DOC_N_FIELDS; i++)
    {
      const AftField *field = &aft_doc_schema.fields[i];
      gboolean        has_method =
          i == AFT_DOC_DETECTION_NOTES && aft_record_has (self->root, AFT_DOC_DETECTION_METHOD);

      if (field->section == section && is_running_text (field) &&
          (field->flags & AFT_FIELD_INTERNAL) == 0 && (has_content (self, i) || has_method))
        add_field (self, i);
    }
}

/* ---- sections ---- */

static gboolean
section_has_content (AftComposer *self, AftSectionId section)
{
  for (guint i = 0; i < AFT_DOC_N_FIELDS; i++)
    if (aft_doc_schema.fields[i].section == section &&
        (aft_doc_schema.fields[i].flags & AFT_FIELD_INTERNAL) == 0 && has_content (self, i))
      return TRUE;
  return FALSE;
}

static void
add_section (AftComposer *self, AftSectionId section)
{
  AftBlock *heading;

  if (!section_has_content (self, section))
    return;
  aft_composer_push (self, AFT_TAG_SECT);
  aft_composer_show (self, NULL, 0);
  heading = aft_composer_add_title (self, 1, aft_section_get_title (section));
  aft_review_questions_add (self, heading, section);
  if (section == AFT_SECTION_IMPACT)
    aft_section_compose_impact (self);
  if (section == AFT_SECTION_TIMELINE)
    aft_section_compose_events (self);
  if (section == AFT_SECTION_ACTIONS)
    aft_section_compose_actions (self);
  add_running_fields (self, section);
  aft_composer_pop (self);
}

/* A long text that is a section of its own. */
static void
add_text_section (AftComposer *self, guint field)
{
  if (!has_content (self, field))
    return;
  aft_composer_push (self, AFT_TAG_SECT);
  aft_composer_show (self, self->root, field);
  aft_composer_add_title (self, 1, aft_field_get_label (&aft_doc_schema.fields[field]));
  add_field_content (self, field);
  aft_composer_pop (self);
}

static void
add_in_section (AftComposer *self, void (*compose) (AftComposer *))
{
  aft_composer_push (self, AFT_TAG_SECT);
  compose (self);
  aft_composer_pop (self);
}

void
aft_document_compose (AftComposer *self, AftLayout layout)
{
  aft_section_compose_title (self);
  aft_contents_reserve (self);
  for (AftSectionId section = 0; section < AFT_SECTION_DETAILS; section++)
    add_section (self, section);
  add_in_section (self, aft_section_compose_metrics);
  add_text_section (self, AFT_DOC_BACKGROUND);
  add_text_section (self, AFT_DOC_GLOSSARY);
  add_in_section (self, aft_section_compose_details);
  add_text_section (self, AFT_DOC_APPENDIX);
  /* here only where it was asked for by name: the copy for the audience has none otherwise */
  add_text_section (self, AFT_DOC_REFLECTION);
  add_in_section (self, aft_section_compose_references);
  if (layout == AFT_LAYOUT_REVIEW)
    add_in_section (self, aft_section_compose_sign_off);
}
