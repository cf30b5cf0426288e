/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/import/import-row.h"

#include "ui/import/import-face.h"
#include "ui/text.h"

struct _AftImportRow
{
  GtkWidget parent_instance;

  GtkCheckButton *check;
  GtkLabel       *code;
  GtkLabel       *time;
  GtkLabel       *text;
  GtkLabel       *notes;

  AftPlan     *plan;
  AftPlanItem *item;
  GBinding    *binding;
};

G_DEFINE_FINAL_TYPE (AftImportRow, aft_import_row, GTK_TYPE_WIDGET)

static gboolean
aft_import_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (AFT_IMPORT_ROW (widget)->check));
}

/* A check button keeps the arrow keys for itself, as radio buttons need them. */
static gboolean
aft_import_row_focus (GtkWidget *widget, GtkDirectionType direction)
{
  return !gtk_widget_is_focus (GTK_WIDGET (AFT_IMPORT_ROW (widget)->check)) &&
         gtk_widget_grab_focus (widget);
}

static void
aft_import_row_dispose (GObject *object)
{
  aft_import_row_set_item (AFT_IMPORT_ROW (object), NULL, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), AFT_TYPE_IMPORT_ROW);

  G_OBJECT_CLASS (aft_import_row_parent_class)->dispose (object);
}

static void
aft_import_row_class_init (AftImportRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = aft_import_row_dispose;
  widget_class->grab_focus = aft_import_row_grab_focus;
  widget_class->focus = aft_import_row_focus;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/afterword_app/Afterword/import-row.ui");
  gtk_widget_class_bind_template_child (widget_class, AftImportRow, check);
  gtk_widget_class_bind_template_child (widget_class, AftImportRow, code);
  gtk_widget_class_bind_template_child (widget_class, AftImportRow, time);
  gtk_widget_class_bind_template_child (widget_class, AftImportRow, text);
  gtk_widget_class_bind_template_child (widget_class, AftImportRow, notes);
}

static void
aft_import_row_init (AftImportRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
aft_import_row_new (void)
{
  return g_object_new (AFT_TYPE_IMPORT_ROW, NULL);
}

static void
show_item (AftImportRow *self)
{
  g_autofree char *code = aft_import_face_code (self->item);
  g_autofree char *time = aft_import_face_time (self->plan, self->item);
  /* date before time in every script: a left-to-right mark leads them */
  g_autofree char *shown = g_strconcat ("\u200e", time, NULL);
  g_autofree char *text = aft_import_face_text (self->item);
  g_autofree char *notes = aft_import_face_notes (self->plan, self->item);
  g_autofree char *name = aft_import_face_name (self->plan, self->item);

  aft_ui_set_label (self->code, code);
  aft_ui_set_label (self->time, shown);
  aft_ui_set_label (self->text, text);
  aft_ui_set_label (self->notes, notes);
  gtk_widget_set_visible (GTK_WIDGET (self->time), *time != '\0');
  gtk_widget_set_visible (GTK_WIDGET (self->notes), *notes != '\0');
  aft_ui_set_accessible_name (GTK_WIDGET (self->check), name);
}

void
aft_import_row_set_item (AftImportRow *self, AftPlan *plan, AftPlanItem *item)
{
  g_return_if_fail (AFT_IS_IMPORT_ROW (self));

  g_clear_pointer (&self->binding, g_binding_unbind);
  g_set_object (&self->item, item);
  self->plan = plan;
  if (item == NULL)
    return;
  self->binding = g_object_bind_property (
      item, "included", self->check, "active", G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  show_item (self);
}

AftPlanItem *
aft_import_row_get_item (AftImportRow *self)
{
  g_return_val_if_fail (AFT_IS_IMPORT_ROW (self), NULL);
  return self->item;
}
