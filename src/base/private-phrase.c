/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/private-phrase.h"

#include <string.h>

#define MARK        "||"
#define MARK_LENGTH 2

gboolean
aft_private_phrase_find (const char *text, gsize from, AftPrivatePhrase *phrase)
{
  const char *open = strstr (text + from, MARK);
  const char *close;

  if (open == NULL)
    return FALSE;
  close = strstr (open + MARK_LENGTH, MARK);
  phrase->start = (gsize) (open - text);
  phrase->is_open = close == NULL;
  phrase->end = close != NULL ? (gsize) (close - text) + MARK_LENGTH : strlen (text);
  return TRUE;
}

/* ---- without them ---- */

/* What begins a line of Markdown and is no text: the marks of items, quotes and headings. */
static gsize
prefix_length (const char *line, gsize length)
{
  gsize used = 0;

  while (used < length && strchr (" \t>#", line[used]) != NULL)
    used++;
  if (used + 1 < length && strchr ("-*+", line[used]) != NULL && line[used + 1] == ' ')
    used += 2;
  else
    {
      gsize digits = used;

      while (digits < length && g_ascii_isdigit (line[digits]))
        digits++;
      if (digits > used && digits + 1 < length && strchr (".)", line[digits]) != NULL &&
          line[digits + 1] == ' ')
        used = digits + 2;
    }
  if (used + 3 < length && line[used] == '[' && strchr (" xX", line[used + 1]) != NULL &&
      line[used + 2] == ']' && line[used + 3] == ' ')
    used += 4;
  while (used < length && line[used] == ' ')
    used++;
  return used;
}

/* An item, a quote or a line of which nothing is left but its mark. */
static gboolean
is_bare (const char *line, gsize length)
{
  g_autofree char *padded = g_strndup (line, length);
  g_autofree char *spaced = g_strconcat (g_strchomp (padded), " ", NULL);

  return prefix_length (spaced, strlen (spaced)) >= strlen (spaced);
}

typedef struct
{
  GString *text;
  gsize    line;   /* where the line being written begins */
  gboolean is_cut; /* something of that line was removed */
} Output;

/* Where nothing but a mark was left of a line, it goes with its end. */
static gboolean
drop_bare_line (Output *self)
{
  if (!self->is_cut || !is_bare (self->text->str + self->line, self->text->len - self->line))
    return FALSE;
  g_string_truncate (self->text, self->line);
  return TRUE;
}

static void
append_kept (Output *self, const char *text, gsize length)
{
  const char *end = text + length;

  while (text < end)
    {
      const char *newline = memchr (text, '\n', (gsize) (end - text));
      const char *stop = newline != NULL ? newline : end;

      g_string_append_len (self->text, text, stop - text);
      text = stop;
      if (newline == NULL)
        return;
      if (!drop_bare_line (self))
        g_string_append_c (self->text, '\n');
      self->line = self->text->len;
      self->is_cut = FALSE;
      text++;
    }
}

static gboolean
ends_in_space (const Output *self)
{
  return self->text->len == self->line || self->text->str[self->text->len - 1] == ' ';
}

char *
aft_private_phrase_remove (const char *text)
{
  Output           out = { g_string_new (NULL), 0, FALSE };
  AftPrivatePhrase phrase;
  gsize            from = 0;

  while (aft_private_phrase_find (text, from, &phrase))
    {
      append_kept (&out, text + from, phrase.start - from);
      out.is_cut = TRUE;
      from = phrase.end;
      if (text[from] == ' ' && ends_in_space (&out))
        from++;
    }
  append_kept (&out, text + from, strlen (text + from));
  if (drop_bare_line (&out) && out.text->len > 0)
    g_string_truncate (out.text, out.text->len - 1);
  return g_string_free (out.text, FALSE);
}

/* ---- the key ---- */

static gboolean
is_space_at (const char *text, gsize at)
{
  return g_unichar_isspace (g_utf8_get_char (text + at));
}

static gboolean
is_punctuation_at (const char *text, gsize at)
{
  gunichar c = g_utf8_get_char (text + at);

  return g_unichar_ispunct (c) && c != '@' && c != '_';
}

static gsize
before (const char *text, gsize at)
{
  return (gsize) (g_utf8_prev_char (text + at) - text);
}

static gsize
after (const char *text, gsize at)
{
  return (gsize) (g_utf8_next_char (text + at) - text);
}

/* From space to space, without the punctuation around it: an address or a path is one word. */
static void
take_word (const char *text, gsize *start, gsize *end)
{
  while (*start > 0 && !is_space_at (text, before (text, *start)))
    *start = before (text, *start);
  while (text[*end] != '\0' && !is_space_at (text, *end))
    *end = after (text, *end);
  while (*start < *end && is_punctuation_at (text, *start))
    *start = after (text, *start);
  while (*end > *start && is_punctuation_at (text, before (text, *end)))
    *end = before (text, *end);
}

static void
trim (const char *text, gsize *start, gsize *end)
{
  while (*start < *end && is_space_at (text, *start))
    *start = after (text, *start);
  while (*end > *start && is_space_at (text, before (text, *end)))
    *end = before (text, *end);
}

/* Grows the range over the phrases it touches. TRUE where one phrase holds all of it. */
static gboolean
reach_over_phrases (const char *text, gsize *start, gsize *end, AftPrivatePhrase *around)
{
  AftPrivatePhrase phrase;
  const gsize      from = *start, to = *end;

  for (gsize at = 0; aft_private_phrase_find (text, at, &phrase) && phrase.start <= to;
       at = phrase.end)
    {
      if (phrase.start <= from && phrase.end >= to)
        {
          *around = phrase;
          return TRUE;
        }
      if (phrase.end <= from || phrase.start == to)
        continue;
      *start = MIN (*start, phrase.start);
      *end = MAX (*end, phrase.end);
    }
  return FALSE;
}

static char *
unmark (const char *text, const AftPrivatePhrase *phrase, gsize *start, gsize *end)
{
  gsize    inner = phrase->start + MARK_LENGTH;
  gsize    inner_end = phrase->is_open ? phrase->end : phrase->end - MARK_LENGTH;
  GString *result = g_string_new_len (text, (gssize) phrase->start);

  inner_end = MAX (inner, inner_end);
  g_string_append_len (result, text + inner, (gssize) (inner_end - inner));
  *start = phrase->start;
  *end = result->len;
  g_string_append (result, text + phrase->end);
  return g_string_free (result, FALSE);
}

/* A phrase that reached over the mark of an item would take the list apart. */
static void
append_line (GString *result, const char *line)
{
  gsize            length = strlen (line);
  gsize            prefix = prefix_length (line, length);
  g_autofree char *rest = g_strchomp (g_strdup (line + prefix));

  g_string_append_len (result, line, (gssize) prefix);
  if (*rest != '\0')
    g_string_append_printf (result, MARK "%s" MARK, rest);
}

static char *
mark (const char *text, gsize *start, gsize *end)
{
  g_autofree char *range = g_strndup (text + *start, *end - *start);
  g_auto (GStrv) parts = g_strsplit (range, MARK, -1); /* of phrases inside */
  g_autofree char *plain = g_strjoinv ("", parts);
  g_auto (GStrv) lines = g_strsplit (plain, "\n", -1);
  GString *result = g_string_new_len (text, (gssize) *start);
  gsize    rest = *end;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append_c (result, '\n');
      append_line (result, lines[i]);
    }
  *end = result->len;
  g_string_append (result, text + rest);
  return g_string_free (result, FALSE);
}

char *
aft_private_phrase_toggle (const char *text, gsize *start, gsize *end)
{
  AftPrivatePhrase around;

  trim (text, start, end);
  if (reach_over_phrases (text, start, end, &around))
    return unmark (text, &around, start, end);
  if (*start == *end)
    take_word (text, start, end);
  return *start < *end ? mark (text, start, end) : NULL;
}
