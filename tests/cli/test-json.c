/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/json.h"

static void
test_layout (void)
{
  g_auto (AftCliJson) json;

  aft_cli_json_init (&json);
  aft_cli_json_begin_array (&json, NULL);
  aft_cli_json_begin_object (&json, NULL);
  aft_cli_json_add_text (&json, "title", "Push");
  aft_cli_json_add_text (&json, "empty", "");
  aft_cli_json_add_integer (&json, "seconds", -5);
  aft_cli_json_add_flag (&json, "ongoing", FALSE);
  aft_cli_json_begin_array (&json, "tags");
  aft_cli_json_add_text (&json, NULL, "a");
  aft_cli_json_add_text (&json, NULL, "");
  aft_cli_json_end_array (&json);
  aft_cli_json_begin_object (&json, "none");
  aft_cli_json_end_object (&json);
  aft_cli_json_end_object (&json);
  aft_cli_json_begin_object (&json, NULL);
  aft_cli_json_add_flag (&json, "ongoing", TRUE);
  aft_cli_json_end_object (&json);
  aft_cli_json_end_array (&json);
  g_assert_cmpstr (aft_cli_json_finish (&json),
                   ==,
                   "[\n"
                   "  {\n"
                   "    \"title\": \"Push\",\n"
                   "    \"seconds\": -5,\n"
                   "    \"ongoing\": false,\n"
                   "    \"tags\": [\n"
                   "      \"a\",\n"
                   "      \"\"\n"
                   "    ],\n"
                   "    \"none\": {}\n"
                   "  },\n"
                   "  {\n"
                   "    \"ongoing\": true\n"
                   "  }\n"
                   "]\n");
}

static void
test_empty (void)
{
  g_auto (AftCliJson) json;

  aft_cli_json_init (&json);
  aft_cli_json_begin_array (&json, NULL);
  aft_cli_json_end_array (&json);
  g_assert_cmpstr (aft_cli_json_finish (&json), ==, "[]\n");
}

static void
test_text (void)
{
  static const struct
  {
    const char *text, *quoted;
  } cases[] = {
    { "plain äöü 日本 🎉", "\"plain äöü 日本 🎉\"\n" },
    { "\"quoted\" back\\slash / slash", "\"\\\"quoted\\\" back\\\\slash / slash\"\n" },
    { "two\nlines\tand a tab", "\"two\\nlines\\tand a tab\"\n" },
    { "\x1B[31m\x01\x7F", "\"\uFFFD[31m\uFFFD\uFFFD\"\n" },
    { "not \xFF text", "\"not \uFFFD text\"\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (AftCliJson) json;

      aft_cli_json_init (&json);
      aft_cli_json_add_text (&json, NULL, cases[i].text);
      g_assert_cmpstr (aft_cli_json_finish (&json), ==, cases[i].quoted);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/json/it is laid out like a document", test_layout);
  g_test_add_func ("/cli/json/nothing is an empty list", test_empty);
  g_test_add_func ("/cli/json/any text is valid", test_text);
  return g_test_run ();
}
