/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/instant.h"
#include "model/record-list.h"
#include "model/schema.h"

G_BEGIN_DECLS

/* What the geometry needs to know of the events, read once from their records and put in order:
 * made anew when the events change, read by every layout in between. Reference counted. */
typedef struct
{
  AftRecord *event;                 /* owned reference */
  AftInstant at;                    /* NONE: unknown, then all others are before it */
  AftInstant until;                 /* NONE: not a range */
  guint      kind, lane, milestone; /* AftEventKind, AftLane, AftMilestone or AFT_CHOICE_NONE */
  gboolean   approximate;
  char      *label;       /* one plain line, or NULL: not needed yet */
  double     label_width; /* px as last measured; negative: not measured */
} AftDigestEvent;

/* Nothing happens between the two, for long enough to be skipped. */
typedef struct
{
  AftInstant from, to;
} AftQuiet;

typedef struct
{
  GArray    *events;  /* AftDigestEvent, by time, unknown times last; stable */
  guint      n_timed; /* so many have a time */
  AftInstant first, last;
  int        milestones[AFT_N_MILESTONES]; /* index of the event marked so, or -1 */
  GArray    *quiet;                        /* AftQuiet, in order */
  double     measured_for;                 /* height of the text that the widths are of */
  gboolean   is_numbered;                  /* labels begin with "E12" */
} AftDigest;

AftDigest      *aft_digest_new (AftRecordList *events);
AftDigest      *aft_digest_ref (AftDigest *self);
void            aft_digest_unref (AftDigest *self);
AftDigestEvent *aft_digest_get (const AftDigest *self, guint index);
/* Labels are made anew where they were made for other text. */
void aft_digest_set_face (AftDigest *self, double text_height, gboolean numbered);
/* The start of the event's text as one plain line. Transfer none. */
const char *aft_digest_get_label (AftDigest *self, guint index);
/* Index of the event, or -1. */
int aft_digest_find (const AftDigest *self, AftRecord *event);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AftDigest, aft_digest_unref)

G_END_DECLS
