/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/import/import-section.h"

#include <glib/gi18n-lib.h>

#include "ui/import/import-row.h"
#include "ui/text.h"
#include "ui/widgets/long-list.h"

struct _AftImportSection
{
  GtkBox parent_instance;

  GtkLabel    *title;
  GtkLabel    *count;
  GtkButton   *all_button;
  AftLongList *rows;

  AftPlanKind kind;
  AftPlan    *plan;
  GListStore *items; /* (element-type AftPlanItem) */
  guint       n_included;
  guint       count_source;
};

enum
{
  SIGNAL_POINTED,
  SIGNAL_COUNTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AftImportSection, aft_import_section, GTK_TYPE_BOX)

static const char *
get_title (AftPlanKind kind)
{
  static const char *const titles[] = {
    N_ ("Events"), N_ ("Action Items"), N_ ("Lessons, Factors and Links"), N_ ("Texts and Details")
  };

  return _ (titles[kind]);
}

/* Rows */

static void
row_focused_cb (GtkEventController *controller, AftImportSection *self)
{
  AftImportRow *row = AFT_IMPORT_ROW (gtk_event_controller_get_widget (controller));

  if (aft_import_row_get_item (row) != NULL)
    g_signal_emit (self, signals[SIGNAL_POINTED], 0, aft_import_row_get_item (row));
}

static GtkWidget *
create_row (gpointer data)
{
  GtkWidget          *row = aft_import_row_new ();
  GtkEventController *controller = gtk_event_controller_focus_new ();

  g_signal_connect_object (controller, "enter", G_CALLBACK (row_focused_cb), data, 0);
  gtk_widget_add_controller (row, controller);
  return row;
}

static void
bind_row (GtkWidget *row, gpointer item, guint position, gpointer data)
{
  AftImportSection *self = data;

  aft_import_row_set_item (AFT_IMPORT_ROW (row), self->plan, item);
  if (position > 0)
    gtk_widget_add_css_class (row, "with-line");
  else
    gtk_widget_remove_css_class (row, "with-line");
}

static void
unbind_row (GtkWidget *row, gpointer data)
{
  aft_import_row_set_item (AFT_IMPORT_ROW (row), NULL, NULL);
}

static const AftLongListRows row_kind = { create_row, bind_row, unbind_row };

/* How many */

static void
show_count (AftImportSection *self)
{
  guint            n = g_list_model_get_n_items (G_LIST_MODEL (self->items));
  g_autofree char *text = NULL;

  self->n_included = self->plan != NULL ? aft_plan_count (self->plan, self->kind, TRUE) : 0;
  /* Translators: so many of so many are ticked */
  text = g_strdup_printf (_ ("%u of %u"), self->n_included, n);
  aft_ui_set_label (self->count, text);
  gtk_button_set_label (self->all_button,
                        self->n_included < n ? _ ("Select All") : _ ("Select None"));
}

static gboolean
count_cb (gpointer data)
{
  AftImportSection *self = AFT_IMPORT_SECTION (data);

  self->count_source = 0;
  show_count (self);
  g_signal_emit (self, signals[SIGNAL_COUNTED], 0);
  return G_SOURCE_REMOVE;
}

/* Once for all that are ticked at a stroke. */
static void
included_cb (AftImportSection *self)
{
  if (self->count_source == 0)
    self->count_source = g_idle_add (count_cb, self);
}

static void
all_clicked_cb (AftImportSection *self)
{
  guint    n = g_list_model_get_n_items (G_LIST_MODEL (self->items));
  gboolean include = self->n_included < n;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (AftPlanItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      aft_plan_item_set_included (item, include);
    }
}

static void
aft_import_section_dispose (GObject *object)
{
  AftImportSection *self = AFT_IMPORT_SECTION (object);

  g_clear_handle_id (&self->count_source, g_source_remove);
  self->plan = NULL;
  if (self->rows != NULL)
    aft_long_list_set_model (self->rows, NULL);
  g_clear_object (&self->items);
  gtk_widget_dispose_template (GTK_WIDGET (object), AFT_TYPE_IMPORT_SECTION);

  G_OBJECT_CLASS (aft_import_section_parent_class)->dispose (object);
}

static void
aft_import_section_class_init (AftImportSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = aft_import_section_dispose;

  signals[SIGNAL_POINTED] = g_signal_new ("pointed",
                                          G_TYPE_FROM_CLASS (klass),
                                          G_SIGNAL_RUN_LAST,
                                          0,
                                          NULL,
                                          NULL,
                                          NULL,
                                          G_TYPE_NONE,
                                          1,
                                          AFT_TYPE_PLAN_ITEM);
  signals[SIGNAL_COUNTED] = g_signal_new (
      "counted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (AFT_TYPE_LONG_LIST);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/afterword_app/Afterword/import-section.ui");
  gtk_widget_class_bind_template_child (widget_class, AftImportSection, title);
  gtk_widget_class_bind_template_child (widget_class, AftImportSection, count);
  gtk_widget_class_bind_template_child (widget_class, AftImportSection, all_button);
  gtk_widget_class_bind_template_child (widget_class, AftImportSection, rows);
  gtk_widget_class_bind_template_callback (widget_class, all_clicked_cb);
}

static void
aft_import_section_init (AftImportSection *self)
{
  self->items = g_list_store_new (AFT_TYPE_PLAN_ITEM);
  gtk_widget_init_template (GTK_WIDGET (self));
  aft_long_list_set_rows (self->rows, &row_kind, self);
  aft_long_list_set_model (self->rows, G_LIST_MODEL (self->items));
}

GtkWidget *
aft_import_section_new (AftPlanKind kind)
{
  AftImportSection *self = g_object_new (AFT_TYPE_IMPORT_SECTION, NULL);

  self->kind = kind;
  aft_ui_set_label (self->title, get_title (kind));
  aft_ui_set_accessible_name (GTK_WIDGET (self->rows), get_title (kind));
  return GTK_WIDGET (self);
}

static GPtrArray *
collect (AftImportSection *self)
{
  GPtrArray  *found = g_ptr_array_new_with_free_func (g_object_unref);
  GListModel *all = aft_plan_get_items (self->plan);

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      AftPlanItem *item = g_list_model_get_item (all, i);

      if (aft_plan_item_get_kind (item) != self->kind)
        {
          g_object_unref (item);
          continue;
        }
      g_ptr_array_add (found, item);
      g_signal_connect_object (
          item, "notify::included", G_CALLBACK (included_cb), self, G_CONNECT_SWAPPED);
    }
  return found;
}

void
aft_import_section_set_plan (AftImportSection *self, AftPlan *plan)
{
  g_autoptr (GPtrArray) found = NULL;

  g_return_if_fail (AFT_IS_IMPORT_SECTION (self));

  g_list_store_remove_all (self->items);
  self->plan = plan;
  gtk_widget_set_visible (GTK_WIDGET (self),
                          plan != NULL && aft_plan_count (plan, self->kind, FALSE) > 0);
  if (plan == NULL)
    return;
  found = collect (self);
  g_list_store_splice (self->items, 0, 0, found->pdata, found->len);
  show_count (self);
}

void
aft_import_section_update (AftImportSection *self)
{
  g_return_if_fail (AFT_IS_IMPORT_SECTION (self));

  aft_long_list_rebind (self->rows);
  show_count (self);
}

gboolean
aft_import_section_focus_item (AftImportSection *self, AftPlanItem *item)
{
  GtkWidget *row;

  g_return_val_if_fail (AFT_IS_IMPORT_SECTION (self), FALSE);

  if (aft_plan_item_get_kind (item) != self->kind)
    return FALSE;
  row = aft_long_list_ensure_row (self->rows, item);
  if (row == NULL)
    return FALSE;
  gtk_widget_grab_focus (row);
  aft_long_list_show_in_full (self->rows, item);
  return TRUE;
}
