/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/instant.h"
#include "model/record-list.h"

G_BEGIN_DECLS

/* One change to a document, which can be carried out forward and backward. Text is kept as the
 * splice that changed, so that a thousand key presses in a long text stay small. */
typedef enum
{
  AFT_EDIT_SPLICE, /* text: bytes removed and inserted at an offset */
  AFT_EDIT_VALUE,  /* any other value: old and new */
  AFT_EDIT_INSERT,
  AFT_EDIT_REMOVE,
  AFT_EDIT_MOVE,
} AftEditType;

typedef struct
{
  AftEditType    type;
  AftRecord     *record; /* owned: whose field, or the row */
  guint          field;
  AftRecordList *list; /* owned: for rows */
  guint          position, to;
  gsize          offset; /* bytes */
  char          *removed, *inserted;
  AftValue       before, after;
} AftEdit;

/* NULL where it would change nothing. */
AftEdit *aft_edit_new_value (AftRecord *record, guint field, const AftValue *value);
AftEdit *aft_edit_new_insert (AftRecordList *list, guint position, AftRecord *record);
AftEdit *aft_edit_new_remove (AftRecordList *list, guint position);
AftEdit *aft_edit_new_move (AftRecordList *list, guint from, guint to);
void     aft_edit_free (AftEdit *self);
void     aft_edit_apply (const AftEdit *self);
void     aft_edit_revert (const AftEdit *self);
/* Takes the next key press into this edit where both are one stretch of typing or deleting;
 * FALSE leaves both as they were. next must have been applied right after self. */
gboolean aft_edit_merge (AftEdit *self, const AftEdit *next);
gsize    aft_edit_get_size (const AftEdit *self); /* bytes held, about */

G_END_DECLS
