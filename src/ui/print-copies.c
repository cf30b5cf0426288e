/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/print-copies.h"

struct _AftPrintCopies
{
  GtkWidget parent_instance;

  GtkWidget     *grid;
  GtkSpinButton *count_spin;
  GtkSpinButton *first_spin;
};

G_DEFINE_FINAL_TYPE (AftPrintCopies, aft_print_copies, GTK_TYPE_WIDGET)

static void
aft_print_copies_dispose (GObject *object)
{
  AftPrintCopies *self = AFT_PRINT_COPIES (object);

  g_clear_pointer (&self->grid, gtk_widget_unparent);

  G_OBJECT_CLASS (aft_print_copies_parent_class)->dispose (object);
}

static void
aft_print_copies_class_init (AftPrintCopiesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = aft_print_copies_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/afterword_app/Afterword/print-copies.ui");
  gtk_widget_class_bind_template_child (widget_class, AftPrintCopies, grid);
  gtk_widget_class_bind_template_child (widget_class, AftPrintCopies, count_spin);
  gtk_widget_class_bind_template_child (widget_class, AftPrintCopies, first_spin);
}

static void
aft_print_copies_init (AftPrintCopies *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
aft_print_copies_new (void)
{
  return g_object_new (AFT_TYPE_PRINT_COPIES, NULL);
}

guint
aft_print_copies_get_count (AftPrintCopies *self)
{
  g_return_val_if_fail (AFT_IS_PRINT_COPIES (self), 1);
  return (guint) gtk_spin_button_get_value_as_int (self->count_spin);
}

guint
aft_print_copies_get_first (AftPrintCopies *self)
{
  g_return_val_if_fail (AFT_IS_PRINT_COPIES (self), 1);
  return (guint) gtk_spin_button_get_value_as_int (self->first_spin);
}
