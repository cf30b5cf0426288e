/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "typeset/words.h"

#include <string.h>

#define MAX_RECENT 3000 /* words: what many texts have in common, without most of what is in one   \
                         */
#define HYPHEN "\u2010"

typedef struct
{
  guint                 kind;
  PangoFontDescription *description;
  PangoAttrList        *own, *all; /* own may be NULL */
  gboolean              is_whole, has_hyphens;
} Look;

struct _AftWords
{
  GHashTable  *recent, *older; /* AftWord, its own key */
  GPtrArray   *looks;          /* Look, by number */
  PangoLayout *layout;
  guint        current; /* look of the layout; G_MAXUINT: none yet */
};

/* ---- words ---- */

static guint
hash_word (gconstpointer data)
{
  const AftWord *word = data;
  guint          hash = 5381 + word->look;

  for (guint i = 0; i < word->length; i++)
    hash = hash * 33 + (guchar) word->text[i];
  return hash;
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
  pango_font_description_free (self->description);
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
  self->description = pango_font_description_copy (face->description);
  self->all = pango_attr_list_new ();
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
  self->layout = pango_layout_new (context);
  self->current = G_MAXUINT;
  return self;
}

void
aft_words_free (AftWords *self)
{
  g_hash_table_unref (self->recent);
  g_hash_table_unref (self->older);
  g_ptr_array_unref (self->looks);
  g_object_unref (self->layout);
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

static void
use_look (AftWords *self, guint number)
{
  const Look *look = g_ptr_array_index (self->looks, number);

  if (self->current == number)
    return;
  pango_layout_set_font_description (self->layout, look->description);
  pango_layout_set_attributes (self->layout, look->all);
  self->current = number;
}

static void
take_breaks (AftWord *word, PangoLayout *layout)
{
  int                 n;
  const PangoLogAttr *attrs = pango_layout_get_log_attrs_readonly (layout, &n);
  const char         *text = pango_layout_get_text (layout);
  const char         *p = text;
  guint16             breaks[G_MAXUINT8];

  for (int i = 0; i + 1 < n && word->n_breaks < G_N_ELEMENTS (breaks); i++)
    {
      if (i > 0 && attrs[i].is_line_break && p - text <= G_MAXUINT16)
        breaks[word->n_breaks++] = (guint16) (p - text);
      p = g_utf8_next_char (p);
    }
  word->breaks = g_memdup2 (breaks, word->n_breaks * sizeof *breaks);
}

static AftWord *
shape (AftWords *self, const AftWord *asked)
{
  AftWord *word = g_memdup2 (asked, sizeof *asked);

  use_look (self, asked->look);
  pango_layout_set_text (self->layout, asked->text, (int) asked->length);
  word->shape = aft_lines_new (self->layout);
  word->text = aft_lines_get_text (word->shape);
  word->width = (int) (aft_lines_get_line_width (word->shape, 0) * PANGO_SCALE);
  if (!aft_words_is_whole (self, asked->look))
    take_breaks (word, self->layout);
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
