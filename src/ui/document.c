/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/document.h"

#include "model/schema.h"

struct _AftDocument
{
  GObject parent_instance;

  AftLibrary    *library;
  AftPostmortem *postmortem;
  AftAutosave   *autosave;
  GHashTable    *dismissed; /* set of texts */
};

enum
{
  PROP_0,
  PROP_TITLE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (AftDocument, aft_document, G_TYPE_OBJECT)

static void
edited_cb (AftPostmortem *postmortem, AftRecord *record, guint field, AftDocument *self)
{
  if (record == aft_document_get_root (self) && field == AFT_DOC_TITLE)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

static void
aft_document_dispose (GObject *object)
{
  AftDocument *self = AFT_DOCUMENT (object);

  g_clear_object (&self->autosave);
  g_clear_object (&self->postmortem);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (aft_document_parent_class)->dispose (object);
}

static void
aft_document_finalize (GObject *object)
{
  g_hash_table_unref (AFT_DOCUMENT (object)->dismissed);

  G_OBJECT_CLASS (aft_document_parent_class)->finalize (object);
}

static void
aft_document_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  AftDocument *self = AFT_DOCUMENT (object);

  switch (id)
    {
    case PROP_TITLE:
      g_value_set_string (value, aft_document_get_title (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
aft_document_class_init (AftDocumentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = aft_document_dispose;
  object_class->finalize = aft_document_finalize;
  object_class->get_property = aft_document_get_property;

  properties[PROP_TITLE] =
      g_param_spec_string ("title", NULL, NULL, "", G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
aft_document_init (AftDocument *self)
{
  self->dismissed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

AftDocument *
aft_document_new (AftLibrary *library, AftPostmortem *postmortem)
{
  AftDocument *self = g_object_new (AFT_TYPE_DOCUMENT, NULL);

  self->library = g_object_ref (library);
  self->postmortem = g_object_ref (postmortem);
  if (!aft_postmortem_get_read_only (postmortem))
    self->autosave = aft_autosave_new (library, postmortem);
  g_signal_connect_object (postmortem, "edited", G_CALLBACK (edited_cb), self, 0);
  return self;
}

const char *
aft_document_get_id (AftDocument *self)
{
  g_return_val_if_fail (AFT_IS_DOCUMENT (self), NULL);
  return aft_postmortem_get_id (self->postmortem);
}

AftPostmortem *
aft_document_get_postmortem (AftDocument *self)
{
  g_return_val_if_fail (AFT_IS_DOCUMENT (self), NULL);
  return self->postmortem;
}

AftRecord *
aft_document_get_root (AftDocument *self)
{
  g_return_val_if_fail (AFT_IS_DOCUMENT (self), NULL);
  return aft_postmortem_get_root (self->postmortem);
}

AftAutosave *
aft_document_get_autosave (AftDocument *self)
{
  g_return_val_if_fail (AFT_IS_DOCUMENT (self), NULL);
  return self->autosave;
}

gboolean
aft_document_get_read_only (AftDocument *self)
{
  g_return_val_if_fail (AFT_IS_DOCUMENT (self), TRUE);
  return self->autosave == NULL;
}

const char *
aft_document_get_title (AftDocument *self)
{
  g_return_val_if_fail (AFT_IS_DOCUMENT (self), "");
  return aft_record_get_text (aft_document_get_root (self), AFT_DOC_TITLE);
}

gboolean
aft_document_flush (AftDocument *self, GError **error)
{
  g_return_val_if_fail (AFT_IS_DOCUMENT (self), FALSE);
  return self->autosave == NULL || aft_autosave_flush (self->autosave, error);
}

void
aft_document_dismiss (AftDocument *self, const char *key)
{
  g_return_if_fail (AFT_IS_DOCUMENT (self));
  g_hash_table_add (self->dismissed, g_strdup (key));
}

gboolean
aft_document_is_dismissed (AftDocument *self, const char *key)
{
  g_return_val_if_fail (AFT_IS_DOCUMENT (self), FALSE);
  return g_hash_table_contains (self->dismissed, key);
}
