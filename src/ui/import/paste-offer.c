/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/import/paste-offer.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/schema.h"
#include "ui/import/import-job.h"
#include "ui/text.h"
#include "ui/widgets/field-widget.h"

/* One time alone is part of a sentence. */
#define MIN_EVENTS 2

struct _AftPasteOffer
{
  GtkWidget parent_instance;

  GtkRevealer *revealer;
  GtkLabel    *label;
  GtkWidget   *add_button;

  AftPostmortem *postmortem;
  AftPlan       *plan; /* offered; NULL without an offer */
  char          *text; /* that was pasted */
  AftRecord     *record;
  guint          field;
  GWeakRef       where;
  GCancellable  *reading;
};

enum
{
  SIGNAL_ADDED,
  SIGNAL_REVIEW,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AftPasteOffer, aft_paste_offer, GTK_TYPE_WIDGET)

static void
forget (AftPasteOffer *self)
{
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_pointer (&self->plan, aft_plan_free);
  g_clear_pointer (&self->text, g_free);
  g_clear_object (&self->record);
  g_weak_ref_set (&self->where, NULL);
}

void
aft_paste_offer_dismiss (AftPasteOffer *self)
{
  g_autoptr (GtkWidget) where = NULL;

  g_return_if_fail (AFT_IS_PASTE_OFFER (self));

  where = g_weak_ref_get (&self->where);
  /* back to where it was pasted */
  if (where != NULL && gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL)
    gtk_widget_grab_focus (where);
  gtk_revealer_set_reveal_child (self->revealer, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  forget (self);
}

/* What was found */

/* What is added at a stroke are events and actions; a whole document is to be looked through. */
static void
leave_texts_out (AftPlan *plan)
{
  GListModel *items = aft_plan_get_items (plan);

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (AftPlanItem) item = g_list_model_get_item (items, i);

      if (aft_plan_item_get_kind (item) == AFT_PLAN_FIELD)
        aft_plan_item_set_included (item, FALSE);
    }
}

static void
show_offer (AftPasteOffer *self, guint n_events)
{
  g_autofree char *text =
      g_strdup_printf (ngettext ("%u event found in what you pasted. Add it to the timeline?",
                                 "%u events found in what you pasted. Add them to the timeline?",
                                 n_events),
                       n_events);

  aft_ui_set_label (self->label, text);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_revealer_set_reveal_child (self->revealer, TRUE);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AftPasteOffer) self = AFT_PASTE_OFFER (data);
  g_autoptr (AftPlan) plan = aft_import_finish (result, NULL);
  guint n_events = plan != NULL ? aft_plan_count (plan, AFT_PLAN_EVENT, TRUE) : 0;

  if (g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    return;
  g_clear_object (&self->reading);
  if (n_events < MIN_EVENTS)
    {
      forget (self);
      return;
    }
  self->plan = g_steal_pointer (&plan);
  show_offer (self, n_events);
}

/* The field around the widget, where it is one. */
static void
find_field (AftPasteOffer *self, GtkWidget *where)
{
  GtkWidget *widget = where;

  while (widget != NULL && !AFT_IS_FIELD_WIDGET (widget))
    widget = gtk_widget_get_parent (widget);
  if (widget == NULL || aft_field_widget_get_record (AFT_FIELD_WIDGET (widget)) == NULL)
    return;
  self->record = g_object_ref (aft_field_widget_get_record (AFT_FIELD_WIDGET (widget)));
  self->field = aft_field_widget_get_index (AFT_FIELD_WIDGET (widget));
}

void
aft_paste_offer_consider (AftPasteOffer *self, const char *text, GtkWidget *where)
{
  g_return_if_fail (AFT_IS_PASTE_OFFER (self));

  aft_paste_offer_dismiss (self);
  if (self->postmortem == NULL || aft_postmortem_get_read_only (self->postmortem))
    return;
  self->text = g_strdup (text);
  g_weak_ref_set (&self->where, where);
  if (!GTK_IS_EDITABLE (where))
    find_field (self, where);
  self->reading = g_cancellable_new ();
  aft_import_text_async (_ ("Pasted text"),
                         text,
                         aft_postmortem_get_root (self->postmortem),
                         self->reading,
                         read_cb,
                         g_object_ref (self));
}

/* Adding */

/* What stands in the timeline need not stand in the text as well; where it was changed meanwhile it
 * stays. */
static void
remove_text (AftPasteOffer *self)
{
  g_autoptr (GtkWidget) where = g_weak_ref_get (&self->where);
  const char      *whole, *found;
  g_autofree char *before = NULL;
  g_autofree char *without = NULL;

  if (GTK_IS_EDITABLE (where))
    gtk_editable_set_text (GTK_EDITABLE (where), "");
  if (self->record == NULL ||
      !aft_kind_is_text (aft_record_get_field (self->record, self->field)->kind))
    return;
  whole = aft_record_get_text (self->record, self->field);
  found = strstr (whole, self->text);
  if (found == NULL)
    return;
  before = g_strndup (whole, found - whole);
  without = g_strconcat (before, found + strlen (self->text), NULL);
  aft_postmortem_set_text (self->postmortem, self->record, self->field, without);
}

static void
add_clicked_cb (AftPasteOffer *self)
{
  guint n_events = aft_plan_count (self->plan, AFT_PLAN_EVENT, TRUE);

  leave_texts_out (self->plan);
  aft_postmortem_break_step (self->postmortem);
  aft_postmortem_begin_group (self->postmortem);
  remove_text (self);
  aft_plan_apply (self->plan, self->postmortem);
  aft_postmortem_end_group (self->postmortem);
  aft_postmortem_break_step (self->postmortem);
  aft_paste_offer_dismiss (self);
  g_signal_emit (self, signals[SIGNAL_ADDED], 0, n_events);
}

static void
review_clicked_cb (AftPasteOffer *self)
{
  AftPlan *plan = g_steal_pointer (&self->plan);

  aft_paste_offer_dismiss (self);
  g_signal_emit (self, signals[SIGNAL_REVIEW], 0, plan);
}

static gboolean
escape_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  aft_paste_offer_dismiss (AFT_PASTE_OFFER (widget));
  return TRUE;
}

static void
aft_paste_offer_dispose (GObject *object)
{
  AftPasteOffer *self = AFT_PASTE_OFFER (object);

  forget (self);
  g_clear_object (&self->postmortem);
  gtk_widget_dispose_template (GTK_WIDGET (object), AFT_TYPE_PASTE_OFFER);

  G_OBJECT_CLASS (aft_paste_offer_parent_class)->dispose (object);
}

static void
aft_paste_offer_finalize (GObject *object)
{
  g_weak_ref_clear (&AFT_PASTE_OFFER (object)->where);

  G_OBJECT_CLASS (aft_paste_offer_parent_class)->finalize (object);
}

static void
aft_paste_offer_class_init (AftPasteOfferClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = aft_paste_offer_dispose;
  G_OBJECT_CLASS (klass)->finalize = aft_paste_offer_finalize;

  signals[SIGNAL_ADDED] = g_signal_new ("added",
                                        G_TYPE_FROM_CLASS (klass),
                                        G_SIGNAL_RUN_LAST,
                                        0,
                                        NULL,
                                        NULL,
                                        NULL,
                                        G_TYPE_NONE,
                                        1,
                                        G_TYPE_UINT);
  signals[SIGNAL_REVIEW] = g_signal_new ("review",
                                         G_TYPE_FROM_CLASS (klass),
                                         G_SIGNAL_RUN_LAST,
                                         0,
                                         NULL,
                                         NULL,
                                         NULL,
                                         G_TYPE_NONE,
                                         1,
                                         G_TYPE_POINTER);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/afterword_app/Afterword/paste-offer.ui");
  gtk_widget_class_bind_template_child (widget_class, AftPasteOffer, revealer);
  gtk_widget_class_bind_template_child (widget_class, AftPasteOffer, label);
  gtk_widget_class_bind_template_child (widget_class, AftPasteOffer, add_button);
  gtk_widget_class_bind_template_callback (widget_class, add_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, review_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, aft_paste_offer_dismiss);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
aft_paste_offer_init (AftPasteOffer *self)
{
  g_weak_ref_init (&self->where, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
aft_paste_offer_set_postmortem (AftPasteOffer *self, AftPostmortem *postmortem)
{
  g_return_if_fail (AFT_IS_PASTE_OFFER (self));

  aft_paste_offer_dismiss (self);
  g_set_object (&self->postmortem, postmortem);
}

const char *
aft_paste_offer_get_text (AftPasteOffer *self)
{
  g_return_val_if_fail (AFT_IS_PASTE_OFFER (self), "");
  return self->plan != NULL ? gtk_label_get_text (self->label) : "";
}
