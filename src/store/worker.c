/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/worker.h"

struct _AftWorker
{
  GAsyncQueue *queue; /* (element-type Order) */
  GThread     *thread;
  AftIdleWork  idle;
  gpointer     data;
  gboolean     is_left; /* finished from its own thread, which then frees it */
};

typedef struct
{
  GTask *task; /* NULL ends the thread */
  AftJob job;
} Order;

static Order *
wait_for_order (AftWorker *self)
{
  Order *order = g_async_queue_try_pop (self->queue);

  while (order == NULL && self->idle != NULL && self->idle (self->data))
    order = g_async_queue_try_pop (self->queue);
  return order != NULL ? order : g_async_queue_pop (self->queue);
}

static void
worker_free (AftWorker *self)
{
  g_async_queue_unref (self->queue);
  g_free (self);
}

/* FALSE at the end. Letting go of the task may drop the last reference to the worker's owner, which
 * then finishes the worker from here. */
static gboolean
run_next (AftWorker *self)
{
  g_autofree Order *order = wait_for_order (self);

  if (order->task == NULL)
    return FALSE;
  if (!g_task_return_error_if_cancelled (order->task))
    order->job (order->task, g_task_get_task_data (order->task));
  g_object_unref (order->task);
  return !self->is_left;
}

static gpointer
run_thread (gpointer data)
{
  AftWorker *self = data;

  while (run_next (self))
    ;
  if (self->is_left)
    worker_free (self);
  return NULL;
}

AftWorker *
aft_worker_new (AftIdleWork idle, gpointer data)
{
  AftWorker *self = g_new0 (AftWorker, 1);

  self->queue = g_async_queue_new ();
  self->idle = idle;
  self->data = data;
  self->thread = g_thread_new ("library", run_thread, self);
  return self;
}

void
aft_worker_push (AftWorker *self, GTask *task, AftJob job)
{
  Order *order = g_new (Order, 1);

  order->task = task;
  order->job = job;
  g_async_queue_push (self->queue, order);
}

void
aft_worker_finish (AftWorker *self)
{
  /* every order keeps the owner alive, so none is queued when the owner goes on this thread */
  if (g_thread_self () == self->thread)
    {
      self->is_left = TRUE;
      g_thread_unref (self->thread);
      return;
    }
  aft_worker_push (self, NULL, NULL);
  g_thread_join (self->thread);
  worker_free (self);
}
