/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/twin.h"

#include "model/audience.h"
#include "model/record-list.h"
#include "model/schema.h"
#include "support/fixtures.h"

static void
test_every_row (void)
{
  g_autoptr (AftRecord) root = fixture_full_document (1);
  g_autoptr (AftRecord) copy = aft_record_copy (root);

  g_assert_true (aft_record_find_twin (root, copy) == root);
  for (guint field = 0; field < AFT_DOC_N_FIELDS; field++)
    {
      AftRecordList *rows, *copies;

      if (aft_record_get_field (root, field)->kind != AFT_KIND_LIST)
        continue;
      rows = aft_record_get_list (root, field);
      copies = aft_record_get_list (copy, field);
      for (guint i = 0; i < aft_record_list_get_length (rows); i++)
        g_assert_true (aft_record_find_twin (root, aft_record_list_get (copies, i)) ==
                       aft_record_list_get (rows, i));
    }
}

/* An event is told by its id where the copy lacks the ones before it; one that went has no twin. */
static void
test_other_places (void)
{
  g_autoptr (AftRecord) root = aft_record_new (&aft_doc_schema);
  g_autoptr (AftPostmortem) postmortem = aft_postmortem_new_for_root (root);
  AftRecordList *events = aft_record_get_list (root, AFT_DOC_EVENTS);
  g_autoptr (AftRecord) first = fixture_event ("2026-05-04T14:02:00Z", "One", AFT_CHOICE_NONE);
  g_autoptr (AftRecord) second = fixture_event ("2026-05-04T14:03:00Z", "Two", AFT_CHOICE_NONE);
  g_autoptr (AftRecord) copy = NULL;
  AftRecord *shown;

  aft_postmortem_insert (postmortem, events, 0, first);
  aft_postmortem_insert (postmortem, events, 1, second);
  aft_postmortem_set_flag (postmortem, first, AFT_EVENT_PRIVATE, TRUE);
  copy = aft_audience_copy (root, AFT_AUDIENCE_PUBLIC, FALSE);
  shown = aft_record_list_get (aft_record_get_list (copy, AFT_DOC_EVENTS), 0);
  g_assert_true (aft_record_find_twin (root, shown) == second);
  aft_postmortem_remove (postmortem, events, 1);
  g_assert_null (aft_record_find_twin (root, shown));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/twin/every row of a copy has one", test_every_row);
  g_test_add_func ("/model/twin/places may differ", test_other_places);
  return g_test_run ();
}
