/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "typeset/words.h"

#include <string.h>

#include "typeset/pages-fixture.h"

typedef struct
{
  PangoContext         *context;
  PangoFontDescription *description;
  AftWords             *words;
  AftWordFace           face;
} Fixture;

static void
set_up (Fixture *self, gconstpointer unused)
{
  self->context = fixture_context ();
  self->description = pango_font_description_from_string ("Noto Serif 10");
  self->words = aft_words_new (self->context);
  self->face = (AftWordFace){ 1, self->description, NULL };
}

static void
tear_down (Fixture *self, gconstpointer unused)
{
  aft_words_free (self->words);
  pango_font_description_free (self->description);
  g_object_unref (self->context);
}

static void
test_once (Fixture *self, gconstpointer unused)
{
  guint          look = aft_words_find_look (self->words, &self->face, NULL);
  const AftWord *word = aft_words_shape (self->words, look, "queue of", 5);

  g_assert_cmpstr (aft_lines_get_text (word->shape), ==, "queue");
  g_assert_true (word == aft_words_shape (self->words, look, "queue", 5));
  g_assert_true (word != aft_words_shape (self->words, look, "queu", 4));
  g_assert_cmpint (word->width, >, aft_words_shape (self->words, look, "queu", 4)->width);
}

static void
test_looks (Fixture *self, gconstpointer unused)
{
  g_autoptr (PangoAttrList) bold = pango_attr_list_new ();
  g_autoptr (PangoAttrList) same = pango_attr_list_new ();
  AftWordFace other = self->face;
  guint       plain = aft_words_find_look (self->words, &self->face, NULL);

  pango_attr_list_insert (bold, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_attr_list_insert (same, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  other.kind++;
  g_assert_cmpuint (aft_words_find_look (self->words, &self->face, bold), !=, plain);
  g_assert_cmpuint (aft_words_find_look (self->words, &self->face, bold),
                    ==,
                    aft_words_find_look (self->words, &self->face, same));
  g_assert_cmpuint (aft_words_find_look (self->words, &other, NULL), !=, plain);
  g_assert_cmpint (
      aft_words_shape (self->words, plain, "mm", 2)->width,
      <,
      aft_words_shape (self->words, aft_words_find_look (self->words, &self->face, bold), "mm", 2)
          ->width);
}

static void
test_breaks (Fixture *self, gconstpointer unused)
{
  g_autoptr (PangoAttrList) whole = pango_attr_list_new ();
  guint          look = aft_words_find_look (self->words, &self->face, NULL);
  const AftWord *word =
      aft_words_shape (self->words, look, "well-known/é-f", strlen ("well-known/é-f"));
  guint kept;

  g_assert_cmpuint (word->n_breaks, ==, 3);
  g_assert_cmpuint (word->breaks[0], ==, strlen ("well-"));
  g_assert_cmpuint (word->breaks[1], ==, strlen ("well-known/"));
  g_assert_cmpuint (word->breaks[2], ==, strlen ("well-known/é-"));
  g_assert_false (aft_words_is_whole (self->words, look));
  pango_attr_list_insert (whole, pango_attr_allow_breaks_new (FALSE));
  kept = aft_words_find_look (self->words, &self->face, whole);
  g_assert_true (aft_words_is_whole (self->words, kept));
  g_assert_cmpuint (aft_words_shape (self->words, kept, "well-known", 10)->n_breaks, ==, 0);
}

/* However many words a long session sees, what is kept has an end; what is asked for stays. */
static void
test_trim (Fixture *self, gconstpointer unused)
{
  guint          look = aft_words_find_look (self->words, &self->face, NULL);
  const AftWord *wanted = aft_words_shape (self->words, look, "queue", 5);

  for (guint i = 0; i < 40000; i++)
    {
      char text[16];

      g_snprintf (text, sizeof text, "%u", i);
      aft_words_shape (self->words, look, text, strlen (text));
      aft_words_trim (self->words);
      g_assert_true (aft_words_shape (self->words, look, "queue", 5) == wanted);
      g_assert_cmpuint (aft_words_get_size (self->words), <=, 6002);
    }
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/typeset/words/are shaped once", test_once);
  ADD ("/typeset/words/what looks different is different", test_looks);
  ADD ("/typeset/words/know where a line may end", test_breaks);
  ADD ("/typeset/words/are forgotten when there are too many", test_trim);
  return g_test_run ();
}
