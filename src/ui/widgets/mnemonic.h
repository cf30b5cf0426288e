/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Letters already given on a page. */
typedef struct
{
  GHashTable *used; /* of gunichar, lower case; NULL while empty */
} AftMnemonics;

/* The label with an underscore before the first letter that is still free, letters that begin a
 * word first: "_Trigger". Without one where all are taken. Underscores of the label itself stay
 * what they are. Transfer full. */
char *aft_mnemonics_take (AftMnemonics *self, const char *label);
void  aft_mnemonics_clear (AftMnemonics *self);

G_END_DECLS
