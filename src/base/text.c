/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/text.h"

#include <string.h>

#include "base/caps.h"

#define REPLACEMENT     0xFFFD
#define BYTE_ORDER_MARK 0xFEFF

/* What Unicode reserves as no character at all. */
static gboolean
is_noncharacter (gunichar c)
{
  return (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
}

static gboolean
is_forbidden (gunichar c)
{
  return (c < 0x20 && c != '\t' && c != '\n') || (c >= 0x7F && c <= 0x9F) || c == BYTE_ORDER_MARK ||
         is_noncharacter (c);
}

/* One character from bytes that may be anything, REPLACEMENT and TRUE where it may not stay; n: how
 * many bytes it took. */
static gboolean
take_char (const char *p, gsize left, gunichar *c, gsize *n)
{
  gunichar decoded = g_utf8_get_char_validated (p, left);

  *n = 1;
  *c = REPLACEMENT;
  if (*p == '\0' || decoded == (gunichar) -1 || decoded == (gunichar) -2)
    return TRUE;
  *n = g_unichar_to_utf8 (decoded, NULL);
  if (is_forbidden (decoded))
    return TRUE;
  *c = decoded;
  return FALSE;
}

static gsize
take_line_end (const char *p, gsize left)
{
  return left > 1 && p[1] == '\n' ? 2 : 1;
}

/* How many bytes at the start are plain ASCII, which is most of what is ever cleaned. */
static gsize
plain_length (const char *bytes, gsize left)
{
  gsize n = 0;

  while (n < left && ((bytes[n] >= ' ' && bytes[n] < 0x7F) || bytes[n] == '\n' || bytes[n] == '\t'))
    n++;
  return n;
}

char *
aft_text_clean (const char *bytes, gssize length, guint *replaced)
{
  gsize    left = length < 0 ? strlen (bytes) : (gsize) length;
  GString *clean = g_string_sized_new (left);
  guint    n_replaced = 0;

  if (left >= 3 && memcmp (bytes, "\xEF\xBB\xBF", 3) == 0)
    {
      bytes += 3;
      left -= 3;
    }
  while (left > 0)
    {
      gunichar c = '\n';
      gsize    n = plain_length (bytes, left);

      if (n > 0)
        g_string_append_len (clean, bytes, n);
      else
        {
          if (*bytes == '\r')
            n = take_line_end (bytes, left);
          else if (take_char (bytes, left, &c, &n))
            n_replaced++;
          g_string_append_unichar (clean, c);
        }
      bytes += n;
      left -= n;
    }
  if (replaced != NULL)
    *replaced = n_replaced;
  return g_string_free (clean, FALSE);
}

/* No-break spaces are part of good typography and stay within a line. */
static gboolean
is_foldable_space (gunichar c)
{
  return g_unichar_isspace (c) && c != 0x00A0 && c != 0x2007 && c != 0x202F;
}

static void
strip_end (GString *line)
{
  while (line->len > 0)
    {
      const char *last = g_utf8_find_prev_char (line->str, line->str + line->len);

      if (!g_unichar_isspace (g_utf8_get_char (last)))
        return;
      g_string_truncate (line, last - line->str);
    }
}

char *
aft_text_clean_line (const char *bytes, gssize length)
{
  g_autofree char *clean = aft_text_clean (bytes, length, NULL);
  GString         *line = g_string_sized_new (strlen (clean));
  gboolean         is_pending = FALSE;

  for (const char *p = clean; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_foldable_space (c) || (line->len == 0 && g_unichar_isspace (c)))
        {
          is_pending = line->len > 0;
          continue;
        }
      if (is_pending)
        g_string_append_c (line, ' ');
      is_pending = FALSE;
      g_string_append_unichar (line, c);
    }
  strip_end (line);
  return g_string_free (line, FALSE);
}

static gboolean
has_long_line (const char *text)
{
  guint n_chars = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      n_chars = *p == '\n' ? 0 : n_chars + 1;
      if (n_chars > AFT_CAP_LINE_CHARS)
        return TRUE;
    }
  return FALSE;
}

/* Where a line of the full length is cut: after the last space of its last tenth, or at its end. */
static const char *
find_cut (const char *start, const char *end)
{
  const char *earliest = end - (end - start) / 10;

  for (const char *p = end; p > earliest; p--)
    if (p[-1] == ' ')
      return p;
  return end;
}

char *
aft_text_split_long_lines (const char *text)
{
  g_autoptr (GString) split = NULL;
  const char *start = text;
  guint       n_chars = 0;

  if (!has_long_line (text))
    return NULL;
  split = g_string_new (NULL);
  for (const char *p = text; *p != '\0';)
    {
      n_chars = *p == '\n' ? 0 : n_chars + 1;
      p = g_utf8_next_char (p);
      if (n_chars == AFT_CAP_LINE_CHARS && *p != '\0' && *p != '\n')
        {
          p = find_cut (start, p);
          g_string_append_len (split, start, p - start);
          g_string_append_c (split, '\n');
          start = p;
          n_chars = 0;
        }
      else if (n_chars == 0)
        {
          g_string_append_len (split, start, p - start);
          start = p;
        }
    }
  g_string_append (split, start);
  return g_string_free (g_steal_pointer (&split), FALSE);
}

/* Shows nothing, or turns the direction of what follows: bidi controls, zero-width characters,
 * blank letters and tags. */
static gboolean
is_invisible (gunichar c)
{
  static const struct
  {
    gunichar first, last;
  } ranges[] = {
    { 0x00AD, 0x00AD }, { 0x034F, 0x034F },   { 0x061C, 0x061C }, { 0x115F, 0x1160 },
    { 0x17B4, 0x17B5 }, { 0x180E, 0x180E },   { 0x200B, 0x200F }, { 0x2028, 0x202E },
    { 0x2060, 0x206F }, { 0x3164, 0x3164 },   { 0xFEFF, 0xFEFF }, { 0xFFA0, 0xFFA0 },
    { 0xFFF9, 0xFFFB }, { 0xE0000, 0xE007F },
  };

  for (guint i = 0; i < G_N_ELEMENTS (ranges); i++)
    if (c >= ranges[i].first && c <= ranges[i].last)
      return TRUE;
  return FALSE;
}

char *
aft_text_reveal (const char *text)
{
  GString *revealed = g_string_sized_new (strlen (text));

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_invisible (c) || is_forbidden (c))
        g_string_append_printf (revealed, "⟨U+%04X⟩", c);
      else
        g_string_append_unichar (revealed, c);
    }
  return g_string_free (revealed, FALSE);
}

char *
aft_text_ellipsize (const char *text, guint max_chars)
{
  g_autofree char *start = NULL;

  if (g_utf8_strlen (text, -1) <= max_chars)
    return g_strdup (text);
  start = g_utf8_substring (text, 0, max_chars > 0 ? max_chars - 1 : 0);
  return g_strconcat (g_strchomp (start), "…", NULL);
}

guint
aft_text_count_words (const char *text)
{
  gboolean is_inside = FALSE;
  guint    n_words = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gboolean is_word = !g_unichar_isspace (g_utf8_get_char (p));

      n_words += is_word && !is_inside ? 1 : 0;
      is_inside = is_word;
    }
  return n_words;
}

static gboolean
is_bad_in_names (gunichar c)
{
  return is_forbidden (c) || is_invisible (c) ||
         (c < 0x80 && strchr ("/\\:*?\"<>|%$`\t\n", c) != NULL);
}

/* Names that other systems keep for devices, whatever follows their first point. */
static gboolean
is_reserved (const char *name)
{
  static const char *const devices[] = { "CON", "PRN", "AUX", "NUL" };
  gsize                    length = strcspn (name, ". ");

  for (guint i = 0; length == 3 && i < G_N_ELEMENTS (devices); i++)
    if (g_ascii_strncasecmp (name, devices[i], 3) == 0)
      return name[length] != ' ';
  return length == 4 && name[length] != ' ' && g_ascii_isdigit (name[3]) &&
         (g_ascii_strncasecmp (name, "COM", 3) == 0 || g_ascii_strncasecmp (name, "LPT", 3) == 0);
}

/* A name that begins so is hidden, an option or somebody's home. */
static gboolean
is_bad_first (gunichar c)
{
  return c == '.' || c == '-' || c == '~';
}

static void
append_name (GString *name, const char *title, gsize max_bytes)
{
  for (const char *p = title; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gboolean is_bad = is_bad_in_names (c) || g_unichar_isspace (c);
      char     encoded[6];
      int      n = g_unichar_to_utf8 (c, encoded);

      if (name->len + n > max_bytes)
        break;
      if (!is_bad && !(name->len == 0 && is_bad_first (c)))
        g_string_append_len (name, encoded, n);
      else if (name->len > 0 && name->str[name->len - 1] != ' ')
        g_string_append_c (name, ' ');
    }
}

char *
aft_text_file_name (const char *title, const char *suffix)
{
  g_autofree char *clean = aft_text_clean_line (title, -1);
  g_autoptr (GString) name = g_string_new (NULL);

  append_name (name, clean, AFT_CAP_EXPORT_NAME_BYTES - strlen (suffix));
  while (name->len > 0 && strchr (" .", name->str[name->len - 1]) != NULL)
    g_string_truncate (name, name->len - 1);
  if (name->len == 0 || is_reserved (name->str))
    g_string_assign (name, "postmortem");
  g_string_append (name, suffix);
  return g_string_free (g_steal_pointer (&name), FALSE);
}
