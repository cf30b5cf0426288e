/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/options.h"

G_BEGIN_DECLS

/* All verbs in the order of --help; ends with a NULL name. */
extern const AftCliVerb aft_cli_verbs[];

/* NULL where there is none of that name. */
const AftCliVerb *aft_cli_find_verb (const char *name);

gboolean aft_cli_export (const AftCliCall *call, GError **error);
gboolean aft_cli_import (const AftCliCall *call, GError **error);
gboolean aft_cli_check (const AftCliCall *call, GError **error);
gboolean aft_cli_metrics (const AftCliCall *call, GError **error);
gboolean aft_cli_figure (const AftCliCall *call, GError **error);
gboolean aft_cli_list (const AftCliCall *call, GError **error);
gboolean aft_cli_search (const AftCliCall *call, GError **error);

G_END_DECLS
