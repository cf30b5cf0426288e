/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Appends words as a typesetter has them: a figure stays with its unit, a range of figures or times
 * has an en dash and stays
 * on one line. Dates, names and whatever else has hyphens stay as they are. Not for code and
 * addresses. length in bytes or -1. */
void aft_microtype_append (GString *out, const char *text, gssize length);

G_END_DECLS
