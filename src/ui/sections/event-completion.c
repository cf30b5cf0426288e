/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/sections/event-completion.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/event-line.h"
#include "ui/text.h"

#define MAX_HEIGHT 230

struct _AftEventCompletion
{
  GtkPopover parent_instance;

  GtkListBox *list;
  GtkEntry   *entry; /* borrowed */
  GPtrArray  *words; /* (element-type utf8): as they are typed, one a row */

  AftEventLineWord word;
  gboolean         is_taking;
  gboolean         is_typed; /* the text changed, and its cursor is about to follow */
};

G_DEFINE_FINAL_TYPE (AftEventCompletion, aft_event_completion, GTK_TYPE_POPOVER)

static GtkText *
get_text (AftEventCompletion *self)
{
  return GTK_TEXT (gtk_editable_get_delegate (GTK_EDITABLE (self->entry)));
}

static gsize
to_bytes (const char *line, int chars)
{
  return (gsize) (g_utf8_offset_to_pointer (line, chars) - line);
}

static guint
get_index (AftEventCompletion *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  return row != NULL ? (guint) gtk_list_box_row_get_index (row) : 0;
}

static void
scroll_to (AftEventCompletion *self, GtkWidget *row)
{
  GtkAdjustment *adjustment = gtk_list_box_get_adjustment (self->list);
  double         x, y;

  if (adjustment != NULL &&
      gtk_widget_translate_coordinates (row, GTK_WIDGET (self->list), 0, 0, &x, &y))
    gtk_adjustment_clamp_page (adjustment, y, y + gtk_widget_get_height (row));
}

/* The row that is read out, as the entry keeps the focus. */
static void
choose (AftEventCompletion *self, guint index)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, (int) index);

  gtk_list_box_select_row (self->list, row);
  scroll_to (self, GTK_WIDGET (row));
  gtk_accessible_update_relation (
      GTK_ACCESSIBLE (get_text (self)), GTK_ACCESSIBLE_RELATION_ACTIVE_DESCENDANT, row, -1);
}

static void
close_popover (AftEventCompletion *self)
{
  if (self->entry != NULL && gtk_widget_get_visible (GTK_WIDGET (self)))
    gtk_accessible_reset_relation (GTK_ACCESSIBLE (get_text (self)),
                                   GTK_ACCESSIBLE_RELATION_ACTIVE_DESCENDANT);
  gtk_popover_popdown (GTK_POPOVER (self));
}

static GtkWidget *
create_row (guint field, guint choice, const char *word)
{
  GtkWidget  *row = gtk_list_box_row_new ();
  GtkWidget  *label = gtk_label_new (NULL);
  const char *name = aft_field_get_choice_label (&aft_event_schema.fields[field], choice);

  aft_ui_set_label (GTK_LABEL (label), word);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_widget_set_focusable (row, FALSE);
  aft_ui_set_accessible_name (row, name);
  return row;
}

static void
show_words (AftEventCompletion *self, GArray *choices)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  g_ptr_array_set_size (self->words, 0);
  for (guint i = 0; i < choices->len; i++)
    {
      guint choice = g_array_index (choices, guint, i);
      char *word = aft_event_line_format_choice (self->word.field, choice);

      g_ptr_array_add (self->words, word);
      gtk_list_box_append (self->list, create_row (self->word.field, choice, word));
    }
}

/* Below the sign, where the eye is. */
static void
point_at_word (AftEventCompletion *self, const char *line)
{
  graphene_rect_t strong;
  double          x, y;

  gtk_text_compute_cursor_extents (get_text (self),
                                   (gsize) g_utf8_pointer_to_offset (line, line + self->word.start),
                                   &strong,
                                   NULL);
  if (!gtk_widget_translate_coordinates (GTK_WIDGET (get_text (self)),
                                         gtk_widget_get_parent (GTK_WIDGET (self)),
                                         strong.origin.x,
                                         strong.origin.y + strong.size.height,
                                         &x,
                                         &y))
    return;
  gtk_popover_set_pointing_to (GTK_POPOVER (self), &(GdkRectangle){ (int) x, (int) y, 1, 6 });
}

/* Nothing to offer where the word is already what it would become. */
static gboolean
find_choices (AftEventCompletion *self, const char *line, GArray **choices)
{
  gsize            cursor = to_bytes (line, gtk_editable_get_position (GTK_EDITABLE (self->entry)));
  g_autofree char *only = NULL;

  if (!aft_event_line_find_word (line, cursor, &self->word))
    return FALSE;
  *choices = aft_event_line_complete (line, &self->word);
  if ((*choices)->len != 1)
    return (*choices)->len > 0;
  only = aft_event_line_format_choice (self->word.field, g_array_index (*choices, guint, 0));
  return strlen (only) != self->word.end - self->word.start ||
         strncmp (only, line + self->word.start, strlen (only)) != 0;
}

static void
offer (AftEventCompletion *self)
{
  const char *line = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autoptr (GArray) choices = NULL;

  if (!gtk_widget_has_focus (GTK_WIDGET (get_text (self))) || !find_choices (self, line, &choices))
    {
      close_popover (self);
      return;
    }
  show_words (self, choices);
  choose (self, 0);
  point_at_word (self, line);
  gtk_popover_popup (GTK_POPOVER (self));
}

static void
changed_cb (AftEventCompletion *self)
{
  self->is_typed = !self->is_taking;
  if (self->is_typed)
    offer (self);
}

/* The text says that it changed before its cursor moves on. */
static void
moved_cb (AftEventCompletion *self)
{
  if (!self->is_taking && (self->is_typed || gtk_widget_get_visible (GTK_WIDGET (self))))
    offer (self);
  self->is_typed = FALSE;
}

static void
row_activated_cb (AftEventCompletion *self, GtkListBoxRow *row)
{
  gtk_list_box_select_row (self->list, row);
  aft_event_completion_take (self);
}

static void
move (AftEventCompletion *self, int step)
{
  int length = (int) self->words->len;

  choose (self, (guint) (((int) get_index (self) + step + length) % length));
}

static gboolean
key_cb (AftEventCompletion *self, guint key, guint code, GdkModifierType state)
{
  if (!gtk_widget_get_visible (GTK_WIDGET (self)) || self->words->len == 0)
    return FALSE;
  if (key == GDK_KEY_Down || key == GDK_KEY_Up)
    move (self, key == GDK_KEY_Down ? 1 : -1);
  else if (key == GDK_KEY_Escape)
    close_popover (self);
  else if (key == GDK_KEY_Tab || key == GDK_KEY_Return || key == GDK_KEY_KP_Enter)
    aft_event_completion_take (self);
  else
    return FALSE;
  return TRUE;
}

static void
aft_event_completion_finalize (GObject *object)
{
  g_ptr_array_unref (AFT_EVENT_COMPLETION (object)->words);

  G_OBJECT_CLASS (aft_event_completion_parent_class)->finalize (object);
}

static void
aft_event_completion_class_init (AftEventCompletionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = aft_event_completion_finalize;
}

static GtkWidget *
create_scroller (AftEventCompletion *self)
{
  GtkWidget         *widget = gtk_scrolled_window_new ();
  GtkScrolledWindow *scroller = GTK_SCROLLED_WINDOW (widget);

  gtk_scrolled_window_set_policy (scroller, GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (scroller, TRUE);
  gtk_scrolled_window_set_propagate_natural_width (scroller, TRUE);
  gtk_scrolled_window_set_max_content_height (scroller, MAX_HEIGHT);
  gtk_scrolled_window_set_child (scroller, GTK_WIDGET (self->list));
  gtk_list_box_set_adjustment (self->list, gtk_scrolled_window_get_vadjustment (scroller));
  return widget;
}

static void
aft_event_completion_init (AftEventCompletion *self)
{
  self->words = g_ptr_array_new_with_free_func (g_free);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_BROWSE);
  aft_ui_set_accessible_name (GTK_WIDGET (self->list), _ ("Suggestions"));
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "event-suggestions");
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);
  gtk_popover_set_autohide (GTK_POPOVER (self), FALSE);
  gtk_popover_set_has_arrow (GTK_POPOVER (self), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self), GTK_POS_BOTTOM);
  gtk_popover_set_child (GTK_POPOVER (self), create_scroller (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), "menu");
  gtk_widget_set_can_focus (GTK_WIDGET (self), FALSE);
}

void
aft_event_completion_set_entry (AftEventCompletion *self, GtkEntry *entry)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_return_if_fail (AFT_IS_EVENT_COMPLETION (self) && self->entry == NULL);

  self->entry = entry;
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (close_popover), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (entry), keys);
  gtk_widget_add_controller (GTK_WIDGET (entry), focus);
  g_signal_connect_object (entry, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      entry, "notify::cursor-position", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
}

gboolean
aft_event_completion_take (AftEventCompletion *self)
{
  GtkEditable     *editable = GTK_EDITABLE (self->entry);
  const char      *line = gtk_editable_get_text (editable);
  g_autofree char *word = g_strdup (aft_event_completion_get_chosen (self));
  int              start, end, position;

  if (word == NULL)
    return FALSE;
  start = (int) g_utf8_pointer_to_offset (line, line + self->word.start);
  end = (int) g_utf8_pointer_to_offset (line, line + self->word.end);
  position = start;
  self->is_taking = TRUE;
  gtk_editable_delete_text (editable, start, end);
  gtk_editable_insert_text (editable, word, -1, &position);
  gtk_editable_insert_text (editable, " ", 1, &position);
  gtk_editable_set_position (editable, position);
  self->is_taking = FALSE;
  close_popover (self);
  return TRUE;
}

const char *
aft_event_completion_get_chosen (AftEventCompletion *self)
{
  g_return_val_if_fail (AFT_IS_EVENT_COMPLETION (self), NULL);

  if (!gtk_widget_get_visible (GTK_WIDGET (self)) || self->words->len == 0)
    return NULL;
  return g_ptr_array_index (self->words, get_index (self));
}
