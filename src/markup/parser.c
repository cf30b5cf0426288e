/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <md4c.h>
#include <string.h>

#include "base/caps.h"
#include "markup/node-private.h"

#define MAX_NODES        200000
#define MAX_DEPTH        100
#define OUTPUT_FACTOR    10
#define MIN_OUTPUT_BYTES 65536

typedef struct
{
  AftNode *root;
  AftNode *current;
  guint    depth;
  guint    n_skipped; /* levels below the depth cap: their text goes to the current node */
  guint    n_nodes;
  gsize    n_bytes, max_bytes;
  GString *text; /* of the text node being collected */
} Parser;

static void
flush_text (Parser *self)
{
  AftNode *node;

  if (self->text->len == 0)
    return;
  if (self->current->type == AFT_NODE_CODE || self->current->type == AFT_NODE_CODE_BLOCK)
    {
      g_assert (self->current->text == NULL);
      self->current->text = g_strdup (self->text->str);
    }
  else
    {
      node = aft_node_new (AFT_NODE_TEXT);
      node->text = g_strdup (self->text->str);
      aft_node_append (self->current, node);
      self->n_nodes++;
    }
  g_string_truncate (self->text, 0);
}

static AftNode *
open_node (Parser *self, AftNodeType type)
{
  AftNode *node;

  flush_text (self);
  if (self->depth >= MAX_DEPTH || self->n_skipped > 0)
    {
      self->n_skipped++;
      return NULL;
    }
  node = aft_node_new (type);
  aft_node_append (self->current, node);
  self->current = node;
  self->depth++;
  self->n_nodes++;
  return node;
}

static void
close_node (Parser *self)
{
  flush_text (self);
  if (self->n_skipped > 0)
    {
      self->n_skipped--;
      return;
    }
  self->current = self->current->parent;
  self->depth--;
}

/* A line end inside code is a space; it has no nodes below it. */
static void
add_break (Parser *self, AftNodeType type)
{
  if (self->current->type == AFT_NODE_CODE)
    {
      g_string_append_c (self->text, ' ');
      return;
    }
  flush_text (self);
  aft_node_append (self->current, aft_node_new (type));
  self->n_nodes++;
}

static char *
copy_attribute (const MD_ATTRIBUTE *attribute)
{
  return attribute->text != NULL ? g_strndup (attribute->text, attribute->size) : NULL;
}

static void
open_list (Parser *self, gboolean ordered, guint start, gboolean tight)
{
  AftNode *node = open_node (self, AFT_NODE_LIST);

  if (node == NULL)
    return;
  node->ordered = ordered;
  node->start = start;
  node->tight = tight;
}

static void
open_item (Parser *self, const MD_BLOCK_LI_DETAIL *detail)
{
  AftNode *node = open_node (self, AFT_NODE_ITEM);

  if (node != NULL && detail->is_task)
    node->task = detail->task_mark == ' ' ? AFT_TASK_OPEN : AFT_TASK_DONE;
}

static void
open_cell (Parser *self, const MD_BLOCK_TD_DETAIL *detail, gboolean is_header)
{
  static const AftAlign aligns[] = { [MD_ALIGN_DEFAULT] = AFT_ALIGN_DEFAULT,
                                     [MD_ALIGN_LEFT] = AFT_ALIGN_LEFT,
                                     [MD_ALIGN_CENTER] = AFT_ALIGN_CENTER,
                                     [MD_ALIGN_RIGHT] = AFT_ALIGN_RIGHT };
  AftNode              *node = open_node (self, AFT_NODE_CELL);

  if (node == NULL)
    return;
  node->align = aligns[detail->align];
  node->is_header = is_header;
  if (node->parent->type == AFT_NODE_ROW)
    node->parent->is_header = is_header;
}

static void
open_heading (Parser *self, guint level)
{
  AftNode *node = open_node (self, AFT_NODE_HEADING);

  if (node != NULL)
    node->level = level;
}

static void
open_code (Parser *self, MD_BLOCK_CODE_DETAIL *detail)
{
  AftNode *node = open_node (self, AFT_NODE_CODE_BLOCK);

  if (node != NULL)
    node->target = copy_attribute (&detail->info);
}

static int
enter_block_cb (MD_BLOCKTYPE type, void *detail, void *data)
{
  Parser *self = data;

  switch (type)
    {
    case MD_BLOCK_DOC:
    case MD_BLOCK_THEAD:
    case MD_BLOCK_TBODY:
      break;
    case MD_BLOCK_QUOTE:
      open_node (self, AFT_NODE_QUOTE);
      break;
    case MD_BLOCK_UL:
      open_list (self, FALSE, 0, ((MD_BLOCK_UL_DETAIL *) detail)->is_tight);
      break;
    case MD_BLOCK_OL:
      open_list (self,
                 TRUE,
                 ((MD_BLOCK_OL_DETAIL *) detail)->start,
                 ((MD_BLOCK_OL_DETAIL *) detail)->is_tight);
      break;
    case MD_BLOCK_LI:
      open_item (self, detail);
      break;
    case MD_BLOCK_HR:
      open_node (self, AFT_NODE_RULE);
      break;
    case MD_BLOCK_H:
      open_heading (self, ((MD_BLOCK_H_DETAIL *) detail)->level);
      break;
    case MD_BLOCK_CODE:
      open_code (self, detail);
      break;
    case MD_BLOCK_TABLE:
      open_node (self, AFT_NODE_TABLE);
      break;
    case MD_BLOCK_TR:
      open_node (self, AFT_NODE_ROW);
      break;
    case MD_BLOCK_TH:
    case MD_BLOCK_TD:
      open_cell (self, detail, type == MD_BLOCK_TH);
      break;
    case MD_BLOCK_HTML:
    case MD_BLOCK_P:
    default:
      open_node (self, AFT_NODE_PARAGRAPH);
    }
  return self->n_nodes > MAX_NODES;
}

/* The last line end of a code block is not part of it; that of raw HTML ends its paragraph. */
static void
chomp (GString *text)
{
  if (text->len > 0 && text->str[text->len - 1] == '\n')
    g_string_truncate (text, text->len - 1);
}

static int
leave_block_cb (MD_BLOCKTYPE type, void *detail, void *data)
{
  Parser *self = data;

  if (type == MD_BLOCK_DOC || type == MD_BLOCK_THEAD || type == MD_BLOCK_TBODY)
    return 0;
  if (type == MD_BLOCK_CODE || type == MD_BLOCK_HTML)
    chomp (self->text);
  close_node (self);
  return 0;
}

/* A link that is not safe keeps its words and loses its target. */
static void
open_link (Parser *self, const MD_ATTRIBUTE *href)
{
  g_autofree char *target = copy_attribute (href);
  gboolean         is_safe = target != NULL && aft_link_is_safe (target);
  AftNode         *node = open_node (self, is_safe ? AFT_NODE_LINK : AFT_NODE_SPAN);

  if (node == NULL)
    return;
  if (is_safe)
    node->target = g_steal_pointer (&target);
  self->n_bytes += is_safe ? strlen (node->target) : 0;
}

static int
enter_span_cb (MD_SPANTYPE type, void *detail, void *data)
{
  Parser *self = data;

  switch (type)
    {
    case MD_SPAN_EM:
      open_node (self, AFT_NODE_EMPHASIS);
      break;
    case MD_SPAN_STRONG:
      open_node (self, AFT_NODE_STRONG);
      break;
    case MD_SPAN_DEL:
      open_node (self, AFT_NODE_STRIKE);
      break;
    case MD_SPAN_CODE:
      open_node (self, AFT_NODE_CODE);
      break;
    case MD_SPAN_A:
      open_link (self, &((MD_SPAN_A_DETAIL *) detail)->href);
      break;
    case MD_SPAN_IMG:
      open_link (self, &((MD_SPAN_IMG_DETAIL *) detail)->src);
      break;
    default:
      open_node (self, AFT_NODE_SPAN);
    }
  return self->n_nodes > MAX_NODES || self->n_bytes > self->max_bytes;
}

static int
leave_span_cb (MD_SPANTYPE type, void *detail, void *data)
{
  close_node (data);
  return 0;
}

static void
append_entity (Parser *self, const char *text, gsize size)
{
  static const struct
  {
    const char *entity;
    const char *text;
  } entities[] = {
    { "&amp;", "&" },    { "&lt;", "<" },          { "&gt;", ">" },    { "&quot;", "\"" },
    { "&apos;", "'" },   { "&nbsp;", "\xC2\xA0" }, { "&ndash;", "–" }, { "&mdash;", "—" },
    { "&hellip;", "…" }, { "&times;", "×" },       { "&rarr;", "→" },  { "&larr;", "←" },
  };
  gunichar c = 0;

  for (guint i = 0; i < G_N_ELEMENTS (entities); i++)
    if (strlen (entities[i].entity) == size && strncmp (text, entities[i].entity, size) == 0)
      {
        g_string_append (self->text, entities[i].text);
        return;
      }
  if (size > 3 && text[1] == '#')
    c = g_ascii_strtoull (text + (text[2] == 'x' || text[2] == 'X' ? 3 : 2),
                          NULL,
                          text[2] == 'x' || text[2] == 'X' ? 16 : 10);
  if (c >= 0x20 && g_unichar_validate (c))
    g_string_append_unichar (self->text, c);
  else
    g_string_append_len (self->text, text, size);
}

static int
text_cb (MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size, void *data)
{
  Parser *self = data;

  self->n_bytes += size;
  switch (type)
    {
    case MD_TEXT_NULLCHAR:
      g_string_append (self->text, "\xEF\xBF\xBD");
      break;
    case MD_TEXT_BR:
    case MD_TEXT_SOFTBR:
      add_break (self, type == MD_TEXT_BR ? AFT_NODE_LINE_BREAK : AFT_NODE_SOFT_BREAK);
      break;
    case MD_TEXT_ENTITY:
      append_entity (self, text, size);
      break;
    default:
      g_string_append_len (self->text, text, size);
    }
  return self->n_nodes > MAX_NODES || self->n_bytes > self->max_bytes;
}

static gboolean
refuse (GError **error)
{
  g_set_error_literal (error,
                       AFT_MARKUP_ERROR,
                       AFT_MARKUP_ERROR_TOO_LARGE,
                       "the text is too large or too deeply nested to be shown as Markdown");
  return FALSE;
}

AftNode *
aft_node_parse (const char *markdown, GError **error)
{
  static const MD_PARSER callbacks = {
    .abi_version = 0,
    .flags = MD_DIALECT_GITHUB,
    .enter_block = enter_block_cb,
    .leave_block = leave_block_cb,
    .enter_span = enter_span_cb,
    .leave_span = leave_span_cb,
    .text = text_cb,
  };
  g_autoptr (AftNode) root = NULL;
  g_autoptr (GString) text = NULL;
  gsize  length = strlen (markdown);
  Parser parser = { 0 };

  if (length > AFT_CAP_FIELD_BYTES || !aft_markup_definitions_are_short (markdown))
    {
      refuse (error);
      return NULL;
    }
  root = aft_node_new (AFT_NODE_DOCUMENT);
  text = g_string_new (NULL);
  parser.root = parser.current = root;
  parser.text = text;
  parser.max_bytes = MAX (length * OUTPUT_FACTOR, MIN_OUTPUT_BYTES);
  if (md_parse (markdown, length, &callbacks, &parser) != 0)
    {
      refuse (error);
      return NULL;
    }
  aft_node_mark_private (root);
  return g_steal_pointer (&root);
}
