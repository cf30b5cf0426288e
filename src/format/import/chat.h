/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "format/import/import.h"
#include "format/import/timeline.h"

G_BEGIN_DECLS

/* Talk and logs: a time and what was said or done, line by line. Copies out of Slack, Mattermost,
 * Teams and Discord, IRC clients' logs, syslog and journalctl, git log; told by how the lines look,
 * so that the name of the program need not be known. Each message becomes an event with its speaker
 * as the source; a line that says it is to be done is an action. FALSE, and nothing done, where it
 * is none. */
gboolean aft_import_chat (AftImport *self, AftTimelineReader *timeline, const char *text);

/* An event with its source, and an action where the text begins as one. NULL where the text is
 * blank. Transfer none. */
AftRecord *aft_import_add_message (AftImport         *self,
                                   AftTimelineReader *timeline,
                                   const AftStamp    *stamp,
                                   const char        *text,
                                   const char        *source);

G_END_DECLS
