/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "typeset/contents.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "typeset/inline.h"

/* Fields have a heading each; sections and what has no field of its own come on top. */
#define MAX_ENTRIES   (AFT_DOC_N_FIELDS + 16)
#define LEVEL_INDENT  14.0
#define NUMBER_WIDTH  26.0
#define LEADER_GAP    6.0
#define LEADER_DOT    " ."
#define SECTION_SPACE (AFT_RHYTHM / 2)
#define HEADING_SPACE 60.0 /* of the name of the list, and around it */

struct _AftContents
{
  guint      position;             /* in the blocks */
  gboolean   has_fields;           /* sections are told from their fields */
  int        heading_node, node;   /* the first of the reserved ones */
  int        entries[MAX_ENTRIES]; /* the nodes of their titles; those of the numbers follow */
  GPtrArray *numbers;              /* AftLines, one an entry */
  GArray    *outline;              /* guint: which item of the outline each entry is */
};

void
aft_contents_free (AftContents *self)
{
  g_ptr_array_unref (self->numbers);
  g_array_unref (self->outline);
  g_free (self);
}

void
aft_contents_reserve (AftComposer *composer)
{
  AftContents *self = g_new0 (AftContents, 1);

  self->numbers = g_ptr_array_new_with_free_func ((GDestroyNotify) aft_lines_unref);
  self->outline = g_array_new (FALSE, FALSE, sizeof (guint));
  self->position = composer->blocks->len;
  self->heading_node = aft_composer_add_node (composer, AFT_TAG_H2, composer->parent);
  self->node = aft_composer_add_node (composer, AFT_TAG_CONTENTS, composer->parent);
  for (guint i = 0; i < MAX_ENTRIES; i++)
    {
      int item = aft_composer_add_node (composer, AFT_TAG_CONTENTS_ITEM, self->node);

      self->entries[i] = aft_composer_add_node (composer, AFT_TAG_REFERENCE, item);
      aft_composer_add_node (composer, AFT_TAG_REFERENCE, item);
    }
  composer->contents = self;
}

/* ---- one entry ---- */

static void
add_text (AftComposer *self, AftBlock *block, AftBox *box, AftFace face, AftLines *lines)
{
  box->type = AFT_BOX_TEXT;
  box->lines = lines;
  box->n_lines = 1;
  box->leading = aft_style_leading (self->style, face, NULL);
  box->baseline = aft_style_baseline (self->style, face, box->leading);
  box->rect.height = box->leading;
  aft_block_add_box (block, box);
}

static GArray *
new_links (guint length, guint item)
{
  AftPageLink link = { 0, length, g_strdup_printf ("#S%u", item + 1) };
  GArray     *links = aft_page_links_new ();

  g_array_append_val (links, link);
  return links;
}

/* Dots up to the number, so that those of all lines stand below each other. */
static void
add_leader (AftComposer *self, AftBlock *block, double from, double y)
{
  double   right = block->width - NUMBER_WIDTH;
  AftBox   box = { .rect = { 0, y, 0, 0 }, .ink = AFT_INK_HAIRLINE, .node = -1 };
  double   width = aft_style_text_width (self->style, AFT_FACE_FACTS, LEADER_DOT);
  GString *dots = g_string_new (NULL);
  int      n = (int) floor ((right - from - LEADER_GAP) / width);

  for (int i = 0; i < n; i++)
    g_string_append (dots, LEADER_DOT);
  box.rect.width = n * width;
  box.rect.x = right - box.rect.width;
  if (n > 0)
    add_text (self,
              block,
              &box,
              AFT_FACE_FACTS,
              aft_style_set (self->style, AFT_FACE_FACTS, dots->str, -1, NULL, -1));
  g_string_free (dots, TRUE);
}

static PangoLayout *
new_number (AftComposer *self, const char *text)
{
  PangoLayout *layout = aft_style_layout (self->style, AFT_FACE_FACTS, text, NUMBER_WIDTH);

  pango_layout_set_alignment (layout, PANGO_ALIGN_RIGHT);
  return layout;
}

static void
add_number (AftComposer *self, AftBlock *block, guint item, int node, double y)
{
  AftBox box = { .rect = { block->width - NUMBER_WIDTH, y, NUMBER_WIDTH, 0 },
                 .ink = AFT_INK_TEXT,
                 .links = new_links (G_MAXINT, item),
                 .node = node };

  add_text (self, block, &box, AFT_FACE_FACTS, aft_lines_take (new_number (self, "")));
  g_ptr_array_add (self->contents->numbers, aft_lines_ref (box.lines));
}

static void
add_entry (AftComposer *self, AftBlock *block, const AftBlock *heading, guint item, double y)
{
  AftContents *contents = self->contents;
  int          node = contents->entries[contents->outline->len];
  double       x = heading->outline_level > 1 ? LEVEL_INDENT : 0;
  AftFace      face =
      contents->has_fields && heading->outline_level == 1 ? AFT_FACE_FACTS_BOLD : AFT_FACE_FACTS;
  AftLines *lines = aft_style_set (self->style, face, heading->outline, -1, NULL, -1);
  AftBox    box = { .rect = { x, y, aft_lines_get_width (lines), 0 },
                    .ink = AFT_INK_TEXT,
                    .links = new_links (strlen (heading->outline), item),
                    .node = node };

  add_text (self, block, &box, face, lines);
  add_leader (self, block, x + box.rect.width, y);
  add_number (self, block, item, node + 1, y);
  g_array_append_val (contents->outline, item);
}

/* ---- all ---- */

static guint
count_headings (AftComposer *self, guint max_level)
{
  guint n = 0;

  for (guint i = 0; i < self->blocks->len; i++)
    {
      const AftBlock *block = g_ptr_array_index (self->blocks, i);

      n += block->outline_level > 0 && block->outline_level <= max_level;
    }
  return n;
}

/* What is left of the first page below the title, as it was filled without contents. */
static double
room_below_title (AftComposer *self)
{
  GArray *page = g_ptr_array_index (self->pages->pages, 0);
  double  bottom = self->area->top;

  for (guint i = 0; i < page->len; i++)
    {
      const AftBox *box = &g_array_index (page, AftBox, i);

      if (box->node >= 0 && box->node < self->contents->heading_node &&
          box->rect.x < self->area->left + self->area->full)
        bottom = MAX (bottom, box->rect.y + box->rect.height);
    }
  return self->area->top + self->area->depth - bottom - HEADING_SPACE;
}

/* The title alone on its page would be a cover that nobody asked for: where all headings need more
 * room than it leaves, sections alone are listed. */
static guint
choose_level (AftComposer *self)
{
  double height = count_headings (self, 2) * aft_style_leading (self->style, AFT_FACE_FACTS, NULL) +
                  count_headings (self, 1) * SECTION_SPACE;

  return height <= room_below_title (self) ? 2 : 1;
}

static AftBlock *
new_list (AftComposer *self)
{
  AftBlock *block = aft_block_new (AFT_BLOCK_GROUP);
  guint     max_level = choose_level (self);
  double    y = 0;

  self->contents->has_fields = max_level > 1;
  block->width = self->area->measure;
  block->below = 2 * AFT_RHYTHM;
  for (guint i = 0, item = 0; i < self->blocks->len; i++)
    {
      const AftBlock *heading = g_ptr_array_index (self->blocks, i);

      if (heading->outline_level == 0)
        continue;
      if (heading->outline_level <= max_level && self->contents->outline->len < MAX_ENTRIES)
        {
          y += heading->outline_level == 1 && max_level > 1 && y > 0 ? SECTION_SPACE : 0;
          add_entry (self, block, heading, item, y);
          y += aft_style_leading (self->style, AFT_FACE_FACTS, NULL);
        }
      item++;
    }
  block->height = aft_style_snap (y);
  return block;
}

static AftBlock *
new_heading (AftComposer *self)
{
  AftBlock *block = aft_block_new (AFT_BLOCK_TEXT);

  block->width = self->area->measure;
  block->above = 3 * AFT_RHYTHM;
  block->below = AFT_RHYTHM;
  block->keep_next = TRUE;
  block->node = self->contents->heading_node;
  block->lines = aft_style_set (self->style, AFT_FACE_H2, _ ("Contents"), -1, NULL, block->width);
  block->n_lines = 1;
  block->leading = aft_style_leading (self->style, AFT_FACE_H2, NULL);
  block->baseline = aft_style_baseline (self->style, AFT_FACE_H2, block->leading);
  return block;
}

void
aft_contents_insert (AftComposer *self)
{
  AftBlock *list = new_list (self);

  g_ptr_array_insert (self->blocks, (int) self->contents->position, list);
  g_ptr_array_insert (self->blocks, (int) self->contents->position, new_heading (self));
}

void
aft_contents_fill (AftComposer *self)
{
  for (guint i = 0; i < self->contents->outline->len; i++)
    {
      guint                 index = g_array_index (self->contents->outline, guint, i);
      const AftOutlineItem *item = &g_array_index (self->pages->outline, AftOutlineItem, index);
      char                  number[16];
      g_autoptr (PangoLayout) layout = NULL;

      g_snprintf (number, sizeof number, "%d", item->page + 1);
      layout = new_number (self, number);
      aft_lines_set (g_ptr_array_index (self->contents->numbers, i), layout);
    }
}
