/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "typeset/words.h"

G_BEGIN_DECLS

/* Lines and words from one setting of a document to the next: a key press changes one paragraph,
 * and the others are the same lines again. Lines that a setting did not use are forgotten with it.
 * For one thread, and one PangoContext. */
typedef struct _AftLinesCache AftLinesCache;

/* A text and all that decides how it is broken into lines. */
typedef struct
{
  guint          kind; /* face and alignment */
  int            width;
  const char    *text;
  gsize          length;
  PangoAttrList *attrs; /* may be NULL; is not changed afterwards */
} AftLinesKey;

AftLinesCache *aft_lines_cache_new (PangoContext *context);
void           aft_lines_cache_free (AftLinesCache *self);

/* Around a setting. */
void aft_lines_cache_begin (AftLinesCache *self);
void aft_lines_cache_end (AftLinesCache *self);

/* Transfer full; NULL where there are none: then the caller makes some and adds them. */
AftLines *aft_lines_cache_get (AftLinesCache *self, const AftLinesKey *key);
/* The lines are of the text of the key. */
void      aft_lines_cache_add (AftLinesCache *self, const AftLinesKey *key, AftLines *lines);
AftWords *aft_lines_cache_get_words (AftLinesCache *self);
/* How many it holds. */
guint aft_lines_cache_get_size (AftLinesCache *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AftLinesCache, aft_lines_cache_free)

G_END_DECLS
