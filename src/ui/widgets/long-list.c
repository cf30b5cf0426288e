/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/long-list.h"

#include "ui/widgets/row-heights.h"

/* While nothing says how much of the list can be seen. */
#define UNKNOWN_PAGE_PX 800

#define MAX_SPARE_ROWS 40

typedef struct
{
  GtkWidget *row;
  GObject   *item;
  guint      position;
} Live;

struct _AftLongList
{
  GtkWidget parent_instance;

  const AftLongListRows *rows;
  gpointer               data;
  GListModel            *model;
  GHashTable            *positions; /* GObject -> its position + 1; owned by the model */
  AftRowHeights         *heights;
  GPtrArray             *live;  /* of Live, by position */
  GPtrArray             *spare; /* of GtkWidget: children that show nothing */
  GObject               *held;
  guint                  last_focus;     /* where Tab comes back to */
  int                    width;          /* as last allocated */
  gboolean               is_total_stale; /* rows turned out to be higher or lower than requested */
  GtkAdjustment         *adjustment;     /* of the page, while mapped */
  guint                  tick;
};

G_DEFINE_FINAL_TYPE (AftLongList, aft_long_list, GTK_TYPE_WIDGET)

/* Rows */

static Live *
find_live (AftLongList *self, gpointer item)
{
  for (guint i = 0; i < self->live->len; i++)
    {
      Live *live = g_ptr_array_index (self->live, i);

      if (live->item == item)
        return live;
    }
  return NULL;
}

static void
measure_row (AftLongList *self, Live *live)
{
  int height;

  if (self->width <= 0)
    return;
  gtk_widget_measure (live->row, GTK_ORIENTATION_VERTICAL, self->width, &height, NULL, NULL, NULL);
  aft_row_heights_set (self->heights, live->position, height);
}

static GtkWidget *
take_row (AftLongList *self)
{
  GtkWidget *row;

  if (self->spare->len > 0)
    {
      row = g_ptr_array_steal_index_fast (self->spare, self->spare->len - 1);
      gtk_widget_set_visible (row, TRUE);
      return row;
    }
  row = self->rows->create (self->data);
  gtk_widget_set_parent (row, GTK_WIDGET (self));
  return row;
}

static Live *
add_live (AftLongList *self, guint position)
{
  Live *live = g_new (Live, 1);

  live->item = g_list_model_get_item (self->model, position);
  live->position = position;
  live->row = take_row (self);
  self->rows->bind (live->row, live->item, position, self->data);
  g_ptr_array_add (self->live, live);
  measure_row (self, live);
  return live;
}

/* The row is spared for another item. Where it had the focus, that goes to nobody. */
static void
release (AftLongList *self, Live *live)
{
  self->rows->unbind (live->row, self->data);
  gtk_widget_set_visible (live->row, FALSE);
  if (self->spare->len < MAX_SPARE_ROWS)
    g_ptr_array_add (self->spare, live->row);
  else
    gtk_widget_unparent (live->row);
  g_object_unref (live->item);
  g_free (live);
}

static int
compare_live (gconstpointer a, gconstpointer b)
{
  const Live *live_a = *(const Live *const *) a;
  const Live *live_b = *(const Live *const *) b;

  return live_a->position < live_b->position ? -1 : live_a->position > live_b->position;
}

/* The order of the children is that in which they are read out. */
static void
put_in_order (AftLongList *self)
{
  GtkWidget *before = NULL;

  g_ptr_array_sort (self->live, compare_live);
  for (guint i = 0; i < self->live->len; i++)
    {
      GtkWidget *row = ((Live *) g_ptr_array_index (self->live, i))->row;

      if (gtk_widget_get_prev_sibling (row) != before)
        gtk_widget_insert_after (row, GTK_WIDGET (self), before);
      before = row;
    }
}

/* What can be seen */

/* The widget that moves within the viewport when the page scrolls, and this list with it. */
static GtkWidget *
get_content (AftLongList *self)
{
  GtkWidget *content = GTK_WIDGET (self);

  while (content != NULL && !GTK_IS_VIEWPORT (gtk_widget_get_parent (content)))
    content = gtk_widget_get_parent (content);
  return content;
}

static void
get_visible_part (AftLongList *self, int *top, int *bottom)
{
  GtkWidget       *content = get_content (self);
  double           page = UNKNOWN_PAGE_PX;
  graphene_point_t origin;

  *top = 0;
  if (self->adjustment != NULL && content != NULL && self->width > 0 &&
      gtk_widget_compute_point (GTK_WIDGET (self), content, &GRAPHENE_POINT_INIT (0, 0), &origin))
    {
      *top = (int) (gtk_adjustment_get_value (self->adjustment) - origin.y);
      page = gtk_adjustment_get_page_size (self->adjustment);
    }
  *bottom = *top + (int) page;
}

/* The rows to have: those to be seen, and half a page before and behind. FALSE for none. */
static gboolean
get_range (AftLongList *self, guint *first, guint *last)
{
  int top, bottom, margin;

  if (self->model == NULL || self->rows == NULL || aft_row_heights_get_length (self->heights) == 0)
    return FALSE;
  get_visible_part (self, &top, &bottom);
  margin = (bottom - top) / 2;
  *first = aft_row_heights_find (self->heights, top - margin);
  *last = aft_row_heights_find (self->heights, bottom + margin);
  return TRUE;
}

static gboolean
is_kept (AftLongList *self, const Live *live)
{
  return live->item == self->held || gtk_widget_get_focus_child (GTK_WIDGET (self)) == live->row;
}

static gboolean
has_range (AftLongList *self, guint first, guint last)
{
  guint n = 0;

  for (guint i = 0; i < self->live->len; i++)
    {
      const Live *live = g_ptr_array_index (self->live, i);

      n += live->position >= first && live->position <= last ? 1 : 0;
    }
  return n == last - first + 1;
}

static void
release_others (AftLongList *self, guint first, guint last)
{
  for (guint i = self->live->len; i > 0; i--)
    {
      Live *live = g_ptr_array_index (self->live, i - 1);

      if ((live->position < first || live->position > last) && !is_kept (self, live))
        {
          g_ptr_array_remove_index (self->live, i - 1);
          release (self, live);
        }
    }
}

static void
add_missing (AftLongList *self, guint first, guint last)
{
  g_autofree gboolean *is_live = g_new0 (gboolean, last - first + 1);

  for (guint i = 0; i < self->live->len; i++)
    {
      const Live *live = g_ptr_array_index (self->live, i);

      if (live->position >= first && live->position <= last)
        is_live[live->position - first] = TRUE;
    }
  for (guint position = first; position <= last; position++)
    if (!is_live[position - first])
      add_live (self, position);
}

/* Rows above turned out to be higher or lower than was guessed: what can be seen stays in place. */
static void
hold_place (AftLongList *self, guint anchor, int top_before)
{
  int top = aft_row_heights_get_top (self->heights, anchor);

  if (self->adjustment != NULL && top != top_before && self->width > 0)
    gtk_adjustment_set_value (self->adjustment,
                              gtk_adjustment_get_value (self->adjustment) + top - top_before);
}

static void
update_range (AftLongList *self)
{
  guint first, last, anchor;
  int   top, bottom, anchor_top;

  if (!get_range (self, &first, &last) || has_range (self, first, last))
    return;
  get_visible_part (self, &top, &bottom);
  anchor = aft_row_heights_find (self->heights, top);
  anchor_top = aft_row_heights_get_top (self->heights, anchor);
  release_others (self, first, last);
  add_missing (self, first, last);
  put_in_order (self);
  if (top > 0)
    hold_place (self, anchor, anchor_top);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  AftLongList *self = AFT_LONG_LIST (widget);

  self->tick = 0;
  update_range (self);
  if (self->is_total_stale)
    gtk_widget_queue_resize (widget);
  self->is_total_stale = FALSE;
  return G_SOURCE_REMOVE;
}

static gboolean
needs_update (AftLongList *self)
{
  guint first, last;

  return self->is_total_stale ||
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
move_live (AftLongList *self)
{
  for (guint i = self->live->len; i > 0; i--)
    {
      Live *live = g_ptr_array_index (self->live, i - 1);

      live->position = aft_long_list_find (self, live->item);
      if (live->position != G_MAXUINT)
        continue;
      g_ptr_array_remove_index (self->live, i - 1);
      release (self, live);
    }
}

/* G_MAXUINT where no row that shows something has it. */
static guint
get_focus_position (AftLongList *self)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self));

  for (guint i = 0; focus != NULL && i < self->live->len; i++)
    {
      const Live *live = g_ptr_array_index (self->live, i);

      if (live->row == focus)
        return live->position;
    }
  return G_MAXUINT;
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
  move_live (self);
  aft_long_list_rebind (self);
  update_range (self);
  put_in_order (self);
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
  for (guint i = 0; i < self->live->len; i++)
    {
      const Live *live = g_ptr_array_index (self->live, i);
      int         row_minimum, row_natural, height;

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
allocate_row (AftLongList *self, const Live *live)
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
  for (guint i = 0; i < self->live->len; i++)
    measure_row (self, g_ptr_array_index (self->live, i));
  for (guint i = 0; i < self->live->len; i++)
    allocate_row (self, g_ptr_array_index (self->live, i));
  self->is_total_stale = requested != aft_row_heights_get_total (self->heights);
  schedule_update (self);
}

static GtkSizeRequestMode
aft_long_list_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
aft_long_list_map (GtkWidget *widget)
{
  AftLongList *self = AFT_LONG_LIST (widget);
  GtkWidget   *scroller = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);

  GTK_WIDGET_CLASS (aft_long_list_parent_class)->map (widget);
  if (scroller == NULL)
    return;
  self->adjustment =
      g_object_ref (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller)));
  g_signal_connect_swapped (self->adjustment, "value-changed", G_CALLBACK (schedule_update), self);
  g_signal_connect_swapped (self->adjustment, "changed", G_CALLBACK (schedule_update), self);
  schedule_update (self);
}

static void
aft_long_list_unmap (GtkWidget *widget)
{
  AftLongList *self = AFT_LONG_LIST (widget);

  if (self->tick != 0)
    gtk_widget_remove_tick_callback (widget, self->tick);
  self->tick = 0;
  if (self->adjustment != NULL)
    g_signal_handlers_disconnect_by_func (self->adjustment, schedule_update, self);
  g_clear_object (&self->adjustment);
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
  while (self->live->len > 0)
    release (self, g_ptr_array_steal_index (self->live, self->live->len - 1));
}

static void
aft_long_list_dispose (GObject *object)
{
  AftLongList *self = AFT_LONG_LIST (object);
  GtkWidget   *child;

  aft_long_list_set_model (self, NULL);
  g_ptr_array_set_size (self->spare, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (aft_long_list_parent_class)->dispose (object);
}

static void
aft_long_list_finalize (GObject *object)
{
  AftLongList *self = AFT_LONG_LIST (object);

  g_ptr_array_unref (self->live);
  g_ptr_array_unref (self->spare);
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
  self->live = g_ptr_array_new ();
  self->spare = g_ptr_array_new ();
  self->positions = g_hash_table_new (NULL, NULL);
  self->heights = aft_row_heights_new ();
}

void
aft_long_list_set_rows (AftLongList *self, const AftLongListRows *rows, gpointer data)
{
  g_return_if_fail (AFT_IS_LONG_LIST (self) && self->rows == NULL);

  self->rows = rows;
  self->data = data;
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

GListModel *
aft_long_list_get_model (AftLongList *self)
{
  g_return_val_if_fail (AFT_IS_LONG_LIST (self), NULL);
  return self->model;
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
  Live *live;

  g_return_val_if_fail (AFT_IS_LONG_LIST (self), NULL);

  live = find_live (self, item);
  return live != NULL ? live->row : NULL;
}

GtkWidget *
aft_long_list_ensure_row (AftLongList *self, gpointer item)
{
  Live *live;
  guint position;

  g_return_val_if_fail (AFT_IS_LONG_LIST (self), NULL);

  position = aft_long_list_find (self, item);
  if (position == G_MAXUINT || self->rows == NULL)
    return NULL;
  live = find_live (self, item);
  if (live == NULL)
    {
      live = add_live (self, position);
      put_in_order (self);
    }
  if (self->width > 0)
    {
      measure_row (self, live);
      allocate_row (self, live);
    }
  return live->row;
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

  for (guint i = 0; i < self->live->len; i++)
    {
      Live *live = g_ptr_array_index (self->live, i);

      self->rows->bind (live->row, live->item, live->position, self->data);
      measure_row (self, live);
    }
}

guint
aft_long_list_get_n_rows (AftLongList *self)
{
  g_return_val_if_fail (AFT_IS_LONG_LIST (self), 0);
  return self->live->len;
}
