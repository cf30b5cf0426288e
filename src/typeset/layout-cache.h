/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "typeset/word-widths.h"

G_BEGIN_DECLS

/* Shaped text from one setting of a document to the next: a key press changes one paragraph, and
 * the others are the same layouts again. Within one setting nobody shares a layout, so that who
 * has it may break it to another width. What a setting did not use is forgotten with it. For one
 * thread, and one PangoContext. */
typedef struct _AftLayoutCache AftLayoutCache;

AftLayoutCache *aft_layout_cache_new (void);
void            aft_layout_cache_free (AftLayoutCache *self);

/* Around a setting. */
void aft_layout_cache_begin (AftLayoutCache *self);
void aft_layout_cache_end (AftLayoutCache *self);

/* kind: what else makes layouts of the same text different, such as face and width. A layout that
 * nobody has had in this setting, transfer full; NULL where there is none: then the caller makes
 * one and adds it. length: in bytes or -1. */
PangoLayout *aft_layout_cache_take (AftLayoutCache *self,
                                    guint64         kind,
                                    const char     *text,
                                    int             length,
                                    PangoAttrList  *attrs);
void         aft_layout_cache_add (AftLayoutCache *self, guint64 kind, PangoLayout *layout);

/* Those that stay from one setting to the next. */
AftWordWidths *aft_layout_cache_get_word_widths (AftLayoutCache *self);

/* How many layouts it holds. */
guint aft_layout_cache_get_size (AftLayoutCache *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AftLayoutCache, aft_layout_cache_free)

G_END_DECLS
