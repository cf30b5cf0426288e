/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "timeline/figure.h"

G_BEGIN_DECLS

#define AFT_STRIPS_MAX 6

/* A figure for paper, on one strip or several, one below the other: where too many events would
 * have no label, or one strip would be too tall, the timeline is cut at quiet moments.
 * options: of one strip; strip_from and strip_to are not used. max_height: of one strip, 0: any.
 * (element-type AftFigure), at least one. Transfer full. */
GPtrArray *
aft_figure_layout_strips (AftDigest *digest, const AftFigureOptions *options, double max_height);
/* How many of its events have no label that can be read. */
guint aft_figure_count_unlabelled (const AftFigure *self);

G_END_DECLS
