/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/sections/timeline-page.h"

#include "model/event-line.h"
#include "model/events.h"

#include "ui/sections/event-actions.h"
#include "ui/sections/event-entry.h"
#include "ui/sections/event-gap-hint.h"
#include "ui/sections/event-list.h"
#include "ui/sections/event-shift.h"
#include "ui/sections/metrics-panel.h"
#include "ui/timeline/timeline-overview.h"
#include "ui/timeline/timeline-view.h"
#include "ui/widgets/passing-popover.h"

struct _AftTimelinePage
{
  AftSectionPage parent_instance;

  GtkWidget       *figure_frame;
  AftTimelineView *view;
  AftMetricsPanel *metrics;
  AftEventEntry   *entry;
  AftEventGapHint *gap_hint;
  AftEventList    *list;

  AftEventSelection *selection;
  AftEventActions   *actions;
};

G_DEFINE_FINAL_TYPE (AftTimelinePage, aft_timeline_page, AFT_TYPE_SECTION_PAGE)

/* Enter or a double click on the figure opens the event in the list. */
static void
event_activated_cb (AftTimelinePage *self, AftRecord *event)
{
  aft_field_widget_reveal (AFT_FIELD_WIDGET (self->list), event, AFT_EVENT_TEXT);
}

/* From a figure to the event behind it. */
static void
event_wanted_cb (AftTimelinePage *self, AftRecord *event)
{
  aft_event_list_focus_event (self->list, event);
}

static void
event_added_cb (AftTimelinePage *self, AftRecord *event)
{
  aft_event_selection_select (self->selection, event);
}

/* Actions on the selected events */

static void
reveal_cb (AftTimelinePage *self, AftRecord *event, guint field)
{
  aft_field_widget_reveal (AFT_FIELD_WIDGET (self->list), event, field);
}

static void
shifted_cb (AftTimelinePage *self, gint64 offset)
{
  aft_event_actions_shift (self->actions, offset);
}

static const AftZone *
get_zone (AftTimelinePage *self)
{
  AftPostmortem *postmortem = aft_section_page_get_postmortem (AFT_SECTION_PAGE (self));

  return aft_zone_get_or_utc (
      aft_record_get_text (aft_postmortem_get_root (postmortem), AFT_DOC_TIME_ZONE));
}

static gboolean
is_in_figure (AftTimelinePage *self)
{
  GtkRoot   *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && (focus == GTK_WIDGET (self->view) ||
                           gtk_widget_is_ancestor (focus, GTK_WIDGET (self->view)));
}

/* Where the keyboard is, there it is asked. */
static void
ask_offset_cb (AftTimelinePage *self)
{
  gboolean     is_figure = is_in_figure (self);
  GdkRectangle place =
      is_figure ? aft_timeline_view_get_place (self->view) : aft_event_list_get_place (self->list);
  g_autoptr (GPtrArray) events = aft_event_selection_get_events (self->selection);
  AftEventShift *shift =
      aft_event_shift_popup (is_figure ? GTK_WIDGET (self->view) : GTK_WIDGET (self->list),
                             &place,
                             events,
                             get_zone (self));

  g_signal_connect_object (shift, "shifted", G_CALLBACK (shifted_cb), self, G_CONNECT_SWAPPED);
}

/* In sight, for whoever pasted with the keyboard in the list or in the line above it. */
static void
pasted_cb (AftTimelinePage *self)
{
  AftRecord *current = aft_event_selection_get_current (self->selection);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  if (current != NULL && focus != NULL && !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->view)))
    aft_event_list_focus_event (self->list, current);
}

/* By hand in the figure */

static void
time_chosen_cb (AftTimelinePage *self, AftRecord *event, guint field, gint64 instant)
{
  AftPostmortem *postmortem = aft_section_page_get_postmortem (AFT_SECTION_PAGE (self));

  aft_postmortem_break_step (postmortem);
  aft_postmortem_begin_group (postmortem);
  aft_postmortem_set_integer (postmortem, event, field, instant);
  if (field == AFT_EVENT_AT)
    aft_postmortem_clear (postmortem, event, AFT_EVENT_WRITTEN);
  aft_postmortem_end_group (postmortem);
  aft_postmortem_break_step (postmortem);
}

/* In the line where events are typed: the time is there, what happened is wanted. */
static void
begin_event (AftTimelinePage *self, AftInstant instant, guint lane)
{
  AftInstant       minute = instant - (instant % AFT_MINUTE + AFT_MINUTE) % AFT_MINUTE;
  g_autofree char *time = aft_time_entry_format (get_zone (self), minute);
  g_autofree char *word =
      lane < AFT_N_LANES ? aft_event_line_format_choice (AFT_EVENT_LANE, lane) : NULL;
  g_autofree char *text = word != NULL && lane != AFT_LANE_SYSTEM
                              ? g_strconcat (word, " ", time, " ", NULL)
                              : g_strconcat (time, " ", NULL);

  aft_event_entry_begin (self->entry, text);
}

static void
add_wanted_cb (AftTimelinePage *self, gint64 instant, guint lane)
{
  begin_event (self, instant, lane);
}

static void
gap_wanted_cb (AftTimelinePage *self, gint64 instant)
{
  begin_event (self, instant, AFT_N_LANES);
}

static void
menu_wanted_cb (AftTimelinePage *self, GdkRectangle *place)
{
  aft_event_menu_popup (GTK_WIDGET (self->view), place);
}

static void
select_all_cb (AftTimelinePage *self)
{
  aft_event_list_select_all (self->list);
}

static void
aft_timeline_page_set_postmortem (AftSectionPage *page, AftPostmortem *postmortem)
{
  AftTimelinePage *self = AFT_TIMELINE_PAGE (page);
  AftRecord       *root = postmortem != NULL ? aft_postmortem_get_root (postmortem) : NULL;

  aft_event_entry_set_postmortem (self->entry, postmortem);
  aft_event_actions_set_postmortem (self->actions, postmortem);
  aft_event_gap_hint_set_postmortem (self->gap_hint, postmortem);
  AFT_SECTION_PAGE_CLASS (aft_timeline_page_parent_class)->set_postmortem (page, postmortem);
  g_object_set (
      self->view, "events", root != NULL ? aft_record_get_list (root, AFT_DOC_EVENTS) : NULL, NULL);
}

static void
aft_timeline_page_keep (AftSectionPage *page)
{
  aft_event_entry_keep (AFT_TIMELINE_PAGE (page)->entry);
}

static void
aft_timeline_page_update (AftSectionPage *page)
{
  AftTimelinePage *self = AFT_TIMELINE_PAGE (page);
  AftRecord       *root = aft_postmortem_get_root (aft_section_page_get_postmortem (page));

  g_object_set (self->view,
                "zone",
                aft_record_get_text (root, AFT_DOC_TIME_ZONE),
                "read-only",
                aft_postmortem_get_read_only (aft_section_page_get_postmortem (page)),
                NULL);
  gtk_widget_set_visible (self->figure_frame, aft_record_has (root, AFT_DOC_EVENTS));
  gtk_widget_set_visible (GTK_WIDGET (self->metrics), aft_record_has (root, AFT_DOC_EVENTS));
  aft_metrics_panel_update (self->metrics, aft_section_page_get_postmortem (page));
  aft_event_gap_hint_update (self->gap_hint);
}

/* What is undone in the figure is shown there: no form opens far below. */
static gboolean
aft_timeline_page_show (AftSectionPage *page, AftRecord *record, guint field)
{
  AftTimelinePage *self = AFT_TIMELINE_PAGE (page);
  AftRecord       *root = aft_postmortem_get_root (aft_section_page_get_postmortem (page));

  if (!is_in_figure (self) ||
      aft_record_get_owner (record) != aft_record_get_list (root, AFT_DOC_EVENTS))
    return FALSE;
  aft_event_selection_set_current (self->selection, record);
  aft_timeline_view_focus (self->view, record);
  return TRUE;
}

static void
aft_timeline_page_dispose (GObject *object)
{
  AftTimelinePage *self = AFT_TIMELINE_PAGE (object);

  g_clear_object (&self->actions);
  g_clear_object (&self->selection);

  G_OBJECT_CLASS (aft_timeline_page_parent_class)->dispose (object);
}

static void
aft_timeline_page_class_init (AftTimelinePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = aft_timeline_page_dispose;
  AFT_SECTION_PAGE_CLASS (klass)->section = AFT_SECTION_TIMELINE;
  AFT_SECTION_PAGE_CLASS (klass)->set_postmortem = aft_timeline_page_set_postmortem;
  AFT_SECTION_PAGE_CLASS (klass)->keep = aft_timeline_page_keep;
  AFT_SECTION_PAGE_CLASS (klass)->update = aft_timeline_page_update;
  AFT_SECTION_PAGE_CLASS (klass)->show = aft_timeline_page_show;

  g_type_ensure (AFT_TYPE_TIMELINE_OVERVIEW);
  g_type_ensure (AFT_TYPE_TIMELINE_VIEW);
  g_type_ensure (AFT_TYPE_EVENT_ENTRY);
  g_type_ensure (AFT_TYPE_EVENT_GAP_HINT);
  g_type_ensure (AFT_TYPE_EVENT_LIST);
  g_type_ensure (AFT_TYPE_METRICS_PANEL);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/afterword_app/Afterword/timeline-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AftTimelinePage, figure_frame);
  gtk_widget_class_bind_template_child (widget_class, AftTimelinePage, view);
  gtk_widget_class_bind_template_child (widget_class, AftTimelinePage, metrics);
  gtk_widget_class_bind_template_child (widget_class, AftTimelinePage, entry);
  gtk_widget_class_bind_template_child (widget_class, AftTimelinePage, gap_hint);
  gtk_widget_class_bind_template_child (widget_class, AftTimelinePage, list);
  gtk_widget_class_bind_template_callback (widget_class, event_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, event_wanted_cb);
  gtk_widget_class_bind_template_callback (widget_class, event_added_cb);
  gtk_widget_class_bind_template_callback (widget_class, shifted_cb);
  gtk_widget_class_bind_template_callback (widget_class, time_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_wanted_cb);
  gtk_widget_class_bind_template_callback (widget_class, gap_wanted_cb);
  gtk_widget_class_bind_template_callback (widget_class, menu_wanted_cb);
}

static void
aft_timeline_page_init (AftTimelinePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->selection = aft_event_selection_new ();
  aft_event_list_set_selection (self->list, self->selection);
  aft_timeline_view_set_selection (self->view, self->selection);
  self->actions = aft_event_actions_new (GTK_WIDGET (self), self->selection);
  g_signal_connect_object (
      self->actions, "reveal", G_CALLBACK (reveal_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      self->actions, "ask-offset", G_CALLBACK (ask_offset_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      self->actions, "pasted", G_CALLBACK (pasted_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      self->actions, "select-all", G_CALLBACK (select_all_cb), self, G_CONNECT_SWAPPED);
}
