/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/zone.h"
#include "model/record.h"

G_BEGIN_DECLS

/* An event as it stands in the list. Plain text, translated; transfer full. */

/* Its text in one line, "New event" where it has none. */
char *aft_event_face_title (AftRecord *event);
/* "until 14:20 · Alert · System · Private": what is not the milestone. */
char *aft_event_face_facts (AftRecord *event, const AftZone *zone);
/* "14:02", "~14:02", "day"; what was written where that is no time. */
char *aft_event_face_time (AftRecord *event, const AftZone *zone);
/* The same in another zone, with the days between the two: "23:02 −1 d". "" where there is none. */
char *aft_event_face_other_time (AftRecord *event, const AftZone *zone, const AftZone *other_zone);
/* The day, to tell where another one begins; NULL where it has no time. */
char *aft_event_face_day (AftRecord *event, const AftZone *zone);
/* As it is read out: "14:02, Detected, System: error rate at 5 %". */
char *aft_event_face_name (AftRecord *event, const AftZone *zone);

G_END_DECLS
