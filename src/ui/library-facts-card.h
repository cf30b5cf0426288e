/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/library-filter.h"

G_BEGIN_DECLS

/* The card on top of the library: how long it has been calm. */
GtkWidget *aft_library_facts_card_new (const AftLibraryFacts *facts);
/* "longest 1,012 · 2 ongoing · 3 actions overdue" */
char *aft_library_facts_describe (const AftLibraryFacts *facts);

G_END_DECLS
