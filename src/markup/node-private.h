/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "markup/node.h"

G_BEGIN_DECLS

AftNode *aft_node_new (AftNodeType type);
/* Takes the child. */
void aft_node_append (AftNode *self, AftNode *child);
/* Splits ||phrases|| out of the text nodes below; code is left alone. */
void aft_node_mark_private (AftNode *root);
/* FALSE where a link reference definition is long enough to be a bomb when it is used often. */
gboolean aft_markup_definitions_are_short (const char *markdown);

G_END_DECLS
