/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/zone.h"
#include "model/record.h"

G_BEGIN_DECLS

/* An event, an action or a link as it stands in a list while it is closed. Plain text, translated.
 */

/* Its text in one line, or what it is called where it has none. Transfer full. */
char *aft_record_face_title (AftRecord *record);
/* "Detected · Alert · System", "Prevention · Ana · due 2026-06-01 · P1 · Agreed". Transfer full. */
char *aft_record_face_facts (AftRecord *record, const AftZone *zone);
/* "14:02", "~14:02", what was written where that is no time; NULL for other records. Transfer full.
 */
char *aft_record_face_time (AftRecord *record, const AftZone *zone);
/* The day of an event, to tell where another one begins; NULL where it has no time. Transfer full.
 */
char *aft_record_face_day (AftRecord *record, const AftZone *zone);

G_END_DECLS
