/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/record-list.h"

G_BEGIN_DECLS

/* The figures of a section (numbers, choices, durations) as a table of two columns; nothing where
 * none is known. */
void aft_markdown_append_figures (GString *out, AftRecord *root, AftSectionId section);
/* Events by time, numbered E1 …, or actions, numbered A1 …, as a table. */
void aft_markdown_append_rows (GString *out, AftRecordList *list);

G_END_DECLS
