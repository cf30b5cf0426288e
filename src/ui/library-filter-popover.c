/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/library-filter-popover.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "base/text.h"

#define MAX_CHOICE_CHARS 40

struct _AftLibraryFilterPopover
{
  GtkPopover parent_instance;

  AdwComboRow *kind_row;
  AdwComboRow *status_row;
  AdwComboRow *severity_row;
  AdwComboRow *service_row;
  AdwComboRow *tag_row;
  AdwComboRow *year_row;
  GtkWidget   *clear_button;

  AftLibraryFilter filter;
  GStrv            services, tags;
  GArray          *years;
  gboolean         filling;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AftLibraryFilterPopover, aft_library_filter_popover, GTK_TYPE_POPOVER)

/* The first line of each list means "any". */
static GtkStringList *
new_choices (void)
{
  const char *any[] = { _ ("Any"), NULL };

  return gtk_string_list_new (any);
}

static void
fill_choices (AdwComboRow *row, guint field)
{
  const AftField *described = &aft_doc_schema.fields[field];
  g_autoptr (GtkStringList) list = new_choices ();

  for (guint i = 0; i < aft_field_n_choices (described); i++)
    gtk_string_list_append (list, aft_field_get_choice_label (described, i));
  adw_combo_row_set_model (row, G_LIST_MODEL (list));
}

static void
fill_words (AdwComboRow *row, const char *const *words, const char *chosen)
{
  g_autoptr (GtkStringList) list = new_choices ();
  guint selected = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *shown = aft_text_ellipsize (words[i], MAX_CHOICE_CHARS);

      gtk_string_list_append (list, shown);
      if (g_strcmp0 (words[i], chosen) == 0)
        selected = i + 1;
    }
  adw_combo_row_set_model (row, G_LIST_MODEL (list));
  adw_combo_row_set_selected (row, selected);
  gtk_widget_set_visible (GTK_WIDGET (row), words[0] != NULL);
}

static void
fill_years (AftLibraryFilterPopover *self)
{
  g_autoptr (GtkStringList) list = new_choices ();
  guint selected = 0;

  for (guint i = 0; i < self->years->len; i++)
    {
      int              year = g_array_index (self->years, int, i);
      g_autofree char *text = g_strdup_printf ("%d", year);

      gtk_string_list_append (list, text);
      if (year == self->filter.year)
        selected = i + 1;
    }
  adw_combo_row_set_model (self->year_row, G_LIST_MODEL (list));
  adw_combo_row_set_selected (self->year_row, selected);
  gtk_widget_set_visible (GTK_WIDGET (self->year_row), self->years->len > 0);
}

static guint
get_choice (AdwComboRow *row)
{
  guint selected = adw_combo_row_get_selected (row);

  return selected == 0 || selected == GTK_INVALID_LIST_POSITION ? AFT_CHOICE_NONE : selected - 1;
}

static char *
dup_word (AdwComboRow *row, GStrv words)
{
  guint choice = get_choice (row);

  return choice != AFT_CHOICE_NONE && words != NULL && choice < g_strv_length (words)
             ? g_strdup (words[choice])
             : NULL;
}

static void
read_rows (AftLibraryFilterPopover *self)
{
  guint year = get_choice (self->year_row);

  aft_library_filter_clear (&self->filter);
  self->filter.kind = get_choice (self->kind_row);
  self->filter.status = get_choice (self->status_row);
  self->filter.severity = get_choice (self->severity_row);
  self->filter.service = dup_word (self->service_row, self->services);
  self->filter.tag = dup_word (self->tag_row, self->tags);
  if (year != AFT_CHOICE_NONE && year < self->years->len)
    self->filter.year = g_array_index (self->years, int, year);
  gtk_widget_set_sensitive (self->clear_button, !aft_library_filter_is_empty (&self->filter));
}

static void
selected_cb (AftLibraryFilterPopover *self)
{
  if (self->filling)
    return;
  read_rows (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
aft_library_filter_popover_dispose (GObject *object)
{
  AftLibraryFilterPopover *self = AFT_LIBRARY_FILTER_POPOVER (object);

  self->filling = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (object), AFT_TYPE_LIBRARY_FILTER_POPOVER);

  G_OBJECT_CLASS (aft_library_filter_popover_parent_class)->dispose (object);
}

static void
aft_library_filter_popover_finalize (GObject *object)
{
  AftLibraryFilterPopover *self = AFT_LIBRARY_FILTER_POPOVER (object);

  aft_library_filter_clear (&self->filter);
  g_strfreev (self->services);
  g_strfreev (self->tags);
  g_array_unref (self->years);

  G_OBJECT_CLASS (aft_library_filter_popover_parent_class)->finalize (object);
}

static void
aft_library_filter_popover_class_init (AftLibraryFilterPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = aft_library_filter_popover_dispose;
  G_OBJECT_CLASS (klass)->finalize = aft_library_filter_popover_finalize;

  signals[CHANGED] = g_signal_new ("changed",
                                   AFT_TYPE_LIBRARY_FILTER_POPOVER,
                                   G_SIGNAL_RUN_LAST,
                                   0,
                                   NULL,
                                   NULL,
                                   NULL,
                                   G_TYPE_NONE,
                                   0);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/afterword_app/Afterword/library-filter-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, AftLibraryFilterPopover, kind_row);
  gtk_widget_class_bind_template_child (widget_class, AftLibraryFilterPopover, status_row);
  gtk_widget_class_bind_template_child (widget_class, AftLibraryFilterPopover, severity_row);
  gtk_widget_class_bind_template_child (widget_class, AftLibraryFilterPopover, service_row);
  gtk_widget_class_bind_template_child (widget_class, AftLibraryFilterPopover, tag_row);
  gtk_widget_class_bind_template_child (widget_class, AftLibraryFilterPopover, year_row);
  gtk_widget_class_bind_template_child (widget_class, AftLibraryFilterPopover, clear_button);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, aft_library_filter_popover_clear);
}

static void
aft_library_filter_popover_init (AftLibraryFilterPopover *self)
{
  self->filter = (AftLibraryFilter) AFT_LIBRARY_FILTER_INIT;
  self->years = g_array_new (FALSE, FALSE, sizeof (int));
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_choices (self->kind_row, AFT_DOC_KIND);
  fill_choices (self->status_row, AFT_DOC_STATUS);
  fill_choices (self->severity_row, AFT_DOC_SEVERITY);
  self->filling = FALSE;
  gtk_widget_set_sensitive (self->clear_button, FALSE);
}

void
aft_library_filter_popover_set_entries (AftLibraryFilterPopover *self, GPtrArray *entries)
{
  g_return_if_fail (AFT_IS_LIBRARY_FILTER_POPOVER (self));

  g_strfreev (self->services);
  g_strfreev (self->tags);
  g_array_unref (self->years);
  self->services = aft_library_collect_services (entries);
  self->tags = aft_library_collect_tags (entries);
  self->years = aft_library_collect_years (entries);

  self->filling = TRUE;
  fill_words (self->service_row, (const char *const *) self->services, self->filter.service);
  fill_words (self->tag_row, (const char *const *) self->tags, self->filter.tag);
  fill_years (self);
  self->filling = FALSE;
  read_rows (self);
}

const AftLibraryFilter *
aft_library_filter_popover_get_filter (AftLibraryFilterPopover *self)
{
  g_return_val_if_fail (AFT_IS_LIBRARY_FILTER_POPOVER (self), NULL);
  return &self->filter;
}

void
aft_library_filter_popover_clear (AftLibraryFilterPopover *self)
{
  AdwComboRow *rows[] = { self->kind_row,    self->status_row, self->severity_row,
                          self->service_row, self->tag_row,    self->year_row };

  g_return_if_fail (AFT_IS_LIBRARY_FILTER_POPOVER (self));

  self->filling = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    adw_combo_row_set_selected (rows[i], 0);
  self->filling = FALSE;
  selected_cb (self);
}
