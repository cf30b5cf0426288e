/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/relevance.h"

#define TITLE_COLUMN 0
#define TITLE_WEIGHT 10.0
#define HALF_WEIGHT  1.2  /* at which a word counts half, as k1 of bm25() */
#define MAX_WEIGHT   60.0 /* more makes no difference */

static double
weigh_word (const Fts5ExtensionApi *api, Fts5Context *match, int word)
{
  Fts5PhraseIter iter;
  double         weight = 0;
  int            column, offset;

  if (api->xPhraseFirst (match, word, &iter, &column, &offset) != SQLITE_OK)
    return 0;
  while (column >= 0 && weight < MAX_WEIGHT)
    {
      weight += column == TITLE_COLUMN ? TITLE_WEIGHT : 1;
      api->xPhraseNext (match, &iter, &column, &offset);
    }
  return weight / (weight + HALF_WEIGHT);
}

static void
relevance_cb (const Fts5ExtensionApi *api,
              Fts5Context            *match,
              sqlite3_context        *context,
              int                     n_values,
              sqlite3_value         **values)
{
  double relevance = 0;
  int    n_words = api->xPhraseCount (match);

  for (int i = 0; i < n_words; i++)
    relevance += weigh_word (api, match, i);
  sqlite3_result_double (context, relevance);
}

int
aft_relevance_install (sqlite3 *connection)
{
  sqlite3_stmt *statement;
  fts5_api     *api = NULL;
  int           code = sqlite3_prepare_v2 (connection, "SELECT fts5 (?1)", -1, &statement, NULL);

  if (code != SQLITE_OK)
    return code;
  sqlite3_bind_pointer (statement, 1, &api, "fts5_api_ptr", NULL);
  sqlite3_step (statement);
  code = sqlite3_finalize (statement);
  if (code != SQLITE_OK || api == NULL)
    return SQLITE_ERROR;
  return api->xCreateFunction (api, "relevance", NULL, relevance_cb, NULL);
}
