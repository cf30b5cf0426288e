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

static AftNode *
begin_phrase (AftNode *node, char *before)
{
  node->text = before;
  return insert_after (node, AFT_NODE_PRIVATE);
}

static void
append_text (AftNode *phrase, char *text)
{
  AftNode *inner = aft_node_new (AFT_NODE_TEXT);

  inner->text = text;
  aft_node_append (phrase, inner);
}

/* The text beside it that has the mark which ends a phrase: "||a *b* c||" has three nodes. */
static AftNode *
find_closing (const AftNode *node)
{
  for (AftNode *next = node->next; next != NULL; next = next->next)
    if (next->type == AFT_NODE_TEXT && next->text != NULL && strstr (next->text, "||") != NULL)
      return next;
  return NULL;
}

/* Takes what stands between the phrase and its end, and the beginning of that. What is left of the
 * end is the text after the mark. */
static AftNode *
close_phrase (AftNode *phrase, AftNode *closing)
{
  const char *mark = strstr (closing->text, "||");
  char       *rest = g_strdup (mark + 2);

  while (phrase->next != closing)
    {
      AftNode *taken = phrase->next;

      phrase->next = taken->next;
      taken->next = NULL;
      aft_node_append (phrase, taken);
    }
  if (mark > closing->text)
    append_text (phrase, g_strndup (closing->text, mark - closing->text));
  g_free (closing->text);
  closing->text = rest;
  return closing;
}

/* One text node becomes text, private, text, …; a phrase does not reach beyond the parent of the
 * text. The last of them. */
static AftNode *
split_text (AftNode *node)
{
  g_autofree char *text = g_steal_pointer (&node->text);
  const char      *rest = text, *open, *close;
  AftNode         *last = node, *closing;

  while ((close = find_phrase (rest, &open)) != NULL)
    {
      last = begin_phrase (last, g_strndup (rest, open - rest));
      append_text (last, g_strndup (open + 2, close - open - 2));
      rest = close + 2;
      last = insert_after (last, AFT_NODE_TEXT);
    }
  closing = open != NULL ? find_closing (last) : NULL;
  if (closing == NULL)
    {
      last->text = g_strdup (rest);
      return last;
    }
  last = begin_phrase (last, g_strndup (rest, open - rest));
  if (open[2] != '\0')
    append_text (last, g_strdup (open + 2));
  return split_text (close_phrase (last, closing));
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
