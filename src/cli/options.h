/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Verbs and options as rows of tables: what is parsed is what --help prints. */

#define AFT_CLI_ERROR (aft_cli_error_quark ())
typedef enum
{
  AFT_CLI_ERROR_USAGE, /* arguments that make no sense */
  AFT_CLI_ERROR_INPUT, /* a file that is no postmortem; the message begins with its name */
} AftCliError;
GQuark aft_cli_error_quark (void);

typedef struct _AftCliVerb AftCliVerb;
typedef struct _AftCliCall AftCliCall;

typedef struct
{
  const char        *name;    /* without the dashes */
  const char        *metavar; /* "PATH"; NULL for a flag or where there are words */
  const char *const *words;   /* the only values there are; NULL for any */
  const char        *help;    /* N_() */
} AftCliOption;

#define AFT_CLI_MAX_OPTIONS 8

/* Carries it out; the exit status. FALSE with an error means status 2. */
typedef gboolean (*AftCliRun) (const AftCliCall *call, GError **error);

struct _AftCliVerb
{
  const char  *name;
  const char  *arguments;                    /* "FILE…"; "" where there are none */
  const char  *summary;                      /* N_(): one line */
  const char  *details;                      /* N_(): more for the verb's own help; may be NULL */
  AftCliOption options[AFT_CLI_MAX_OPTIONS]; /* ends with a NULL name */
  guint        min_arguments, max_arguments;
  AftCliRun    run;
};

/* What the user asked for. */
struct _AftCliCall
{
  const AftCliVerb *verb;
  const char       *values[AFT_CLI_MAX_OPTIONS]; /* unowned; "" for a flag; NULL: not given */
  GPtrArray        *arguments;                   /* unowned strings, NULL-terminated */
  gboolean          wants_help;
  gboolean         *has_findings; /* for the verb to set, where that is a status of its own */
};

/* argv: what follows the verb. "--name=value", "--name value", "--" ends the options. */
gboolean
aft_cli_call_init (AftCliCall *self, const AftCliVerb *verb, int argc, char **argv, GError **error);
void aft_cli_call_clear (AftCliCall *self);
/* The value of an option the verb has; NULL where it was not given. */
const char *aft_cli_call_get (const AftCliCall *self, const char *name);
gboolean    aft_cli_call_has (const AftCliCall *self, const char *name);

/* The text of --help, translated. verbs: ends with a NULL name. Transfer full. */
char *aft_cli_help (const AftCliVerb *verbs);
char *aft_cli_help_verb (const AftCliVerb *verb);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AftCliCall, aft_cli_call_clear)

G_END_DECLS
