/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "typeset/sections.h"

#include <glib/gi18n-lib.h>

#include "base/text.h"
#include "typeset/prose.h"

#define DIGIT_WIDTH 6.0

/* On paper a link is its words and a number: here is where it leads. */

static void
add_address (AftComposer *self, guint i, double indent)
{
  g_auto (AftInline) content = { NULL };
  const char      *address = aft_references_get_address (self->references, i);
  g_autofree char *shown = aft_text_reveal (address);
  g_autofree char *mark = g_strdup_printf ("[%u]", i + 1);
  AftProseItem     item = aft_prose_begin_item (self, indent);
  AftBlock        *block;

  aft_inline_init (&content);
  aft_inline_add_link (&content, shown, address);
  block = aft_composer_add_text (self, AFT_FACE_FACTS, AFT_TAG_P, &content);
  block->above = block->below = 0;
  aft_prose_end_item (self, &item, mark);
}

void
aft_section_compose_references (AftComposer *self)
{
  guint  n = aft_references_get_length (self->references);
  double indent = AFT_ITEM_INDENT + DIGIT_WIDTH;

  if (n == 0)
    return;
  for (guint most = 9; most < n; most = most * 10 + 9)
    indent += DIGIT_WIDTH;
  aft_composer_show (self, NULL, 0);
  aft_composer_add_title (self, 1, _ ("References"));
  aft_composer_push (self, AFT_TAG_LIST);
  for (guint i = 0; i < n; i++)
    add_address (self, i, indent);
  aft_composer_pop (self);
}
