/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/time-entry.h"
#include "model/postmortem.h"

G_BEGIN_DECLS

/* An event as it is typed in one line:
 *
 *   14:02 error rate at 5 % #alert !detected @users
 *
 * A time from the start, as far as one is understood (see base/time-entry.h), or a range of two
 * with a hyphen or dash between ("14:02-14:20", "23:50 – 0:10"), or "?" for a time that is not
 * known; then what happened, and anywhere words for the kind (#), the milestone (!) and the lane
 * (@): the word of the file, or the label in English or in the language of the program, with
 * hyphens for spaces. The first of each counts; a word that means nothing stays text, and so does
 * one behind a backslash. Pure. */
typedef struct
{
  gboolean     has_time;
  gboolean     is_unknown; /* "?": said to be unknown */
  AftTimeEntry time;
  AftInstant   until;                 /* of a range, else NONE */
  guint        kind, milestone, lane; /* AFT_CHOICE_NONE where not given */
  char        *text;                  /* what is left; owned */
} AftEventLine;

/* A word with a sign, while it is typed. */
typedef struct
{
  guint field;      /* AFT_EVENT_KIND, AFT_EVENT_MILESTONE or AFT_EVENT_LANE */
  gsize start, end; /* bytes in the line, with the sign */
} AftEventLineWord;

/* Never fails: what is not understood is text. Clear it afterwards. */
void aft_event_line_parse (const char *line, const AftTimeContext *context, AftEventLine *parsed);
void aft_event_line_clear (AftEventLine *self);
/* A record that is in no list. Transfer full. */
AftRecord *aft_event_line_create_event (const AftEventLine *self);
/* Adds the event as one step of undo; a milestone is taken from the event that had it. */
void aft_event_line_add (AftPostmortem *postmortem, AftRecord *event);

/* The word that begins with a sign and in or behind which the cursor (in bytes) is. */
gboolean aft_event_line_find_word (const char *line, gsize cursor, AftEventLineWord *word);
/* What the word could become: (element-type guint), the choices whose label or word in the file
 * begins with what was typed, then those that contain it. Transfer full. */
GArray *aft_event_line_complete (const char *line, const AftEventLineWord *word);
/* The choice as it is typed, with its sign: "!impact-start". Transfer full. */
char *aft_event_line_format_choice (guint field, guint choice);

/* Time and range at the start of a line; end: where the text begins. FALSE where there is none. */
gboolean aft_event_line_read_time (const char           *line,
                                   const AftTimeContext *context,
                                   AftTimeEntry         *time,
                                   AftInstant           *until,
                                   const char          **end);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AftEventLine, aft_event_line_clear)

G_END_DECLS
