/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/prose-card.h"

#include <adwaita.h>

#include "ui/text.h"
#include "ui/widgets/grow-bin.h"

#define MIN_HEIGHT_PX      96
#define MIN_HEIGHT_LIST_PX 60

struct _AftProseCard
{
  GtkWidget parent_instance;

  GtkBox       *box;
  GtkLabel     *label;
  AftGrowBin   *frame;
  AftProseView *view; /* in the frame */
  GtkLabel     *message;
  GtkLabel     *question;
};

enum
{
  PROP_0,
  PROP_FIELD,
};

static void field_widget_init (AftFieldWidgetInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AftProseCard,
                               aft_prose_card,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (AFT_TYPE_FIELD_WIDGET, field_widget_init))

static void
message_cb (AftProseCard *self, const char *text)
{
  aft_ui_set_label (self->message, text);
  gtk_widget_set_visible (GTK_WIDGET (self->message), *text != '\0');
}

static void
aft_prose_card_bind (AftFieldWidget *widget)
{
  AftProseCard   *self = AFT_PROSE_CARD (widget);
  const AftField *field = aft_field_widget_get_description (widget);
  AftFieldWidget *view = AFT_FIELD_WIDGET (self->view);

  aft_ui_set_label (self->label, aft_field_get_label (field));
  aft_ui_set_mnemonic_widget (self->label, GTK_WIDGET (self->view));
  aft_ui_set_label (self->question, aft_field_get_question (field));
  gtk_widget_set_visible (GTK_WIDGET (self->question), field->question != NULL);
  aft_field_widget_set_key (view, field->key);
  aft_field_widget_bind (
      view, aft_field_widget_get_postmortem (widget), aft_field_widget_get_record (widget));
}

static void
aft_prose_card_unbind (AftFieldWidget *widget)
{
  aft_field_widget_unbind (AFT_FIELD_WIDGET (AFT_PROSE_CARD (widget)->view));
}

static void
aft_prose_card_commit (AftFieldWidget *widget)
{
  aft_field_widget_commit (AFT_FIELD_WIDGET (AFT_PROSE_CARD (widget)->view));
}

static void
aft_prose_card_set_label (AftFieldWidget *widget, const char *label)
{
  gtk_label_set_text_with_mnemonic (AFT_PROSE_CARD (widget)->label, label);
}

static gboolean
aft_prose_card_reveal (AftFieldWidget *widget, AftRecord *record, guint field)
{
  return aft_field_widget_reveal (AFT_FIELD_WIDGET (AFT_PROSE_CARD (widget)->view), record, field);
}

static void
field_widget_init (AftFieldWidgetInterface *iface)
{
  iface->bind = aft_prose_card_bind;
  iface->unbind = aft_prose_card_unbind;
  iface->set_label = aft_prose_card_set_label;
  iface->commit = aft_prose_card_commit;
  iface->reveal = aft_prose_card_reveal;
}

static void
aft_prose_card_dispose (GObject *object)
{
  aft_field_widget_unbind (AFT_FIELD_WIDGET (object));
  gtk_widget_dispose_template (GTK_WIDGET (object), AFT_TYPE_PROSE_CARD);

  G_OBJECT_CLASS (aft_prose_card_parent_class)->dispose (object);
}

static void
aft_prose_card_class_init (AftProseCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = aft_prose_card_dispose;
  aft_field_widget_install_property (G_OBJECT_CLASS (klass), PROP_FIELD);

  g_type_ensure (AFT_TYPE_GROW_BIN);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/afterword_app/Afterword/prose-card.ui");
  gtk_widget_class_bind_template_child (widget_class, AftProseCard, box);
  gtk_widget_class_bind_template_child (widget_class, AftProseCard, label);
  gtk_widget_class_bind_template_child (widget_class, AftProseCard, frame);
  gtk_widget_class_bind_template_child (widget_class, AftProseCard, message);
  gtk_widget_class_bind_template_child (widget_class, AftProseCard, question);
  gtk_widget_class_set_css_name (widget_class, "prosecard");
}

static void
aft_prose_card_init (AftProseCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->view = aft_grow_bin_get_view (self->frame);
  aft_grow_bin_set_min_height (self->frame, MIN_HEIGHT_PX);
  g_signal_connect_object (self->view, "message", G_CALLBACK (message_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
aft_prose_card_new (const char *key)
{
  return g_object_new (AFT_TYPE_PROSE_CARD, "field", key, NULL);
}

GtkWidget *
aft_prose_card_new_row (const char *key)
{
  AftProseCard *card = AFT_PROSE_CARD (aft_prose_card_new (key));
  GtkWidget    *row = g_object_new (ADW_TYPE_PREFERENCES_ROW,
                                 "activatable",
                                 FALSE,
                                 "selectable",
                                 FALSE,
                                 "focusable",
                                 FALSE,
                                 "child",
                                 card,
                                 NULL);

  aft_grow_bin_set_min_height (card->frame, MIN_HEIGHT_LIST_PX);
  gtk_widget_remove_css_class (GTK_WIDGET (card->label), "heading");
  gtk_widget_add_css_class (GTK_WIDGET (card->box), "field-box");
  gtk_widget_add_css_class (row, "field-row");
  return row;
}
