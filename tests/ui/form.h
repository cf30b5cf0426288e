/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* For tests of the forms: a document, a window, and fingers. */
#include <adwaita.h>
#include <gtksourceview/gtksource.h>

#include "support/fixtures.h"
#include "ui/widgets/field-widget.h"
#include "ui/widgets/prose-view.h"

#include "wait.h"

/* Gives up the last reference of the test and waits until nobody else has one. */
#define let_go(object)                                                                             \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_object_add_weak_pointer (G_OBJECT (*(object)), (gpointer *) (object));                       \
    g_object_unref (*(object));                                                                    \
    wait_until (*(object) == NULL);                                                                \
  }                                                                                                \
  G_STMT_END

typedef struct
{
  AftPostmortem *postmortem;
  AftRecord     *root;
  GtkWidget     *window;
  GtkWidget     *box;
} Fixture;

static inline void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->postmortem = fixture_postmortem ();
  fixture->root = aft_postmortem_get_root (fixture->postmortem);
  fixture->window = gtk_window_new ();
  fixture->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->box);
  g_object_add_weak_pointer (G_OBJECT (fixture->window), (gpointer *) &fixture->window);
  gtk_window_present (GTK_WINDOW (fixture->window));
  wait_until (gtk_widget_get_mapped (fixture->window));
}

static inline void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  wait_until (fixture->window == NULL);
  g_assert_finalize_object (fixture->postmortem);
}

/* Takes the widget; bound to the root. */
static inline GtkWidget *
show (Fixture *fixture, GtkWidget *widget)
{
  if (GTK_IS_LIST_BOX_ROW (widget))
    {
      GtkWidget *list = gtk_list_box_new ();

      gtk_list_box_append (GTK_LIST_BOX (list), widget);
      gtk_box_append (GTK_BOX (fixture->box), list);
    }
  else
    gtk_box_append (GTK_BOX (fixture->box), widget);
  aft_field_widget_bind (AFT_FIELD_WIDGET (widget), fixture->postmortem, fixture->root);
  return widget;
}

static inline GtkWidget *
find (GtkWidget *widget, GType type)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    return widget;
  for (GtkWidget *below = gtk_widget_get_first_child (widget); below != NULL;
       below = gtk_widget_get_next_sibling (below))
    {
      GtkWidget *found = find (below, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static inline const char *
entry_text (GtkWidget *row)
{
  return gtk_editable_get_text (GTK_EDITABLE (find (row, GTK_TYPE_ENTRY)));
}

static inline void
type (GtkWidget *row, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (find (row, GTK_TYPE_ENTRY)), text);
}

static inline gboolean
undo (Fixture *fixture)
{
  return aft_postmortem_undo (fixture->postmortem, NULL);
}

static inline GtkTextBuffer *
buffer_of (GtkWidget *widget)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (find (widget, GTK_TYPE_TEXT_VIEW)));
}

static inline char *
prose_of (GtkWidget *widget)
{
  return aft_prose_view_dup_text (AFT_PROSE_VIEW (find (widget, AFT_TYPE_PROSE_VIEW)));
}

static inline void
assert_prose (GtkWidget *widget, const char *expected)
{
  g_autofree char *text = prose_of (widget);

  g_assert_cmpstr (text, ==, expected);
}
