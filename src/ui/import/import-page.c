/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/import/import-page.h"

#include <glib/gi18n-lib.h>

#include "ui/fold-bin.h"
#include "ui/import/import-choices.h"
#include "ui/import/import-job.h"
#include "ui/import/import-section.h"
#include "ui/import/import-source.h"
#include "ui/text.h"

/* Below it source and result take turns. */
#define FOLD_PX 760

struct _AftImportPage
{
  AdwBin parent_instance;

  AftFoldBin       *fold_bin;
  AdwWindowTitle   *title;
  GtkButton        *accept_button;
  GtkSpinner       *spinner;
  GtkWidget        *panes;
  AftImportSource  *source;
  GtkWidget        *result;
  GtkLabel         *summary;
  GtkLabel         *notes;
  AftImportChoices *choices;
  GtkBox           *sections_box;
  GtkWidget        *bar;
  GtkToggleButton  *source_button;
  GtkToggleButton  *result_button;

  AftImportSection *sections[AFT_N_PLAN_KINDS];

  AftPlan      *plan;
  char         *target_title; /* NULL for a new document */
  GCancellable *reading;
  guint         fill_source, n_filled; /* sections that show the plan */
  gboolean      is_pointing;           /* one side follows the other */
};

enum
{
  SIGNAL_ACCEPTED,
  SIGNAL_CANCELLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AftImportPage, aft_import_page, ADW_TYPE_BIN)

/* What comes in, in words */

static char *
describe_count (AftPlanKind kind, guint n)
{
  switch (kind)
    {
    case AFT_PLAN_EVENT:
      return g_strdup_printf (ngettext ("%u event", "%u events", n), n);
    case AFT_PLAN_ACTION:
      return g_strdup_printf (ngettext ("%u action item", "%u action items", n), n);
    case AFT_PLAN_ENTRY:
      return g_strdup_printf (ngettext ("%u lesson or factor", "%u lessons and factors", n), n);
    default:
      return g_strdup_printf (ngettext ("%u text or detail", "%u texts and details", n), n);
    }
}

static guint
count_twins (AftPlan *plan)
{
  GListModel *items = aft_plan_get_items (plan);
  guint       n = 0;

  for (guint i = 0; i < aft_plan_count (plan, AFT_PLAN_EVENT, FALSE); i++)
    {
      g_autoptr (AftPlanItem) item = g_list_model_get_item (items, i);

      n += aft_plan_item_get_twin (item) != NULL;
    }
  return n;
}

static void
add_part (GString *text, char *part)
{
  if (text->len > 0)
    g_string_append (text, " · ");
  g_string_append (text, part);
  g_free (part);
}

static void
show_summary (AftImportPage *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n_all = 0, n_twins = count_twins (self->plan);

  for (guint kind = 0; kind < AFT_N_PLAN_KINDS; kind++)
    {
      guint n = aft_plan_count (self->plan, kind, TRUE);

      n_all += n;
      if (n > 0)
        add_part (text, describe_count (kind, n));
    }
  if (n_all == 0)
    add_part (text, g_strdup (_ ("Nothing is selected")));
  if (n_twins > 0)
    add_part (text,
              g_strdup_printf (ngettext ("%u is there already", "%u are there already", n_twins),
                               n_twins));
  aft_ui_set_label (self->summary, text->str);
  gtk_widget_set_sensitive (GTK_WIDGET (self->accept_button), n_all > 0 && self->reading == NULL);
}

static void
show_notes (AftImportPage *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < aft_plan_get_n_sources (self->plan); i++)
    {
      GPtrArray *notes = aft_plan_get_import (self->plan, i)->notes;

      for (guint k = 0; k < notes->len; k++)
        g_string_append_printf (
            text, "%s%s", text->len > 0 ? "\n" : "", (char *) g_ptr_array_index (notes, k));
    }
  aft_ui_set_label (self->notes, text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->notes), text->len > 0);
}

static void
show_title (AftImportPage *self)
{
  guint            n = aft_plan_get_n_sources (self->plan);
  g_autofree char *name = n > 0 ? aft_ui_title (aft_plan_get_name (self->plan, 0)) : g_strdup ("");
  g_autofree char *from =
      n > 1 ? g_strdup_printf (ngettext ("%u source", "%u sources", n), n) : g_strdup (name);
  g_autofree char *into = NULL;

  if (self->target_title != NULL)
    {
      g_autofree char *title = aft_ui_title (self->target_title);

      /* Translators: the title of a document */
      into = g_strdup_printf (_ ("Into “%s”"), title);
    }
  aft_ui_set_window_title (self->title, from, into != NULL ? into : _ ("Into a new postmortem"));
  gtk_button_set_label (self->accept_button,
                        self->target_title != NULL ? _ ("_Add") : _ ("_Create"));
}

/* Reading again */

static void
set_busy (AftImportPage *self, gboolean busy)
{
  gtk_widget_set_sensitive (self->panes, !busy);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), busy);
  gtk_spinner_set_spinning (self->spinner, busy);
  show_summary (self);
}

/* One after the other: the page is there before thousands of rows are. */
static gboolean
fill_cb (gpointer data)
{
  AftImportPage *self = AFT_IMPORT_PAGE (data);

  aft_import_section_set_plan (self->sections[self->n_filled++], self->plan);
  if (self->n_filled < AFT_N_PLAN_KINDS)
    return G_SOURCE_CONTINUE;
  self->fill_source = 0;
  return G_SOURCE_REMOVE;
}

static void
show_plan (AftImportPage *self)
{
  show_title (self);
  show_notes (self);
  aft_import_source_set_plan (self->source, self->plan);
  aft_import_choices_set_plan (self->choices, self->plan);
  self->n_filled = 0;
  if (self->fill_source == 0)
    self->fill_source = g_idle_add (fill_cb, self);
  show_summary (self);
}

static void
forget_plan (AftImportPage *self)
{
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_handle_id (&self->fill_source, g_source_remove);
  if (self->source != NULL)
    {
      aft_import_source_set_plan (self->source, NULL);
      aft_import_choices_set_plan (self->choices, NULL);
      for (guint i = 0; i < AFT_N_PLAN_KINDS; i++)
        aft_import_section_set_plan (self->sections[i], NULL);
    }
  g_clear_pointer (&self->plan, aft_plan_free);
  g_clear_pointer (&self->target_title, g_free);
}

/* The old plan is the job's as long as that runs: it is freed here. */
typedef struct
{
  AftImportPage *self;
  AftPlan       *before;
} Rereading;

static void
reread_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Rereading *rereading = data;
  g_autoptr (AftImportPage) self = rereading->self;
  AftPlan *before = rereading->before;
  g_autoptr (AftPlan) plan = aft_import_finish (result, NULL);

  g_free (rereading);
  if (plan == NULL || self->plan != before)
    {
      /* left meanwhile */
      if (self->plan != before)
        aft_plan_free (before);
      return;
    }
  g_clear_object (&self->reading);
  self->plan = g_steal_pointer (&plan);
  show_plan (self);
  set_busy (self, FALSE);
  aft_plan_free (before);
}

static void
reread_wanted_cb (AftImportPage *self, const char *zone, const char *date)
{
  Rereading *rereading;

  if (self->plan == NULL || self->reading != NULL)
    return;
  rereading = g_new0 (Rereading, 1);
  rereading->self = g_object_ref (self);
  rereading->before = self->plan;
  self->reading = g_cancellable_new ();
  set_busy (self, TRUE);
  aft_import_again_async (self->plan, zone, date, self->reading, reread_cb, rereading);
}

/* A chat says at what time it was, and seldom on which day: the most likely one is filled in. */
static void
suggest_day (AftImportPage *self)
{
  g_autofree char *day = aft_plan_suggest_day (self->plan, aft_instant_now ());

  if (day != NULL)
    reread_wanted_cb (self, NULL, day);
}

static void
choices_changed_cb (AftImportPage *self)
{
  for (guint i = 0; i < AFT_N_PLAN_KINDS; i++)
    aft_import_section_update (self->sections[i]);
  show_summary (self);
}

/* One side follows the other */

static void
source_pointed_cb (AftImportPage *self, AftPlanItem *item)
{
  GtkRoot   *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (self->is_pointing)
    return;
  self->is_pointing = TRUE;
  for (guint i = 0; i < AFT_N_PLAN_KINDS; i++)
    if (aft_import_section_focus_item (self->sections[i], item) && focus != NULL)
      /* shown there, while the cursor stays here */
      gtk_widget_grab_focus (focus);
  self->is_pointing = FALSE;
}

static void
item_pointed_cb (AftImportPage *self, AftPlanItem *item)
{
  if (self->is_pointing)
    return;
  self->is_pointing = TRUE;
  aft_import_source_show_item (self->source, item);
  self->is_pointing = FALSE;
}

/* Room */

static void
fold_cb (AftImportPage *self)
{
  int      width;
  gboolean is_narrow;

  g_object_get (self->fold_bin, "width", &width, NULL);
  is_narrow = width < FOLD_PX;
  gtk_widget_set_visible (self->bar, is_narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->source),
                          !is_narrow || gtk_toggle_button_get_active (self->source_button));
  gtk_widget_set_visible (self->result,
                          !is_narrow || gtk_toggle_button_get_active (self->result_button));
}

/* End */

static void
accept_clicked_cb (AftImportPage *self)
{
  if (self->plan != NULL && self->reading == NULL)
    g_signal_emit (self, signals[SIGNAL_ACCEPTED], 0);
}

static void
cancel_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_CANCELLED], 0);
}

static gboolean
aft_import_page_grab_focus (GtkWidget *widget)
{
  AftImportPage *self = AFT_IMPORT_PAGE (widget);

  return gtk_widget_grab_focus (GTK_WIDGET (self->accept_button));
}

static void
aft_import_page_dispose (GObject *object)
{
  AftImportPage *self = AFT_IMPORT_PAGE (object);

  /* what is being read again is freed when that is done */
  if (self->reading != NULL)
    self->plan = NULL;
  forget_plan (self);
  self->source = NULL;
  adw_bin_set_child (ADW_BIN (self), NULL);

  G_OBJECT_CLASS (aft_import_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, AftImportPage, fold_bin);
  gtk_widget_class_bind_template_child (widget_class, AftImportPage, title);
  gtk_widget_class_bind_template_child (widget_class, AftImportPage, accept_button);
  gtk_widget_class_bind_template_child (widget_class, AftImportPage, spinner);
  gtk_widget_class_bind_template_child (widget_class, AftImportPage, panes);
  gtk_widget_class_bind_template_child (widget_class, AftImportPage, source);
  gtk_widget_class_bind_template_child (widget_class, AftImportPage, result);
  gtk_widget_class_bind_template_child (widget_class, AftImportPage, summary);
  gtk_widget_class_bind_template_child (widget_class, AftImportPage, notes);
  gtk_widget_class_bind_template_child (widget_class, AftImportPage, choices);
  gtk_widget_class_bind_template_child (widget_class, AftImportPage, sections_box);
  gtk_widget_class_bind_template_child (widget_class, AftImportPage, bar);
  gtk_widget_class_bind_template_child (widget_class, AftImportPage, source_button);
  gtk_widget_class_bind_template_child (widget_class, AftImportPage, result_button);
  gtk_widget_class_bind_template_callback (widget_class, fold_cb);
  gtk_widget_class_bind_template_callback (widget_class, accept_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, reread_wanted_cb);
  gtk_widget_class_bind_template_callback (widget_class, choices_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, source_pointed_cb);
}

static void
aft_import_page_class_init (AftImportPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = aft_import_page_dispose;
  widget_class->grab_focus = aft_import_page_grab_focus;

  signals[SIGNAL_ACCEPTED] = g_signal_new ("accepted",
                                           G_TYPE_FROM_CLASS (klass),
                                           G_SIGNAL_RUN_LAST,
                                           0,
                                           NULL,
                                           NULL,
                                           NULL,
                                           G_TYPE_NONE,
                                           0);
  signals[SIGNAL_CANCELLED] = g_signal_new ("cancelled",
                                            G_TYPE_FROM_CLASS (klass),
                                            G_SIGNAL_RUN_LAST,
                                            0,
                                            NULL,
                                            NULL,
                                            NULL,
                                            G_TYPE_NONE,
                                            0);

  g_type_ensure (AFT_TYPE_FOLD_BIN);
  g_type_ensure (AFT_TYPE_IMPORT_SOURCE);
  g_type_ensure (AFT_TYPE_IMPORT_CHOICES);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/afterword_app/Afterword/import-page.ui");
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "import.cancel", NULL, cancel_action);
}

static void
aft_import_page_init (AftImportPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < AFT_N_PLAN_KINDS; i++)
    {
      GtkWidget *section = aft_import_section_new (i);

      gtk_box_append (self->sections_box, section);
      g_signal_connect_object (
          section, "pointed", G_CALLBACK (item_pointed_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (
          section, "counted", G_CALLBACK (show_summary), self, G_CONNECT_SWAPPED);
      self->sections[i] = AFT_IMPORT_SECTION (section);
    }
}

GtkWidget *
aft_import_page_new (void)
{
  return g_object_new (AFT_TYPE_IMPORT_PAGE, NULL);
}

void
aft_import_page_set_plan (AftImportPage *self, AftPlan *plan, const char *target_title)
{
  g_return_if_fail (AFT_IS_IMPORT_PAGE (self));

  if (self->reading != NULL)
    self->plan = NULL;
  forget_plan (self);
  self->plan = plan;
  self->target_title = g_strdup (target_title);
  if (plan == NULL)
    return;
  show_plan (self);
  set_busy (self, FALSE);
  suggest_day (self);
}

AftPlan *
aft_import_page_get_plan (AftImportPage *self)
{
  g_return_val_if_fail (AFT_IS_IMPORT_PAGE (self), NULL);
  return self->plan;
}
