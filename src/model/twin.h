/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/record.h"

G_BEGIN_DECLS

/* The record of that document which a record of a copy was made from: by its id where it has one,
 * else by its place. Lists of the copy may lack private rows. NULL where it is gone. Transfer none.
 */
AftRecord *aft_record_find_twin (AftRecord *root, AftRecord *copy);

G_END_DECLS
