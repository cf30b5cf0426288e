/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/record.h"

G_BEGIN_DECLS

/* RFC 4180: one row an event or action, with a column that says which. Cells that a spreadsheet
 * would run as a formula are quoted with a leading apostrophe. Transfer full. */
char *aft_csv_write (AftRecord *root);

G_END_DECLS
