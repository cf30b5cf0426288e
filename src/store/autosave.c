/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/autosave.h"

#include "format/json-writer.h"

#define QUIET_MS  250
#define LATEST_MS 2000
#define RETRY_MS  2000

struct _AftAutosave
{
  GObject        parent_instance;
  AftLibrary    *library;
  AftPostmortem *postmortem;
  AftTimekeeper  time;
  AftSaveState   state;
  GError        *error;
  guint          timer;       /* the next save, or 0 */
  gint64         first_dirty; /* monotonic µs of the first change not yet handed over, or 0 */
  guint64        generation;  /* counts the changes */
  guint64        handed_over; /* generation that the worker was given last */
  guint64        saved;       /* newest generation known to be on disk */
  guint          n_saving;    /* saves that are with the worker */
};

G_DEFINE_FINAL_TYPE (AftAutosave, aft_autosave, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_STATE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static gint64
get_real_time (gpointer unused)
{
  return g_get_monotonic_time ();
}

static guint
add_real_timeout (gpointer unused, guint delay_ms, GSourceFunc callback, gpointer target)
{
  return g_timeout_add (delay_ms, callback, target);
}

static void
remove_real_timeout (gpointer unused, guint id)
{
  g_source_remove (id);
}

/* Monotonic time: a jump of the clock must not hold a save back. */
static const AftTimekeeper real_time = {
  .get_time = get_real_time,
  .add_timeout = add_real_timeout,
  .remove_timeout = remove_real_timeout,
};

static void
set_state (AftAutosave *self, AftSaveState state, GError *error)
{
  gboolean is_same = self->state == state && error == NULL && self->error == NULL;

  g_clear_error (&self->error);
  self->error = error;
  self->state = state;
  if (!is_same)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

static GBytes *
write_document (AftAutosave *self)
{
  gsize length;
  char *json = aft_json_write (aft_postmortem_get_root (self->postmortem), &length);

  return g_bytes_new_take (json, length);
}

static gboolean save_cb (gpointer data);

static void
disarm (AftAutosave *self)
{
  if (self->timer != 0)
    self->time.remove_timeout (self->time.data, self->timer);
  self->timer = 0;
}

static void
arm (AftAutosave *self, guint delay_ms)
{
  disarm (self);
  self->timer = self->time.add_timeout (self->time.data, delay_ms, save_cb, self);
}

static void
arm_for_change (AftAutosave *self)
{
  gint64 waited_ms = (self->time.get_time (self->time.data) - self->first_dirty) / 1000;

  arm (self, (guint) CLAMP (LATEST_MS - waited_ms, 0, QUIET_MS));
}

static void
note_saved (AftAutosave *self, guint64 generation)
{
  self->saved = MAX (self->saved, generation);
  if (self->saved == self->generation)
    set_state (self, AFT_SAVE_STATE_SAVED, NULL);
  else
    set_state (self, AFT_SAVE_STATE_PENDING, NULL);
}

static void
note_failed (AftAutosave *self, GError *error)
{
  set_state (self, AFT_SAVE_STATE_FAILED, error);
  arm (self, RETRY_MS);
}

/* A save on its way: the answer belongs to that generation, whatever was typed or flushed since. */
typedef struct
{
  AftAutosave *autosave;
  guint64      generation;
} Save;

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Save *save = data;
  g_autoptr (AftAutosave) self = save->autosave;
  GError *error = NULL;

  self->n_saving--;
  if (aft_library_save_finish (AFT_LIBRARY (source), result, &error))
    {
      note_saved (self, save->generation);
      if (self->handed_over != self->generation && self->timer == 0)
        arm_for_change (self);
    }
  else if (save->generation > self->saved)
    note_failed (self, error);
  else
    g_error_free (error);
}

static void
hand_over (AftAutosave *self)
{
  g_autoptr (GBytes) json = write_document (self);
  Save *save = g_new (Save, 1);

  save->autosave = g_object_ref (self);
  save->generation = self->generation;
  self->n_saving++;
  self->first_dirty = 0;
  self->handed_over = self->generation;
  aft_library_save_async (
      self->library, aft_postmortem_get_id (self->postmortem), json, NULL, saved_cb, save);
}

static gboolean
save_cb (gpointer data)
{
  AftAutosave *self = data;

  self->timer = 0;
  if (self->n_saving == 0) /* else saved_cb() goes on */
    hand_over (self);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (AftPostmortem *postmortem, AftAutosave *self)
{
  self->generation++;
  if (self->first_dirty == 0)
    self->first_dirty = self->time.get_time (self->time.data);
  if (self->state == AFT_SAVE_STATE_FAILED)
    return; /* the next try takes it along */
  set_state (self, AFT_SAVE_STATE_PENDING, NULL);
  arm_for_change (self);
}

/* A save that is with the worker holds a reference, so here none is: what is not saved is either
 * waiting for the timer or was refused. */
static void
aft_autosave_dispose (GObject *object)
{
  AftAutosave *self = AFT_AUTOSAVE (object);

  disarm (self);
  if (self->library != NULL && self->saved != self->generation)
    {
      g_autoptr (GBytes) json = write_document (self);

      aft_library_save_async (
          self->library, aft_postmortem_get_id (self->postmortem), json, NULL, NULL, NULL);
    }
  g_clear_object (&self->postmortem);
  g_clear_object (&self->library);
  g_clear_error (&self->error);
  G_OBJECT_CLASS (aft_autosave_parent_class)->dispose (object);
}

static void
aft_autosave_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  AftAutosave *self = AFT_AUTOSAVE (object);

  switch (id)
    {
    case PROP_STATE:
      g_value_set_uint (value, self->state);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
aft_autosave_class_init (AftAutosaveClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = aft_autosave_dispose;
  object_class->get_property = aft_autosave_get_property;

  properties[PROP_STATE] = g_param_spec_uint ("state",
                                              NULL,
                                              NULL,
                                              AFT_SAVE_STATE_SAVED,
                                              AFT_SAVE_STATE_FAILED,
                                              AFT_SAVE_STATE_SAVED,
                                              G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
aft_autosave_init (AftAutosave *self)
{
  self->time = real_time;
}

AftAutosave *
aft_autosave_new (AftLibrary *library, AftPostmortem *postmortem)
{
  AftAutosave *self = g_object_new (AFT_TYPE_AUTOSAVE, NULL);

  self->library = g_object_ref (library);
  self->postmortem = g_object_ref (postmortem);
  g_signal_connect_object (postmortem, "changed", G_CALLBACK (changed_cb), self, 0);
  return self;
}

void
aft_autosave_set_timekeeper (AftAutosave *self, const AftTimekeeper *timekeeper)
{
  g_return_if_fail (AFT_IS_AUTOSAVE (self));
  g_return_if_fail (self->timer == 0);
  self->time = *timekeeper;
}

AftSaveState
aft_autosave_get_state (AftAutosave *self)
{
  return self->state;
}

const GError *
aft_autosave_get_error (AftAutosave *self)
{
  return self->error;
}

/* Behind any save that is still with the worker: requests are carried out in order. */
gboolean
aft_autosave_flush (AftAutosave *self, GError **error)
{
  g_autoptr (GBytes) json = NULL;
  g_autoptr (GError) local = NULL;

  if (self->saved == self->generation)
    return TRUE;
  disarm (self);
  json = write_document (self);
  self->first_dirty = 0;
  self->handed_over = self->generation;
  if (aft_library_save (self->library, aft_postmortem_get_id (self->postmortem), json, &local))
    {
      note_saved (self, self->generation);
      return TRUE;
    }
  note_failed (self, g_error_copy (local));
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}
