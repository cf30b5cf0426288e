/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A ||phrase|| in Markdown text as it is written: what the field shows as private, what the key
 * marks and what the public never reads are told here, once. */
typedef struct
{
  gsize    start, end; /* bytes, the marks included */
  gboolean is_open;    /* no mark ends it: it reaches to the end of the text */
} AftPrivatePhrase;

/* The first phrase that begins at or after that byte. FALSE where there is none. */
gboolean aft_private_phrase_find (const char *text, gsize from, AftPrivatePhrase *phrase);

/* The text without its phrases, and without the items and the doubled spaces they would leave.
 * What an open mark begins goes as well: better too little than a leak. Transfer full. */
char *aft_private_phrase_remove (const char *text);

/* What a key does that marks and unmarks. start, end: in bytes, the selection, or twice the cursor;
 * afterwards what is to be selected. Inside a phrase, its marks go; else each line of the
 * selection, or the word at the cursor, becomes a phrase. NULL where there is nothing to mark.
 * Transfer full. */
char *aft_private_phrase_toggle (const char *text, gsize *start, gsize *end);

G_END_DECLS
