/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "markup/node-private.h"

/* One text node becomes text, private and text nodes; a phrase does not reach beyond it. */
static AftNode *
split_text (AftNode *text, const char *open, const char *close)
{
  AftNode *phrase = aft_node_new (AFT_NODE_PRIVATE);
  AftNode *inner = aft_node_new (AFT_NODE_TEXT);
  AftNode *rest = aft_node_new (AFT_NODE_TEXT);
  AftNode *parent = text->parent;

  inner->text = g_strndup (open + 2, close - open - 2);
  aft_node_append (phrase, inner);
  rest->text = g_strdup (close + 2);
  rest->parent = phrase->parent = parent;
  rest->next = text->next;
  phrase->next = rest;
  if (parent->last == text)
    parent->last = rest;
  text->next = phrase;
  text->text[open - text->text] = '\0';
  return rest;
}

static AftNode *
mark_in_text (AftNode *text)
{
  const char *open = strstr (text->text, "||");
  const char *close = open != NULL ? strstr (open + 2, "||") : NULL;

  return close != NULL && close > open + 2 ? split_text (text, open, close) : NULL;
}

static AftNode *
next_node (AftNode *node, AftNode *root)
{
  if (node->first != NULL)
    return node->first;
  while (node != root && node->next == NULL)
    node = node->parent;
  return node != root ? node->next : NULL;
}

void
aft_node_mark_private (AftNode *root)
{
  AftNode *node = root;

  while (node != NULL)
    {
      AftNode *rest = NULL;

      if (node->type == AFT_NODE_TEXT && node->text != NULL)
        rest = mark_in_text (node);
      node = rest != NULL ? rest : next_node (node, root);
    }
}
