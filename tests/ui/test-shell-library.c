/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the library page decides, without a window: filters, groups, the facts on the card. */
#include <glib.h>

#include "format/json-writer.h"
#include "model/events.h"
#include "store/library.h"
#include "support/fixtures.h"
#include "ui/library-facts-card.h"
#include "ui/library-filter.h"
#include "ui/library-item.h"
#include "ui/library-row.h"

/* A document in few words. */
typedef struct
{
  const char *title;
  guint       kind, status, severity;
  const char *service, *tag;
  const char *start, *resolved; /* RFC 3339 or NULL */
  const char *due;
} Sketch;

static const Sketch sketches[] = {
  { "Push", 0, AFT_STATUS_DRAFT, 1, "ads", "config", "2026-05-01T23:30:00Z", NULL, "2026-05-03" },
  { "Ledger",
    0,
    AFT_STATUS_CLOSED,
    0,
    "ledger",
    "config",
    "2026-04-01T10:00:00Z",
    "2026-04-01T13:20:00Z",
    "2026-05-05" },
  { "DNS",
    0,
    AFT_STATUS_REVIEWED,
    2,
    "dns",
    NULL,
    "2025-12-31T23:30:00Z",
    "2026-01-01T00:30:00Z",
    NULL },
  { "Migration",
    1,
    AFT_STATUS_DRAFT,
    AFT_CHOICE_NONE,
    "ads",
    NULL,
    "2026-05-04T09:00:00Z",
    NULL,
    NULL },
};

static void
add_event (AftPostmortem *postmortem, const char *at, guint milestone)
{
  g_autoptr (AftRecord) event = NULL;

  if (at == NULL)
    return;
  event = fixture_event (at, "Something", milestone);
  aft_postmortem_insert (postmortem,
                         aft_record_get_list (aft_postmortem_get_root (postmortem), AFT_DOC_EVENTS),
                         G_MAXUINT,
                         event);
}

static void
set_word (AftPostmortem *postmortem, guint field, const char *word)
{
  const char *words[] = { word, NULL };

  if (word != NULL)
    aft_postmortem_set_words (postmortem, aft_postmortem_get_root (postmortem), field, words);
}

static void
add_action (AftPostmortem *postmortem, const char *due)
{
  g_autoptr (AftRecord) action = aft_record_new (&aft_action_schema);

  if (due == NULL)
    return;
  aft_postmortem_insert (
      postmortem,
      aft_record_get_list (aft_postmortem_get_root (postmortem), AFT_DOC_ACTIONS),
      G_MAXUINT,
      action);
  aft_postmortem_set_text (postmortem, action, AFT_ACTION_TITLE, "Do it");
  aft_postmortem_set_text (postmortem, action, AFT_ACTION_DUE, due);
}

static void
save_sketch (AftLibrary *library, const Sketch *sketch)
{
  g_autoptr (AftPostmortem) postmortem = aft_postmortem_new (sketch->kind);
  AftRecord *root = aft_postmortem_get_root (postmortem);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;
  char *json;

  aft_postmortem_set_text (postmortem, root, AFT_DOC_TITLE, sketch->title);
  aft_postmortem_set_text (postmortem, root, AFT_DOC_TIME_ZONE, "Europe/Zurich");
  aft_postmortem_set_choice (postmortem, root, AFT_DOC_STATUS, sketch->status);
  if (sketch->severity != AFT_CHOICE_NONE)
    aft_postmortem_set_choice (postmortem, root, AFT_DOC_SEVERITY, sketch->severity);
  set_word (postmortem, AFT_DOC_SERVICES, sketch->service);
  set_word (postmortem, AFT_DOC_TAGS, sketch->tag);
  add_event (postmortem, sketch->start, AFT_MILESTONE_IMPACT_START);
  add_event (postmortem, sketch->resolved, AFT_MILESTONE_RESOLVED);
  /* two of them, and one that is due later */
  add_action (postmortem, sketch->due);
  add_action (postmortem, sketch->due);
  add_action (postmortem, sketch->due != NULL ? "2099-01-01" : NULL);
  json = aft_json_write (root, &length);
  bytes = g_bytes_new_take (json, length);
  aft_library_save (library, aft_postmortem_get_id (postmortem), bytes, &error);
  g_assert_no_error (error);
}

typedef struct
{
  AftLibrary *library;
  GPtrArray  *entries;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->library = aft_library_open ("", &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (sketches); i++)
    save_sketch (fixture->library, &sketches[i]);
  fixture->entries = aft_library_list (fixture->library, FALSE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (fixture->entries->len, ==, G_N_ELEMENTS (sketches));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_ptr_array_unref (fixture->entries);
  aft_library_close (fixture->library);
  /* What was announced holds the library until it is delivered. */
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (fixture->library);
}

static AftEntry *
find (Fixture *fixture, const char *title)
{
  for (guint i = 0; i < fixture->entries->len; i++)
    if (g_str_equal (aft_entry_get_title (g_ptr_array_index (fixture->entries, i)), title))
      return g_ptr_array_index (fixture->entries, i);
  g_assert_not_reached ();
}

/* The titles that pass, sorted and joined. */
static char *
passing (Fixture *fixture, const AftLibraryFilter *filter)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) titles = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (sketches); i++)
    if (aft_library_filter_matches (filter, find (fixture, sketches[i].title)))
      g_strv_builder_add (builder, sketches[i].title);
  titles = g_strv_builder_end (builder);
  return g_strjoinv (" ", titles);
}

static void
test_filter (Fixture *fixture, gconstpointer data)
{
#define ANY AFT_CHOICE_NONE
  static const struct
  {
    AftLibraryFilter filter;
    const char      *titles;
  } cases[] = {
    { { ANY, ANY, ANY, NULL, NULL, 0 }, "Push Ledger DNS Migration" },
    { { AFT_DOC_KIND_NEAR_MISS, ANY, ANY, NULL, NULL, 0 }, "Migration" },
    { { AFT_DOC_KIND_INCIDENT, ANY, ANY, NULL, NULL, 0 }, "Push Ledger DNS" },
    { { ANY, AFT_STATUS_DRAFT, ANY, NULL, NULL, 0 }, "Push Migration" },
    { { ANY, ANY, 0, NULL, NULL, 0 }, "Ledger" },
    { { ANY, ANY, ANY, (char *) "ads", NULL, 0 }, "Push Migration" },
    { { ANY, ANY, ANY, NULL, (char *) "config", 0 }, "Push Ledger" },
    { { ANY, ANY, ANY, (char *) "ads", (char *) "config", 0 }, "Push" },
    { { ANY, ANY, ANY, (char *) "ad", NULL, 0 }, "" },
    /* New Year's Eve in UTC is already the new year in Zurich. */
    { { ANY, ANY, ANY, NULL, NULL, 2026 }, "Push Ledger DNS Migration" },
    { { ANY, ANY, ANY, NULL, NULL, 2025 }, "" },
  };
#undef ANY

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *titles = passing (fixture, &cases[i].filter);

      g_assert_cmpstr (titles, ==, cases[i].titles);
      g_assert_cmpint (aft_library_filter_is_empty (&cases[i].filter), ==, i == 0);
    }
}

static void
test_groups (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (aft_library_group_of (find (fixture, "Push")), ==, AFT_LIBRARY_ONGOING);
  g_assert_cmpint (aft_library_group_of (find (fixture, "Ledger")), ==, AFT_LIBRARY_FINISHED);
  g_assert_cmpint (aft_library_group_of (find (fixture, "Migration")), ==, AFT_LIBRARY_NEAR_MISSES);
}

static void
test_collect (Fixture *fixture, gconstpointer data)
{
  g_auto (GStrv) services = aft_library_collect_services (fixture->entries);
  g_auto (GStrv) tags = aft_library_collect_tags (fixture->entries);
  g_autoptr (GArray) years = aft_library_collect_years (fixture->entries);

  g_assert_cmpstrv (services, ((const char *[]){ "ads", "dns", "ledger", NULL }));
  g_assert_cmpstrv (tags, ((const char *[]){ "config", NULL }));
  g_assert_cmpuint (years->len, ==, 1);
  g_assert_cmpint (g_array_index (years, int, 0), ==, 2026);
}

static void
test_facts (Fixture *fixture, gconstpointer data)
{
  AftLibraryFacts  facts;
  g_autofree char *words = NULL;

  aft_library_facts (fixture->entries, FIXTURE_NOW, "UTC", &facts);
  g_assert_cmpint (facts.days, ==, 3);
  g_assert_cmpint (facts.longest, ==, 91);
  g_assert_cmpuint (facts.ongoing, ==, 1);
  g_assert_cmpuint (facts.overdue, ==, 2);
  words = aft_library_facts_describe (&facts);
  g_assert_cmpstr (words, ==, "Longest: 91 days · 1 ongoing · 2 actions overdue");

  /* In Zurich the push happened on 2 May. */
  aft_library_facts (fixture->entries, FIXTURE_NOW, "Europe/Zurich", &facts);
  g_assert_cmpint (facts.days, ==, 2);
}

static void
test_no_facts (void)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  AftLibraryFacts  facts;
  g_autofree char *words = NULL;

  aft_library_facts (none, FIXTURE_NOW, "UTC", &facts);
  g_assert_cmpint (facts.days, ==, -1);
  g_assert_cmpint (facts.longest, ==, -1);
  words = aft_library_facts_describe (&facts);
  g_assert_cmpstr (words, ==, "");
}

static void
test_items (Fixture *fixture, gconstpointer data)
{
  const AftLibraryFilter any = AFT_LIBRARY_FILTER_INIT;
  const AftLibraryFacts  facts = { 3, 91, 1, 1 };
  g_autoptr (GPtrArray) items = aft_library_items_grouped (fixture->entries, &any, &facts);
  guint headings = 0, rows = 0, firsts = 0, lasts = 0;

  g_assert_cmpint (aft_library_item_get_item_type (items->pdata[0]), ==, AFT_LIBRARY_ITEM_FACTS);
  for (guint i = 1; i < items->len; i++)
    {
      AftLibraryItem *item = items->pdata[i];
      gboolean        row = aft_library_item_get_item_type (item) == AFT_LIBRARY_ITEM_ENTRY;

      headings += !row;
      rows += row;
      firsts += aft_library_item_get_first (item);
      lasts += aft_library_item_get_last (item);
    }
  g_assert_cmpuint (headings, ==, 3);
  g_assert_cmpuint (rows, ==, G_N_ELEMENTS (sketches));
  g_assert_cmpuint (firsts, ==, 3);
  g_assert_cmpuint (lasts, ==, 3);
}

static void
count_cb (GListModel *store, guint position, guint removed, guint added, guint *touched)
{
  *touched += MAX (removed, added);
}

static void
test_update (Fixture *fixture, gconstpointer data)
{
  const AftLibraryFilter any = AFT_LIBRARY_FILTER_INIT;
  const AftLibraryFilter drafts = {
    AFT_CHOICE_NONE, AFT_STATUS_DRAFT, AFT_CHOICE_NONE, NULL, NULL, 0
  };
  g_autoptr (GListStore) store = g_list_store_new (AFT_TYPE_LIBRARY_ITEM);
  g_autoptr (GPtrArray) all = aft_library_items_flat (fixture->entries, &any);
  g_autoptr (GPtrArray) same = aft_library_items_flat (fixture->entries, &any);
  g_autoptr (GPtrArray) fewer = aft_library_items_flat (fixture->entries, &drafts);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  guint touched = 0;

  g_signal_connect (store, "items-changed", G_CALLBACK (count_cb), &touched);
  aft_library_items_update (store, all);
  g_assert_cmpuint (touched, ==, all->len);
  aft_library_items_update (store, same);
  g_assert_cmpuint (touched, ==, all->len);
  aft_library_items_update (store, fewer);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (store)), ==, fewer->len);
  aft_library_items_update (store, none);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (store)), ==, 0);
}

static void
test_row_facts (Fixture *fixture, gconstpointer data)
{
  g_autofree char *ledger = aft_library_row_facts (find (fixture, "Ledger"), FIXTURE_NOW);
  g_autofree char *push = aft_library_row_facts (find (fixture, "Push"), FIXTURE_NOW);

  g_assert_cmpstr (ledger, ==, "1 Apr · 3 h 20 min · ledger");
  g_assert_cmpstr (push, ==, "2 May · ads");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define CASE(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  CASE ("/ui/library/a filter lets through what has all it asks for", test_filter);
  CASE ("/ui/library/ongoing, finished and near misses are told apart", test_groups);
  CASE ("/ui/library/choices are what the library has", test_collect);
  CASE ("/ui/library/days are counted on the calendar of the zone", test_facts);
  CASE ("/ui/library/each group begins and ends once", test_items);
  CASE ("/ui/library/only what differs is touched", test_update);
  CASE ("/ui/library/a row says when, how long and where", test_row_facts);
  g_test_add_func ("/ui/library/no incident gives no figure", test_no_facts);
  return g_test_run ();
}
