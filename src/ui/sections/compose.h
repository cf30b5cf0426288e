/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/record.h"

G_BEGIN_DECLS

/* When it was and what the issue was, from the typed fields: whole sentences, each only where its
 * facts are known. "" where nothing is. Translated, Markdown. Transfer full. */
char *aft_compose_description (AftRecord *root);

G_END_DECLS
