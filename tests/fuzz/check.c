/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz/check.h"

#include <string.h>

#include "format/import/plan.h"
#include "format/json-reader.h"
#include "format/json-writer.h"
#include "format/markdown-reader.h"
#include "format/markdown-writer.h"

static void
check_spans (AftImport *import)
{
  GArray *spans = aft_provenance_get_spans (import->provenance);
  gsize   at = 0;

  for (guint i = 0; i < spans->len; i++)
    {
      const AftSpan *span = &g_array_index (spans, AftSpan, i);

      g_assert (span->start >= at && span->end > span->start);
      for (; at < span->start; at++)
        g_assert (g_ascii_isspace (import->text[at]));
      at = span->end;
    }
  for (; import->text[at] != '\0'; at++)
    g_assert (g_ascii_isspace (import->text[at]));
}

static void
check_json (AftRecord *root)
{
  gsize            length, again_length;
  g_autofree char *json = aft_json_write (root, &length);
  g_autofree char *again = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (AftRecord) read = aft_json_read (json, length, &error);

  g_assert_no_error (error);
  again = aft_json_write (read, &again_length);
  g_assert_cmpstr (json, ==, again);
}

/* What came in goes out and comes back. */
static void
check_markdown (AftRecord *root)
{
  g_autofree char *text = aft_markdown_write (root);
  g_autofree char *json = aft_json_write (root, NULL);
  g_autofree char *again = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (AftPostmortem) read = aft_markdown_read (text, strlen (text), &error);

  g_assert_no_error (error);
  again = aft_json_write (aft_postmortem_get_root (read), NULL);
  g_assert_cmpstr (json, ==, again);
}

static void
check_plan (const char *name, GBytes *bytes, const AftImportOptions *options)
{
  g_autoptr (AftPlan) plan = aft_plan_new (NULL);
  g_autoptr (AftRecord) root = NULL;

  g_assert (aft_plan_read (plan, name, bytes, options, NULL));
  aft_plan_settle (plan);
  root = aft_plan_build (plan);
  check_json (root);
}

void
aft_fuzz_import (const char *name, const uint8_t *data, size_t size)
{
  const AftImportOptions options = { .time_zone = "Europe/Zurich" };
  g_autoptr (AftImport) import = aft_import (name, (const char *) data, size, &options, NULL);
  g_autoptr (GBytes) bytes = NULL;

  if (import == NULL)
    return;
  check_json (import->root);
  check_markdown (import->root);
  if (aft_markdown_is_ours (import->text, strlen (import->text)))
    return;
  check_spans (import);
  bytes = g_bytes_new_static (data, size);
  check_plan (name, bytes, &options);
}
