/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Writes the whole file or leaves the old one as it was: temporary file beside the target, fsync,
 * rename. A symbolic link stays one (its target is replaced), the mode is kept, a new file is for
 * its owner alone. Devices and pipes are written to directly; "-" is standard output.
 * AFT_BASE_ERROR_IO: "PATH: why". */
gboolean aft_file_write (const char *path, const char *data, gsize length, GError **error);
/* Reads at most max_bytes; more is AFT_BASE_ERROR_TOO_LARGE. "-" is standard input. The result ends
 * with a NUL that length does not count; length may be NULL. Transfer full. */
char *aft_file_read (const char *path, gsize max_bytes, gsize *length, GError **error);

G_END_DECLS
