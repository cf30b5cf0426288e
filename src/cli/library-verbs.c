/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/quantity.h"
#include "base/zone.h"
#include "cli/json.h"
#include "cli/message.h"
#include "cli/verbs.h"
#include "model/schema.h"
#include "store/library.h"

/* More than anybody reads; the library may hold thousands. */
#define MAX_RESULTS 1000

/* NULL without an error where there is no library yet: asking must not make one. */
static AftLibrary *
open_library (GError **error)
{
  g_autofree char *path = aft_library_default_path ();
  AftLibrary      *library;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return NULL;
  library = aft_library_open_read_only (path, error);
  if (library == NULL)
    {
      g_autofree char *prefix = g_strconcat (path, ": ", NULL);

      if (error != NULL && !g_str_has_prefix ((*error)->message, path))
        g_prefix_error_literal (error, prefix);
      return NULL;
    }
  /* that it can only be read, as while the window has it, matters to nobody here */
  if (aft_library_get_notice (library) != NULL && !aft_library_get_read_only (library))
    aft_cli_complain (aft_library_get_notice (library));
  return library;
}

/* The documents that match, or all where query is NULL; (element-type AftEntry). */
static GPtrArray *
fetch (const char *query, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (AftLibrary) library = open_library (&local);
  GPtrArray *entries;

  if (library == NULL)
    {
      if (local == NULL)
        return g_ptr_array_new ();
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  entries = query != NULL ? aft_library_search (library, query, MAX_RESULTS, error)
                          : aft_library_list (library, FALSE, error);
  aft_library_close (library);
  return entries;
}

static const char *
choice_word (guint field, guint choice)
{
  return choice != AFT_CHOICE_NONE ? aft_doc_schema.fields[field].choices[choice].word : "";
}

static const char *
choice_label (guint field, guint choice)
{
  return choice != AFT_CHOICE_NONE
             ? aft_field_get_choice_label (&aft_doc_schema.fields[field], choice)
             : "";
}

static char *
format_duration (AftEntry *entry)
{
  if (aft_entry_get_ongoing (entry))
    return g_strdup (_ ("ongoing"));
  if (aft_entry_get_duration (entry) < 0)
    return g_strdup ("–");
  return aft_duration_format (aft_entry_get_duration (entry));
}

static char *
format_date (AftEntry *entry)
{
  AftInstant start = aft_entry_get_start (entry);

  if (start == AFT_INSTANT_NONE)
    return g_strdup ("–");
  return aft_zone_format_date (aft_zone_get_or_utc (aft_entry_get_time_zone (entry)), start);
}

static void
append_entry (GString *text, AftEntry *entry)
{
  g_autofree char *date = format_date (entry);
  g_autofree char *duration = format_duration (entry);
  g_autofree char *title = aft_cli_plain (aft_entry_get_title (entry));
  g_autofree char *snippet = aft_cli_plain (aft_entry_get_snippet (entry));

  aft_cli_append_padded (text, date, 12);
  aft_cli_append_padded (text, choice_word (AFT_DOC_SEVERITY, aft_entry_get_severity (entry)), 6);
  aft_cli_append_padded (text, choice_label (AFT_DOC_STATUS, aft_entry_get_status (entry)), 12);
  aft_cli_append_padded (text, duration, 14);
  g_string_append_printf (text, "%s\n", *title != '\0' ? title : _ ("Untitled"));
  if (*snippet != '\0')
    g_string_append_printf (text, "    %s\n", snippet);
}

static void
add_words (AftCliJson *json, const char *key, const char *const *words)
{
  if (words == NULL || *words == NULL)
    return;
  aft_cli_json_begin_array (json, key);
  for (guint i = 0; words[i] != NULL; i++)
    aft_cli_json_add_text (json, NULL, words[i]);
  aft_cli_json_end_array (json);
}

static void
add_instant (AftCliJson *json, const char *key, AftInstant instant)
{
  g_autofree char *text = instant != AFT_INSTANT_NONE ? aft_instant_format (instant) : NULL;

  if (text != NULL)
    aft_cli_json_add_text (json, key, text);
}

static void
add_entry (AftCliJson *json, AftEntry *entry)
{
  aft_cli_json_begin_object (json, NULL);
  aft_cli_json_add_text (json, "id", aft_entry_get_id (entry));
  aft_cli_json_add_text (json, "kind", choice_word (AFT_DOC_KIND, aft_entry_get_kind (entry)));
  aft_cli_json_add_text (json, "title", aft_entry_get_title (entry));
  aft_cli_json_add_text (
      json, "status", choice_word (AFT_DOC_STATUS, aft_entry_get_status (entry)));
  aft_cli_json_add_text (
      json, "severity", choice_word (AFT_DOC_SEVERITY, aft_entry_get_severity (entry)));
  aft_cli_json_add_text (json, "time_zone", aft_entry_get_time_zone (entry));
  add_instant (json, "start", aft_entry_get_start (entry));
  aft_cli_json_add_flag (json, "ongoing", aft_entry_get_ongoing (entry));
  if (aft_entry_get_duration (entry) >= 0)
    aft_cli_json_add_integer (json, "duration_seconds", aft_entry_get_duration (entry));
  add_words (json, "services", aft_entry_get_services (entry));
  add_words (json, "tags", aft_entry_get_tags (entry));
  aft_cli_json_add_integer (json, "open_actions", aft_entry_get_open_actions (entry));
  aft_cli_json_add_text (json, "next_due", aft_entry_get_next_due (entry));
  add_instant (json, "modified", aft_entry_get_modified (entry));
  aft_cli_json_add_text (json, "snippet", aft_entry_get_snippet (entry));
  aft_cli_json_end_object (json);
}

static gboolean
print_json (GPtrArray *entries, GError **error)
{
  g_auto (AftCliJson) json;

  aft_cli_json_init (&json);
  aft_cli_json_begin_array (&json, NULL);
  for (guint i = 0; i < entries->len; i++)
    add_entry (&json, g_ptr_array_index (entries, i));
  aft_cli_json_end_array (&json);
  return aft_cli_print (aft_cli_json_finish (&json), error);
}

static gboolean
print_text (GPtrArray *entries, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < entries->len; i++)
    append_entry (text, g_ptr_array_index (entries, i));
  return aft_cli_print (text->str, error);
}

static gboolean
print_entries (const AftCliCall *call, const char *query, GError **error)
{
  g_autoptr (GPtrArray) entries = fetch (query, error);

  if (entries == NULL)
    return FALSE;
  return aft_cli_call_has (call, "json") ? print_json (entries, error)
                                         : print_text (entries, error);
}

gboolean
aft_cli_list (const AftCliCall *call, GError **error)
{
  return print_entries (call, NULL, error);
}

/* Words given one by one are one query. */
gboolean
aft_cli_search (const AftCliCall *call, GError **error)
{
  g_autofree char *joined = g_strjoinv (" ", (char **) call->arguments->pdata);
  g_autofree char *query = aft_cli_plain (joined);

  return print_entries (call, query, error);
}
