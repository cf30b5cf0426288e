/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  AFT_LOCK_TAKEN,
  AFT_LOCK_UNCLEAN, /* taken; whoever had it last did not let go of it */
  AFT_LOCK_HELD,    /* by another process, or another library of this one */
  AFT_LOCK_DENIED,  /* nothing can be written there */
} AftLockResult;

/* One writer on one machine: path.lock, which holds the writer's process id while it is held. */
AftLockResult aft_lock_take (const char *path, int *descriptor);
/* Descriptor -1 is none. */
void aft_lock_release (int descriptor);

G_END_DECLS
