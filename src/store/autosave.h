/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/postmortem.h"
#include "store/library.h"

G_BEGIN_DECLS

typedef enum
{
  AFT_SAVE_STATE_SAVED,
  AFT_SAVE_STATE_PENDING, /* changes not yet on disk */
  AFT_SAVE_STATE_FAILED,  /* tried; kept in memory and tried again */
} AftSaveState;

/* Keeps one open document on disk: 250 ms after the last change, at the latest 2 s after the first
 * unsaved one, and again every 2 s while the disk refuses. What is pending when it is dropped is
 * handed to the library; only aft_autosave_flush() tells whether it arrived. */
#define AFT_TYPE_AUTOSAVE (aft_autosave_get_type ())
G_DECLARE_FINAL_TYPE (AftAutosave, aft_autosave, AFT, AUTOSAVE, GObject)

/* Where its time comes from. */
typedef struct
{
  gint64 (*get_time) (gpointer data); /* monotonic, µs */
  /* Like g_timeout_add() and g_source_remove(). */
  guint (*add_timeout) (gpointer data, guint delay_ms, GSourceFunc callback, gpointer target);
  void (*remove_timeout) (gpointer data, guint id);
  gpointer data;
} AftTimekeeper;

AftAutosave *aft_autosave_new (AftLibrary *library, AftPostmortem *postmortem);
/* For tests, before the first change. */
void         aft_autosave_set_timekeeper (AftAutosave *self, const AftTimekeeper *timekeeper);
AftSaveState aft_autosave_get_state (AftAutosave *self);
/* Why the last try failed; NULL unless FAILED. */
const GError *aft_autosave_get_error (AftAutosave *self);
/* Saves now what is pending and waits for it. FALSE if it could not. */
gboolean aft_autosave_flush (AftAutosave *self, GError **error);

/* property "state" (notify) */

G_END_DECLS
