/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/database.h"

G_BEGIN_DECLS

typedef struct
{
  guint n_saved; /* documents brought over */
  guint n_old;   /* of these: the text is that of an earlier session */
  guint n_lost;  /* documents that are known to have been there */
} AftSalvage;

/* Brings what can be read of the damaged file at path, and of its log, into an empty library. The
 * file is only read. FALSE where the library could not be written. */
gboolean aft_salvage (const char *path, AftDatabase *database, AftSalvage *salvage, GError **error);

G_END_DECLS
