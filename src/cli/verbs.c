/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/verbs.h"

#include <glib/gi18n.h>

static const char *const formats[] = { "pdf", "markdown", "json", "csv", "ics", NULL };
static const char *const papers[] = { "a4", "letter", NULL };
static const char *const layouts[] = { "report", "review", NULL };
static const char *const audiences[] = { "internal", "public", NULL };
static const char *const includes[] = { "reflection", NULL };

#define OPTION_JSON                                                                                \
  {                                                                                                \
    "json", NULL, NULL, N_ ("Print JSON for other programs to read")                               \
  }

const AftCliVerb aft_cli_verbs[] = {
  { .name = "export",
    .arguments = "FILE…",
    .summary = N_ ("Write postmortems as PDF, Markdown, JSON, CSV or iCalendar"),
    .details =
        N_ ("With several FILEs, PATH is a folder. Nothing is written unless all can be read."),
    .options = { { "to", NULL, formats, N_ ("What to write (default: as PATH says, else pdf)") },
                 { "output",
                   "PATH",
                   NULL,
                   N_ ("The file, or the folder, to write to (default: beside FILE)") },
                 { "paper", NULL, papers, N_ ("Paper size of a PDF (default: a4)") },
                 { "layout",
                   NULL,
                   layouts,
                   N_ ("Report, or review copy with line numbers (default: report)") },
                 { "copy", "N", NULL, N_ ("Number of a review copy (default: 1)") },
                 { "audience",
                   NULL,
                   audiences,
                   N_ ("public leaves out what is private (default: internal)") },
                 { "include", NULL, includes, N_ ("Also the private reflection") } },
    .min_arguments = 1,
    .max_arguments = G_MAXUINT,
    .run = aft_cli_export },
  { .name = "import",
    .arguments = "FILE…",
    .summary = N_ ("Make a postmortem of any Markdown, text, chat or log"),
    .details =
        N_ ("With several FILEs, PATH is a folder. Nothing of a FILE is lost: what has no field of "
            "its own stands in the appendix."),
    .options = { { "output",
                   "PATH",
                   NULL,
                   N_ ("The file, or the folder, to write to (default: beside FILE)") },
                 { "time-zone", "ZONE", NULL, N_ ("Zone of times that name none (default: UTC)") },
                 { "date", "YYYY-MM-DD", NULL, N_ ("Day of times that name none") } },
    .min_arguments = 1,
    .max_arguments = G_MAXUINT,
    .run = aft_cli_import },
  { .name = "check",
    .arguments = "FILE…",
    .summary = N_ ("Review what readers would still ask, one finding a line"),
    .details = N_ ("Prints FILE:SECTION/FIELD:LINE:COL: RULE: what is found. The status is 1 where "
                   "there are findings."),
    .options = { { "audience",
                   NULL,
                   audiences,
                   N_ ("public also lists names, addresses, hosts, keys and tickets that outsiders "
                       "would read (default: internal)") },
                 OPTION_JSON },
    .min_arguments = 1,
    .max_arguments = G_MAXUINT,
    .run = aft_cli_check },
  { .name = "metrics",
    .arguments = "FILE…",
    .summary = N_ ("Print the figures of the timeline, with formula and times"),
    .options = { OPTION_JSON },
    .min_arguments = 1,
    .max_arguments = G_MAXUINT,
    .run = aft_cli_metrics },
  { .name = "figure",
    .arguments = "FILE",
    .summary = N_ ("Write the timeline alone, as a picture"),
    .options = { { "output",
                   "PATH",
                   NULL,
                   N_ ("A name ending in .svg, .png or .pdf (default: .svg beside FILE)") },
                 { "width", "PX", NULL, N_ ("Width of the picture (default: 1200)") } },
    .min_arguments = 1,
    .max_arguments = 1,
    .run = aft_cli_figure },
  { .name = "list",
    .arguments = "",
    .summary = N_ ("List the library"),
    .options = { OPTION_JSON },
    .run = aft_cli_list },
  { .name = "search",
    .arguments = "QUERY",
    .summary = N_ ("List what of the library matches the words of QUERY"),
    .details = N_ ("The words may be in any order; the last one may be the beginning of a word."),
    .options = { OPTION_JSON },
    .min_arguments = 1,
    .max_arguments = G_MAXUINT,
    .run = aft_cli_search },
  { .name = NULL },
};

const AftCliVerb *
aft_cli_find_verb (const char *name)
{
  for (guint i = 0; aft_cli_verbs[i].name != NULL; i++)
    if (g_str_equal (aft_cli_verbs[i].name, name))
      return &aft_cli_verbs[i];
  return NULL;
}
