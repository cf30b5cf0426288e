/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "format/import/prompts.h"

#include <string.h>

#include "format/import/wordings.h"

/* More than this was written by somebody. */
#define MAX_PROMPT_BYTES 2000
/* No way to say nothing is longer. */
#define MAX_NOTHING_BYTES 30

static gboolean
is_nothing (const char *lower)
{
  const GArray *wordings = aft_wordings_get ("prompts");

  for (guint i = 0; i < wordings->len; i++)
    {
      const AftWording *wording = &g_array_index (wordings, AftWording, i);

      if (*wording->key == 'n' && g_str_equal (lower, wording->phrase))
        return TRUE;
    }
  return FALSE;
}

/* Marks of lists, quotes and boxes at both ends; how the paragraph is set. */
typedef enum
{
  SETTING_PLAIN,
  SETTING_ASIDE, /* emphasised or quoted as a whole: the voice of a template */
} Setting;

static Setting
strip (char **text)
{
  Setting setting = SETTING_PLAIN;
  char   *p = *text;
  gsize   length;

  for (;; p++)
    if (*p == '>' || *p == '*' || *p == '_')
      setting = p[0] == '*' && p[1] == ' ' ? setting : SETTING_ASIDE;
    else if (!strchr (" \t-+[]", *p) || *p == '\0')
      break;
  length = strlen (p);
  if (setting == SETTING_ASIDE && **text != '>' && length > 0 && !strchr ("*_", p[length - 1]))
    setting = SETTING_PLAIN; /* only its beginning is emphasised */
  while (length > 0 && strchr ("*_ \t.:…", p[length - 1]))
    p[--length] = '\0';
  *text = p;
  return setting;
}

/* "{{ summary }}", "<link>", "[name]": the whole of it. */
static gboolean
is_slot (const char *text)
{
  static const char *const pairs[][2] = {
    { "{{", "}}" }, { "<", ">" }, { "[", "]" }, { "${", "}" }, { "{", "}" }
  };

  /* a record, not a place for one */
  if (strchr (text, '"') != NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      const char *close;

      if (!g_str_has_prefix (text, pairs[i][0]) || strstr (text, "://") != NULL)
        continue;
      close = strstr (text, pairs[i][1]);
      if (close != NULL && close[strlen (pairs[i][1])] == '\0')
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_opening (const char *lower)
{
  const GArray *wordings = aft_wordings_get ("prompts");

  for (guint i = 0; i < wordings->len; i++)
    {
      const AftWording *wording = &g_array_index (wordings, AftWording, i);
      gsize             length = strlen (wording->phrase);

      /* no blanks between words in Japanese */
      if (*wording->key == 'o' && g_str_has_prefix (lower, wording->phrase) &&
          ((wording->phrase[length - 1] & 0x80) != 0 || !g_ascii_isalnum (lower[length])))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_prompt (char *paragraph)
{
  Setting  setting;
  gboolean asks = g_str_has_suffix (paragraph, "?") || strstr (paragraph, "?_") != NULL ||
                  strstr (paragraph, "?*") != NULL || g_str_has_suffix (paragraph, "？");
  g_autofree char *lower = NULL;

  setting = strip (&paragraph);
  if (*paragraph == '\0' || is_slot (paragraph))
    return TRUE;
  if (setting == SETTING_PLAIN && strlen (paragraph) > MAX_NOTHING_BYTES)
    return FALSE;
  lower = g_utf8_strdown (paragraph, -1);
  if (is_nothing (lower))
    return TRUE;
  return setting == SETTING_ASIDE && (asks || is_opening (lower));
}

gboolean
aft_prompts_is_one (const char *text)
{
  g_auto (GStrv) lines = NULL;
  gboolean is_quoted = TRUE;

  /* most texts begin with a word, and go on */
  if (strlen (text) > MAX_PROMPT_BYTES ||
      (g_ascii_isalnum (*text) && strcspn (text, "\n") > MAX_NOTHING_BYTES))
    return FALSE;
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      is_quoted = is_quoted && *lines[i] == '>';
      if (is_prompt (g_strstrip (lines[i])))
        continue;
      /* what a quotation goes on with that began by asking */
      if (!is_quoted || i == 0)
        return FALSE;
    }
  return TRUE;
}
