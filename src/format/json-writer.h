/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/record.h"

G_BEGIN_DECLS

/* The file: laid out as "jq ." prints it, keys in the order of the description, unknown keys after
 * the known ones of their object. Transfer full; length may be NULL. */
char *aft_json_write (AftRecord *root, gsize *length);

G_END_DECLS
