/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/long-list.h"

#include "ui/widgets/page-place.h"
#include "ui/widgets/row-heights.h"

/* A layout or two later a row has its height and the page its length. */
#define WANTED_FRAMES 4

struct _AftLongList
{
  GtkWidget parent_instance;

  GListModel    *model;
  GHashTable    *positions; /* GObject -> its position + 1; owned by the model */
  AftRowHeights *heights;
  AftLiveRows   *rows;
  AftPagePlace   place;
  GObject       *held;
  gpointer       wanted;          /* compared only: the item to be shown in full */
  guint          wanted_frames;   /* before that is given up */
  guint          last_focus;      /* where Tab comes back to */
  int            width;           /* as last allocated */
  gboolean       is_total_stale;  /* rows turned out to be higher or lower than requested */
  gboolean       is_page_changed; /* its height, and maybe what is above the list */
  guint          tick;
};

G_DEFINE_FINAL_TYPE (AftLongList, aft_long_list, GTK_TYPE_WIDGET)

/* Rows */

static void
measure_row (AftLongList *self, const AftLiveRow *live)
{
  int height;

  if (self->width <= 0)
    return;
  gtk_widget_measure (live->row, GTK_ORIENTATION_VERTICAL, self->width, &height, NULL, NULL, NULL);
  aft_row_heights_set (self->heights, live->position, height);
}

static AftLiveRow *
add_row (AftLongList *self, guint position)
{
  AftLiveRow *live =
      aft_live_rows_add (self->rows, g_list_model_get_item (self->model, position), position);

  measure_row (self, live);
  return live;
}

/* What can be seen */

/* The rows to have: those to be seen, and half a page before and behind. FALSE for none. */
static gboolean
get_range (AftLongList *self, guint *first, guint *last)
{
  int top, bottom, margin;

  if (self->model == NULL || !aft_live_rows_has_kind (self->rows) ||
      aft_row_heights_get_length (self->heights) == 0)
    return FALSE;
  aft_page_place_get_visible (&self->place, &top, &bottom);
  margin = (bottom - top) / 2;
  *first = aft_row_heights_find (self->heights, top - margin);
  *last = aft_row_heights_find (self->heights, bottom + margin);
  return TRUE;
}

static gboolean
is_kept (AftLongList *self, const AftLiveRow *live)
{
  return live->item == self->held || gtk_widget_get_focus_child (GTK_WIDGET (self)) == live->row;
}

static gboolean
has_range (AftLongList *self, guint first, guint last)
{
  return aft_live_rows_count (self->rows, first, last) == last - first + 1;
}

static void
release_others (AftLongList *self, guint first, guint last)
{
  for (guint i = aft_live_rows_get_length (self->rows); i > 0; i--)
    {
      const AftLiveRow *live = aft_live_rows_get (self->rows, i - 1);

      if ((live->position < first || live->position > last) && !is_kept (self, live))
        aft_live_rows_release (self->rows, i - 1);
    }
}

static void
add_missing (AftLongList *self, guint first, guint last)
{
  for (guint position = first; position <= last; position++)
    if (aft_live_rows_count (self->rows, position, position) == 0)
      add_row (self, position);
}

static void
update_range (AftLongList *self)
{
  guint first, last, anchor;
  int   top, bottom, anchor_top;

  if (!get_range (self, &first, &last) || has_range (self, first, last))
    return;
  aft_page_place_get_visible (&self->place, &top, &bottom);
  anchor = aft_row_heights_find (self->heights, top);
  anchor_top = aft_row_heights_get_top (self->heights, anchor);
  release_others (self, first, last);
  add_missing (self, first, last);
  aft_live_rows_sort (self->rows);
  /* rows above turned out to be higher or lower than was guessed */
  if (top > 0 && self->width > 0)
    aft_page_place_shift (&self->place,
                          aft_row_heights_get_top (self->heights, anchor) - anchor_top);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* The page grows with its next layout: it may take a few frames until there is room to scroll to.
 */
static void
show_wanted (AftLongList *self)
{
  guint position = self->wanted != NULL ? aft_long_list_find (self, self->wanted) : G_MAXUINT;

  if (position == G_MAXUINT || self->wanted_frames-- == 0)
    {
      self->wanted = NULL;
      return;
    }
  aft_page_place_show (&self->place,
                       aft_row_heights_get_top (self->heights, position),
                       aft_row_heights_get_top (self->heights, position + 1));
}

static void schedule_update (AftLongList *self);

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  AftLongList *self = AFT_LONG_LIST (widget);

  self->tick = 0;
  self->is_page_changed = FALSE;
  aft_page_place_follow (&self->place, gtk_widget_get_focus_child (widget) != NULL);
  update_range (self);
  show_wanted (self);
  if (self->wanted != NULL)
    schedule_update (self);
  if (self->is_total_stale)
    gtk_widget_queue_resize (widget);
  self->is_total_stale = FALSE;
  return G_SOURCE_REMOVE;
}

static gboolean
needs_update (AftLongList *self)
{
  guint first, last;

  return self->is_total_stale || self->is_page_changed || self->wanted != NULL ||
         (get_range (self, &first, &last) && !has_range (self, first, last));
}

/* Before the layout of the next frame, as rows cannot come and go within one. */
static void
schedule_update (AftLongList *self)
{
  if (self->tick == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)) && needs_update (self))
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
}

/* The model */

static void
index_positions (AftLongList *self)
{
  guint n_items = self->model != NULL ? g_list_model_get_n_items (self->model) : 0;

  g_hash_table_remove_all (self->positions);
  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (self->model, i);

      g_hash_table_insert (self->positions, item, GUINT_TO_POINTER (i + 1));
    }
}

/* Item -> its height, of those that were measured. */
static GHashTable *
collect_heights (AftLongList *self)
{
  GHashTable    *heights = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer       item, position;

  g_hash_table_iter_init (&iter, self->positions);
  while (g_hash_table_iter_next (&iter, &item, &position))
    {
      guint row = GPOINTER_TO_UINT (position) - 1;
      int   height;

      if (aft_row_heights_get (self->heights, row, &height))
        g_hash_table_insert (heights, item, GINT_TO_POINTER (height));
    }
  return heights;
}

static void
restore_heights (AftLongList *self, GHashTable *heights)
{
  GHashTableIter iter;
  gpointer       item, position, height;

  aft_row_heights_reset (self->heights, g_hash_table_size (self->positions));
  g_hash_table_iter_init (&iter, self->positions);
  while (g_hash_table_iter_next (&iter, &item, &position))
    if (g_hash_table_lookup_extended (heights, item, NULL, &height))
      aft_row_heights_set (
          self->heights, GPOINTER_TO_UINT (position) - 1, GPOINTER_TO_INT (height));
}

/* Items keep their rows where they are still there. */
static void
move_rows (AftLongList *self)
{
  for (guint i = aft_live_rows_get_length (self->rows); i > 0; i--)
    {
      AftLiveRow *live = aft_live_rows_get (self->rows, i - 1);

      live->position = aft_long_list_find (self, live->item);
      if (live->position == G_MAXUINT)
        aft_live_rows_release (self->rows, i - 1);
    }
}

/* G_MAXUINT where no row that shows something has it. */
static guint
get_focus_position (AftLongList *self)
{
  GtkWidget        *focus = gtk_widget_get_focus_child (GTK_WIDGET (self));
  const AftLiveRow *live = aft_live_rows_find_widget (self->rows, focus);

  return live != NULL ? live->position : G_MAXUINT;
}

static void
focus_position (AftLongList *self, guint position)
{
  guint n_items = aft_row_heights_get_length (self->heights);
  g_autoptr (GObject) item = NULL;

  if (n_items == 0)
    return;
  item = g_list_model_get_item (self->model, MIN (position, n_items - 1));
  gtk_widget_grab_focus (aft_long_list_ensure_row (self, item));
}

static void
items_changed_cb (AftLongList *self)
{
  g_autoptr (GHashTable) heights = collect_heights (self);
  gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;

  index_positions (self);
  restore_heights (self, heights);
  move_rows (self);
  aft_long_list_rebind (self);
  update_range (self);
  aft_live_rows_sort (self->rows);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  if (had_focus && get_focus_position (self) == G_MAXUINT)
    focus_position (self, self->last_focus);
}

/* Layout */

static void
aft_long_list_measure (GtkWidget     *widget,
                       GtkOrientation orientation,
                       int            for_size,
                       int           *minimum,
                       int           *natural,
                       int           *minimum_baseline,
                       int           *natural_baseline)
{
  AftLongList *self = AFT_LONG_LIST (widget);
  gboolean     is_height = orientation == GTK_ORIENTATION_VERTICAL;

  *minimum = *natural = is_height ? aft_row_heights_get_total (self->heights) : 0;
  for (guint i = 0; i < aft_live_rows_get_length (self->rows); i++)
    {
      const AftLiveRow *live = aft_live_rows_get (self->rows, i);
      int               row_minimum, row_natural, height;

      gtk_widget_measure (live->row, orientation, for_size, &row_minimum, &row_natural, NULL, NULL);
      if (!is_height)
        {
          *minimum = MAX (*minimum, row_minimum);
          *natural = MAX (*natural, row_natural);
          continue;
        }
      aft_row_heights_get (self->heights, live->position, &height);
      *minimum += row_minimum - height;
      *natural += row_minimum - height;
    }
}

static void
allocate_row (AftLongList *self, const AftLiveRow *live)
{
  int height;

  aft_row_heights_get (self->heights, live->position, &height);
  gtk_widget_size_allocate (
      live->row,
      &(GtkAllocation){
          0, aft_row_heights_get_top (self->heights, live->position), self->width, height },
      -1);
}

static void
aft_long_list_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  AftLongList *self = AFT_LONG_LIST (widget);
  int          requested = aft_row_heights_get_total (self->heights);

  if (width != self->width)
    aft_row_heights_reset (self->heights, aft_row_heights_get_length (self->heights));
  self->width = width;
  for (guint i = 0; i < aft_live_rows_get_length (self->rows); i++)
    measure_row (self, aft_live_rows_get (self->rows, i));
  for (guint i = 0; i < aft_live_rows_get_length (self->rows); i++)
    allocate_row (self, aft_live_rows_get (self->rows, i));
  self->is_total_stale = requested != aft_row_heights_get_total (self->heights);
  schedule_update (self);
}

static GtkSizeRequestMode
aft_long_list_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
page_changed_cb (AftLongList *self)
{
  self->is_page_changed = TRUE;
  schedule_update (self);
}

static void
aft_long_list_map (GtkWidget *widget)
{
  AftLongList *self = AFT_LONG_LIST (widget);

  GTK_WIDGET_CLASS (aft_long_list_parent_class)->map (widget);
  if (!aft_page_place_attach (&self->place))
    return;
  g_signal_connect_swapped (
      self->place.adjustment, "value-changed", G_CALLBACK (schedule_update), self);
  g_signal_connect_swapped (self->place.adjustment, "changed", G_CALLBACK (page_changed_cb), self);
  page_changed_cb (self);
}

static void
aft_long_list_unmap (GtkWidget *widget)
{
  AftLongList *self = AFT_LONG_LIST (widget);

  if (self->tick != 0)
    gtk_widget_remove_tick_callback (widget, self->tick);
  self->tick = 0;
  if (self->place.adjustment != NULL)
    {
      g_signal_handlers_disconnect_by_func (self->place.adjustment, schedule_update, self);
      g_signal_handlers_disconnect_by_func (self->place.adjustment, page_changed_cb, self);
    }
  aft_page_place_detach (&self->place);
  self->is_page_changed = FALSE;
  GTK_WIDGET_CLASS (aft_long_list_parent_class)->unmap (widget);
}

/* The focus */

static gboolean
enter (AftLongList *self, GtkDirectionType direction)
{
  if (aft_row_heights_get_length (self->heights) == 0)
    return FALSE;
  focus_position (self,
                  direction == GTK_DIR_UP     ? G_MAXUINT - 1
                  : direction == GTK_DIR_DOWN ? 0
                                              : self->last_focus);
  return TRUE;
}

static gboolean
aft_long_list_focus (GtkWidget *widget, GtkDirectionType direction)
{
  AftLongList *self = AFT_LONG_LIST (widget);
  guint        position = get_focus_position (self);
  guint        n_items = aft_row_heights_get_length (self->heights);

  if (position == G_MAXUINT)
    return enter (self, direction);
  if (gtk_widget_child_focus (gtk_widget_get_focus_child (widget), direction))
    return TRUE;
  if (direction == GTK_DIR_UP && position > 0)
    focus_position (self, position - 1);
  else if (direction == GTK_DIR_DOWN && position + 1 < n_items)
    focus_position (self, position + 1);
  else
    return FALSE;
  return TRUE;
}

static gboolean
aft_long_list_grab_focus (GtkWidget *widget)
{
  return enter (AFT_LONG_LIST (widget), GTK_DIR_TAB_FORWARD);
}

/* Tab comes back to where the focus was. */
static void
aft_long_list_set_focus_child (GtkWidget *widget, GtkWidget *child)
{
  AftLongList *self = AFT_LONG_LIST (widget);

  GTK_WIDGET_CLASS (aft_long_list_parent_class)->set_focus_child (widget, child);
  if (get_focus_position (self) != G_MAXUINT)
    self->last_focus = get_focus_position (self);
}

static gboolean
home_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  focus_position (AFT_LONG_LIST (widget), 0);
  return TRUE;
}

static gboolean
end_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  focus_position (AFT_LONG_LIST (widget), G_MAXUINT - 1);
  return TRUE;
}

/* The object */

static void
release_all (AftLongList *self)
{
  for (guint i = aft_live_rows_get_length (self->rows); i > 0; i--)
    aft_live_rows_release (self->rows, i - 1);
}

static void
aft_long_list_dispose (GObject *object)
{
  AftLongList *self = AFT_LONG_LIST (object);
  GtkWidget   *child;

  aft_long_list_set_model (self, NULL);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (aft_long_list_parent_class)->dispose (object);
}

static void
aft_long_list_finalize (GObject *object)
{
  AftLongList *self = AFT_LONG_LIST (object);

  aft_live_rows_free (self->rows);
  g_hash_table_unref (self->positions);
  aft_row_heights_free (self->heights);

  G_OBJECT_CLASS (aft_long_list_parent_class)->finalize (object);
}

static void
aft_long_list_class_init (AftLongListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = aft_long_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = aft_long_list_finalize;
  widget_class->measure = aft_long_list_measure;
  widget_class->size_allocate = aft_long_list_size_allocate;
  widget_class->get_request_mode = aft_long_list_get_request_mode;
  widget_class->map = aft_long_list_map;
  widget_class->unmap = aft_long_list_unmap;
  widget_class->focus = aft_long_list_focus;
  widget_class->grab_focus = aft_long_list_grab_focus;
  widget_class->set_focus_child = aft_long_list_set_focus_child;
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Home, 0, home_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_End, 0, end_cb, NULL);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
  gtk_widget_class_set_css_name (widget_class, "longlist");
}

static void
aft_long_list_init (AftLongList *self)
{
  self->rows = aft_live_rows_new (GTK_WIDGET (self));
  self->positions = g_hash_table_new (NULL, NULL);
  self->heights = aft_row_heights_new ();
  aft_page_place_init (&self->place, GTK_WIDGET (self));
}

void
aft_long_list_set_rows (AftLongList *self, const AftLongListRows *rows, gpointer data)
{
  g_return_if_fail (AFT_IS_LONG_LIST (self));
  aft_live_rows_set_kind (self->rows, rows, data);
}

void
aft_long_list_set_model (AftLongList *self, GListModel *model)
{
  g_return_if_fail (AFT_IS_LONG_LIST (self));

  if (self->model == model)
    return;
  if (self->model != NULL)
    g_signal_handlers_disconnect_by_func (self->model, items_changed_cb, self);
  release_all (self);
  self->held = NULL;
  self->last_focus = 0;
  g_set_object (&self->model, model);
  index_positions (self);
  aft_row_heights_reset (self->heights, g_hash_table_size (self->positions));
  if (model != NULL)
    g_signal_connect_swapped (model, "items-changed", G_CALLBACK (items_changed_cb), self);
  update_range (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

guint
aft_long_list_find (AftLongList *self, gpointer item)
{
  g_return_val_if_fail (AFT_IS_LONG_LIST (self), G_MAXUINT);
  /* 0, for none, becomes G_MAXUINT */
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->positions, item)) - 1;
}

GtkWidget *
aft_long_list_get_row (AftLongList *self, gpointer item)
{
  const AftLiveRow *live;

  g_return_val_if_fail (AFT_IS_LONG_LIST (self), NULL);

  live = aft_live_rows_find (self->rows, item);
  return live != NULL ? live->row : NULL;
}

GtkWidget *
aft_long_list_ensure_row (AftLongList *self, gpointer item)
{
  AftLiveRow *live;
  guint       position;

  g_return_val_if_fail (AFT_IS_LONG_LIST (self), NULL);

  position = aft_long_list_find (self, item);
  if (position == G_MAXUINT || !aft_live_rows_has_kind (self->rows))
    return NULL;
  live = aft_live_rows_find (self->rows, item);
  if (live == NULL)
    {
      live = add_row (self, position);
      aft_live_rows_sort (self->rows);
    }
  if (self->width > 0)
    {
      measure_row (self, live);
      allocate_row (self, live);
    }
  return live->row;
}

void
aft_long_list_show_in_full (AftLongList *self, gpointer item)
{
  g_return_if_fail (AFT_IS_LONG_LIST (self));

  self->wanted = item;
  self->wanted_frames = WANTED_FRAMES;
  schedule_update (self);
}

void
aft_long_list_hold (AftLongList *self, gpointer item)
{
  g_return_if_fail (AFT_IS_LONG_LIST (self));

  self->held = item;
  schedule_update (self);
}

void
aft_long_list_rebind (AftLongList *self)
{
  g_return_if_fail (AFT_IS_LONG_LIST (self));

  for (guint i = 0; i < aft_live_rows_get_length (self->rows); i++)
    {
      AftLiveRow *live = aft_live_rows_get (self->rows, i);

      aft_live_rows_bind (self->rows, live);
      measure_row (self, live);
    }
}

guint
aft_long_list_get_n_rows (AftLongList *self)
{
  g_return_val_if_fail (AFT_IS_LONG_LIST (self), 0);
  return aft_live_rows_get_length (self->rows);
}
