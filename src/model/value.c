/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/value.h"

#include <string.h>

void
aft_value_clear (AftValue *self)
{
  if (self->type == AFT_VALUE_TEXT)
    g_free (self->text);
  else if (self->type == AFT_VALUE_WORDS)
    g_strfreev (self->words);
  memset (self, 0, sizeof *self);
}

void
aft_value_copy (const AftValue *self, AftValue *copy)
{
  *copy = *self;
  if (self->type == AFT_VALUE_TEXT)
    copy->text = g_strdup (self->text);
  else if (self->type == AFT_VALUE_WORDS)
    copy->words = g_strdupv (self->words);
}

gboolean
aft_value_equal (const AftValue *self, const AftValue *other)
{
  if (self->type != other->type)
    return FALSE;
  switch (self->type)
    {
    case AFT_VALUE_TEXT:
      return strcmp (self->text, other->text) == 0;
    case AFT_VALUE_INTEGER:
      return self->integer == other->integer;
    case AFT_VALUE_REAL:
      return self->real == other->real;
    case AFT_VALUE_WORDS:
      return g_strv_equal ((const char *const *) self->words, (const char *const *) other->words);
    case AFT_VALUE_NONE:
    default:
      return TRUE;
    }
}

void
aft_value_set_text (AftValue *self, const char *text)
{
  g_autofree char *copy = g_strdup (text);

  aft_value_clear (self);
  if (copy == NULL || *copy == '\0')
    return;
  self->type = AFT_VALUE_TEXT;
  self->text = g_steal_pointer (&copy);
}

void
aft_value_set_integer (AftValue *self, gint64 integer)
{
  aft_value_clear (self);
  self->type = AFT_VALUE_INTEGER;
  self->integer = integer;
}

void
aft_value_set_real (AftValue *self, double real)
{
  aft_value_clear (self);
  self->type = AFT_VALUE_REAL;
  self->real = real;
}

/* Empty words inside the list are dropped: a file never holds an empty string. */
void
aft_value_set_words (AftValue *self, const char *const *words)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  guint n_words = 0;

  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    if (*words[i] != '\0')
      {
        g_strv_builder_add (builder, words[i]);
        n_words++;
      }
  aft_value_clear (self);
  if (n_words == 0)
    return;
  self->type = AFT_VALUE_WORDS;
  self->words = g_strv_builder_end (builder);
}
