/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "format/import/import.h"
#include "format/import/timeline.h"

G_BEGIN_DECLS

/* Records of other programs: JSON, one value or one a line (exports of Slack, PagerDuty, Opsgenie,
 * Alertmanager, Grafana, structured logs), and CSV with a head. An event for each object, or row,
 * that has a time and a text under one of their usual names. FALSE, and nothing done, where it is
 * none. */
gboolean aft_import_json (AftImport *self, AftTimelineReader *timeline, const char *text);
gboolean aft_import_csv (AftImport *self, AftTimelineReader *timeline, const char *text);
/* "time=… level=… msg="…"", a line each. */
gboolean aft_import_logfmt (AftImport *self, AftTimelineReader *timeline, const char *text);
/* What "kubectl get events" prints. */
gboolean aft_import_kubectl (AftTimelineReader *timeline, const char *text);

G_END_DECLS
