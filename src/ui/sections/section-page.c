/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/sections/section-page.h"

#include <glib/gi18n-lib.h>

#include "coach/readiness.h"
#include "ui/text.h"
#include "ui/widgets/choice-row.h"
#include "ui/widgets/input-row.h"
#include "ui/widgets/list-editor.h"
#include "ui/widgets/prose-card.h"

typedef struct
{
  GtkWidget      *scroller;
  GtkBox         *content;
  GtkLabel       *title;
  GtkLabel       *question;
  GtkWidget      *hints_group;
  AdwExpanderRow *hints_row;
  GPtrArray      *hint_rows; /* of GtkWidget, in hints_row */
  AftPostmortem  *postmortem;
} AftSectionPagePrivate;

static void buildable_init (GtkBuildableIface *iface);

G_DEFINE_ABSTRACT_TYPE_WITH_CODE (AftSectionPage,
                                  aft_section_page,
                                  GTK_TYPE_WIDGET,
                                  G_ADD_PRIVATE (AftSectionPage)
                                      G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, buildable_init))

static GtkBuildableIface *parent_buildable;

static AftSectionPagePrivate *
get_private (AftSectionPage *self)
{
  return aft_section_page_get_instance_private (self);
}

/* The children of a page's template are its fields, below the header of this one. */
static void
add_child (GtkBuildable *buildable, GtkBuilder *builder, GObject *child, const char *type)
{
  AftSectionPagePrivate *private = get_private (AFT_SECTION_PAGE (buildable));

  if (private->content != NULL && GTK_IS_WIDGET (child))
    gtk_box_append (private->content, GTK_WIDGET (child));
  else
    parent_buildable->add_child (buildable, builder, child, type);
}

static void
buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = add_child;
}

/* Hints */

typedef struct
{
  AftRecord *record;
  guint      field;
} HintPlace;

static void
hint_place_free (HintPlace *place)
{
  g_object_unref (place->record);
  g_free (place);
}

static void
hint_activated_cb (AdwActionRow *row, AftSectionPage *self)
{
  HintPlace *place = g_object_get_data (G_OBJECT (row), "aft-hint-place");

  aft_section_page_focus (self, place->record, place->field);
}

static GtkWidget *
create_hint_row (AftSectionPage *self, const AftHint *hint)
{
  GtkWidget *row = adw_action_row_new ();
  HintPlace *place = g_new (HintPlace, 1);

  place->record = g_object_ref (hint->record);
  place->field = hint->field;
  g_object_set_data_full (
      G_OBJECT (row), "aft-hint-place", place, (GDestroyNotify) hint_place_free);
  aft_ui_set_row_title (ADW_PREFERENCES_ROW (row), hint->message);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_widget_add_css_class (row, "hint");
  g_signal_connect (row, "activated", G_CALLBACK (hint_activated_cb), self);
  return row;
}

static void
clear_hints (AftSectionPage *self)
{
  AftSectionPagePrivate *private = get_private (self);

  for (guint i = 0; i < private->hint_rows->len; i++)
    adw_expander_row_remove (private->hints_row, g_ptr_array_index (private->hint_rows, i));
  g_ptr_array_set_size (private->hint_rows, 0);
}

static void
title_hints (AftSectionPage *self)
{
  AftSectionPagePrivate *private = get_private (self);
  guint            n_hints = private->hint_rows->len;
  g_autofree char *title = g_strdup_printf (
      ngettext ("%u question a reader may ask", "%u questions a reader may ask", n_hints), n_hints);

  aft_ui_set_row_title (ADW_PREFERENCES_ROW (private->hints_row), title);
  gtk_widget_set_visible (private->hints_group, n_hints > 0);
}

static gboolean
has_hints (AftSectionPage *self, GPtrArray *hints)
{
  AftSectionPagePrivate *private = get_private (self);
  guint n = 0;

  for (guint i = 0; i < hints->len; i++)
    {
      const AftHint *hint = g_ptr_array_index (hints, i);

      if (hint->section != aft_section_page_get_section (self))
        continue;
      if (n >= private->hint_rows->len ||
          !g_str_equal (adw_preferences_row_get_title (g_ptr_array_index (private->hint_rows, n)),
                        hint->message))
        return FALSE;
      n++;
    }
  return n == private->hint_rows->len;
}

void
aft_section_page_set_hints (AftSectionPage *self, GPtrArray *hints)
{
  AftSectionPagePrivate *private = get_private (self);

  g_return_if_fail (AFT_IS_SECTION_PAGE (self));

  if (has_hints (self, hints))
    return;
  clear_hints (self);
  for (guint i = 0; i < hints->len; i++)
    {
      const AftHint *hint = g_ptr_array_index (hints, i);

      if (hint->section != aft_section_page_get_section (self))
        continue;
      g_ptr_array_add (private->hint_rows, create_hint_row (self, hint));
      adw_expander_row_add_row (
          private->hints_row, g_ptr_array_index (private->hint_rows, private->hint_rows->len - 1));
    }
  title_hints (self);
}

/* The document */

static void
changed_cb (AftSectionPage *self)
{
  if (AFT_SECTION_PAGE_GET_CLASS (self)->update != NULL)
    AFT_SECTION_PAGE_GET_CLASS (self)->update (self);
}

static void
aft_section_page_real_set_postmortem (AftSectionPage *self, AftPostmortem *postmortem)
{
  AftSectionPagePrivate *private = get_private (self);
  AftRecord *root = postmortem != NULL ? aft_postmortem_get_root (postmortem) : NULL;

  aft_field_widgets_bind (GTK_WIDGET (private->content), postmortem, root);
  if (postmortem != NULL)
    aft_field_widgets_assign_mnemonics (GTK_WIDGET (private->content));
}

/* Which section it is only the class of the page knows, and not before this. */
static void
aft_section_page_constructed (GObject *object)
{
  AftSectionPage *self = AFT_SECTION_PAGE (object);
  AftSectionPagePrivate *private = get_private (self);
  AftSectionId section = aft_section_page_get_section (self);

  G_OBJECT_CLASS (aft_section_page_parent_class)->constructed (object);
  aft_ui_set_label (private->title, aft_section_get_title (section));
  aft_ui_set_label (private->question, aft_section_get_question (section));
}

static void
aft_section_page_dispose (GObject *object)
{
  AftSectionPage *self = AFT_SECTION_PAGE (object);
  GtkWidget      *child;

  aft_section_page_set_postmortem (self, NULL);
  /* not gtk_widget_dispose_template(): with the template of a subclass on top, GTK 4.8 asserts */
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (aft_section_page_parent_class)->dispose (object);
}

static void
aft_section_page_finalize (GObject *object)
{
  g_ptr_array_unref (get_private (AFT_SECTION_PAGE (object))->hint_rows);

  G_OBJECT_CLASS (aft_section_page_parent_class)->finalize (object);
}

static void
aft_section_page_class_init (AftSectionPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = aft_section_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = aft_section_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = aft_section_page_finalize;
  klass->set_postmortem = aft_section_page_real_set_postmortem;

  g_type_ensure (AFT_TYPE_CHOICE_ROW);
  g_type_ensure (AFT_TYPE_INPUT_ROW);
  g_type_ensure (AFT_TYPE_LIST_EDITOR);
  g_type_ensure (AFT_TYPE_PROSE_CARD);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/afterword_app/Afterword/section-page.ui");
  gtk_widget_class_bind_template_child_private (widget_class, AftSectionPage, scroller);
  gtk_widget_class_bind_template_child_private (widget_class, AftSectionPage, content);
  gtk_widget_class_bind_template_child_private (widget_class, AftSectionPage, title);
  gtk_widget_class_bind_template_child_private (widget_class, AftSectionPage, question);
  gtk_widget_class_bind_template_child_private (widget_class, AftSectionPage, hints_group);
  gtk_widget_class_bind_template_child_private (widget_class, AftSectionPage, hints_row);
  gtk_widget_class_set_css_name (widget_class, "sectionpage");
}

static void
aft_section_page_init (AftSectionPage *self)
{
  get_private (self)->hint_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

AftSectionId
aft_section_page_get_section (AftSectionPage *self)
{
  g_return_val_if_fail (AFT_IS_SECTION_PAGE (self), AFT_SECTION_SUMMARY);
  return AFT_SECTION_PAGE_GET_CLASS (self)->section;
}

AftPostmortem *
aft_section_page_get_postmortem (AftSectionPage *self)
{
  g_return_val_if_fail (AFT_IS_SECTION_PAGE (self), NULL);
  return get_private (self)->postmortem;
}

void
aft_section_page_set_postmortem (AftSectionPage *self, AftPostmortem *postmortem)
{
  AftSectionPagePrivate *private = get_private (self);
  g_autoptr (AftPostmortem) before = NULL;

  g_return_if_fail (AFT_IS_SECTION_PAGE (self));

  if (private->postmortem == postmortem)
    return;
  if (private->postmortem != NULL)
    g_signal_handlers_disconnect_by_func (private->postmortem, changed_cb, self);
  before = g_steal_pointer (&private->postmortem);
  if (postmortem != NULL)
  private->postmortem = g_object_ref (postmortem);
  AFT_SECTION_PAGE_GET_CLASS (self)->set_postmortem (self, postmortem);
  if (postmortem == NULL)
    return;
  g_signal_connect_object (postmortem, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  changed_cb (self);
}

void
aft_section_page_commit (AftSectionPage *self)
{
  g_return_if_fail (AFT_IS_SECTION_PAGE (self));
  aft_field_widgets_commit (GTK_WIDGET (get_private (self)->content));
}

void
aft_section_page_keep (AftSectionPage *self)
{
  g_return_if_fail (AFT_IS_SECTION_PAGE (self));
  aft_section_page_commit (self);
  aft_field_widgets_keep_rejected (GTK_WIDGET (get_private (self)->content));
  if (AFT_SECTION_PAGE_GET_CLASS (self)->keep != NULL && get_private (self)->postmortem != NULL)
    AFT_SECTION_PAGE_GET_CLASS (self)->keep (self);
}

gboolean
aft_section_page_focus (AftSectionPage *self, AftRecord *record, guint field)
{
  g_return_val_if_fail (AFT_IS_SECTION_PAGE (self), FALSE);

  if (AFT_SECTION_PAGE_GET_CLASS (self)->show != NULL &&
      AFT_SECTION_PAGE_GET_CLASS (self)->show (self, record, field))
    return TRUE;
  return aft_field_widgets_reveal (GTK_WIDGET (get_private (self)->content), record, field);
}

void
aft_section_page_scroll_to_top (AftSectionPage *self)
{
  g_return_if_fail (AFT_IS_SECTION_PAGE (self));

  gtk_adjustment_set_value (
      gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (get_private (self)->scroller)), 0);
}
