/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/record-list.h"

G_BEGIN_DECLS

/* Which events the list shows. Plain struct; AFT_CHOICE_NONE: of any. */
typedef struct
{
  guint lane;
  guint kind;
} AftEventFilter;

#define AFT_EVENT_FILTER_INIT                                                                      \
  {                                                                                                \
    AFT_CHOICE_NONE, AFT_CHOICE_NONE                                                               \
  }

gboolean aft_event_filter_is_active (const AftEventFilter *self);
gboolean aft_event_filter_matches (const AftEventFilter *self, AftRecord *event);
/* Stably by instant, only those that match. (element-type AftRecord), transfer container. */
GPtrArray *aft_event_filter_apply (const AftEventFilter *self, AftRecordList *events);

G_END_DECLS
