/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "format/import/build.h"
#include "format/import/data.h"
#include "model/schema.h"

/* Columns stand at least this far apart. */
#define GAP "  "

/* The cell that begins at p, which moves to the next one. Transfer full. */
static char *
read_cell (const char **p, const char *end)
{
  const char *close = g_strstr_len (*p, end - *p, GAP);
  char       *cell = g_strndup (*p, (close != NULL ? close : end) - *p);

  *p = close != NULL ? close : end;
  while (*p < end && **p == ' ')
    (*p)++;
  return cell;
}

/* "5m12s  Warning  BackOff  pod/web-1  Back-off restarting": how long ago it was is all that is
 * known of the time. */
static AftRecord *
add_line (AftTimelineReader *timeline, const char *p, const char *end, gboolean has_namespace)
{
  g_autofree char *space = has_namespace ? read_cell (&p, end) : NULL;
  g_autofree char *age = read_cell (&p, end);
  g_autofree char *type = read_cell (&p, end);
  g_autofree char *reason = read_cell (&p, end);
  g_autofree char *object = read_cell (&p, end);
  g_autofree char *text = NULL;
  AftRecord       *event;

  if (p == end)
    return NULL;
  text = g_strdup_printf ("%s: %.*s", reason, (int) (end - p), p);
  event = aft_build_append (timeline->events);
  aft_build_add_prose (event, AFT_EVENT_TEXT, text);
  aft_build_set_line (event, AFT_EVENT_WRITTEN, age);
  aft_build_set_line (event, AFT_EVENT_SOURCE, object);
  return event;
}

gboolean
aft_import_kubectl (AftTimelineReader *timeline, const char *text)
{
  gboolean has_namespace = g_str_has_prefix (text, "NAMESPACE ");
  gsize    head = strcspn (text, "\n");

  if (!has_namespace && !g_str_has_prefix (text, "LAST SEEN "))
    return FALSE;
  if (g_strstr_len (text, head, "LAST SEEN") == NULL ||
      g_strstr_len (text, head, "MESSAGE") == NULL)
    return FALSE;
  aft_provenance_mark (timeline->provenance, text, text + head, AFT_USE_HEADING, NULL, 0);
  for (text += head; *text != '\0';)
    {
      gsize      length;
      AftRecord *event;

      text += *text == '\n';
      length = strcspn (text, "\n");
      event = add_line (timeline, text, text + length, has_namespace);
      if (event != NULL)
        aft_provenance_mark (
            timeline->provenance, text, text + length, AFT_USE_EVENT, event, AFT_EVENT_TEXT);
      text += length;
    }
  return aft_record_list_get_length (timeline->events) > 0;
}
