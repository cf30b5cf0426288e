/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/record.h"

G_BEGIN_DECLS

/* The postmortem in that file, "-" for standard input. A file of a newer version is read as far as
 * it is understood, with a complaint. The error names the file and, where there is one, the place:
 * "FILE:LINE:COL: what is wrong". Transfer full. */
AftRecord *aft_cli_load (const char *path, GError **error);
/* All of them, or none. (element-type AftRecord), transfer full. */
GPtrArray *aft_cli_load_all (GPtrArray *paths, GError **error);

G_END_DECLS
