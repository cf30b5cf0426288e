/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/options.h"

#include <string.h>

static const char *const sizes[] = { "small", "large", NULL };

static gboolean
run (const AftCliCall *call, GError **error)
{
  return TRUE;
}

static const AftCliVerb verbs[] = {
  { .name = "paint",
    .arguments = "FILE…",
    .summary = "Paint files",
    .details = "With a brush.",
    .options = { { "size", NULL, sizes, "How large" },
                 { "output", "PATH", NULL, "Where to" },
                 { "wet", NULL, NULL, "Do not let it dry" } },
    .min_arguments = 1,
    .max_arguments = 2,
    .run = run },
  { .name = "frame", .arguments = "", .summary = "Frame them" },
  { .name = NULL },
};

/* words: the command line after the verb, split at blanks; "∅" is an empty argument. */
static gboolean
parse (AftCliCall *call, const char *words, GError **error)
{
  static char *argv[16];
  static char  line[256];
  int          argc = 0;

  g_strlcpy (line, words, sizeof line);
  for (char *word = strtok (line, " "); word != NULL; word = strtok (NULL, " "))
    argv[argc++] = g_str_equal (word, "∅") ? word + strlen (word) : word;
  return aft_cli_call_init (call, &verbs[0], argc, argv, error);
}

static void
test_understood (void)
{
  static const struct
  {
    const char *words, *size, *output;
    gboolean    wet;
    const char *arguments;
  } cases[] = {
    { "a", NULL, NULL, FALSE, "a" },
    { "a b", NULL, NULL, FALSE, "a|b" },
    { "--size=small a", "small", NULL, FALSE, "a" },
    { "--size small a", "small", NULL, FALSE, "a" },
    { "a --size=large", "large", NULL, FALSE, "a" },
    { "--size=small --size=large a", "large", NULL, FALSE, "a" },
    { "--output=x=y --wet a", NULL, "x=y", TRUE, "a" },
    { "--output --wet a", NULL, "--wet", FALSE, "a" },
    { "--output= a", NULL, "", FALSE, "a" },
    { "--output - -", NULL, "-", FALSE, "-" },
    { "-- --wet", NULL, NULL, FALSE, "--wet" },
    { "-- -- a", NULL, NULL, FALSE, "--|a" },
    { "∅", NULL, NULL, FALSE, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (AftCliCall) call = { 0 };
      g_autoptr (GError) error = NULL;
      g_autofree char *arguments = NULL;

      g_assert_true (parse (&call, cases[i].words, &error));
      g_assert_no_error (error);
      arguments = g_strjoinv ("|", (char **) call.arguments->pdata);
      g_assert_cmpstr (arguments, ==, cases[i].arguments);
      g_assert_cmpstr (aft_cli_call_get (&call, "size"), ==, cases[i].size);
      g_assert_cmpstr (aft_cli_call_get (&call, "output"), ==, cases[i].output);
      g_assert_cmpint (aft_cli_call_has (&call, "wet"), ==, cases[i].wet);
      g_assert_false (call.wants_help);
    }
}

static void
test_refused (void)
{
  static const struct
  {
    const char *words, *reason;
  } cases[] = {
    { "", "FILE… is missing" },
    { "--wet", "FILE… is missing" },
    { "a b c", "unexpected argument “c”" },
    { "--dry a", "unknown option --dry" },
    { "--siz=small a", "unknown option --siz=small" },
    { "--sizes=small a", "unknown option --sizes=small" },
    { "-x a", "unknown option -x" },
    { "--size=huge a", "--size is small|large, not “huge”" },
    { "--size= a", "--size is small|large, not “”" },
    { "a --size", "--size needs a value" },
    { "--wet=yes a", "--wet takes no value" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (AftCliCall) call = { 0 };
      g_autoptr (GError) error = NULL;
      g_autofree char *message =
          g_strdup_printf ("paint: %s: see “afterword paint --help”", cases[i].reason);

      g_assert_false (parse (&call, cases[i].words, &error));
      g_assert_error (error, AFT_CLI_ERROR, AFT_CLI_ERROR_USAGE);
      g_assert_cmpstr (error->message, ==, message);
    }
}

static void
test_help_wins (void)
{
  static const char *const cases[] = { "--help", "-h", "a --wet --help", "--help --dry a b c" };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (AftCliCall) call = { 0 };

      g_assert_true (parse (&call, cases[i], NULL));
      g_assert_true (call.wants_help);
    }
}

static void
test_help_verb (void)
{
  g_autofree char *paint = aft_cli_help_verb (&verbs[0]);
  g_autofree char *frame = aft_cli_help_verb (&verbs[1]);

  g_assert_cmpstr (paint,
                   ==,
                   "Usage: afterword paint [OPTION…] FILE…\n"
                   "\n"
                   "Paint files\n"
                   "With a brush.\n"
                   "\n"
                   "Options:\n"
                   "  --size=small|large          How large\n"
                   "  --output=PATH               Where to\n"
                   "  --wet                       Do not let it dry\n"
                   "  --help                      Print this help\n");
  g_assert_cmpstr (frame,
                   ==,
                   "Usage: afterword frame [OPTION…]\n"
                   "\n"
                   "Frame them\n"
                   "\n"
                   "Options:\n"
                   "  --help                      Print this help\n");
}

static void
test_help (void)
{
  g_autofree char *help = aft_cli_help (verbs);

  g_assert_nonnull (strstr (help, "\n  paint FILE…                 Paint files\n"));
  g_assert_nonnull (strstr (help, "\n  frame                       Frame them\n"));
  g_assert_nonnull (strstr (help, "--version"));
  g_assert_true (g_str_has_suffix (help, "\n"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/options/values and arguments are told apart", test_understood);
  g_test_add_func ("/cli/options/a mistake is named", test_refused);
  g_test_add_func ("/cli/options/help wins over mistakes", test_help_wins);
  g_test_add_func ("/cli/options/the help of a verb is its table", test_help_verb);
  g_test_add_func ("/cli/options/the help lists every verb", test_help);
  return g_test_run ();
}
