/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/autosave.h"

#include <sqlite3.h>

#include "fault-vfs.h"
#include "library-fixture.h"
#include "support/fixtures.h"

/* Time that stands still until it is told to go on; one alarm, as there is one timer. */
typedef struct
{
  gint64      now; /* µs */
  gint64      due;
  guint       id; /* of the alarm, or 0 */
  guint       n_alarms;
  GSourceFunc callback;
  gpointer    target;
} Time;

static gint64
get_time (gpointer data)
{
  return ((Time *) data)->now;
}

static guint
add_timeout (gpointer data, guint delay_ms, GSourceFunc callback, gpointer target)
{
  Time *time = data;

  g_assert_cmpuint (time->id, ==, 0);
  time->due = time->now + delay_ms * 1000;
  time->callback = callback;
  time->target = target;
  return time->id = ++time->n_alarms;
}

static void
remove_timeout (gpointer data, guint id)
{
  Time *time = data;

  g_assert_cmpuint (time->id, ==, id);
  time->id = 0;
}

typedef struct
{
  Place          place;
  Time           time;
  AftLibrary    *library;
  AftPostmortem *postmortem;
  AftAutosave   *autosave;
  guint          n_changed; /* saves that took effect */
} Desk;

static void
changed_cb (AftLibrary *library, const char *id, Desk *desk)
{
  desk->n_changed++;
}

static void
sit_down (Desk *desk, gconstpointer unused)
{
  AftTimekeeper keeper = { get_time, add_timeout, remove_timeout, &desk->time };

  *desk = (Desk){ .time = { .now = 1000000 } };
  place_init (&desk->place);
  desk->library = place_open (&desk->place);
  desk->postmortem = fixture_postmortem ();
  desk->autosave = aft_autosave_new (desk->library, desk->postmortem);
  aft_autosave_set_timekeeper (desk->autosave, &keeper);
  g_signal_connect (desk->library, "changed", G_CALLBACK (changed_cb), desk);
}

static void
stand_up (Desk *desk, gconstpointer unused)
{
  fault_vfs_heal ();
  g_clear_object (&desk->autosave);
  g_clear_object (&desk->postmortem);
  if (desk->library != NULL)
    aft_library_close (desk->library);
  g_clear_object (&desk->library);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  place_clear (&desk->place);
}

static void
type (Desk *desk, const char *title)
{
  aft_postmortem_set_text (
      desk->postmortem, aft_postmortem_get_root (desk->postmortem), AFT_DOC_TITLE, title);
}

/* Lets time pass; the timer goes off where it falls due. */
static void
advance (Desk *desk, guint ms)
{
  Time  *time = &desk->time;
  gint64 until = time->now + ms * 1000;

  while (time->id != 0 && time->due <= until)
    {
      time->now = MAX (time->now, time->due);
      time->id = 0;
      time->callback (time->target);
    }
  time->now = until;
}

/* Until the worker has answered everything that it was given; takes no time of the clock. */
static void
settle (Desk *desk)
{
  g_autoptr (GPtrArray) entries = aft_library_list (desk->library, FALSE, NULL);

  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* The title on disk, "" where the document is not there. */
static char *
stored_title (Desk *desk)
{
  g_autoptr (GPtrArray) entries = aft_library_list (desk->library, FALSE, NULL);

  if (entries == NULL || entries->len == 0)
    return g_strdup ("");
  return g_strdup (aft_entry_get_title (entries->pdata[0]));
}

#define assert_stored(desk, title)                                                                 \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *_stored = stored_title (desk);                                                \
    g_assert_cmpstr (_stored, ==, title);                                                          \
  }                                                                                                \
  G_STMT_END

static void
test_quiet (Desk *desk, gconstpointer unused)
{
  g_assert_cmpuint (aft_autosave_get_state (desk->autosave), ==, AFT_SAVE_STATE_SAVED);
  type (desk, "Queue");
  advance (desk, 249);
  assert_stored (desk, "");
  g_assert_cmpuint (aft_autosave_get_state (desk->autosave), ==, AFT_SAVE_STATE_PENDING);
  advance (desk, 1);
  settle (desk);
  assert_stored (desk, "Queue");
  g_assert_cmpuint (aft_autosave_get_state (desk->autosave), ==, AFT_SAVE_STATE_SAVED);
  g_assert_cmpuint (desk->time.id, ==, 0);
}

static void
test_each_change_waits (Desk *desk, gconstpointer unused)
{
  type (desk, "Qu");
  advance (desk, 200);
  type (desk, "Queue");
  advance (desk, 249);
  assert_stored (desk, "");
  advance (desk, 1);
  settle (desk);
  assert_stored (desk, "Queue");
  g_assert_cmpuint (desk->n_changed, ==, 1);
}

/* Someone who never pauses: a key every 100 ms. */
static void
test_typing (Desk *desk, gconstpointer unused)
{
  for (guint i = 1; i <= 60; i++)
    {
      g_autofree char *title = g_strnfill (i, 'q');

      type (desk, title);
      advance (desk, 100);
      settle (desk);
      if (i == 19)
        assert_stored (desk, "");
      if (i == 20)
        assert_stored (desk, title);
    }
  /* 6 s: after 2 s, 4 s and 6 s */
  g_assert_cmpuint (desk->n_changed, >=, 2);
  g_assert_cmpuint (desk->n_changed, <=, 3);
  advance (desk, 250);
  settle (desk);
  g_assert_cmpuint (aft_autosave_get_state (desk->autosave), ==, AFT_SAVE_STATE_SAVED);
}

/* What is typed while the worker is busy with a save is not forgotten. */
static void
test_during_save (Desk *desk, gconstpointer unused)
{
  type (desk, "One");
  advance (desk, 250);
  type (desk, "Two");
  advance (desk, 3000);
  settle (desk);
  g_assert_cmpuint (aft_autosave_get_state (desk->autosave), ==, AFT_SAVE_STATE_PENDING);
  advance (desk, 0);
  settle (desk);
  assert_stored (desk, "Two");
  g_assert_cmpuint (aft_autosave_get_state (desk->autosave), ==, AFT_SAVE_STATE_SAVED);
}

static void
test_flush (Desk *desk, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  type (desk, "Queue");
  g_assert_true (aft_autosave_flush (desk->autosave, &error));
  g_assert_no_error (error);
  assert_stored (desk, "Queue");
  g_assert_cmpuint (desk->time.id, ==, 0);
  g_assert_true (aft_autosave_flush (desk->autosave, &error));
  settle (desk);
  g_assert_cmpuint (desk->n_changed, ==, 1);
}

/* Also behind a save that is still on its way. */
static void
test_flush_during_save (Desk *desk, gconstpointer unused)
{
  type (desk, "One");
  advance (desk, 250);
  type (desk, "Two");
  g_assert_true (aft_autosave_flush (desk->autosave, NULL));
  assert_stored (desk, "Two");
  settle (desk);
  g_assert_cmpuint (aft_autosave_get_state (desk->autosave), ==, AFT_SAVE_STATE_SAVED);
}

/* Time does not stand still while a flush waits, but nothing of ours runs in it. */
static void
test_closing (Desk *desk, gconstpointer unused)
{
  g_autofree char *title = NULL;

  type (desk, "Queue");
  g_assert_true (aft_autosave_flush (desk->autosave, NULL));
  aft_library_close (desk->library);
  g_clear_object (&desk->library);
  desk->library = place_open (&desk->place);
  assert_stored (desk, "Queue");
}

static void
test_dropped (Desk *desk, gconstpointer unused)
{
  type (desk, "Queue");
  g_assert_finalize_object (g_steal_pointer (&desk->autosave));
  g_assert_cmpuint (desk->time.id, ==, 0);
  aft_library_close (desk->library);
  g_clear_object (&desk->library);
  desk->library = place_open (&desk->place);
  assert_stored (desk, "Queue");
}

static void
test_no_change (Desk *desk, gconstpointer unused)
{
  g_clear_object (&desk->autosave);
  settle (desk);
  g_assert_cmpuint (desk->n_changed, ==, 0);
}

static void
count_cb (GObject *object, GParamSpec *pspec, guint *n)
{
  ++*n;
}

/* Each kind of refusal is told with its code, what is typed meanwhile stays, and one of the tries
 * every 2 s takes it all along. */
static void
test_refused (Desk *desk, gconstpointer unused)
{
  static const struct
  {
    int           code;
    AftStoreError error;
  } faults[] = {
    { SQLITE_FULL, AFT_STORE_ERROR_FULL },
    { SQLITE_IOERR_WRITE, AFT_STORE_ERROR_FAILED },
    { SQLITE_READONLY, AFT_STORE_ERROR_READ_ONLY },
  };

  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autofree char *title = g_strdup_printf ("Typed while it was refused, %u", i);
      g_autofree char *last = g_strconcat (title, " and more", NULL);
      guint            n_notified = 0;
      gulong           id;

      fault_vfs_fail_after (0, faults[i].code);
      id = g_signal_connect (desk->autosave, "notify::state", G_CALLBACK (count_cb), &n_notified);
      type (desk, title);
      advance (desk, 250);
      settle (desk);
      g_assert_cmpuint (aft_autosave_get_state (desk->autosave), ==, AFT_SAVE_STATE_FAILED);
      g_assert_error (aft_autosave_get_error (desk->autosave), AFT_STORE_ERROR, faults[i].error);
      g_assert_cmpuint (n_notified, ==, 2);
      type (desk, last);
      advance (desk, 2000);
      settle (desk);
      g_assert_cmpuint (aft_autosave_get_state (desk->autosave), ==, AFT_SAVE_STATE_FAILED);
      fault_vfs_heal ();
      advance (desk, 1999);
      settle (desk);
      g_assert_cmpuint (aft_autosave_get_state (desk->autosave), ==, AFT_SAVE_STATE_FAILED);
      advance (desk, 1);
      settle (desk);
      g_assert_cmpuint (aft_autosave_get_state (desk->autosave), ==, AFT_SAVE_STATE_SAVED);
      g_assert_null (aft_autosave_get_error (desk->autosave));
      assert_stored (desk, last);
      g_signal_handler_disconnect (desk->autosave, id);
    }
}

static void
test_refused_flush (Desk *desk, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  type (desk, "Queue");
  fault_vfs_fail_after (0, SQLITE_FULL);
  g_assert_false (aft_autosave_flush (desk->autosave, &error));
  g_assert_error (error, AFT_STORE_ERROR, AFT_STORE_ERROR_FULL);
  g_assert_cmpuint (aft_autosave_get_state (desk->autosave), ==, AFT_SAVE_STATE_FAILED);
  fault_vfs_heal ();
  g_assert_true (aft_autosave_flush (desk->autosave, NULL));
  assert_stored (desk, "Queue");
  g_assert_cmpuint (desk->time.id, ==, 0);
}

/* A save that failed, answered after a later one that did not: the later one counts. */
static void
test_late_failure (Desk *desk, gconstpointer unused)
{
  type (desk, "One");
  fault_vfs_fail_after (0, SQLITE_FULL);
  advance (desk, 250);
  /* the list is answered after the save was carried out; its answer waits in the main context */
  g_ptr_array_unref (aft_library_list (desk->library, FALSE, NULL));
  fault_vfs_heal ();
  type (desk, "Two");
  g_assert_true (aft_autosave_flush (desk->autosave, NULL));
  settle (desk);
  g_assert_cmpuint (aft_autosave_get_state (desk->autosave), ==, AFT_SAVE_STATE_SAVED);
  assert_stored (desk, "Two");
}

#define ADD(path, test) g_test_add ("/store/autosave/" path, Desk, NULL, sit_down, test, stand_up)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fault_vfs_install ();
  ADD ("250 ms after the last change", test_quiet);
  ADD ("each change waits anew", test_each_change_waits);
  ADD ("every 2 s while typing", test_typing);
  ADD ("what is typed during a save is saved next", test_during_save);
  ADD ("a flush waits for the disk, once", test_flush);
  ADD ("a flush comes after the save on its way", test_flush_during_save);
  ADD ("a flush survives closing", test_closing);
  ADD ("what is pending when it is dropped is saved", test_dropped);
  ADD ("what did not change is not saved", test_no_change);
  ADD ("a refusal is told, and tried again every 2 s", test_refused);
  ADD ("a refused flush says so and loses nothing", test_refused_flush);
  ADD ("an old refusal does not hide a newer save", test_late_failure);
  return g_test_run ();
}
