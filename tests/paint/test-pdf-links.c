/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paint/pdf-links.h"

#include <string.h>

#define BEFORE          "<< /Type /Annot\n   /Subtype /Link\n   /Rect [ 1 2 3 4 ]\n   "
#define ACTION(address) "/A <<\n      /Type /Action\n      /S /URI\n      /URI (" address ")\n   >>"
#define AFTER           "\n   /BS << /W 0 >>"

static GString *
complete (const char *dictionary)
{
  AftOutlineItem heading = { 1, 20, 1, (char *) "Glossary" };
  guint          objects[] = { 33, 157 };
  g_autoptr (GArray) outline = g_array_new (FALSE, FALSE, sizeof (AftOutlineItem));
  g_autoptr (GArray) page_objects = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GHashTable) anchors = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  AftPages pages = { .height = 842, .outline = outline, .anchors = anchors };

  g_array_append_val (outline, heading);
  g_array_append_vals (page_objects, objects, G_N_ELEMENTS (objects));
  aft_pages_add_anchor (&pages, 'E', 12, 0, 100.5);
  aft_pages_add_anchor (&pages, 'S', 1, 1, 20);
  aft_pages_add_anchor (&pages, 'E', 13, 2, 0);
  return aft_pdf_complete_link (dictionary, strlen (dictionary), &pages, page_objects);
}

static void
test_places (void)
{
  g_autoptr (GString) event = complete (BEFORE ACTION ("afterword:E12") AFTER);
  g_autoptr (GString) heading = complete (BEFORE ACTION ("afterword:S1") AFTER);

  g_assert_cmpstr (event->str,
                   ==,
                   BEFORE AFTER "\n   /Dest [33 0 R /XYZ 0 741.50 0]\n"
                                "   /Contents <FEFF004500310032>");
  g_assert_nonnull (strstr (heading->str, "/Dest [157 0 R /XYZ 0 822.00 0]"));
  g_assert_nonnull (strstr (heading->str, "/Contents <FEFF0047006C006F0073"));
}

static void
test_addresses (void)
{
  const char *dictionary = BEFORE ACTION ("https://example.com/a") AFTER;
  g_autoptr (GString) link = complete (dictionary);

  g_assert_true (g_str_has_prefix (link->str, dictionary));
  g_assert_nonnull (strstr (link->str + strlen (dictionary), "/Contents <FEFF00680074"));
}

static void
test_nowhere (void)
{
  static const char *const cases[] = {
    "",
    BEFORE AFTER,
    BEFORE ACTION ("afterword:E14") AFTER,
    BEFORE ACTION ("afterword:E13") AFTER, /* on a page that is not there */
    BEFORE ACTION ("afterword:") AFTER,
    BEFORE "/URI (afterword:E12",
    BEFORE "/URI (afterword:E12)",
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_null (complete (cases[i]));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paint/pdf-links/places replace what stood for them", test_places);
  g_test_add_func ("/paint/pdf-links/addresses are told in words", test_addresses);
  g_test_add_func ("/paint/pdf-links/what leads nowhere is refused", test_nowhere);
  return g_test_run ();
}
