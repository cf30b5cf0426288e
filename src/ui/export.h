/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "model/audience.h"
#include "typeset/pages.h"

G_BEGIN_DECLS

typedef enum
{
  AFT_EXPORT_PDF,
  AFT_EXPORT_MARKDOWN,
  AFT_EXPORT_JSON,
} AftExportFormat;

typedef struct
{
  AftExportFormat   format;
  AftAudience       audience;
  AftTypesetOptions options; /* of a PDF */
  gboolean          with_reflection;
} AftExport;

/* Named after the document, with the suffix of the format. Transfer full. */
char *aft_export_file_name (const AftExport *self, const char *title);

/* Writes the document as it is now, away from the main thread; the file is whole or as it was. */
void     aft_export_async (const AftExport    *self,
                           AftRecord          *root,
                           GFile              *file,
                           GCancellable       *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer            data);
gboolean aft_export_finish (GAsyncResult *result, GError **error);

G_END_DECLS
