/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* One thread that carries out GTasks in the order they were pushed, and does idle work between. */
typedef struct _AftWorker AftWorker;

/* Returns the result through the task. */
typedef void (*AftJob) (GTask *task, gpointer data);
/* One piece of idle work; FALSE where none is left. */
typedef gboolean (*AftIdleWork) (gpointer data);

AftWorker *aft_worker_new (AftIdleWork idle, gpointer data);
/* Takes the task. */
void aft_worker_push (AftWorker *self, GTask *task, AftJob job);
/* Carries out what is queued, ends the thread and frees. */
void aft_worker_finish (AftWorker *self);

G_END_DECLS
