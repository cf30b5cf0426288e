/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/salvage.h"

#include "format/json-reader.h"
#include "model/schema.h"
#include "store/carve.h"
#include "store/library.h"
#include "store/shelf.h"

typedef struct
{
  AftDatabase *database;
  GHashTable  *saved; /* id -> AftInstant *modified, of what was put */
  GHashTable  *known; /* ids that some table names */
  AftSalvage  *result;
} Salvager;

static AftRecord *
read_json (GBytes *json)
{
  gsize       length;
  const char *text = g_bytes_get_data (json, &length);

  return aft_json_read (text, length, NULL);
}

static AftInstant
modified_of (AftRecord *root)
{
  return aft_record_get_integer (root, AFT_DOC_MODIFIED, AFT_INSTANT_NONE);
}

/* FALSE where the library cannot take anything; an unreadable text is passed over. A text that was
 * found twice (a page that SQLite had given up) is there as it was modified last. */
static gboolean
put_text (Salvager *self, const AftCarved *carved, GError **error)
{
  g_autoptr (AftRecord) root = read_json (carved->json);
  const char *id = root != NULL ? aft_record_get_text (root, AFT_DOC_ID) : "";
  AftInstant *before = g_hash_table_lookup (self->saved, id);
  AftInstant  modified;

  if (*id == '\0')
    return TRUE;
  modified = modified_of (root);
  if (before != NULL && *before >= modified)
    return TRUE;
  g_hash_table_add (self->known, g_strdup (id));
  if (!aft_shelf_put_read (self->database, root, carved->json, error))
    return FALSE;
  g_hash_table_replace (self->saved, g_strdup (id), g_memdup2 (&modified, sizeof modified));
  return TRUE;
}

static gboolean
put_texts (Salvager *self, GPtrArray *found, GError **error)
{
  for (guint i = 0; i < found->len; i++)
    {
      const AftCarved *carved = found->pdata[i];

      if (carved->kind == AFT_CARVED_TEXT && !put_text (self, carved, error))
        return FALSE;
    }
  return TRUE;
}

/* History, oldest first; where the text itself is lost, its newest snapshot is the document. */
static gboolean
put_snapshots (Salvager *self, GPtrArray *found, GHashTable *restored, GError **error)
{
  for (guint i = 0; i < found->len; i++)
    {
      const AftCarved *carved = found->pdata[i];
      g_autoptr (AftRecord) root =
          carved->kind == AFT_CARVED_SNAPSHOT ? read_json (carved->json) : NULL;

      if (root == NULL || g_strcmp0 (aft_record_get_text (root, AFT_DOC_ID), carved->id) != 0)
        continue;
      if (!aft_shelf_add_snapshot (self->database, carved->id, carved->json, error))
        return FALSE;
      if (!g_hash_table_contains (self->saved, carved->id))
        g_hash_table_replace (restored, g_strdup (carved->id), g_bytes_ref (carved->json));
    }
  return TRUE;
}

static gboolean
restore_snapshots (Salvager *self, GHashTable *restored, GError **error)
{
  GHashTableIter iter;
  gpointer       id, json;

  g_hash_table_iter_init (&iter, restored);
  while (g_hash_table_iter_next (&iter, &id, &json))
    {
      g_autoptr (AftRecord) root = read_json (json);

      if (!aft_shelf_put_read (self->database, root, json, error))
        return FALSE;
      g_hash_table_add (self->known, g_strdup (id));
      g_hash_table_replace (self->saved, g_strdup (id), g_new0 (AftInstant, 1));
      self->result->n_old++;
    }
  return TRUE;
}

static gboolean
put_entries (Salvager *self, GPtrArray *found, GError **error)
{
  for (guint i = 0; i < found->len; i++)
    {
      const AftCarved *carved = found->pdata[i];

      if (carved->kind != AFT_CARVED_ENTRY)
        continue;
      g_hash_table_add (self->known, g_strdup (carved->id));
      if (carved->trashed > 0 && g_hash_table_contains (self->saved, carved->id) &&
          !aft_shelf_set_trashed (self->database, carved->id, carved->trashed, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
put_all (Salvager *self, GPtrArray *found, GError **error)
{
  g_autoptr (GHashTable) restored =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);

  return put_texts (self, found, error) && put_snapshots (self, found, restored, error) &&
         restore_snapshots (self, restored, error) && put_entries (self, found, error);
}

gboolean
aft_salvage (const char *path, AftDatabase *database, AftSalvage *salvage, GError **error)
{
  g_autoptr (GBytes) image = aft_carve_load (path, error);
  g_autoptr (GPtrArray) found = image != NULL ? aft_carve (image) : NULL;
  g_autoptr (GHashTable) saved = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Salvager self = { database, saved, known, salvage };

  *salvage = (AftSalvage){ 0 };
  if (found == NULL || !aft_database_run (database, "BEGIN IMMEDIATE", error) ||
      !aft_database_end (database, put_all (&self, found, error), error))
    return FALSE;
  salvage->n_saved = g_hash_table_size (saved);
  salvage->n_lost = g_hash_table_size (known) - salvage->n_saved;
  return TRUE;
}
