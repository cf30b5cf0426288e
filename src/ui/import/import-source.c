/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/import/import-source.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/text.h"
#include "ui/import/import-face.h"
#include "ui/import/import-gutter.h"
#include "ui/text.h"

/* A page of a log is marked at once, the rest of it between frames. */
#define N_MARKED_AT_ONCE 300

struct _AftImportSource
{
  GtkWidget parent_instance;

  GtkWidget     *box;
  GtkDropDown   *choice;
  GtkSourceView *view;
  GtkWidget     *legend;

  GtkTextBuffer   *buffer; /* owned by the view */
  AftImportGutter *gutter; /* owned by the view */
  GtkTextTag      *tags[AFT_N_USES];
  GtkTextTag      *current;

  AftPlan *plan;
  guint    source;
  GArray  *breaks; /* (element-type gsize): bytes of the source before which a line was broken */
  gboolean is_filling;

  GHashTable *signs;    /* line of the buffer -> what stands beside it */
  guint       n_marked; /* spans */
  guint       mark_source;
};

enum
{
  SIGNAL_POINTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AftImportSource, aft_import_source, GTK_TYPE_WIDGET)

static AftImport *
get_import (AftImportSource *self)
{
  return aft_plan_get_import (self->plan, self->source);
}

/* Places: bytes of the source, and where they are shown. Lines that are too long for a text view
 * are broken there, which adds a character each. */

static void
find_breaks (AftImportSource *self, const char *text, const char *shown)
{
  const char *p = text;

  g_array_set_size (self->breaks, 0);
  for (; *shown != '\0'; shown++)
    if (*shown == *p)
      p++;
    else
      {
        gsize at = p - text;

        g_array_append_val (self->breaks, at);
      }
}

static guint
count_breaks (AftImportSource *self, gsize offset)
{
  guint low = 0, high = self->breaks->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (self->breaks, gsize, middle) <= offset)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* A line and a byte in it: quicker for a text view than a character of the whole. */
static void
get_iter (AftImportSource *self, gsize offset, guint line, GtkTextIter *iter)
{
  const char *text = get_import (self)->text;
  guint       n_breaks = count_breaks (self, offset);
  gsize       start = offset;

  while (start > 0 && text[start - 1] != '\n' &&
         !(n_breaks > 0 && g_array_index (self->breaks, gsize, n_breaks - 1) == start))
    start--;
  gtk_text_buffer_get_iter_at_line_index (
      self->buffer, iter, (int) (line - 1 + n_breaks), (int) (offset - start));
}

static gsize
get_offset (AftImportSource *self, const GtkTextIter *iter)
{
  GtkTextIter      start;
  g_autofree char *before = NULL;
  gsize            offset;
  guint            n = 0;

  gtk_text_buffer_get_start_iter (self->buffer, &start);
  before = gtk_text_buffer_get_text (self->buffer, &start, iter, TRUE);
  offset = strlen (before);
  while (n < self->breaks->len && g_array_index (self->breaks, gsize, n) + n < offset)
    n++;
  return offset - n;
}

/* Filling */

static char *
describe_sign (AftImportSource *self, const AftSpan *span)
{
  AftPlanItem *item = aft_plan_find (self->plan, span->record, span->field);

  return item != NULL ? aft_import_face_code (item) : g_strdup (aft_import_face_sign (span->use));
}

/* Of several on one line the first is shown. */
static void
mark_span (AftImportSource *self, const AftSpan *span)
{
  GtkTextIter start, end;
  gpointer    line;

  get_iter (self, span->start, span->first_line, &start);
  get_iter (self, span->end, span->last_line, &end);
  gtk_text_buffer_apply_tag (self->buffer, self->tags[span->use], &start, &end);
  line = GINT_TO_POINTER (gtk_text_iter_get_line (&start));
  if (!g_hash_table_contains (self->signs, line))
    g_hash_table_insert (self->signs, line, describe_sign (self, span));
}

static gboolean
mark_cb (gpointer data)
{
  AftImportSource *self = AFT_IMPORT_SOURCE (data);
  GArray          *spans = aft_provenance_get_spans (get_import (self)->provenance);
  guint            end = MIN (self->n_marked + N_MARKED_AT_ONCE, spans->len);

  while (self->n_marked < end)
    mark_span (self, &g_array_index (spans, AftSpan, self->n_marked++));
  aft_import_gutter_set_signs (self->gutter, self->signs);
  if (self->n_marked < spans->len)
    return G_SOURCE_CONTINUE;
  self->mark_source = 0;
  return G_SOURCE_REMOVE;
}

static void
mark_all (AftImportSource *self)
{
  g_clear_handle_id (&self->mark_source, g_source_remove);
  g_clear_pointer (&self->signs, g_hash_table_unref);
  self->signs = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->n_marked = 0;
  if (mark_cb (self))
    self->mark_source = g_idle_add (mark_cb, self);
}

static void
fill (AftImportSource *self)
{
  const char      *text = get_import (self)->text;
  g_autofree char *split = aft_text_split_long_lines (text);
  GtkTextIter      start;

  self->is_filling = TRUE;
  find_breaks (self, text, split != NULL ? split : text);
  gtk_text_buffer_set_text (self->buffer, split != NULL ? split : text, -1);
  mark_all (self);
  gtk_text_buffer_get_start_iter (self->buffer, &start);
  gtk_text_buffer_place_cursor (self->buffer, &start);
  self->is_filling = FALSE;
}

/* The cursor */

static void
mark_current (AftImportSource *self, const AftSpan *span)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  gtk_text_buffer_remove_tag (self->buffer, self->current, &start, &end);
  if (span == NULL)
    return;
  get_iter (self, span->start, span->first_line, &start);
  get_iter (self, span->end, span->last_line, &end);
  gtk_text_buffer_apply_tag (self->buffer, self->current, &start, &end);
}

static void
cursor_moved_cb (AftImportSource *self)
{
  GtkTextIter    iter;
  const AftSpan *span;
  AftPlanItem   *item;

  if (self->plan == NULL || self->is_filling)
    return;
  gtk_text_buffer_get_iter_at_mark (self->buffer, &iter, gtk_text_buffer_get_insert (self->buffer));
  span = aft_provenance_find (get_import (self)->provenance, get_offset (self, &iter));
  item = span != NULL ? aft_plan_find (self->plan, span->record, span->field) : NULL;
  mark_current (self, item != NULL ? span : NULL);
  if (item != NULL)
    g_signal_emit (self, signals[SIGNAL_POINTED], 0, item);
}

static void
source_chosen_cb (AftImportSource *self)
{
  guint chosen = gtk_drop_down_get_selected (self->choice);

  if (self->plan == NULL || chosen == self->source || chosen >= aft_plan_get_n_sources (self->plan))
    return;
  self->source = chosen;
  fill (self);
}

/* Looks: tints that hold on light and dark; the sign in the margin says the same. */

static void
set_tint (GtkTextTag *tag, const char *color)
{
  GdkRGBA tint;

  gdk_rgba_parse (&tint, color);
  g_object_set (tag, "background-rgba", &tint, NULL);
}

static void
create_tags (AftImportSource *self)
{
  static const char *const tints[AFT_N_USES] = {
    [AFT_USE_DETAIL] = "rgba(145,65,172,0.14)", [AFT_USE_FIELD] = "rgba(119,118,123,0.14)",
    [AFT_USE_ITEM] = "rgba(229,165,10,0.20)",   [AFT_USE_EVENT] = "rgba(53,132,228,0.18)",
    [AFT_USE_ACTION] = "rgba(46,194,126,0.20)",
  };

  for (guint i = 0; i < AFT_N_USES; i++)
    {
      self->tags[i] = gtk_text_buffer_create_tag (self->buffer, NULL, NULL);
      if (tints[i] != NULL)
        set_tint (self->tags[i], tints[i]);
    }
  g_object_set (self->tags[AFT_USE_HEADING], "weight", PANGO_WEIGHT_BOLD, NULL);
  g_object_set (self->tags[AFT_USE_NONE], "style", PANGO_STYLE_ITALIC, "strikethrough", TRUE, NULL);
  self->current =
      gtk_text_buffer_create_tag (self->buffer, NULL, "underline", PANGO_UNDERLINE_SINGLE, NULL);
}

static void
follow_style (AftImportSource *self)
{
  gboolean                     dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  GtkSourceStyleSchemeManager *schemes = gtk_source_style_scheme_manager_get_default ();

  gtk_source_buffer_set_style_scheme (
      GTK_SOURCE_BUFFER (self->buffer),
      gtk_source_style_scheme_manager_get_scheme (schemes, dark ? "Adwaita-dark" : "Adwaita"));
}

static void
create_legend (AftImportSource *self)
{
  static const char *const classes[AFT_N_USES] = { "use-none",  "use-heading", "use-detail",
                                                   "use-field", "use-item",    "use-event",
                                                   "use-action" };
  static const AftUse      order[] = { AFT_USE_EVENT,  AFT_USE_ACTION,  AFT_USE_ITEM, AFT_USE_FIELD,
                                       AFT_USE_DETAIL, AFT_USE_HEADING, AFT_USE_NONE };

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      /* Translators: a sign and what it stands for: "E Event" */
      g_autofree char *text = g_strdup_printf (
          _ ("%s %s"), aft_import_face_sign (order[i]), aft_import_face_use (order[i]));
      GtkWidget *label = gtk_label_new (text);
      GtkWidget *child = gtk_flow_box_child_new ();

      gtk_widget_add_css_class (label, "import-legend");
      gtk_widget_add_css_class (label, classes[order[i]]);
      gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), label);
      gtk_widget_set_focusable (child, FALSE);
      gtk_flow_box_insert (GTK_FLOW_BOX (self->legend), child, -1);
    }
}

static void
set_up_view (AftImportSource *self)
{
  self->buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
  gtk_text_buffer_set_enable_undo (self->buffer, FALSE);
  gtk_source_buffer_set_highlight_matching_brackets (GTK_SOURCE_BUFFER (self->buffer), FALSE);
  self->gutter = AFT_IMPORT_GUTTER (aft_import_gutter_new ());
  gtk_source_gutter_insert (gtk_source_view_get_gutter (self->view, GTK_TEXT_WINDOW_LEFT),
                            GTK_SOURCE_GUTTER_RENDERER (self->gutter),
                            0);
  create_tags (self);
  follow_style (self);
  g_signal_connect_object (adw_style_manager_get_default (),
                           "notify::dark",
                           G_CALLBACK (follow_style),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->buffer,
                           "notify::cursor-position",
                           G_CALLBACK (cursor_moved_cb),
                           self,
                           G_CONNECT_SWAPPED);
  aft_ui_set_accessible_name (GTK_WIDGET (self->view), _ ("Source"));
}

static void
aft_import_source_dispose (GObject *object)
{
  AftImportSource *self = AFT_IMPORT_SOURCE (object);

  g_clear_handle_id (&self->mark_source, g_source_remove);
  self->plan = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (object), AFT_TYPE_IMPORT_SOURCE);

  G_OBJECT_CLASS (aft_import_source_parent_class)->dispose (object);
}

static void
aft_import_source_finalize (GObject *object)
{
  g_array_unref (AFT_IMPORT_SOURCE (object)->breaks);
  g_clear_pointer (&AFT_IMPORT_SOURCE (object)->signs, g_hash_table_unref);

  G_OBJECT_CLASS (aft_import_source_parent_class)->finalize (object);
}

static void
aft_import_source_class_init (AftImportSourceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = aft_import_source_dispose;
  G_OBJECT_CLASS (klass)->finalize = aft_import_source_finalize;

  signals[SIGNAL_POINTED] = g_signal_new ("pointed",
                                          G_TYPE_FROM_CLASS (klass),
                                          G_SIGNAL_RUN_LAST,
                                          0,
                                          NULL,
                                          NULL,
                                          NULL,
                                          G_TYPE_NONE,
                                          1,
                                          AFT_TYPE_PLAN_ITEM);

  g_type_ensure (GTK_SOURCE_TYPE_VIEW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/afterword_app/Afterword/import-source.ui");
  gtk_widget_class_bind_template_child (widget_class, AftImportSource, box);
  gtk_widget_class_bind_template_child (widget_class, AftImportSource, choice);
  gtk_widget_class_bind_template_child (widget_class, AftImportSource, view);
  gtk_widget_class_bind_template_child (widget_class, AftImportSource, legend);
  gtk_widget_class_bind_template_callback (widget_class, source_chosen_cb);
}

static void
aft_import_source_init (AftImportSource *self)
{
  self->breaks = g_array_new (FALSE, FALSE, sizeof (gsize));
  gtk_widget_init_template (GTK_WIDGET (self));
  set_up_view (self);
  create_legend (self);
}

static void
fill_choice (AftImportSource *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint n = aft_plan_get_n_sources (self->plan);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = aft_ui_title (aft_plan_get_name (self->plan, i));

      gtk_string_list_append (names, name);
    }
  gtk_drop_down_set_model (self->choice, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->choice, self->source);
  gtk_widget_set_visible (GTK_WIDGET (self->choice), n > 1);
}

void
aft_import_source_set_plan (AftImportSource *self, AftPlan *plan)
{
  g_return_if_fail (AFT_IS_IMPORT_SOURCE (self));

  g_clear_handle_id (&self->mark_source, g_source_remove);
  self->plan = NULL;
  if (plan == NULL || aft_plan_get_n_sources (plan) == 0)
    return;
  if (self->source >= aft_plan_get_n_sources (plan))
    self->source = 0;
  self->plan = plan;
  self->is_filling = TRUE;
  fill_choice (self);
  fill (self);
}

/* A field may be made of several stretches: the first one is shown. */
static const AftSpan *
find_span (AftImportSource *self, AftPlanItem *item)
{
  AftProvenance *provenance = get_import (self)->provenance;
  AftRecord     *record = aft_plan_item_get_record (item);

  if (aft_plan_item_get_kind (item) != AFT_PLAN_FIELD)
    return aft_provenance_find_record (provenance, record);
  return aft_provenance_find_field (provenance, record, aft_plan_item_get_field (item));
}

void
aft_import_source_show_item (AftImportSource *self, AftPlanItem *item)
{
  const AftSpan *span;
  GtkTextIter    iter;

  g_return_if_fail (AFT_IS_IMPORT_SOURCE (self));

  if (self->plan == NULL)
    return;
  gtk_drop_down_set_selected (self->choice, aft_plan_item_get_source (item));
  span = find_span (self, item);
  mark_current (self, span);
  if (span == NULL)
    return;
  get_iter (self, span->start, span->first_line, &iter);
  self->is_filling = TRUE;
  gtk_text_buffer_place_cursor (self->buffer, &iter);
  self->is_filling = FALSE;
  gtk_text_view_scroll_to_mark (
      GTK_TEXT_VIEW (self->view), gtk_text_buffer_get_insert (self->buffer), 0, TRUE, 0, 0.2);
}
