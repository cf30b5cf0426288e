/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Several lines with times, or copied events, pasted into the entry are events and no text: they go
 * to the action "event.paste". Other text stays in the entry and is told, see
 * aft_paste_watch_tell(). */
void aft_event_entry_paste_watch (GtkEntry *entry);

G_END_DECLS
