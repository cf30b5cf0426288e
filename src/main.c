/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <locale.h>

#include <glib/gi18n.h>

#include "cli/cli.h"
#include "ui/application.h"

static void
set_up_translations (void)
{
  const char *directory = g_getenv ("AFTERWORD_LOCALEDIR"); /* of a build that is not installed */

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, directory != NULL ? directory : LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

int
main (int argc, char *argv[])
{
  g_autoptr (AftApplication) application = NULL;
  int status;

  set_up_translations ();
  if (aft_cli_run (argc, argv, &status))
    return status;
  application = aft_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
