/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/event-line.h"

#include <string.h>

#include "base/text.h"
#include "model/events.h"

static const struct
{
  char  sign;
  guint field;
} signs[] = {
  { '#', AFT_EVENT_KIND },
  { '!', AFT_EVENT_MILESTONE },
  { '@', AFT_EVENT_LANE },
};

/* AFT_EVENT_N_FIELDS for a character that is no sign. */
static guint
sign_to_field (char sign)
{
  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (signs[i].sign == sign)
      return signs[i].field;
  return AFT_EVENT_N_FIELDS;
}

static const AftField *
get_field (guint field)
{
  return &aft_event_schema.fields[field];
}

/* As it is compared: "Impact start", "impact-start" and "ImpactStart" are one. */
static char *
fold (const char *word)
{
  g_autofree char *normal = g_utf8_normalize (word, -1, G_NORMALIZE_ALL_COMPOSE);
  g_autofree char *lower = g_utf8_casefold (normal != NULL ? normal : "", -1);
  GString         *folded = g_string_new (NULL);

  for (const char *p = lower; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)) || g_unichar_ismark (g_utf8_get_char (p)))
      g_string_append_unichar (folded, g_utf8_get_char (p));
  return g_string_free (folded, FALSE);
}

/* The names of a choice: as in the file, in English, in the language of the program. */
static char *
fold_name (const AftField *field, guint choice, guint name)
{
  return fold (name == 0   ? field->choices[choice].word
               : name == 1 ? field->choices[choice].label
                           : aft_field_get_choice_label (field, choice));
}

#define N_NAMES 3

static guint
find_choice (const AftField *field, const char *word)
{
  g_autofree char *folded = fold (word);

  for (guint choice = 0; *folded != '\0' && choice < aft_field_n_choices (field); choice++)
    for (guint name = 0; name < N_NAMES; name++)
      {
        g_autofree char *known = fold_name (field, choice, name);

        if (g_str_equal (known, folded))
          return choice;
      }
  return AFT_CHOICE_NONE;
}

/* "#alert" or "#alert,"; NULL in field where it is neither. */
static guint
read_word (const char *word, const AftField **field)
{
  guint            index = sign_to_field (*word);
  g_autofree char *name = NULL;
  gsize            length;

  *field = NULL;
  if (index == AFT_EVENT_N_FIELDS)
    return AFT_CHOICE_NONE;
  name = g_strdup (word + 1);
  length = strlen (name);
  while (length > 0 && strchr (",.;:", name[length - 1]) != NULL)
    name[--length] = '\0';
  /* what is not a name as a whole is text: "#alert!" may be a channel */
  if (strpbrk (name, "#!@\\/") != NULL)
    return AFT_CHOICE_NONE;
  *field = get_field (index);
  return find_choice (*field, name);
}

static guint *
choice_place (AftEventLine *self, const AftField *field)
{
  return field == get_field (AFT_EVENT_KIND)        ? &self->kind
         : field == get_field (AFT_EVENT_MILESTONE) ? &self->milestone
                                                    : &self->lane;
}

/* TRUE where the word said what the event is, and is no text. */
static gboolean
take_word (AftEventLine *self, const char *word)
{
  const AftField *field;
  guint           choice = read_word (word, &field);

  if (choice == AFT_CHOICE_NONE || *choice_place (self, field) != AFT_CHOICE_NONE)
    return FALSE;
  *choice_place (self, field) = choice;
  return TRUE;
}

/* The backslash that keeps a word text goes; any other stays. */
static const char *
strip_backslash (const char *word)
{
  const AftField *field;

  return *word == '\\' && read_word (word + 1, &field) != AFT_CHOICE_NONE ? word + 1 : word;
}

static char *
take_words (AftEventLine *self, const char *line)
{
  g_autofree char *clean = aft_text_clean_line (line, -1);
  g_auto (GStrv) words = g_strsplit (clean, " ", -1);
  GString *rest = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0' && !take_word (self, words[i]))
      {
        if (rest->len > 0)
          g_string_append_c (rest, ' ');
        g_string_append (rest, strip_backslash (words[i]));
      }
  return g_string_free (rest, FALSE);
}

/* "?" or "?:" and a blank. */
static const char *
skip_unknown (const char *text)
{
  gsize length = strspn (text, "?:");

  if (*text != '?' || (text[length] != ' ' && text[length] != '\0') || length > 2)
    return NULL;
  return text[length] == ' ' ? text + length + 1 : text + length;
}

void
aft_event_line_parse (const char *line, const AftTimeContext *context, AftEventLine *parsed)
{
  g_autofree char *rest = NULL;
  const char      *text;

  *parsed = (AftEventLine){
    .until = AFT_INSTANT_NONE,
    .kind = AFT_CHOICE_NONE,
    .milestone = AFT_CHOICE_NONE,
    .lane = AFT_CHOICE_NONE,
  };
  rest = take_words (parsed, line);
  text = skip_unknown (rest);
  parsed->is_unknown = text != NULL;
  if (!parsed->is_unknown)
    parsed->has_time =
        aft_event_line_read_time (rest, context, &parsed->time, &parsed->until, &text);
  parsed->text = g_strdup (text);
}

void
aft_event_line_clear (AftEventLine *self)
{
  g_clear_pointer (&self->text, g_free);
}

/* The event */

static void
init_integer (AftRecord *event, guint field, gint64 integer)
{
  g_auto (AftValue) value = AFT_VALUE_INIT;

  aft_value_set_integer (&value, integer);
  aft_record_init_value (event, field, &value);
}

static void
init_choice (AftRecord *event, guint field, guint choice)
{
  if (choice != AFT_CHOICE_NONE)
    init_integer (event, field, choice);
}

static void
init_time (AftRecord *event, const AftEventLine *self)
{
  if (!self->has_time)
    return;
  init_integer (event, AFT_EVENT_AT, self->time.instant);
  if (self->until != AFT_INSTANT_NONE)
    init_integer (event, AFT_EVENT_UNTIL, self->until);
  if (self->time.date_only)
    init_integer (event, AFT_EVENT_PRECISION, AFT_PRECISION_DATE);
  else if (self->time.approximate)
    init_integer (event, AFT_EVENT_PRECISION, AFT_PRECISION_APPROXIMATE);
}

AftRecord *
aft_event_line_create_event (const AftEventLine *self)
{
  AftRecord *event = aft_record_new (&aft_event_schema);
  g_auto (AftValue) value = AFT_VALUE_INIT;

  aft_value_set_text (&value, self->text);
  aft_record_init_value (event, AFT_EVENT_TEXT, &value);
  init_time (event, self);
  init_choice (event, AFT_EVENT_KIND, self->kind);
  init_choice (event, AFT_EVENT_MILESTONE, self->milestone);
  init_choice (event, AFT_EVENT_LANE, self->lane);
  return event;
}

void
aft_event_line_add (AftPostmortem *postmortem, AftRecord *event)
{
  AftRecordList *events =
      aft_record_get_list (aft_postmortem_get_root (postmortem), AFT_DOC_EVENTS);
  guint      milestone = aft_record_get_choice (event, AFT_EVENT_MILESTONE);
  AftRecord *marked =
      milestone != AFT_CHOICE_NONE ? aft_events_find_milestone (events, milestone) : NULL;

  aft_postmortem_break_step (postmortem);
  aft_postmortem_begin_group (postmortem);
  if (marked != NULL)
    aft_postmortem_clear (postmortem, marked, AFT_EVENT_MILESTONE);
  aft_postmortem_insert (postmortem, events, G_MAXUINT, event);
  aft_postmortem_end_group (postmortem);
  aft_postmortem_break_step (postmortem);
}

/* While it is typed */

gboolean
aft_event_line_find_word (const char *line, gsize cursor, AftEventLineWord *word)
{
  gsize length = strlen (line);
  gsize start = MIN (cursor, length);
  gsize end = start;

  while (start > 0 && !g_ascii_isspace (line[start - 1]))
    start--;
  while (end < length && !g_ascii_isspace (line[end]))
    end++;
  word->field = sign_to_field (line[start]);
  word->start = start;
  word->end = end;
  return cursor > start && word->field != AFT_EVENT_N_FIELDS;
}

/* 0: a name begins with it; 1: a name contains it; 2: neither. */
static guint
rank_choice (const AftField *field, guint choice, const char *typed)
{
  guint rank = 2;

  for (guint name = 0; name < N_NAMES; name++)
    {
      g_autofree char *known = fold_name (field, choice, name);

      if (g_str_has_prefix (known, typed))
        return 0;
      if (strstr (known, typed) != NULL)
        rank = 1;
    }
  return rank;
}

GArray *
aft_event_line_complete (const char *line, const AftEventLineWord *word)
{
  const AftField  *field = get_field (word->field);
  GArray          *choices = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree char *name = g_strndup (line + word->start + 1, word->end - word->start - 1);
  g_autofree char *typed = fold (name);

  for (guint rank = 0; rank < 2; rank++)
    for (guint choice = 0; choice < aft_field_n_choices (field); choice++)
      if (rank_choice (field, choice, typed) == rank)
        g_array_append_val (choices, choice);
  return choices;
}

/* The label of the language, where it is a word by itself when it is read back. */
char *
aft_event_line_format_choice (guint field, guint choice)
{
  const AftField  *description = get_field (field);
  g_autofree char *label = g_utf8_strdown (aft_field_get_choice_label (description, choice), -1);
  char             sign = '#';

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (signs[i].field == field)
      sign = signs[i].sign;
  g_strdelimit (label, " ", '-');
  if (strpbrk (label, "#!@\\/\t\n") != NULL || find_choice (description, label) != choice)
    return g_strdup_printf ("%c%s", sign, description->choices[choice].word);
  return g_strdup_printf ("%c%s", sign, label);
}
