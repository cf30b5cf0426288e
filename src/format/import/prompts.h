/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether the text is nothing but what a template asks for: "_Describe what happened._", "> Who was
 * affected?", "TBD", "{{ summary }}", "<link>", an empty list. Such a section is an empty one. The
 * wordings are data: data/import/prompts.tsv. */
gboolean aft_prompts_is_one (const char *text);

G_END_DECLS
