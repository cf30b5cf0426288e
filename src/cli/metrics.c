/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/document.h"
#include "cli/message.h"
#include "cli/metrics-text.h"
#include "cli/verbs.h"
#include "model/schema.h"

static gboolean
print_text (GPtrArray *files, GPtrArray *roots, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < roots->len; i++)
    {
      AftRecord       *root = g_ptr_array_index (roots, i);
      g_autofree char *file = aft_cli_plain (g_ptr_array_index (files, i));
      g_autofree char *title = aft_cli_plain (aft_record_get_text (root, AFT_DOC_TITLE));

      g_string_append_printf (text, "%s%s: %s\n", i > 0 ? "\n" : "", file, title);
      aft_cli_metrics_append_text (text, root);
    }
  return aft_cli_print (text->str, error);
}

static gboolean
print_json (GPtrArray *files, GPtrArray *roots, GError **error)
{
  g_auto (AftCliJson) json;

  aft_cli_json_init (&json);
  aft_cli_json_begin_array (&json, NULL);
  for (guint i = 0; i < roots->len; i++)
    aft_cli_metrics_append_json (&json, g_ptr_array_index (files, i), g_ptr_array_index (roots, i));
  aft_cli_json_end_array (&json);
  return aft_cli_print (aft_cli_json_finish (&json), error);
}

gboolean
aft_cli_metrics (const AftCliCall *call, GError **error)
{
  g_autoptr (GPtrArray) roots = aft_cli_load_all (call->arguments, error);

  if (roots == NULL)
    return FALSE;
  if (aft_cli_call_has (call, "json"))
    return print_json (call->arguments, roots, error);
  return print_text (call->arguments, roots, error);
}
