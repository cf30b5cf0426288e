/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/documents.h"

#include "base/caps.h"
#include "base/error.h"
#include "format/import/import.h"
#include "format/json-reader.h"
#include "format/json-writer.h"
#include "ui/settings.h"

/* What says that a file is a postmortem stands at its beginning. */
#define FORMAT_WITHIN_BYTES 400

struct _AftDocuments
{
  GObject parent_instance;

  AftLibrary *library;
  GHashTable *open; /* id -> AftDocument, unowned: a weak reference takes it out */
};

G_DEFINE_FINAL_TYPE (AftDocuments, aft_documents, G_TYPE_OBJECT)

/* What adding a file carries from step to step. */
typedef struct
{
  AftRecord *root;
  GBytes    *json;
} Addition;

static void
addition_free (Addition *self)
{
  g_clear_object (&self->root);
  g_clear_pointer (&self->json, g_bytes_unref);
  g_free (self);
}

static gboolean
forget_document (gpointer id, gpointer document, gpointer gone)
{
  return document == gone;
}

static void
document_gone_cb (gpointer data, GObject *gone)
{
  AftDocuments *self = AFT_DOCUMENTS (data);

  g_hash_table_foreach_remove (self->open, forget_document, gone);
}

static AftDocument *
keep_document (AftDocuments *self, AftPostmortem *postmortem)
{
  AftDocument *document = aft_document_new (self->library, postmortem);

  g_hash_table_insert (self->open, g_strdup (aft_document_get_id (document)), document);
  g_object_weak_ref (G_OBJECT (document), document_gone_cb, self);
  return document;
}

/* A file of a later format can be read but not written without loss. */
static AftDocument *
document_for_root (AftDocuments *self, AftRecord *root)
{
  g_autoptr (AftPostmortem) postmortem = aft_postmortem_new_for_root (root);
  gboolean newer =
      aft_record_get_integer (root, AFT_DOC_FORMAT, AFT_FORMAT_VERSION) > AFT_FORMAT_VERSION;

  aft_postmortem_set_read_only (postmortem, newer || aft_library_get_read_only (self->library));
  return keep_document (self, postmortem);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = G_TASK (data);
  AftDocuments *self = g_task_get_source_object (task);
  const char   *id = g_task_get_task_data (task);
  AftDocument  *open;
  GError       *error = NULL;
  g_autoptr (GBytes) json = aft_library_load_finish (AFT_LIBRARY (source), result, &error);
  g_autoptr (AftRecord) root = NULL;

  /* Another window may have opened it meanwhile. */
  open = aft_documents_find (self, id);
  if (open != NULL)
    {
      g_clear_error (&error);
      g_task_return_pointer (task, g_object_ref (open), g_object_unref);
      return;
    }
  if (json != NULL)
    root = aft_json_read (g_bytes_get_data (json, NULL), g_bytes_get_size (json), &error);
  if (root == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, document_for_root (self, root), g_object_unref);
}

static void
set_text (AftRecord *root, guint field, const char *text)
{
  g_auto (AftValue) value = AFT_VALUE_INIT;

  aft_value_set_text (&value, text);
  aft_record_init_value (root, field, &value);
}

static void
added_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = G_TASK (data);
  AftDocuments *self = g_task_get_source_object (task);
  Addition     *addition = g_task_get_task_data (task);
  GError       *error = NULL;

  if (!aft_library_save_finish (AFT_LIBRARY (source), result, &error))
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, document_for_root (self, addition->root), g_object_unref);
}

static void
save_addition (AftDocuments *self, GTask *task)
{
  Addition   *addition = g_task_get_task_data (task);
  const char *id = aft_record_get_text (addition->root, AFT_DOC_ID);

  if (addition->json == NULL)
    {
      gsize length;
      char *json = aft_json_write (addition->root, &length);

      addition->json = g_bytes_new_take (json, length);
    }
  aft_library_save_async (self->library,
                          id,
                          addition->json,
                          g_task_get_cancellable (task),
                          added_cb,
                          g_object_ref (task));
}

/* Does the library have that id? */
static void
looked_up_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = G_TASK (data);
  AftDocuments *self = g_task_get_source_object (task);
  Addition     *addition = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) known = aft_library_load_finish (AFT_LIBRARY (source), result, &error);
  AftDocument *open;

  if (known != NULL && g_bytes_equal (known, addition->json))
    {
      open = aft_documents_find (self, aft_record_get_text (addition->root, AFT_DOC_ID));
      g_task_return_pointer (task,
                             open != NULL ? g_object_ref (open)
                                          : document_for_root (self, addition->root),
                             g_object_unref);
      return;
    }
  if (!g_error_matches (error, AFT_STORE_ERROR, AFT_STORE_ERROR_NOT_FOUND))
    {
      g_autofree char *id = g_uuid_string_random ();

      set_text (addition->root, AFT_DOC_ID, id);
      g_clear_pointer (&addition->json, g_bytes_unref);
    }
  save_addition (self, task);
}

/* A document of ours, or one that is made of what somebody else wrote. */
static AftRecord *
read_file (GFile *file, const char *text, gsize length, GError **error)
{
  g_autofree char       *name = g_file_get_basename (file);
  g_autofree char       *zone = aft_settings_dup_time_zone ();
  const AftImportOptions options = { .time_zone = zone };
  g_autoptr (AftImport) import = NULL;

  if (g_str_has_suffix (name, ".postmortem") ||
      g_strstr_len (text, MIN (length, FORMAT_WITHIN_BYTES), "\"format\"") != NULL)
    return aft_json_read (text, length, error);
  import = aft_import (name, text, length, &options, error);
  return import != NULL ? g_object_ref (import->root) : NULL;
}

/* Takes the root. */
static void
add_root (AftDocuments *self, GTask *task, AftRecord *root)
{
  Addition *addition = g_new0 (Addition, 1);
  gsize     length;
  char     *json;

  if (!g_uuid_string_is_valid (aft_record_get_text (root, AFT_DOC_ID)))
    {
      g_autofree char *id = g_uuid_string_random ();

      set_text (root, AFT_DOC_ID, id);
    }
  addition->root = root;
  json = aft_json_write (root, &length);
  addition->json = g_bytes_new_take (json, length);
  g_task_set_task_data (task, addition, (GDestroyNotify) addition_free);
  aft_library_load_async (self->library,
                          aft_record_get_text (root, AFT_DOC_ID),
                          g_task_get_cancellable (task),
                          looked_up_cb,
                          g_object_ref (task));
}

static void
file_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = G_TASK (data);
  AftDocuments    *self = g_task_get_source_object (task);
  AftRecord       *root;
  g_autofree char *text = NULL;
  gsize            length = 0;
  GError          *error = NULL;

  if (!g_file_load_contents_finish (G_FILE (source), result, &text, &length, NULL, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  root = read_file (G_FILE (source), text, length, &error);
  if (root == NULL)
    g_task_return_error (task, error);
  else
    add_root (self, task, root);
}

/* A file that is far too large, or a device without an end, is not even begun. */
static void
file_info_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = G_TASK (data);
  GError *error = NULL;
  g_autoptr (GFileInfo) info = g_file_query_info_finish (G_FILE (source), result, &error);

  if (info == NULL)
    g_task_return_error (task, error);
  else if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    g_task_return_new_error (task, AFT_BASE_ERROR, AFT_BASE_ERROR_IO, "%s", g_strerror (EINVAL));
  else if (g_file_info_get_size (info) > AFT_CAP_FILE_BYTES)
    g_task_return_new_error (task, AFT_BASE_ERROR, AFT_BASE_ERROR_TOO_LARGE, "too large");
  else
    g_file_load_contents_async (
        G_FILE (source), g_task_get_cancellable (task), file_read_cb, g_object_ref (task));
}

static void
aft_documents_dispose (GObject *object)
{
  AftDocuments  *self = AFT_DOCUMENTS (object);
  GHashTableIter iter;
  gpointer       document;

  g_hash_table_iter_init (&iter, self->open);
  while (g_hash_table_iter_next (&iter, NULL, &document))
    g_object_weak_unref (G_OBJECT (document), document_gone_cb, self);
  g_hash_table_remove_all (self->open);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (aft_documents_parent_class)->dispose (object);
}

static void
aft_documents_finalize (GObject *object)
{
  g_hash_table_unref (AFT_DOCUMENTS (object)->open);

  G_OBJECT_CLASS (aft_documents_parent_class)->finalize (object);
}

static void
aft_documents_class_init (AftDocumentsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = aft_documents_dispose;
  G_OBJECT_CLASS (klass)->finalize = aft_documents_finalize;
}

static void
aft_documents_init (AftDocuments *self)
{
  self->open = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

AftDocuments *
aft_documents_new (AftLibrary *library)
{
  AftDocuments *self = g_object_new (AFT_TYPE_DOCUMENTS, NULL);

  self->library = g_object_ref (library);
  return self;
}

AftLibrary *
aft_documents_get_library (AftDocuments *self)
{
  g_return_val_if_fail (AFT_IS_DOCUMENTS (self), NULL);
  return self->library;
}

AftDocument *
aft_documents_find (AftDocuments *self, const char *id)
{
  g_return_val_if_fail (AFT_IS_DOCUMENTS (self), NULL);
  return id != NULL ? g_hash_table_lookup (self->open, id) : NULL;
}

AftDocument *
aft_documents_create (AftDocuments *self, AftDocKind kind)
{
  g_autoptr (AftPostmortem) postmortem = aft_postmortem_new (kind);
  AftRecord       *root = aft_postmortem_get_root (postmortem);
  g_autofree char *zone = aft_settings_dup_time_zone ();
  g_autofree char *owner = aft_settings_dup_string ("owner-name");

  g_return_val_if_fail (AFT_IS_DOCUMENTS (self), NULL);

  set_text (root, AFT_DOC_TIME_ZONE, zone);
  set_text (root, AFT_DOC_OWNER, owner);
  return keep_document (self, postmortem);
}

void
aft_documents_open_async (AftDocuments       *self,
                          const char         *id,
                          GCancellable       *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer            data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, data);
  AftDocument *open;

  g_return_if_fail (AFT_IS_DOCUMENTS (self));

  g_task_set_source_tag (task, aft_documents_open_async);
  open = aft_documents_find (self, id);
  if (open != NULL)
    {
      g_task_return_pointer (task, g_object_ref (open), g_object_unref);
      return;
    }
  g_task_set_task_data (task, g_strdup (id), g_free);
  aft_library_load_async (self->library, id, cancellable, loaded_cb, g_object_ref (task));
}

AftDocument *
aft_documents_open_finish (AftDocuments *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
aft_documents_add_async (AftDocuments       *self,
                         GFile              *file,
                         GCancellable       *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer            data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, data);

  g_return_if_fail (AFT_IS_DOCUMENTS (self));

  g_task_set_source_tag (task, aft_documents_add_async);
  g_file_query_info_async (file,
                           G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                           G_FILE_QUERY_INFO_NONE,
                           G_PRIORITY_DEFAULT,
                           cancellable,
                           file_info_cb,
                           g_object_ref (task));
}

void
aft_documents_add_record_async (AftDocuments       *self,
                                AftRecord          *root,
                                GCancellable       *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer            data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, data);

  g_return_if_fail (AFT_IS_DOCUMENTS (self));

  g_task_set_source_tag (task, aft_documents_add_async);
  add_root (self, task, g_object_ref (root));
}

AftDocument *
aft_documents_add_finish (AftDocuments *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

gboolean
aft_documents_flush (AftDocuments *self, GError **error)
{
  GHashTableIter iter;
  gpointer       document;
  gboolean       saved = TRUE;

  g_return_val_if_fail (AFT_IS_DOCUMENTS (self), FALSE);

  g_hash_table_iter_init (&iter, self->open);
  while (g_hash_table_iter_next (&iter, NULL, &document))
    saved = aft_document_flush (document, saved ? error : NULL) && saved;
  return saved;
}
