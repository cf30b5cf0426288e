/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "format/html-prose.h"

#include "format/markdown-prose.h"
#include "markup/node.h"

#define LAST_LEVEL 6

static void append_nodes (GString *out, const AftNode *parent, guint shift);

void
aft_html_append_text (GString *out, const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    switch (*p)
      {
      case '&':
        g_string_append (out, "&amp;");
        break;
      case '<':
        g_string_append (out, "&lt;");
        break;
      case '>':
        g_string_append (out, "&gt;");
        break;
      case '"':
        g_string_append (out, "&quot;");
        break;
      default:
        if (*p == '\t' || *p == '\n' || !g_ascii_iscntrl (*p))
          g_string_append_c (out, *p);
      }
}

/* The element of a node that has no more to it than that. */
static const char *
get_element (const AftNode *node)
{
  switch (node->type)
    {
    case AFT_NODE_PARAGRAPH:
      return "p";
    case AFT_NODE_QUOTE:
      return "blockquote";
    case AFT_NODE_ROW:
      return "tr";
    case AFT_NODE_CELL:
      return node->is_header ? "th" : "td";
    case AFT_NODE_EMPHASIS:
      return "em";
    case AFT_NODE_STRONG:
      return "strong";
    case AFT_NODE_STRIKE:
      return "s";
    case AFT_NODE_CODE:
      return "code";
    default:
      return NULL;
    }
}

static void
append_list (GString *out, const AftNode *node, guint shift)
{
  const char *element = node->ordered ? "ol" : "ul";

  if (node->ordered && node->start != 1)
    g_string_append_printf (out, "<ol start=\"%u\">\n", node->start);
  else
    g_string_append_printf (out, "<%s>\n", element);
  append_nodes (out, node, shift);
  g_string_append_printf (out, "</%s>\n", element);
}

/* A task has its box as a character: wikis take no form controls. */
static void
append_item (GString *out, const AftNode *node, guint shift)
{
  static const char *const boxes[] = { "", "☐ ", "☑ " };

  g_string_append_printf (out, "<li>%s", boxes[node->task]);
  append_nodes (out, node, shift);
  g_string_append (out, "</li>\n");
}

static void
append_heading (GString *out, const AftNode *node, guint shift)
{
  guint level = MIN (node->level + shift, LAST_LEVEL);

  g_string_append_printf (out, "<h%u>", level);
  append_nodes (out, node, shift);
  g_string_append_printf (out, "</h%u>\n", level);
}

static void
append_link (GString *out, const AftNode *node, guint shift)
{
  g_string_append (out, "<a href=\"");
  aft_html_append_text (out, node->target);
  g_string_append (out, "\">");
  append_nodes (out, node, shift);
  g_string_append (out, "</a>");
}

static void
append_code (GString *out, const AftNode *node)
{
  g_string_append (out, "<pre><code>");
  aft_html_append_text (out, node->text != NULL ? node->text : "");
  g_string_append (out, "</code></pre>\n");
}

static void
append_element (GString *out, const AftNode *node, guint shift)
{
  const char *element = get_element (node);
  gboolean    is_block = node->type < AFT_NODE_TEXT && node->type != AFT_NODE_CELL;

  if (element != NULL)
    g_string_append_printf (out, "<%s>", element);
  if (node->text != NULL)
    aft_html_append_text (out, node->text);
  append_nodes (out, node, shift);
  if (element != NULL)
    g_string_append_printf (out, "</%s>%s", element, is_block ? "\n" : "");
}

static void
append_node (GString *out, const AftNode *node, guint shift)
{
  switch (node->type)
    {
    case AFT_NODE_HEADING:
      append_heading (out, node, shift);
      break;
    case AFT_NODE_LIST:
      append_list (out, node, shift);
      break;
    case AFT_NODE_ITEM:
      append_item (out, node, shift);
      break;
    case AFT_NODE_CODE_BLOCK:
      append_code (out, node);
      break;
    case AFT_NODE_RULE:
      g_string_append (out, "<hr/>\n");
      break;
    case AFT_NODE_TABLE:
      g_string_append (out, "<table>\n");
      append_nodes (out, node, shift);
      g_string_append (out, "</table>\n");
      break;
    case AFT_NODE_LINK:
      append_link (out, node, shift);
      break;
    case AFT_NODE_PRIVATE:
      /* as on paper: who pastes it sees what outsiders are not to read */
      g_string_append (out, "\u2016");
      append_nodes (out, node, shift);
      g_string_append (out, "\u2016");
      break;
    case AFT_NODE_SOFT_BREAK:
      g_string_append_c (out, '\n');
      break;
    case AFT_NODE_LINE_BREAK:
      g_string_append (out, "<br/>\n");
      break;
    default:
      append_element (out, node, shift);
    }
}

static void
append_nodes (GString *out, const AftNode *parent, guint shift)
{
  for (const AftNode *node = parent->first; node != NULL; node = node->next)
    append_node (out, node, shift);
}

/* NULL for text that is too large to be understood: it is shown as it is. */
static AftNode *
parse (GString *out, const char *markdown)
{
  AftNode *root = aft_node_parse (markdown, NULL);

  if (root != NULL)
    return root;
  g_string_append (out, "<pre>");
  aft_html_append_text (out, markdown);
  g_string_append (out, "</pre>\n");
  return NULL;
}

void
aft_html_append_prose (GString *out, const char *markdown)
{
  g_autoptr (AftNode) root = parse (out, markdown);

  if (root != NULL)
    append_nodes (out, root, aft_markdown_prose_shift (markdown));
}

void
aft_html_append_cell (GString *out, const char *markdown)
{
  g_autoptr (AftNode) root = parse (out, markdown);
  const AftNode *only = root != NULL && root->first == root->last ? root->first : NULL;

  if (root == NULL)
    return;
  if (only != NULL && only->type == AFT_NODE_PARAGRAPH)
    append_nodes (out, only, 0);
  else
    append_nodes (out, root, aft_markdown_prose_shift (markdown));
}
