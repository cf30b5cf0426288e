/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/instant.h"
#include "model/record.h"

G_BEGIN_DECLS

/* The same thing told twice: by the chat and by the log, in the document and in what is added. */

/* Clocks and typing fingers differ by so much. */
#define AFT_LIKENESS_WINDOW ((AftInstant) 90 * G_USEC_PER_SEC)

/* The words of a text without order, case and punctuation. (element-type guint), sorted. */
GArray *aft_likeness_words (const char *text);
/* Whether most of the words are the same, or all of the shorter text, where that is no mere "ok",
 * stand in the longer one. */
gboolean aft_likeness_is_same (GArray *one, GArray *other);

G_END_DECLS
