/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/library-page.h"

#include <glib/gi18n-lib.h>

#include "ui/errors.h"
#include "ui/library-facts-card.h"
#include "ui/library-filter-popover.h"
#include "ui/library-item.h"
#include "ui/library-list.h"
#include "ui/settings.h"
#include "ui/text.h"

/* More results than anybody scrolls through. */
#define MAX_RESULTS     200
#define MAX_QUERY_CHARS 60

struct _AftLibraryPage
{
  AdwBin parent_instance;

  AdwWindowTitle          *window_title;
  GtkWidget               *menu_button;
  GtkWidget               *search_button;
  GtkWidget               *filter_button;
  AftLibraryFilterPopover *filter_popover;
  GtkSearchBar            *search_bar;
  GtkWidget               *search_entry;
  GtkStack                *stack;
  AftLibraryList          *list;
  AdwStatusPage           *no_results;
  AdwStatusPage           *failed;
  GtkWidget               *clear_filter_button;

  AftLibrary   *library;
  GPtrArray    *entries; /* AftEntry: all, the results or the trash; NULL before the first answer */
  GPtrArray    *all;     /* of the library, as last listed */
  char         *query;
  gboolean      trash;
  gboolean      stale;       /* the library changed while nobody looked */
  GCancellable *cancellable; /* of the request under way */
  GPtrArray    *early;       /* an answer that came before the first frame */
  gboolean      is_painted;
};

enum
{
  PROP_0,
  PROP_TRASH,
  PROP_BUSY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (AftLibraryPage, aft_library_page, ADW_TYPE_BIN)

/* What the popover is set to; without one nothing is filtered. */
static const AftLibraryFilter *
get_filter (AftLibraryPage *self)
{
  static const AftLibraryFilter any = AFT_LIBRARY_FILTER_INIT;

  return self->filter_popover != NULL ? aft_library_filter_popover_get_filter (self->filter_popover)
                                      : &any;
}

/* Showing */

static gboolean
is_searching (AftLibraryPage *self)
{
  return *self->query != '\0' && !self->trash;
}

static void
show_no_results (AftLibraryPage *self)
{
  const AftLibraryFilter *filter = get_filter (self);
  g_autofree char        *text = NULL;

  if (is_searching (self))
    {
      g_autofree char *title = aft_ui_title (self->query);
      g_autofree char *query = NULL;

      query = g_utf8_strlen (title, -1) > MAX_QUERY_CHARS
                  ? g_utf8_substring (title, 0, MAX_QUERY_CHARS)
                  : g_strdup (title);
      /* Translators: %s is what was searched for */
      text = g_strdup_printf (_ ("Nothing Found for “%s”"), query);
      aft_ui_set_status_description (self->no_results,
                                     _ ("Try fewer words, or only the beginning of one."));
    }
  else
    {
      text = g_strdup (_ ("No Postmortem Matches the Filters"));
      aft_ui_set_status_description (self->no_results, NULL);
    }
  aft_ui_set_status_title (self->no_results, text);
  gtk_widget_set_visible (self->clear_filter_button, !aft_library_filter_is_empty (filter));
}

static const char *
choose_page (AftLibraryPage *self)
{
  if (self->entries == NULL)
    return "loading";
  if (aft_library_list_get_n_items (self->list) > 0)
    return "list";
  if (self->trash)
    return "trash-empty";
  if (self->entries->len == 0 && !is_searching (self))
    return "empty";
  return "no-results";
}

static GPtrArray *
make_items (AftLibraryPage *self)
{
  const AftLibraryFilter *filter = get_filter (self);
  const AftLibraryFilter  any = AFT_LIBRARY_FILTER_INIT;
  g_autofree char        *zone = NULL;
  AftLibraryFacts         facts;

  if (self->trash)
    return aft_library_items_flat (self->entries, &any);
  if (is_searching (self))
    return aft_library_items_flat (self->entries, filter);
  if (!aft_library_filter_is_empty (filter) || self->entries->len == 0)
    return aft_library_items_grouped (self->entries, filter, NULL);
  zone = aft_settings_dup_time_zone ();
  aft_library_facts (self->entries, aft_instant_now (), zone, &facts);
  return aft_library_items_grouped (self->entries, filter, &facts);
}

static void
update_items (AftLibraryPage *self)
{
  const AftLibraryFilter *filter = get_filter (self);
  g_autoptr (GPtrArray) items = NULL;

  if (self->entries != NULL)
    {
      items = make_items (self);
      aft_library_list_show_items (self->list, items, is_searching (self) ? self->query : "");
    }
  show_no_results (self);
  gtk_stack_set_visible_child_name (self->stack, choose_page (self));
  gtk_widget_set_sensitive (self->search_button, !g_str_equal (choose_page (self), "empty"));
  aft_ui_set_window_title (self->window_title,
                           self->trash ? _ ("Trash") : _ ("Afterword"),
                           self->trash ? _ ("Kept for 30 days") : NULL);
  if (aft_library_filter_is_empty (filter))
    gtk_widget_remove_css_class (self->filter_button, "accent");
  else
    gtk_widget_add_css_class (self->filter_button, "accent");
}

/* Asking the library */

static void
cancel (AftLibraryPage *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

/* The filters offer what the whole library has, also while a search shows a part of it. */
static void
offer_choices (AftLibraryPage *self, GPtrArray *entries)
{
  g_clear_pointer (&self->all, g_ptr_array_unref);
  self->all = g_ptr_array_ref (entries);
  if (self->filter_popover != NULL)
    aft_library_filter_popover_set_entries (self->filter_popover, entries);
}

static void
take_entries (AftLibraryPage *self, GPtrArray *entries, GError *error)
{
  g_autofree char *reason = NULL;

  g_clear_object (&self->cancellable);
  if (entries == NULL)
    {
      reason = aft_ui_describe_error (error);
      aft_ui_set_status_description (self->failed, reason);
      gtk_stack_set_visible_child_name (self->stack, "failed");
    }
  else if (!self->is_painted)
    {
      g_clear_pointer (&self->early, g_ptr_array_unref);
      self->early = entries;
    }
  else
    {
      gboolean is_first = self->entries == NULL;

      g_clear_pointer (&self->entries, g_ptr_array_unref);
      self->entries = entries;
      if (!is_searching (self) && !self->trash)
        offer_choices (self, entries);
      update_items (self);
      if (is_first && gtk_widget_get_mapped (GTK_WIDGET (self)))
        aft_library_page_focus (self);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

/* The window is there first, then what is in it: rows take longer than all the rest. */
static void
painted_cb (GdkFrameClock *clock, AftLibraryPage *self)
{
  g_autoptr (GPtrArray) early = g_steal_pointer (&self->early);

  g_signal_handlers_disconnect_by_func (clock, painted_cb, self);
  self->is_painted = TRUE;
  if (early != NULL)
    take_entries (self, g_steal_pointer (&early), NULL);
}

static gboolean
is_stale_answer (GAsyncResult *result, GError *error)
{
  return g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))) ||
         g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AftLibraryPage) self = AFT_LIBRARY_PAGE (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = aft_library_list_finish (AFT_LIBRARY (source), result, &error);

  if (!is_stale_answer (result, error))
    take_entries (self, g_steal_pointer (&entries), error);
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AftLibraryPage) self = AFT_LIBRARY_PAGE (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = aft_library_search_finish (AFT_LIBRARY (source), result, &error);

  if (!is_stale_answer (result, error))
    take_entries (self, g_steal_pointer (&entries), error);
}

static void
request (AftLibraryPage *self)
{
  cancel (self);
  self->stale = FALSE;
  if (self->library == NULL)
    return;
  self->cancellable = g_cancellable_new ();
  if (is_searching (self))
    aft_library_search_async (
        self->library, self->query, MAX_RESULTS, self->cancellable, found_cb, g_object_ref (self));
  else
    aft_library_list_async (
        self->library, self->trash, self->cancellable, listed_cb, g_object_ref (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

/* While a document is being written every pause changes the library; only a visible list follows.
 */
static void
library_changed_cb (AftLibrary *library, const char *id, AftLibraryPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    request (self);
  else
    self->stale = TRUE;
}

/* Callbacks of the template */

static void
search_changed_cb (AftLibraryPage *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));

  if (g_str_equal (text, self->query))
    return;
  g_free (self->query);
  self->query = g_strstrip (g_strdup (text));
  request (self);
}

/* Return opens the best match. */
static void
search_activate_cb (AftLibraryPage *self)
{
  if (is_searching (self) && self->cancellable == NULL)
    aft_library_list_open_first (self->list);
}

static void
search_next_cb (AftLibraryPage *self)
{
  aft_library_list_focus (self->list);
}

static gboolean
search_key_cb (AftLibraryPage *self, guint key, guint code, GdkModifierType modifiers)
{
  if (key != GDK_KEY_Down && key != GDK_KEY_KP_Down)
    return GDK_EVENT_PROPAGATE;
  aft_library_list_focus (self->list);
  return GDK_EVENT_STOP;
}

static void
filter_changed_cb (AftLibraryPage *self)
{
  update_items (self);
}

/* Made when first asked for: most starts do without. */
static void
create_filter_popover (GtkMenuButton *button, gpointer data)
{
  AftLibraryPage *self = data;

  if (self->filter_popover != NULL)
    return;
  self->filter_popover = g_object_new (AFT_TYPE_LIBRARY_FILTER_POPOVER, NULL);
  if (self->all != NULL)
    aft_library_filter_popover_set_entries (self->filter_popover, self->all);
  g_signal_connect_object (
      self->filter_popover, "changed", G_CALLBACK (filter_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_menu_button_set_popover (button, GTK_WIDGET (self->filter_popover));
}

static void
clear_filter_cb (AftLibraryPage *self)
{
  aft_library_filter_popover_clear (self->filter_popover);
}

static void
aft_library_page_map (GtkWidget *widget)
{
  AftLibraryPage *self = AFT_LIBRARY_PAGE (widget);

  GTK_WIDGET_CLASS (aft_library_page_parent_class)->map (widget);
  if (!self->is_painted)
    g_signal_connect_object (
        gtk_widget_get_frame_clock (widget), "after-paint", G_CALLBACK (painted_cb), self, 0);
  if (self->stale)
    request (self);
}

static void
aft_library_page_dispose (GObject *object)
{
  AftLibraryPage *self = AFT_LIBRARY_PAGE (object);

  cancel (self);
  if (self->library != NULL)
    g_signal_handlers_disconnect_by_func (self->library, library_changed_cb, self);
  g_clear_object (&self->library);
  adw_bin_set_child (ADW_BIN (object), NULL);

  G_OBJECT_CLASS (aft_library_page_parent_class)->dispose (object);
}

static void
aft_library_page_finalize (GObject *object)
{
  AftLibraryPage *self = AFT_LIBRARY_PAGE (object);

  g_clear_pointer (&self->early, g_ptr_array_unref);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_clear_pointer (&self->all, g_ptr_array_unref);
  g_free (self->query);

  G_OBJECT_CLASS (aft_library_page_parent_class)->finalize (object);
}

static void
aft_library_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  AftLibraryPage *self = AFT_LIBRARY_PAGE (object);

  switch (id)
    {
    case PROP_TRASH:
      g_value_set_boolean (value, self->trash);
      break;
    case PROP_BUSY:
      g_value_set_boolean (value, self->cancellable != NULL);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
aft_library_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_TRASH:
      aft_library_page_set_trash (AFT_LIBRARY_PAGE (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/afterword_app/Afterword/library-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AftLibraryPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, AftLibraryPage, menu_button);
  gtk_widget_class_bind_template_child (widget_class, AftLibraryPage, search_button);
  gtk_widget_class_bind_template_child (widget_class, AftLibraryPage, filter_button);
  gtk_widget_class_bind_template_child (widget_class, AftLibraryPage, search_bar);
  gtk_widget_class_bind_template_child (widget_class, AftLibraryPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, AftLibraryPage, stack);
  gtk_widget_class_bind_template_child (widget_class, AftLibraryPage, list);
  gtk_widget_class_bind_template_child (widget_class, AftLibraryPage, no_results);
  gtk_widget_class_bind_template_child (widget_class, AftLibraryPage, failed);
  gtk_widget_class_bind_template_child (widget_class, AftLibraryPage, clear_filter_button);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_next_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_filter_cb);
}

static void
aft_library_page_class_init (AftLibraryPageClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = aft_library_page_dispose;
  object_class->finalize = aft_library_page_finalize;
  object_class->get_property = aft_library_page_get_property;
  object_class->set_property = aft_library_page_set_property;
  widget_class->map = aft_library_page_map;

  properties[PROP_TRASH] =
      g_param_spec_boolean ("trash",
                            NULL,
                            NULL,
                            FALSE,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_BUSY] =
      g_param_spec_boolean ("busy", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (AFT_TYPE_LIBRARY_LIST);
  bind_template (widget_class);
}

static void
aft_library_page_init (AftLibraryPage *self)
{
  self->query = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (self->search_bar, GTK_EDITABLE (self->search_entry));
  gtk_search_bar_set_key_capture_widget (self->search_bar, GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (
      GTK_MENU_BUTTON (self->filter_button), create_filter_popover, self, NULL);
}

GtkWidget *
aft_library_page_new (void)
{
  return g_object_new (AFT_TYPE_LIBRARY_PAGE, NULL);
}

void
aft_library_page_set_library (AftLibraryPage *self, AftLibrary *library)
{
  g_return_if_fail (AFT_IS_LIBRARY_PAGE (self));

  if (!g_set_object (&self->library, library))
    return;
  g_signal_connect_object (library, "changed", G_CALLBACK (library_changed_cb), self, 0);
  request (self);
}

void
aft_library_page_set_menu_model (AftLibraryPage *self, GMenuModel *menu)
{
  g_return_if_fail (AFT_IS_LIBRARY_PAGE (self));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->menu_button), menu);
}

void
aft_library_page_focus (AftLibraryPage *self)
{
  g_return_if_fail (AFT_IS_LIBRARY_PAGE (self));

  if (!gtk_search_bar_get_search_mode (self->search_bar) &&
      g_str_equal (gtk_stack_get_visible_child_name (self->stack), "list"))
    aft_library_list_focus (self->list);
}

void
aft_library_page_find (AftLibraryPage *self)
{
  g_return_if_fail (AFT_IS_LIBRARY_PAGE (self));

  if (self->trash)
    return;
  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (self->search_entry);
}

void
aft_library_page_set_trash (AftLibraryPage *self, gboolean trash)
{
  g_return_if_fail (AFT_IS_LIBRARY_PAGE (self));

  if (self->trash == trash)
    return;
  self->trash = trash;
  if (trash)
    gtk_search_bar_set_search_mode (self->search_bar, FALSE);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  aft_library_list_clear (self->list);
  update_items (self);
  request (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TRASH]);
}

gboolean
aft_library_page_get_trash (AftLibraryPage *self)
{
  g_return_val_if_fail (AFT_IS_LIBRARY_PAGE (self), FALSE);
  return self->trash;
}
