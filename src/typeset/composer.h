/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "typeset/block.h"
#include "typeset/inline.h"

G_BEGIN_DECLS

typedef struct _AftContents AftContents;

/* Builds the blocks of a document and its structure tree, top to bottom. */
typedef struct
{
  AftRecord         *root; /* unowned, like the next three */
  AftStyle          *style;
  AftPages          *pages;
  const AftPageArea *area;
  const AftZone     *zone;
  GPtrArray         *blocks;   /* AftBlock */
  int                parent;   /* node below which new ones go */
  double             x, width; /* of prose: list items and quotes are narrower */
  AftDecor           decor;
  double             decor_x, decor_width;
  AftRecord         *record; /* what the next blocks show */
  guint              field;
  guint              level;    /* of the last heading of a section or field */
  const char        *language; /* of its words; NULL where that is not known */
  AftReferences     *references;
  AftContents       *contents; /* see contents.h */
  GHashTable        *numbers;  /* AftRecord -> its number in order of time, once asked for */
} AftComposer;

void aft_composer_init (AftComposer *self, AftRecord *root, AftStyle *style, AftPages *pages);
void aft_composer_clear (AftComposer *self);
void aft_contents_free (AftContents *contents);
/* Until the next call, blocks show that field. */
void aft_composer_show (AftComposer *self, AftRecord *record, guint field);

/* A node below parent (-1: the document); returns its index. */
int aft_composer_add_node (AftComposer *self, AftTag tag, int parent);
/* A node below the current parent, which becomes the parent itself; pop goes back up. */
int  aft_composer_push (AftComposer *self, AftTag tag);
void aft_composer_pop (AftComposer *self);

/* Takes the block. */
AftBlock *aft_composer_add (AftComposer *self, AftBlock *block);
/* A paragraph of that face and tag at the current indent; takes the links of content. */
AftBlock *aft_composer_add_text (AftComposer *self, AftFace face, AftTag tag, AftInline *content);
AftBlock *aft_composer_add_plain (AftComposer *self, AftFace face, AftTag tag, const char *text);
/* level 1: sections, 2: fields, 3: inside prose. Level 1 and 2 are in the outline. Where prose is
 * right below a section, readers of the structure find its headings on the second level. */
AftBlock *aft_composer_add_heading (AftComposer *self, guint level, AftInline *content);
AftBlock *aft_composer_add_title (AftComposer *self, guint level, const char *text);
/* Fits and takes the table. */
AftBlock *aft_composer_add_table (AftComposer *self, AftTable *table, double width, gboolean fill);

/* A cell's node and text at once: TH in a header row, else TD. */
void aft_composer_set_cell (AftComposer *self, AftTable *table, guint column, const char *text);
/* The same with a tag and ink of its own: row headers are TH. */
void aft_composer_set_cell_tagged (AftComposer *self,
                                   AftTable    *table,
                                   guint        column,
                                   const char  *text,
                                   AftTag       tag,
                                   AftInk       ink);
void
aft_composer_set_cell_inline (AftComposer *self, AftTable *table, guint column, AftInline *content);
AftTable *aft_composer_new_table (AftComposer *self, const AftColumn *columns, guint n_columns);
guint aft_composer_add_row (AftComposer *self, AftTable *table, AftRowType type, AftRecord *record);

/* Of the record's choice; "" where it has none. */
const char *aft_choice_label (AftRecord *record, guint field);

G_END_DECLS
