/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/sections/event-shift.h"

#include <glib/gi18n-lib.h>

#include "model/events-batch.h"
#include "model/events.h"
#include "ui/sections/event-face.h"
#include "ui/text.h"
#include "ui/widgets/passing-popover.h"

struct _AftEventShift
{
  GtkPopover parent_instance;

  GtkEntry  *entry;
  GtkLabel  *meaning;
  GtkButton *button;

  GPtrArray     *events;
  const AftZone *zone;
};

enum
{
  SIGNAL_SHIFTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AftEventShift, aft_event_shift, GTK_TYPE_POPOVER)

static gboolean
read_offset (AftEventShift *self, gint64 *offset)
{
  return aft_events_parse_offset (gtk_editable_get_text (GTK_EDITABLE (self->entry)), offset) &&
         aft_events_can_shift (self->events, *offset);
}

/* The first that has a time, and how many have one. */
static AftRecord *
find_first (AftEventShift *self, guint *n_timed)
{
  AftRecord *first = NULL;

  *n_timed = 0;
  for (guint i = 0; i < self->events->len; i++)
    if (aft_record_has (g_ptr_array_index (self->events, i), AFT_EVENT_AT))
      {
        if (first == NULL)
          first = g_ptr_array_index (self->events, i);
        *n_timed += 1;
      }
  return first;
}

/* "14:02 → 14:04", with dates where the day is another one. */
static char *
describe_change (const AftZone *zone, AftInstant at, gint64 offset)
{
  gboolean is_same_day = aft_zone_day_start (zone, at) == aft_zone_day_start (zone, at + offset);
  g_autofree char *before =
      is_same_day ? aft_zone_format_time (zone, at) : aft_zone_format (zone, at);
  g_autofree char *after =
      is_same_day ? aft_zone_format_time (zone, at + offset) : aft_zone_format (zone, at + offset);

  /* Translators: a time before and after a change */
  return g_strdup_printf (_ ("%s → %s"), before, after);
}

static char *
describe (AftEventShift *self, gint64 offset)
{
  guint            n_timed;
  AftRecord       *first = find_first (self, &n_timed);
  g_autofree char *change = describe_change (self->zone, aft_event_get_at (first), offset);
  g_autofree char *title = aft_event_face_title (first);

  if (n_timed == 1)
    /* Translators: "14:02 → 14:04", what happened */
    return g_strdup_printf (_ ("%s  %s"), change, title);
  return g_strdup_printf (ngettext (/* Translators: "14:02 → 14:04", what happened */
                                    "%s  %s, and %u more event",
                                    "%s  %s, and %u more events",
                                    n_timed - 1),
                          change,
                          title,
                          n_timed - 1);
}

static void
changed_cb (AftEventShift *self)
{
  gint64           offset;
  gboolean         is_known = read_offset (self, &offset);
  g_autofree char *meaning =
      is_known ? describe (self, offset)
               : g_strdup (_ ("How far: +2 min, −1 h, +90 s. A minus is earlier."));

  aft_ui_set_label (self->meaning, meaning);
  gtk_widget_set_sensitive (GTK_WIDGET (self->button), is_known);
}

static void
aft_event_shift_dispose (GObject *object)
{
  g_clear_pointer (&AFT_EVENT_SHIFT (object)->events, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), AFT_TYPE_EVENT_SHIFT);

  G_OBJECT_CLASS (aft_event_shift_parent_class)->dispose (object);
}

static void
aft_event_shift_class_init (AftEventShiftClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = aft_event_shift_dispose;
  signals[SIGNAL_SHIFTED] = g_signal_new ("shifted",
                                          G_TYPE_FROM_CLASS (klass),
                                          G_SIGNAL_RUN_LAST,
                                          0,
                                          NULL,
                                          NULL,
                                          NULL,
                                          G_TYPE_NONE,
                                          1,
                                          G_TYPE_INT64);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/afterword_app/Afterword/event-shift.ui");
  gtk_widget_class_bind_template_child (widget_class, AftEventShift, entry);
  gtk_widget_class_bind_template_child (widget_class, AftEventShift, meaning);
  gtk_widget_class_bind_template_child (widget_class, AftEventShift, button);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, aft_event_shift_apply);
}

static void
aft_event_shift_init (AftEventShift *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AftEventShift *
aft_event_shift_popup (GtkWidget          *parent,
                       const GdkRectangle *place,
                       GPtrArray          *events,
                       const AftZone      *zone)
{
  AftEventShift *self = g_object_new (AFT_TYPE_EVENT_SHIFT, NULL);

  self->events = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < events->len; i++)
    g_ptr_array_add (self->events, g_object_ref (g_ptr_array_index (events, i)));
  self->zone = zone;
  changed_cb (self);
  aft_passing_popover_popup (GTK_POPOVER (self), parent, place);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  return self;
}

void
aft_event_shift_set_text (AftEventShift *self, const char *text)
{
  g_return_if_fail (AFT_IS_EVENT_SHIFT (self));
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
}

const char *
aft_event_shift_get_meaning (AftEventShift *self)
{
  g_return_val_if_fail (AFT_IS_EVENT_SHIFT (self), NULL);
  return gtk_label_get_text (self->meaning);
}

void
aft_event_shift_apply (AftEventShift *self)
{
  gint64 offset;

  g_return_if_fail (AFT_IS_EVENT_SHIFT (self));

  if (!read_offset (self, &offset))
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  g_signal_emit (self, signals[SIGNAL_SHIFTED], 0, offset);
  gtk_popover_popdown (GTK_POPOVER (self));
}
