/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Errors of the base layer: input that cannot be read as what it should be. */
#define AFT_BASE_ERROR (aft_base_error_quark ())

typedef enum
{
  AFT_BASE_ERROR_SYNTAX,    /* not a time, number, duration, … as written */
  AFT_BASE_ERROR_ZONE,      /* no such time zone */
  AFT_BASE_ERROR_TOO_LARGE, /* over a cap of caps.h */
  AFT_BASE_ERROR_IO,        /* a file could not be read or written; the message names it */
} AftBaseError;

GQuark aft_base_error_quark (void);

G_END_DECLS
