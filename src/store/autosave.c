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
  AftSaveState   state;
  GError        *error;
  guint          timer;       /* the next save, or 0 */
  gint64         first_dirty; /* monotonic µs of the first change not yet handed over, or 0 */
  gboolean       is_saving;   /* a save is with the worker */
  guint          generation;  /* of the last change */
  guint          handed_over; /* generation of the save that is with the worker */
};

G_DEFINE_FINAL_TYPE (AftAutosave, aft_autosave, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_STATE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void schedule (AftAutosave *self, guint delay_ms);

static void
set_state (AftAutosave *self, AftSaveState state, GError *error)
{
  g_clear_error (&self->error);
  self->error = error;
  if (self->state == state && error == NULL)
    return;
  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

static GBytes *
write_document (AftAutosave *self)
{
  gsize length;
  char *json = aft_json_write (aft_postmortem_get_root (self->postmortem), &length);

  return g_bytes_new_take (json, length);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AftAutosave) self = data;
  GError *error = NULL;

  self->is_saving = FALSE;
  if (!aft_library_save_finish (AFT_LIBRARY (source), result, &error))
    {
      set_state (self, AFT_SAVE_STATE_FAILED, error);
      schedule (self, RETRY_MS);
    }
  else if (self->handed_over == self->generation)
    set_state (self, AFT_SAVE_STATE_SAVED, NULL);
  else
    schedule (self, QUIET_MS);
}

static gboolean
save_cb (gpointer data)
{
  AftAutosave *self = data;
  g_autoptr (GBytes) json = NULL;

  self->timer = 0;
  if (self->is_saving)
    return G_SOURCE_REMOVE; /* saved_cb() goes on */
  json = write_document (self);
  self->is_saving = TRUE;
  self->first_dirty = 0;
  self->handed_over = self->generation;
  aft_library_save_async (self->library,
                          aft_postmortem_get_id (self->postmortem),
                          json,
                          NULL,
                          saved_cb,
                          g_object_ref (self));
  return G_SOURCE_REMOVE;
}

static void
schedule (AftAutosave *self, guint delay_ms)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  self->timer = g_timeout_add (delay_ms, save_cb, self);
}

/* Monotonic time: a jump of the clock must not hold a save back. */
static void
changed_cb (AftPostmortem *postmortem, AftAutosave *self)
{
  gint64 now = g_get_monotonic_time ();
  gint64 left_ms;

  self->generation++;
  if (self->first_dirty == 0)
    self->first_dirty = now;
  left_ms = LATEST_MS - (now - self->first_dirty) / 1000;
  if (self->state != AFT_SAVE_STATE_FAILED)
    {
      set_state (self, AFT_SAVE_STATE_PENDING, NULL);
      schedule (self, CLAMP (left_ms, 0, QUIET_MS));
    }
}

static void
aft_autosave_dispose (GObject *object)
{
  AftAutosave *self = AFT_AUTOSAVE (object);

  g_clear_handle_id (&self->timer, g_source_remove);
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

/* Behind any save that is still with the worker: jobs are carried out in order. */
gboolean
aft_autosave_flush (AftAutosave *self, GError **error)
{
  g_autoptr (GBytes) json = NULL;
  g_autoptr (GError) local = NULL;

  if (self->state == AFT_SAVE_STATE_SAVED && !self->is_saving)
    return TRUE;
  g_clear_handle_id (&self->timer, g_source_remove);
  json = write_document (self);
  if (!aft_library_save (self->library, aft_postmortem_get_id (self->postmortem), json, &local))
    {
      set_state (self, AFT_SAVE_STATE_FAILED, g_error_copy (local));
      schedule (self, RETRY_MS);
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  self->first_dirty = 0;
  self->handed_over = self->generation;
  set_state (self, AFT_SAVE_STATE_SAVED, NULL);
  return TRUE;
}
