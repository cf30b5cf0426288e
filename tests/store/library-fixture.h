/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/library.h"

G_BEGIN_DECLS

/* A folder of the test's own, removed with everything in it. */
typedef struct
{
  char *folder, *path; /* path: library.db in it */
} Place;

void place_init (Place *self);
void place_clear (Place *self);
/* Like the two above, for g_test_add(). */
void place_set_up (Place *self, gconstpointer unused);
void place_tear_down (Place *self, gconstpointer unused);
/* Opens what is there; fails the test where it cannot. */
AftLibrary *place_open (Place *self);
/* Names in the folder that start with prefix, in order. */
GPtrArray *place_list (Place *self, const char *prefix);

/* The file's text of a document with that id, title and overview (either may be ""). */
GBytes *document_bytes (const char *id, const char *title, const char *overview);
GBytes *record_bytes (AftRecord *root);
/* Copies the files of a closed or crashed library; not its lock. */
void place_copy (Place *from, Place *to);
/* name: of a file in the folder; to be read it must be there. */
GBytes *place_read (Place *self, const char *name);
void    place_write (Place *self, const char *name, gconstpointer bytes, gsize length);
/* Fail the test where the library refuses. */
void  library_save (AftLibrary *library, const char *id, const char *title, const char *overview);
guint library_count (AftLibrary *library, gboolean trashed);
char *library_title (AftLibrary *library, const char *id);

/* Runs the test program again with these arguments and waits: its exit status. A process of its
 * own where a fork would take over locks that other threads hold. */
int run_again (const char *program, ...) G_GNUC_NULL_TERMINATED;

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Place, place_clear)

G_END_DECLS
