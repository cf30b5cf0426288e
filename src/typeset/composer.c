/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "typeset/composer.h"

#include "typeset/loose-lines.h"

#define MAX_DIVISIONS 3

typedef struct
{
  double  above, below;
  AftFace face;
  AftTag  tag;
} HeadingStyle;

/* Twice the space above that is below. */
static const HeadingStyle headings[] = {
  { 28, 10.5, AFT_FACE_H1, AFT_TAG_H1 },
  { 14, 3.5, AFT_FACE_H2, AFT_TAG_H2 },
  { 10.5, 1.75, AFT_FACE_H3, AFT_TAG_H3 },
};

static guint
count_rows (AftRecord *root, guint field)
{
  return aft_record_list_get_length (aft_record_get_list (root, field));
}

void
aft_composer_init (AftComposer *self, AftRecord *root, AftStyle *style, AftPages *pages)
{
  self->root = root;
  self->style = style;
  self->pages = pages;
  self->area = aft_style_get_area (style);
  self->zone = aft_zone_get_or_utc (aft_record_get_text (root, AFT_DOC_TIME_ZONE));
  self->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) aft_block_free);
  self->parent = -1;
  self->x = 0;
  self->width = self->area->measure;
  self->decor = AFT_DECOR_NONE;
  self->numbers = NULL;
  self->level = 1;
  self->contents = NULL;
  self->language =
      aft_record_has (root, AFT_DOC_LANGUAGE) ? aft_record_get_text (root, AFT_DOC_LANGUAGE) : NULL;
  self->references =
      aft_references_new (count_rows (root, AFT_DOC_EVENTS), count_rows (root, AFT_DOC_ACTIONS));
  aft_composer_show (self, NULL, 0);
}

void
aft_composer_clear (AftComposer *self)
{
  g_clear_pointer (&self->blocks, g_ptr_array_unref);
  g_clear_pointer (&self->numbers, g_hash_table_unref);
  g_clear_pointer (&self->references, aft_references_free);
  g_clear_pointer (&self->contents, aft_contents_free);
}

void
aft_composer_show (AftComposer *self, AftRecord *record, guint field)
{
  self->record = record;
  self->field = field;
}

int
aft_composer_add_node (AftComposer *self, AftTag tag, int parent)
{
  AftStructNode node = { tag, parent };

  g_array_append_val (self->pages->structure, node);
  return (int) self->pages->structure->len - 1;
}

int
aft_composer_push (AftComposer *self, AftTag tag)
{
  self->parent = aft_composer_add_node (self, tag, self->parent);
  return self->parent;
}

void
aft_composer_pop (AftComposer *self)
{
  self->parent = g_array_index (self->pages->structure, AftStructNode, self->parent).parent;
}

AftBlock *
aft_composer_add (AftComposer *self, AftBlock *block)
{
  block->decor = self->decor;
  block->decor_x = self->decor_x;
  block->decor_width = self->decor_width;
  block->record = self->record;
  block->field = self->field;
  g_ptr_array_add (self->blocks, block);
  return block;
}

/* What a division moves down may leave other lines short. */
static AftLines *
set_text (AftComposer *self, AftFace face, AftInline *content)
{
  AftLines *lines;

  for (guint i = 0;; i++)
    {
      lines = aft_style_set (
          self->style, face, content->text->str, content->text->len, content->attrs, self->width);
      if (face != AFT_FACE_BODY || i == MAX_DIVISIONS ||
          !aft_loose_lines_divide (lines, self->width, self->language, content))
        return lines;
      aft_lines_unref (lines);
    }
}

AftBlock *
aft_composer_add_text (AftComposer *self, AftFace face, AftTag tag, AftInline *content)
{
  AftBlock *block = aft_block_new (AFT_BLOCK_TEXT);

  block->x = self->x;
  block->width = self->width;
  block->above = block->below = AFT_RHYTHM;
  block->node = aft_composer_add_node (self, tag, self->parent);
  block->lines = set_text (self, face, content);
  block->links = g_steal_pointer (&content->links);
  block->leading = aft_style_leading (self->style, face, block->lines);
  block->n_lines = aft_lines_get_length (block->lines);
  block->baseline = aft_style_baseline (self->style, face, block->leading);
  return aft_composer_add (self, block);
}

AftBlock *
aft_composer_add_plain (AftComposer *self, AftFace face, AftTag tag, const char *text)
{
  g_auto (AftInline) content = { NULL };

  aft_inline_init (&content);
  aft_inline_add (&content, text);
  return aft_composer_add_text (self, face, tag, &content);
}

AftBlock *
aft_composer_add_heading (AftComposer *self, guint level, AftInline *content)
{
  const HeadingStyle *style = &headings[level - 1];
  AftTag              tag = level == 3 && self->level < 2 ? AFT_TAG_H2 : style->tag;
  AftBlock           *block = aft_composer_add_text (self, style->face, tag, content);

  block->above = style->above;
  block->below = style->below;
  block->keep_next = TRUE;
  if (level < 3)
    {
      self->level = level;
      block->outline_level = level;
      block->outline = g_strdup (content->text->str);
    }
  return block;
}

AftBlock *
aft_composer_add_title (AftComposer *self, guint level, const char *text)
{
  g_auto (AftInline) content = { NULL };

  aft_inline_init (&content);
  aft_inline_add (&content, text);
  return aft_composer_add_heading (self, level, &content);
}

AftTable *
aft_composer_new_table (AftComposer *self, const AftColumn *columns, guint n_columns)
{
  int node = aft_composer_add_node (self, AFT_TAG_TABLE, self->parent);

  return aft_table_new (self->style, columns, n_columns, node);
}

guint
aft_composer_add_row (AftComposer *self, AftTable *table, AftRowType type, AftRecord *record)
{
  return aft_table_add_row (
      table, type, aft_composer_add_node (self, AFT_TAG_TR, table->node), record);
}

static AftRow *
last_row (AftTable *table)
{
  return aft_table_get_row (table, table->rows->len - 1);
}

static AftTag
cell_tag (AftTable *table)
{
  switch (last_row (table)->type)
    {
    case AFT_ROW_HEADER:
      return AFT_TAG_TH;
    case AFT_ROW_GROUP:
      return AFT_TAG_TH_ROW;
    default:
      return AFT_TAG_TD;
    }
}

void
aft_composer_set_cell (AftComposer *self, AftTable *table, guint column, const char *text)
{
  aft_composer_set_cell_tagged (self,
                                table,
                                column,
                                text,
                                cell_tag (table),
                                last_row (table)->type == AFT_ROW_HEADER ? AFT_INK_DIM
                                                                         : AFT_INK_TEXT);
}

void
aft_composer_set_cell_tagged (AftComposer *self,
                              AftTable    *table,
                              guint        column,
                              const char  *text,
                              AftTag       tag,
                              AftInk       ink)
{
  int node = aft_composer_add_node (self, tag, last_row (table)->node);

  aft_table_set_text (table, column, text, node, ink);
}

void
aft_composer_set_cell_inline (AftComposer *self, AftTable *table, guint column, AftInline *content)
{
  int node = aft_composer_add_node (self, cell_tag (table), last_row (table)->node);

  aft_table_set_inline (table, column, content, node);
}

AftBlock *
aft_composer_add_table (AftComposer *self, AftTable *table, double width, gboolean fill)
{
  AftBlock *block = aft_block_new (AFT_BLOCK_TABLE);

  aft_table_fit (table, width, fill);
  block->table = table;
  block->node = table->node;
  block->x = self->x;
  block->width = table->width;
  block->above = AFT_RHYTHM;
  block->below = 2 * AFT_RHYTHM;
  return aft_composer_add (self, block);
}

const char *
aft_choice_label (AftRecord *record, guint field)
{
  guint choice = aft_record_get_choice (record, field);

  return choice == AFT_CHOICE_NONE
             ? ""
             : aft_field_get_choice_label (aft_record_get_field (record, field), choice);
}
