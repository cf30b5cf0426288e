/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/widgets/row-actions.h"

#include <glib/gi18n-lib.h>

#include "ui/text.h"

typedef struct
{
  GtkWidget     *row; /* owns this */
  AftPostmortem *postmortem;
  AftRecord     *record;
} RowActions;

static void
row_actions_free (RowActions *self)
{
  g_object_unref (self->postmortem);
  g_object_unref (self->record);
  g_free (self);
}

/* The list and the place in it; FALSE while the record is in none, as after undo. */
static gboolean
find_place (RowActions *self, AftRecordList **list, guint *position)
{
  *list = aft_record_get_owner (self->record);
  if (*list == NULL)
    return FALSE;
  *position = aft_record_list_find (*list, self->record);
  return *position != G_MAXUINT;
}

static void
remove_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  RowActions    *self = data;
  GtkWidget     *list_widget = gtk_widget_get_parent (self->row);
  AftRecordList *list;
  guint          position;

  if (!find_place (self, &list, &position))
    return;
  g_object_ref (list_widget);
  aft_postmortem_break_step (self->postmortem);
  aft_postmortem_remove (self->postmortem, list, position);
  /* The editor offers to take it back; the row has gone by now. */
  gtk_widget_activate_action (list_widget, "editor.removed", NULL);
  g_object_unref (list_widget);
}

static void
move_by (RowActions *self, int distance)
{
  AftRecordList *list;
  guint          position;
  gint64         to;

  if (!find_place (self, &list, &position))
    return;
  to = (gint64) position + distance;
  if (to < 0 || to >= aft_record_list_get_length (list))
    {
      gtk_widget_error_bell (self->row);
      return;
    }
  aft_postmortem_move (self->postmortem, list, position, (guint) to);
}

static void
move_up_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  move_by (data, -1);
}

static void
move_down_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  move_by (data, 1);
}

static void
add_shortcut (GtkEventController *controller, const char *trigger, const char *action)
{
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (controller),
      gtk_shortcut_new (gtk_shortcut_trigger_parse_string (trigger),
                        gtk_named_action_new (action)));
}

/* Before the text view of the row takes them for its own. */
static void
add_shortcuts (GtkWidget *row, gboolean movable)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  add_shortcut (controller, "<Control><Shift>Delete", "row.remove");
  if (movable)
    {
      add_shortcut (controller, "<Control><Shift>Up", "row.move-up");
      add_shortcut (controller, "<Control><Shift>Down", "row.move-down");
    }
  gtk_widget_add_controller (row, controller);
}

/* Dragging */

static gboolean
is_sibling (RowActions *self, const GValue *value)
{
  AftRecord *other = G_VALUE_HOLDS (value, AFT_TYPE_RECORD) ? g_value_get_object (value) : NULL;

  return other != NULL && other != self->record && aft_record_get_owner (self->record) != NULL &&
         aft_record_get_owner (other) == aft_record_get_owner (self->record);
}

static gboolean
dropped_cb (GtkDropTarget *target, const GValue *value, double x, double y, RowActions *self)
{
  AftRecordList *list;
  guint          to;

  if (!is_sibling (self, value) || !find_place (self, &list, &to))
    return FALSE;
  aft_postmortem_move (
      self->postmortem, list, aft_record_list_find (list, g_value_get_object (value)), to);
  return TRUE;
}

static void
accept_drops (RowActions *self)
{
  GtkDropTarget *target = gtk_drop_target_new (AFT_TYPE_RECORD, GDK_ACTION_MOVE);

  g_signal_connect (target, "drop", G_CALLBACK (dropped_cb), self);
  gtk_widget_add_controller (self->row, GTK_EVENT_CONTROLLER (target));
}

static GdkContentProvider *
prepare_cb (GtkDragSource *source, double x, double y, AftRecord *record)
{
  return gdk_content_provider_new_typed (AFT_TYPE_RECORD, record);
}

static void
drag_begin_cb (GtkDragSource *source, GdkDrag *drag, GtkWidget *row)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (row);
  g_autoptr (GdkPaintable) still = gdk_paintable_get_current_image (picture);

  gtk_drag_source_set_icon (source, still, 0, 0);
}

GtkWidget *
aft_row_actions_new_handle (GtkWidget *row, AftRecord *record)
{
  GtkWidget     *handle = gtk_image_new_from_icon_name ("list-drag-handle-symbolic");
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_object (source, "prepare", G_CALLBACK (prepare_cb), record, 0);
  g_signal_connect_object (source, "drag-begin", G_CALLBACK (drag_begin_cb), row, 0);
  gtk_widget_add_controller (handle, GTK_EVENT_CONTROLLER (source));
  gtk_widget_set_cursor_from_name (handle, "grab");
  gtk_widget_set_tooltip_text (handle, _ ("Drag to Move"));
  gtk_widget_add_css_class (handle, "drag-handle");
  aft_ui_set_accessible_name (handle, _ ("Drag to move"));
  return handle;
}

/* The menu is made when it is first opened: a list has one for each of its rows. */
static void
create_menu (GtkMenuButton *button, gpointer movable)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) order = g_menu_new ();
  g_autoptr (GMenu) rest = g_menu_new ();

  if (GPOINTER_TO_INT (movable))
    {
      g_menu_append (order, _ ("Move _Up"), "row.move-up");
      g_menu_append (order, _ ("Move _Down"), "row.move-down");
      g_menu_append_section (menu, NULL, G_MENU_MODEL (order));
    }
  g_menu_append (rest, _ ("_Remove"), "row.remove");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (rest));
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

GtkWidget *
aft_row_actions_new_menu_button (gboolean movable)
{
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_create_popup_func (
      GTK_MENU_BUTTON (button), create_menu, GINT_TO_POINTER (movable), NULL);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _ ("Row Menu"));
  aft_ui_set_accessible_name (button, _ ("Row menu"));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "row-menu");
  return button;
}

static void
enable (GSimpleActionGroup *group, AftPostmortem *postmortem)
{
  static const char *const names[] = { "remove", "move-up", "move-down" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_simple_action_set_enabled (
        G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (group), names[i])),
        !aft_postmortem_get_read_only (postmortem));
}

static void
read_only_cb (AftPostmortem *postmortem, GParamSpec *pspec, GSimpleActionGroup *group)
{
  enable (group, postmortem);
}

void
aft_row_actions_attach (GtkWidget     *row,
                        AftPostmortem *postmortem,
                        AftRecord     *record,
                        gboolean       movable)
{
  static const GActionEntry entries[] = {
    { .name = "remove", .activate = remove_cb },
    { .name = "move-up", .activate = move_up_cb },
    { .name = "move-down", .activate = move_down_cb },
  };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  RowActions *self = g_new0 (RowActions, 1);

  self->row = row;
  self->postmortem = g_object_ref (postmortem);
  self->record = g_object_ref (record);
  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), self);
  enable (group, postmortem);
  g_signal_connect_object (postmortem, "notify::read-only", G_CALLBACK (read_only_cb), group, 0);
  gtk_widget_insert_action_group (row, "row", G_ACTION_GROUP (group));
  g_object_set_data_full (
      G_OBJECT (row), "aft-row-actions", self, (GDestroyNotify) row_actions_free);
  add_shortcuts (row, movable);
  if (movable)
    accept_drops (self);
}
