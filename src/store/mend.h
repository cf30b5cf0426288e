/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Puts a new library with what can be read of the damaged one at path in its place and keeps the
 * damaged file beside it. Nobody has it open. notice: what was done, for the user; transfer full.
 * On an error the file is as it was. */
gboolean aft_mend (const char *path, char **notice, GError **error);

G_END_DECLS
