/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "format/import/markdown.h"

#include <string.h>

#include "base/text.h"
#include "base/zone.h"
#include "format/import/build.h"
#include "format/import/chat.h"
#include "format/import/chunks.h"
#include "format/import/data.h"
#include "format/import/days.h"
#include "format/import/front-matter.h"
#include "format/import/lines.h"
#include "format/import/lists.h"
#include "format/import/prompts.h"
#include "format/import/targets.h"
#include "format/import/timeline.h"
#include "model/events.h"

typedef struct
{
  AftImport        *import;
  AftRecord        *root;
  AftTimelineReader timeline;
  const AftLine    *lines, *end;
  GArray           *chunks;
  const AftLine    *title; /* the heading that is the title */
  AftDay            day;   /* of the document; year 0 where it is not known */
} Reader;

static AftRecordList *
get_list (Reader *self, guint field)
{
  return aft_record_get_list (self->root, field);
}

/* Text */

static guint
common_indent (const AftLine *first, const AftLine *end)
{
  guint indent = G_MAXUINT;

  for (const AftLine *line = first; line < end; line++)
    if (line->kind != AFT_LINE_BLANK)
      indent = MIN (indent, line->indent);
  return indent;
}

static void
append_line (GString *text, const char *start, gsize length)
{
  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append_len (text, start, length);
}

/* The chunk as Markdown, without its heading. */
static char *
chunk_text (const AftChunk *chunk)
{
  GString *text = g_string_new (NULL);
  guint    indent = common_indent (chunk->first, chunk->end);

  if (chunk->rest.length > 0)
    append_line (text, chunk->rest.start, chunk->rest.length);
  for (const AftLine *line = chunk->first; line < chunk->end; line++)
    {
      const char *start = line->start;

      if (line->kind == AFT_LINE_COMMENT)
        continue;
      for (guint i = 0; i < indent && start < line->start + line->length && *start == ' '; i++)
        start++;
      append_line (text, start, line->start + line->length - start);
    }
  return g_strstrip (g_string_free (text, FALSE));
}

/* Nothing, or nothing but what a template asks for. */
static gboolean
is_empty (const char *text)
{
  return text[strspn (text, " \t\n-*")] == '\0' || aft_prompts_is_one (text);
}

/* Where it goes */

static void
mark (Reader *self, const AftChunk *chunk, AftUse use, guint field)
{
  AftProvenance *provenance = self->import->provenance;

  if (chunk->rest.length > 0)
    aft_provenance_mark_lines (provenance, &chunk->rest, &chunk->rest + 1, use, self->root, field);
  aft_provenance_mark_lines (provenance, chunk->first, chunk->end, use, self->root, field);
}

static void
add_prose (Reader *self, const AftChunk *chunk, guint field)
{
  g_autofree char *text = chunk_text (chunk);

  if (is_empty (text))
    return;
  aft_build_add_prose (self->root, field, text);
  mark (self, chunk, AFT_USE_FIELD, field);
}

static void
add_to_appendix (Reader *self, const AftChunk *chunk)
{
  g_autofree char *text = chunk_text (chunk);
  g_autofree char *whole = NULL;

  if (is_empty (text))
    return;
  if (chunk->is_label)
    whole = g_strdup_printf ("%.*s%s",
                             (int) (chunk->heading->body_length - chunk->rest.length),
                             chunk->heading->body,
                             text);
  else if (chunk->heading != NULL)
    whole = g_strdup_printf (
        "### %.*s\n\n%s", (int) chunk->heading->body_length, chunk->heading->body, text);
  aft_build_add_prose (self->root, AFT_DOC_APPENDIX, whole != NULL ? whole : text);
  mark (self, chunk, AFT_USE_FIELD, AFT_DOC_APPENDIX);
}

static void
add_items (Reader *self, const AftChunk *chunk, guint field)
{
  const AftLine *heading = chunk->heading;
  gboolean       mixed = chunk->target == AFT_TARGET_WELL && heading != NULL &&
                   aft_words_mention_luck (heading->body, heading->body_length);

  if (chunk->rest.length > 0)
    aft_lists_read_items (
        &chunk->rest, &chunk->rest + 1, get_list (self, field), NULL, self->import->provenance);
  aft_lists_read_items (chunk->first,
                        chunk->end,
                        get_list (self, field),
                        mixed ? get_list (self, AFT_DOC_LUCKY) : NULL,
                        self->import->provenance);
}

static void
add_actions (Reader *self, const AftChunk *chunk)
{
  g_autofree char *rest = aft_lists_read_actions (
      chunk->first, chunk->end, get_list (self, AFT_DOC_ACTIONS), self->import->provenance);

  if (chunk->rest.length > 0)
    {
      AftLine          one = chunk->rest;
      g_autofree char *none = NULL;

      one.kind = AFT_LINE_ITEM;
      none = aft_lists_read_actions (
          &one, &one + 1, get_list (self, AFT_DOC_ACTIONS), self->import->provenance);
    }
  if (*rest != '\0')
    {
      g_autofree char *text = g_strconcat ("### Action items\n\n", rest, NULL);

      aft_build_add_prose (self->root, AFT_DOC_APPENDIX, text);
    }
}

static void
add_timeline (Reader *self, const AftChunk *chunk)
{
  g_autofree char *heading =
      chunk->heading != NULL ? aft_line_dup_body (chunk->heading) : g_strdup ("");

  aft_timeline_read (&self->timeline, chunk->first, chunk->end, heading);
}

static void
add_words (Reader *self, const AftChunk *chunk, guint field)
{
  g_autofree char *text = chunk_text (chunk);
  g_auto (GStrv) words = g_strsplit_set (text, ",;\n", -1);

  for (guint i = 0; words[i] != NULL; i++)
    aft_build_add_word (self->root, field, words[i]);
  mark (self, chunk, AFT_USE_DETAIL, field);
}

static void
take_date (Reader *self, const char *text)
{
  AftStamp stamp;

  if (self->timeline.has_day || !aft_stamp_find_date (text, strlen (text), &stamp))
    return;
  self->timeline.year = stamp.from.year;
  self->timeline.month = stamp.from.month;
  self->timeline.day = stamp.from.day;
  self->timeline.has_day = TRUE;
}

/* One piece of data about the document, from a label or the front matter. */
static void
take_detail (Reader *self, AftTarget target, const char *text)
{
  switch (target)
    {
    case AFT_TARGET_TITLE:
      aft_build_set_line (self->root, AFT_DOC_TITLE, text);
      break;
    case AFT_TARGET_DATE:
      take_date (self, text);
      break;
    case AFT_TARGET_OWNER:
      aft_build_set_line (self->root, AFT_DOC_OWNER, text);
      break;
    case AFT_TARGET_SEVERITY:
      aft_targets_set_severity (self->root, text);
      break;
    case AFT_TARGET_STATUS:
      aft_targets_set_status (self->root, text);
      break;
    default:
      break;
    }
}

static void
place (Reader *self, const AftChunk *chunk)
{
  int prose = aft_targets_prose_field (chunk->target);

  if (chunk->target == AFT_TARGET_TIMELINE ||
      ((chunk->target == AFT_TARGET_BACKGROUND || chunk->target == AFT_TARGET_SUMMARY) &&
       aft_timeline_is_one (chunk->first, chunk->end)))
    add_timeline (self, chunk);
  else if (chunk->target == AFT_TARGET_ACTIONS)
    add_actions (self, chunk);
  else if (prose >= 0)
    add_prose (self, chunk, prose);
  else if (aft_targets_items_field (chunk->target) >= 0)
    add_items (self, chunk, aft_targets_items_field (chunk->target));
  else if (aft_targets_words_field (chunk->target) >= 0)
    add_words (self, chunk, aft_targets_words_field (chunk->target));
  else if (chunk->target >= AFT_TARGET_TITLE)
    {
      g_autofree char *text = chunk_text (chunk);

      take_detail (self, chunk->target, text);
      mark (self, chunk, AFT_USE_DETAIL, aft_targets_detail_field (chunk->target));
      if (chunk->target == AFT_TARGET_STATUS || chunk->target == AFT_TARGET_DATE ||
          (chunk->target == AFT_TARGET_SEVERITY && strpbrk (text, " \n") != NULL))
        add_to_appendix (self, chunk);
    }
  else
    add_to_appendix (self, chunk);
}

/* "| Severity | SEV-2 |" before the first section. The table stays where it is, too. */
static void
take_rows (Reader *self, const AftChunk *chunk)
{
  for (const AftLine *line = chunk->first; line < chunk->end; line++)
    {
      g_autoptr (GPtrArray) cells = line->kind == AFT_LINE_ROW ? aft_line_cells (line) : NULL;
      const char *key;

      if (cells == NULL || cells->len != 2)
        continue;
      key = g_ptr_array_index (cells, 0);
      take_detail (self, aft_words_find (key, strlen (key), TRUE), g_ptr_array_index (cells, 1));
    }
}

/* What has no heading, or one that is no section: the introduction before the first section is the
 * summary where there is no other. */
static void
place_unknown (Reader *self, const AftChunk *chunk)
{
  gboolean is_intro = chunk->heading == NULL || chunk->heading == self->title;

  if (is_intro)
    take_rows (self, chunk);
  if (is_intro && !aft_record_has (self->root, AFT_DOC_SUMMARY_OVERVIEW))
    add_prose (self, chunk, AFT_DOC_SUMMARY_OVERVIEW);
  else if (is_intro)
    add_prose (self, chunk, AFT_DOC_BACKGROUND);
  else
    add_to_appendix (self, chunk);
}

static gboolean
is_sentence_of_times (const AftChunk *chunk)
{
  return aft_timeline_is_one (chunk->first, chunk->end);
}

static void
mark_heading (Reader *self, const AftChunk *chunk)
{
  const AftLine *heading = chunk->heading;

  if (heading == NULL)
    return;
  if (heading == self->title)
    aft_provenance_mark_lines (
        self->import->provenance, heading, heading + 1, AFT_USE_DETAIL, self->root, AFT_DOC_TITLE);
  else
    aft_provenance_mark_lines (
        self->import->provenance, heading, heading + 1, AFT_USE_HEADING, NULL, 0);
}

static void
place_all (Reader *self)
{
  for (guint i = 0; i < self->chunks->len; i++)
    mark_heading (self, &g_array_index (self->chunks, AftChunk, i));
  for (guint i = 0; i < self->chunks->len; i++)
    {
      const AftChunk *chunk = &g_array_index (self->chunks, AftChunk, i);

      if (chunk->target != AFT_TARGET_NONE)
        place (self, chunk);
      else if (is_sentence_of_times (chunk))
        add_timeline (self, chunk);
    }
  for (guint i = 0; i < self->chunks->len; i++)
    {
      const AftChunk *chunk = &g_array_index (self->chunks, AftChunk, i);

      if (chunk->target == AFT_TARGET_NONE && !is_sentence_of_times (chunk))
        place_unknown (self, chunk);
    }
  if (self->timeline.rest->len > 0 && !is_empty (self->timeline.rest->str))
    {
      g_autofree char *text = g_strconcat ("### Timeline\n\n", self->timeline.rest->str, NULL);

      aft_build_add_prose (self->root, AFT_DOC_APPENDIX, text);
    }
}

/* Title and day */

static const AftLine *
find_title (Reader *self, const char *stated)
{
  const AftLine *first = NULL;

  for (const AftLine *line = self->lines; line < self->end; line++)
    if (line->kind == AFT_LINE_HEADING)
      {
        g_autofree char *body = aft_line_dup_body (line);

        if (g_strcmp0 (body, stated) == 0 ||
            (line->level == 1 && aft_words_find (line->body, line->body_length, TRUE) == 0))
          return line;
        if (first == NULL)
          first = line;
      }
  return first != NULL && *stated == '\0' && first->level <= 2 &&
                 aft_chunks_find_section (first) == 0
             ? first
             : NULL;
}

static void
set_title (Reader *self, const char *stated, const char *name)
{
  g_autofree char *text = NULL;

  self->title = find_title (self, stated);
  if (*stated != '\0')
    text = g_strdup (stated);
  else if (self->title != NULL)
    text = aft_line_dup_body (self->title);
  else
    {
      char *dot;

      text = g_path_get_basename (name);
      dot = strrchr (text, '.');
      if (dot != NULL && dot != text)
        *dot = '\0';
    }
  if (strlen (text) > 2 && g_str_has_suffix (text, ".") && !g_str_has_suffix (text, ".."))
    text[strlen (text) - 1] = '\0';
  aft_build_set_line (self->root, AFT_DOC_TITLE, text);
}

/* What no field takes is kept in sight. */
static void
keep_matter (const AftMatter *one, GString *rest)
{
  g_autofree char *line = aft_text_clean_line (one->value, -1);

  if (*line != '\0' && !g_str_equal (one->key, "title") && !g_str_equal (one->key, "description"))
    g_string_append_printf (rest, "- %s: %s\n", one->key, line);
}

static void
take_one (Reader *self, const AftMatter *one, GString *rest)
{
  AftTarget target = aft_words_find (one->key, strlen (one->key), TRUE);
  guint     field = AFT_DOC_APPENDIX;

  if (aft_targets_words_field (target) >= 0)
    {
      g_auto (GStrv) words = g_strsplit (one->value, "\n", -1);

      field = aft_targets_words_field (target);
      for (guint i = 0; words[i] != NULL; i++)
        aft_build_add_word (self->root, field, words[i]);
    }
  else if (target >= AFT_TARGET_DATE)
    {
      field = aft_targets_detail_field (target);
      take_detail (self, target, one->value);
    }
  else
    keep_matter (one, rest);
  if (g_str_equal (one->key, "title"))
    field = AFT_DOC_TITLE;
  aft_provenance_mark (self->import->provenance,
                       one->start,
                       one->end,
                       field == AFT_DOC_APPENDIX ? AFT_USE_FIELD : AFT_USE_DETAIL,
                       self->root,
                       field);
}

static void
take_matter (Reader *self, GPtrArray *matter)
{
  g_autoptr (GString) rest = g_string_new (NULL);

  for (guint i = 0; i < matter->len; i++)
    take_one (self, g_ptr_array_index (matter, i), rest);
  aft_build_add_prose (self->root, AFT_DOC_APPENDIX, rest->str);
}

/* The day of times that name none: as asked for, else as title, front matter, name or text say. */
static void
find_day (Reader *self, const char *name, const AftImportOptions *options, const char *text)
{
  g_autofree char *base = g_path_get_basename (name);
  g_autofree char *head = g_strndup (text, MIN (strlen (text), 4000));
  const struct
  {
    AftDayOrigin origin;
    const char  *text;
  } places[] = {
    { AFT_DAY_TEXT, "" }, /* front matter: taken already */
    { AFT_DAY_NAME, base },
    { AFT_DAY_TITLE, aft_record_get_text (self->root, AFT_DOC_TITLE) },
    { AFT_DAY_TEXT, head },
  };
  AftDayOrigin *origin = &self->import->facts.day_origin;
  AftDay        told;

  if (options->date != NULL)
    {
      self->timeline.has_day = FALSE;
      take_date (self, options->date);
      *origin = AFT_DAY_ASKED;
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (places) && *origin == AFT_DAY_UNKNOWN; i++)
    {
      take_date (self, places[i].text);
      *origin = self->timeline.has_day ? places[i].origin : AFT_DAY_UNKNOWN;
    }
  if (*origin == AFT_DAY_UNKNOWN)
    return;
  self->day = (AftDay){ self->timeline.year, self->timeline.month, self->timeline.day };
  if (*origin != AFT_DAY_TITLE && aft_days_find_near (head, &self->day, &told))
    {
      self->timeline.year = told.year;
      self->timeline.month = told.month;
      self->timeline.day = told.day;
    }
}

/* What the author most likely meant. */
static void
mend_days (Reader *self)
{
  const AftZone *zone = *self->timeline.zone != '\0' ? aft_zone_get_or_utc (self->timeline.zone)
                                                     : self->timeline.fallback;
  AftRecordList *events = get_list (self, AFT_DOC_EVENTS);

  aft_days_mend_typos (events, zone, self->import->notes);
  if (self->day.year != 0)
    aft_days_mend_whole (events,
                         zone,
                         &self->day,
                         aft_record_get_text (self->root, AFT_DOC_SUMMARY_OVERVIEW),
                         self->import->notes);
}

static gboolean
is_inferred (AftRecord *event, const char *what)
{
  return g_strv_contains (aft_record_get_words (event, AFT_EVENT_INFERRED), what);
}

/* The day of the first event that names none may be another one than that of the document. */
static void
tell_day (Reader *self, AftRecord *event)
{
  AftImportFacts  *facts = &self->import->facts;
  const AftZone   *zone = aft_zone_get_or_utc (facts->zone);
  g_autofree char *day = aft_zone_format_date (zone, aft_event_get_at (event));

  g_strlcpy (facts->day, day, sizeof facts->day);
}

/* For whoever is asked whether it is right. */
static void
tell_facts (Reader *self)
{
  AftImportFacts    *facts = &self->import->facts;
  AftTimelineReader *timeline = &self->timeline;
  AftRecordList     *events = get_list (self, AFT_DOC_EVENTS);

  facts->zone_is_stated = *timeline->zone != '\0' && !timeline->zone_is_chosen;
  g_strlcpy (facts->zone,
             facts->zone_is_stated ? timeline->zone : aft_zone_get_name (timeline->fallback),
             sizeof facts->zone);
  if (self->day.year != 0)
    g_snprintf (facts->day,
                sizeof facts->day,
                "%04d-%02d-%02d",
                self->day.year,
                self->day.month,
                self->day.day);
  for (guint i = 0; i < aft_record_list_get_length (events); i++)
    {
      AftRecord *event = aft_record_list_get (events, i);

      if (is_inferred (event, "date") && facts->n_dates_inferred++ == 0)
        tell_day (self, event);
      facts->n_zones_inferred += is_inferred (event, "zone");
    }
}

/* A zone of the database where its clocks show what the text says, else the bare offset. */
static void
set_zone (Reader *self)
{
  static const char *const candidates[] = { "Europe/London",    "Europe/Berlin",
                                            "Asia/Kolkata",     "Asia/Tokyo",
                                            "America/New_York", "America/Chicago",
                                            "America/Denver",   "America/Los_Angeles" };
  const char              *zone = self->timeline.zone;
  const char *name = *zone != '\0' ? zone : aft_zone_get_name (self->timeline.fallback);

  if (g_str_equal (zone, "+00:00") || g_str_equal (zone, "-00:00"))
    zone = name = "UTC";
  for (guint i = 0; (*zone == '+' || *zone == '-') && i < G_N_ELEMENTS (candidates); i++)
    if (self->timeline.last != AFT_INSTANT_NONE &&
        aft_zone_offset_at (aft_zone_get_or_utc (zone), self->timeline.last) ==
            aft_zone_offset_at (aft_zone_get_or_utc (candidates[i]), self->timeline.last))
      {
        name = candidates[i];
        break;
      }
  aft_build_set_line (self->root, AFT_DOC_TIME_ZONE, name);
}

static gboolean
has_sections (Reader *self)
{
  guint n_bare = 0;

  for (guint i = 0; i < self->chunks->len; i++)
    {
      const AftChunk *chunk = &g_array_index (self->chunks, AftChunk, i);

      if (chunk->target == AFT_TARGET_NONE || chunk->target >= AFT_TARGET_TITLE)
        continue;
      /* "ACTION: ..." is said in chats too; a label alone on its line, and another one, is not */
      if (!chunk->is_label || strchr ("*_", *chunk->heading->body) != NULL)
        return TRUE;
      if (chunk->rest.length == 0 && ++n_bare > 1)
        return TRUE;
    }
  return FALSE;
}

/* A chat, a log or the records of another program: taken over as events. */
static gboolean
is_talk (Reader *self, const char *text)
{
  return !has_sections (self) && (aft_import_json (self->import, &self->timeline, text) ||
                                  aft_import_kubectl (&self->timeline, text) ||
                                  aft_import_logfmt (self->import, &self->timeline, text) ||
                                  aft_import_csv (self->import, &self->timeline, text) ||
                                  aft_import_chat (self->import, &self->timeline, text));
}

void
aft_import_markdown (AftImport              *self,
                     const char             *name,
                     const char             *text,
                     const AftImportOptions *options)
{
  const char *body;
  g_autoptr (GPtrArray) matter = aft_front_matter_read (text, &body);
  g_autoptr (GArray) lines = aft_lines_read (body);
  g_autoptr (GArray) chunks = NULL;
  g_autoptr (GString) rest = g_string_new (NULL);
  const char *description = aft_front_matter_get (matter, "description");
  Reader      reader = { .import = self,
                         .root = self->root,
                         .lines = (const AftLine *) lines->data,
                         .end = (const AftLine *) lines->data + lines->len };

  reader.timeline.events = aft_record_get_list (self->root, AFT_DOC_EVENTS);
  reader.timeline.rest = rest;
  reader.timeline.provenance = self->provenance;
  reader.timeline.fallback = aft_zone_get_or_utc (options->time_zone);
  reader.timeline.zone_is_chosen = options->zone_is_chosen;
  reader.timeline.last = AFT_INSTANT_NONE;
  set_title (&reader, aft_front_matter_get (matter, "title"), name);
  take_matter (&reader, matter);
  find_day (&reader, name, options, body);
  chunks = aft_chunks_split (lines, reader.title);
  reader.chunks = chunks;
  if (!is_talk (&reader, body))
    place_all (&reader);
  aft_build_add_prose (self->root,
                       aft_record_has (self->root, AFT_DOC_SUMMARY_OVERVIEW)
                           ? AFT_DOC_SUMMARY_DESCRIPTION
                           : AFT_DOC_SUMMARY_OVERVIEW,
                       description);
  aft_timeline_settle (&reader.timeline);
  mend_days (&reader);
  set_zone (&reader);
  tell_facts (&reader);
}
