/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/json.h"
#include "model/record.h"

G_BEGIN_DECLS

/* The metrics of one document, for people: figure, formula, and both events with their times in the
 * document's zone; what is unknown says why. Translated. */
void aft_cli_metrics_append_text (GString *text, AftRecord *root);
/* The same for programs: keys and words of the file format, instants in UTC. */
void aft_cli_metrics_append_json (AftCliJson *json, const char *file, AftRecord *root);

G_END_DECLS
