/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "timeline/digest.h"

#include <string.h>

#include "base/text.h"
#include "model/events.h"

#define MAX_LABEL_CHARS 120
#define MIN_QUIET       (15 * AFT_MINUTE)
#define QUIET_SHARE     0.08 /* of the whole span */
#define QUIET_MEDIANS   6    /* a quiet stretch is so many times the usual distance */

static void
clear_event (gpointer data)
{
  AftDigestEvent *event = data;

  g_object_unref (event->event);
  g_free (event->label);
}

static void
add_event (AftDigest *self, AftRecord *record)
{
  AftDigestEvent event = { .event = g_object_ref (record), .label_width = -1 };
  guint          index = self->events->len;

  event.at = aft_event_get_at (record);
  event.until = aft_event_get_until (record);
  event.kind = aft_record_get_choice (record, AFT_EVENT_KIND);
  event.lane = aft_record_get_choice (record, AFT_EVENT_LANE);
  event.milestone = aft_record_get_choice (record, AFT_EVENT_MILESTONE);
  event.approximate = aft_record_get_choice (record, AFT_EVENT_PRECISION) != AFT_PRECISION_EXACT;
  g_array_append_val (self->events, event);
  if (event.milestone < AFT_N_MILESTONES && self->milestones[event.milestone] < 0)
    self->milestones[event.milestone] = index;
  if (event.at == AFT_INSTANT_NONE)
    return;
  self->first = self->n_timed == 0 ? event.at : self->first;
  self->last = MAX (self->n_timed == 0 ? event.at : self->last, MAX (event.at, event.until));
  self->n_timed++;
}

/* ---- quiet stretches ---- */

static int
compare_distances (gconstpointer a, gconstpointer b)
{
  gint64 x = *(const gint64 *) a, y = *(const gint64 *) b;

  return (x > y) - (x < y);
}

/* The usual distance between what begins: the median. */
static gint64
usual_distance (const AftDigest *self)
{
  g_autoptr (GArray) distances = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 1; i < self->n_timed; i++)
    {
      gint64 distance = aft_digest_get (self, i)->at - aft_digest_get (self, i - 1)->at;

      g_array_append_val (distances, distance);
    }
  if (distances->len == 0)
    return 0;
  g_array_sort (distances, compare_distances);
  return g_array_index (distances, gint64, distances->len / 2);
}

/* A margin stays to scale on both sides. */
static void
add_quiet (AftDigest *self, AftInstant from, AftInstant to, gint64 usual)
{
  gint64   margin = MIN ((to - from) / 8, MAX (usual, AFT_MINUTE));
  AftQuiet quiet = { from + margin, to - margin };

  g_array_append_val (self->quiet, quiet);
}

/* Nothing is quiet within a range: one that covers the stretch keeps it to scale. */
static void
find_quiet (AftDigest *self)
{
  gint64     usual = usual_distance (self);
  gint64     span = self->last - self->first;
  gint64     least = MAX (MAX (MIN_QUIET, (gint64) (span * QUIET_SHARE)), usual * QUIET_MEDIANS);
  AftInstant busy_until = self->first;

  for (guint i = 0; i < self->n_timed; i++)
    {
      const AftDigestEvent *event = aft_digest_get (self, i);

      if (event->at - busy_until > least)
        add_quiet (self, busy_until, event->at, usual);
      busy_until = MAX (busy_until, MAX (event->at, event->until));
    }
}

/* ---- life ---- */

AftDigest *
aft_digest_new (AftRecordList *events)
{
  AftDigest *self = g_atomic_rc_box_new0 (AftDigest);
  g_autoptr (GPtrArray) sorted = aft_events_sort (events);

  self->events = g_array_sized_new (FALSE, TRUE, sizeof (AftDigestEvent), sorted->len);
  self->quiet = g_array_new (FALSE, FALSE, sizeof (AftQuiet));
  g_array_set_clear_func (self->events, clear_event);
  for (guint i = 0; i < AFT_N_MILESTONES; i++)
    self->milestones[i] = -1;
  for (guint i = 0; i < sorted->len; i++)
    add_event (self, g_ptr_array_index (sorted, i));
  find_quiet (self);
  return self;
}

AftDigest *
aft_digest_ref (AftDigest *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  g_array_unref (((AftDigest *) data)->events);
  g_array_unref (((AftDigest *) data)->quiet);
}

void
aft_digest_unref (AftDigest *self)
{
  if (self != NULL)
    g_atomic_rc_box_release_full (self, clear);
}

AftDigestEvent *
aft_digest_get (const AftDigest *self, guint index)
{
  return &g_array_index (self->events, AftDigestEvent, index);
}

void
aft_digest_set_face (AftDigest *self, double text_height, gboolean numbered)
{
  if (self->measured_for == text_height && self->is_numbered == numbered)
    return;
  for (guint i = 0; i < self->events->len; i++)
    {
      aft_digest_get (self, i)->label_width = -1;
      if (self->is_numbered != numbered)
        g_clear_pointer (&aft_digest_get (self, i)->label, g_free);
    }
  self->measured_for = text_height;
  self->is_numbered = numbered;
}

/* Without the marks of emphasis, code and what is private: those belong to the list. */
static char *
strip_marks (const char *text)
{
  GString *plain = g_string_sized_new (strlen (text));

  for (const char *p = text; *p != '\0'; p++)
    if (p[0] == '|' && p[1] == '|')
      p++;
    else if (*p != '*' && *p != '`')
      g_string_append_c (plain, *p);
  return g_string_free (plain, FALSE);
}

static char *
new_label (const AftDigest *self, guint index)
{
  g_autofree char *start = aft_text_ellipsize (
      aft_record_get_text (aft_digest_get (self, index)->event, AFT_EVENT_TEXT), MAX_LABEL_CHARS);
  g_autofree char *plain = strip_marks (start);
  g_autofree char *line = aft_text_clean_line (plain, -1);

  return self->is_numbered ? g_strdup_printf ("E%u %s", index + 1, line) : g_steal_pointer (&line);
}

const char *
aft_digest_get_label (AftDigest *self, guint index)
{
  AftDigestEvent *event = aft_digest_get (self, index);

  if (event->label == NULL)
    event->label = new_label (self, index);
  return event->label;
}

int
aft_digest_find (const AftDigest *self, AftRecord *event)
{
  for (guint i = 0; i < self->events->len; i++)
    if (aft_digest_get (self, i)->event == event)
      return i;
  return -1;
}
