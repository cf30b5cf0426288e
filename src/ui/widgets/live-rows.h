/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A row is made once and shows one item after another. */
typedef struct
{
  GtkWidget *(*create) (gpointer data);
  /* Also where the same item has another place. */
  void (*bind) (GtkWidget *row, gpointer item, guint position, gpointer data);
  void (*unbind) (GtkWidget *row, gpointer data);
} AftLongListRows;

typedef struct
{
  GtkWidget *row;
  GObject   *item; /* owned */
  guint      position;
} AftLiveRow;

/* The rows that a long list has at the moment, children of its widget; those that are released wait
 * for another item. */
typedef struct _AftLiveRows AftLiveRows;

/* parent: borrowed, outlives the rows. */
AftLiveRows *aft_live_rows_new (GtkWidget *parent);
/* Leaves the children to the parent. */
void aft_live_rows_free (AftLiveRows *self);
/* rows: static */
void        aft_live_rows_set_kind (AftLiveRows *self, const AftLongListRows *rows, gpointer data);
gboolean    aft_live_rows_has_kind (AftLiveRows *self);
guint       aft_live_rows_get_length (AftLiveRows *self);
AftLiveRow *aft_live_rows_get (AftLiveRows *self, guint index);
/* NULL where there is none. */
AftLiveRow *aft_live_rows_find (AftLiveRows *self, gpointer item);
AftLiveRow *aft_live_rows_find_widget (AftLiveRows *self, GtkWidget *row);
/* How many of the positions have rows. */
guint aft_live_rows_count (AftLiveRows *self, guint first, guint last);
/* Takes the item. */
AftLiveRow *aft_live_rows_add (AftLiveRows *self, GObject *item, guint position);
void        aft_live_rows_bind (AftLiveRows *self, AftLiveRow *row);
void        aft_live_rows_release (AftLiveRows *self, guint index);
/* By position; the order of the children is that in which they are read out. */
void aft_live_rows_sort (AftLiveRows *self);

G_END_DECLS
