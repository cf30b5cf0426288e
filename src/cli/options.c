/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/options.h"

#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_QUARK (aft_cli_error, aft_cli_error)

/* "export: unknown option --x: see afterword export --help". */
static gboolean
refuse (const AftCliVerb *verb, GError **error, const char *reason)
{
  g_set_error (error,
               AFT_CLI_ERROR,
               AFT_CLI_ERROR_USAGE,
               _ ("%s: %s: see “afterword %s --help”"),
               verb->name,
               reason,
               verb->name);
  return FALSE;
}

static gboolean
refuse_option (const AftCliVerb *verb, GError **error, const char *sentence, const char *option)
{
  g_autofree char *reason = g_strdup_printf (sentence, option);

  return refuse (verb, error, reason);
}

static int
find_option (const AftCliVerb *verb, const char *name, gsize length)
{
  for (int i = 0; verb->options[i].name != NULL; i++)
    if (strlen (verb->options[i].name) == length &&
        strncmp (verb->options[i].name, name, length) == 0)
      return i;
  return -1;
}

static gboolean
is_flag (const AftCliOption *option)
{
  return option->metavar == NULL && option->words == NULL;
}

static gboolean
check_value (const AftCliVerb *verb, const AftCliOption *option, const char *value, GError **error)
{
  g_autofree char *words = NULL;
  g_autofree char *reason = NULL;

  if (option->words == NULL || g_strv_contains (option->words, value))
    return TRUE;
  words = g_strjoinv ("|", (char **) option->words);
  reason = g_strdup_printf (_ ("--%s is %s, not “%s”"), option->name, words, value);
  return refuse (verb, error, reason);
}

/* *i: of the option in argv; moved on where its value is an argument of its own. */
static gboolean
take_option (AftCliCall *self, int argc, char **argv, int *i, GError **error)
{
  const char         *name = argv[*i] + 2;
  const char         *value = strchr (name, '=');
  gsize               length = value != NULL ? (gsize) (value - name) : strlen (name);
  int                 index = find_option (self->verb, name, length);
  const AftCliOption *option;

  if (index < 0)
    return refuse_option (self->verb, error, _ ("unknown option %s"), argv[*i]);
  option = &self->verb->options[index];
  if (is_flag (option) && value != NULL)
    return refuse_option (self->verb, error, _ ("--%s takes no value"), option->name);
  if (is_flag (option))
    value = "";
  else if (value != NULL)
    value++;
  else if (*i + 1 < argc)
    value = argv[++*i];
  else
    return refuse_option (self->verb, error, _ ("--%s needs a value"), option->name);
  self->values[index] = value;
  return is_flag (option) || check_value (self->verb, option, value, error);
}

static gboolean
check_arguments (const AftCliCall *self, GError **error)
{
  guint n = self->arguments->len;

  if (n > self->verb->max_arguments)
    return refuse_option (self->verb,
                          error,
                          _ ("unexpected argument “%s”"),
                          g_ptr_array_index (self->arguments, self->verb->max_arguments));
  if (n < self->verb->min_arguments)
    return refuse_option (self->verb, error, _ ("%s is missing"), self->verb->arguments);
  return TRUE;
}

static gboolean
is_help (const char *argument)
{
  return g_str_equal (argument, "--help") || g_str_equal (argument, "-h");
}

static gboolean
read_arguments (AftCliCall *self, int argc, char **argv, GError **error)
{
  gboolean has_ended = FALSE;

  for (int i = 0; i < argc; i++)
    {
      if (has_ended || argv[i][0] != '-' || argv[i][1] == '\0')
        g_ptr_array_add (self->arguments, argv[i]);
      else if (g_str_equal (argv[i], "--"))
        has_ended = TRUE;
      else if (is_help (argv[i]))
        {
          self->wants_help = TRUE;
          return TRUE;
        }
      else if (argv[i][1] != '-')
        return refuse_option (self->verb, error, _ ("unknown option %s"), argv[i]);
      else if (!take_option (self, argc, argv, &i, error))
        return FALSE;
    }
  return check_arguments (self, error);
}

gboolean
aft_cli_call_init (AftCliCall *self, const AftCliVerb *verb, int argc, char **argv, GError **error)
{
  *self = (AftCliCall){ .verb = verb, .arguments = g_ptr_array_new () };
  if (!read_arguments (self, argc, argv, error))
    {
      aft_cli_call_clear (self);
      return FALSE;
    }
  g_ptr_array_add (self->arguments, NULL);
  g_ptr_array_set_size (self->arguments, self->arguments->len - 1);
  return TRUE;
}

void
aft_cli_call_clear (AftCliCall *self)
{
  g_clear_pointer (&self->arguments, g_ptr_array_unref);
}

const char *
aft_cli_call_get (const AftCliCall *self, const char *name)
{
  int index = find_option (self->verb, name, strlen (name));

  g_return_val_if_fail (index >= 0, NULL);
  return self->values[index];
}

gboolean
aft_cli_call_has (const AftCliCall *self, const char *name)
{
  return aft_cli_call_get (self, name) != NULL;
}

/* "--to=pdf|markdown". */
static char *
spell_option (const AftCliOption *option)
{
  g_autofree char *words = option->words != NULL ? g_strjoinv ("|", (char **) option->words) : NULL;

  if (is_flag (option))
    return g_strconcat ("--", option->name, NULL);
  return g_strconcat ("--", option->name, "=", words != NULL ? words : option->metavar, NULL);
}

static void
append_row (GString *text, const char *left, const char *right)
{
  int width = 28;
  int length = g_utf8_strlen (left, -1);

  g_string_append_printf (text, "  %s", left);
  if (length + 2 > width)
    g_string_append_printf (text, "\n%*s", width + 2, "");
  else
    g_string_append_printf (text, "%*s", width - length, "");
  g_string_append_printf (text, "%s\n", right);
}

static void
append_options (GString *text, const AftCliVerb *verb)
{
  for (guint i = 0; verb->options[i].name != NULL; i++)
    {
      g_autofree char *left = spell_option (&verb->options[i]);

      append_row (text, left, _ (verb->options[i].help));
    }
  append_row (text, "--help", _ ("Print this help"));
}

char *
aft_cli_help_verb (const AftCliVerb *verb)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (
      text, _ ("Usage: afterword %s [OPTION…] %s"), verb->name, verb->arguments);
  g_strchomp (text->str);
  text->len = strlen (text->str);
  g_string_append_printf (text, "\n\n%s\n", _ (verb->summary));
  if (verb->details != NULL)
    g_string_append_printf (text, "%s\n", _ (verb->details));
  g_string_append_printf (text, "\n%s\n", _ ("Options:"));
  append_options (text, verb);
  return g_string_free (text, FALSE);
}

static void
append_verb (GString *text, const AftCliVerb *verb)
{
  g_autofree char *left = g_strconcat (verb->name, " ", verb->arguments, NULL);

  append_row (text, g_strchomp (left), _ (verb->summary));
}

char *
aft_cli_help (const AftCliVerb *verbs)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%s\n", _ ("Usage: afterword [FILE…]"));
  g_string_append_printf (text, "       %s\n\n", _ ("afterword COMMAND [OPTION…] [ARGUMENT…]"));
  g_string_append_printf (
      text, "%s\n\n", _ ("Writes blameless postmortems. FILEs open in the window."));
  g_string_append_printf (text, "%s\n", _ ("Commands, which need no display:"));
  for (guint i = 0; verbs[i].name != NULL; i++)
    append_verb (text, &verbs[i]);
  g_string_append_printf (text, "\n%s\n", _ ("Options:"));
  append_row (text, "--help", _ ("Print this help; after a command, that of the command"));
  append_row (text, "--version", _ ("Print the version"));
  g_string_append_printf (
      text,
      "\n%s\n%s\n",
      _ ("“-” is standard input or output."),
      _ ("Exit status: 0 fine, 1 findings (check only), 2 bad usage or unreadable input."));
  return g_string_free (text, FALSE);
}
