/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "typeset/block.h"

G_BEGIN_DECLS

/* Fewer lines of a paragraph than this never stand alone at the foot or head of a page. */
#define AFT_MIN_LINES 2

/* Lets the blocks flow into pages->pages, and fills in outline and spots. */
void aft_paginate (GPtrArray *blocks, AftStyle *style, AftPages *pages);

G_END_DECLS
