/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/worker.h"

struct _AftWorker
{
  GAsyncQueue *queue; /* (element-type Order) */
  GThread     *thread;
  AftIdleWork  idle;
  gpointer     state;
};

/* Owned by the queue, then by the thread, at last by the source that delivers it. */
typedef struct
{
  GTask    *task; /* NULL ends the thread */
  AftJob    job;
  AftAnswer answer;
} Order;

static void
order_free (gpointer data)
{
  Order *order = data;

  if (order->answer.destroy != NULL && order->answer.value != NULL)
    order->answer.destroy (order->answer.value);
  g_clear_error (&order->answer.error);
  g_clear_object (&order->task);
  g_free (order);
}

static gboolean
deliver_cb (gpointer data)
{
  Order *order = data;

  if (order->answer.error != NULL)
    g_task_return_error (order->task, g_steal_pointer (&order->answer.error));
  else
    g_task_return_pointer (
        order->task, g_steal_pointer (&order->answer.value), order->answer.destroy);
  return G_SOURCE_REMOVE;
}

/* A source, not g_main_context_invoke(): that runs the function here where nobody iterates the
 * context yet. */
static void
deliver (Order *order)
{
  /* Once it is attached the other thread may run it, and drop its context, before this one is done
   * with either. */
  g_autoptr (GMainContext) context = g_main_context_ref (g_task_get_context (order->task));
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, g_task_get_priority (order->task));
  g_source_set_callback (source, deliver_cb, order, order_free);
  g_source_attach (source, context);
}

static Order *
wait_for_order (AftWorker *self)
{
  Order *order = g_async_queue_try_pop (self->queue);

  while (order == NULL && self->idle != NULL && self->idle (self->state))
    order = g_async_queue_try_pop (self->queue);
  return order != NULL ? order : g_async_queue_pop (self->queue);
}

/* FALSE at the end. */
static gboolean
run_next (AftWorker *self)
{
  Order *order = wait_for_order (self);

  if (order->task == NULL)
    {
      order_free (order);
      return FALSE;
    }
  if (!g_cancellable_set_error_if_cancelled (g_task_get_cancellable (order->task),
                                             &order->answer.error))
    order->job (order->task, self->state, &order->answer);
  deliver (order);
  return TRUE;
}

static gpointer
run_thread (gpointer data)
{
  while (run_next (data))
    ;
  return NULL;
}

AftWorker *
aft_worker_new (AftIdleWork idle, gpointer state)
{
  AftWorker *self = g_new0 (AftWorker, 1);

  self->queue = g_async_queue_new ();
  self->idle = idle;
  self->state = state;
  self->thread = g_thread_new ("library", run_thread, self);
  return self;
}

void
aft_worker_push (AftWorker *self, GTask *task, AftJob job)
{
  Order *order = g_new0 (Order, 1);

  order->task = task;
  order->job = job;
  g_async_queue_push (self->queue, order);
}

void
aft_worker_finish (AftWorker *self)
{
  g_assert (g_thread_self () != self->thread);
  aft_worker_push (self, NULL, NULL);
  g_thread_join (self->thread);
  g_async_queue_unref (self->queue);
  g_free (self);
}
