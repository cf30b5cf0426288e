/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/library-health.h"

#include <glib/gi18n-lib.h>

#include "ui/errors.h"

struct _AftLibraryHealth
{
  GObject parent_instance;

  AftLibrary *library;
  char       *text;
  gboolean    is_stand_in;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AftLibraryHealth, aft_library_health, G_TYPE_OBJECT)

static void
take_text (AftLibraryHealth *self, char *text)
{
  g_free (self->text);
  self->text = text;
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
notice_cb (AftLibraryHealth *self)
{
  const char *notice = aft_library_get_notice (self->library);

  if (notice != NULL)
    take_text (self, g_strdup (notice));
  else if (aft_library_get_read_only (self->library))
    take_text (self,
               g_strdup (_ ("The library is read-only: you can read and export, but changes "
                            "cannot be saved.")));
}

static void
aft_library_health_dispose (GObject *object)
{
  g_clear_object (&AFT_LIBRARY_HEALTH (object)->library);

  G_OBJECT_CLASS (aft_library_health_parent_class)->dispose (object);
}

static void
aft_library_health_finalize (GObject *object)
{
  g_free (AFT_LIBRARY_HEALTH (object)->text);

  G_OBJECT_CLASS (aft_library_health_parent_class)->finalize (object);
}

static void
aft_library_health_class_init (AftLibraryHealthClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = aft_library_health_dispose;
  object_class->finalize = aft_library_health_finalize;

  signals[CHANGED] = g_signal_new (
      "changed", AFT_TYPE_LIBRARY_HEALTH, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
aft_library_health_init (AftLibraryHealth *self)
{
}

AftLibraryHealth *
aft_library_health_new (AftLibrary *library, const GError *error)
{
  AftLibraryHealth *self = g_object_new (AFT_TYPE_LIBRARY_HEALTH, NULL);

  self->library = g_object_ref (library);
  self->is_stand_in = error != NULL;
  if (error != NULL)
    {
      g_autofree char *reason = aft_ui_describe_error (error);

      self->text =
          g_strdup_printf (_ ("The library could not be opened, and what you write now is not "
                              "kept: export it before you quit. %s"),
                           reason);
    }
  else
    {
      notice_cb (self);
      g_signal_connect_object (
          library, "notify::notice", G_CALLBACK (notice_cb), self, G_CONNECT_SWAPPED);
    }
  return self;
}

const char *
aft_library_health_get_text (AftLibraryHealth *self)
{
  g_return_val_if_fail (AFT_IS_LIBRARY_HEALTH (self), NULL);
  return self->text;
}

gboolean
aft_library_health_can_dismiss (AftLibraryHealth *self)
{
  g_return_val_if_fail (AFT_IS_LIBRARY_HEALTH (self), FALSE);
  return self->text != NULL && !self->is_stand_in && !aft_library_get_read_only (self->library);
}

void
aft_library_health_dismiss (AftLibraryHealth *self)
{
  g_return_if_fail (AFT_IS_LIBRARY_HEALTH (self));

  if (aft_library_health_can_dismiss (self))
    take_text (self, NULL);
}
