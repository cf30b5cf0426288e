/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "typeset/word-widths.h"

#include <string.h>

/* More than any document has; what a long session met is forgotten then, all at once. */
#define MAX_WORDS 50000

typedef struct
{
  const char *text;
  guint       length; /* bytes */
  guint       kind;
  int         width; /* Pango units */
} Word;

struct _AftWordWidths
{
  GHashTable   *words; /* Word, its own key */
  GStringChunk *texts;
};

static guint
hash_word (gconstpointer data)
{
  const Word *word = data;
  guint       hash = 5381 + word->kind;

  for (guint i = 0; i < word->length; i++)
    hash = hash * 33 + (guchar) word->text[i];
  return hash;
}

static gboolean
is_same_word (gconstpointer a, gconstpointer b)
{
  const Word *x = a, *y = b;

  return x->length == y->length && x->kind == y->kind && memcmp (x->text, y->text, x->length) == 0;
}

AftWordWidths *
aft_word_widths_new (void)
{
  AftWordWidths *self = g_new0 (AftWordWidths, 1);

  self->words = g_hash_table_new_full (hash_word, is_same_word, g_free, NULL);
  self->texts = g_string_chunk_new (4096);
  return self;
}

void
aft_word_widths_free (AftWordWidths *self)
{
  g_hash_table_unref (self->words);
  g_string_chunk_free (self->texts);
  g_free (self);
}

static const Word *
add_word (AftWordWidths *self, const Word *asked, PangoLayout *layout)
{
  Word *word = g_memdup2 (asked, sizeof *asked);

  if (g_hash_table_size (self->words) >= MAX_WORDS)
    {
      g_hash_table_remove_all (self->words);
      g_string_chunk_clear (self->texts);
    }
  word->text = g_string_chunk_insert_len (self->texts, asked->text, (gssize) asked->length);
  pango_layout_set_text (layout, asked->text, (int) asked->length);
  pango_layout_get_size (layout, &word->width, NULL);
  g_hash_table_add (self->words, word);
  return word;
}

static int
measure_word (AftWordWidths *self, guint kind, PangoLayout *layout, const char *text, gsize length)
{
  const Word  asked = { text, (guint) length, kind, 0 };
  const Word *word = g_hash_table_lookup (self->words, &asked);

  return (word != NULL ? word : add_word (self, &asked, layout))->width;
}

double
aft_word_widths_measure (AftWordWidths *self,
                         guint          kind,
                         PangoLayout   *layout,
                         const char    *text,
                         double        *widest_word)
{
  int line = 0, widest_line = 0, widest = 0;

  for (const char *p = text; *p != '\0';)
    {
      gsize length = *p == ' ' ? strspn (p, " ") : *p == '\n' ? 1 : strcspn (p, " \n");
      int   width = *p != '\n' ? measure_word (self, kind, layout, p, length) : 0;

      line = *p != '\n' ? line + width : 0;
      widest_line = MAX (widest_line, line);
      widest = *p != ' ' ? MAX (widest, width) : widest;
      p += length;
    }
  if (widest_word != NULL)
    *widest_word = widest / (double) PANGO_SCALE;
  return widest_line / (double) PANGO_SCALE;
}
