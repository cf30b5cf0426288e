/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "typeset/sections.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/events.h"

#define FIGURE_WIDTH 4.9 /* of a figure in a cell, points */
#define KIND_WIDTH   68
#define UTC_WIDTH    40

guint
aft_section_event_number (AftComposer *self, AftRecord *event)
{
  if (self->numbers == NULL)
    {
      g_autoptr (GPtrArray) sorted =
          aft_events_sort (aft_record_get_list (self->root, AFT_DOC_EVENTS));

      self->numbers = g_hash_table_new (NULL, NULL);
      for (guint i = 0; i < sorted->len; i++)
        g_hash_table_insert (self->numbers, sorted->pdata[i], GUINT_TO_POINTER (i + 1));
    }
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, event));
}

/* ---- the table ---- */

/* A range on two lines: the column stays narrow, the text beside it wide. */
static char *
format_time (AftComposer *self, AftRecord *event)
{
  AftInstant       at = aft_event_get_at (event), until = aft_event_get_until (event);
  guint            precision = aft_record_get_choice (event, AFT_EVENT_PRECISION);
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (at == AFT_INSTANT_NONE)
    return g_strdup ("—");
  if (precision == AFT_PRECISION_DATE)
    return g_strdup (_ ("day only"));
  from = aft_zone_format_time (self->zone, at);
  if (until == AFT_INSTANT_NONE)
    return g_strconcat (precision == AFT_PRECISION_APPROXIMATE ? "≈" : "", from, NULL);
  if (aft_zone_day_start (self->zone, at) == aft_zone_day_start (self->zone, until))
    to = aft_zone_format_time (self->zone, until);
  else
    to = aft_zone_format (self->zone, until);
  return g_strconcat (precision == AFT_PRECISION_APPROXIMATE ? "≈" : "", from, "– \n", to, NULL);
}

static gboolean
is_narrow (const AftComposer *self)
{
  return self->area->note_width > 0;
}

/* Kind, and below it the lane where that says more. */
static const char *
kind_text (AftRecord *event, char buffer[128])
{
  const char *kind = aft_choice_label (event, AFT_EVENT_KIND);
  const char *lane = aft_choice_label (event, AFT_EVENT_LANE);

  if (aft_record_get_choice (event, AFT_EVENT_LANE) == AFT_LANE_SYSTEM || g_str_equal (kind, lane))
    return kind;
  g_snprintf (buffer, 128, "%s \n%s", kind, lane);
  return buffer;
}

static void
add_note (AftInline *content, AftRecord *event, guint field)
{
  g_autofree char *note = NULL;

  if (!aft_record_has (event, field))
    return;
  /* Translators: the name of a field and what it holds */
  note = g_strdup_printf (_ ("%s: %s"),
                          aft_field_get_label (&aft_event_schema.fields[field]),
                          aft_record_get_text (event, field));
  /* on the line of a short text, below a long one */
  if (strchr (content->text->str, '\n') == NULL)
    aft_inline_add (content, "  ");
  else
    aft_inline_break (content);
  aft_inline_add_dim (content, note);
}

static void
set_event_text (AftComposer *self, AftTable *table, guint column, AftRecord *event)
{
  g_auto (AftInline) content = { NULL };
  const char *milestone = aft_choice_label (event, AFT_EVENT_MILESTONE);

  aft_inline_init_prose (&content, self->references);
  if (*milestone != '\0')
    {
      aft_inline_add_bold (&content, milestone);
      if (aft_record_has (event, AFT_EVENT_TEXT))
        aft_inline_add (&content, " · ");
    }
  aft_inline_add_prose (&content, aft_record_get_text (event, AFT_EVENT_TEXT));
  add_note (&content, event, AFT_EVENT_WRITTEN);
  add_note (&content, event, AFT_EVENT_SOURCE);
  aft_composer_set_cell_inline (self, table, column, &content);
}

static char *
format_utc (AftRecord *event)
{
  if (aft_event_get_at (event) == AFT_INSTANT_NONE ||
      aft_record_get_choice (event, AFT_EVENT_PRECISION) == AFT_PRECISION_DATE)
    return g_strdup ("");
  return aft_zone_format_time (aft_zone_utc (), aft_event_get_at (event));
}

/* Where there is little room the kind stands below the time. */
static void
set_time_and_kind (AftComposer *self, AftTable *table, guint column, AftRecord *event)
{
  g_auto (AftInline) content = { NULL };
  g_autofree char *time = format_time (self, event);

  aft_inline_init (&content);
  aft_inline_add (&content, time);
  aft_inline_break (&content);
  aft_inline_add_dim (&content, aft_choice_label (event, AFT_EVENT_KIND));
  aft_composer_set_cell_inline (self, table, column, &content);
}

/* Cells in their order on paper. */
static guint
set_times (AftComposer *self, AftTable *table, guint column, gboolean has_utc, AftRecord *event)
{
  g_autofree char *time = format_time (self, event);
  g_autofree char *utc = has_utc ? format_utc (event) : NULL;
  char             kind[128];

  if (is_narrow (self))
    {
      set_time_and_kind (self, table, column, event);
      return column + 1;
    }
  aft_composer_set_cell (self, table, column++, time);
  if (has_utc)
    aft_composer_set_cell_tagged (self, table, column++, utc, AFT_TAG_TD, AFT_INK_DIM);
  aft_composer_set_cell (self, table, column++, kind_text (event, kind));
  return column;
}

static void
add_event (AftComposer *self, AftTable *table, gboolean has_utc, AftRecord *event)
{
  guint number = aft_section_event_number (self, event);
  char  text[16];

  g_snprintf (text, sizeof text, "E%u", number);
  aft_composer_add_row (self, table, AFT_ROW_BODY, event);
  aft_table_name_row (table, 'E', number);
  aft_composer_set_cell (self, table, 0, text);
  set_event_text (self, table, set_times (self, table, 1, has_utc, event), event);
}

/* "2026-05-04 · CEST" before the first event of a day. */
static void
add_day (AftComposer *self, AftTable *table, AftInstant day)
{
  g_autofree char *date = NULL;
  g_autofree char *text = NULL;

  aft_composer_add_row (self, table, AFT_ROW_GROUP, NULL);
  if (day == AFT_INSTANT_NONE)
    {
      aft_composer_set_cell (self, table, 0, _ ("Time not known"));
      return;
    }
  date = aft_zone_format_date (self->zone, day);
  text = g_strconcat (date, " · ", aft_zone_abbreviation_at (self->zone, day), NULL);
  aft_composer_set_cell (self, table, 0, text);
}

static void
add_rows (AftComposer *self, AftTable *table, gboolean has_utc, GPtrArray *events)
{
  AftInstant day = AFT_INSTANT_NONE, next_day = AFT_INSTANT_NONE;

  for (guint i = 0; i < events->len; i++)
    {
      AftRecord *event = events->pdata[i];
      AftInstant at = aft_event_get_at (event);

      /* those without a time come last */
      if (i == 0 || (at == AFT_INSTANT_NONE && day != AFT_INSTANT_NONE) ||
          (at != AFT_INSTANT_NONE && at >= next_day))
        {
          day = at;
          add_day (self, table, day);
          /* 26 hours after midnight is the next day, however long this one is */
          if (at != AFT_INSTANT_NONE)
            next_day = aft_zone_day_start (self->zone,
                                           aft_zone_day_start (self->zone, at) + 26 * AFT_HOUR);
        }
      add_event (self, table, has_utc, event);
    }
}

static void
add_zone_note (AftComposer *self)
{
  const char      *zone = aft_zone_get_name (self->zone);
  g_autofree char *note = NULL;
  AftBlock        *block;

  /* Translators: %s is a time zone such as Europe/Zurich */
  note = g_strdup_printf (_ ("All times are in the time zone %s."), zone);
  block = aft_composer_add_plain (self, AFT_FACE_CAPTION, AFT_TAG_P, note);
  block->ink = AFT_INK_DIM;
  block->above = 2 * AFT_RHYTHM;
  block->below = AFT_RHYTHM / 2;
  block->keep_next = TRUE;
}

static double
number_width (guint n_events)
{
  return n_events < 100 ? 22 : n_events < 1000 ? 27 : 34;
}

/* All characters of a time are figures or nearly as wide. */
static double
time_width (AftComposer *self, GPtrArray *events)
{
  glong longest = 0;

  for (guint i = 0; i < events->len; i++)
    {
      g_autofree char *time = format_time (self, events->pdata[i]);

      glong lines[2] = { strcspn (time, "\n") };

      lines[1] = g_utf8_strlen (time + lines[0], -1);
      lines[0] = g_utf8_strlen (time, lines[0]);
      longest = MAX (longest, MAX (lines[0], lines[1]));
    }
  return CLAMP (longest * FIGURE_WIDTH + 2, 36, 90);
}

static gboolean
differs_from_utc (AftComposer *self, GPtrArray *events)
{
  for (guint i = 0; i < events->len; i++)
    {
      AftInstant at = aft_event_get_at (events->pdata[i]);

      if (at != AFT_INSTANT_NONE && aft_zone_offset_at (self->zone, at) != 0)
        return TRUE;
    }
  return FALSE;
}

static void
add_header (AftComposer *self, AftTable *table, gboolean has_utc)
{
  const AftField *fields = aft_event_schema.fields;
  guint           column = 0;

  aft_composer_add_row (self, table, AFT_ROW_HEADER, NULL);
  aft_composer_set_cell (self, table, column++, _ ("No."));
  aft_composer_set_cell (self, table, column++, aft_field_get_label (&fields[AFT_EVENT_AT]));
  if (has_utc)
    aft_composer_set_cell (self, table, column++, "UTC");
  if (!is_narrow (self))
    aft_composer_set_cell (self, table, column++, aft_field_get_label (&fields[AFT_EVENT_KIND]));
  aft_composer_set_cell (self, table, column, aft_field_get_label (&fields[AFT_EVENT_TEXT]));
}

static guint
choose_columns (AftComposer *self, GPtrArray *events, gboolean has_utc, AftColumn columns[5])
{
  double time = time_width (self, events);
  guint  n = 0;

  columns[n++].width = number_width (events->len);
  columns[n++].width = is_narrow (self) ? MAX (time, KIND_WIDTH) : time;
  if (has_utc)
    columns[n++].width = UTC_WIDTH;
  if (!is_narrow (self))
    columns[n++].width = KIND_WIDTH;
  columns[n++].flexible = TRUE;
  return n;
}

static void
add_table (AftComposer *self, GPtrArray *events)
{
  gboolean  has_utc = !is_narrow (self) && differs_from_utc (self, events);
  AftColumn columns[5] = { { 0 } };
  guint     n_columns = choose_columns (self, events, has_utc, columns);
  AftTable *table = aft_composer_new_table (self, columns, n_columns);

  aft_table_set_width (table, self->area->full);
  add_header (self, table, has_utc);
  add_rows (self, table, has_utc, events);
  aft_composer_add_table (self, table, self->area->full, TRUE);
}

void
aft_section_compose_events (AftComposer *self)
{
  g_autoptr (GPtrArray) events = aft_events_sort (aft_record_get_list (self->root, AFT_DOC_EVENTS));

  if (events->len == 0)
    return;
  aft_composer_show (self, self->root, AFT_DOC_EVENTS);
  aft_section_event_figure (self);
  add_zone_note (self);
  add_table (self, events);
}

void
aft_section_compose_detection (AftComposer *self)
{
  const AftField *field = &aft_doc_schema.fields[AFT_DOC_DETECTION_METHOD];
  const char     *method = aft_choice_label (self->root, AFT_DOC_DETECTION_METHOD);
  g_auto (AftInline) content = { NULL };
  g_autofree char *label = NULL;

  if (*method == '\0')
    return;
  /* Translators: the name of a field, before what it holds */
  label = g_strdup_printf (_ ("%s: "), aft_field_get_label (field));
  aft_inline_init (&content);
  aft_inline_add_bold (&content, label);
  aft_inline_add (&content, method);
  aft_composer_show (self, self->root, AFT_DOC_DETECTION_METHOD);
  aft_composer_add_text (self, AFT_FACE_BODY, AFT_TAG_P, &content)->keep_next =
      aft_record_has (self->root, AFT_DOC_DETECTION_NOTES);
}
