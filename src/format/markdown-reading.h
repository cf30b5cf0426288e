/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/record-list.h"
#include "model/schema.h"

G_BEGIN_DECLS

/* What is read from our own Markdown, while it is read. What has no field of its own is a stray: it
 * is kept for the prose of its section. */
typedef struct
{
  AftRecord  *root;
  GPtrArray  *strays;   /* (element-type AftMarkdownStray) */
  GHashTable *numbers;  /* AftRecord* of a row -> the number it has in its table */
  char       *duration; /* of the impact, as the table of figures computed it */
} AftMarkdownReading;

typedef struct
{
  AftSectionId section;
  char        *text;
} AftMarkdownStray;

AftMarkdownReading *aft_markdown_reading_new (void);
void                aft_markdown_reading_free (AftMarkdownReading *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AftMarkdownReading, aft_markdown_reading_free)

/* (element-type AftMarkdownStray) */
GPtrArray *aft_markdown_strays_new (void);
/* Blank text is none. */
void
aft_markdown_reading_add_stray (AftMarkdownReading *self, AftSectionId section, const char *text);
/* The same as "label: text". */
void aft_markdown_reading_add_labelled (AftMarkdownReading *self,
                                        AftSectionId        section,
                                        const char         *label,
                                        const char         *text);
/* Puts the strays where a reader finds them. */
void aft_markdown_reading_place_strays (AftMarkdownReading *self);

/* A value of any plain kind from how it is shown (a label or word, a figure, a text). FALSE where
 * it cannot be understood: the field stays as it was. Empty text is understood as nothing. */
gboolean aft_markdown_read_shown (AftRecord *record, guint field, const char *text);
void     aft_markdown_read_text (AftRecord *record, guint field, const char *text);

G_END_DECLS
