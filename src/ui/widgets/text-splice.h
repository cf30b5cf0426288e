/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The one stretch in which two texts differ, in characters: in the old text length characters at
 * offset become the bytes [start, end) of the new one. */
typedef struct
{
  glong offset, length;
  gsize start, end;
} AftTextSplice;

/* FALSE where the texts are the same. Both valid UTF-8. */
gboolean aft_text_splice (const char *before, const char *after, AftTextSplice *splice);

G_END_DECLS
