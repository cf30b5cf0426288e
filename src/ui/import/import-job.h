/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "format/import/plan.h"

G_BEGIN_DECLS

/* Reads sources on a thread of its own and plans what may come of them. */

/* files: (element-type GFile). target: the document that it goes into, or NULL for a new one; read
 * before the call returns. */
void aft_import_files_async (GPtrArray          *files,
                             AftRecord          *target,
                             GCancellable       *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer            data);
void aft_import_text_async (const char         *name,
                            const char         *text,
                            AftRecord          *target,
                            GCancellable       *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer            data);
/* plan: not changed by anyone until it is done, and outlives that. zone, date: may be NULL */
void aft_import_again_async (AftPlan            *plan,
                             const char         *zone,
                             const char         *date,
                             GCancellable       *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer            data);
/* Without a source where all files are Afterword's own. Transfer full. */
AftPlan *aft_import_finish (GAsyncResult *result, GError **error);
/* The files that Afterword wrote itself: nothing is to be planned for them. (element-type GFile),
 * transfer none, for as long as the result. */
GPtrArray *aft_import_get_ours (GAsyncResult *result);
/* The name of the file that could not be read; "" where there is none. */
const char *aft_import_get_failed_name (GAsyncResult *result);

G_END_DECLS
