/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A layer between SQLite and the files that fails and forgets as disks do. An operation is a write,
 * a truncation or a sync, on whichever thread. Installed once, before any library is opened. */
void fault_vfs_install (void);
/* The next n operations go well, the later ones return code (SQLITE_FULL, SQLITE_IOERR, …). */
void  fault_vfs_fail_after (guint n, int code);
void  fault_vfs_heal (void);
guint fault_vfs_count (void);

/* After each operation, on the thread that made it. NULL ends it. */
typedef void (*FaultHook) (gpointer data);
void fault_vfs_watch (FaultHook hook, gpointer data);
/* What a disk may hold after the power went now: everything that was synced, and of the rest what
 * the seed decides, whole or torn. For use in the hook, of files that were made since it was set.
 */
void fault_vfs_write_image (const char *folder, guint32 seed);

G_END_DECLS
