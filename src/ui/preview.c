/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/preview.h"

#include "model/audience.h"
#include "model/twin.h"
#include "paint/page-painter.h"
#include "ui/page-view.h"
#include "ui/settings.h"

/* After the last change; a document whose pages take long to make waits longer, so that typing goes
 * before them. */
#define DELAY_MS       200
#define DELAY_PER_USEC 5
#define MAX_DELAY_MS   3000

struct _AftPreview
{
  GtkWidget parent_instance;

  GtkWidget *scrolled_window;
  GtkWidget *page_view;

  AftPostmortem *postmortem;
  PangoContext  *context;
  AftPages      *pages;
  AftRecord     *shown; /* the copy the pages were made from; their spots point into it */
  guint          timeout;
  gboolean       stale; /* changed while hidden */
  gint64         typeset_usec;
};

enum
{
  FIELD_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AftPreview, aft_preview, GTK_TYPE_WIDGET)

static void
drop_pages (AftPreview *self)
{
  aft_page_view_set_pages (AFT_PAGE_VIEW (self->page_view), NULL);
  g_clear_pointer (&self->pages, aft_pages_free);
  g_clear_object (&self->shown);
}

static void
make_pages (AftPreview *self)
{
  AftTypesetOptions options = { .paper = aft_settings_get_paper (), .layout = AFT_LAYOUT_REPORT };
  gint64            begun = g_get_monotonic_time ();
  AftRecord        *shown;
  AftPages         *pages;

  if (self->context == NULL)
    self->context = aft_paint_context ();
  shown =
      aft_audience_copy (aft_postmortem_get_root (self->postmortem), AFT_AUDIENCE_INTERNAL, FALSE);
  pages = aft_typeset (shown, &options, self->context);
  aft_page_view_set_pages (AFT_PAGE_VIEW (self->page_view), pages);
  g_clear_pointer (&self->pages, aft_pages_free);
  g_clear_object (&self->shown);
  self->pages = pages;
  self->shown = shown;
  self->stale = FALSE;
  self->typeset_usec = g_get_monotonic_time () - begun;
}

static gboolean
timeout_cb (gpointer data)
{
  AftPreview *self = data;

  self->timeout = 0;
  make_pages (self);
  return G_SOURCE_REMOVE;
}

static void
schedule (AftPreview *self, guint delay_ms)
{
  g_clear_handle_id (&self->timeout, g_source_remove);
  if (self->postmortem == NULL)
    return;
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      self->stale = TRUE;
      return;
    }
  /* Below redrawing: what was typed is on screen first. */
  self->timeout = g_timeout_add_full (G_PRIORITY_DEFAULT_IDLE, delay_ms, timeout_cb, self, NULL);
}

static void
changed_cb (AftPreview *self)
{
  gint64 measured_ms = self->typeset_usec * DELAY_PER_USEC / 1000;

  schedule (self, (guint) CLAMP (measured_ms, DELAY_MS, MAX_DELAY_MS));
}

static void
spot_activated_cb (AftPreview *self, guint index)
{
  const AftPageSpot *spot = &g_array_index (self->pages->spots, AftPageSpot, index);
  AftRecord         *original =
      aft_record_find_twin (aft_postmortem_get_root (self->postmortem), spot->record);

  if (original != NULL)
    g_signal_emit (self, signals[FIELD_ACTIVATED], 0, original, spot->field);
}

static void
aft_preview_map (GtkWidget *widget)
{
  AftPreview *self = AFT_PREVIEW (widget);

  GTK_WIDGET_CLASS (aft_preview_parent_class)->map (widget);
  if (self->stale)
    schedule (self, 0);
}

static void
aft_preview_dispose (GObject *object)
{
  AftPreview *self = AFT_PREVIEW (object);

  if (self->scrolled_window != NULL)
    aft_preview_set_postmortem (self, NULL);
  g_clear_pointer (&self->scrolled_window, gtk_widget_unparent);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (aft_preview_parent_class)->dispose (object);
}

static void
aft_preview_class_init (AftPreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = aft_preview_dispose;
  widget_class->map = aft_preview_map;

  signals[FIELD_ACTIVATED] = g_signal_new ("field-activated",
                                           AFT_TYPE_PREVIEW,
                                           G_SIGNAL_RUN_LAST,
                                           0,
                                           NULL,
                                           NULL,
                                           NULL,
                                           G_TYPE_NONE,
                                           2,
                                           AFT_TYPE_RECORD,
                                           G_TYPE_UINT);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
aft_preview_init (AftPreview *self)
{
  GSettings *settings = aft_settings_get ();

  self->page_view = aft_page_view_new ();
  self->scrolled_window = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (
      GTK_SCROLLED_WINDOW (self->scrolled_window), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled_window), self->page_view);
  gtk_widget_set_parent (self->scrolled_window, GTK_WIDGET (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), "preview");
  /* The view draws only what can be seen. */
  g_signal_connect_object (
      gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled_window)),
      "value-changed",
      G_CALLBACK (gtk_widget_queue_draw),
      self->page_view,
      G_CONNECT_SWAPPED);
  g_signal_connect_object (
      self->page_view, "spot-activated", G_CALLBACK (spot_activated_cb), self, G_CONNECT_SWAPPED);
  if (settings != NULL)
    g_signal_connect_object (
        settings, "changed::paper", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
aft_preview_new (void)
{
  return g_object_new (AFT_TYPE_PREVIEW, NULL);
}

void
aft_preview_set_postmortem (AftPreview *self, AftPostmortem *postmortem)
{
  g_return_if_fail (AFT_IS_PREVIEW (self));

  if (self->postmortem == postmortem)
    return;
  if (self->postmortem != NULL)
    g_signal_handlers_disconnect_by_func (self->postmortem, changed_cb, self);
  g_clear_handle_id (&self->timeout, g_source_remove);
  drop_pages (self);
  self->typeset_usec = 0;
  g_set_object (&self->postmortem, postmortem);
  if (postmortem == NULL)
    return;
  g_signal_connect_object (postmortem, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  schedule (self, 0);
}

void
aft_preview_show_field (AftPreview *self, AftRecord *record, guint field)
{
  GtkAdjustment *adjustment;
  double         top, bottom;

  g_return_if_fail (AFT_IS_PREVIEW (self));

  if (self->pages == NULL)
    return;
  for (guint i = 0; i < self->pages->spots->len; i++)
    {
      const AftPageSpot *spot = &g_array_index (self->pages->spots, AftPageSpot, i);
      AftRecord         *root = aft_postmortem_get_root (self->postmortem);

      if (spot->field != field || aft_record_find_twin (root, spot->record) != record)
        continue;
      aft_page_view_locate (
          AFT_PAGE_VIEW (self->page_view), spot->page, &spot->rect, &top, &bottom);
      adjustment =
          gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled_window));
      gtk_adjustment_clamp_page (adjustment, top, bottom);
      return;
    }
}

const AftPages *
aft_preview_get_pages (AftPreview *self)
{
  g_return_val_if_fail (AFT_IS_PREVIEW (self), NULL);
  return self->pages;
}

gint64
aft_preview_get_typeset_usec (AftPreview *self)
{
  g_return_val_if_fail (AFT_IS_PREVIEW (self), 0);
  return self->typeset_usec;
}
