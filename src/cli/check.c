/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/text.h"
#include "base/zone.h"
#include "cli/document.h"
#include "cli/json.h"
#include "cli/message.h"
#include "cli/verbs.h"
#include "coach/preflight.h"
#include "coach/readiness.h"
#include "model/record-list.h"
#include "model/schema.h"

/* Keys and passwords are long. */
#define MAX_FOUND_CHARS 80

/* One line of the report, or one object. */
typedef struct
{
  const char *file, *rule, *message;
  const char *section; /* key */
  char       *field;   /* its path below the section */
  guint       line, column;
} Line;

typedef struct
{
  GString    *text;
  AftCliJson *json; /* NULL: lines of text */
  gboolean    has_findings;
} Report;

/* ---- places ---- */

/* "timeline.events[3].text", counted from 1. */
static char *
describe_path (AftRecord *record, guint field)
{
  AftRecordList   *owner = aft_record_get_owner (record);
  const char      *key = aft_record_get_field (record, field)->key;
  g_autofree char *parent = NULL;

  if (owner == NULL)
    return g_strdup (key);
  parent = describe_path (aft_record_list_get_parent (owner), aft_record_list_get_field (owner));
  return g_strdup_printf ("%s[%u].%s", parent, aft_record_list_find (owner, record) + 1, key);
}

/* "analysis/trigger"; what stands at the top of a file is of the section that shows it. */
static char *
describe_field (const char *section, AftRecord *record, guint field)
{
  g_autofree char *path = describe_path (record, field);
  gsize            length = strlen (section);

  if (g_str_has_prefix (path, section) && path[length] == '.')
    return g_strdup (path + length + 1);
  return g_steal_pointer (&path);
}

/* ---- lines ---- */

static void
add_text (GString *text, const Line *line)
{
  g_autofree char *file = aft_cli_plain (line->file);
  g_autofree char *message = aft_cli_plain (line->message);

  g_string_append_printf (text,
                          "%s:%s/%s:%u:%u: %s: %s\n",
                          file,
                          line->section,
                          line->field,
                          line->line,
                          line->column,
                          line->rule,
                          message);
}

static void
add_json (AftCliJson *json, const Line *line)
{
  aft_cli_json_begin_object (json, NULL);
  aft_cli_json_add_text (json, "file", line->file);
  aft_cli_json_add_text (json, "section", line->section);
  aft_cli_json_add_text (json, "field", line->field);
  aft_cli_json_add_integer (json, "line", line->line);
  aft_cli_json_add_integer (json, "column", line->column);
  aft_cli_json_add_text (json, "rule", line->rule);
  aft_cli_json_add_text (json, "message", line->message);
  aft_cli_json_end_object (json);
}

static void
add_line (Report *self, const Line *line)
{
  self->has_findings = TRUE;
  if (self->json != NULL)
    add_json (self->json, line);
  else
    add_text (self->text, line);
}

/* ---- reviews ---- */

static void
add_hints (Report *self, const char *file, AftRecord *root)
{
  const AftZone   *zone = aft_zone_get_or_utc (aft_record_get_text (root, AFT_DOC_TIME_ZONE));
  g_autofree char *today = aft_zone_format_date (zone, aft_instant_now ());
  g_autoptr (GPtrArray) hints = aft_readiness_review (root, today);

  for (guint i = 0; i < hints->len; i++)
    {
      const AftHint   *hint = g_ptr_array_index (hints, i);
      const char      *section = aft_section_get (hint->section)->key;
      g_autofree char *field = describe_field (section, hint->record, hint->field);
      const Line       line = { file, hint->rule, hint->message, section, field, 1, 1 };

      add_line (self, &line);
    }
}

static void
add_findings (Report *self, const char *file, AftRecord *root)
{
  g_autoptr (GPtrArray) findings = aft_preflight_review (root);

  for (guint i = 0; i < findings->len; i++)
    {
      const AftFinding *finding = g_ptr_array_index (findings, i);
      const char       *section = aft_section_get (finding->section)->key;
      g_autofree char  *field = describe_field (section, finding->record, finding->field);
      g_autofree char  *found = aft_text_ellipsize (finding->text, MAX_FOUND_CHARS);
      g_autofree char  *message =
          /* Translators: what kind of thing was found, and the thing itself */
          g_strdup_printf (_ ("%s: “%s”"), aft_exposure_get_label (finding->kind), found);
      const Line line = { file,           aft_exposure_get_rule (finding->kind),
                          message,        section,
                          field,          finding->line,
                          finding->column };

      add_line (self, &line);
    }
}

static void
review (Report *self, const AftCliCall *call, GPtrArray *roots)
{
  gboolean is_public = g_strcmp0 (aft_cli_call_get (call, "audience"), "public") == 0;

  for (guint i = 0; i < roots->len; i++)
    {
      const char *file = g_ptr_array_index (call->arguments, i);

      add_hints (self, file, g_ptr_array_index (roots, i));
      if (is_public)
        add_findings (self, file, g_ptr_array_index (roots, i));
    }
}

gboolean
aft_cli_check (const AftCliCall *call, GError **error)
{
  g_autoptr (GPtrArray) roots = aft_cli_load_all (call->arguments, error);
  g_autoptr (GString) text = g_string_new (NULL);
  g_auto (AftCliJson) json;
  Report report = { text, aft_cli_call_has (call, "json") ? &json : NULL, FALSE };

  aft_cli_json_init (&json);
  if (roots == NULL)
    return FALSE;
  aft_cli_json_begin_array (&json, NULL);
  review (&report, call, roots);
  aft_cli_json_end_array (&json);
  *call->has_findings = report.has_findings;
  return aft_cli_print (report.json != NULL ? aft_cli_json_finish (&json) : text->str, error);
}
