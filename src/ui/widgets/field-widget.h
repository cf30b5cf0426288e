/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/postmortem.h"

G_BEGIN_DECLS

/* A widget that shows and changes one field of a record. What it is called and what it asks comes
 * from the description of the field; a template only names the key:
 *
 *   <object class="AftInputRow"><property name="field">impact.users.count</property></object>
 *
 * The binding itself (postmortem, record, signals, focus) lives here, once for all kinds. */
#define AFT_TYPE_FIELD_WIDGET (aft_field_widget_get_type ())
G_DECLARE_INTERFACE (AftFieldWidget, aft_field_widget, AFT, FIELD_WIDGET, GtkWidget)

struct _AftFieldWidgetInterface
{
  GTypeInterface parent_iface;

  /* A record was bound: take what the description says. update follows. */
  void (*bind) (AftFieldWidget *self);
  void (*unbind) (AftFieldWidget *self);
  /* The label with its mnemonic, "_Trigger". */
  void (*set_label) (AftFieldWidget *self, const char *label);
  /* Show what the record has, touching nothing that says the same already. */
  void (*update) (AftFieldWidget *self);
  /* Take over what is half typed: focus left, the window closes. */
  void (*commit) (AftFieldWidget *self);
  void (*focus_field) (AftFieldWidget *self);
  /* What is typed and is nothing that the field can hold; NULL: nothing. May be NULL. */
  const char *(*get_rejected) (AftFieldWidget *self);
  /* Whether that place is shown here, and then focus it. Without it: only the field itself is. */
  gboolean (*reveal) (AftFieldWidget *self, AftRecord *record, guint field);
};

/* In class_init: the property "field" (string), and its get and set. */
void aft_field_widget_install_property (GObjectClass *klass, guint id);
/* For classes that have more properties, in their own get and set. */
void
aft_field_widget_get_key_property (GObject *object, guint id, GValue *value, GParamSpec *pspec);
void aft_field_widget_set_key_property (GObject      *object,
                                        guint         id,
                                        const GValue *value,
                                        GParamSpec   *pspec);

/* The record's schema must have the key. A NULL postmortem unbinds. */
void aft_field_widget_bind (AftFieldWidget *self, AftPostmortem *postmortem, AftRecord *record);
void aft_field_widget_unbind (AftFieldWidget *self);
void aft_field_widget_commit (AftFieldWidget *self);
/* FALSE where that place is not shown here. */
gboolean aft_field_widget_reveal (AftFieldWidget *self, AftRecord *record, guint field);

const char *aft_field_widget_get_key (AftFieldWidget *self);
void        aft_field_widget_set_key (AftFieldWidget *self, const char *key);
/* All NULL or 0 while nothing is bound. */
AftPostmortem  *aft_field_widget_get_postmortem (AftFieldWidget *self);
AftRecord      *aft_field_widget_get_record (AftFieldWidget *self);
guint           aft_field_widget_get_index (AftFieldWidget *self);
const AftField *aft_field_widget_get_description (AftFieldWidget *self);
const AftValue *aft_field_widget_get_value (AftFieldWidget *self);
/* Bound, and the document may be changed. */
gboolean aft_field_widget_is_editable (AftFieldWidget *self);
/* The widget is being told, so what it announces is not the user's doing. */
gboolean aft_field_widget_is_updating (AftFieldWidget *self);
void     aft_field_widget_begin_update (AftFieldWidget *self);
void     aft_field_widget_end_update (AftFieldWidget *self);

/* The same for all field widgets below a widget; those inside another are that one's business. */
void aft_field_widgets_bind (GtkWidget *root, AftPostmortem *postmortem, AftRecord *record);
void aft_field_widgets_commit (GtkWidget *root);
/* Puts what they cannot hold into the appendix, with their labels: the document is about to be
 * left, and nothing that was typed is lost. */
void     aft_field_widgets_keep_rejected (GtkWidget *root);
gboolean aft_field_widgets_reveal (GtkWidget *root, AftRecord *record, guint field);
/* Gives each a letter of its label for the keyboard, each letter once where that is possible. */
void aft_field_widgets_assign_mnemonics (GtkWidget *root);

G_END_DECLS
