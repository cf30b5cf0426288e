/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* One line on standard error, "afterword: …", whatever the text holds. */
void aft_cli_complain (const char *message);
/* User text as one line that cannot steer a terminal. Transfer full. */
char *aft_cli_plain (const char *text);
/* A cell of a table: blanks up to that width, one at least. */
void aft_cli_append_padded (GString *text, const char *cell, int width);
/* All of the text on standard output, or AFT_BASE_ERROR_IO. */
gboolean aft_cli_print (const char *text, GError **error);

G_END_DECLS
