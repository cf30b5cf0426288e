/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/editor.h"

#include <glib/gi18n-lib.h>

#include "base/zone.h"
#include "coach/readiness.h"
#include "ui/fold-bin.h"
#include "ui/import/paste-offer.h"
#include "ui/preview.h"
#include "ui/save-status.h"
#include "ui/sections/section-stack.h"
#include "ui/settings.h"
#include "ui/sidebar.h"
#include "ui/text-place.h"
#include "ui/text.h"
#include "ui/widgets/field-widget.h"

/* Below these the sections slide over the form, and form and pages take turns. */
#define FOLD_SIDEBAR_PX 720
#define FOLD_PREVIEW_PX 960

/* Unless the user has said otherwise. */
#define FORM_WIDTH_PX 520

/* The sidebar follows this long after the last change. */
#define REVIEW_DELAY_MSEC 300

struct _AftEditor
{
  AdwBin parent_instance;

  AftFoldBin      *fold_bin;
  AdwWindowTitle  *title;
  GtkWidget       *sidebar_button;
  GtkMenuButton   *menu_button;
  GtkWidget       *wide_buttons;
  GtkActionBar    *narrow_bar;
  AftBanner       *banner;
  AdwToastOverlay *toast_overlay;
  AdwFlap         *flap;
  AftSidebar      *sidebar;
  GtkPaned        *paned;
  AftSectionStack *stack;
  AftPreview      *preview;
  AftPasteOffer   *paste_offer;

  AftSectionId   section;
  AftDocument   *document;
  AftSaveStatus *status;
  GSignalGroup  *postmortem_signals;
  GtkRoot       *root; /* borrowed while rooted */
  AdwToast      *removal_toast;
  guint          review_source;

  gboolean sidebar_visible, preview_visible; /* as wanted where there is room */
  gboolean is_narrow, is_stacked;
  gboolean flap_open, preview_on_top; /* as wanted where there is none */
};

enum
{
  PROP_0,
  PROP_SIDEBAR_VISIBLE,
  PROP_PREVIEW_VISIBLE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  SIGNAL_REVIEW_IMPORT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AftEditor, aft_editor, ADW_TYPE_BIN)

static AftPostmortem *
get_postmortem (AftEditor *self)
{
  return self->document != NULL ? aft_document_get_postmortem (self->document) : NULL;
}

/* Sidebar: how complete, and what a reader would still ask */

static char *
format_today (AftRecord *root)
{
  const AftZone *zone = aft_zone_get_or_utc (aft_record_get_text (root, AFT_DOC_TIME_ZONE));

  return aft_zone_format_date (zone, aft_instant_now ());
}

static void
review (AftEditor *self)
{
  AftRecord       *root = aft_document_get_root (self->document);
  g_autofree char *today = format_today (root);
  g_autoptr (GPtrArray) hints = aft_readiness_review (root, today);

  aft_sidebar_review (self->sidebar, root, hints);
  aft_section_stack_set_hints (self->stack, hints);
}

static gboolean
review_cb (gpointer data)
{
  AftEditor *self = AFT_EDITOR (data);

  self->review_source = 0;
  if (self->document != NULL)
    review (self);
  return G_SOURCE_REMOVE;
}

static void
schedule_review (AftEditor *self)
{
  g_clear_handle_id (&self->review_source, g_source_remove);
  self->review_source =
      g_timeout_add_full (G_PRIORITY_LOW, REVIEW_DELAY_MSEC, review_cb, self, NULL);
}

/* Sections */

static void
set_section (AftEditor *self, AftSectionId section)
{
  AftPostmortem *postmortem = get_postmortem (self);

  if (section != self->section && postmortem != NULL)
    {
      aft_postmortem_break_step (postmortem);
      /* At once: a session may end without a word. */
      aft_settings_set_string ("open-section", aft_section_get (section)->key);
      aft_paste_offer_dismiss (self->paste_offer);
    }
  self->section = section;
  aft_section_stack_show (self->stack, section);
  aft_sidebar_set_section (self->sidebar, section);
}

static void
section_selected_cb (AftEditor *self)
{
  if (self->document == NULL)
    return;
  set_section (self, aft_sidebar_get_section (self->sidebar));
  aft_preview_show_section (self->preview, aft_sidebar_get_section (self->sidebar));
}

/* Form and pages in the room there is */

static void
fold (AftEditor *self)
{
  gboolean flap = self->is_narrow ? self->flap_open : self->sidebar_visible;
  gboolean preview = self->is_stacked ? self->preview_on_top : self->preview_visible;

  adw_flap_set_fold_policy (
      self->flap, self->is_narrow ? ADW_FLAP_FOLD_POLICY_ALWAYS : ADW_FLAP_FOLD_POLICY_NEVER);
  adw_flap_set_reveal_flap (self->flap, flap);
  gtk_widget_set_visible (GTK_WIDGET (self->preview), preview);
  gtk_widget_set_visible (GTK_WIDGET (self->stack), !(self->is_stacked && preview));
  gtk_widget_set_visible (self->wide_buttons, !self->is_narrow);
  gtk_action_bar_set_revealed (self->narrow_bar, self->is_narrow);
}

static void
fold_cb (AftEditor *self)
{
  int width;

  g_object_get (self->fold_bin, "width", &width, NULL);
  self->is_narrow = width < FOLD_SIDEBAR_PX;
  self->is_stacked = width < FOLD_PREVIEW_PX;
  fold (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SIDEBAR_VISIBLE]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PREVIEW_VISIBLE]);
}

static void
set_sidebar_visible (AftEditor *self, gboolean visible)
{
  gboolean *state = self->is_narrow ? &self->flap_open : &self->sidebar_visible;

  if (*state == visible)
    return;
  *state = visible;
  if (!self->is_narrow)
    aft_settings_set_boolean ("sidebar-visible", visible);
  fold (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SIDEBAR_VISIBLE]);
}

static void
set_preview_visible (AftEditor *self, gboolean visible)
{
  gboolean *state = self->is_stacked ? &self->preview_on_top : &self->preview_visible;

  if (*state == visible)
    return;
  *state = visible;
  if (!self->is_stacked)
    aft_settings_set_boolean ("preview-visible", visible);
  fold (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PREVIEW_VISIBLE]);
}

/* A click beside the sections closes them. */
static void
flap_revealed_cb (AftEditor *self)
{
  if (self->is_narrow && !adw_flap_get_reveal_flap (self->flap))
    set_sidebar_visible (self, FALSE);
}

static void
section_activated_cb (AftEditor *self)
{
  if (!self->is_narrow)
    return;
  set_sidebar_visible (self, FALSE);
  set_preview_visible (self, FALSE);
}

/* Places */

void
aft_editor_show_place (AftEditor *self, const AftPlace *place)
{
  g_autoptr (AftRecord) record = NULL;

  g_return_if_fail (AFT_IS_EDITOR (self));

  record = g_object_ref (place->record);
  if (self->is_stacked)
    set_preview_visible (self, FALSE);
  set_section (self, place->section);
  aft_section_page_focus (aft_section_stack_get_page (self->stack), record, place->field);
}

void
aft_editor_show_text (AftEditor *self, const AftPlace *place, const char *text, guint at)
{
  GtkWidget *focus;

  g_return_if_fail (AFT_IS_EDITOR (self));

  aft_editor_show_place (self, place);
  focus = self->root != NULL ? gtk_root_get_focus (self->root) : NULL;
  if (focus != NULL)
    aft_ui_select_text (focus, text, at);
}

static void
preview_activated_cb (AftEditor *self, AftRecord *record, guint field)
{
  const AftPlace place = { aft_record_get_section (record, field), record, field };

  aft_editor_show_place (self, &place);
}

/* The pages follow the cursor. */
static void
focus_moved_cb (AftEditor *self)
{
  GtkWidget *widget = self->root != NULL ? gtk_root_get_focus (self->root) : NULL;

  while (widget != NULL && !AFT_IS_FIELD_WIDGET (widget))
    widget = gtk_widget_get_parent (widget);
  if (widget == NULL || !gtk_widget_is_ancestor (widget, GTK_WIDGET (self->stack)))
    return;
  if (aft_field_widget_get_record (AFT_FIELD_WIDGET (widget)) != NULL)
    aft_preview_show_field (self->preview,
                            aft_field_widget_get_record (AFT_FIELD_WIDGET (widget)),
                            aft_field_widget_get_index (AFT_FIELD_WIDGET (widget)));
}

static gboolean
close_request_cb (AftEditor *self)
{
  aft_section_stack_keep (self->stack);
  return FALSE;
}

static void
aft_editor_root (GtkWidget *widget)
{
  AftEditor *self = AFT_EDITOR (widget);

  GTK_WIDGET_CLASS (aft_editor_parent_class)->root (widget);
  self->root = gtk_widget_get_root (widget);
  if (!GTK_IS_WINDOW (self->root))
    return;
  g_signal_connect_object (
      self->root, "notify::focus-widget", G_CALLBACK (focus_moved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      self->root, "close-request", G_CALLBACK (close_request_cb), self, G_CONNECT_SWAPPED);
}

static void
aft_editor_unroot (GtkWidget *widget)
{
  AftEditor *self = AFT_EDITOR (widget);

  if (GTK_IS_WINDOW (self->root))
    g_signal_handlers_disconnect_by_data (self->root, self);
  self->root = NULL;
  GTK_WIDGET_CLASS (aft_editor_parent_class)->unroot (widget);
}

/* Actions */

static void
step (AftEditor *self, gboolean (*move) (AftPostmortem *, AftPlace *))
{
  AftPlace place;

  if (self->document == NULL)
    return;
  aft_section_stack_commit (self->stack);
  if (move (get_postmortem (self), &place))
    aft_editor_show_place (self, &place);
}

static void
undo_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  step (AFT_EDITOR (widget), aft_postmortem_undo);
}

static void
redo_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  step (AFT_EDITOR (widget), aft_postmortem_redo);
}

static void
enable_actions (AftEditor *self)
{
  AftPostmortem *postmortem = get_postmortem (self);
  gboolean       editable = postmortem != NULL && !aft_postmortem_get_read_only (postmortem);

  gtk_widget_action_set_enabled (
      GTK_WIDGET (self), "editor.undo", editable && aft_postmortem_can_undo (postmortem));
  gtk_widget_action_set_enabled (
      GTK_WIDGET (self), "editor.redo", editable && aft_postmortem_can_redo (postmortem));
}

static void
section_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const char *key = g_variant_get_string (parameter, NULL);

  for (guint id = 0; id < AFT_N_SECTIONS; id++)
    if (g_str_equal (aft_section_get (id)->key, key))
      aft_editor_show_section (AFT_EDITOR (widget), id);
}

void
aft_editor_focus (AftEditor *self)
{
  GtkWidget *page, *focus;

  g_return_if_fail (AFT_IS_EDITOR (self));

  page = GTK_WIDGET (aft_section_stack_get_page (self->stack));
  focus = self->root != NULL ? gtk_root_get_focus (self->root) : NULL;
  /* Where the cursor was on the page before, the stack has moved it already. */
  if (focus == NULL || !gtk_widget_is_ancestor (focus, page))
    gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
}

static void
turn (AftEditor *self, int by)
{
  int section = (int) self->section + by;

  if (self->document == NULL || section < 0 || section >= AFT_N_SECTIONS)
    return;
  set_section (self, (AftSectionId) section);
  aft_editor_focus (self);
}

static void
turn_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  turn (AFT_EDITOR (widget), g_str_equal (name, "editor.next-section") ? 1 : -1);
}

/* From the form as well: the pages are beside it. */
static void
zoom_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  aft_preview_zoom (AFT_EDITOR (widget)->preview,
                    g_str_equal (name, "editor.zoom-in")    ? 1
                    : g_str_equal (name, "editor.zoom-out") ? -1
                                                            : 0);
}

static void
dismiss_removal (AftEditor *self)
{
  g_autoptr (AdwToast) toast = g_steal_pointer (&self->removal_toast);

  if (toast != NULL)
    adw_toast_dismiss (toast);
}

/* Its Undo undoes what it tells only as long as nothing else was done. */
void
aft_editor_add_toast (AftEditor *self, AdwToast *toast)
{
  g_return_if_fail (AFT_IS_EDITOR (self));

  dismiss_removal (self);
  self->removal_toast = g_object_ref (toast);
  adw_toast_overlay_add_toast (self->toast_overlay, toast);
}

static void
removed_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AdwToast *toast = aft_ui_toast (_ ("Removed"));

  adw_toast_set_button_label (toast, _ ("_Undo"));
  adw_toast_set_action_name (toast, "editor.undo");
  aft_editor_add_toast (AFT_EDITOR (widget), toast);
}

/* What was pasted where the cursor is */

static void
pasted_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AftEditor *self = AFT_EDITOR (widget);
  GtkWidget *focus = self->root != NULL ? gtk_root_get_focus (self->root) : NULL;

  if (focus != NULL)
    aft_paste_offer_consider (self->paste_offer, g_variant_get_string (parameter, NULL), focus);
}

static void
pasted_events_added_cb (AftEditor *self, guint n_events)
{
  g_autofree char *text =
      g_strdup_printf (ngettext ("%u event added", "%u events added", n_events), n_events);
  AdwToast *toast = aft_ui_toast (text);

  adw_toast_set_button_label (toast, _ ("_Undo"));
  adw_toast_set_action_name (toast, "editor.undo");
  aft_editor_add_toast (self, toast);
}

static void
pasted_review_cb (AftEditor *self, gpointer plan)
{
  g_signal_emit (self, signals[SIGNAL_REVIEW_IMPORT], 0, plan);
}

static void
changed_cb (AftEditor *self)
{
  dismiss_removal (self);
  schedule_review (self);
}

/* Beginning and end */

static void
aft_editor_dispose (GObject *object)
{
  AftEditor *self = AFT_EDITOR (object);

  if (self->stack != NULL)
    aft_editor_set_document (self, NULL);
  g_clear_handle_id (&self->review_source, g_source_remove);
  g_clear_object (&self->removal_toast);
  g_clear_object (&self->status);
  g_clear_object (&self->postmortem_signals);
  adw_bin_set_child (ADW_BIN (self), NULL);

  G_OBJECT_CLASS (aft_editor_parent_class)->dispose (object);
}

static void
aft_editor_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  AftEditor *self = AFT_EDITOR (object);

  switch (id)
    {
    case PROP_SIDEBAR_VISIBLE:
      g_value_set_boolean (value, self->is_narrow ? self->flap_open : self->sidebar_visible);
      break;
    case PROP_PREVIEW_VISIBLE:
      g_value_set_boolean (value, self->is_stacked ? self->preview_on_top : self->preview_visible);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
aft_editor_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_SIDEBAR_VISIBLE:
      set_sidebar_visible (AFT_EDITOR (object), g_value_get_boolean (value));
      break;
    case PROP_PREVIEW_VISIBLE:
      set_preview_visible (AFT_EDITOR (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "editor.pasted", "s", pasted_action);
  gtk_widget_class_install_action (widget_class, "editor.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "editor.redo", NULL, redo_action);
  gtk_widget_class_install_action (widget_class, "editor.section", "s", section_action);
  gtk_widget_class_install_action (widget_class, "editor.previous-section", NULL, turn_action);
  gtk_widget_class_install_action (widget_class, "editor.next-section", NULL, turn_action);
  gtk_widget_class_install_action (widget_class, "editor.removed", NULL, removed_action);
  gtk_widget_class_install_action (widget_class, "editor.zoom-in", NULL, zoom_action);
  gtk_widget_class_install_action (widget_class, "editor.zoom-out", NULL, zoom_action);
  gtk_widget_class_install_action (widget_class, "editor.zoom-normal", NULL, zoom_action);
  gtk_widget_class_install_property_action (widget_class, "editor.sidebar", "sidebar-visible");
  gtk_widget_class_install_property_action (widget_class, "editor.preview", "preview-visible");
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/afterword_app/Afterword/editor.ui");
  gtk_widget_class_bind_template_child (widget_class, AftEditor, fold_bin);
  gtk_widget_class_bind_template_child (widget_class, AftEditor, title);
  gtk_widget_class_bind_template_child (widget_class, AftEditor, sidebar_button);
  gtk_widget_class_bind_template_child (widget_class, AftEditor, menu_button);
  gtk_widget_class_bind_template_child (widget_class, AftEditor, wide_buttons);
  gtk_widget_class_bind_template_child (widget_class, AftEditor, narrow_bar);
  gtk_widget_class_bind_template_child (widget_class, AftEditor, banner);
  gtk_widget_class_bind_template_child (widget_class, AftEditor, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, AftEditor, flap);
  gtk_widget_class_bind_template_child (widget_class, AftEditor, sidebar);
  gtk_widget_class_bind_template_child (widget_class, AftEditor, paned);
  gtk_widget_class_bind_template_child (widget_class, AftEditor, stack);
  gtk_widget_class_bind_template_child (widget_class, AftEditor, preview);
  gtk_widget_class_bind_template_child (widget_class, AftEditor, paste_offer);
  gtk_widget_class_bind_template_callback (widget_class, fold_cb);
  gtk_widget_class_bind_template_callback (widget_class, flap_revealed_cb);
  gtk_widget_class_bind_template_callback (widget_class, section_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, section_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, preview_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, pasted_events_added_cb);
  gtk_widget_class_bind_template_callback (widget_class, pasted_review_cb);
}

static void
aft_editor_class_init (AftEditorClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = aft_editor_dispose;
  object_class->get_property = aft_editor_get_property;
  object_class->set_property = aft_editor_set_property;
  widget_class->root = aft_editor_root;
  widget_class->unroot = aft_editor_unroot;

  properties[PROP_SIDEBAR_VISIBLE] =
      g_param_spec_boolean ("sidebar-visible",
                            NULL,
                            NULL,
                            TRUE,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_PREVIEW_VISIBLE] =
      g_param_spec_boolean ("preview-visible",
                            NULL,
                            NULL,
                            TRUE,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SIGNAL_REVIEW_IMPORT] = g_signal_new ("review-import",
                                                G_TYPE_FROM_CLASS (klass),
                                                G_SIGNAL_RUN_LAST,
                                                0,
                                                NULL,
                                                NULL,
                                                NULL,
                                                G_TYPE_NONE,
                                                1,
                                                G_TYPE_POINTER);

  g_type_ensure (AFT_TYPE_BANNER);
  g_type_ensure (AFT_TYPE_FOLD_BIN);
  g_type_ensure (AFT_TYPE_PASTE_OFFER);
  g_type_ensure (AFT_TYPE_PREVIEW);
  g_type_ensure (AFT_TYPE_SECTION_STACK);
  g_type_ensure (AFT_TYPE_SIDEBAR);
  install_actions (widget_class);
  bind_template (widget_class);
}

static void
aft_editor_init (AftEditor *self)
{
  self->sidebar_visible = aft_settings_get_boolean ("sidebar-visible", TRUE);
  self->preview_visible = aft_settings_get_boolean ("preview-visible", TRUE);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_paned_set_position (self->paned, FORM_WIDTH_PX);
  aft_settings_bind ("form-width", self->paned, "position", G_SETTINGS_BIND_DEFAULT);

  self->status = aft_save_status_new (self->title, self->banner);
  self->postmortem_signals = g_signal_group_new (AFT_TYPE_POSTMORTEM);
  g_signal_group_connect_swapped (
      self->postmortem_signals, "changed", G_CALLBACK (changed_cb), self);
  g_signal_group_connect_swapped (
      self->postmortem_signals, "notify::can-undo", G_CALLBACK (enable_actions), self);
  g_signal_group_connect_swapped (
      self->postmortem_signals, "notify::can-redo", G_CALLBACK (enable_actions), self);
  enable_actions (self);
  fold (self);
}

GtkWidget *
aft_editor_new (void)
{
  return g_object_new (AFT_TYPE_EDITOR, NULL);
}

static gboolean
contains_focus (AftEditor *self)
{
  GtkWidget *focus = gtk_root_get_focus (self->root);

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
}

/* What is half typed goes with the old document, and to the disk. */
static void
leave (AftEditor *self)
{
  g_autoptr (AftDocument) left = g_steal_pointer (&self->document);

  aft_section_stack_keep (self->stack);
  /* an entry that is made insensitive under the cursor complains */
  if (self->root != NULL && contains_focus (self))
    gtk_root_set_focus (self->root, NULL);
  dismiss_removal (self);
  g_clear_handle_id (&self->review_source, g_source_remove);
  aft_paste_offer_set_postmortem (self->paste_offer, NULL);
  aft_preview_set_postmortem (self->preview, NULL);
  aft_section_stack_set_postmortem (self->stack, NULL);
  if (left != NULL)
    aft_document_flush (left, NULL);
}

static void
enter (AftEditor *self, AftDocument *document)
{
  self->document = g_object_ref (document);
  aft_section_stack_set_postmortem (self->stack, get_postmortem (self));
  aft_preview_set_postmortem (self->preview, get_postmortem (self));
  aft_paste_offer_set_postmortem (self->paste_offer, get_postmortem (self));
  review (self);
  set_section (self, AFT_SECTION_SUMMARY);
}

void
aft_editor_set_document (AftEditor *self, AftDocument *document)
{
  g_return_if_fail (AFT_IS_EDITOR (self));

  if (self->document == document)
    return;
  if (self->document != NULL)
    leave (self);
  aft_save_status_set_document (self->status, document);
  g_signal_group_set_target (self->postmortem_signals,
                             document != NULL ? aft_document_get_postmortem (document) : NULL);
  if (document != NULL)
    enter (self, document);
  enable_actions (self);
}

void
aft_editor_set_menu_model (AftEditor *self, GMenuModel *menu)
{
  g_return_if_fail (AFT_IS_EDITOR (self));
  gtk_menu_button_set_menu_model (self->menu_button, menu);
}

void
aft_editor_show_section (AftEditor *self, AftSectionId section)
{
  g_return_if_fail (AFT_IS_EDITOR (self));
  g_return_if_fail (section < AFT_N_SECTIONS);

  if (self->document != NULL)
    set_section (self, section);
}

AftSectionId
aft_editor_get_section (AftEditor *self)
{
  g_return_val_if_fail (AFT_IS_EDITOR (self), AFT_SECTION_SUMMARY);
  return self->section;
}
