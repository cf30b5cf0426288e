/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/history.h"

struct _AftHistory
{
  GPtrArray *steps; /* (element-type GPtrArray of AftEdit) */
  guint      point; /* steps before it are done, from it on undone */
  gsize      n_bytes;
  guint      depth;    /* of open groups */
  gboolean   is_fresh; /* an open group has no step yet */
  gboolean   is_broken;
  AftInstant last;
};

AftHistory *
aft_history_new (void)
{
  AftHistory *self = g_new0 (AftHistory, 1);

  self->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  self->is_broken = TRUE;
  return self;
}

void
aft_history_free (AftHistory *self)
{
  g_ptr_array_unref (self->steps);
  g_free (self);
}

static gsize
step_size (GPtrArray *step)
{
  gsize size = 0;

  for (guint i = 0; i < step->len; i++)
    size += aft_edit_get_size (g_ptr_array_index (step, i));
  return size;
}

static void
forget_redo (AftHistory *self)
{
  for (guint i = self->point; i < self->steps->len; i++)
    self->n_bytes -= step_size (g_ptr_array_index (self->steps, i));
  g_ptr_array_set_size (self->steps, self->point);
}

static void
forget_oldest (AftHistory *self)
{
  guint n = 0;

  while (self->steps->len - n > AFT_HISTORY_MIN_STEPS &&
         (self->n_bytes > AFT_HISTORY_MAX_BYTES || self->steps->len - n > AFT_HISTORY_MAX_STEPS))
    self->n_bytes -= step_size (g_ptr_array_index (self->steps, n++));
  if (n > 0)
    g_ptr_array_remove_range (self->steps, 0, n);
  self->point -= n;
}

static gboolean
try_merge (AftHistory *self, AftEdit *edit, AftInstant now)
{
  GPtrArray *step;
  AftEdit   *last;
  gsize      before;

  if (self->point == 0 || self->is_broken || self->depth > 0 ||
      now - self->last > AFT_HISTORY_PAUSE)
    return FALSE;
  step = g_ptr_array_index (self->steps, self->point - 1);
  if (step->len != 1)
    return FALSE;
  last = g_ptr_array_index (step, 0);
  before = aft_edit_get_size (last);
  if (!aft_edit_merge (last, edit))
    return FALSE;
  self->n_bytes += aft_edit_get_size (last) - before;
  aft_edit_free (edit);
  return TRUE;
}

static GPtrArray *
open_step (AftHistory *self)
{
  GPtrArray *step;

  if (self->depth > 0 && !self->is_fresh)
    return g_ptr_array_index (self->steps, self->point - 1);
  step = g_ptr_array_new_with_free_func ((GDestroyNotify) aft_edit_free);
  g_ptr_array_add (self->steps, step);
  self->point++;
  self->is_fresh = FALSE;
  return step;
}

void
aft_history_add (AftHistory *self, AftEdit *edit, AftInstant now)
{
  forget_redo (self);
  if (!try_merge (self, edit, now))
    {
      self->n_bytes += aft_edit_get_size (edit);
      g_ptr_array_add (open_step (self), edit);
      forget_oldest (self);
    }
  self->last = now;
  self->is_broken = self->depth > 0;
}

void
aft_history_begin_group (AftHistory *self)
{
  if (self->depth++ == 0)
    self->is_fresh = TRUE;
}

void
aft_history_end_group (AftHistory *self)
{
  g_return_if_fail (self->depth > 0);
  if (--self->depth == 0)
    self->is_broken = TRUE;
}

gboolean
aft_history_in_group (AftHistory *self)
{
  return self->depth > 0;
}

void
aft_history_break (AftHistory *self)
{
  self->is_broken = TRUE;
}

gboolean
aft_history_can_undo (AftHistory *self)
{
  return self->point > 0 && self->depth == 0;
}

gboolean
aft_history_can_redo (AftHistory *self)
{
  return self->point < self->steps->len && self->depth == 0;
}

GPtrArray *
aft_history_step_back (AftHistory *self)
{
  if (!aft_history_can_undo (self))
    return NULL;
  self->is_broken = TRUE;
  return g_ptr_array_index (self->steps, --self->point);
}

GPtrArray *
aft_history_step_forward (AftHistory *self)
{
  if (!aft_history_can_redo (self))
    return NULL;
  self->is_broken = TRUE;
  return g_ptr_array_index (self->steps, self->point++);
}

guint
aft_history_get_n_steps (AftHistory *self)
{
  return self->steps->len;
}
