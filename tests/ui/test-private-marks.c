/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/private-marks.h"

#include "ui/form.h"
#include "ui/widgets/prose-card.h"

static GtkWidget *
show_prose (Fixture *fixture, const char *text)
{
  GtkWidget *card = show (fixture, aft_prose_card_new ("summary.overview"));

  gtk_text_buffer_insert_at_cursor (buffer_of (card), text, -1);
  return card;
}

static void
select_range (GtkWidget *card, int from, int to)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_offset (buffer_of (card), &start, from);
  gtk_text_buffer_get_iter_at_offset (buffer_of (card), &end, to);
  gtk_text_buffer_select_range (buffer_of (card), &start, &end);
}

static gboolean
press (GtkWidget *card)
{
  return gtk_widget_activate_action (
      find (card, AFT_TYPE_PROSE_VIEW), "prose.toggle-private", NULL);
}

/* What of the text is shown as private, "-" for each other character. */
static char *
shown_as_private (GtkWidget *card)
{
  GtkTextBuffer *buffer = buffer_of (card);
  GtkTextTag    *tag =
      gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), "aft-private");
  GString    *shown = g_string_new (NULL);
  GtkTextIter iter;

  g_assert_nonnull (tag);
  gtk_text_buffer_get_start_iter (buffer, &iter);
  for (; !gtk_text_iter_is_end (&iter); gtk_text_iter_forward_char (&iter))
    if (gtk_text_iter_has_tag (&iter, tag))
      g_string_append_unichar (shown, gtk_text_iter_get_char (&iter));
    else
      g_string_append_c (shown, '-');
  return g_string_free (shown, FALSE);
}

static void
assert_shown (GtkWidget *card, const char *expected)
{
  g_autofree char *shown = shown_as_private (card);

  g_assert_cmpstr (shown, ==, expected);
}

static void
test_key (Fixture *fixture, gconstpointer data)
{
  GtkWidget  *card = show_prose (fixture, "told Äcme late");
  GtkTextIter start, end;

  select_range (card, 6, 6);
  g_assert_true (press (card));
  assert_prose (card, "told ||Äcme|| late");
  g_assert_cmpstr (
      aft_record_get_text (fixture->root, AFT_DOC_SUMMARY_OVERVIEW), ==, "told ||Äcme|| late");
  g_assert_true (gtk_text_buffer_get_selection_bounds (buffer_of (card), &start, &end));
  g_assert_cmpint (gtk_text_iter_get_offset (&start), ==, 5);
  g_assert_cmpint (gtk_text_iter_get_offset (&end), ==, 13);
  /* once more is once back */
  press (card);
  assert_prose (card, "told Äcme late");
}

static void
test_one_step (Fixture *fixture, gconstpointer data)
{
  GtkWidget *card = show_prose (fixture, "one two");

  select_range (card, 0, 7);
  press (card);
  gtk_text_buffer_insert_at_cursor (buffer_of (card), "!", -1);
  undo (fixture);
  assert_prose (card, "||one two||");
  undo (fixture);
  assert_prose (card, "one two");
  undo (fixture);
  assert_prose (card, "");
}

static void
test_nothing (Fixture *fixture, gconstpointer data)
{
  GtkWidget *card = show_prose (fixture, "one  two");

  select_range (card, 4, 4);
  press (card);
  assert_prose (card, "one  two");
  aft_postmortem_set_read_only (fixture->postmortem, TRUE);
  select_range (card, 0, 3);
  press (card);
  assert_prose (card, "one  two");
}

static void
test_shown (Fixture *fixture, gconstpointer data)
{
  GtkWidget *card = show_prose (fixture, "a ||b|| c");

  assert_shown (card, "--||b||--");
  /* and whatever changes it */
  gtk_text_buffer_set_text (buffer_of (card), "||a||b", -1);
  assert_shown (card, "||a||-");
  aft_postmortem_set_text (
      fixture->postmortem, fixture->root, AFT_DOC_SUMMARY_OVERVIEW, "ä\n||b\nc|| d || e");
  assert_shown (card, "--||b\nc||---|| e");
  aft_postmortem_set_text (fixture->postmortem, fixture->root, AFT_DOC_SUMMARY_OVERVIEW, "a | b");
  assert_shown (card, "-----");
}

/* Not colour alone, in every style. */
static void
test_looks (Fixture *fixture, gconstpointer data)
{
  static const AdwColorScheme schemes[] = { ADW_COLOR_SCHEME_FORCE_LIGHT,
                                            ADW_COLOR_SCHEME_FORCE_DARK };
  GtkWidget                  *card = show_prose (fixture, "a ||b|| c");
  GtkTextTag                 *tag =
      gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer_of (card)), "aft-private");

  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    {
      g_autoptr (GdkRGBA) tint = NULL;
      PangoUnderline underline;

      adw_style_manager_set_color_scheme (adw_style_manager_get_default (), schemes[i]);
      g_object_get (tag, "underline", &underline, "background-rgba", &tint, NULL);
      g_assert_cmpint (underline, !=, PANGO_UNDERLINE_NONE);
      g_assert_cmpfloat (tint->alpha, >, 0.1);
      gtk_widget_queue_draw (card);
      gtk_test_widget_wait_for_draw (card);
    }
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_DEFAULT);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv);
  adw_init ();
  gtk_source_init ();
#define CASE(path, function)                                                                       \
  g_test_add ("/ui/private-marks/" path, Fixture, NULL, set_up, function, tear_down)
  CASE ("the key marks and unmarks", test_key);
  CASE ("it is a step of its own", test_one_step);
  CASE ("without a word nothing happens", test_nothing);
  CASE ("what is private is shown as such", test_shown);
  CASE ("it is shown by more than colour", test_looks);
  return g_test_run ();
}
