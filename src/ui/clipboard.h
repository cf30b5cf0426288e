/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gdk/gdk.h>

#include "model/audience.h"

G_BEGIN_DECLS

typedef enum
{
  AFT_COPY_MARKDOWN, /* text */
  AFT_COPY_WIKI,     /* HTML, and for what takes none the Markdown of it */
} AftCopyKind;

/* The document for the clipboard, made on a thread of its own from a copy of what that audience may
 * see. */
void aft_copy_async (AftCopyKind         kind,
                     AftRecord          *root,
                     AftAudience         audience,
                     GAsyncReadyCallback callback,
                     gpointer            data);
/* For gdk_clipboard_set_content(). Transfer full. */
GdkContentProvider *aft_copy_finish (GAsyncResult *result, GError **error);

G_END_DECLS
