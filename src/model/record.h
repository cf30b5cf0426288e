/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "model/field.h"
#include "model/value.h"

G_BEGIN_DECLS

/* One row of the document: the document itself, an event, an action, … Its fields are those of its
 * schema, addressed by index. Readers use the getters; writers go through AftPostmortem, which
 * makes the change undoable. Only code that loads or copies a document, before a postmortem owns
 * it, uses aft_record_init_value(). */
#define AFT_TYPE_RECORD (aft_record_get_type ())
G_DECLARE_FINAL_TYPE (AftRecord, aft_record, AFT, RECORD, GObject)

typedef struct _AftRecordList AftRecordList;

/* A key that this version does not know, kept to be written back. */
typedef struct
{
  char *path; /* of the object that holds it: "" for the record itself, else "impact.users" */
  char *key;
  char *json; /* its value as JSON text */
} AftExtra;

AftRecord *aft_record_new (const AftSchema *schema);
/* Deep copy: same values, same extras, no owner. */
AftRecord       *aft_record_copy (AftRecord *self);
const AftSchema *aft_record_get_schema (AftRecord *self);
const AftField  *aft_record_get_field (AftRecord *self, guint field);

gboolean        aft_record_has (AftRecord *self, guint field);
const AftValue *aft_record_peek (AftRecord *self, guint field);
/* Never NULL: "" where absent. */
const char *aft_record_get_text (AftRecord *self, guint field);
gint64      aft_record_get_integer (AftRecord *self, guint field, gint64 fallback);
double      aft_record_get_real (AftRecord *self, guint field, double fallback);
/* The choice; where absent its fallback for fields that always have one, else AFT_CHOICE_NONE. */
guint    aft_record_get_choice (AftRecord *self, guint field);
gboolean aft_record_get_flag (AftRecord *self, guint field);
/* Never NULL: an empty array where absent. */
const char *const *aft_record_get_words (AftRecord *self, guint field);
/* Never NULL for a LIST field: the list lives as long as the record. */
AftRecordList *aft_record_get_list (AftRecord *self, guint field);

/* The list that holds the record, NULL for the document itself and while it is in none. */
AftRecordList *aft_record_get_owner (AftRecord *self);
/* The section page on which the field is edited. */
AftSectionId aft_record_get_section (AftRecord *self, guint field);

void aft_record_init_value (AftRecord *self, guint field, const AftValue *value);
void aft_record_add_extra (AftRecord *self, const char *path, const char *key, const char *json);
GPtrArray *aft_record_get_extras (AftRecord *self); /* (element-type AftExtra), may be NULL */

/* signal "changed" (AftRecord *self, guint field): after a value changed */

G_END_DECLS
