/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* One thread that carries out GTasks in the order they were pushed, and does idle work between. It
 * owns nothing of its user: "state" must live until aft_worker_finish() has returned. */
typedef struct _AftWorker AftWorker;

/* What a job hands back: an error, or a value that destroy (may be NULL) frees if nobody takes it.
 */
typedef struct
{
  gpointer       value;
  GDestroyNotify destroy;
  GError        *error;
} AftAnswer;

/* On the worker's thread. The task is for its data, source and cancellable; the answer goes to the
 * task in the context that the task was made in, so that nobody's last reference is dropped here.
 */
typedef void (*AftJob) (GTask *task, gpointer state, AftAnswer *answer);
/* One piece of idle work; FALSE where none is left. */
typedef gboolean (*AftIdleWork) (gpointer state);

AftWorker *aft_worker_new (AftIdleWork idle, gpointer state);
/* Takes the task. Its result is a pointer. */
void aft_worker_push (AftWorker *self, GTask *task, AftJob job);
/* Carries out what is queued, ends the thread and frees. Not to be called by a job. */
void aft_worker_finish (AftWorker *self);

G_END_DECLS
