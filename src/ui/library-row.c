/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/library-row.h"

#include <glib/gi18n-lib.h>

#include "base/quantity.h"
#include "base/text.h"
#include "ui/completeness-mark.h"
#include "ui/library-match.h"
#include "ui/text.h"

#define MAX_SNIPPET_CHARS 400
#define RESOURCE_PATH     "/io/github/afterword_app/Afterword/"

struct _AftLibraryRow
{
  AdwBin parent_instance;

  GtkWidget *box;
  GtkWidget *severity;
  GtkWidget *title;
  GtkWidget *facts;
  GtkWidget *snippet;
  GtkWidget *state;
  GtkWidget *completeness;
  GtkWidget *status;
  GtkWidget *trash_buttons; /* NULL outside the trash */
  GtkWidget *popover;       /* NULL until asked for */

  AftEntry *entry;
};

G_DEFINE_FINAL_TYPE (AftLibraryRow, aft_library_row, ADW_TYPE_BIN)

static void
add_fact (GString *line, const char *fact)
{
  if (*fact == '\0')
    return;
  if (line->len > 0)
    g_string_append (line, " · ");
  g_string_append (line, fact);
}

char *
aft_library_row_facts (AftEntry *entry, AftInstant now)
{
  GString           *line = g_string_new (NULL);
  AftInstant         start = aft_entry_get_start (entry);
  const char *const *services = aft_entry_get_services (entry);
  g_autofree char   *day = NULL;
  g_autofree char   *duration = NULL;

  if (start == AFT_INSTANT_NONE)
    day = aft_ui_format_changed (aft_entry_get_modified (entry), now);
  else
    day = aft_ui_format_day (start, aft_entry_get_time_zone (entry), now);
  add_fact (line, day);

  if (aft_entry_get_duration (entry) >= 0)
    duration = aft_duration_format (aft_entry_get_duration (entry));
  add_fact (line, duration != NULL ? duration : "");

  for (guint i = 0; services[i] != NULL && i < 4; i++)
    {
      g_autofree char *service = aft_ui_title (services[i]);

      add_fact (line, service);
    }
  return g_string_free (line, FALSE);
}

static const char *
choice_label (guint field, guint choice)
{
  return aft_field_get_choice_label (&aft_doc_schema.fields[field], choice);
}

static void
show_severity (AftLibraryRow *self, gboolean is_mixed)
{
  static const char *const classes[] = { "sev1", "sev2", "sev3", "sev4", "sev5" };
  guint                    severity = aft_entry_get_severity (self->entry);
  gboolean                 known = severity < G_N_ELEMENTS (classes);

  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    if (i == severity)
      gtk_widget_add_css_class (self->severity, classes[i]);
    else
      gtk_widget_remove_css_class (self->severity, classes[i]);
  /* Titles stay in one column whether or not a severity is known. Near misses by themselves go
   * without: that of what did not happen orders nothing. */
  gtk_widget_set_opacity (self->severity, known ? 1 : 0);
  gtk_widget_set_visible (self->severity,
                          is_mixed || aft_entry_get_kind (self->entry) == AFT_DOC_KIND_INCIDENT);
  aft_ui_set_label (GTK_LABEL (self->severity),
                    known ? choice_label (AFT_DOC_SEVERITY, severity) : "");
}

static void
show_snippet (AftLibraryRow *self, const char *query)
{
  g_autofree char *line = aft_text_clean_line (aft_entry_get_snippet (self->entry), -1);
  g_autofree char *snippet = aft_text_ellipsize (line, MAX_SNIPPET_CHARS);
  g_autoptr (PangoAttrList) matches = aft_library_match (snippet, query);

  gtk_widget_set_visible (self->snippet, *snippet != '\0');
  aft_ui_set_label (GTK_LABEL (self->snippet), snippet);
  gtk_label_set_attributes (GTK_LABEL (self->snippet), matches);
}

static void
set_class (GtkWidget *widget, const char *name, gboolean has)
{
  if (has)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

/* A list view makes some two hundred rows at once: what few of them need is made when needed. */
static void
add_trash_buttons (AftLibraryRow *self)
{
  g_autoptr (GtkBuilder) builder =
      gtk_builder_new_from_resource (RESOURCE_PATH "library-row-trash.ui");

  self->trash_buttons = GTK_WIDGET (gtk_builder_get_object (builder, "trash_buttons"));
  gtk_box_append (GTK_BOX (self->box), self->trash_buttons);
}

static void
enable_actions (AftLibraryRow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean   trashed = aft_entry_get_trashed (self->entry);

  gtk_widget_action_set_enabled (widget, "row.open", !trashed);
  gtk_widget_action_set_enabled (widget, "row.trash", !trashed);
  gtk_widget_action_set_enabled (widget, "row.restore", trashed);
  gtk_widget_action_set_enabled (widget, "row.erase", trashed);
  if (trashed && self->trash_buttons == NULL)
    add_trash_buttons (self);
  if (self->trash_buttons != NULL)
    gtk_widget_set_visible (self->trash_buttons, trashed);
  gtk_widget_set_visible (self->state, !trashed);
}

static void
row_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  static const struct
  {
    const char *row, *window;
  } names[] = {
    { "row.open", "win.open-document" },
    { "row.trash", "win.trash-document" },
    { "row.restore", "win.restore-document" },
    { "row.erase", "win.erase-document" },
  };
  AftLibraryRow *self = AFT_LIBRARY_ROW (widget);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i].row, name))
      gtk_widget_activate_action (widget, names[i].window, "s", aft_entry_get_id (self->entry));
}

static void
aft_library_row_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  AftLibraryRow *self = AFT_LIBRARY_ROW (widget);

  GTK_WIDGET_CLASS (aft_library_row_parent_class)->size_allocate (widget, width, height, baseline);
  if (self->popover != NULL)
    gtk_popover_present (GTK_POPOVER (self->popover));
}

static void
aft_library_row_dispose (GObject *object)
{
  AftLibraryRow *self = AFT_LIBRARY_ROW (object);

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_object (&self->entry);
  adw_bin_set_child (ADW_BIN (self), NULL);

  G_OBJECT_CLASS (aft_library_row_parent_class)->dispose (object);
}

static void
aft_library_row_class_init (AftLibraryRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = aft_library_row_dispose;
  widget_class->size_allocate = aft_library_row_size_allocate;

  g_type_ensure (AFT_TYPE_COMPLETENESS_MARK);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "library-row.ui");
  gtk_widget_class_bind_template_child (widget_class, AftLibraryRow, box);
  gtk_widget_class_bind_template_child (widget_class, AftLibraryRow, severity);
  gtk_widget_class_bind_template_child (widget_class, AftLibraryRow, title);
  gtk_widget_class_bind_template_child (widget_class, AftLibraryRow, facts);
  gtk_widget_class_bind_template_child (widget_class, AftLibraryRow, snippet);
  gtk_widget_class_bind_template_child (widget_class, AftLibraryRow, state);
  gtk_widget_class_bind_template_child (widget_class, AftLibraryRow, completeness);
  gtk_widget_class_bind_template_child (widget_class, AftLibraryRow, status);
  gtk_widget_class_install_action (widget_class, "row.open", NULL, row_action);
  gtk_widget_class_install_action (widget_class, "row.trash", NULL, row_action);
  gtk_widget_class_install_action (widget_class, "row.restore", NULL, row_action);
  gtk_widget_class_install_action (widget_class, "row.erase", NULL, row_action);
}

/* Of the longest status in the user's language, so that the marks before them line up. */
static int
count_status_chars (void)
{
  const AftField *field = &aft_doc_schema.fields[AFT_DOC_STATUS];
  int             n_chars = 0;

  for (guint i = 0; i < aft_field_n_choices (field); i++)
    n_chars = MAX (n_chars, (int) g_utf8_strlen (choice_label (AFT_DOC_STATUS, i), -1));
  return n_chars;
}

static void
aft_library_row_init (AftLibraryRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_label_set_width_chars (GTK_LABEL (self->status), count_status_chars ());
}

GtkWidget *
aft_library_row_new (void)
{
  return g_object_new (AFT_TYPE_LIBRARY_ROW, NULL);
}

void
aft_library_row_set_item (AftLibraryRow *self, AftLibraryItem *item, const char *query)
{
  g_autofree char *title = NULL;
  g_autofree char *facts = NULL;

  g_return_if_fail (AFT_IS_LIBRARY_ROW (self));

  g_set_object (&self->entry, aft_library_item_get_entry (item));
  title = aft_ui_title (aft_entry_get_title (self->entry));
  facts = aft_library_row_facts (self->entry, aft_instant_now ());
  aft_ui_set_label (GTK_LABEL (self->title), title);
  aft_ui_set_label (GTK_LABEL (self->facts), facts);
  aft_ui_set_label (GTK_LABEL (self->status),
                    choice_label (AFT_DOC_STATUS, aft_entry_get_status (self->entry)));
  aft_completeness_mark_set_fraction (AFT_COMPLETENESS_MARK (self->completeness),
                                      aft_entry_get_completeness (self->entry));
  aft_ui_set_accessible_name (GTK_WIDGET (self), title);
  show_severity (self, *query != '\0' || aft_entry_get_trashed (self->entry));
  show_snippet (self, query);
  set_class (self->box, "first", aft_library_item_get_first (item));
  set_class (self->box, "last", aft_library_item_get_last (item));
  enable_actions (self);
}

AftEntry *
aft_library_row_get_entry (AftLibraryRow *self)
{
  g_return_val_if_fail (AFT_IS_LIBRARY_ROW (self), NULL);
  return self->entry;
}

void
aft_library_row_open_menu (AftLibraryRow *self, double x, double y)
{
  g_return_if_fail (AFT_IS_LIBRARY_ROW (self));

  if (self->popover == NULL)
    {
      g_autoptr (GtkBuilder) builder =
          gtk_builder_new_from_resource (RESOURCE_PATH "library-row-menu.ui");

      self->popover =
          gtk_popover_menu_new_from_model (G_MENU_MODEL (gtk_builder_get_object (builder, "menu")));
      gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
      gtk_widget_set_halign (self->popover, GTK_ALIGN_START);
      gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
    }
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover),
                               &(GdkRectangle){ (int) x, (int) y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->popover));
}
