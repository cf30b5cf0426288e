/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The wordings that an import knows are data, of every language alike: data/import/NAME.tsv, a line
 * each, KEY<tab>PHRASE. */
typedef struct
{
  char *key, *phrase;
} AftWording;

/* (element-type AftWording), in the order of the file; read once, never freed. name: "headings" */
const GArray *aft_wordings_get (const char *name);

G_END_DECLS
