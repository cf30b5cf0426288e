/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gdk/gdk.h>

#include "base/time-entry.h"

G_BEGIN_DECLS

/* Events on the clipboard, as what format/event-clip.h writes. */

/* events: (element-type AftRecord), copied at once; zone: IANA name. The forms are made when
 * somebody asks for one. */
void aft_event_clipboard_copy (GdkClipboard *clipboard, GPtrArray *events, const char *zone);
/* Our own form where there is one, else lines of text. */
void aft_event_clipboard_paste_async (GdkClipboard         *clipboard,
                                      const AftTimeContext *context,
                                      GAsyncReadyCallback   callback,
                                      gpointer              data);
/* (element-type AftRecord), transfer full; NULL where nothing could be read. */
GPtrArray *aft_event_clipboard_paste_finish (GAsyncResult *result, GError **error);

G_END_DECLS
