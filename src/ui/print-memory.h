/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "typeset/pages.h"

G_BEGIN_DECLS

/* What was chosen when something was printed last: printer, paper, margins, sides. Not how many
 * copies of which pages, nor the file it went to: these are of one print. */
void aft_print_memory_recall (GtkPrintOperation *operation, AftPaper paper);
/* Either may be NULL. */
void aft_print_memory_keep (GtkPrintSettings *used, GtkPageSetup *setup);

/* The paper with the margins it has by default. Transfer full. */
GtkPageSetup *aft_print_memory_page_setup (AftPaper paper);

G_END_DECLS
