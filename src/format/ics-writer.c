/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "format/ics-writer.h"

#include <string.h>

#include "base/zone.h"
#include "model/events.h"

#define MAX_LINE_BYTES 75 /* RFC 5545, 3.1 */

static void
append_line (GString *out, const char *line)
{
  gsize n_bytes = 0;

  for (const char *p = line; *p != '\0'; p = g_utf8_next_char (p))
    {
      gsize length = g_utf8_next_char (p) - p;

      if (n_bytes + length > MAX_LINE_BYTES)
        {
          g_string_append (out, "\r\n ");
          n_bytes = 1;
        }
      g_string_append_len (out, p, length);
      n_bytes += length;
    }
  g_string_append (out, "\r\n");
}

static void
append_text (GString *out, const char *name, const char *text)
{
  g_autoptr (GString) line = g_string_new (name);

  if (*text == '\0')
    return;
  g_string_append_c (line, ':');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '\n' || (*p == '\r' && p[1] != '\n'))
        g_string_append (line, "\\n");
      else if (*p != '\t' && g_ascii_iscntrl (*p))
        continue;
      else if (strchr (";,\\", *p) != NULL)
        g_string_append_printf (line, "\\%c", *p);
      else
        g_string_append_c (line, *p);
    }
  append_line (out, line->str);
}

static void
append_instant (GString *out, const char *name, AftInstant instant)
{
  AftWall          wall;
  g_autofree char *line = NULL;

  aft_zone_to_wall (aft_zone_utc (), instant, &wall);
  line = g_strdup_printf ("%s:%04d%02d%02dT%02d%02d%02dZ",
                          name,
                          wall.year,
                          wall.month,
                          wall.day,
                          wall.hour,
                          wall.minute,
                          wall.second);
  append_line (out, line);
}

static void
append_stamp (GString *out, AftRecord *root, const char *uid)
{
  append_text (out, "UID", uid);
  append_instant (out, "DTSTAMP", aft_record_get_integer (root, AFT_DOC_MODIFIED, 0));
}

static void
append_incident (GString *out, AftRecord *root)
{
  AftInstant first, last;

  if (!aft_events_span (aft_record_get_list (root, AFT_DOC_EVENTS), &first, &last))
    return;
  append_line (out, "BEGIN:VEVENT");
  append_stamp (out, root, aft_record_get_text (root, AFT_DOC_ID));
  append_instant (out, "DTSTART", first);
  append_instant (out, "DTEND", MAX (last, first + AFT_MINUTE));
  append_text (out, "SUMMARY", aft_record_get_text (root, AFT_DOC_TITLE));
  append_text (out, "DESCRIPTION", aft_record_get_text (root, AFT_DOC_SUMMARY_OVERVIEW));
  append_line (out, "END:VEVENT");
}

static void
append_due (GString *out, const char *due)
{
  g_auto (GStrv) parts = g_strsplit (due, "-", 3);
  g_autofree char *line = NULL;

  if (*due == '\0')
    return;
  line = g_strdup_printf ("DUE;VALUE=DATE:%s%s%s", parts[0], parts[1], parts[2]);
  append_line (out, line);
}

static void
append_action (GString *out, AftRecord *root, AftRecord *action)
{
  guint status = aft_record_get_choice (action, AFT_ACTION_STATUS);

  if (status == AFT_ACTION_STATUS_DONE || status == AFT_ACTION_STATUS_WONT_DO)
    return;
  append_line (out, "BEGIN:VTODO");
  append_stamp (out, root, aft_record_get_text (action, AFT_ACTION_ID));
  append_due (out, aft_record_get_text (action, AFT_ACTION_DUE));
  append_text (out, "SUMMARY", aft_record_get_text (action, AFT_ACTION_TITLE));
  append_text (out, "DESCRIPTION", aft_record_get_text (action, AFT_ACTION_DONE_WHEN));
  append_text (out, "CONTACT", aft_record_get_text (action, AFT_ACTION_OWNER));
  append_line (
      out, status == AFT_ACTION_STATUS_IN_PROGRESS ? "STATUS:IN-PROCESS" : "STATUS:NEEDS-ACTION");
  append_line (out, "END:VTODO");
}

char *
aft_ics_write (AftRecord *root)
{
  GString       *out = g_string_new (NULL);
  AftRecordList *actions = aft_record_get_list (root, AFT_DOC_ACTIONS);

  append_line (out, "BEGIN:VCALENDAR");
  append_line (out, "VERSION:2.0");
  append_line (out, "PRODID:-//Afterword//Afterword//EN");
  append_incident (out, root);
  for (guint i = 0; i < aft_record_list_get_length (actions); i++)
    append_action (out, root, aft_record_list_get (actions, i));
  append_line (out, "END:VCALENDAR");
  return g_string_free (out, FALSE);
}
