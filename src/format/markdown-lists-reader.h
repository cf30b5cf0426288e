/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/record-list.h"

G_BEGIN_DECLS

/* The items of a bullet list into a list of plain items, of links, or of whys (nested lists become
 * what is below). Paragraphs between items become items too. */
void aft_markdown_read_list (AftRecordList *list, const char *text);

G_END_DECLS
