/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "format/import/import.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/caps.h"
#include "base/text.h"
#include "format/import/build.h"
#include "format/import/markdown.h"
#include "format/markdown-reader.h"

void
aft_import_free (AftImport *self)
{
  g_clear_object (&self->root);
  g_clear_pointer (&self->notes, g_ptr_array_unref);
  g_clear_pointer (&self->provenance, aft_provenance_free);
  g_free (self->text);
  g_free (self);
}

/* A few bytes that are no text happen; many mean that it is none. */
static gboolean
is_binary (gsize length, guint n_replaced)
{
  return n_replaced > 16 && n_replaced > length / 50;
}

static void
keep_source (AftRecord *root, const char *name, const char *text)
{
  AftRecord       *source = aft_build_append (aft_record_get_list (root, AFT_DOC_SOURCES));
  g_autofree char *base = g_path_get_basename (name);
  g_auto (AftValue) value = AFT_VALUE_INIT;

  aft_build_set_line (source, AFT_SOURCE_NAME, base);
  aft_value_set_text (&value, text);
  aft_record_init_value (source, AFT_SOURCE_TEXT, &value);
}

/* What we wrote comes back as it was; its text is no source of anything. */
static gboolean
read_ours (AftImport *self, const char *text, GError **error)
{
  g_autoptr (AftPostmortem) postmortem = aft_markdown_read (text, strlen (text), error);

  if (postmortem == NULL)
    return FALSE;
  self->root = aft_record_copy (aft_postmortem_get_root (postmortem));
  return TRUE;
}

static void
read_other (AftImport *self, const char *name, const char *text, const AftImportOptions *options)
{
  g_autofree char *id = g_uuid_string_random ();

  self->root = aft_record_new (&aft_doc_schema);
  aft_build_set_integer (self->root, AFT_DOC_FORMAT, 1);
  aft_build_set_line (self->root, AFT_DOC_ID, id);
  aft_import_markdown (self, name, text, options);
  keep_source (self->root, name, text);
}

AftImport *
aft_import (const char             *name,
            const char             *bytes,
            gsize                   length,
            const AftImportOptions *options,
            GError                **error)
{
  g_autoptr (AftImport) self = NULL;
  g_autofree char *text = NULL;
  guint            n_replaced;

  if (length > AFT_CAP_FILE_BYTES)
    {
      g_set_error_literal (error,
                           AFT_FORMAT_ERROR,
                           AFT_FORMAT_ERROR_LIMIT,
                           "larger than 50 MB: import a part of it");
      return NULL;
    }
  text = aft_text_clean (bytes, length, &n_replaced);
  if (is_binary (length, n_replaced))
    {
      g_set_error_literal (error,
                           AFT_FORMAT_ERROR,
                           AFT_FORMAT_ERROR_SYNTAX,
                           "this is no text: save it as text or Markdown, then import that");
      return NULL;
    }
  self = g_new0 (AftImport, 1);
  self->notes = g_ptr_array_new_with_free_func (g_free);
  self->text = g_steal_pointer (&text);
  self->provenance = aft_provenance_new (self->text);
  self->facts.n_replaced = n_replaced;
  if (n_replaced > 0)
    g_ptr_array_add (self->notes,
                     g_strdup_printf (ngettext ("%u byte was no text and is shown as �.",
                                                "%u bytes were no text and are shown as �.",
                                                n_replaced),
                                      n_replaced));
  if (!aft_markdown_is_ours (self->text, strlen (self->text)))
    read_other (self, name, self->text, options);
  else if (!read_ours (self, self->text, error))
    return NULL;
  return g_steal_pointer (&self);
}
