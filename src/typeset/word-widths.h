/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pango.h>

G_BEGIN_DECLS

/* How wide texts are, as the sum of their words: the same few words come again and again, and each
 * is shaped once. Within a fraction of a point of what a layout of the whole text says, as fonts
 * move nothing closer across a space. For one thread, and one PangoContext. */
typedef struct _AftWordWidths AftWordWidths;

AftWordWidths *aft_word_widths_new (void);
void           aft_word_widths_free (AftWordWidths *self);

/* In points, of the widest line; widest_word may be NULL. Words not known yet are measured with the
 * layout, whose text they become. kind: the same for layouts that look the same. */
double aft_word_widths_measure (AftWordWidths *self,
                                guint          kind,
                                PangoLayout   *layout,
                                const char    *text,
                                double        *widest_word);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AftWordWidths, aft_word_widths_free)

G_END_DECLS
