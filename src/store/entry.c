/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/entry.h"

#include <string.h>

#include "store/entry-private.h"

struct _AftEntry
{
  GObject     parent_instance;
  AftEntryRow row;
  GStrv       services, tags, dues;
};

G_DEFINE_FINAL_TYPE (AftEntry, aft_entry, G_TYPE_OBJECT)

void
aft_entry_row_clear (AftEntryRow *row)
{
  g_clear_pointer (&row->id, g_free);
  g_clear_pointer (&row->title, g_free);
  g_clear_pointer (&row->time_zone, g_free);
  g_clear_pointer (&row->dues, g_free);
  g_clear_pointer (&row->snippet, g_free);
  g_clear_pointer (&row->services, g_free);
  g_clear_pointer (&row->tags, g_free);
}

static void
aft_entry_finalize (GObject *object)
{
  AftEntry *self = AFT_ENTRY (object);

  aft_entry_row_clear (&self->row);
  g_strfreev (self->services);
  g_strfreev (self->tags);
  g_strfreev (self->dues);
  G_OBJECT_CLASS (aft_entry_parent_class)->finalize (object);
}

static void
aft_entry_class_init (AftEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = aft_entry_finalize;
}

static void
aft_entry_init (AftEntry *self)
{
}

static GStrv
split_lines (const char *lines)
{
  return lines != NULL && *lines != '\0' ? g_strsplit (lines, "\n", -1) : g_new0 (char *, 1);
}

AftEntry *
aft_entry_new (AftEntryRow *row)
{
  AftEntry *self = g_object_new (AFT_TYPE_ENTRY, NULL);

  self->row = *row;
  *row = (AftEntryRow){ 0 };
  self->services = split_lines (self->row.services);
  self->tags = split_lines (self->row.tags);
  self->dues = split_lines (self->row.dues);
  return self;
}

static const char *
or_empty (const char *text)
{
  return text != NULL ? text : "";
}

const char *
aft_entry_get_id (AftEntry *self)
{
  return or_empty (self->row.id);
}

const char *
aft_entry_get_title (AftEntry *self)
{
  return or_empty (self->row.title);
}

guint
aft_entry_get_kind (AftEntry *self)
{
  return self->row.kind;
}

guint
aft_entry_get_status (AftEntry *self)
{
  return self->row.status;
}

guint
aft_entry_get_severity (AftEntry *self)
{
  return self->row.severity;
}

AftInstant
aft_entry_get_start (AftEntry *self)
{
  return self->row.start;
}

gboolean
aft_entry_get_ongoing (AftEntry *self)
{
  return self->row.is_ongoing;
}

gint64
aft_entry_get_duration (AftEntry *self)
{
  return self->row.duration;
}

double
aft_entry_get_completeness (AftEntry *self)
{
  return self->row.completeness;
}

const char *
aft_entry_get_time_zone (AftEntry *self)
{
  return or_empty (self->row.time_zone);
}

const char *const *
aft_entry_get_services (AftEntry *self)
{
  return (const char *const *) self->services;
}

const char *const *
aft_entry_get_tags (AftEntry *self)
{
  return (const char *const *) self->tags;
}

guint
aft_entry_get_open_actions (AftEntry *self)
{
  return self->row.open_actions;
}

const char *
aft_entry_get_next_due (AftEntry *self)
{
  return or_empty (self->dues[0]);
}

guint
aft_entry_count_overdue (AftEntry *self, const char *today)
{
  guint n = 0;

  while (self->dues[n] != NULL && strcmp (self->dues[n], today) < 0)
    n++;
  return n;
}

AftInstant
aft_entry_get_modified (AftEntry *self)
{
  return self->row.modified;
}

gboolean
aft_entry_get_trashed (AftEntry *self)
{
  return self->row.is_trashed;
}

const char *
aft_entry_get_snippet (AftEntry *self)
{
  return or_empty (self->row.snippet);
}
