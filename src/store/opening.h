/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/database.h"

G_BEGIN_DECLS

/* A library file opened in whatever state it was found. */
typedef struct
{
  char        *path;
  AftDatabase *database;
  int          lock; /* descriptor of the lock file, or -1 */
  gboolean     is_read_only;
  gboolean     needs_check; /* the last session did not end: aft_opening_check() first */
  char        *notice;      /* what was mended or why it is read-only; NULL where all was well */
} AftOpening;

/* Makes the folder, takes the lock, opens, migrates; a file that is no library is mended. */
gboolean aft_opening_open (AftOpening *self, const char *path, GError **error);
/* Takes no lock, migrates and mends nothing on disk, and leaves no notice. */
gboolean aft_opening_open_read_only (AftOpening *self, const char *path, GError **error);
/* FALSE with AFT_STORE_ERROR_CORRUPT where the file is damaged. */
gboolean aft_opening_check (AftOpening *self, GError **error);
/* Puts a new library with what can be read of the damaged one in its place, keeps the damaged file
 * beside it and says so in the notice. On an error the file is as it was, and the database closed.
 */
gboolean aft_opening_mend (AftOpening *self, GError **error);
void     aft_opening_close (AftOpening *self);

G_END_DECLS
