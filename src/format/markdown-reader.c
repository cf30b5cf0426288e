/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "format/markdown-reader.h"

#include <string.h>

#include "base/caps.h"
#include "base/quantity.h"
#include "base/text.h"
#include "format/json-reader.h"
#include "format/json-writer.h"
#include "format/markdown-body-reader.h"
#include "format/markdown-front-matter.h"
#include "format/markdown-front-reader.h"
#include "format/markdown-trailer.h"
#include "model/metrics.h"

#define MAX_FRONT_MATTER_BYTES (1024 * 1024)

gboolean
aft_markdown_is_ours (const char *text, gsize length)
{
  g_autofree char *head = NULL;

  if (g_strstr_len (text, MIN (length, MAX_FRONT_MATTER_BYTES), "afterword") == NULL)
    return FALSE;
  head = aft_text_clean (text, MIN (length, MAX_FRONT_MATTER_BYTES), NULL);
  return aft_markdown_front_version (head, NULL) == AFT_MARKDOWN_VERSION;
}

static void
read_shown (AftMarkdownReading *reading, const char *text)
{
  const char *body = text;

  if (aft_markdown_front_version (text, &body) > 0)
    aft_markdown_read_front_matter (reading, text);
  aft_markdown_read_body (reading, body);
}

/* Cleaned as a file is cleaned when it is read, so that both see the same. */
AftMarkdownReading *
aft_markdown_read_shown_text (const char *text)
{
  AftMarkdownReading *reading = aft_markdown_reading_new ();
  g_autofree char    *clean = aft_text_clean (text, -1, NULL);

  read_shown (reading, clean);
  return reading;
}

/* The figures show a computed duration; one that was put in its place is a stated one. */
static void
read_duration (AftMarkdownReading *reading)
{
  gint64           seconds;
  gboolean         is_stated = FALSE;
  gboolean         is_known = aft_impact_duration (reading->root, &seconds, &is_stated);
  g_autofree char *computed = is_known ? aft_duration_format (seconds) : NULL;

  if (reading->duration == NULL || is_stated || g_strcmp0 (reading->duration, computed) == 0)
    return;
  if (!aft_markdown_read_shown (reading->root, AFT_DOC_DURATION_SECONDS, reading->duration))
    aft_markdown_reading_add_labelled (
        reading, AFT_SECTION_IMPACT, aft_metric_get_label (AFT_METRIC_DURATION), reading->duration);
}

/* A comment that somebody damaged is kept for its words. */
static void
apply_trailer (AftMarkdownReading *reading, const char *json)
{
  g_autofree char *code = NULL;

  if (json == NULL || aft_markdown_apply_trailer (reading, json))
    return;
  code = g_strdup_printf ("~~~~~~~~~~\n%s\n~~~~~~~~~~", json);
  aft_markdown_reading_add_stray (reading, AFT_SECTION_DETAILS, code);
}

/* The file is the measure of what a document may hold. */
static AftRecord *
check (AftRecord *root, GError **error)
{
  gsize            length;
  g_autofree char *json = aft_json_write (root, &length);

  return aft_json_read (json, length, error);
}

AftPostmortem *
aft_markdown_read (const char *text, gsize length, GError **error)
{
  g_autoptr (AftMarkdownReading) reading = NULL;
  g_autoptr (AftRecord) root = NULL;
  g_autoptr (GString) shown = NULL;
  g_autofree char *clean = NULL;
  g_autofree char *json = NULL;

  if (length > AFT_CAP_FILE_BYTES)
    {
      g_set_error_literal (
          error, AFT_FORMAT_ERROR, AFT_FORMAT_ERROR_LIMIT, "1:1: larger than 50 MB");
      return NULL;
    }
  if (!aft_markdown_is_ours (text, length))
    {
      g_set_error_literal (
          error,
          AFT_FORMAT_ERROR,
          AFT_FORMAT_ERROR_SYNTAX,
          "1:1: not Markdown as Afterword writes it: no “afterword: 1” at its top");
      return NULL;
    }
  clean = aft_text_clean (text, length, NULL);
  reading = aft_markdown_reading_new ();
  shown = g_string_new (clean);
  json = aft_markdown_take_trailer (shown);
  read_shown (reading, shown->str);
  apply_trailer (reading, json);
  read_duration (reading);
  aft_markdown_reading_place_strays (reading);
  root = check (reading->root, error);
  return root != NULL ? aft_postmortem_new_for_root (root) : NULL;
}
