/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/time-entry.h"
#include "model/record.h"

G_BEGIN_DECLS

/* Events as they are copied and pasted. events: (element-type AftRecord); zone: IANA name, for
 * dates without a time of day. */

/* Theirs alone, and complete: a document with nothing but a timeline. */
#define AFT_EVENT_CLIP_TYPE "application/vnd.afterword.events+json"

/* One line each, "2026-05-04 14:02 UTC  error rate at 5 % #alert !detected @users": what
 * model/event-line.h reads back. Transfer full. */
char *aft_event_clip_write_text (GPtrArray *events, const char *zone);
/* A table of time, what happened, kind and lane; everything a user wrote is escaped. Transfer full.
 */
char *aft_event_clip_write_html (GPtrArray *events, const char *zone);
/* The content of AFT_EVENT_CLIP_TYPE; the audience is the author: private events are in it.
 * Transfer full. */
char *aft_event_clip_write_json (GPtrArray *events);

/* (element-type AftRecord), in no list; transfer full. NULL with an error of format/error.h where
 * it is not what aft_event_clip_write_json() wrote. */
GPtrArray *aft_event_clip_read_json (const char *json, gsize length, GError **error);
/* A line an event, blank ones aside; a time without a date is meant on the day of the line before.
 * Never fails: what has no time is text. */
GPtrArray *aft_event_clip_read_text (const char *text, const AftTimeContext *context);

G_END_DECLS
