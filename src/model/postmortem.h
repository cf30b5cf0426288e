/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/instant.h"
#include "model/record-list.h"
#include "model/schema.h"

G_BEGIN_DECLS

/* A document being edited: the root record, and the one way to change anything in it. Every change
 * is undoable, stamps "modified" and is announced. */
#define AFT_TYPE_POSTMORTEM (aft_postmortem_get_type ())
G_DECLARE_FINAL_TYPE (AftPostmortem, aft_postmortem, AFT, POSTMORTEM, GObject)

/* Where a change was made, so that undo can show it. Pointers stay valid until the next edit. */
typedef struct
{
  AftSectionId section;
  AftRecord   *record; /* whose field changed, or the row that came, went or moved */
  guint        field;
} AftPlace;

typedef AftInstant (*AftClock) (gpointer data);

/* A new draft with an id, created and modified now. */
AftPostmortem *aft_postmortem_new (AftDocKind kind);
/* Around a loaded document; takes a reference. */
AftPostmortem *aft_postmortem_new_for_root (AftRecord *root);
AftRecord     *aft_postmortem_get_root (AftPostmortem *self);
const char    *aft_postmortem_get_id (AftPostmortem *self);
/* A read-only document ignores every edit. */
gboolean aft_postmortem_get_read_only (AftPostmortem *self);
void     aft_postmortem_set_read_only (AftPostmortem *self, gboolean read_only);
/* For tests: where "now" comes from. */
void aft_postmortem_set_clock (AftPostmortem *self, AftClock clock, gpointer data);

/* record: the root or any record below it. Equal values change nothing. */
void aft_postmortem_set_value (AftPostmortem  *self,
                               AftRecord      *record,
                               guint           field,
                               const AftValue *value);
void
aft_postmortem_set_text (AftPostmortem *self, AftRecord *record, guint field, const char *text);
void
aft_postmortem_set_integer (AftPostmortem *self, AftRecord *record, guint field, gint64 integer);
void aft_postmortem_set_real (AftPostmortem *self, AftRecord *record, guint field, double real);
/* AFT_CHOICE_NONE clears it. */
void aft_postmortem_set_choice (AftPostmortem *self, AftRecord *record, guint field, guint choice);
void aft_postmortem_set_flag (AftPostmortem *self, AftRecord *record, guint field, gboolean flag);
void aft_postmortem_set_words (AftPostmortem     *self,
                               AftRecord         *record,
                               guint              field,
                               const char *const *words);
void aft_postmortem_clear (AftPostmortem *self, AftRecord *record, guint field);

/* position past the end appends. A record with an id field gets one where it has none. */
void
aft_postmortem_insert (AftPostmortem *self, AftRecordList *list, guint position, AftRecord *record);
void aft_postmortem_remove (AftPostmortem *self, AftRecordList *list, guint position);
void aft_postmortem_move (AftPostmortem *self, AftRecordList *list, guint from, guint to);

/* All edits until the matching end are one undo step and one "changed"; groups nest. */
void aft_postmortem_begin_group (AftPostmortem *self);
void aft_postmortem_end_group (AftPostmortem *self);
/* The next edit starts a step of its own: focus left the field, the page changed. */
void aft_postmortem_break_step (AftPostmortem *self);

gboolean aft_postmortem_can_undo (AftPostmortem *self);
gboolean aft_postmortem_can_redo (AftPostmortem *self);
/* FALSE where there was nothing to do. place: out, may be NULL. */
gboolean aft_postmortem_undo (AftPostmortem *self, AftPlace *place);
gboolean aft_postmortem_redo (AftPostmortem *self, AftPlace *place);

/* properties "can-undo", "can-redo", "read-only" (boolean, notify)
 * signal "edited" (AftPostmortem *self, AftRecord *record, guint field): one change, after it was
 *   made, undone or redone; for rows that came, went or moved, record is the list's parent and
 *   field the list
 * signal "changed" (AftPostmortem *self): once after each edit or group, undo and redo */

G_END_DECLS
