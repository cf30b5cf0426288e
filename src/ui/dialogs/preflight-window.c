/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/dialogs/preflight-window.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/text.h"
#include "model/schema.h"
#include "ui/text.h"

/* The others follow as these are settled. */
#define MAX_ROWS        100
#define MAX_TITLE_CHARS 60

struct _AftPreflightWindow
{
  AdwWindow parent_instance;

  AdwWindowTitle      *title;
  GtkButton           *go_on_button;
  GtkStack            *stack;
  GtkListBox          *list;
  AdwPreferencesGroup *group;

  AftPreflight *preflight;
  char         *go_on;
};

enum
{
  FINDING_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AftPreflightWindow, aft_preflight_window, ADW_TYPE_WINDOW)

/* ---- rows ---- */

static guint
index_of (GtkWidget *inside)
{
  GtkWidget *row = gtk_widget_get_ancestor (inside, GTK_TYPE_LIST_BOX_ROW);

  return (guint) gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
}

static void
private_clicked_cb (AftPreflightWindow *self, GtkWidget *button)
{
  aft_preflight_mark_private (self->preflight, index_of (button));
}

static void
dismiss_clicked_cb (AftPreflightWindow *self, GtkWidget *button)
{
  aft_preflight_dismiss (self->preflight, index_of (button));
}

static void
row_activated_cb (AftPreflightWindow *self, GtkListBoxRow *row)
{
  guint             i = (guint) gtk_list_box_row_get_index (row);
  const AftFinding *finding = aft_preflight_get (self->preflight, i);
  g_autoptr (AftRecord) record = g_object_ref (finding->record);
  g_autofree char *found = g_strdup (finding->text);
  const char      *text = "";

  /* words stand in one entry, wherever they are in it */
  if (aft_record_get_field (record, finding->field)->kind != AFT_KIND_WORDS)
    text = aft_record_get_text (record, finding->field);
  g_signal_emit (self,
                 signals[FINDING_ACTIVATED],
                 0,
                 record,
                 finding->field,
                 found,
                 finding->start <= strlen (text)
                     ? (guint) g_utf8_pointer_to_offset (text, text + finding->start)
                     : 0);
}

/* Which action, event or item it is; "" for the document itself, and where that is what is listed.
 */
static char *
describe_record (const AftFinding *finding)
{
  const AftSchema *schema = aft_record_get_schema (finding->record);
  guint            field = schema == &aft_action_schema  ? AFT_ACTION_TITLE
                           : schema == &aft_event_schema ? AFT_EVENT_TEXT
                           : schema == &aft_link_schema  ? AFT_LINK_LABEL
                                                         : G_MAXUINT;
  g_autofree char *line = NULL;

  if (field == G_MAXUINT || field == finding->field)
    return g_strdup ("");
  line = aft_text_clean_line (aft_record_get_text (finding->record, field), -1);
  return aft_text_ellipsize (line, MAX_TITLE_CHARS);
}

static char *
describe_field (const AftFinding *finding)
{
  g_autofree char *record = describe_record (finding);
  const char *label = aft_field_get_label (aft_record_get_field (finding->record, finding->field));

  if (*record == '\0')
    return g_strdup (label);
  /* Translators: a field, and the action, event or link it is of */
  return g_strdup_printf (_ ("%s of “%s”"), label, record);
}

/* "Host name · Root cause, Trigger, line 3" */
static char *
describe_place (const AftFinding *finding)
{
  const char      *kind = aft_exposure_get_label (finding->kind);
  const char      *section = aft_section_get_title (finding->section);
  g_autofree char *field = describe_field (finding);

  if (finding->line == 1)
    /* Translators: what was found, the section, the field */
    return g_strdup_printf (_ ("%s · %s, %s"), kind, section, field);
  /* Translators: what was found, the section, the field, and the number of the line in it */
  return g_strdup_printf (_ ("%s · %s, %s, line %u"), kind, section, field, finding->line);
}

static GtkWidget *
new_button (AftPreflightWindow *self,
            const char         *icon,
            const char         *tooltip,
            const char         *found,
            GCallback           clicked)
{
  GtkWidget       *button = gtk_button_new_from_icon_name (icon);
  g_autofree char *name = g_strdup_printf ("%s: %s", tooltip, found);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, tooltip);
  aft_ui_set_accessible_name (button, name);
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  return button;
}

static GtkWidget *
new_row (AftPreflightWindow *self, const AftFinding *finding)
{
  AdwActionRow    *row = ADW_ACTION_ROW (adw_action_row_new ());
  g_autofree char *clean = aft_text_clean_line (finding->text, -1);
  g_autofree char *shown = aft_text_reveal (clean);
  g_autofree char *title = aft_text_ellipsize (shown, MAX_TITLE_CHARS);
  g_autofree char *place = describe_place (finding);

  aft_ui_set_row_title (ADW_PREFERENCES_ROW (row), title);
  aft_ui_set_row_subtitle (row, place);
  adw_action_row_set_title_lines (row, 2);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  if (finding->kind != AFT_EXPOSURE_OPEN_MARK)
    adw_action_row_add_suffix (row,
                               new_button (self,
                                           "changes-prevent-symbolic",
                                           _ ("Mark as Private"),
                                           title,
                                           G_CALLBACK (private_clicked_cb)));
  adw_action_row_add_suffix (
      row,
      new_button (
          self, "object-select-symbolic", _ ("May Leave"), title, G_CALLBACK (dismiss_clicked_cb)));
  return GTK_WIDGET (row);
}

/* ---- the list ---- */

/* Where the focus was, so that the next one can be settled with the same key. */
static int
take_focused_row (AftPreflightWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_BOX_ROW) : NULL;

  return row != NULL ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) : -1;
}

static void
give_focus (AftPreflightWindow *self, int index, guint n)
{
  GtkListBoxRow *row;

  if (index < 0 || n == 0)
    return;
  row = gtk_list_box_get_row_at_index (self->list, MIN (index, (int) n - 1));
  gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
fill (AftPreflightWindow *self, guint n)
{
  GtkListBoxRow *row;
  int            focused = take_focused_row (self);

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < n; i++)
    gtk_list_box_append (self->list, new_row (self, aft_preflight_get (self->preflight, i)));
  give_focus (self, focused, n);
}

static void
update (AftPreflightWindow *self)
{
  guint            n = aft_preflight_get_n_findings (self->preflight);
  g_autofree char *count = aft_preflight_describe (self->preflight);
  g_autofree char *more = NULL;

  if (!aft_preflight_is_ready (self->preflight))
    return;
  if (n > MAX_ROWS)
    more = g_strdup_printf (_ ("%u of them are shown; the others follow as these are settled."),
                            MAX_ROWS);
  fill (self, MIN (n, MAX_ROWS));
  aft_ui_set_group_title (self->group, count);
  aft_ui_set_window_title (self->title, gtk_window_get_title (GTK_WINDOW (self)), more);
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "list" : "empty");
}

static void
go_on_clicked_cb (AftPreflightWindow *self)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  if (parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), self->go_on, NULL);
  gtk_window_destroy (GTK_WINDOW (self));
}

/* ---- the window ---- */

static void
aft_preflight_window_dispose (GObject *object)
{
  AftPreflightWindow *self = AFT_PREFLIGHT_WINDOW (object);

  g_clear_object (&self->preflight);
  g_clear_pointer (&self->go_on, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), AFT_TYPE_PREFLIGHT_WINDOW);

  G_OBJECT_CLASS (aft_preflight_window_parent_class)->dispose (object);
}

static void
aft_preflight_window_class_init (AftPreflightWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = aft_preflight_window_dispose;

  signals[FINDING_ACTIVATED] = g_signal_new ("finding-activated",
                                             AFT_TYPE_PREFLIGHT_WINDOW,
                                             G_SIGNAL_RUN_LAST,
                                             0,
                                             NULL,
                                             NULL,
                                             NULL,
                                             G_TYPE_NONE,
                                             4,
                                             AFT_TYPE_RECORD,
                                             G_TYPE_UINT,
                                             G_TYPE_STRING,
                                             G_TYPE_UINT);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/afterword_app/Afterword/preflight-window.ui");
  gtk_widget_class_bind_template_child (widget_class, AftPreflightWindow, title);
  gtk_widget_class_bind_template_child (widget_class, AftPreflightWindow, go_on_button);
  gtk_widget_class_bind_template_child (widget_class, AftPreflightWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, AftPreflightWindow, group);
  gtk_widget_class_bind_template_child (widget_class, AftPreflightWindow, list);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, go_on_clicked_cb);
}

static void
aft_preflight_window_init (AftPreflightWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AftPreflightWindow *
aft_preflight_window_present (GtkWindow    *parent,
                              AftPreflight *preflight,
                              const char   *label,
                              const char   *go_on)
{
  AftPreflightWindow *self =
      g_object_new (AFT_TYPE_PREFLIGHT_WINDOW, "transient-for", parent, NULL);

  self->preflight = g_object_ref (preflight);
  self->go_on = g_strdup (go_on);
  gtk_widget_set_visible (GTK_WIDGET (self->go_on_button), go_on != NULL);
  if (label != NULL)
    gtk_button_set_label (self->go_on_button, label);
  g_signal_connect_object (preflight, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  gtk_window_present (GTK_WINDOW (self));
  return self;
}
