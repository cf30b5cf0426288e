/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/widgets/item-row.h"

#include <glib/gi18n-lib.h>

#include "ui/text.h"
#include "ui/widgets/grow-bin.h"
#include "ui/widgets/row-actions.h"

#define INDENT_PX  24
#define MAX_INDENT 6 /* deeper ones stand there too: there has to be room for the text */

struct _AftItemRow
{
  GtkListBoxRow parent_instance;

  AftRecord    *record;
  GtkBox       *box;
  GtkWidget    *branch_mark;
  GtkWidget    *branch_button;
  GtkLabel     *message;
  AftProseView *view;
};

enum
{
  SIGNAL_ENTERED,
  SIGNAL_EMPTIED,
  SIGNAL_BRANCHED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AftItemRow, aft_item_row, GTK_TYPE_LIST_BOX_ROW)

static void
entered_cb (AftItemRow *self)
{
  g_signal_emit (self, signals[SIGNAL_ENTERED], 0);
}

static void
emptied_cb (AftItemRow *self)
{
  g_signal_emit (self, signals[SIGNAL_EMPTIED], 0);
}

static void
branch_clicked_cb (AftItemRow *self)
{
  g_signal_emit (self, signals[SIGNAL_BRANCHED], 0);
}

static void
message_cb (AftItemRow *self, const char *text)
{
  aft_ui_set_label (self->message, text);
  gtk_widget_set_visible (GTK_WIDGET (self->message), *text != '\0');
}

static void
aft_item_row_dispose (GObject *object)
{
  AftItemRow *self = AFT_ITEM_ROW (object);

  aft_item_row_unbind (self);
  self->view = NULL;
  g_clear_object (&self->record);

  G_OBJECT_CLASS (aft_item_row_parent_class)->dispose (object);
}

static guint
new_signal (AftItemRowClass *klass, const char *name)
{
  return g_signal_new (
      name, G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
aft_item_row_class_init (AftItemRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = aft_item_row_dispose;

  signals[SIGNAL_ENTERED] = new_signal (klass, "entered");
  signals[SIGNAL_EMPTIED] = new_signal (klass, "emptied");
  signals[SIGNAL_BRANCHED] = new_signal (klass, "branched");
}

static void
add_branch_button (AftItemRow *self)
{
  self->branch_button = gtk_button_new_from_icon_name ("list-add-symbolic");
  gtk_widget_set_valign (self->branch_button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (self->branch_button, _ ("Ask Why Once More"));
  aft_ui_set_accessible_name (self->branch_button, _ ("Ask why once more"));
  gtk_widget_add_css_class (self->branch_button, "flat");
  gtk_widget_set_visible (self->branch_button, FALSE);
  g_signal_connect_swapped (self->branch_button, "clicked", G_CALLBACK (branch_clicked_cb), self);
}

static GtkWidget *
create_text (AftItemRow *self)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *frame;

  gtk_widget_set_hexpand (column, TRUE);
  frame = aft_grow_bin_new ();
  self->view = aft_grow_bin_get_view (AFT_GROW_BIN (frame));
  aft_field_widget_set_key (AFT_FIELD_WIDGET (self->view), "text");
  aft_prose_view_set_is_item (self->view, TRUE);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (self->view), 3);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (self->view), 3);
  gtk_widget_set_valign (column, GTK_ALIGN_CENTER);
  self->message = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->message, 0);
  gtk_label_set_wrap (self->message, TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->message), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->message), "caption");
  gtk_box_append (GTK_BOX (column), frame);
  gtk_box_append (GTK_BOX (column), GTK_WIDGET (self->message));
  g_signal_connect_swapped (self->view, "entered", G_CALLBACK (entered_cb), self);
  g_signal_connect_swapped (self->view, "emptied", G_CALLBACK (emptied_cb), self);
  g_signal_connect_swapped (self->view, "message", G_CALLBACK (message_cb), self);
  return column;
}

static void
aft_item_row_init (AftItemRow *self)
{
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3));
  self->branch_mark = gtk_label_new ("↳");
  gtk_widget_add_css_class (self->branch_mark, "dim-label");
  gtk_widget_set_visible (self->branch_mark, FALSE);
  gtk_accessible_update_state (
      GTK_ACCESSIBLE (self->branch_mark), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  add_branch_button (self);
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "item-box");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), GTK_WIDGET (self->box));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
}

GtkWidget *
aft_item_row_new (AftPostmortem *postmortem, AftRecord *record, const char *label)
{
  AftItemRow *self = g_object_new (AFT_TYPE_ITEM_ROW, NULL);
  GtkWidget  *row = GTK_WIDGET (self);

  self->record = g_object_ref (record);
  aft_row_actions_attach (row, postmortem, record, TRUE);
  gtk_box_append (self->box, aft_row_actions_new_handle (row, record));
  gtk_box_append (self->box, self->branch_mark);
  gtk_box_append (self->box, create_text (self));
  gtk_box_append (self->box, self->branch_button);
  gtk_box_append (self->box, aft_row_actions_new_menu_button (TRUE));
  aft_field_widget_bind (AFT_FIELD_WIDGET (self->view), postmortem, record);
  aft_ui_set_accessible_name (GTK_WIDGET (self->view), label);
  return row;
}

AftRecord *
aft_item_row_get_record (AftItemRow *self)
{
  g_return_val_if_fail (AFT_IS_ITEM_ROW (self), NULL);
  return self->record;
}

void
aft_item_row_set_depth (AftItemRow *self, guint depth)
{
  g_return_if_fail (AFT_IS_ITEM_ROW (self));

  gtk_widget_set_margin_start (GTK_WIDGET (self->branch_mark),
                               depth > 0 ? (int) (MIN (depth, MAX_INDENT) - 1) * INDENT_PX : 0);
  gtk_widget_set_visible (self->branch_mark, depth > 0);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LEVEL, (int) depth + 1, -1);
}

void
aft_item_row_set_branches (AftItemRow *self, gboolean branches)
{
  g_return_if_fail (AFT_IS_ITEM_ROW (self));
  gtk_widget_set_visible (self->branch_button, branches);
}

void
aft_item_row_focus (AftItemRow *self)
{
  g_return_if_fail (AFT_IS_ITEM_ROW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

void
aft_item_row_unbind (AftItemRow *self)
{
  g_return_if_fail (AFT_IS_ITEM_ROW (self));

  if (self->view != NULL)
    aft_field_widget_unbind (AFT_FIELD_WIDGET (self->view));
}
