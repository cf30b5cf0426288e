/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "markup/node-private.h"

static AftNode *
insert_after (AftNode *node, AftNodeType type)
{
  AftNode *inserted = aft_node_new (type);

  inserted->parent = node->parent;
  inserted->next = node->next;
  node->next = inserted;
  if (node->parent->last == node)
    node->parent->last = inserted;
  return inserted;
}

/* The end of the first phrase with something in it, where *open begins; NULL where there is none.
 */
static const char *
find_phrase (const char *text, const char **open)
{
  const char *close;

  for (*open = strstr (text, "||"); *open != NULL; *open = strstr (close + 2, "||"))
    {
      close = strstr (*open + 2, "||");
      if (close == NULL || close > *open + 2)
        return close;
    }
  return NULL;
}

/* One text node becomes text, private, text, …; a phrase does not reach beyond it. The last of
 * them. */
static AftNode *
split_text (AftNode *node)
{
  g_autofree char *text = g_steal_pointer (&node->text);
  const char      *rest = text, *open, *close;
  AftNode         *last = node;

  while ((close = find_phrase (rest, &open)) != NULL)
    {
      AftNode *inner = aft_node_new (AFT_NODE_TEXT);

      last->text = g_strndup (rest, open - rest);
      last = insert_after (last, AFT_NODE_PRIVATE);
      inner->text = g_strndup (open + 2, close - open - 2);
      aft_node_append (last, inner);
      rest = close + 2;
      last = insert_after (last, AFT_NODE_TEXT);
    }
  last->text = g_strdup (rest);
  return last;
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
      if (node->type == AFT_NODE_TEXT && node->text != NULL)
        node = split_text (node);
      node = next_node (node, root);
    }
}
