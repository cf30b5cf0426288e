/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Keys and values before the text: the flat part of YAML ("---") or TOML ("+++"). A list becomes
 * its entries; what is nested keeps its lines as they are. */
typedef struct
{
  char       *key;
  char       *value; /* the text, without quotes; for a list the entries with line ends between */
  const char *start, *end; /* where they stand in the text that was read */
} AftMatter;

/* (element-type AftMatter). end: where the text begins behind it. Without front matter an empty
 * array, and end is text. */
GPtrArray *aft_front_matter_read (const char *text, const char **end);
/* "" where it is not there. */
const char *aft_front_matter_get (GPtrArray *matter, const char *key);

G_END_DECLS
