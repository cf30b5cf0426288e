/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/import/import-face.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/text.h"
#include "base/zone.h"
#include "model/events.h"
#include "model/schema.h"

#define MAX_TEXT_CHARS 280
#define MAX_TEXT_BYTES 4000

/* Translators: one letter each, for an event, an action item, a lesson or factor and a text of a
 * section: "E12" is the twelfth event. */
static const char *const kind_signs[] = { N_ ("E"), N_ ("A"), N_ ("L"), N_ ("T") };

static const struct
{
  const char *sign, *name;
} uses[] = {
  [AFT_USE_NONE] = { "–", N_ ("Left out") },
  [AFT_USE_HEADING] = { "§", N_ ("Heading") },
  [AFT_USE_DETAIL] = { N_ ("T"), N_ ("Detail") },
  [AFT_USE_FIELD] = { N_ ("T"), N_ ("Text") },
  [AFT_USE_ITEM] = { N_ ("L"), N_ ("Lesson or factor") },
  [AFT_USE_EVENT] = { N_ ("E"), N_ ("Event") },
  [AFT_USE_ACTION] = { N_ ("A"), N_ ("Action item") },
};

char *
aft_import_face_code (AftPlanItem *item)
{
  return g_strdup_printf (
      "%s%u", _ (kind_signs[aft_plan_item_get_kind (item)]), aft_plan_item_get_number (item));
}

const char *
aft_import_face_use (AftUse use)
{
  return _ (uses[use].name);
}

const char *
aft_import_face_sign (AftUse use)
{
  return _ (uses[use].sign);
}

static gboolean
is_inferred (AftRecord *event, const char *what)
{
  return g_strv_contains (aft_record_get_words (event, AFT_EVENT_INFERRED), what);
}

char *
aft_import_face_time (AftPlan *plan, AftPlanItem *item)
{
  AftRecord     *record = aft_plan_item_get_record (item);
  AftInstant     at;
  const AftZone *zone;

  if (aft_plan_item_get_kind (item) != AFT_PLAN_EVENT)
    return g_strdup ("");
  at = aft_plan_get_at (plan, item);
  if (at == AFT_INSTANT_NONE)
    return g_strdup (aft_record_get_text (record, AFT_EVENT_WRITTEN));
  zone = aft_zone_get_or_utc (aft_plan_get_time_zone (plan));
  return aft_record_get_choice (record, AFT_EVENT_PRECISION) == AFT_PRECISION_DATE
             ? aft_zone_format_date (zone, at)
             : aft_zone_format (zone, at);
}

char *
aft_import_face_text (AftPlanItem *item)
{
  g_autofree char *text = aft_plan_item_dup_text (item);
  g_autofree char *line = NULL;
  g_autofree char *visible = NULL;
  gsize            length = strlen (text);

  /* a section may be long, and only its beginning is shown */
  if (length > MAX_TEXT_BYTES)
    length = g_utf8_find_prev_char (text, text + MAX_TEXT_BYTES) - text;
  line = aft_text_clean_line (text, (gssize) length);
  visible = aft_text_reveal (line);
  return aft_text_ellipsize (visible, MAX_TEXT_CHARS);
}

static void
add_note (GString *notes, char *note)
{
  if (notes->len > 0)
    g_string_append (notes, " · ");
  g_string_append (notes, note);
  g_free (note);
}

static void
note_time (GString *notes, AftPlan *plan, AftPlanItem *item)
{
  AftRecord *event = aft_plan_item_get_record (item);

  if (aft_plan_get_at (plan, item) == AFT_INSTANT_NONE)
    add_note (notes, g_strdup (_ ("time not known")));
  else if (is_inferred (event, "date") && is_inferred (event, "zone"))
    add_note (notes, g_strdup (_ ("day and zone not said")));
  else if (is_inferred (event, "date"))
    add_note (notes, g_strdup (_ ("day not said")));
  else if (is_inferred (event, "zone"))
    add_note (notes, g_strdup (_ ("zone not said")));
}

static void
note_twin (GString *notes, AftPlan *plan, AftPlanItem *item)
{
  AftRecord       *twin = aft_plan_item_get_twin (item);
  AftPlanItem     *other = twin != NULL ? aft_plan_find (plan, twin, AFT_EVENT_TEXT) : NULL;
  g_autofree char *code = NULL;

  if (twin == NULL)
    return;
  if (other == NULL)
    {
      add_note (notes, g_strdup (_ ("in the timeline already")));
      return;
    }
  code = aft_import_face_code (other);
  /* Translators: %s is the sign of another event in the list, "E12" */
  add_note (notes, g_strdup_printf (_ ("the same as %s"), code));
}

static void
note_field (GString *notes, AftPlanItem *item)
{
  guint           field = aft_plan_item_get_field (item);
  const AftField *description = &aft_doc_schema.fields[field];

  if (aft_plan_item_get_kind (item) == AFT_PLAN_ACTION ||
      aft_plan_item_get_kind (item) == AFT_PLAN_EVENT)
    return;
  add_note (notes, g_strdup (aft_section_get_title (description->section)));
  add_note (notes, g_strdup (aft_field_get_label (description)));
}

static const char *
get_source (AftPlanItem *item)
{
  AftRecord *record = aft_plan_item_get_record (item);

  switch (aft_plan_item_get_kind (item))
    {
    case AFT_PLAN_EVENT:
      return aft_record_get_text (record, AFT_EVENT_SOURCE);
    case AFT_PLAN_ACTION:
      return aft_record_get_text (record, AFT_ACTION_OWNER);
    default:
      return "";
    }
}

static void
note_line (GString *notes, AftPlan *plan, AftPlanItem *item)
{
  AftImport     *import = aft_plan_get_import (plan, aft_plan_item_get_source (item));
  const AftSpan *span = NULL;

  if (aft_plan_item_get_kind (item) != AFT_PLAN_FIELD)
    span = aft_provenance_find_record (import->provenance, aft_plan_item_get_record (item));
  if (span != NULL)
    /* Translators: of the source */
    add_note (notes, g_strdup_printf (_ ("line %u"), span->first_line));
}

char *
aft_import_face_notes (AftPlan *plan, AftPlanItem *item)
{
  GString         *notes = g_string_new (NULL);
  g_autofree char *source = aft_text_clean_line (get_source (item), -1);

  note_field (notes, item);
  if (*source != '\0')
    add_note (notes, aft_text_reveal (source));
  note_line (notes, plan, item);
  if (aft_plan_item_get_kind (item) == AFT_PLAN_EVENT)
    {
      note_time (notes, plan, item);
      note_twin (notes, plan, item);
    }
  return g_string_free (notes, FALSE);
}

char *
aft_import_face_name (AftPlan *plan, AftPlanItem *item)
{
  g_autofree char *code = aft_import_face_code (item);
  g_autofree char *time = aft_import_face_time (plan, item);
  g_autofree char *text = aft_import_face_text (item);
  g_autofree char *notes = aft_import_face_notes (plan, item);
  GString         *name = g_string_new (code);

  if (*time != '\0')
    g_string_append_printf (name, ", %s", time);
  g_string_append_printf (name, ": %s", text);
  if (*notes != '\0')
    g_string_append_printf (name, " (%s)", notes);
  return g_string_free (name, FALSE);
}
