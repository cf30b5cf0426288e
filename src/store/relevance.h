/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <sqlite3.h>

#include <glib.h>

G_BEGIN_DECLS

/* Adds the function relevance (texts) to a connection: how much a match is about the words, from 0
 * to 1 a word. As bm25() a word counts the less the more often it has come, and in the title ten
 * times; unlike it, neither how rare a word is nor how long the text counts, for which it would
 * have to go through all matches first and read one more row for each. Returns a result code. */
int aft_relevance_install (sqlite3 *connection);

G_END_DECLS
