/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/worker.h"

struct _AftWorker
{
  GAsyncQueue *queue; /* (element-type Order) */
  GThread     *thread;
  AftIdleWork  idle;
  gpointer     data;
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

static gpointer
run_thread (gpointer data)
{
  AftWorker *self = data;

  while (TRUE)
    {
      g_autofree Order *order = wait_for_order (self);
      g_autoptr (GTask) task = order->task;

      if (task == NULL)
        return NULL;
      if (!g_task_return_error_if_cancelled (task))
        order->job (task, g_task_get_task_data (task));
    }
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
  aft_worker_push (self, NULL, NULL);
  g_thread_join (self->thread);
  g_async_queue_unref (self->queue);
  g_free (self);
}
