/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/file.h"
#include "cli/document.h"
#include "cli/target.h"
#include "cli/verbs.h"
#include "format/csv-writer.h"
#include "format/ics-writer.h"
#include "format/json-writer.h"
#include "format/markdown-writer.h"
#include "model/audience.h"
#include "paint/pdf.h"

#define MAX_COPY 9999

typedef char *(*Writer) (AftRecord *root);

static char *
write_json (AftRecord *root)
{
  return aft_json_write (root, NULL);
}

typedef struct
{
  const char *word;
  const char *suffix;
  const char *alias;   /* another suffix that means the same; may be NULL */
  Writer      writer;  /* NULL: pages */
  Writer      publish; /* for the public, where that is not the same */
} Format;

static const Format formats[] = {
  { "pdf", ".pdf", NULL, NULL, NULL },
  { "markdown", ".md", ".markdown", aft_markdown_write, aft_markdown_write_public },
  { "json", ".json", ".postmortem", write_json, NULL },
  { "csv", ".csv", NULL, aft_csv_write, NULL },
  { "ics", ".ics", NULL, aft_ics_write, NULL },
};

static const Format *
find_by_word (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_str_equal (formats[i].word, word))
      return &formats[i];
  g_return_val_if_reached (NULL);
}

static const Format *
find_by_name (const char *path, GError **error)
{
  g_autofree char *folded = g_ascii_strdown (path, -1);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_str_has_suffix (folded, formats[i].suffix) ||
        (formats[i].alias != NULL && g_str_has_suffix (folded, formats[i].alias)))
      return &formats[i];
  g_set_error (error,
               AFT_CLI_ERROR,
               AFT_CLI_ERROR_USAGE,
               _ ("%s: its ending says no format: name one with --to"),
               path);
  return NULL;
}

static const Format *
choose_format (const AftCliCall *call, GError **error)
{
  const char *output = aft_cli_call_get (call, "output");

  if (aft_cli_call_has (call, "to"))
    return find_by_word (aft_cli_call_get (call, "to"));
  return aft_cli_is_file_name (output) ? find_by_name (output, error) : &formats[0];
}

/* What only a PDF has would be ignored without a word otherwise. */
static gboolean
check_page_options (const AftCliCall *call, const Format *format, GError **error)
{
  static const char *const names[] = { "paper", "layout", "copy" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (format->writer != NULL && aft_cli_call_has (call, names[i]))
      {
        g_set_error (error,
                     AFT_CLI_ERROR,
                     AFT_CLI_ERROR_USAGE,
                     _ ("export: --%s is for pdf, not for %s"),
                     names[i],
                     format->word);
        return FALSE;
      }
  return TRUE;
}

static gboolean
is_given_as (const AftCliCall *call, const char *option, const char *word)
{
  return g_strcmp0 (aft_cli_call_get (call, option), word) == 0;
}

static gboolean
read_copy (const AftCliCall *call, guint *copy, GError **error)
{
  const char *text = aft_cli_call_get (call, "copy");
  guint64     number = 1;

  if (text != NULL && !g_ascii_string_to_unsigned (text, 10, 1, MAX_COPY, &number, NULL))
    {
      g_set_error (error,
                   AFT_CLI_ERROR,
                   AFT_CLI_ERROR_USAGE,
                   _ ("export: --copy is a number from 1 to %d, not “%s”"),
                   MAX_COPY,
                   text);
      return FALSE;
    }
  *copy = (guint) number;
  return TRUE;
}

static GBytes *
render_pages (const AftCliCall *call, AftRecord *root, GError **error)
{
  AftTypesetOptions options = {
    .paper = is_given_as (call, "paper", "letter") ? AFT_PAPER_LETTER : AFT_PAPER_A4,
    .layout = is_given_as (call, "layout", "review") ? AFT_LAYOUT_REVIEW : AFT_LAYOUT_REPORT,
  };

  if (!read_copy (call, &options.copy, error))
    return NULL;
  return aft_pdf_export (root, &options, error);
}

/* Takes the document: of a long one there is no second in memory. */
static GBytes *
render (const AftCliCall *call, AftRecord *root, const Format *format, GError **error)
{
  AftAudience audience =
      is_given_as (call, "audience", "public") ? AFT_AUDIENCE_PUBLIC : AFT_AUDIENCE_INTERNAL;
  g_autoptr (AftRecord) shown =
      aft_audience_copy (root, audience, aft_cli_call_has (call, "include"));
  gboolean is_published = audience == AFT_AUDIENCE_PUBLIC && format->publish != NULL;
  char    *text;

  g_object_unref (root);
  if (format->writer == NULL)
    return render_pages (call, shown, error);
  text = is_published ? format->publish (shown) : format->writer (shown);
  return g_bytes_new_take (text, strlen (text));
}

/* (element-type filename): one for each argument, none twice. */
static GPtrArray *
choose_targets (const AftCliCall *call, const Format *format, GError **error)
{
  const char *output = aft_cli_call_get (call, "output");
  guint       n = call->arguments->len;
  g_autoptr (GPtrArray) targets = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < n; i++)
    {
      char *target = aft_cli_target (
          g_ptr_array_index (call->arguments, i), output, format->suffix, n > 1, error);

      if (target == NULL)
        return NULL;
      g_ptr_array_add (targets, target);
    }
  return aft_cli_check_targets (targets, error) ? g_steal_pointer (&targets) : NULL;
}

static GPtrArray *
render_all (const AftCliCall *call, const Format *format, GError **error)
{
  g_autoptr (GPtrArray) roots = aft_cli_load_all (call->arguments, error);
  g_autoptr (GPtrArray) rendered = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  while (roots != NULL && roots->len > 0)
    {
      GBytes *bytes = render (call, g_ptr_array_steal_index (roots, 0), format, error);

      if (bytes == NULL)
        return NULL;
      g_ptr_array_add (rendered, bytes);
    }
  return roots != NULL ? g_steal_pointer (&rendered) : NULL;
}

/* Nothing is written before everything could be read and made. */
gboolean
aft_cli_export (const AftCliCall *call, GError **error)
{
  const Format *format = choose_format (call, error);
  g_autoptr (GPtrArray) targets = NULL;
  g_autoptr (GPtrArray) rendered = NULL;

  if (format == NULL || !check_page_options (call, format, error))
    return FALSE;
  targets = choose_targets (call, format, error);
  if (targets == NULL)
    return FALSE;
  rendered = render_all (call, format, error);
  if (rendered == NULL)
    return FALSE;
  for (guint i = 0; i < rendered->len; i++)
    {
      gsize       length;
      const char *data = g_bytes_get_data (g_ptr_array_index (rendered, i), &length);

      if (!aft_file_write (g_ptr_array_index (targets, i), data, length, error))
        return FALSE;
    }
  return TRUE;
}
