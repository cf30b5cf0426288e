/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "typeset/inline.h"

#include <string.h>

#include "base/text.h"
#include "typeset/microtype.h"
#include "typeset/style.h"

/* Code letters are large for their size: brought down to the height of the text around them. */
#define CODE_SCALE     0.86
#define MAX_WHOLE_CODE 24   /* bytes of a word of code that is never broken */
#define NUMBER_SCALE   0.78 /* of a link, behind it */

#define ACCENT_RED   0x1A1A
#define ACCENT_GREEN 0x5050
#define ACCENT_BLUE  0x8F8F
/* As the marks in the text, but no letters of it. */
#define PRIVATE_MARK  "\u2016"
#define PRIVATE_RED   0x6A6A
#define PRIVATE_GREEN 0x2C2C
#define PRIVATE_BLUE  0x8080
#define DIM           0x5A5A

void
aft_inline_init (AftInline *self)
{
  self->text = g_string_new (NULL);
  self->attrs = NULL;
  self->links = NULL;
  self->references = NULL;
  self->n_raw = 0;
}

void
aft_inline_init_prose (AftInline *self, AftReferences *references)
{
  aft_inline_init (self);
  self->references = references;
}

void
aft_inline_clear (AftInline *self)
{
  if (self->text != NULL)
    g_string_free (self->text, TRUE);
  g_clear_pointer (&self->attrs, pango_attr_list_unref);
  g_clear_pointer (&self->links, g_array_unref);
  self->text = NULL;
}

static void
clear_link (AftPageLink *link)
{
  g_free (link->target);
}

GArray *
aft_page_links_new (void)
{
  GArray *links = g_array_new (FALSE, FALSE, sizeof (AftPageLink));

  g_array_set_clear_func (links, (GDestroyNotify) clear_link);
  return links;
}

static void
mark (AftInline *self, guint start, PangoAttribute *attribute)
{
  if (self->text->len == start)
    {
      pango_attribute_destroy (attribute);
      return;
    }
  if (self->attrs == NULL)
    self->attrs = pango_attr_list_new ();
  attribute->start_index = start;
  attribute->end_index = self->text->len;
  pango_attr_list_insert (self->attrs, attribute);
}

void
aft_inline_add (AftInline *self, const char *text)
{
  g_string_append (self->text, text);
}

void
aft_inline_add_bold (AftInline *self, const char *text)
{
  guint start = self->text->len;

  g_string_append (self->text, text);
  mark (self, start, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
}

void
aft_inline_add_dim (AftInline *self, const char *text)
{
  guint start = self->text->len;

  g_string_append (self->text, text);
  mark (self, start, pango_attr_foreground_new (DIM, DIM, DIM));
}

void
aft_inline_break (AftInline *self)
{
  g_string_append (self->text, " \n");
}

static void
mark_link (AftInline *self, guint start, const char *address)
{
  AftPageLink link = { start, self->text->len, g_strdup (address) };

  if (self->links == NULL)
    self->links = aft_page_links_new ();
  g_array_append_val (self->links, link);
  mark (self, start, pango_attr_foreground_new (ACCENT_RED, ACCENT_GREEN, ACCENT_BLUE));
}

void
aft_inline_add_link (AftInline *self, const char *text, const char *address)
{
  guint start = self->text->len;

  g_string_append (self->text, text);
  if (aft_link_is_safe (address) && self->text->len > start)
    mark_link (self, start, address);
}

/* Options and names of code have hyphens and slashes that no line may end at: short ones stay
 * whole, long ones go over the end of a line as they must. */
static void
keep_code_words (AftInline *self, guint start)
{
  GString *text = self->text;
  gsize    length = text->len;

  for (gsize from = start; from < length;)
    {
      gsize size = strcspn (text->str + from, " \n\t");

      text->len = from + size;
      if (size > 1 && size <= MAX_WHOLE_CODE)
        mark (self, (guint) from, pango_attr_allow_breaks_new (FALSE));
      from += size + 1;
    }
  text->len = length;
}

static void
mark_code (AftInline *self, guint start)
{
  mark (self, start, pango_attr_family_new (aft_style_mono_family ()));
  mark (self, start, pango_attr_scale_new (CODE_SCALE));
  mark (self, start, pango_attr_font_features_new ("calt=0"));
  keep_code_words (self, start);
}

/* ---- words of prose ---- */

/* A range of its own for each mark: what follows must not become part of it. */
static void
mark_reference (AftInline *self, gsize start, gsize end, char letter, guint number)
{
  g_autofree char *target = g_strdup_printf ("#%c%u", letter, number);
  GString         *text = self->text;
  gsize            length = text->len;

  text->len = end;
  mark_link (self, (guint) start, target);
  text->len = length;
}

static void
mark_references (AftInline *self, gsize from)
{
  gsize start, end;
  char  letter;
  guint number;

  while (aft_references_find (self->text->str, from, &start, &end, &letter, &number))
    {
      if (aft_references_has (self->references, letter, number))
        mark_reference (self, start, end, letter, number);
      from = end;
    }
}

void
aft_inline_add_words (AftInline *self, const char *text)
{
  gsize start = self->text->len;

  if (self->n_raw > 0)
    {
      g_string_append (self->text, text);
      return;
    }
  aft_microtype_append (self->text, text, -1);
  if (self->references != NULL)
    mark_references (self, start);
}

/* ---- links ---- */

/* Of a link that says its address, which needs no other way to find it. */
static gboolean
is_own_address (const AftNode *node)
{
  g_autofree char *text = aft_node_to_plain (node);

  g_strstrip (text);
  return *text != '\0' && g_str_has_suffix (node->target, text);
}

/* "[3]" behind the words of a link, and part of it. */
static void
add_number (AftInline *self, const AftNode *node)
{
  guint start = self->text->len;

  if (self->references == NULL)
    return;
  g_string_append_printf (
      self->text, "[%u]", aft_references_number (self->references, node->target));
  mark (self, start, pango_attr_scale_new (NUMBER_SCALE));
}

static void
add_link_node (AftInline *self, const AftNode *node)
{
  guint start = self->text->len;

  /* what is inside of a link leads nowhere else */
  self->n_raw++;
  aft_inline_add_children (self, node);
  self->n_raw--;
  if (self->text->len == start || node->target == NULL || !aft_link_is_safe (node->target))
    return;
  if (!is_own_address (node))
    add_number (self, node);
  mark_link (self, start, node->target);
}

/* Seen only where the public does not read: marked by signs, as paper may have no colour. */
static void
add_private_node (AftInline *self, const AftNode *node)
{
  guint start = self->text->len;

  g_string_append (self->text, PRIVATE_MARK);
  aft_inline_add_children (self, node);
  g_string_append (self->text, PRIVATE_MARK);
  mark (self, start, pango_attr_foreground_new (PRIVATE_RED, PRIVATE_GREEN, PRIVATE_BLUE));
}

static void
add_marked_node (AftInline *self, const AftNode *node)
{
  guint start = self->text->len;

  if (node->text != NULL)
    g_string_append (self->text, node->text);
  aft_inline_add_children (self, node);
  if (node->type == AFT_NODE_EMPHASIS)
    mark (self, start, pango_attr_style_new (PANGO_STYLE_ITALIC));
  else if (node->type == AFT_NODE_STRONG)
    mark (self, start, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  else if (node->type == AFT_NODE_STRIKE)
    mark (self, start, pango_attr_strikethrough_new (TRUE));
  else if (node->type == AFT_NODE_CODE)
    mark_code (self, start);
}

void
aft_inline_add_node (AftInline *self, const AftNode *node)
{
  switch (node->type)
    {
    case AFT_NODE_TEXT:
      aft_inline_add_words (self, node->text != NULL ? node->text : "");
      break;
    case AFT_NODE_SOFT_BREAK:
      g_string_append_c (self->text, ' ');
      break;
    case AFT_NODE_LINE_BREAK:
      aft_inline_break (self);
      break;
    case AFT_NODE_PRIVATE:
      add_private_node (self, node);
      break;
    case AFT_NODE_LINK:
      add_link_node (self, node);
      break;
    default:
      add_marked_node (self, node);
    }
}

void
aft_inline_add_children (AftInline *self, const AftNode *parent)
{
  for (const AftNode *node = parent->first; node != NULL; node = node->next)
    aft_inline_add_node (self, node);
}

static void
begin_line (AftInline *self, guint depth)
{
  if (self->text->len > 0 && self->text->str[self->text->len - 1] != '\n')
    aft_inline_break (self);
  for (guint i = 0; i < depth; i++)
    g_string_append (self->text, "\u2003");
}

static void
add_item_mark (AftInline *self, const AftNode *item, guint number)
{
  if (item->task != AFT_TASK_NONE)
    g_string_append (self->text, item->task == AFT_TASK_DONE ? "☑\u2002" : "☐\u2002");
  else if (item->parent->ordered)
    g_string_append_printf (self->text, "%u.\u2002", number);
  else
    g_string_append (self->text, "•\u2002");
}

static void
add_cells (AftInline *self, const AftNode *row)
{
  for (const AftNode *cell = row->first; cell != NULL; cell = cell->next)
    {
      if (cell != row->first)
        g_string_append (self->text, "\u2003");
      aft_inline_add_children (self, cell);
    }
}

static gboolean
is_inline (const AftNode *node)
{
  return node->type >= AFT_NODE_TEXT;
}

static void
add_code_lines (AftInline *self, const AftNode *node)
{
  guint start = self->text->len;

  g_string_append (self->text, node->text != NULL ? node->text : "");
  while (self->text->len > start && self->text->str[self->text->len - 1] == '\n')
    g_string_truncate (self->text, self->text->len - 1);
  mark_code (self, start);
}

static void add_block (AftInline *self, const AftNode *node, guint depth);

static void
add_inner_blocks (AftInline *self, const AftNode *node, guint depth)
{
  guint    number = node->start;
  gboolean continues = node->type == AFT_NODE_ITEM || node->type == AFT_NODE_DOCUMENT;

  for (const AftNode *child = node->first; child != NULL; child = child->next)
    {
      gboolean is_list = child->type == AFT_NODE_LIST;

      if (is_inline (child))
        {
          aft_inline_add_node (self, child);
          continue;
        }
      /* the first block goes on in a line that an item mark or the caller began */
      if ((!continues || child != node->first) && !is_list)
        begin_line (self, depth);
      if (child->type == AFT_NODE_ITEM)
        add_item_mark (self, child, number++);
      add_block (self, child, depth + (node->type == AFT_NODE_ITEM));
    }
}

static void
add_block (AftInline *self, const AftNode *node, guint depth)
{
  guint start = self->text->len;

  if (node->type == AFT_NODE_CODE_BLOCK)
    add_code_lines (self, node);
  else if (node->type == AFT_NODE_ROW)
    add_cells (self, node);
  else
    add_inner_blocks (self, node, depth);
  if (node->type == AFT_NODE_HEADING)
    mark (self, start, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
}

void
aft_inline_add_blocks (AftInline *self, const AftNode *document)
{
  add_block (self, document, 0);
}

/* Text without any character that Markdown gives a meaning needs no parser: most table cells. */
static gboolean
is_plain (const char *text)
{
  return g_ascii_isalpha (*text) && text[strcspn (text, "*_`[]<>#|~\\&@:\n")] == '\0' &&
         strstr (text, "www.") == NULL && strstr (text, "  ") == NULL;
}

void
aft_inline_add_prose (AftInline *self, const char *markdown)
{
  g_autoptr (AftNode) document = NULL;

  if (is_plain (markdown))
    {
      aft_inline_add_words (self, markdown);
      return;
    }
  document = aft_node_parse (markdown, NULL);
  if (document == NULL)
    g_string_append (self->text, markdown);
  else
    aft_inline_add_blocks (self, document);
}
