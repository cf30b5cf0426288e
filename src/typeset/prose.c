/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "typeset/prose.h"

#include <string.h>

#define QUOTE_INDENT 14.0
#define CODE_INDENT  8.0
#define MIN_WIDTH    120.0 /* however deep things are nested */

#define MAX_ANNOUNCING 3 /* lines of a paragraph that stays with what follows it */

static void add_blocks (AftComposer *self, const AftNode *parent);

/* Moves the start side in; returns by how much, for the way back. */
static double
indent_by (AftComposer *self, double amount)
{
  amount = CLAMP (self->width - MIN_WIDTH, 0, amount);
  self->x += amount;
  self->width -= amount;
  return amount;
}

static void
unindent_by (AftComposer *self, double amount)
{
  self->x -= amount;
  self->width += amount;
}

/* "In the log:" stands with what it announces. */
static void
add_body (AftComposer *self, AftInline *content)
{
  gboolean  announces = g_str_has_suffix (content->text->str, ":");
  AftBlock *block = aft_composer_add_text (self, AFT_FACE_BODY, AFT_TAG_P, content);

  block->keep_next = announces && block->n_lines <= MAX_ANNOUNCING;
}

static void
add_paragraph (AftComposer *self, const AftNode *node)
{
  g_auto (AftInline) content = { NULL };

  aft_inline_init_prose (&content, self->references);
  aft_inline_add_children (&content, node);
  if (content.text->len > 0)
    add_body (self, &content);
}

static void
add_heading (AftComposer *self, const AftNode *node)
{
  g_auto (AftInline) content = { NULL };

  aft_inline_init (&content);
  aft_inline_add_children (&content, node);
  if (content.text->len > 0)
    aft_composer_add_heading (self, 3, &content);
}

/* ---- lists ---- */

static gboolean
is_rtl (const AftBlock *block)
{
  return aft_lines_is_rtl (block->lines, 0);
}

/* Sets the mark before the first text block since then. In text from right to left both change
 * sides. */
static void
place_mark (AftComposer *self, const AftProseItem *item, const char *mark)
{
  AftBlock *block;
  double    width;

  if (item->first_block >= self->blocks->len)
    return;
  block = g_ptr_array_index (self->blocks, item->first_block);
  if (block->type != AFT_BLOCK_TEXT)
    return;
  /* the first thing of an item may be a list, whose own mark there is no room for */
  g_clear_pointer (&block->marker, aft_lines_unref);
  block->marker = aft_style_set (self->style, AFT_FACE_BODY, mark, -1, NULL, -1);
  block->marker_node = item->label_node;
  width = aft_lines_get_width (block->marker);
  if (is_rtl (block))
    {
      block->x -= item->indent;
      block->marker_x = block->x + block->width + MAX (item->indent - width - 5, 2);
    }
  else
    block->marker_x = block->x - MAX (item->indent - 4, width + 4);
}

/* Of prose; those of sections and fields are in the outline. */
static gboolean
is_heading (AftComposer *self, const AftBlock *block)
{
  AftTag tag;

  if (block->type != AFT_BLOCK_TEXT || block->outline_level > 0)
    return FALSE;
  tag = g_array_index (self->pages->structure, AftStructNode, block->node).tag;
  return tag == AFT_TAG_H2 || tag == AFT_TAG_H3;
}

/* Items of a line each follow one another without space; the list as a whole keeps its distance. */
static void
tighten (AftComposer *self, guint from)
{
  for (guint i = from; i < self->blocks->len; i++)
    {
      AftBlock *block = g_ptr_array_index (self->blocks, i);

      if (block->type != AFT_BLOCK_TEXT || block->decor == AFT_DECOR_CODE)
        continue;
      block->above = i == from ? block->above : 0;
      block->below = i + 1 == self->blocks->len ? block->below : 0;
      /* neither the first line of a list nor its last stands alone */
      if (!is_heading (self, block))
        block->keep_next = i + 1 < self->blocks->len && (i == from || i + 2 == self->blocks->len);
    }
}

void
aft_prose_tighten (AftComposer *self, guint from)
{
  for (guint i = from; i < self->blocks->len; i++)
    {
      const AftBlock *block = g_ptr_array_index (self->blocks, i);

      if (block->type != AFT_BLOCK_TEXT || block->n_lines > 1)
        return;
    }
  tighten (self, from);
}

static char *
item_mark (const AftNode *item, guint number, guint depth)
{
  static const char *const bullets[] = { "•", "–", "·" };

  if (item->task == AFT_TASK_DONE)
    return g_strdup ("☑");
  if (item->task == AFT_TASK_OPEN)
    return g_strdup ("☐");
  if (item->parent->ordered)
    return g_strdup_printf ("%u.", number);
  return g_strdup (bullets[MIN (depth, G_N_ELEMENTS (bullets) - 1)]);
}

static double
mark_indent (const AftNode *list)
{
  guint last = list->start;

  for (const AftNode *item = list->first; item != NULL; item = item->next)
    last++;
  if (!list->ordered || last <= 100)
    return AFT_ITEM_INDENT;
  return AFT_ITEM_INDENT + (last > 1000 ? 14 : 7);
}

static guint
list_depth (const AftNode *list)
{
  guint depth = 0;

  for (const AftNode *node = list->parent; node != NULL; node = node->parent)
    depth += node->type == AFT_NODE_LIST && !node->ordered;
  return depth;
}

AftProseItem
aft_prose_begin_item (AftComposer *self, double indent)
{
  AftProseItem item = { self->blocks->len, indent_by (self, indent), -1 };

  aft_composer_push (self, AFT_TAG_LI);
  item.label_node = aft_composer_add_node (self, AFT_TAG_LBL, self->parent);
  aft_composer_push (self, AFT_TAG_LBODY);
  return item;
}

void
aft_prose_end_item (AftComposer *self, const AftProseItem *item, const char *mark)
{
  place_mark (self, item, mark);
  aft_composer_pop (self);
  aft_composer_pop (self);
  unindent_by (self, item->indent);
}

static void
add_list (AftComposer *self, const AftNode *list)
{
  double indent = mark_indent (list);
  guint  number = list->start, first = self->blocks->len, depth = list_depth (list);

  aft_composer_push (self, AFT_TAG_LIST);
  for (const AftNode *node = list->first; node != NULL; node = node->next, number++)
    {
      g_autofree char *mark = item_mark (node, number, depth);
      AftProseItem     item = aft_prose_begin_item (self, indent);

      add_blocks (self, node);
      aft_prose_end_item (self, &item, mark);
    }
  aft_composer_pop (self);
  if (list->tight)
    tighten (self, first);
}

/* ---- quotes, code, tables ---- */

static void
decorate (AftComposer *self, AftDecor decor)
{
  self->decor = decor;
  self->decor_x = self->x;
  self->decor_width = self->width;
}

/* The area, decoration and parent as they were. */
static void
restore_area (AftComposer *self, const AftComposer *before)
{
  self->x = before->x;
  self->width = before->width;
  self->decor = before->decor;
  self->decor_x = before->decor_x;
  self->decor_width = before->decor_width;
  self->parent = before->parent;
}

/* The bar of a quote from right to left is on the right. */
static void
turn_quote (AftComposer *self, guint first, double indent)
{
  for (guint i = first; i < self->blocks->len; i++)
    {
      AftBlock *block = g_ptr_array_index (self->blocks, i);

      if (block->type != AFT_BLOCK_TEXT || !is_rtl (block))
        continue;
      block->x -= indent;
      block->marker_x -= indent;
      if (block->decor == AFT_DECOR_QUOTE)
        block->decor_x = self->decor_x + self->decor_width - indent;
    }
}

static void
add_quote (AftComposer *self, const AftNode *node)
{
  AftComposer before = *self;
  guint       first = self->blocks->len;
  double      indent;

  decorate (self, AFT_DECOR_QUOTE);
  indent = indent_by (self, QUOTE_INDENT);
  aft_composer_push (self, AFT_TAG_QUOTE);
  add_blocks (self, node);
  turn_quote (self, first, indent);
  restore_area (self, &before);
}

static char *
code_text (const AftNode *node)
{
  gsize length = node->text != NULL ? strlen (node->text) : 0;

  while (length > 0 && node->text[length - 1] == '\n')
    length--;
  return g_strndup (node->text != NULL ? node->text : "", length);
}

static void
add_code (AftComposer *self, const AftNode *node)
{
  AftComposer      before = *self;
  g_autofree char *code = code_text (node);
  AftBlock        *block;

  if (*code == '\0')
    return;
  decorate (self, AFT_DECOR_CODE);
  self->x += CODE_INDENT;
  self->width -= 2 * CODE_INDENT;
  aft_composer_push (self, AFT_TAG_P);
  block = aft_composer_add_plain (self, AFT_FACE_CODE, AFT_TAG_CODE, code);
  block->above = block->below = 1.5 * AFT_RHYTHM;
  restore_area (self, &before);
}

static void
add_table_row (AftComposer *self, AftTable *table, const AftNode *row)
{
  guint column = 0;

  aft_composer_add_row (self, table, row->is_header ? AFT_ROW_HEADER : AFT_ROW_BODY, NULL);
  for (const AftNode *cell = row->first; cell != NULL && column < table->n_columns;
       cell = cell->next, column++)
    {
      g_auto (AftInline) content = { NULL };

      aft_inline_init_prose (&content, self->references);
      /* what does not fit the columns of a table goes into the last one */
      if (column == table->n_columns - 1)
        for (; cell->next != NULL; cell = cell->next)
          {
            aft_inline_add_children (&content, cell);
            aft_inline_break (&content);
          }
      aft_inline_add_children (&content, cell);
      aft_composer_set_cell_inline (self, table, column, &content);
    }
}

static PangoAlignment
cell_align (const AftNode *cell)
{
  switch (cell->align)
    {
    case AFT_ALIGN_CENTER:
      return PANGO_ALIGN_CENTER;
    case AFT_ALIGN_RIGHT:
      return PANGO_ALIGN_RIGHT;
    default:
      return PANGO_ALIGN_LEFT;
    }
}

static void
add_table (AftComposer *self, const AftNode *node)
{
  AftColumn columns[AFT_TABLE_MAX_COLUMNS] = { { 0 } };
  guint     n_columns = 0;
  AftTable *table;

  if (node->first == NULL)
    return;
  for (const AftNode *cell = node->first->first; cell != NULL && n_columns < AFT_TABLE_MAX_COLUMNS;
       cell = cell->next)
    columns[n_columns++].align = cell_align (cell);
  if (n_columns == 0)
    return;
  table = aft_composer_new_table (self, columns, n_columns);
  for (const AftNode *row = node->first; row != NULL; row = row->next)
    add_table_row (self, table, row);
  aft_composer_add_table (self, table, self->area->full - self->x, FALSE);
}

static void
add_rule (AftComposer *self)
{
  AftBlock *block = aft_block_new (AFT_BLOCK_GROUP);
  AftBox    rule = { .type = AFT_BOX_FILL,
                     .rect = { self->width / 2 - 30, 0, 60, 0.5 },
                     .ink = AFT_INK_HAIRLINE,
                     .node = -1 };

  block->x = self->x;
  block->width = self->width;
  block->height = 0.5;
  block->above = block->below = 14;
  aft_block_add_box (block, &rule);
  aft_composer_add (self, block);
}

static void
add_block (AftComposer *self, const AftNode *node)
{
  switch (node->type)
    {
    case AFT_NODE_PARAGRAPH:
      add_paragraph (self, node);
      break;
    case AFT_NODE_HEADING:
      add_heading (self, node);
      break;
    case AFT_NODE_LIST:
      add_list (self, node);
      break;
    case AFT_NODE_QUOTE:
      add_quote (self, node);
      break;
    case AFT_NODE_CODE_BLOCK:
      add_code (self, node);
      break;
    case AFT_NODE_TABLE:
      add_table (self, node);
      break;
    case AFT_NODE_RULE:
      add_rule (self);
      break;
    default:
      add_blocks (self, node);
    }
}

static gboolean
is_inline (const AftNode *node)
{
  return node->type >= AFT_NODE_TEXT;
}

/* Tight items hold inline nodes beside blocks: a stretch of them is a paragraph. */
static const AftNode *
add_inline_stretch (AftComposer *self, const AftNode *first)
{
  g_auto (AftInline) content = { NULL };
  const AftNode *node;

  aft_inline_init_prose (&content, self->references);
  for (node = first; node != NULL && is_inline (node); node = node->next)
    aft_inline_add_node (&content, node);
  if (content.text->len > 0)
    add_body (self, &content);
  return node;
}

static void
add_blocks (AftComposer *self, const AftNode *parent)
{
  for (const AftNode *node = parent->first; node != NULL;)
    {
      if (is_inline (node))
        {
          node = add_inline_stretch (self, node);
          continue;
        }
      add_block (self, node);
      node = node->next;
    }
}

/* A heading over nothing is a line of text: it would be last on its page, and what comes next is
 * not below it. */
static void
demote_last_headings (AftComposer *self, guint first)
{
  for (guint i = self->blocks->len; i > first; i--)
    {
      AftBlock *block = g_ptr_array_index (self->blocks, i - 1);

      if (!is_heading (self, block))
        return;
      g_array_index (self->pages->structure, AftStructNode, block->node).tag = AFT_TAG_P;
      block->keep_next = FALSE;
    }
}

void
aft_prose_add (AftComposer *self, const char *markdown)
{
  g_autoptr (AftNode) document = aft_node_parse (markdown, NULL);
  guint first = self->blocks->len;

  if (document != NULL)
    {
      add_blocks (self, document);
      demote_last_headings (self, first);
    }
  else
    aft_composer_add_plain (self, AFT_FACE_BODY, AFT_TAG_P, markdown);
}
