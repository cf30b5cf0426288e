/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gdk/gdk.h>

#include "typeset/pages.h"

G_BEGIN_DECLS

/* Pages and their pictures, made in a thread that has fonts of its own: a key press waits for
 * neither. What did not change since the last time is not set again. */
typedef struct _AftPageMaker AftPageMaker;

/* Pages and the copy of the document that they were made of. Geometry and places may be read
 * anywhere; what is drawn belongs to the thread. */
typedef struct
{
  AftRecord *root;
  AftPages  *pages;
  gint64     usec; /* that it took */
  guint      serial;
} AftSheets;

/* Both are called in the main loop. sheets: to be given back. page: of the sheets that were made
 * last. */
typedef void (*AftSheetsMade) (AftSheets *sheets, gpointer data);
typedef void (*AftPictureMade) (guint page, GdkTexture *picture, gpointer data);

AftPageMaker *
aft_page_maker_new (AftSheetsMade sheets_made, AftPictureMade picture_made, gpointer data);
/* Waits for what the thread is doing; nothing is called afterwards. All sheets were given back. */
void aft_page_maker_free (AftPageMaker *self);

/* Takes the copy. What was asked for before and not begun is forgotten. */
void aft_page_maker_make (AftPageMaker *self, AftRecord *copy, const AftTypesetOptions *options);
/* A picture of a page of these sheets; none where they are not the last any more. */
void aft_page_maker_paint (AftPageMaker *self, const AftSheets *sheets, guint page, int width_px);
/* The pages are freed where they were made. */
void aft_page_maker_give_back (AftPageMaker *self, AftSheets *sheets);
/* Whether it is making pages, or will. */
gboolean aft_page_maker_is_busy (AftPageMaker *self);

G_END_DECLS
