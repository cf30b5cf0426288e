/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/zone.h"
#include "ui/sections/event-filter-button.h"
#include "ui/sections/event-list.h"
#include "ui/sections/event-zone-button.h"
#include "ui/widgets/long-list.h"

G_BEGIN_DECLS

/* The list is in several files: this is what they share. */

struct _AftEventList
{
  GtkWidget parent_instance;

  GtkWidget            *box;
  GtkLabel             *label;
  GtkLabel             *status;
  AftEventFilterButton *filter_button;
  AftEventZoneButton   *zone_button;
  GtkMenuButton        *menu_button;
  GtkWidget            *frame;
  AftLongList          *rows;
  GtkWidget            *empty;
  GtkWidget            *no_match;

  GListStore *shown; /* of AftRecord: those that match, by time */
  AftRecord  *open;
  AftRecord  *hovered;

  AftEventSelection *selection;
  AftRecord         *current;    /* as last announced; borrowed, compared only */
  gboolean           is_picking; /* the focus follows the selection, not the other way round */

  /* between an edit and the end of its group */
  gboolean is_order_stale;
  gboolean is_face_stale;
  AftRecord
      *edited; /* borrowed, compared only: whose place may have changed, or NULL for several */
};

/* event-list.c */
void aft_event_list_set_hovered (AftEventList *self, AftRecord *event);

/* event-list-rows.c */
extern const AftLongListRows aft_event_list_rows;

const AftZone *aft_event_list_get_zone (AftEventList *self);
/* On the rows that there are. */
void aft_event_list_mark_selected (AftEventList *self);
/* The focus goes to the row and the selection stays as it is. */
void aft_event_list_focus_selected (AftEventList *self, AftRecord *event);

/* event-list-input.c: how several events are chosen with keys and pointer, and their menu */
void aft_event_list_add_input (AftEventList *self);
/* A click on a row, with the keys that were held. TRUE where it chose, and is no activation. */
gboolean aft_event_list_pick (AftEventList *self, AftRecord *event, GdkModifierType state);
/* The menu of the selected events at the row of the current one. */
void aft_event_list_popup_menu (AftEventList *self);

G_END_DECLS
