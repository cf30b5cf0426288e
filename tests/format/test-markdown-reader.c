/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "format/markdown-reader.h"

#include <string.h>

#include "format/json-reader.h"
#include "format/json-writer.h"
#include "format/markdown-writer.h"
#include "support/fixtures.h"

/* A thousand by default; as many as wanted for a long run. */
static guint
n_documents (void)
{
  const char *wanted = g_getenv ("AFTERWORD_DOCUMENTS");

  return wanted != NULL ? (guint) g_ascii_strtoull (wanted, NULL, 10) : 1000;
}

static char *
round_trip (const char *markdown)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AftPostmortem) postmortem = aft_markdown_read (markdown, strlen (markdown), &error);

  g_assert_no_error (error);
  return aft_json_write (aft_postmortem_get_root (postmortem), NULL);
}

/* Where they part; the whole documents are too long to be read. */
static void
report (guint seed, const char *markdown, const char *json, const char *expected)
{
  gsize n = 0;

  while (json[n] == expected[n])
    n++;
  n -= MIN (n, 60);
  g_test_message ("document %u:\n%s", seed, markdown);
  g_error ("document %u: …%.160s… instead of …%.160s…", seed, json + n, expected + n);
}

static void
assert_round_trip (AftRecord *root, guint seed)
{
  g_autofree char *markdown = aft_markdown_write (root);
  g_autofree char *expected = aft_json_write (root, NULL);
  g_autofree char *json = round_trip (markdown);

  if (!g_str_equal (json, expected))
    report (seed, markdown, json, expected);
}

static void
test_round_trip (void)
{
  for (guint seed = 0; seed < n_documents (); seed++)
    {
      g_autoptr (AftRecord) root =
          seed % 10 == 0 ? fixture_full_document (seed) : fixture_random_document (seed);

      assert_round_trip (root, seed);
    }
}

static void
test_nasty (void)
{
  for (guint seed = 0; seed < n_documents (); seed++)
    {
      g_autoptr (AftRecord) root = fixture_nasty_document (seed);

      assert_round_trip (root, seed);
    }
}

/* A small document with one of everything that can be edited. */
static const char json_text[] =
    "{\"format\":1,\"id\":\"d\",\"kind\":\"incident\",\"title\":\"Queue "
    "full\",\"severity\":\"sev2\","
    "\"time_zone\":\"UTC\",\"tags\":[\"queue\"],"
    "\"summary\":{\"overview\":\"It was full.\\n\"},"
    "\"impact\":{\"users\":{\"count\":1200},\"notes\":\"None.\"},"
    "\"timeline\":{\"resolution\":{\"notes\":\"Restarted.\"},\"events\":["
    "{\"id\":\"e3\",\"at\":\"2026-05-04T12:20:00Z\",\"milestone\":\"mitigated\",\"text\":\"Empty\"}"
    ","
    "{\"id\":\"e1\",\"at\":\"2026-05-04T12:00:00.5Z\",\"milestone\":\"impact-start\","
    "\"text\":\"Full\",\"written\":\"noon\",\"private\":true},"
    "{\"id\":\"e2\",\"at\":\"2026-05-04T12:10:00Z\",\"text\":\"Seen\",\"source\":\"log\"}]},"
    "\"analysis\":{\"trigger\":\"# Big\\n\\nA deploy.\",\"whys\":[{\"text\":\"Why?\","
    "\"because\":[{\"text\":\"So.\"}]}]},"
    "\"lessons\":{\"lucky\":[\"It was noon.\",\"Two\\n\\nparagraphs\"]},"
    "\"actions\":[{\"id\":\"a1\",\"title\":\"Add a limit\"},{\"id\":\"a2\",\"title\":\"Alert\"}],"
    "\"x-team\":{\"color\":\"blue\"}}";

static AftRecord *
read_json (void)
{
  g_autoptr (GError) error = NULL;
  AftRecord *root = aft_json_read (json_text, strlen (json_text), &error);

  g_assert_no_error (error);
  return root;
}

static char *
replace (const char *text, const char *old, const char *new)
{
  g_auto (GStrv) parts = g_strsplit (text, old, -1);

  if (parts[1] == NULL)
    g_error ("“%s” is not in\n%s", old, text);
  return g_strjoinv (new, parts);
}

/* An edit of the text, and what the file says then: one line of it, or several that follow each
 * other, without indent. */
static const struct
{
  const char *name, *old, *new, *expected;
} edits[] = {
  { "the title", "# Queue full\n", "# Queue over full\n", "\"title\": \"Queue over full\"" },
  { "the title in the front matter loses against the heading",
    "title: \"Queue full\"",
    "title: \"Other\"",
    "\"title\": \"Queue full\"" },
  { "prose", "It was full.", "It was over full.", "\"overview\": \"It was over full.\"" },
  { "prose that was not touched keeps its white space",
    "Restarted.",
    "Rebooted.",
    "\"overview\": \"It was full.\\n\"" },
  { "prose below a heading of its own",
    "A deploy.",
    "A push.",
    "\"trigger\": \"# Big\\n\\nA push.\"" },
  { "a figure", "| 1200 |", "| 1300 |", "\"count\": 1300" },
  { "a figure that is none",
    "| 1200 |",
    "| many |",
    "\"notes\": \"None.\\n\\nNumber of users: many\"" },
  { "a figure of one’s own",
    "| 1200 |\n",
    "| 1200 |\n| Mood | grim |\n",
    "\"notes\": \"None.\\n\\nMood: grim\"" },
  { "the computed duration becomes a stated one",
    "| 19 min 59 s |",
    "| 25 min |",
    "\"seconds\": 1500" },
  { "a cell of an event keeps what is not shown",
    "| Full |",
    "| Overflow |",
    "\"id\": \"e1\",\n\"at\": \"2026-05-04T12:00:00.5Z\",\n\"precision\": \"exact\",\n\"kind\": "
    "\"other\",\n\"milestone\": \"impact-start\",\n\"lane\": \"system\",\n\"text\": "
    "\"Overflow\",\n\"written\": \"noon\",\n\"private\": true" },
  { "the time of an event",
    "2026-05-04 12:10",
    "≈2026-05-04 12:11",
    "\"id\": \"e2\",\n\"at\": \"2026-05-04T12:11:00Z\",\n\"precision\": \"approximate\"" },
  { "a time without a date is of the day above",
    "2026-05-04 12:10",
    "12:12",
    "\"at\": \"2026-05-04T12:12:00Z\"" },
  { "a time that is none",
    "2026-05-04 12:10",
    "later",
    "\"id\": \"e2\",\n\"precision\": \"exact\"" },
  { "a kind by its word or label",
    "| Other | System |  | Seen |",
    "| alert | users |  | Seen |",
    "\"kind\": \"alert\",\n\"lane\": \"users\",\n\"text\": \"Seen\"" },
  { "a kind that there is none of",
    "| Other | System |  | Seen |",
    "| Mood | System |  | Seen |",
    "\"notes\": \"Restarted.\\n\\nE2, Kind: Mood\"" },
  { "a new event stands behind the one above it",
    "| log |\n",
    "| log |\n|  | 2026-05-04 12:15 |  |  |  | New | me |\n",
    "\"text\": \"New\",\n\"source\": \"me\"" },
  { "rows below a new one keep their ids",
    "| log |\n",
    "| log |\n| E3 | 2026-05-04 12:15 |  |  |  | New | me |\n",
    "\"id\": \"e3\",\n\"at\": \"2026-05-04T12:20:00Z\"" },
  { "actions that change places keep their ids",
    "| A1 | Add a limit |",
    "| A2 | Alert | | | | | | | | |\n| A1 | Add a limit |",
    "\"id\": \"a2\",\n\"title\": \"Alert\"" },
  { "an unknown action column", "| Reason |\n", "| Reason | Team |\n", "\"id\": \"a1\"" },
  { "an item", "- It was noon.", "- It was one.\n- And dry.", "\"It was one.\",\n\"And dry.\"" },
  { "a paragraph between items",
    "- It was noon.",
    "Loose\n- It was noon.",
    "\"Loose\",\n\"It was noon.\"" },
  { "a why", "  - So.", "  - So.\n  - Also.", "\"text\": \"Also.\"" },
  { "an unknown section goes to the appendix",
    "## Lessons learned",
    "## Weather\n\nRain.\n\n### Wind\n\nNone.\n\n## Lessons learned",
    "\"appendix\": \"## Weather\\n\\nRain.\\n\\n### Wind\\n\\nNone.\"" },
  { "an unknown field stays in its section",
    "### Other impact\n\nNone.",
    "### Other impact\n\nNone.\n\n### Press\n\nTwo calls.",
    "\"notes\": \"None.\\n\\n### Press\\n\\nTwo calls.\"" },
  { "a paragraph below a section heading",
    "## Executive summary\n",
    "## Executive summary\n\nIn short: full.\n",
    "\"overview\": \"It was full.\\n\\n\\nIn short: full.\"" },
  { "a paragraph at the end",
    "\n<!-- afterword",
    "\nThe end.\n\n<!-- afterword",
    "\"appendix\": \"The end.\"" },
  { "a choice of the front matter", "severity: sev2", "severity: SEV-1", "\"severity\": \"sev1\"" },
  { "a choice that there is none of",
    "severity: sev2",
    "severity: grave",
    "\"appendix\": \"severity: grave\"" },
  { "words in brackets",
    "tags:\n  - \"queue\"\n",
    "tags: [queue, 'it''s', \"a, b\"] # three\n",
    "\"tags\": [\n\"queue\",\n\"it's\",\n\"a, b\"\n]" },
  { "an unknown key of the front matter",
    "severity: sev2",
    "severity: sev2\nlayout: post # of the wiki",
    "\"layout\": \"post\"" },
  { "a key that is the name of a part",
    "severity: sev2",
    "severity: sev2\nimpact: bad",
    "\"appendix\": \"impact: bad\"" },
  { "another unknown key does not lose the first",
    "severity: sev2",
    "severity: sev2\nlayout: post",
    "\"x-team\": {\n\"color\": \"blue\"\n}" },
  { "the comment damaged",
    "{\"summary.overview",
    "{summary.overview",
    "\"overview\": \"It was full.\"" },
};

/* Without the indent, so that expectations are short. */
static char *
strip_indent (const char *json)
{
  g_auto (GStrv) lines = g_strsplit (json, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    g_strchug (lines[i]);
  return g_strjoinv ("\n", lines);
}

static void
test_edit (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (AftRecord) root = read_json ();
  g_autofree char *markdown = aft_markdown_write (root);
  g_autofree char *edited = replace (markdown, edits[i].old, edits[i].new);
  g_autofree char *json = round_trip (edited);
  g_autofree char *lines = strip_indent (json);

  if (strstr (lines, edits[i].expected) == NULL)
    g_error ("%s\nis not in\n%s\nread from\n%s", edits[i].expected, lines, edited);
}

static void
test_crlf (void)
{
  g_autoptr (AftRecord) root = read_json ();
  g_autofree char *expected = aft_json_write (root, NULL);
  g_autofree char *markdown = aft_markdown_write (root);
  g_autofree char *crlf = replace (markdown, "\n", "\r\n");
  g_autofree char *json = round_trip (crlf);

  g_assert_cmpstr (json, ==, expected);
}

static void
test_without_comment (void)
{
  g_autoptr (AftRecord) root = read_json ();
  g_autofree char *markdown = aft_markdown_write_public (root);
  g_autoptr (AftPostmortem) postmortem = aft_markdown_read (markdown, strlen (markdown), NULL);
  AftRecord     *again = aft_postmortem_get_root (postmortem);
  AftRecordList *events = aft_record_get_list (again, AFT_DOC_EVENTS);

  g_assert_null (strstr (markdown, "<!--"));
  g_assert_cmpuint (aft_record_list_get_length (events), ==, 3);
  g_assert_cmpstr (
      aft_record_get_text (aft_record_list_get (events, 0), AFT_EVENT_TEXT), ==, "Full");
  g_assert_cmpstr (aft_record_get_text (again, AFT_DOC_TRIGGER), ==, "#### Big\n\nA deploy.");
}

static void
test_order (void)
{
  g_autoptr (AftRecord) root = read_json ();
  g_autofree char *markdown = aft_markdown_write (root);
  g_autofree char *edited =
      replace (markdown, "| log |\n", "| log |\n|  | 2026-05-04 12:15 |  |  |  | New | me |\n");
  g_autoptr (AftPostmortem) postmortem = aft_markdown_read (edited, strlen (edited), NULL);
  static const char *const expected[] = { "Empty", "Full", "Seen", "New" };
  AftRecordList           *events =
      aft_record_get_list (aft_postmortem_get_root (postmortem), AFT_DOC_EVENTS);

  g_assert_cmpuint (aft_record_list_get_length (events), ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpstr (
        aft_record_get_text (aft_record_list_get (events, i), AFT_EVENT_TEXT), ==, expected[i]);
}

static void
test_ours (void)
{
  static const struct
  {
    const char *text;
    gboolean    is_ours;
  } cases[] = {
    { "", FALSE },
    { "# Postmortem\n", FALSE },
    { "---\ntitle: x\n---\n", FALSE },
    { "---\nafterword: 1\n", FALSE },
    { "---\nafterword: 2\n---\n", FALSE },
    { "---\nafterword: 1\n---\n", TRUE },
    { "\xEF\xBB\xBF---\r\ntitle: x\r\nafterword: 1\r\n---\r\n", TRUE },
    { "text\n---\nafterword: 1\n---\n", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gsize length = strlen (cases[i].text);
      g_autoptr (GError) error = NULL;
      g_autoptr (AftPostmortem) postmortem = aft_markdown_read (cases[i].text, length, &error);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (aft_markdown_is_ours (cases[i].text, length), ==, cases[i].is_ours);
      g_assert_true ((postmortem != NULL) == cases[i].is_ours);
      g_assert_true ((error != NULL) != cases[i].is_ours);
    }
}

/* A field holds 1 MB: more than that is no document. */
static void
test_too_large (void)
{
  g_autofree char *words = g_strnfill (1200 * 1024, 'a');
  g_autofree char *markdown = g_strconcat ("---\nafterword: 1\n---\n# T\n\n", words, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (aft_markdown_read (markdown, strlen (markdown), &error));
  g_assert_error (error, AFT_FORMAT_ERROR, AFT_FORMAT_ERROR_SCHEMA);
}

static char *
repeat (const char *before, const char *piece, guint n, const char *after)
{
  GString *text = g_string_new (before);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, piece, i);
  g_string_append (text, after);
  return g_string_free (text, FALSE);
}

/* Each would take minutes if any step looked back at all before it. */
static void
test_bombs (void)
{
#define HEAD "---\nafterword: 1\n---\n# T\n"
  static const struct
  {
    const char *before, *piece;
    guint       n;
    const char *after;
  } bombs[] = {
    { "---\nafterword: 1\nx:\n", "- %u\n", 100000, "---\n" },
    { "---\nafterword: 1\n", "k%u: v\n", 80000, "---\n" },
    { "---\nafterword: 1\ntags: [", "%u, ", 100000, "]\n---\n" },
    { HEAD "## Impact\n\n| Figure | Value |\n| --- | --- |\n", "| k%u | v |\n", 50000, "" },
    { HEAD "## Timeline\n\n", "| a%u |\n| --- |\n\n", 40000, "" },
    { HEAD "## Timeline\n\n### Events\n\n| # | Event |\n|--|--|\n",
      "| E%u | x | y |\n",
      20000,
      "" },
    { HEAD "## Root cause\n\n### How and why\n\n", "- %u\n", 50000, "" },
    { HEAD, "## S%u\n", 50000, "" },
    { HEAD "## Root cause\n\n", "### Trigger\n\nx%u\n\n", 40000, "" },
    { HEAD "\n<!-- afterword\n{\"keys\": [[\"\", \"a\", \"1\"]",
      ", [\"\", \"k%u\", \"1\"]",
      60000,
      "]}\n-->\n" },
    { HEAD "\n", "<!-- afterword %u\n", 50000, "" },
    { HEAD "\n", "` `` <a \\%u ", 50000, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (bombs); i++)
    {
      g_autofree char *text = repeat (bombs[i].before, bombs[i].piece, bombs[i].n, bombs[i].after);
      g_autoptr (GError) error = NULL;
      g_autoptr (AftPostmortem) postmortem = NULL;
      gint64 start = g_get_monotonic_time ();

      postmortem = aft_markdown_read (text, strlen (text), &error);
      g_test_message ("%s: %.0f ms", bombs[i].piece, (g_get_monotonic_time () - start) / 1000.0);
      g_assert_true ((postmortem == NULL) == (error != NULL));
    }
#undef HEAD
}

/* Cuts, doubles, moves and overwrites stretches of the text. */
static void
mutate (GRand *rand, GByteArray *bytes)
{
  int n = g_rand_int_range (rand, 1, 12);

  for (int i = 0; i < n && bytes->len > 1; i++)
    {
      guint start = (guint) g_rand_int_range (rand, 0, bytes->len);
      guint length = (guint) g_rand_int_range (rand, 0, MIN (bytes->len - start, 200) + 1);
      g_autofree guint8 *stretch = g_memdup2 (bytes->data + start, length);

      switch (g_rand_int_range (rand, 0, 4))
        {
        case 0:
          g_byte_array_remove_range (bytes, start, length);
          break;
        case 1:
          g_byte_array_append (bytes, stretch, length);
          break;
        case 2:
          bytes->data[start] = (guint8) g_rand_int_range (rand, 0, 256);
          break;
        default:
          bytes->data[start] = (guint8) "\n|#-`\\<>{}\"0: "[g_rand_int_range (rand, 0, 14)];
        }
    }
}

/* What is read at all is a document that can be written and read again. */
static void
test_mutations (void)
{
  guint n_read = 0;

  for (guint seed = 0; seed < n_documents () / 2; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (AftRecord) root = fixture_nasty_document (seed);
      g_autofree char *markdown = aft_markdown_write (root);
      g_autoptr (GByteArray) bytes = g_byte_array_new ();
      g_autoptr (AftPostmortem) postmortem = NULL;
      g_autoptr (GError) error = NULL;

      g_byte_array_append (bytes, (const guint8 *) markdown, strlen (markdown));
      mutate (rand, bytes);
      postmortem = aft_markdown_read ((const char *) bytes->data, bytes->len, &error);
      g_assert_true ((postmortem == NULL) == (error != NULL));
      if (postmortem == NULL)
        continue;
      assert_round_trip (aft_postmortem_get_root (postmortem), seed);
      n_read++;
    }
  g_assert_cmpuint (n_read, >, n_documents () / 4);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/format/markdown-reader/a thousand documents come back as they were",
                   test_round_trip);
  g_test_add_func ("/format/markdown-reader/nasty documents come back as they were", test_nasty);
  for (gsize i = 0; i < G_N_ELEMENTS (edits); i++)
    {
      g_autofree char *path = g_strconcat ("/format/markdown-reader/edited: ", edits[i].name, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_edit);
    }
  g_test_add_func ("/format/markdown-reader/line ends of Windows change nothing", test_crlf);
  g_test_add_func ("/format/markdown-reader/what is shown is read without the comment",
                   test_without_comment);
  g_test_add_func ("/format/markdown-reader/events come back in the order of the file", test_order);
  g_test_add_func ("/format/markdown-reader/our own Markdown is known by its mark", test_ours);
  g_test_add_func ("/format/markdown-reader/what no file could hold is refused", test_too_large);
  g_test_add_func ("/format/markdown-reader/long documents of nothing come to an end", test_bombs);
  g_test_add_func ("/format/markdown-reader/any bytes are a document or an error", test_mutations);
  return g_test_run ();
}
