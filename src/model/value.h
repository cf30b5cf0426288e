/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  AFT_VALUE_NONE, /* absent: not known */
  AFT_VALUE_TEXT,
  AFT_VALUE_INTEGER,
  AFT_VALUE_REAL,
  AFT_VALUE_WORDS,
} AftValueType;

/* What one field holds. A plain struct: copied with aft_value_copy(), cleared with
 * aft_value_clear(). Empty text and empty words are NONE. */
typedef struct
{
  AftValueType type;
  union
  {
    char  *text;
    gint64 integer;
    double real;
    GStrv  words;
  };
} AftValue;

#define AFT_VALUE_INIT                                                                             \
  {                                                                                                \
    AFT_VALUE_NONE, { NULL }                                                                       \
  }

void     aft_value_clear (AftValue *self);
void     aft_value_copy (const AftValue *self, AftValue *copy);
gboolean aft_value_equal (const AftValue *self, const AftValue *other);
void     aft_value_set_text (AftValue *self, const char *text);
void     aft_value_set_integer (AftValue *self, gint64 integer);
void     aft_value_set_real (AftValue *self, double real);
void     aft_value_set_words (AftValue *self, const char *const *words);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AftValue, aft_value_clear)

G_END_DECLS
