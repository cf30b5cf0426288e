/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/preview.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "model/audience.h"
#include "model/twin.h"
#include "ui/page-maker.h"
#include "ui/page-view.h"
#include "ui/settings.h"
#include "ui/text.h"

/* After the last change: what is typed quickly is one change. */
#define DELAY_MS 60

#define ZOOM_STEP  1.25
#define HEADING_PX 60 /* of a section and of its first field, above what is shown of it */

struct _AftPreview
{
  GtkWidget parent_instance;

  GtkWidget     *scrolled_window;
  AftPageView   *page_view;
  GtkWidget     *bar;
  GtkWidget     *previous_button, *next_button;
  GtkLabel      *page_label;
  GtkMenuButton *zoom_button;

  AftPostmortem *postmortem;
  AftPageMaker  *maker;
  AftSheets     *sheets; /* those shown */
  AftLayout      layout;
  AftRecord     *followed; /* what is being edited; NULL where nothing is */
  guint          followed_field;
  guint          timeout;
  gboolean       stale; /* changed while hidden */
};

enum
{
  PROP_0,
  PROP_FIT,
  PROP_LAYOUT,
  PROP_SINGLE_PAGE,
  N_PROPS
};

enum
{
  FIELD_ACTIVATED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint       signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AftPreview, aft_preview, GTK_TYPE_WIDGET)

static const char *const fits[] = { "width", "page", "none" };
static const char *const layouts[] = { "report", "review" };

/* ---- pages ---- */

static void
show_sheets (AftPreview *self, AftSheets *sheets)
{
  AftSheets *before = self->sheets;

  self->sheets = sheets;
  aft_page_view_set_pages (self->page_view, sheets != NULL ? sheets->pages : NULL);
  if (before != NULL)
    aft_page_maker_give_back (self->maker, before);
}

static void follow (AftPreview *self);

/* Or of the one before. */
static gboolean
are_of_document (AftPreview *self, AftSheets *sheets)
{
  return self->postmortem != NULL && g_str_equal (aft_record_get_text (sheets->root, AFT_DOC_ID),
                                                  aft_postmortem_get_id (self->postmortem));
}

static void
sheets_made_cb (AftSheets *sheets, gpointer data)
{
  AftPreview *self = data;

  if (!are_of_document (self, sheets))
    {
      aft_page_maker_give_back (self->maker, sheets);
      return;
    }
  show_sheets (self, sheets);
  follow (self);
}

static void
picture_made_cb (guint page, GdkTexture *picture, gpointer data)
{
  aft_page_view_set_picture (AFT_PREVIEW (data)->page_view, page, picture);
}

static void
picture_wanted_cb (AftPreview *self, guint page, int width_px)
{
  aft_page_maker_paint (self->maker, self->sheets, page, width_px);
}

static void
make_pages (AftPreview *self)
{
  AftTypesetOptions options = { .paper = aft_settings_get_paper (), .layout = self->layout };
  AftRecord        *root = aft_postmortem_get_root (self->postmortem);

  self->stale = FALSE;
  aft_page_maker_make (
      self->maker, aft_audience_copy (root, AFT_AUDIENCE_INTERNAL, FALSE), &options);
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
  schedule (self, DELAY_MS);
}

/* ---- places ---- */

static void
spot_activated_cb (AftPreview *self, guint index)
{
  const AftPageSpot *spot = &g_array_index (self->sheets->pages->spots, AftPageSpot, index);
  AftRecord         *original =
      aft_record_find_twin (aft_postmortem_get_root (self->postmortem), spot->record);

  if (original != NULL)
    g_signal_emit (self, signals[FIELD_ACTIVATED], 0, original, spot->field);
}

static void
scroll_to (AftPreview *self, const AftPageSpot *spot)
{
  GtkAdjustment *adjustment =
      gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled_window));
  double top, bottom;

  aft_page_view_locate (self->page_view, spot->page, &spot->rect, &top, &bottom);
  gtk_adjustment_clamp_page (adjustment, top, bottom);
}

/* With what stands above it, which is its heading. */
static void
scroll_to_top (AftPreview *self, const AftPageSpot *spot)
{
  GtkScrolledWindow *window = GTK_SCROLLED_WINDOW (self->scrolled_window);
  double             top, bottom;

  aft_page_view_locate (self->page_view, spot->page, &spot->rect, &top, &bottom);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (window), top - HEADING_PX);
}

/* The copy has one record for the one that is edited: looked up once, and not for each place. */
static void
follow (AftPreview *self)
{
  AftRecord *twin;

  if (self->sheets == NULL || self->followed == NULL)
    return;
  twin = aft_record_find_twin (self->sheets->root, self->followed);
  for (guint i = 0; twin != NULL && i < self->sheets->pages->spots->len; i++)
    {
      const AftPageSpot *spot = &g_array_index (self->sheets->pages->spots, AftPageSpot, i);

      if (spot->record != twin || spot->field != self->followed_field)
        continue;
      scroll_to (self, spot);
      return;
    }
}

/* ---- the view ---- */

static void
view_changed_cb (AftPreview *self)
{
  guint            n = self->sheets != NULL ? self->sheets->pages->pages->len : 0;
  guint            current = aft_page_view_get_current (self->page_view);
  gboolean         single = aft_page_view_get_single (self->page_view);
  g_autofree char *page = NULL;
  g_autofree char *zoom = NULL;

  /* Translators: the page that is shown, and how many there are */
  page = n > 0 ? g_strdup_printf (_ ("Page %u of %u"), current + 1, n) : g_strdup ("");
  /* Translators: how large pages are shown, in percent of their size on paper */
  zoom = g_strdup_printf (_ ("%.0f %%"), round (aft_page_view_get_zoom (self->page_view) * 100));
  aft_ui_set_label (self->page_label, page);
  gtk_menu_button_set_label (self->zoom_button, zoom);
  gtk_widget_set_visible (self->previous_button, single);
  gtk_widget_set_visible (self->next_button, single);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.previous-page", single && current > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.next-page", single && current + 1 < n);
}

static void
set_fit (AftPreview *self, AftPageFit fit)
{
  aft_page_view_set_fit (self->page_view, fit);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled_window),
                                  fit == AFT_PAGE_FIT_NONE ? GTK_POLICY_AUTOMATIC
                                                           : GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  aft_settings_set_string ("preview-fit", fits[fit]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FIT]);
}

static void
set_zoom (AftPreview *self, double zoom)
{
  set_fit (self, AFT_PAGE_FIT_NONE);
  aft_page_view_set_zoom (self->page_view, zoom);
}

void
aft_preview_zoom (AftPreview *self, int steps)
{
  g_return_if_fail (AFT_IS_PREVIEW (self));

  if (steps == 0)
    set_zoom (self, 1);
  else
    set_zoom (self, aft_page_view_get_zoom (self->page_view) * pow (ZOOM_STEP, steps));
}

static void
zoom_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  aft_preview_zoom (AFT_PREVIEW (widget),
                    g_str_equal (name, "preview.zoom-in")    ? 1
                    : g_str_equal (name, "preview.zoom-out") ? -1
                                                             : 0);
}

static void
turn_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AftPreview *self = AFT_PREVIEW (widget);
  guint       current = aft_page_view_get_current (self->page_view);
  gboolean    forward = g_str_equal (name, "preview.next-page");

  if (forward || current > 0)
    aft_page_view_set_current (self->page_view, forward ? current + 1 : current - 1);
}

static void
set_single (AftPreview *self, gboolean single)
{
  if (single == aft_page_view_get_single (self->page_view))
    return;
  aft_page_view_set_single (self->page_view, single);
  view_changed_cb (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SINGLE_PAGE]);
}

static void
set_layout (AftPreview *self, AftLayout layout)
{
  if (layout == self->layout)
    return;
  self->layout = layout;
  schedule (self, 0);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LAYOUT]);
}

/* ---- the widget ---- */

static guint
find_word (const char *const *words, guint n, const char *word)
{
  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (words[i], word) == 0)
      return i;
  return 0;
}

static void
aft_preview_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  AftPreview *self = AFT_PREVIEW (object);

  switch (id)
    {
    case PROP_FIT:
      g_value_set_static_string (value, fits[aft_page_view_get_fit (self->page_view)]);
      break;
    case PROP_LAYOUT:
      g_value_set_static_string (value, layouts[self->layout]);
      break;
    case PROP_SINGLE_PAGE:
      g_value_set_boolean (value, aft_page_view_get_single (self->page_view));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
aft_preview_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  AftPreview *self = AFT_PREVIEW (object);

  switch (id)
    {
    case PROP_FIT:
      set_fit (self, find_word (fits, G_N_ELEMENTS (fits), g_value_get_string (value)));
      break;
    case PROP_LAYOUT:
      set_layout (self, find_word (layouts, G_N_ELEMENTS (layouts), g_value_get_string (value)));
      break;
    case PROP_SINGLE_PAGE:
      set_single (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
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

  if (self->page_view != NULL)
    aft_preview_set_postmortem (self, NULL);
  g_clear_pointer (&self->maker, aft_page_maker_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), AFT_TYPE_PREVIEW);

  G_OBJECT_CLASS (aft_preview_parent_class)->dispose (object);
}

static void
install_properties (GObjectClass *klass)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  properties[PROP_FIT] = g_param_spec_string ("fit", NULL, NULL, "width", flags);
  properties[PROP_LAYOUT] = g_param_spec_string ("layout", NULL, NULL, "report", flags);
  properties[PROP_SINGLE_PAGE] = g_param_spec_boolean ("single-page", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (klass, N_PROPS, properties);
}

static void
install_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_property_action (klass, "preview.fit", "fit");
  gtk_widget_class_install_property_action (klass, "preview.layout", "layout");
  gtk_widget_class_install_property_action (klass, "preview.single-page", "single-page");
  gtk_widget_class_install_action (klass, "preview.zoom-in", NULL, zoom_action);
  gtk_widget_class_install_action (klass, "preview.zoom-out", NULL, zoom_action);
  gtk_widget_class_install_action (klass, "preview.zoom-normal", NULL, zoom_action);
  gtk_widget_class_install_action (klass, "preview.previous-page", NULL, turn_action);
  gtk_widget_class_install_action (klass, "preview.next-page", NULL, turn_action);
}

static void
bind_template (GtkWidgetClass *klass)
{
  gtk_widget_class_set_template_from_resource (klass,
                                               "/io/github/afterword_app/Afterword/preview.ui");
  gtk_widget_class_bind_template_child (klass, AftPreview, scrolled_window);
  gtk_widget_class_bind_template_child (klass, AftPreview, page_view);
  gtk_widget_class_bind_template_child (klass, AftPreview, bar);
  gtk_widget_class_bind_template_child (klass, AftPreview, previous_button);
  gtk_widget_class_bind_template_child (klass, AftPreview, next_button);
  gtk_widget_class_bind_template_child (klass, AftPreview, page_label);
  gtk_widget_class_bind_template_child (klass, AftPreview, zoom_button);
  gtk_widget_class_bind_template_callback (klass, spot_activated_cb);
  gtk_widget_class_bind_template_callback (klass, picture_wanted_cb);
  gtk_widget_class_bind_template_callback (klass, view_changed_cb);
}

static void
aft_preview_class_init (AftPreviewClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = aft_preview_dispose;
  object_class->get_property = aft_preview_get_property;
  object_class->set_property = aft_preview_set_property;
  widget_class->map = aft_preview_map;
  install_properties (object_class);
  install_actions (widget_class);

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

  g_type_ensure (AFT_TYPE_PAGE_VIEW);
  bind_template (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
aft_preview_init (AftPreview *self)
{
  GSettings       *settings = aft_settings_get ();
  g_autofree char *fit = aft_settings_dup_string ("preview-fit");

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_orientable_set_orientation (
      GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "preview");
  self->maker = aft_page_maker_new (sheets_made_cb, picture_made_cb, self);
  set_fit (self, find_word (fits, 2, fit));
  view_changed_cb (self);
  /* The view draws only what can be seen. */
  g_signal_connect_object (
      gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled_window)),
      "value-changed",
      G_CALLBACK (gtk_widget_queue_draw),
      self->page_view,
      G_CONNECT_SWAPPED);
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
  g_clear_object (&self->followed);
  show_sheets (self, NULL);
  g_set_object (&self->postmortem, postmortem);
  if (postmortem == NULL)
    return;
  g_signal_connect_object (postmortem, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  schedule (self, 0);
}

void
aft_preview_show_field (AftPreview *self, AftRecord *record, guint field)
{
  g_return_if_fail (AFT_IS_PREVIEW (self));

  g_set_object (&self->followed, record);
  self->followed_field = field;
  follow (self);
}

void
aft_preview_show_section (AftPreview *self, AftSectionId section)
{
  g_return_if_fail (AFT_IS_PREVIEW (self));

  for (guint i = 0; self->sheets != NULL && i < self->sheets->pages->spots->len; i++)
    {
      const AftPageSpot *spot = &g_array_index (self->sheets->pages->spots, AftPageSpot, i);

      if (spot->record == NULL || aft_record_get_section (spot->record, spot->field) != section)
        continue;
      scroll_to_top (self, spot);
      return;
    }
}

const AftPages *
aft_preview_get_pages (AftPreview *self)
{
  g_return_val_if_fail (AFT_IS_PREVIEW (self), NULL);
  return self->sheets != NULL ? self->sheets->pages : NULL;
}

gboolean
aft_preview_is_busy (AftPreview *self)
{
  g_return_val_if_fail (AFT_IS_PREVIEW (self), FALSE);
  return self->timeout != 0 || aft_page_maker_is_busy (self->maker);
}

gint64
aft_preview_get_typeset_usec (AftPreview *self)
{
  g_return_val_if_fail (AFT_IS_PREVIEW (self), 0);
  return self->sheets != NULL ? self->sheets->usec : 0;
}
