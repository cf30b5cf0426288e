/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "markup/node-private.h"

#define MAX_TARGET_BYTES     2048
#define MAX_DEFINITION_BYTES 2048

gboolean
aft_link_is_safe (const char *target)
{
  static const char *const schemes[] = { "http://", "https://", "mailto:" };
  gboolean                 is_known = FALSE;

  if (strlen (target) > MAX_TARGET_BYTES || !g_utf8_validate (target, -1, NULL))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    is_known |= g_ascii_strncasecmp (target, schemes[i], strlen (schemes[i])) == 0 &&
                target[strlen (schemes[i])] != '\0';
  for (const char *p = target; is_known && *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_iscntrl (c) || g_unichar_isspace (c) || g_unichar_type (c) == G_UNICODE_FORMAT)
        return FALSE;
    }
  return is_known;
}

/* md4c expands a definition wherever it is used: 250 kB can ask for seconds and gigabytes. */
gboolean
aft_markup_definitions_are_short (const char *markdown)
{
  const char *p = markdown;

  while ((p = strstr (p, "]:")) != NULL)
    {
      const char *start = p + 2 + strspn (p + 2, " \t\n");

      if (strcspn (start, " \t\n") > MAX_DEFINITION_BYTES ||
          strcspn (start, "\n") > 2 * MAX_DEFINITION_BYTES)
        return FALSE;
      p += 2;
    }
  return TRUE;
}
