/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "format/import/stamp-private.h"

#include <string.h>

/* What the letters say, taken literally: CST is that of America, IST that of India, BST that of
 * Britain. Names of regions follow their clocks. */
static const struct
{
  const char *letters, *zone;
} zones[] = {
  { "UTC", "UTC" },
  { "GMT", "UTC" },
  { "Z", "UTC" },
  { "BST", "+01:00" },
  { "IST", "+05:30" },
  { "WET", "+00:00" },
  { "WEST", "+01:00" },
  { "CET", "+01:00" },
  { "CEST", "+02:00" },
  { "MEZ", "+01:00" },
  { "MESZ", "+02:00" },
  { "EET", "+02:00" },
  { "EEST", "+03:00" },
  { "MSK", "+03:00" },
  { "JST", "+09:00" },
  { "KST", "+09:00" },
  { "SGT", "+08:00" },
  { "HKT", "+08:00" },
  { "AEST", "+10:00" },
  { "AEDT", "+11:00" },
  { "ACST", "+09:30" },
  { "AWST", "+08:00" },
  { "NZST", "+12:00" },
  { "NZDT", "+13:00" },
  { "EST", "-05:00" },
  { "EDT", "-04:00" },
  { "CST", "-06:00" },
  { "CDT", "-05:00" },
  { "MST", "-07:00" },
  { "MDT", "-06:00" },
  { "PST", "-08:00" },
  { "PDT", "-07:00" },
  { "AKST", "-09:00" },
  { "HST", "-10:00" },
  { "BRT", "-03:00" },
  { "ET", "America/New_York" },
  { "CT", "America/Chicago" },
  { "MT", "America/Denver" },
  { "PT", "America/Los_Angeles" },
  { "Eastern", "America/New_York" },
  { "Pacific", "America/Los_Angeles" },
  { "Central European", "Europe/Berlin" },
};

static gsize
read_letters (const char *p, const char *end, char *zone)
{
  for (guint i = 0; i < G_N_ELEMENTS (zones); i++)
    {
      gsize n = strlen (zones[i].letters);

      if ((gsize) (end - p) >= n && strncmp (p, zones[i].letters, n) == 0 &&
          (p + n == end || !g_ascii_isalnum (p[n])))
        {
          g_strlcpy (zone, zones[i].zone, AFT_STAMP_ZONE_SIZE);
          return n;
        }
    }
  return 0;
}

/* "+02:00", "+0200", "+2", "−08:00" */
static gsize
read_offset (const char *p, const char *end, char *zone)
{
  const char *start = p;
  char        sign = 0;
  int         hours = 0, minutes = 0;
  guint       n = 0;

  if (p < end && (*p == '+' || *p == '-'))
    sign = *p++;
  else if (end - p > 3 && strncmp (p, "−", strlen ("−")) == 0)
    {
      sign = '-';
      p += strlen ("−");
    }
  for (; sign != 0 && p < end && n < 2 && g_ascii_isdigit (*p); p++, n++)
    hours = hours * 10 + *p - '0';
  if (n == 0 || hours > 14)
    return 0;
  if (p < end && *p == ':')
    p++;
  if (end - p >= 2 && g_ascii_isdigit (p[0]) && g_ascii_isdigit (p[1]))
    {
      minutes = (p[0] - '0') * 10 + p[1] - '0';
      p += 2;
    }
  if (minutes > 59 || (p < end && g_ascii_isalnum (*p)))
    return 0;
  g_snprintf (zone, AFT_STAMP_ZONE_SIZE, "%c%02d:%02d", sign, hours, minutes);
  return p - start;
}

static const char *
skip_word (const char *p, const char *end, const char *word)
{
  gsize n = strlen (word);

  return (gsize) (end - p) >= n && strncmp (p, word, n) == 0 ? p + n : p;
}

gsize
_aft_stamp_read_zone (const char *p, const char *end, gboolean offset, char *zone)
{
  const char *start = p;
  gsize       n = read_letters (p, end, zone);

  if (n == 0)
    return offset ? read_offset (p, end, zone) : 0;
  p += n;
  if (g_str_equal (zone, "UTC"))
    p += read_offset (p, end, zone);
  p = skip_word (p, end, " Standard Time");
  p = skip_word (p, end, " Daylight Time");
  return skip_word (p, end, " Time") - start;
}

gboolean
aft_stamp_find_zone (const char *text, gsize length, char *zone)
{
  const char *end = text + length;
  char        found[AFT_STAMP_ZONE_SIZE];

  for (const char *p = text; p < end; p++)
    if ((p == text || !g_ascii_isalnum (p[-1])) && g_ascii_isupper (*p) && *p != 'Z' &&
        _aft_stamp_read_zone (p, end, FALSE, found) > 0)
      {
        g_strlcpy (zone, found, AFT_STAMP_ZONE_SIZE);
        return TRUE;
      }
  return FALSE;
}
