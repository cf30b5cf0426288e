/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/sections/timeline-page.h"

#include "ui/sections/event-entry.h"
#include "ui/sections/event-list.h"
#include "ui/sections/metrics-panel.h"
#include "ui/timeline/timeline-view.h"

struct _AftTimelinePage
{
  AftSectionPage parent_instance;

  GtkWidget       *figure_frame;
  AftTimelineView *view;
  AftMetricsPanel *metrics;
  AftEventEntry   *entry;
  AftEventList    *list;
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
  aft_event_list_set_current (self->list, event);
}

static void
aft_timeline_page_set_postmortem (AftSectionPage *page, AftPostmortem *postmortem)
{
  AftTimelinePage *self = AFT_TIMELINE_PAGE (page);
  AftRecord       *root = postmortem != NULL ? aft_postmortem_get_root (postmortem) : NULL;

  aft_event_entry_set_postmortem (self->entry, postmortem);
  AFT_SECTION_PAGE_CLASS (aft_timeline_page_parent_class)->set_postmortem (page, postmortem);
  g_object_set (
      self->view, "events", root != NULL ? aft_record_get_list (root, AFT_DOC_EVENTS) : NULL, NULL);
}

static void
aft_timeline_page_update (AftSectionPage *page)
{
  AftTimelinePage *self = AFT_TIMELINE_PAGE (page);
  AftRecord       *root = aft_postmortem_get_root (aft_section_page_get_postmortem (page));

  g_object_set (self->view, "zone", aft_record_get_text (root, AFT_DOC_TIME_ZONE), NULL);
  gtk_widget_set_visible (self->figure_frame, aft_record_has (root, AFT_DOC_EVENTS));
  gtk_widget_set_visible (GTK_WIDGET (self->metrics), aft_record_has (root, AFT_DOC_EVENTS));
  aft_metrics_panel_update (self->metrics, aft_section_page_get_postmortem (page));
}

static void
aft_timeline_page_class_init (AftTimelinePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  AFT_SECTION_PAGE_CLASS (klass)->section = AFT_SECTION_TIMELINE;
  AFT_SECTION_PAGE_CLASS (klass)->set_postmortem = aft_timeline_page_set_postmortem;
  AFT_SECTION_PAGE_CLASS (klass)->update = aft_timeline_page_update;

  g_type_ensure (AFT_TYPE_TIMELINE_VIEW);
  g_type_ensure (AFT_TYPE_EVENT_ENTRY);
  g_type_ensure (AFT_TYPE_EVENT_LIST);
  g_type_ensure (AFT_TYPE_METRICS_PANEL);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/afterword_app/Afterword/timeline-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AftTimelinePage, figure_frame);
  gtk_widget_class_bind_template_child (widget_class, AftTimelinePage, view);
  gtk_widget_class_bind_template_child (widget_class, AftTimelinePage, metrics);
  gtk_widget_class_bind_template_child (widget_class, AftTimelinePage, entry);
  gtk_widget_class_bind_template_child (widget_class, AftTimelinePage, list);
  gtk_widget_class_bind_template_callback (widget_class, event_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, event_wanted_cb);
  gtk_widget_class_bind_template_callback (widget_class, event_added_cb);
}

static void
aft_timeline_page_init (AftTimelinePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
