/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/database.h"

G_BEGIN_DECLS

/* A library file opened in whatever state it was found. */
typedef struct
{
  AftDatabase *database;
  int          lock; /* descriptor of the lock file, or -1 */
  gboolean     is_read_only;
  char        *notice; /* what was mended or why it is read-only; NULL where all was well */
} AftOpening;

/* Makes the folder, takes the lock, opens, checks after an unclean exit, migrates; a damaged file
 * is moved aside and what can be read of it is brought over. */
gboolean aft_opening_open (AftOpening *self, const char *path, GError **error);
/* Takes no lock, migrates and mends nothing, and leaves no notice. */
gboolean aft_opening_open_read_only (AftOpening *self, const char *path, GError **error);
void     aft_opening_close (AftOpening *self);

G_END_DECLS
