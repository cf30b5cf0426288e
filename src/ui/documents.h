/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/document.h"

G_BEGIN_DECLS

/* The open documents: each once, whoever shows it. A document stays as long as somebody holds it.
 */
#define AFT_TYPE_DOCUMENTS (aft_documents_get_type ())
G_DECLARE_FINAL_TYPE (AftDocuments, aft_documents, AFT, DOCUMENTS, GObject)

AftDocuments *aft_documents_new (AftLibrary *library);
AftLibrary   *aft_documents_get_library (AftDocuments *self);
/* NULL where it is not open. Transfer none. */
AftDocument *aft_documents_find (AftDocuments *self, const char *id);

/* A new one with the zone and the owner of the preferences; it enters the library with the first
 * change. Transfer full. */
AftDocument *aft_documents_create (AftDocuments *self, AftDocKind kind);

/* From the library. Transfer full. */
void         aft_documents_open_async (AftDocuments       *self,
                                       const char         *id,
                                       GCancellable       *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer            data);
AftDocument *aft_documents_open_finish (AftDocuments *self, GAsyncResult *result, GError **error);

/* Adds a copy of the file to the library and opens that; what is no postmortem file is imported as
 * text (see format/import/import.h). With a new id where the library has that
 * id, unless what it has is the same to the last byte. Never changes a document. Transfer full. */
void aft_documents_add_async (AftDocuments       *self,
                              GFile              *file,
                              GCancellable       *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer            data);
/* The same of a document that was made already; root: taken over. Finished likewise. */
void         aft_documents_add_record_async (AftDocuments       *self,
                                             AftRecord          *root,
                                             GCancellable       *cancellable,
                                             GAsyncReadyCallback callback,
                                             gpointer            data);
AftDocument *aft_documents_add_finish (AftDocuments *self, GAsyncResult *result, GError **error);

/* Saves all that is pending and waits. FALSE with the first error, after all were tried. */
gboolean aft_documents_flush (AftDocuments *self, GError **error);

G_END_DECLS
