/* SPDX-License-Identifier: GPL-3.0-or-later */
/* User text is never markup: whatever it holds, the label that ends up on screen has that text. */
#include <adwaita.h>

#include "ui/compat/banner.h"
#include "ui/library-match.h"
#include "ui/text.h"

static const char *const hostile[] = {
  "P&L <outage>", "<b>bold</b>",       "a &amp; b", "</span>", "<a href=\"file:///\">link</a>",
  "_mnemonic",    "<unfinished & odd", "%s %n",     "plain",
};

static gboolean
shows (GtkWidget *widget, const char *text)
{
  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (shows (child, text))
      return TRUE;
  return FALSE;
}

static GtkWidget *
make_label (const char *text)
{
  GtkWidget *widget = gtk_label_new (NULL);

  aft_ui_set_label (GTK_LABEL (widget), text);
  return widget;
}

static GtkWidget *
make_row_title (const char *text)
{
  GtkWidget *widget = adw_action_row_new ();

  aft_ui_set_row_title (ADW_PREFERENCES_ROW (widget), text);
  return widget;
}

static GtkWidget *
make_row_subtitle (const char *text)
{
  GtkWidget *widget = adw_action_row_new ();

  aft_ui_set_row_subtitle (ADW_ACTION_ROW (widget), text);
  return widget;
}

static GtkWidget *
make_combo_title (const char *text)
{
  GtkWidget *widget = adw_combo_row_new ();

  aft_ui_set_row_title (ADW_PREFERENCES_ROW (widget), text);
  return widget;
}

static GtkWidget *
make_expander_title (const char *text)
{
  GtkWidget *widget = adw_expander_row_new ();

  aft_ui_set_row_title (ADW_PREFERENCES_ROW (widget), text);
  return widget;
}

static GtkWidget *
make_expander_subtitle (const char *text)
{
  GtkWidget *widget = adw_expander_row_new ();

  aft_ui_set_expander_subtitle (ADW_EXPANDER_ROW (widget), text);
  return widget;
}

static GtkWidget *
make_status_title (const char *text)
{
  GtkWidget *widget = adw_status_page_new ();

  aft_ui_set_status_title (ADW_STATUS_PAGE (widget), text);
  return widget;
}

static GtkWidget *
make_status_description (const char *text)
{
  GtkWidget *widget = adw_status_page_new ();

  aft_ui_set_status_description (ADW_STATUS_PAGE (widget), text);
  return widget;
}

static GtkWidget *
make_group_title (const char *text)
{
  GtkWidget *widget = adw_preferences_group_new ();

  aft_ui_set_group_title (ADW_PREFERENCES_GROUP (widget), text);
  return widget;
}

static GtkWidget *
make_group_description (const char *text)
{
  GtkWidget *widget = adw_preferences_group_new ();

  aft_ui_set_group_description (ADW_PREFERENCES_GROUP (widget), text);
  return widget;
}

static GtkWidget *
make_window_title (const char *text)
{
  GtkWidget *widget = adw_window_title_new ("", "");

  aft_ui_set_window_title (ADW_WINDOW_TITLE (widget), text, NULL);
  return widget;
}

static GtkWidget *
make_toast (const char *text)
{
  GtkWidget *widget = adw_toast_overlay_new ();

  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (widget), aft_ui_toast (text));
  return widget;
}

static GtkWidget *
make_banner (const char *text)
{
  GtkWidget *widget = aft_banner_new ();

  aft_banner_set_text (AFT_BANNER (widget), text);
  return widget;
}

static const struct
{
  const char *name;
  GtkWidget *(*make) (const char *text);
} slots[] = {
  { "label", make_label },
  { "row title", make_row_title },
  { "row subtitle", make_row_subtitle },
  { "combo row title", make_combo_title },
  { "expander row title", make_expander_title },
  { "expander row subtitle", make_expander_subtitle },
  { "status title", make_status_title },
  { "status description", make_status_description },
  { "group title", make_group_title },
  { "group description", make_group_description },
  { "window title", make_window_title },
  { "toast", make_toast },
  { "banner", make_banner },
};

static void
test_literal (gconstpointer data)
{
  guint slot = GPOINTER_TO_UINT (data);

  for (guint i = 0; i < G_N_ELEMENTS (hostile); i++)
    {
      GtkWidget *widget = g_object_ref_sink (slots[slot].make (hostile[i]));

      if (!shows (widget, hostile[i]))
        g_error ("a %s does not show %s", slots[slot].name, hostile[i]);
      g_assert_finalize_object (widget);
    }
}

static void
test_title (void)
{
  g_autofree char *empty = aft_ui_title ("");
  g_autofree char *blank = aft_ui_title (" \n\t ");
  g_autofree char *lines = aft_ui_title ("a\n  b");
  g_autofree char *hidden = aft_ui_title ("safe\u202egpj.exe");
  g_autofree char *endless = g_strnfill (50000, 'x');
  g_autofree char *cut = aft_ui_title (endless);

  g_assert_cmpstr (empty, ==, "Untitled");
  g_assert_cmpstr (blank, ==, "Untitled");
  g_assert_cmpstr (lines, ==, "a b");
  g_assert_cmpstr (hidden, ==, "safe⟨U+202E⟩gpj.exe");
  g_assert_cmpint (g_utf8_strlen (cut, -1), <=, 300);
}

static void
test_dates (void)
{
  AftInstant       at, now;
  g_autofree char *date = NULL;
  g_autofree char *day = NULL;
  g_autofree char *other_year = NULL;
  g_autofree char *when = NULL;
  g_autofree char *none = NULL;

  g_assert_true (aft_instant_parse ("2026-05-04T23:30:00Z", &at, NULL));
  g_assert_true (aft_instant_parse ("2026-11-23T12:00:00Z", &now, NULL));
  date = aft_ui_format_date (at, "Europe/Zurich");
  day = aft_ui_format_day (at, "UTC", now);
  other_year = aft_ui_format_day (at, "UTC", now + 366 * AFT_DAY);
  when = aft_ui_format_when (at, "Europe/Zurich");
  none = aft_ui_format_date (AFT_INSTANT_NONE, "UTC");
  g_assert_cmpstr (date, ==, "5 May 2026");
  g_assert_cmpstr (day, ==, "4 May");
  g_assert_cmpstr (other_year, ==, "4 May 2026");
  g_assert_cmpstr (when, ==, "5 May 2026, 01:30");
  g_assert_cmpstr (none, ==, "");
}

static void
test_changed (void)
{
  AftInstant       now;
  g_autofree char *today = NULL;
  g_autofree char *yesterday = NULL;
  g_autofree char *before = NULL;

  g_assert_true (aft_instant_parse ("2026-05-04T12:00:00Z", &now, NULL));
  today = aft_ui_format_changed (now - AFT_HOUR, now);
  yesterday = aft_ui_format_changed (now - 13 * AFT_HOUR, now);
  before = aft_ui_format_changed (now - 3 * AFT_DAY, now);
  g_assert_cmpstr (today, ==, "Changed today at 11:00");
  g_assert_cmpstr (yesterday, ==, "Changed yesterday at 23:00");
  g_assert_cmpstr (before, ==, "Changed on 1 May 2026");
}

/* The bold stretches of a text, joined by "|". */
static char *
bold_of (const char *text, const char *query)
{
  g_autoptr (PangoAttrList) list = aft_library_match (text, query);
  g_autoptr (GString) found = g_string_new (NULL);
  GSList *attributes = pango_attr_list_get_attributes (list);

  for (GSList *l = attributes; l != NULL; l = l->next)
    {
      PangoAttribute *attribute = l->data;

      if (found->len > 0)
        g_string_append_c (found, '|');
      g_string_append_len (
          found, text + attribute->start_index, attribute->end_index - attribute->start_index);
    }
  g_slist_free_full (attributes, (GDestroyNotify) pango_attribute_destroy);
  return g_string_free (g_steal_pointer (&found), FALSE);
}

static void
test_match (void)
{
  static const struct
  {
    const char *text, *query, *bold;
  } cases[] = {
    { "the push was pushed", "push", "push|pushed" },
    { "the push was pushed", "push was", "push|was" },
    { "Zürich zurich ZURICH", "zur", "Zürich|zurich|ZURICH" },
    { "<b>push</b>", "b", "b|b" },
    { "e-mail to 10.0.0.1", "10.0", "10|0|0" },
    { "nothing here", "", "" },
    { "nothing here", "\"*(", "" },
    { "データベース 停止", "停", "停止" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *bold = bold_of (cases[i].text, cases[i].query);

      g_assert_cmpstr (bold, ==, cases[i].bold);
    }
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  for (guint i = 0; i < G_N_ELEMENTS (slots); i++)
    {
      g_autofree char *path = g_strdup_printf ("/ui/text/a %s is literal", slots[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_literal);
    }
  g_test_add_func ("/ui/text/titles are one visible line of bounded length", test_title);
  g_test_add_func ("/ui/text/dates are those of the zone", test_dates);
  g_test_add_func ("/ui/text/a change is told by its day", test_changed);
  g_test_add_func ("/ui/text/matches are found without case and accents", test_match);
  return g_test_run ();
}
