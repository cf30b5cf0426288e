/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/sections/event-time-choice.h"

#include <glib/gi18n-lib.h>

#include "ui/text.h"

/* Beside another time there is not more room. */
#define SENTENCE_CHARS 20

struct _AftEventTimeChoice
{
  GtkWidget parent_instance;

  GtkLabel       *sentence;
  GtkCheckButton *buttons[2];

  AftInstant instants[2];
  gboolean   is_updating;
};

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AftEventTimeChoice, aft_event_time_choice, GTK_TYPE_WIDGET)

static void
toggled_cb (GtkCheckButton *button, AftEventTimeChoice *self)
{
  if (!self->is_updating && gtk_check_button_get_active (button))
    g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, self->instants[button == self->buttons[1]]);
}

/* Arrow keys go from one to the other, as among the options of any group. */
static gboolean
turn_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  AftEventTimeChoice *self = AFT_EVENT_TIME_CHOICE (widget);
  gboolean            is_first = gtk_check_button_get_active (self->buttons[0]);

  gtk_widget_grab_focus (GTK_WIDGET (self->buttons[is_first ? 1 : 0]));
  aft_event_time_choice_choose (self, is_first);
  return TRUE;
}

static void
add_label (AftEventTimeChoice *self)
{
  self->sentence = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->sentence, 0);
  gtk_label_set_wrap (self->sentence, TRUE);
  gtk_label_set_max_width_chars (self->sentence, SENTENCE_CHARS);
  gtk_widget_add_css_class (GTK_WIDGET (self->sentence), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->sentence), "clock-change");
  gtk_widget_set_parent (GTK_WIDGET (self->sentence), GTK_WIDGET (self));
}

static void
add_button (AftEventTimeChoice *self, guint i)
{
  GtkWidget *button = gtk_check_button_new ();

  self->buttons[i] = GTK_CHECK_BUTTON (button);
  if (i > 0)
    gtk_check_button_set_group (self->buttons[i], self->buttons[0]);
  gtk_widget_add_css_class (button, "figures");
  gtk_widget_set_parent (button, GTK_WIDGET (self));
  g_signal_connect (button, "toggled", G_CALLBACK (toggled_cb), self);
}

static void
aft_event_time_choice_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (aft_event_time_choice_parent_class)->dispose (object);
}

static void
aft_event_time_choice_class_init (AftEventTimeChoiceClass *klass)
{
  static const guint keys[] = { GDK_KEY_Up, GDK_KEY_Down, GDK_KEY_Left, GDK_KEY_Right };

  G_OBJECT_CLASS (klass)->dispose = aft_event_time_choice_dispose;
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen",
                                         G_TYPE_FROM_CLASS (klass),
                                         G_SIGNAL_RUN_LAST,
                                         0,
                                         NULL,
                                         NULL,
                                         NULL,
                                         G_TYPE_NONE,
                                         1,
                                         G_TYPE_INT64);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding (GTK_WIDGET_CLASS (klass), keys[i], 0, turn_cb, NULL);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
aft_event_time_choice_init (AftEventTimeChoice *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  add_label (self);
  add_button (self, 0);
  add_button (self, 1);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
aft_event_time_choice_new (void)
{
  return g_object_new (AFT_TYPE_EVENT_TIME_CHOICE, NULL);
}

/* "First, CEST (UTC+02:00)", or with its time where that is not the one that was typed. */
static char *
describe_option (const AftZone *zone, AftInstant instant, guint i, gboolean is_gap)
{
  g_autofree char *time = aft_zone_format_time (zone, instant);
  g_autofree char *offset = aft_zone_format_offset (zone, instant);
  const char      *name = aft_zone_abbreviation_at (zone, instant);

  if (is_gap)
    return g_strdup_printf (
        /* Translators: a time of day and the short name of its zone */
        i == 0 ? _ ("%s %s, before the change") : _ ("%s %s, after the change"),
        time,
        name);
  /* Translators: of two times that look alike; the short name of a zone, its offset */
  return g_strdup_printf (i == 0 ? _ ("First, %s (%s)") : _ ("Second, %s (%s)"), name, offset);
}

static void
show (AftEventTimeChoice *self,
      const AftZone      *zone,
      const AftInstant    instants[2],
      AftInstant          chosen,
      gboolean            is_gap)
{
  self->is_updating = TRUE;
  aft_ui_set_label (self->sentence,
                    is_gap ? _ ("Clocks were put forward over this time: no clock showed it.")
                           : _ ("Clocks were put back: they showed this time twice."));
  for (guint i = 0; i < G_N_ELEMENTS (self->buttons); i++)
    {
      g_autofree char *text = describe_option (zone, instants[i], i, is_gap);

      self->instants[i] = instants[i];
      gtk_check_button_set_label (self->buttons[i], text);
      gtk_check_button_set_active (self->buttons[i], chosen == instants[i]);
    }
  self->is_updating = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

void
aft_event_time_choice_show_instant (AftEventTimeChoice *self,
                                    const AftZone      *zone,
                                    AftInstant          instant)
{
  AftInstant twins[2];

  g_return_if_fail (AFT_IS_EVENT_TIME_CHOICE (self));

  if (instant != AFT_INSTANT_NONE && aft_zone_find_twins (zone, instant, &twins[0], &twins[1]))
    show (self, zone, twins, instant, FALSE);
  else
    gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

void
aft_event_time_choice_show_entry (AftEventTimeChoice *self,
                                  const AftZone      *zone,
                                  const AftTimeEntry *entry)
{
  g_return_if_fail (AFT_IS_EVENT_TIME_CHOICE (self));

  if (entry->state == AFT_WALL_GAP && !entry->date_only)
    show (self, zone, (const AftInstant[]){ entry->other, entry->instant }, entry->instant, TRUE);
  else
    aft_event_time_choice_show_instant (
        self, zone, entry->date_only ? AFT_INSTANT_NONE : entry->instant);
}

void
aft_event_time_choice_choose (AftEventTimeChoice *self, gboolean second)
{
  g_return_if_fail (AFT_IS_EVENT_TIME_CHOICE (self));
  gtk_check_button_set_active (self->buttons[second ? 1 : 0], TRUE);
}
