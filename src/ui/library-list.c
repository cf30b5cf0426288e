/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/library-list.h"

#include "ui/growing-list.h"
#include "ui/library-facts-card.h"
#include "ui/library-item.h"
#include "ui/library-row.h"
#include "ui/text.h"

struct _AftLibraryList
{
  AdwBin parent_instance;

  GtkListView    *list_view;
  GListStore     *items;
  AftGrowingList *shown_items;
  char           *query; /* whose words are bold */
};

G_DEFINE_FINAL_TYPE (AftLibraryList, aft_library_list, ADW_TYPE_BIN)

static void
open_item (AftLibraryList *self, guint position)
{
  g_autoptr (AftLibraryItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), position);
  AftEntry *entry;

  if (item == NULL || aft_library_item_get_item_type (item) != AFT_LIBRARY_ITEM_ENTRY)
    return;
  entry = aft_library_item_get_entry (item);
  if (!aft_entry_get_trashed (entry))
    gtk_widget_activate_action (
        GTK_WIDGET (self), "win.open-document", "s", aft_entry_get_id (entry));
}

static void
row_activated_cb (AftLibraryList *self, guint position)
{
  open_item (self, position);
}

/* NULL where the focus is elsewhere. */
static AftLibraryRow *
get_focus_row (AftLibraryList *self)
{
  GtkRoot   *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row = focus != NULL ? gtk_widget_get_first_child (focus) : NULL;

  return AFT_IS_LIBRARY_ROW (row) ? AFT_LIBRARY_ROW (row) : NULL;
}

static void
list_trash_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AftLibraryList *self = AFT_LIBRARY_LIST (widget);
  AftLibraryRow  *row = get_focus_row (self);

  if (row != NULL)
    gtk_widget_activate_action (widget,
                                aft_entry_get_trashed (aft_library_row_get_entry (row))
                                    ? "win.erase-document"
                                    : "win.trash-document",
                                "s",
                                aft_entry_get_id (aft_library_row_get_entry (row)));
}

static void
open_menu_at (AftLibraryList *self, double x, double y)
{
  GtkWidget *list = GTK_WIDGET (self->list_view);
  GtkWidget *picked = gtk_widget_pick (list, x, y, GTK_PICK_DEFAULT);
  GtkWidget *row = picked != NULL ? gtk_widget_get_ancestor (picked, AFT_TYPE_LIBRARY_ROW) : NULL;
  double     row_x, row_y;

  if (row != NULL && gtk_widget_translate_coordinates (list, row, x, y, &row_x, &row_y))
    aft_library_row_open_menu (AFT_LIBRARY_ROW (row), row_x, row_y);
}

static void
menu_pressed_cb (AftLibraryList *self, int n_press, double x, double y)
{
  open_menu_at (self, x, y);
}

static void
long_pressed_cb (AftLibraryList *self, double x, double y)
{
  open_menu_at (self, x, y);
}

/* By keyboard. */
static void
list_menu_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AftLibraryRow *row = get_focus_row (AFT_LIBRARY_LIST (widget));

  if (row != NULL)
    aft_library_row_open_menu (row, 24, gtk_widget_get_height (GTK_WIDGET (row)) / 2.0);
}

/* Lines of the list */

static GtkWidget *
new_heading (const char *title)
{
  GtkWidget *label = gtk_label_new (NULL);

  aft_ui_set_label (GTK_LABEL (label), title);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (label, "library-heading");
  return label;
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, AftLibraryList *self)
{
  AftLibraryItem    *item = gtk_list_item_get_item (list_item);
  AftLibraryItemType type = aft_library_item_get_item_type (item);
  GtkWidget         *child = NULL;

  switch (type)
    {
    case AFT_LIBRARY_ITEM_FACTS:
      child = aft_library_facts_card_new (aft_library_item_get_facts (item));
      break;
    case AFT_LIBRARY_ITEM_HEADING:
      child = new_heading (aft_library_item_get_title (item));
      break;
    case AFT_LIBRARY_ITEM_ENTRY:
    default:
      child = gtk_list_item_get_child (list_item);
      if (!AFT_IS_LIBRARY_ROW (child))
        child = aft_library_row_new ();
      aft_library_row_set_item (AFT_LIBRARY_ROW (child), item, self->query);
      break;
    }
  gtk_list_item_set_child (list_item, child);
  gtk_list_item_set_activatable (list_item, type == AFT_LIBRARY_ITEM_ENTRY);
  gtk_list_item_set_selectable (list_item, type == AFT_LIBRARY_ITEM_ENTRY);
}

static void
set_up_list (AftLibraryList *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkSingleSelection *selection;

  self->items = g_list_store_new (AFT_TYPE_LIBRARY_ITEM);
  self->shown_items = aft_growing_list_new (G_LIST_MODEL (self->items));
  selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->shown_items)));
  gtk_single_selection_set_autoselect (selection, FALSE);
  gtk_single_selection_set_can_unselect (selection, TRUE);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  gtk_list_view_set_factory (self->list_view, factory);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (selection));
  g_object_unref (factory);
  g_object_unref (selection);
}

static void
aft_library_list_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);

  G_OBJECT_CLASS (aft_library_list_parent_class)->dispose (object);
}

static void
aft_library_list_finalize (GObject *object)
{
  AftLibraryList *self = AFT_LIBRARY_LIST (object);

  g_clear_object (&self->shown_items);
  g_clear_object (&self->items);
  g_free (self->query);

  G_OBJECT_CLASS (aft_library_list_parent_class)->finalize (object);
}

static void
aft_library_list_class_init (AftLibraryListClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = aft_library_list_dispose;
  object_class->finalize = aft_library_list_finalize;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/afterword_app/Afterword/library-list.ui");
  gtk_widget_class_bind_template_child (widget_class, AftLibraryList, list_view);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, menu_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, long_pressed_cb);
  gtk_widget_class_install_action (widget_class, "list.trash", NULL, list_trash_action);
  gtk_widget_class_install_action (widget_class, "list.menu", NULL, list_menu_action);
}

static void
aft_library_list_init (AftLibraryList *self)
{
  self->query = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
  set_up_list (self);
}

GtkWidget *
aft_library_list_new (void)
{
  return g_object_new (AFT_TYPE_LIBRARY_LIST, NULL);
}

void
aft_library_list_clear (AftLibraryList *self)
{
  g_return_if_fail (AFT_IS_LIBRARY_LIST (self));

  aft_growing_list_restart (self->shown_items);
  g_list_store_remove_all (self->items);
}

void
aft_library_list_show_items (AftLibraryList *self, GPtrArray *items, const char *query)
{
  g_return_if_fail (AFT_IS_LIBRARY_LIST (self));

  /* Another search: other words are bold, and the list begins at its top. */
  if (!g_str_equal (self->query, query))
    aft_library_list_clear (self);
  g_free (self->query);
  self->query = g_strdup (query);
  aft_library_items_update (self->items, items);
}

guint
aft_library_list_get_n_items (AftLibraryList *self)
{
  g_return_val_if_fail (AFT_IS_LIBRARY_LIST (self), 0);
  return g_list_model_get_n_items (G_LIST_MODEL (self->items));
}

void
aft_library_list_open_first (AftLibraryList *self)
{
  g_return_if_fail (AFT_IS_LIBRARY_LIST (self));
  open_item (self, 0);
}

static gboolean
is_postmortem (GtkWidget *row)
{
  return AFT_IS_LIBRARY_ROW (gtk_widget_get_first_child (row));
}

/* The list as a whole, or what stands above the postmortems, depending on the version of the
 * toolkit: there no key would do anything. */
static gboolean
has_idle_focus (AftLibraryList *self)
{
  GtkWidget *list = GTK_WIDGET (self->list_view);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (list));

  return focus == list ||
         (focus != NULL && gtk_widget_get_parent (focus) == list && !is_postmortem (focus));
}

/* Where the focus was in the list before, else to the first postmortem. */
void
aft_library_list_focus (AftLibraryList *self)
{
  GtkWidget *row;

  g_return_if_fail (AFT_IS_LIBRARY_LIST (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
  if (!has_idle_focus (self))
    return;
  row = gtk_widget_get_first_child (GTK_WIDGET (self->list_view));
  while (row != NULL && !is_postmortem (row))
    row = gtk_widget_get_next_sibling (row);
  if (row != NULL)
    gtk_widget_grab_focus (row);
}
