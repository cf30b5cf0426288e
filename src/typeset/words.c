/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "typeset/words.h"

#include <string.h>

#include "typeset/lines-private.h"

#define MAX_RECENT                                                                                 \
  3000 /* words: what many texts have in common, without most of what is in one                    \
        */
#define HYPHEN "\u2010"

typedef struct
{
  guint          kind;
  PangoAttrList *own, *all; /* own may be NULL; all has the font too */
  gboolean       is_whole, has_hyphens;
} Look;

struct _AftWords
{
  GHashTable   *recent, *older; /* AftWord, its own key */
  GPtrArray    *looks;          /* Look, by number */
  PangoContext *context;
};

/* ---- words ---- */

static guint
hash_word (gconstpointer data)
{
  const AftWord *word = data;

  return aft_text_hash (word->text, word->length, word->look);
}

static gboolean
is_same_word (gconstpointer a, gconstpointer b)
{
  const AftWord *x = a, *y = b;

  return x->length == y->length && x->look == y->look && memcmp (x->text, y->text, x->length) == 0;
}

static void
word_free (AftWord *self)
{
  aft_lines_unref (self->shape);
  g_free (self->breaks);
  g_free (self);
}

/* ---- looks ---- */

static void
look_free (Look *self)
{
  g_clear_pointer (&self->own, pango_attr_list_unref);
  pango_attr_list_unref (self->all);
  g_free (self);
}

static void
insert_all (PangoAttrList *list, PangoAttrList *more)
{
  GSList *attributes = pango_attr_list_get_attributes (more);

  for (GSList *l = attributes; l != NULL; l = l->next)
    pango_attr_list_insert (list, l->data);
  g_slist_free (attributes);
}

/* Both are allowed where nothing says otherwise; what comes later counts. */
static gboolean
allows (PangoAttrList *attrs, PangoAttrType type)
{
  GSList  *attributes = pango_attr_list_get_attributes (attrs);
  gboolean is_allowed = TRUE;

  for (GSList *l = attributes; l != NULL; l = l->next)
    if (((const PangoAttribute *) l->data)->klass->type == type)
      is_allowed = ((const PangoAttrInt *) l->data)->value != 0;
  g_slist_free_full (attributes, (GDestroyNotify) pango_attribute_destroy);
  return is_allowed;
}

/* Of two attributes of a type the later one counts: the text's own. */
static Look *
look_new (const AftWordFace *face, PangoAttrList *attrs)
{
  Look *self = g_new0 (Look, 1);

  self->kind = face->kind;
  self->all = pango_attr_list_new ();
  pango_attr_list_insert (self->all, pango_attr_font_desc_new (face->description));
  if (face->attrs != NULL)
    insert_all (self->all, face->attrs);
  if (attrs != NULL)
    {
      insert_all (self->all, attrs);
      self->own = pango_attr_list_ref (attrs);
    }
  self->is_whole = !allows (self->all, PANGO_ATTR_ALLOW_BREAKS);
  self->has_hyphens = allows (self->all, PANGO_ATTR_INSERT_HYPHENS);
  return self;
}

static gboolean
has_attributes (const Look *look, PangoAttrList *attrs)
{
  if (look->own == NULL || attrs == NULL)
    return look->own == attrs;
  return pango_attr_list_equal (look->own, attrs);
}

guint
aft_words_find_look (AftWords *self, const AftWordFace *face, PangoAttrList *attrs)
{
  for (guint i = 0; i < self->looks->len; i++)
    {
      const Look *look = g_ptr_array_index (self->looks, i);

      if (look->kind == face->kind && has_attributes (look, attrs))
        return i;
    }
  g_ptr_array_add (self->looks, look_new (face, attrs));
  return self->looks->len - 1;
}

gboolean
aft_words_is_whole (const AftWords *self, guint look)
{
  return ((const Look *) g_ptr_array_index (self->looks, look))->is_whole;
}

/* ---- shaping ---- */

static GHashTable *
new_table (void)
{
  return g_hash_table_new_full (hash_word, is_same_word, (GDestroyNotify) word_free, NULL);
}

AftWords *
aft_words_new (PangoContext *context)
{
  AftWords *self = g_new0 (AftWords, 1);

  self->recent = new_table ();
  self->older = new_table ();
  self->looks = g_ptr_array_new_with_free_func ((GDestroyNotify) look_free);
  self->context = g_object_ref (context);
  return self;
}

void
aft_words_free (AftWords *self)
{
  g_hash_table_unref (self->recent);
  g_hash_table_unref (self->older);
  g_ptr_array_unref (self->looks);
  g_object_unref (self->context);
  g_free (self);
}

/* What was not asked for since the last time but one is gone. */
void
aft_words_trim (AftWords *self)
{
  if (g_hash_table_size (self->recent) <= MAX_RECENT)
    return;
  g_hash_table_unref (self->older);
  self->older = g_steal_pointer (&self->recent);
  self->recent = new_table ();
}

guint
aft_words_get_size (AftWords *self)
{
  return g_hash_table_size (self->recent) + g_hash_table_size (self->older);
}

static AftLines *
shape_runs (AftWords *self, const AftWord *word)
{
  const Look     *look = g_ptr_array_index (self->looks, word->look);
  PangoShapeFlags flags = pango_context_get_round_glyph_positions (self->context)
                              ? PANGO_SHAPE_ROUND_POSITIONS
                              : PANGO_SHAPE_NONE;
  GList  *items = pango_itemize (self->context, word->text, 0, (int) word->length, look->all, NULL);
  GSList *runs = NULL;
  AftLines *shape;

  for (GList *l = items; l != NULL; l = l->next)
    {
      PangoGlyphItem *run = g_slice_new0 (PangoGlyphItem);

      run->item = l->data;
      run->glyphs = pango_glyph_string_new ();
      pango_shape_item (run->item, word->text, (int) word->length, NULL, run->glyphs, flags);
      runs = g_slist_prepend (runs, run);
    }
  runs = g_slist_reverse (runs);
  shape = aft_lines_new_for_runs (word->text, word->length, runs);
  g_slist_free_full (runs, (GDestroyNotify) pango_glyph_item_free);
  g_list_free (items);
  return shape;
}

static gboolean
has_letters_only (const AftWord *word)
{
  for (guint i = 0; i < word->length; i++)
    if (!g_ascii_isalnum (word->text[i]))
      return FALSE;
  return TRUE;
}

static void
take_breaks (AftWord *word, PangoLanguage *language)
{
  int                      n = (int) g_utf8_strlen (word->text, word->length) + 1;
  g_autofree PangoLogAttr *attrs = g_new0 (PangoLogAttr, n);
  const char              *p = word->text;
  guint16                  breaks[G_MAXUINT8];

  pango_get_log_attrs (word->text, (int) word->length, 0, language, attrs, n);
  for (int i = 0; i + 1 < n && word->n_breaks < G_N_ELEMENTS (breaks); i++)
    {
      if (i > 0 && attrs[i].is_line_break && p - word->text <= G_MAXUINT16)
        breaks[word->n_breaks++] = (guint16) (p - word->text);
      p = g_utf8_next_char (p);
    }
  word->breaks = g_memdup2 (breaks, word->n_breaks * sizeof *breaks);
}

static AftWord *
shape (AftWords *self, const AftWord *asked)
{
  AftWord *word = g_memdup2 (asked, sizeof *asked);

  word->shape = shape_runs (self, asked);
  word->text = aft_lines_get_text (word->shape);
  word->width = word->shape->lines[0].width;
  if (!aft_words_is_whole (self, asked->look) && !has_letters_only (word))
    take_breaks (word, pango_context_get_language (self->context));
  return word;
}

const AftWord *
aft_words_shape (AftWords *self, guint look, const char *text, gsize length)
{
  const AftWord asked = { .look = look, .length = (guint) length, .text = text };
  gpointer      word = g_hash_table_lookup (self->recent, &asked);

  if (word != NULL)
    return word;
  if (!g_hash_table_steal_extended (self->older, &asked, &word, NULL))
    word = shape (self, &asked);
  g_hash_table_add (self->recent, word);
  return word;
}

static PangoFont *
first_font (const AftWord *word)
{
  guint         n;
  const AftRun *runs = aft_lines_get_runs (word->shape, 0, &n);

  return n > 0 ? runs[0].font : NULL;
}

/* Of the font that the letters are of. */
const AftWord *
aft_words_shape_hyphen (AftWords *self, guint look)
{
  const AftWord *hyphen;

  if (!((const Look *) g_ptr_array_index (self->looks, look))->has_hyphens)
    return NULL;
  hyphen = aft_words_shape (self, look, HYPHEN, strlen (HYPHEN));
  if (first_font (hyphen) == first_font (aft_words_shape (self, look, "n", 1)))
    return hyphen;
  return aft_words_shape (self, look, "-", 1);
}
