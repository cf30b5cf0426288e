/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/schema.h"
#include "store/entry.h"

G_BEGIN_DECLS

/* Which documents the library page shows, as a plain value. AFT_CHOICE_NONE, NULL and 0 stand for
 * any. */
typedef struct
{
  guint kind, status, severity;
  char *service, *tag;
  int   year;
} AftLibraryFilter;

/* The groups of the page, in its order. */
typedef enum
{
  AFT_LIBRARY_ONGOING,
  AFT_LIBRARY_FINISHED,
  AFT_LIBRARY_NEAR_MISSES,
  AFT_N_LIBRARY_GROUPS,
} AftLibraryGroup;

#define AFT_LIBRARY_FILTER_INIT                                                                    \
  {                                                                                                \
    AFT_CHOICE_NONE, AFT_CHOICE_NONE, AFT_CHOICE_NONE, NULL, NULL, 0                               \
  }

void     aft_library_filter_clear (AftLibraryFilter *self);
gboolean aft_library_filter_is_empty (const AftLibraryFilter *self);
gboolean aft_library_filter_matches (const AftLibraryFilter *self, AftEntry *entry);

AftLibraryGroup aft_library_group_of (AftEntry *entry);
const char     *aft_library_group_get_title (AftLibraryGroup group); /* translated */
/* The year it happened in, in its own zone; that of the last change where no time is known. */
int aft_library_year_of (AftEntry *entry);

/* Each once, sorted. entries: of AftEntry. Transfer full. */
GStrv   aft_library_collect_services (GPtrArray *entries);
GStrv   aft_library_collect_tags (GPtrArray *entries);
GArray *aft_library_collect_years (GPtrArray *entries); /* int, latest first */

/* What the card on top of the page says. */
typedef struct
{
  gint64 days;    /* since the last incident began; -1 where none has a date */
  gint64 longest; /* days between two incidents, or since the last; -1 likewise */
  guint  ongoing;
  guint  overdue; /* open actions that were due before today */
} AftLibraryFacts;

/* zone: whose calendar days are counted. today is that of now. */
void
aft_library_facts (GPtrArray *entries, AftInstant now, const char *zone, AftLibraryFacts *facts);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AftLibraryFilter, aft_library_filter_clear)

G_END_DECLS
