/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "typeset/lines.h"

G_BEGIN_DECLS

/* Shaped words. Documents are made of the same few thousand, and what a word looks like does not
 * depend on what stands beyond the spaces around it: Pango shapes each once, and it is kept. For
 * one thread, and one PangoContext. */
typedef struct _AftWords AftWords;

/* What texts look like but for attributes of their own. */
typedef struct
{
  guint                       kind; /* the same where the others are the same */
  const PangoFontDescription *description;
  PangoAttrList              *attrs; /* may be NULL */
} AftWordFace;

/* A word, or a part of one. */
typedef struct
{
  guint       look; /* see aft_words_find_look() */
  guint       length;
  const char *text;  /* length bytes */
  AftLines   *shape; /* of one line */
  int         width; /* Pango units */
  guint       n_breaks;
  guint16    *breaks; /* where a line may end inside of it, bytes from its start, rising */
} AftWord;

AftWords *aft_words_new (PangoContext *context);
void      aft_words_free (AftWords *self);
/* Forgets those not asked for lately where they have become too many; nobody may use a word from
 * before. */
void aft_words_trim (AftWords *self);

guint aft_words_get_size (AftWords *self);

/* A number for the face with these attributes over all of the text; attrs may be NULL. */
guint aft_words_find_look (AftWords *self, const AftWordFace *face, PangoAttrList *attrs);
/* No line ends inside of what looks so. */
gboolean aft_words_is_whole (const AftWords *self, guint look);
/* Until the next trim. */
const AftWord *aft_words_shape (AftWords *self, guint look, const char *text, gsize length);
/* What stands at the end of a line inside of a word; NULL where the look has nothing there. */
const AftWord *aft_words_shape_hyphen (AftWords *self, guint look);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AftWords, aft_words_free)

G_END_DECLS
