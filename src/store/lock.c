/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/lock.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

static gboolean
is_written (int lock)
{
  char byte;

  return pread (lock, &byte, 1, 0) == 1;
}

static void
sign (int lock)
{
  g_autofree char *text = g_strdup_printf ("%d\n", (int) getpid ());

  /* where the disk is full the file stays empty, which only costs a check */
  if (pwrite (lock, text, strlen (text), 0) > 0)
    fdatasync (lock);
}

AftLockResult
aft_lock_take (const char *path, int *descriptor)
{
  g_autofree char *name = g_strconcat (path, ".lock", NULL);
  int              lock = g_open (name, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  gboolean         is_unclean;

  *descriptor = -1;
  if (lock < 0)
    return AFT_LOCK_DENIED;
  if (flock (lock, LOCK_EX | LOCK_NB) != 0)
    {
      close (lock);
      return AFT_LOCK_HELD;
    }
  is_unclean = is_written (lock);
  sign (lock);
  *descriptor = lock;
  return is_unclean ? AFT_LOCK_UNCLEAN : AFT_LOCK_TAKEN;
}

void
aft_lock_release (int descriptor)
{
  if (descriptor < 0)
    return;
  if (ftruncate (descriptor, 0) == 0)
    fdatasync (descriptor);
  close (descriptor);
}
