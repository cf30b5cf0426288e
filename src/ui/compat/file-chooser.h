/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Choosing files, through the portal where there is one. (GtkFileChooserNative became
 * GtkFileDialog with GTK 4.10.) */

/* file is NULL where the user turned back; borrowed. */
typedef void (*AftFileChosen) (GFile *file, gpointer data);

/* An existing file of those patterns ("*.postmortem"); patterns ends with NULL. */
void aft_choose_open (GtkWindow         *parent,
                      const char        *title,
                      const char        *filter_name,
                      const char *const *patterns,
                      AftFileChosen      chosen,
                      gpointer           data);
/* Where to write; asks before an existing file is replaced. */
void aft_choose_save (GtkWindow    *parent,
                      const char   *title,
                      const char   *file_name,
                      AftFileChosen chosen,
                      gpointer      data);

G_END_DECLS
