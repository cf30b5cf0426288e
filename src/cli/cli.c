/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/cli.h"

#include <glib/gi18n-lib.h>

#include "cli/message.h"
#include "cli/verbs.h"

#define STATUS_FINE     0
#define STATUS_FINDINGS 1
#define STATUS_FAILED   2

static int
print (const char *text)
{
  g_autoptr (GError) error = NULL;

  if (aft_cli_print (text, &error))
    return STATUS_FINE;
  aft_cli_complain (error->message);
  return STATUS_FAILED;
}

static int
run_verb (const AftCliVerb *verb, int argc, char **argv)
{
  g_auto (AftCliCall) call = { 0 };
  g_autoptr (GError) error = NULL;
  gboolean has_findings = FALSE;

  if (!aft_cli_call_init (&call, verb, argc, argv, &error))
    {
      aft_cli_complain (error->message);
      return STATUS_FAILED;
    }
  if (call.wants_help)
    {
      g_autofree char *help = aft_cli_help_verb (verb);

      return print (help);
    }
  call.has_findings = &has_findings;
  if (verb->run (&call, &error))
    return has_findings ? STATUS_FINDINGS : STATUS_FINE;
  aft_cli_complain (error->message);
  return STATUS_FAILED;
}

/* Options that the window's own program takes; any other is a mistake. */
static gboolean
is_window_option (const char *argument)
{
  return g_str_has_prefix (argument, "--gapplication-") || g_str_equal (argument, "--") ||
         g_str_equal (argument, "--new-window") || g_str_has_prefix (argument, "--display");
}

static int
refuse_option (const char *argument)
{
  g_autofree char *message =
      g_strdup_printf (_ ("unknown option %s: see “afterword --help”"), argument);

  aft_cli_complain (message);
  return STATUS_FAILED;
}

/* TRUE where the first argument was an option of this layer. */
static gboolean
run_option (const char *argument, int *status)
{
  g_autofree char *text = NULL;

  if (g_str_equal (argument, "--help") || g_str_equal (argument, "-h"))
    text = aft_cli_help (aft_cli_verbs);
  else if (g_str_equal (argument, "--version"))
    text = g_strdup ("afterword " PACKAGE_VERSION "\n");
  else if (argument[0] != '-' || argument[1] == '\0' || is_window_option (argument))
    return FALSE;
  *status = text != NULL ? print (text) : refuse_option (argument);
  return TRUE;
}

gboolean
aft_cli_run (int argc, char **argv, int *status)
{
  const AftCliVerb *verb;

  if (argc < 2)
    return FALSE;
  if (run_option (argv[1], status))
    return TRUE;
  verb = aft_cli_find_verb (argv[1]);
  if (verb == NULL)
    return FALSE;
  *status = run_verb (verb, argc - 2, argv + 2);
  return TRUE;
}
