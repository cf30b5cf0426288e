/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/number.h"

#include <string.h>

#define LARGEST   1e15
#define MAX_PARTS 16

/* The digits between separators; separator i stands before part i. */
typedef struct
{
  GString *digits[MAX_PARTS];
  gunichar separators[MAX_PARTS];
  guint    n;
} Parts;

static void
clear_parts (Parts *self)
{
  for (guint i = 0; i < self->n; i++)
    g_string_free (self->digits[i], TRUE);
  self->n = 0;
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Parts, clear_parts)

/* One code for each kind of separator, 0 for what is none. */
static gunichar
classify (gunichar c)
{
  if (g_unichar_isspace (c))
    return ' ';
  if (c == '\'' || c == 0x2019)
    return '\'';
  return c == '_' || c == ',' || c == '.' ? c : 0;
}

static gboolean
add_part (Parts *self, gunichar separator)
{
  if (self->n == MAX_PARTS)
    return FALSE;
  self->separators[self->n] = separator;
  self->digits[self->n++] = g_string_new (NULL);
  return TRUE;
}

static gboolean
split (const char *text, Parts *parts)
{
  add_part (parts, 0);
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar separator = classify (g_utf8_get_char (p));

      if (g_ascii_isdigit (*p))
        g_string_append_c (parts->digits[parts->n - 1], *p);
      else if (separator == 0 || !add_part (parts, separator))
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_group (const GString *digits)
{
  return digits->len == 3;
}

/* "12,400" but not "0,400" nor "1240,000". */
static gboolean
is_whole_lone_group (const Parts *parts)
{
  const GString *lead = parts->digits[0];

  return is_group (parts->digits[1]) && lead->len >= 1 && lead->len <= 3 && lead->str[0] != '0';
}

/* Whether the last separator is the decimal mark. */
static gboolean
has_fraction (const Parts *parts, AftNumberStyle style)
{
  gunichar last = parts->separators[parts->n - 1];

  if (parts->n < 2 || (last != '.' && last != ','))
    return FALSE;
  if (parts->n > 2)
    return parts->separators[parts->n - 2] != last;
  if (last == '.' && style == AFT_NUMBER_REAL)
    return TRUE;
  return !is_whole_lone_group (parts);
}

/* Groups of three behind one to three digits; pairs are right in India: 12,34,567. */
static gboolean
are_groups_whole (const Parts *parts, guint n)
{
  if (n == 1)
    return TRUE;
  for (guint i = 1; i < n; i++)
    {
      gsize length = parts->digits[i]->len;

      if (parts->separators[i] != parts->separators[1] || (length != 3 && length != 2))
        return FALSE;
    }
  return is_group (parts->digits[n - 1]) && parts->digits[0]->len >= 1 &&
         parts->digits[0]->len <= 3;
}

static gboolean
join (const Parts *parts, AftNumberStyle style, double *value)
{
  g_autoptr (GString) plain = g_string_new (NULL);
  gboolean is_decimal = has_fraction (parts, style);
  guint    n_whole = parts->n - (is_decimal ? 1 : 0);

  if (!are_groups_whole (parts, n_whole))
    return FALSE;
  for (guint i = 0; i < n_whole; i++)
    g_string_append_len (plain, parts->digits[i]->str, parts->digits[i]->len);
  if (is_decimal)
    {
      if (parts->digits[n_whole]->len == 0)
        return FALSE;
      g_string_append_c (plain, '.');
      g_string_append (plain, parts->digits[n_whole]->str);
    }
  if (plain->len == 0)
    return FALSE;
  *value = g_ascii_strtod (plain->str, NULL);
  return TRUE;
}

/* Cuts "k", "M" or "B" off the end. */
static double
take_scale (char *text)
{
  gsize  length = strlen (text);
  double scale = 1;

  if (length < 2)
    return 1;
  switch (g_ascii_tolower (text[length - 1]))
    {
    case 'k':
      scale = 1e3;
      break;
    case 'm':
      scale = 1e6;
      break;
    case 'b':
      scale = 1e9;
      break;
    default:
      return 1;
    }
  text[length - 1] = '\0';
  return scale;
}

gboolean
aft_number_parse (const char *text, AftNumberStyle style, double *value)
{
  g_autofree char *plain = g_strstrip (g_strdup (text));
  double           scale = take_scale (plain);
  double           number;
  g_auto (Parts) parts = { 0 };

  g_strchomp (plain);
  /* "1.200 k" is 1.2 thousand: a scaled number has decimals */
  if (!split (plain, &parts) || !join (&parts, scale > 1 ? AFT_NUMBER_REAL : style, &number) ||
      number * scale > LARGEST)
    return FALSE;
  *value = number * scale;
  return TRUE;
}
