/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/message.h"

#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "base/text.h"

char *
aft_cli_plain (const char *text)
{
  g_autofree char *line = aft_text_clean_line (text, -1);

  return aft_text_reveal (line);
}

void
aft_cli_complain (const char *message)
{
  g_autofree char *plain = aft_cli_plain (message);

  fprintf (stderr, "afterword: %s\n", plain);
}

void
aft_cli_append_padded (GString *text, const char *cell, int width)
{
  int n_blanks = width - (int) g_utf8_strlen (cell, -1);

  g_string_append_printf (text, "%s%*s", cell, MAX (n_blanks, 1), "");
}

gboolean
aft_cli_print (const char *text, GError **error)
{
  return aft_file_write ("-", text, strlen (text), error);
}
