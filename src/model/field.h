/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The one description of what a postmortem is made of. JSON, Markdown, search, completeness,
 * typesetting and the form pages all walk these tables; see schema.c. */

typedef enum
{
  AFT_KIND_ID,       /* text: a UUID */
  AFT_KIND_LINE,     /* text: one line */
  AFT_KIND_PROSE,    /* text: Markdown */
  AFT_KIND_DATE,     /* text: YYYY-MM-DD */
  AFT_KIND_ZONE,     /* text: IANA zone name */
  AFT_KIND_CURRENCY, /* text: ISO 4217 code */
  AFT_KIND_URL,      /* text */
  AFT_KIND_CHOICE,   /* integer: index into choices */
  AFT_KIND_COUNT,    /* integer, >= 0 */
  AFT_KIND_SECONDS,  /* integer: a duration */
  AFT_KIND_INSTANT,  /* integer: AftInstant */
  AFT_KIND_FLAG,     /* integer: 1, or absent */
  AFT_KIND_AMOUNT,   /* real: money */
  AFT_KIND_PERCENT,  /* real */
  AFT_KIND_HOURS,    /* real */
  AFT_KIND_WORDS,    /* words: a list of short texts */
  AFT_KIND_LIST,     /* list: records of items */
} AftKind;

typedef enum
{
  AFT_SECTION_SUMMARY,
  AFT_SECTION_IMPACT,
  AFT_SECTION_TIMELINE,
  AFT_SECTION_ANALYSIS,
  AFT_SECTION_LESSONS,
  AFT_SECTION_ACTIONS,
  AFT_SECTION_DETAILS,
  AFT_N_SECTIONS,
} AftSectionId;

typedef enum
{
  AFT_FIELD_ALWAYS = 1 << 0,   /* written even where it has its default, which is choice 0 … */
  AFT_FIELD_EXPECTED = 1 << 1, /* counts towards how complete its section is */
  AFT_FIELD_INTERNAL = 1 << 2, /* bookkeeping: never shown as a field */
  AFT_FIELD_PRIVATE = 1 << 3,  /* never exported or printed unless asked for by name */
} AftFieldFlags;

typedef struct
{
  const char *word;  /* as in the file */
  const char *label; /* as on screen; N_() */
} AftChoice;

#define AFT_CHOICE_NONE G_MAXUINT

typedef struct _AftField  AftField;
typedef struct _AftSchema AftSchema;

struct _AftField
{
  const char      *key; /* path within its record, e.g. "impact.users.count" */
  AftKind          kind;
  AftSectionId     section;
  AftFieldFlags    flags;
  const char      *label;    /* N_(); NULL for bookkeeping */
  const char      *question; /* N_(); the help below the field; may be NULL */
  const AftChoice *choices;  /* ends with a NULL word */
  guint            fallback; /* the choice meant by absence where AFT_FIELD_ALWAYS */
  const AftSchema *items;    /* for lists */
};

struct _AftSchema
{
  const char     *name;
  const AftField *fields;
  guint           n_fields;
  gboolean        bare; /* a record of one text field, written as a plain string */
};

typedef struct
{
  AftSectionId id;
  const char
      *key; /* "summary", "impact", "timeline", "analysis", "lessons", "actions", "details" */
  const char *title;    /* N_() */
  const char *question; /* N_(): one line below the title */
} AftSection;

const AftSection *aft_section_get (AftSectionId id);

/* Index of the field with that path, or -1. */
int aft_schema_find (const AftSchema *self, const char *key);
/* Index of the choice, or AFT_CHOICE_NONE. */
guint    aft_field_find_choice (const AftField *self, const char *word);
guint    aft_field_n_choices (const AftField *self);
gboolean aft_kind_is_text (AftKind kind);
gboolean aft_kind_is_integer (AftKind kind);
gboolean aft_kind_is_real (AftKind kind);
/* Translated; "" where there is none. */
const char *aft_field_get_label (const AftField *self);
const char *aft_field_get_question (const AftField *self);
const char *aft_field_get_choice_label (const AftField *self, guint choice);
const char *aft_section_get_title (AftSectionId id);
const char *aft_section_get_question (AftSectionId id);

G_END_DECLS
