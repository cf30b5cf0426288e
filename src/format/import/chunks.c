/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "format/import/chunks.h"

#include <string.h>

#include "format/import/stamp.h"

typedef struct
{
  GArray        *chunks;
  const AftLine *title, *end;
} Walk;

/* "**Impact**: text", "**Impact:** text", also behind a list marker. Bytes up to the text behind
 * it, 0 where there is none. */
static gsize
read_label (const AftLine *line, const char **label, gsize *length)
{
  const char *p = line->body, *end = line->body + line->body_length;
  const char *close;

  if (line->body_length < 5 || (strncmp (p, "**", 2) != 0 && strncmp (p, "__", 2) != 0))
    return 0;
  close = g_strstr_len (p + 2, end - p - 2, strncmp (p, "**", 2) == 0 ? "**" : "__");
  if (close == NULL || close == p + 2)
    return 0;
  *label = p + 2;
  *length = close - *label;
  close += 2;
  if ((*label)[*length - 1] == ':')
    (*length)--;
  else if (close < end && *close == ':')
    close++;
  else if (close < end)
    return 0;
  while (close < end && *close == ' ')
    close++;
  return close - p;
}

/* "Impact: text", for labels that are known. */
static gsize
read_plain_label (const AftLine *line, const char **label, gsize *length)
{
  const char *colon = line->body_length > 0 ? memchr (line->body, ':', line->body_length) : NULL;
  gsize       n;

  if (colon == NULL || colon - line->body > 30 || colon == line->body)
    return 0;
  *label = line->body;
  *length = colon - line->body;
  n = *length + 1;
  while (n < line->body_length && line->body[n] == ' ')
    n++;
  return n;
}

/* "_What went well_", "*What went well*", and in MediaWiki "''What went well''". */
static gboolean
read_emphasis (const AftLine *line, const char **label, gsize *length)
{
  const char *p = line->body;
  gsize       n = line->body_length > 4 && strncmp (p, "''", 2) == 0 ? 2 : 1;

  if (line->body_length < 2 * n + 1 || !strchr ("*_'", *p) || (*p == '\'' && n < 2) ||
      strncmp (p, p + line->body_length - n, n) != 0)
    return FALSE;
  *label = p + n;
  *length = line->body_length - 2 * n;
  return TRUE;
}

/* A line that is emphasised as a whole. */
static gboolean
read_line_heading (const AftLine *line, const char **label, gsize *length)
{
  return line->kind == AFT_LINE_TEXT && (read_label (line, label, length) == line->body_length ||
                                         read_emphasis (line, label, length));
}

static gboolean
is_line_heading (const AftLine *line)
{
  const char *label;
  gsize       length;

  return read_line_heading (line, &label, &length);
}

AftTarget
aft_chunks_find_section (const AftLine *line)
{
  AftTarget target = aft_words_find (line->body, line->body_length, FALSE);

  return target < AFT_TARGET_TITLE ? target : AFT_TARGET_NONE;
}

static AftChunk *
last_chunk (Walk *self)
{
  return &g_array_index (self->chunks, AftChunk, self->chunks->len - 1);
}

static void
begin_chunk (Walk *self, AftTarget target, const AftLine *line, guint level)
{
  AftChunk chunk = { .target = target, .heading = line, .level = level, .first = line + 1 };

  last_chunk (self)->end = line;
  g_array_append_val (self->chunks, chunk);
}

static gboolean
has_stamp (const AftLine *line)
{
  AftStamp stamp;

  return aft_stamp_read (line->body, line->body_length, TRUE, &stamp);
}

/* "Detection" above a list, within the actions: those that are for it. */
static gboolean
is_group_of_actions (const AftChunk *chunk, const AftLine *line, const AftLine *end)
{
  if (chunk->target != AFT_TARGET_ACTIONS || chunk->is_label || line->level <= chunk->level)
    return FALSE;
  for (line++; line < end && line->kind == AFT_LINE_BLANK;)
    line++;
  return line < end && (line->kind == AFT_LINE_ITEM || line->kind == AFT_LINE_ROW);
}

static void
take_heading (Walk *self, const AftLine *line)
{
  AftChunk *chunk = last_chunk (self);
  AftTarget target = aft_chunks_find_section (line);

  if (line == self->title)
    begin_chunk (self, AFT_TARGET_NONE, line, 0);
  else if (chunk->target == AFT_TARGET_TIMELINE && line->level > chunk->level && has_stamp (line))
    return;
  else if (target != AFT_TARGET_NONE)
    {
      /* a section within another one: part of it where it is a lesser word for the same */
      if (line->level > chunk->level && chunk->target == target && !chunk->is_label)
        return;
      if ((target == AFT_TARGET_DETECTION || target == AFT_TARGET_RESOLUTION) &&
          is_group_of_actions (chunk, line, self->end))
        return;
      begin_chunk (self, target, line, line->level);
    }
  else if (chunk->heading == NULL || line->level <= chunk->level || chunk->heading == self->title)
    begin_chunk (self, AFT_TARGET_NONE, line, line->level);
}

/* A label outside the known sections begins one, up to the next label or heading. */
static void
take_label (Walk *self, const AftLine *line)
{
  AftChunk   *chunk = last_chunk (self);
  const char *label;
  gsize       length, n;
  AftTarget   target;

  if (chunk->target != AFT_TARGET_NONE && !chunk->is_label)
    return;
  if (chunk->is_label && line->indent > chunk->heading->indent)
    return;
  n = read_label (line, &label, &length);
  if (n == 0)
    n = read_plain_label (line, &label, &length);
  target = n > 0 ? aft_words_find (label, length, TRUE) : AFT_TARGET_NONE;
  if (target == AFT_TARGET_NONE && n > 0 && line->kind == AFT_LINE_ITEM && *line->body == '*')
    target = chunk->is_label ? AFT_TARGET_DETAILS : AFT_TARGET_NONE;
  if (target == AFT_TARGET_NONE)
    return;
  begin_chunk (self, target, line, 7);
  chunk = last_chunk (self);
  chunk->is_label = TRUE;
  chunk->rest = *line;
  chunk->rest.kind = AFT_LINE_TEXT;
  chunk->rest.body += n;
  chunk->rest.body_length -= n;
  chunk->rest.start = chunk->rest.body;
  chunk->rest.length = chunk->rest.body_length;
}

static void
take_line_heading (Walk *self, const AftLine *line)
{
  const char *label;
  gsize       length;
  AftTarget   target;

  if (!read_line_heading (line, &label, &length))
    return;
  target = aft_words_find (label, length, TRUE);
  if (target != AFT_TARGET_NONE && target < AFT_TARGET_TITLE && target != last_chunk (self)->target)
    begin_chunk (self, target, line, 7);
}

GArray *
aft_chunks_split (GArray *lines, const AftLine *title)
{
  const AftLine *first = (const AftLine *) lines->data, *end = first + lines->len;
  AftChunk       whole = { .first = first };
  Walk           walk = { .title = title, .end = end };
  Walk          *self = &walk;

  walk.chunks = g_array_new (FALSE, FALSE, sizeof (AftChunk));
  g_array_append_val (walk.chunks, whole);
  for (const AftLine *line = first; line < end; line++)
    if (line->kind == AFT_LINE_HEADING)
      take_heading (self, line);
    else if (is_line_heading (line) && (line == first || line[-1].kind == AFT_LINE_BLANK))
      take_line_heading (self, line);
    else if (line->kind == AFT_LINE_ITEM || line->kind == AFT_LINE_TEXT)
      take_label (self, line);
  last_chunk (self)->end = end;
  return walk.chunks;
}
