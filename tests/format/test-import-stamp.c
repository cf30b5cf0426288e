/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The stamps with which people begin an entry. */
#include <string.h>

#include "format/import/stamp.h"

/* "2026-05-04 14:02:30 +01:00 ~ ?": the parts that were read, with marks for what is approximate
 * ("~"), doubtful ("!") or a placeholder ("?"). */
static char *
describe_part (const AftStampPart *part)
{
  GString *text = g_string_new (NULL);

  if (part->has_date)
    {
      if (part->has_year)
        g_string_append_printf (text, "%04d-", part->year);
      g_string_append_printf (text, "%02d-%02d", part->month, part->day);
    }
  if (part->has_time)
    {
      g_string_append_printf (
          text, "%s%02d:%02d", part->has_date ? " " : "", part->hour, part->minute);
      if (part->second > 0)
        g_string_append_printf (text, ":%02d", part->second);
    }
  return g_string_free (text, FALSE);
}

static char *
describe (const AftStamp *stamp)
{
  GString         *text = g_string_new (NULL);
  g_autofree char *from = describe_part (&stamp->from);
  g_autofree char *until = describe_part (&stamp->until);

  g_string_append (text, from);
  if (stamp->has_until)
    g_string_append_printf (text, " to %s", until);
  if (stamp->has_zone)
    g_string_append_printf (text, " %s", stamp->zone);
  if (stamp->is_approximate)
    g_string_append (text, " ~");
  if (stamp->is_doubtful)
    g_string_append (text, " !");
  if (stamp->is_placeholder)
    g_string_append (text, " ?");
  return g_string_free (text, FALSE);
}

static const struct
{
  const char *text, *stamp, *rest;
} cases[] = {
  { "14:02 errors rise", "14:02", "errors rise" },
  { "14:02: errors", "14:02", "errors" },
  { "14:02 - errors", "14:02", "errors" },
  { "14:02 – errors", "14:02", "errors" },
  { "**14:02** errors", "14:02", "errors" },
  { "`14:02:30` errors", "14:02:30", "errors" },
  { "[14:02] errors", "14:02", "errors" },
  { "(14:02 UTC) errors", "14:02 UTC", "errors" },
  { "14:02 UTC: errors", "14:02 UTC", "errors" },
  { "2:02 pm errors", "14:02", "errors" },
  { "02:02 PM PST errors", "14:02 -08:00", "errors" },
  { "12:29p errors", "12:29", "errors" },
  { "12:05 am errors", "00:05", "errors" },
  { "2 p.m. errors", "14:00", "errors" },
  { "~18:10 errors", "18:10 ~", "errors" },
  { "Around 18:10, errors", "18:10 ~", "errors" },
  { "At 09:00, the push began", "09:00", "the push began" },
  { "On 2026-05-04, at 14:02, errors", "2026-05-04 14:02", "errors" },
  { "2026-05-04 14:02 errors", "2026-05-04 14:02", "errors" },
  { "2026-05-04T14:02:30Z errors", "2026-05-04 14:02:30 UTC", "errors" },
  { "2026-05-04T14:02+02:00 errors", "2026-05-04 14:02 +02:00", "errors" },
  { "2026-05-04 1402 errors", "2026-05-04 14:02", "errors" },
  { "2026/05/04 14:02 | errors", "2026-05-04 14:02", "errors" },
  { "05/14/2026 2:02 pm errors", "2026-05-14 14:02", "errors" },
  { "14/05/2026 14:02 errors", "2026-05-14 14:02", "errors" },
  { "05/04/2026 14:02 errors", "2026-05-04 14:02 !", "errors" },
  { "4.5.2026 14:02 errors", "2026-05-04 14:02", "errors" },
  { "May 4, 2026 2:02 pm - errors", "2026-05-04 14:02", "errors" },
  { "May 4th 14:02 errors", "05-04 14:02", "errors" },
  { "4 May 2026, 14:02 CEST: errors", "2026-05-04 14:02 +02:00", "errors" },
  { "4. Mai 2026 14:02 Uhr errors", "2026-05-04 14:02", "errors" },
  { "Monday, May 4th, 2026 at 14:02 (UTC): errors", "2026-05-04 14:02 UTC", "errors" },
  { "12:45 PM PST Saturday Oct 30th: errors", "10-30 12:45 -08:00", "errors" },
  { "7:09 AM Eastern: errors", "07:09 America/New_York", "errors" },
  { "14:02 UTC+2 errors", "14:02 +02:00", "errors" },
  { "14:02 - 14:10 errors", "14:02 to 14:10", "errors" },
  { "14:02–14:10: errors", "14:02 to 14:10", "errors" },
  { "14:02 to 14:10 errors", "14:02 to 14:10", "errors" },
  { "Between 2026-05-04 to 2026-05-06", "2026-05-04 to 2026-05-06", "" },
  { "2026年5月4日 22:50頃 エラー", "2026-05-04 22:50", "エラー" },
  { "20260-05-04 14:02 errors", "2026-05-04 14:02 !", "errors" },
  { "2026-MM-DD[^1]: errors", " ?", "errors" },
  { "[???] errors", " ?", "errors" },
  { "**[Outage start]** On 2026-05-04, errors", "2026-05-04", "errors" },
  { "errors at 14:02", NULL, NULL },
  { "500 errors", NULL, NULL },
  { "5 of 7 nodes", NULL, NULL },
  { "3 pods restarted", NULL, NULL },
  { "1.25.4 was rolled out", NULL, NULL },
  { "10.0.0.1 did not answer", NULL, NULL },
  { "99.95 % of requests", NULL, NULL },
  { "March of the pods", NULL, NULL },
  { "The team met", NULL, NULL },
  { "", NULL, NULL },
};

static void
test_read (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AftStamp         stamp;
      g_autofree char *told = NULL;
      gboolean is_read = aft_stamp_read (cases[i].text, strlen (cases[i].text), FALSE, &stamp);

      g_test_message ("%s", cases[i].text);
      if (cases[i].stamp == NULL)
        {
          g_assert_false (is_read);
          continue;
        }
      g_assert_true (is_read);
      told = describe (&stamp);
      g_assert_cmpstr (told, ==, cases[i].stamp);
      g_assert_cmpstr (cases[i].text + stamp.next, ==, cases[i].rest);
    }
}

static void
test_compact (void)
{
  AftStamp stamp;

  g_assert_true (aft_stamp_read ("1402", 4, TRUE, &stamp));
  g_assert_cmpint (stamp.from.hour, ==, 14);
  g_assert_cmpint (stamp.from.minute, ==, 2);
  g_assert_false (aft_stamp_read ("1402", 4, FALSE, &stamp));
  g_assert_false (aft_stamp_read ("2561", 4, TRUE, &stamp));
}

static void
test_end (void)
{
  const char *text = "Fault occurs 2026-05-04 07:32";
  AftStamp    stamp;

  g_assert_true (aft_stamp_read_end (text, strlen (text), &stamp));
  g_assert_cmpuint (stamp.start, ==, strlen ("Fault occurs "));
  g_assert_cmpint (stamp.from.hour, ==, 7);
  g_assert_false (aft_stamp_read_end ("Fault occurs 2026-05-04 07:32 again", 35, &stamp));
}

static void
test_zone (void)
{
  static const struct
  {
    const char *text, *zone;
  } zones[] = {
    { "All times in PST.", "-08:00" },       { "Timeline (UTC)", "UTC" },
    { "Timeline (times in BST)", "+01:00" }, { "Eastern Time throughout", "America/New_York" },
    { "Nothing is said here", "" },          { "The BEST of all", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (zones); i++)
    {
      char zone[48] = "";

      g_test_message ("%s", zones[i].text);
      aft_stamp_find_zone (zones[i].text, strlen (zones[i].text), zone);
      g_assert_cmpstr (zone, ==, zones[i].zone);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/format/import-stamp/is read as people write it", test_read);
  g_test_add_func ("/format/import-stamp/four digits are a time where asked", test_compact);
  g_test_add_func ("/format/import-stamp/may stand at the end", test_end);
  g_test_add_func ("/format/import-stamp/a zone is found in a sentence", test_zone);
  return g_test_run ();
}
