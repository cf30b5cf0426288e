/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/record.h"

G_BEGIN_DECLS

/* Documents by the thousand: words of a made-up language as frequent as words are (the n-th in
 * rank one n-th as often as the first). The same for the same seed. */

/* Of about so many bytes of JSON, at least 2,000; its id is "document-SEED". */
AftRecord *corpus_document (guint32 seed, gsize size);
/* A document of so many events, a minute apart, and about so many bytes of prose in paragraphs. */
AftRecord *corpus_report (guint32 seed, guint n_events, gsize prose);
/* The word of that rank, from 0. Transfer full. */
char *corpus_word (guint rank);

G_END_DECLS
