/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/postmortem.h"
#include "store/autosave.h"
#include "store/library.h"

G_BEGIN_DECLS

/* One open document: the postmortem and what keeps it on disk. All windows that show it share it.
 */
#define AFT_TYPE_DOCUMENT (aft_document_get_type ())
G_DECLARE_FINAL_TYPE (AftDocument, aft_document, AFT, DOCUMENT, GObject)

/* Takes references. */
AftDocument   *aft_document_new (AftLibrary *library, AftPostmortem *postmortem);
const char    *aft_document_get_id (AftDocument *self);
AftPostmortem *aft_document_get_postmortem (AftDocument *self);
AftRecord     *aft_document_get_root (AftDocument *self);
/* NULL where the document is read-only. */
AftAutosave *aft_document_get_autosave (AftDocument *self);
gboolean     aft_document_get_read_only (AftDocument *self);
/* The title as the document has it, "" where it has none. */
const char *aft_document_get_title (AftDocument *self);
/* Saves now and waits. */
gboolean aft_document_flush (AftDocument *self, GError **error);
/* What the user needs to see no more while the document is open; any text. */
void     aft_document_dismiss (AftDocument *self, const char *key);
gboolean aft_document_is_dismissed (AftDocument *self, const char *key);

/* properties "title" (string, notify) */

G_END_DECLS
