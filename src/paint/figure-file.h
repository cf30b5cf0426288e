/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/record.h"

G_BEGIN_DECLS

#define AFT_PAINT_ERROR (aft_paint_error_quark ())
typedef enum
{
  AFT_PAINT_ERROR_TYPE,
  AFT_PAINT_ERROR_DRAWING
} AftPaintError;
GQuark aft_paint_error_quark (void);

/* The timeline alone as .svg, .png or .pdf bytes; type "svg", "png", "pdf". width in px. */
GBytes *aft_figure_export (AftRecord *root, const char *type, double width, GError **error);

G_END_DECLS
