/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "format/prescan.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/caps.h"

/* Beyond it a double no longer holds every whole number. */
#define MAX_INTEGER G_GINT64_CONSTANT (9007199254740992)

typedef struct
{
  const char *start, *p, *end;
  guint       depth;
  GString    *path;   /* of the value being read; NULL unless one is looked for */
  const char *wanted; /* path looked for */
  const char *found;
  GError    **error;
} Scanner;

static gboolean scan_value (Scanner *self);

static void
position_of (const char *start, const char *at, guint *line, guint *column)
{
  *line = *column = 1;
  for (const char *p = start; p < at; p++)
    {
      if (*p == '\n')
        {
          (*line)++;
          *column = 1;
        }
      else if (((guchar) *p & 0xC0) != 0x80)
        (*column)++;
    }
}

static gboolean
refuse_at (Scanner *self, const char *at, AftFormatError code, const char *sentence)
{
  guint line, column;

  position_of (self->start, at, &line, &column);
  g_set_error (self->error, AFT_FORMAT_ERROR, code, "%u:%u: %s", line, column, sentence);
  return FALSE;
}

static gboolean
refuse (Scanner *self, const char *sentence)
{
  return refuse_at (self, self->p, AFT_FORMAT_ERROR_SYNTAX, sentence);
}

static char
peek (Scanner *self)
{
  return self->p < self->end ? *self->p : '\0';
}

static void
skip_space (Scanner *self)
{
  while (self->p < self->end && strchr (" \t\r\n", *self->p) != NULL && *self->p != '\0')
    self->p++;
}

static gboolean
scan_hex (Scanner *self, guint *unit)
{
  *unit = 0;
  for (guint i = 0; i < 4; i++)
    {
      if (self->p >= self->end || !g_ascii_isxdigit (*self->p))
        return refuse (self, "\\u needs four hexadecimal digits");
      *unit = *unit * 16 + g_ascii_xdigit_value (*self->p++);
    }
  return TRUE;
}

/* After "\u"; both halves of a surrogate pair, or neither. */
static gboolean
scan_unicode_escape (Scanner *self)
{
  const char *at = self->p - 2;
  guint       unit, low;

  if (!scan_hex (self, &unit))
    return FALSE;
  if (unit == 0)
    return refuse_at (self, at, AFT_FORMAT_ERROR_SYNTAX, "the character U+0000 is not allowed");
  if (unit < 0xD800 || unit > 0xDFFF)
    return TRUE;
  if (unit >= 0xDC00 || self->end - self->p < 2 || self->p[0] != '\\' || self->p[1] != 'u')
    return refuse_at (self, at, AFT_FORMAT_ERROR_SYNTAX, "half of a surrogate pair");
  self->p += 2;
  if (!scan_hex (self, &low))
    return FALSE;
  if (low < 0xDC00 || low > 0xDFFF)
    return refuse_at (self, at, AFT_FORMAT_ERROR_SYNTAX, "half of a surrogate pair");
  return TRUE;
}

static gboolean
scan_escape (Scanner *self)
{
  char c = peek (self);

  if (c == 'u')
    {
      self->p++;
      return scan_unicode_escape (self);
    }
  if (c == '\0' || strchr ("\"\\/bfnrt", c) == NULL)
    return refuse (self, "an unknown escape in a string");
  self->p++;
  return TRUE;
}

/* At the opening quote. */
static gboolean
scan_string (Scanner *self)
{
  const char *open = self->p++;

  while (self->p < self->end)
    {
      guchar c = *self->p;

      if (c == '"')
        {
          self->p++;
          return TRUE;
        }
      if (c < 0x20)
        return refuse (self, "a control character in a string must be escaped");
      self->p++;
      if (c == '\\' && !scan_escape (self))
        return FALSE;
    }
  return refuse_at (self, open, AFT_FORMAT_ERROR_SYNTAX, "this string has no end");
}

static void
skip_digits (Scanner *self)
{
  while (self->p < self->end && g_ascii_isdigit (*self->p))
    self->p++;
}

static gboolean
need_digits (Scanner *self)
{
  if (!g_ascii_isdigit (peek (self)))
    return refuse (self, "a digit is missing in a number");
  skip_digits (self);
  return TRUE;
}

static gboolean
check_range (Scanner *self, const char *at, gboolean is_whole)
{
  g_autofree char *number = g_strndup (at, self->p - at);
  double           value = g_ascii_strtod (number, NULL);

  if (value == 0 && *number == '-')
    return refuse_at (self, at, AFT_FORMAT_ERROR_LIMIT, "the number -0 is not allowed");
  if (!isfinite (value) || (is_whole && fabs (value) > (double) MAX_INTEGER))
    return refuse_at (self, at, AFT_FORMAT_ERROR_LIMIT, "this number is out of range");
  return TRUE;
}

static gboolean
scan_number (Scanner *self)
{
  const char *at = self->p;
  gboolean    is_whole = TRUE;

  if (peek (self) == '-')
    self->p++;
  if (peek (self) == '0' && self->p + 1 < self->end && g_ascii_isdigit (self->p[1]))
    return refuse (self, "a number must not begin with 0");
  if (!need_digits (self))
    return FALSE;
  if (peek (self) == '.')
    {
      self->p++;
      is_whole = FALSE;
      if (!need_digits (self))
        return FALSE;
    }
  if (peek (self) == 'e' || peek (self) == 'E')
    {
      self->p++;
      is_whole = FALSE;
      if (peek (self) == '+' || peek (self) == '-')
        self->p++;
      if (!need_digits (self))
        return FALSE;
    }
  return check_range (self, at, is_whole);
}

static gboolean
scan_word (Scanner *self)
{
  static const char *const words[] = { "true", "false", "null" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gsize length = strlen (words[i]);

      if ((gsize) (self->end - self->p) >= length && strncmp (self->p, words[i], length) == 0)
        {
          self->p += length;
          return TRUE;
        }
    }
  if (peek (self) == '/')
    return refuse (self, "comments are not allowed");
  if (self->p >= self->end)
    return refuse (self, "a value is missing");
  return refuse (self, "this is not a value");
}

/* The key between its quotes, with escapes undone, so that "\u0061" and "a" are the same. */
static char *
decode_key (const char *open, const char *close)
{
  g_autofree char *raw = g_strndup (open + 1, close - open - 2);
  GString         *key;

  if (strchr (raw, '\\') == NULL)
    return g_steal_pointer (&raw);
  key = g_string_new (NULL);
  for (const char *p = raw; *p != '\0'; p++)
    {
      if (p[0] == '\\' && p[1] == 'u')
        {
          char hex[5] = { p[2], p[3], p[4], p[5], '\0' };

          g_string_append_unichar (key, strtoul (hex, NULL, 16));
          p += 5;
        }
      else if (p[0] == '\\')
        {
          static const char from[] = "bfnrt", to[] = "\b\f\n\r\t";
          const char       *mapped = strchr (from, *++p);

          g_string_append_c (key, mapped != NULL ? to[mapped - from] : *p);
        }
      else
        g_string_append_c (key, *p);
    }
  return g_string_free (key, FALSE);
}

static gsize
enter_path (Scanner *self, const char *key, guint index)
{
  gsize length = 0;

  if (self->path == NULL)
    return 0;
  length = self->path->len;
  if (key == NULL)
    g_string_append_printf (self->path, "[%u]", index);
  else
    g_string_append_printf (self->path, "%s%s", length > 0 ? "." : "", key);
  return length;
}

static void
leave_path (Scanner *self, gsize length)
{
  if (self->path != NULL)
    g_string_truncate (self->path, length);
}

static gboolean
scan_member (Scanner *self, GHashTable *keys)
{
  const char *open = self->p;
  char       *key;
  gsize       length;
  gboolean    is_fine;

  if (peek (self) != '"')
    return refuse (self, "a key in double quotes is missing");
  if (!scan_string (self))
    return FALSE;
  key = decode_key (open, self->p);
  length = enter_path (self, key, 0);
  if (!g_hash_table_add (keys, key))
    return refuse_at (self, open, AFT_FORMAT_ERROR_SYNTAX, "this key stands here twice");
  if (g_hash_table_size (keys) > AFT_CAP_JSON_KEYS)
    return refuse_at (self, open, AFT_FORMAT_ERROR_LIMIT, "too many keys in one object");
  skip_space (self);
  if (peek (self) != ':')
    return refuse (self, "a colon is missing after a key");
  self->p++;
  is_fine = scan_value (self);
  leave_path (self, length);
  return is_fine;
}

/* Behind a member or an element: more to come, the end, or an error. */
static gboolean
scan_separator (Scanner *self, char close, gboolean *is_end)
{
  skip_space (self);
  *is_end = peek (self) == close;
  if (!*is_end && peek (self) != ',')
    return refuse (self, close == '}' ? "a comma or } is missing" : "a comma or ] is missing");
  self->p++;
  if (!*is_end)
    skip_space (self);
  return TRUE;
}

static gboolean
scan_object (Scanner *self)
{
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gboolean is_end = FALSE;

  self->p++;
  skip_space (self);
  if (peek (self) == '}')
    {
      self->p++;
      return TRUE;
    }
  while (!is_end)
    if (!scan_member (self, keys) || !scan_separator (self, '}', &is_end))
      return FALSE;
  return TRUE;
}

static gboolean
scan_array (Scanner *self)
{
  gboolean is_end = FALSE;

  self->p++;
  skip_space (self);
  if (peek (self) == ']')
    {
      self->p++;
      return TRUE;
    }
  for (guint i = 0; !is_end; i++)
    {
      gsize    length = enter_path (self, NULL, i);
      gboolean is_fine = scan_value (self);

      leave_path (self, length);
      if (!is_fine || !scan_separator (self, ']', &is_end))
        return FALSE;
    }
  return TRUE;
}

static gboolean
scan_nested (Scanner *self)
{
  gboolean is_fine;

  if (self->depth >= AFT_CAP_JSON_DEPTH)
    return refuse_at (self, self->p, AFT_FORMAT_ERROR_LIMIT, "nested too deeply");
  self->depth++;
  is_fine = *self->p == '{' ? scan_object (self) : scan_array (self);
  self->depth--;
  return is_fine;
}

static gboolean
scan_value (Scanner *self)
{
  char c;

  skip_space (self);
  c = peek (self);
  if (self->path != NULL && self->found == NULL && g_str_equal (self->path->str, self->wanted))
    self->found = self->p;
  if (c == '{' || c == '[')
    return scan_nested (self);
  if (c == '"')
    return scan_string (self);
  if (c == '-' || g_ascii_isdigit (c))
    return scan_number (self);
  return scan_word (self);
}

static gboolean
check_text (Scanner *self, gsize length)
{
  const char *bad;

  if (length > AFT_CAP_FILE_BYTES)
    return refuse_at (self, self->start, AFT_FORMAT_ERROR_LIMIT, "larger than 50 MB");
  if (length >= 3 && memcmp (self->start, "\xEF\xBB\xBF", 3) == 0)
    return refuse (self, "a byte order mark is not allowed");
  if (!g_utf8_validate (self->start, length, &bad))
    return refuse_at (self,
                      bad,
                      AFT_FORMAT_ERROR_SYNTAX,
                      *bad == '\0' ? "the character U+0000 is not allowed" : "not valid UTF-8");
  return TRUE;
}

gboolean
aft_prescan (const char *text, gsize length, GError **error)
{
  Scanner scanner = { .start = text, .p = text, .end = text + length, .error = error };

  if (!check_text (&scanner, length))
    return FALSE;
  skip_space (&scanner);
  if (scanner.p == scanner.end)
    return refuse_at (&scanner, text, AFT_FORMAT_ERROR_SYNTAX, "the file is empty");
  if (!scan_value (&scanner))
    return FALSE;
  skip_space (&scanner);
  if (scanner.p < scanner.end)
    return refuse (&scanner, "there is something after the end of the document");
  return TRUE;
}

gboolean
aft_prescan_locate (const char *text, gsize length, const char *path, guint *line, guint *column)
{
  g_autoptr (GString) at = g_string_new (NULL);
  Scanner scanner = { .start = text, .p = text, .end = text + length, .path = at, .wanted = path };

  if (!scan_value (&scanner) || scanner.found == NULL)
    return FALSE;
  position_of (text, scanner.found, line, column);
  return TRUE;
}
