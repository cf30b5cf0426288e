/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What went wrong in a plain sentence, and one thing to do about it. Plain text, translated.
 * Transfer full. */
char *aft_ui_describe_error (const GError *error);

G_END_DECLS
