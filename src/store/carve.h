/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Finds what a library holds in the bytes of its file, page by page, where SQLite cannot: after
 * https://www.sqlite.org/fileformat2.html. Nothing in the file is trusted. Knows the tables of all
 * schema versions by the shape of their rows. */
typedef enum
{
  AFT_CARVED_TEXT,     /* json */
  AFT_CARVED_SNAPSHOT, /* id, json; row is its sequence */
  AFT_CARVED_ENTRY,    /* id, trashed */
} AftCarvedKind;

typedef struct
{
  AftCarvedKind kind;
  gint64        row;
  char         *id;
  GBytes       *json;    /* starts like one; not checked */
  gint64        trashed; /* when, or 0 */
} AftCarved;

/* The file as if its write-ahead log (path-wal), where that is its own, had been brought in. */
GBytes *aft_carve_load (const char *path, GError **error);
/* The number that a library was given when it was made; 0 where the bytes do not say. */
guint32 aft_carve_identity (const guint8 *image, gsize length);
/* (element-type AftCarved) in the order of rows; a row may come more than once. Transfer full. */
GPtrArray *aft_carve (GBytes *image);
void       aft_carve_free (gpointer carved);

G_END_DECLS
