/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Messages begin with "LINE:COL: " where a place is known. */
#define AFT_FORMAT_ERROR (aft_format_error_quark ())
typedef enum
{
  AFT_FORMAT_ERROR_SYNTAX, /* not JSON as RFC 8259 has it */
  AFT_FORMAT_ERROR_LIMIT,  /* too deep, too large, too many keys, a number out of range */
  AFT_FORMAT_ERROR_SCHEMA, /* JSON, but not a postmortem: a wrong type, an unknown word */
} AftFormatError;
GQuark aft_format_error_quark (void);

G_END_DECLS
