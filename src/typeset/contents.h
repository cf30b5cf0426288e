/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "typeset/composer.h"

G_BEGIN_DECLS

/* A table of contents is worth its room from this many pages on. */
#define AFT_CONTENTS_MIN_PAGES 7

/* Makes the place where the table of contents may come, below what was composed so far. Its nodes
 * are set aside: whether it comes is known only once the pages are. */
void aft_contents_reserve (AftComposer *self);
/* Puts a table of the headings of all blocks there, once the pages were filled without it; they are
 * not told yet. */
void aft_contents_insert (AftComposer *self);
/* Tells them, from the outline. */
void aft_contents_fill (AftComposer *self);

G_END_DECLS
