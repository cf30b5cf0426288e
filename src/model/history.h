/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/edit.h"

G_BEGIN_DECLS

/* Undo and redo over a whole document: a line of steps, each one or more edits that were made
 * together, and a point in it. Plain struct; no signals. */
#define AFT_HISTORY_MIN_STEPS 1000 /* always kept, however large */
#define AFT_HISTORY_MAX_STEPS 10000
#define AFT_HISTORY_MAX_BYTES (32 * 1024 * 1024) /* beyond it old steps go, down to the minimum */
#define AFT_HISTORY_PAUSE     ((AftInstant) 1500 * 1000) /* µs without typing that end a step */

typedef struct _AftHistory AftHistory;

AftHistory *aft_history_new (void);
void        aft_history_free (AftHistory *self);
/* An applied edit; takes it. now: µs, only differences matter. Redo is forgotten. */
void     aft_history_add (AftHistory *self, AftEdit *edit, AftInstant now);
void     aft_history_begin_group (AftHistory *self);
void     aft_history_end_group (AftHistory *self);
gboolean aft_history_in_group (AftHistory *self);
void     aft_history_break (AftHistory *self);
gboolean aft_history_can_undo (AftHistory *self);
gboolean aft_history_can_redo (AftHistory *self);
/* The edits of the step to revert, last first to be done, or to apply, and moves the point.
 * (element-type AftEdit), transfer none; NULL where there is none. */
GPtrArray *aft_history_step_back (AftHistory *self);
GPtrArray *aft_history_step_forward (AftHistory *self);
guint      aft_history_get_n_steps (AftHistory *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AftHistory, aft_history_free)

G_END_DECLS
