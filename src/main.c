/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <locale.h>

#include <glib/gi18n.h>

#include <gmodule.h>

#include "cli/cli.h"

#define MODULE "afterword-window." G_MODULE_SUFFIX

#define CANNOT_START 2

typedef int (*RunFunc) (int argc, char **argv); /* aft_application_run() */

static void
set_up_translations (void)
{
  const char *directory = g_getenv ("AFTERWORD_LOCALEDIR"); /* of a build that is not installed */

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, directory != NULL ? directory : LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

/* Beside the program where it is not installed. */
static char *
find_module (void)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = program != NULL ? g_path_get_dirname (program) : g_strdup (".");
  g_autofree char *beside = g_build_filename (folder, MODULE, NULL);

  if (program != NULL && g_file_test (beside, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&beside);
  return g_build_filename (PKGLIBDIR, MODULE, NULL);
}

static int
run_window (int argc, char *argv[])
{
  g_autofree char *path = find_module ();
  GModule         *module = g_module_open (path, G_MODULE_BIND_LAZY);
  gpointer         run = NULL;

  if (module == NULL || !g_module_symbol (module, "aft_application_run", &run))
    {
      g_printerr (_ ("afterword: the window could not be loaded: %s"), g_module_error ());
      g_printerr ("\n");
      return CANNOT_START;
    }
  /* its types are known to the type system, which forgets none */
  g_module_make_resident (module);
  return ((RunFunc) run) (argc, argv);
}

int
main (int argc, char *argv[])
{
  int status;

  set_up_translations ();
  if (aft_cli_run (argc, argv, &status))
    return status;
  return run_window (argc, argv);
}
