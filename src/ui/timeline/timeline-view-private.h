/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/events.h"
#include "timeline/view-state.h"
#include "ui/timeline/timeline-view.h"

G_BEGIN_DECLS

/* The figure's widget is in several files: this is what they share. */

typedef enum
{
  AFT_DRAG_NONE,
  AFT_DRAG_PAN,
  AFT_DRAG_TIME, /* events, or one that had no time */
  AFT_DRAG_END,  /* of a range */
  AFT_DRAG_BAND, /* a rectangle that selects */
} AftDragType;

typedef struct
{
  AftDragType type;
  gboolean    is_moving; /* beyond the threshold; else still a click */
  AftHit      hit;       /* what was pressed */
  AftRecord  *event;     /* owned; of TIME and END */
  AftInstant  start;     /* its time or end before; NONE: it had none */
  AftInstant  now;
  double      grip;           /* px from the pointer to where it is drawn */
  double      x0, y0, x1, y1; /* where it began, and where it is */
  char       *text;           /* read out beside the line */
} AftTimelineDrag;

struct _AftTimelineView
{
  GtkWidget parent_instance;

  AftRecordList     *events;
  char              *zone;
  gboolean           is_read_only;
  AftEventSelection *selection;

  AftDigest   *digest;       /* of the events; NULL: they have changed */
  AftFigure   *figure;       /* NULL: to be laid out again */
  int          figure_width; /* of that figure */
  AftViewState view;
  GPtrArray   *watched; /* (element-type AftRecord): rows whose changes are listened to */

  AftHit          hover;
  AftRecord      *hovered; /* owned */
  double          pointer_x;
  AftTimelineDrag drag;
  GtkGesture     *drag_gesture; /* borrowed */
  AftViewState    pinch_view;   /* as two fingers found it */
  AftScale        pinch_scale;
  double          velocity; /* px a second, of a touchpad that was let go */
  gint64          last_frame;
  guint           glide; /* tick */

  guint children_source; /* brings them in step, or 0 */
};

/* timeline-view.c */
AftFigure *aft_timeline_view_need_figure (AftTimelineView *self);
/* Another part or size of the same events. */
void aft_timeline_view_invalidate (AftTimelineView *self);
/* Draws it in the middle of the window where it is not in sight. */
void           aft_timeline_view_reveal (AftTimelineView *self, AftRecord *event);
void           aft_timeline_view_set_hover (AftTimelineView *self, AftHit hit);
const AftZone *aft_timeline_view_get_zone (AftTimelineView *self);
void           aft_timeline_view_emit_activated (AftTimelineView *self, AftRecord *event);
void           aft_timeline_view_emit_shifted (AftTimelineView *self, gint64 offset);
void           aft_timeline_view_emit_time_chosen (AftTimelineView *self,
                                                   AftRecord       *event,
                                                   guint            field,
                                                   AftInstant       instant);
void           aft_timeline_view_emit_add (AftTimelineView *self, AftInstant instant, guint lane);
void           aft_timeline_view_emit_menu (AftTimelineView *self, const GdkRectangle *place);
/* Where the event is drawn, alone or as a part of a cluster; FALSE where it is not. */
gboolean aft_timeline_view_find_area (AftTimelineView *self, guint index, AftRect *area);

/* timeline-input.c */
void aft_timeline_view_add_input (AftTimelineView *self);
void aft_timeline_view_stop_gliding (AftTimelineView *self);

/* timeline-drag.c */
void aft_timeline_view_add_drag (AftTimelineView *self);
/* TRUE where there was something to cancel. */
gboolean aft_timeline_view_cancel_drag (AftTimelineView *self);
void     aft_timeline_view_snapshot_band (AftTimelineView *self, GtkSnapshot *snapshot);

/* timeline-keys.c */
void aft_timeline_view_add_keys (AftTimelineView *self);
/* child: an event, or NULL. */
void aft_timeline_view_focus_changed (AftTimelineView *self, GtkWidget *child);

/* timeline-children.c */
void aft_timeline_view_schedule_children (AftTimelineView *self, gboolean is_moving);
void aft_timeline_view_drop_children (AftTimelineView *self);
void aft_timeline_view_allocate_children (AftTimelineView *self);
/* The selection changed. */
void aft_timeline_view_update_children (AftTimelineView *self);
/* TRUE where the event has a child that took the focus. */
gboolean aft_timeline_view_focus_event (AftTimelineView *self, AftRecord *event);

/* timeline-name.c: what things are called, translated; transfer full. */
char *aft_timeline_view_name_event (AftTimelineView *self, guint index);
char *aft_timeline_view_name_cluster (AftTimelineView *self, guint index);
/* For the tooltip; NULL for nothing. */
char *aft_timeline_view_name_hit (AftTimelineView *self, AftHit hit);

G_END_DECLS
