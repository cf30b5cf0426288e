/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where what is made of input goes: beside it with that suffix (standard output for "-"), into the
 * folder output, or to output as it is. many: there are more inputs, so output must be a folder.
 * AFT_CLI_ERROR_USAGE, also where it would replace the input. Transfer full. */
char *aft_cli_target (const char *input,
                      const char *output,
                      const char *suffix,
                      gboolean    many,
                      GError    **error);
/* Whether two of the paths are the same file: AFT_CLI_ERROR_USAGE. (element-type filename) */
gboolean aft_cli_check_targets (GPtrArray *paths, GError **error);
/* Whether output names one file by its name, and not a folder, "-" or nothing. */
gboolean aft_cli_is_file_name (const char *output);

G_END_DECLS
