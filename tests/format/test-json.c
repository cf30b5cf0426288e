/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "format/json-reader.h"
#include "format/json-writer.h"
#include "format/prescan.h"
#include "support/fixtures.h"

static void
assert_round_trip (const char *json, gsize length)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AftRecord) root = aft_json_read (json, length, &error);
  g_autofree char *again = NULL;

  g_assert_no_error (error);
  again = aft_json_write (root, NULL);
  g_assert_cmpstr (again, ==, json);
}

static void
test_round_trip (void)
{
  for (guint seed = 0; seed < 1000; seed++)
    {
      g_autoptr (AftRecord) root =
          seed % 10 == 0 ? fixture_full_document (seed) : fixture_random_document (seed);
      gsize            length;
      g_autofree char *json = aft_json_write (root, &length);

      assert_round_trip (json, length);
    }
}

static void
test_samples (void)
{
  const char *folder = g_getenv ("AFTERWORD_SAMPLES");
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint       n_samples = 0;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *json = NULL;
      gsize            length;

      if (!g_str_has_suffix (name, ".postmortem"))
        continue;
      g_test_message ("%s", name);
      g_assert_true (g_file_get_contents (path, &json, &length, NULL));
      assert_round_trip (json, length);
      n_samples++;
    }
  g_assert_cmpuint (n_samples, >=, 3);
}

static void
test_unknown_keys (void)
{
  static const char json[] = "{\n"
                             "  \"format\": 1,\n"
                             "  \"kind\": \"incident\",\n"
                             "  \"status\": \"draft\",\n"
                             "  \"impact\": {\n"
                             "    \"users\": {\n"
                             "      \"count\": 12,\n"
                             "      \"median\": 0.5\n"
                             "    },\n"
                             "    \"mood\": null\n"
                             "  },\n"
                             "  \"timeline\": {\n"
                             "    \"events\": [\n"
                             "      {\n"
                             "        \"precision\": \"exact\",\n"
                             "        \"kind\": \"other\",\n"
                             "        \"lane\": \"system\",\n"
                             "        \"weight\": [\n"
                             "          1,\n"
                             "          {},\n"
                             "          []\n"
                             "        ]\n"
                             "      }\n"
                             "    ]\n"
                             "  },\n"
                             "  \"x.y\": \"dotted\",\n"
                             "  \"future\": {\n"
                             "    \"a\": true\n"
                             "  }\n"
                             "}\n";

  assert_round_trip (json, strlen (json));
}

static void
test_canonical (void)
{
  static const char messy[] = "{\"title\":\"a\\/\\u00e9\",\"format\":1.0e0,\"impact\":{\"revenue\":"
                              "{\"amount\":1e3,\"low\":0.10}},\"tags\":[],\"owner\":\"\"}";
  g_autoptr (GError) error = NULL;
  g_autoptr (AftRecord) root = aft_json_read (messy, strlen (messy), &error);
  static const char tidy[] = "{\"title\":\"a\\/\\u00e9\",\"format\":1,\"impact\":{\"revenue\":"
                             "{\"amount\":1e3,\"low\":0.10}},\"tags\":[],\"owner\":\"\"}";
  g_autofree char  *json = NULL;

  g_assert_error (error, AFT_FORMAT_ERROR, AFT_FORMAT_ERROR_SCHEMA);
  g_clear_error (&error);
  g_assert_null (root);
  root = aft_json_read (tidy, strlen (tidy), &error);
  g_assert_no_error (error);
  json = aft_json_write (root, NULL);
  g_assert_cmpstr (json,
                   ==,
                   "{\n  \"format\": 1,\n  \"kind\": \"incident\",\n  \"title\": \"a/é\",\n"
                   "  \"status\": \"draft\",\n  \"impact\": {\n    \"revenue\": {\n"
                   "      \"amount\": 1000,\n      \"low\": 0.1\n    }\n  }\n}\n");
}

static void
test_schema_errors (void)
{
  static const struct
  {
    const char *json;
    const char *message;
  } cases[] = {
    { "[]", "1:1: the document: not a postmortem: it must be an object" },
    { "{}", "1:1: the document: not a postmortem: there is no whole number “format” at its top" },
    { "{\"format\": 0}", "1:1: the document: “format” must be 1 or higher" },
    { "{\"format\": 1,\n \"severity\": \"sev9\"}",
      "2:14: severity: “sev9” is not one of its words" },
    { "{\"format\": 1, \"title\": 5}", "1:24: title: must be a string" },
    { "{\"format\": 1, \"impact\": []}", "1:25: impact: must be an object" },
    { "{\"format\": 1, \"impact\": {\"users\": {\"count\": 1.5}}}",
      "1:45: impact.users.count: must be a whole number" },
    { "{\"format\": 1, \"timeline\": {\"events\": [{}, {\"at\": \"noon\"}]}}",
      "1:50: timeline.events[1].at: not a time such as 2026-05-04T14:02:00Z" },
    { "{\"format\": 1, \"actions\": [{\"due\": \"2026-02-30\"}]}",
      "1:35: actions[0].due: not a date such as 2026-06-01" },
    { "{\"format\": 1, \"tags\": [1]}", "1:23: tags: must be a list of strings" },
    { "{\"format\": 1, \"lessons\": {\"lucky\": [{}]}}",
      "1:37: lessons.lucky[0]: must be a string" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (aft_json_read (cases[i].json, strlen (cases[i].json), &error));
      g_assert_error (error, AFT_FORMAT_ERROR, AFT_FORMAT_ERROR_SCHEMA);
      g_assert_cmpstr (error->message, ==, cases[i].message);
    }
}

static void
test_newer (void)
{
  static const char json[] = "{\"format\": 2, \"severity\": \"sev0\", \"title\": \"x\"}";
  g_autoptr (GError) error = NULL;
  g_autoptr (AftRecord) root = aft_json_read (json, strlen (json), &error);

  g_assert_no_error (error);
  g_assert_cmpint (aft_record_get_integer (root, AFT_DOC_FORMAT, 0), ==, 2);
  g_assert_cmpstr (aft_record_get_text (root, AFT_DOC_TITLE), ==, "x");
  g_assert_false (aft_record_has (root, AFT_DOC_SEVERITY));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/format/json/a thousand documents come back byte for byte", test_round_trip);
  g_test_add_func ("/format/json/the samples are canonical", test_samples);
  g_test_add_func ("/format/json/unknown keys are kept where they were", test_unknown_keys);
  g_test_add_func ("/format/json/what is read loosely is written strictly", test_canonical);
  g_test_add_func ("/format/json/what is wrong is told with its place", test_schema_errors);
  g_test_add_func ("/format/json/a newer format is read as far as it goes", test_newer);
  return g_test_run ();
}
