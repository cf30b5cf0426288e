/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "markup/node.h"

#include "markup/node-private.h"

G_DEFINE_QUARK (aft_markup_error, aft_markup_error)

AftNode *
aft_node_new (AftNodeType type)
{
  AftNode *self = g_new0 (AftNode, 1);

  self->type = type;
  return self;
}

void
aft_node_append (AftNode *self, AftNode *child)
{
  child->parent = self;
  if (self->last != NULL)
    self->last->next = child;
  else
    self->first = child;
  self->last = child;
}

/* Children are chained in front of what is still to be freed, so that depth costs no stack. */
void
aft_node_free (AftNode *self)
{
  AftNode *pending = self;

  if (self != NULL)
    self->next = NULL;
  while (pending != NULL)
    {
      AftNode *node = pending;

      pending = node->next;
      if (node->first != NULL)
        {
          node->last->next = pending;
          pending = node->first;
        }
      g_free (node->text);
      g_free (node->target);
      g_free (node);
    }
}

static gboolean
is_block (AftNodeType type)
{
  return type < AFT_NODE_TEXT;
}

static void
end_line (GString *plain)
{
  if (plain->len > 0 && plain->str[plain->len - 1] != '\n')
    g_string_append_c (plain, '\n');
}

static void
enter_plain (const AftNode *node, GString *plain)
{
  if (is_block (node->type) && node->type != AFT_NODE_CELL)
    end_line (plain);
  else if (node->type == AFT_NODE_CELL && node->parent->first != node)
    g_string_append_c (plain, '\t');
  else if (node->type == AFT_NODE_SOFT_BREAK)
    g_string_append_c (plain, ' ');
  else if (node->type == AFT_NODE_LINE_BREAK)
    g_string_append_c (plain, '\n');
  if (node->text != NULL)
    g_string_append (plain, node->text);
}

/* The next node in reading order, without recursion; blocks end their line when they are left. */
static const AftNode *
advance (const AftNode *node, const AftNode *root, GString *plain)
{
  if (node->first != NULL)
    return node->first;
  while (node != root)
    {
      if (is_block (node->type) && node->type != AFT_NODE_CELL)
        end_line (plain);
      if (node->next != NULL)
        return node->next;
      node = node->parent;
    }
  return NULL;
}

char *
aft_node_to_plain (const AftNode *self)
{
  GString *plain = g_string_new (NULL);

  for (const AftNode *node = self; node != NULL; node = advance (node, self, plain))
    enter_plain (node, plain);
  while (plain->len > 0 && plain->str[plain->len - 1] == '\n')
    g_string_truncate (plain, plain->len - 1);
  return g_string_free (plain, FALSE);
}

char *
aft_markup_plain (const char *markdown)
{
  g_autoptr (AftNode) root = aft_node_parse (markdown, NULL);

  return root != NULL ? aft_node_to_plain (root) : g_strdup (markdown);
}
