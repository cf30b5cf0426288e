/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/save-status.h"

#include <glib/gi18n-lib.h>

#include "ui/errors.h"
#include "ui/text.h"

struct _AftSaveStatus
{
  GObject         parent_instance;
  AdwWindowTitle *title;
  AftBanner      *banner;
  AftDocument    *document;
  GSignalGroup   *document_signals, *autosave_signals;
};

G_DEFINE_FINAL_TYPE (AftSaveStatus, aft_save_status, G_TYPE_OBJECT)

static char *
describe_state (AftSaveStatus *self)
{
  AftAutosave *autosave = aft_document_get_autosave (self->document);

  if (autosave == NULL)
    return g_strdup (_ ("Read-only"));
  switch (aft_autosave_get_state (autosave))
    {
    case AFT_SAVE_STATE_SAVED:
      return g_strdup (_ ("Saved"));
    case AFT_SAVE_STATE_PENDING:
      return g_strdup (_ ("Saving…"));
    case AFT_SAVE_STATE_FAILED:
    default:
      return g_strdup (_ ("Not saved"));
    }
}

static void
show_title (AftSaveStatus *self)
{
  g_autofree char *title = NULL;
  g_autofree char *state = NULL;

  if (self->document == NULL)
    return;
  title = aft_ui_title (aft_document_get_title (self->document));
  state = describe_state (self);
  aft_ui_set_window_title (self->title, title, state);
}

static void
show_failure (AftSaveStatus *self, const GError *error)
{
  g_autofree char *reason = aft_ui_describe_error (error);
  /* Translators: %s is a sentence that says why, and ends with a full stop */
  g_autofree char *text = g_strdup_printf (_ ("Not saved: %s Afterword keeps trying."), reason);

  aft_banner_set_text (self->banner, text);
  aft_banner_set_action (self->banner, _ ("Save a _Copy…"), "win.save-copy");
}

static void
show_banner (AftSaveStatus *self)
{
  AftAutosave  *autosave = aft_document_get_autosave (self->document);
  const GError *error = autosave != NULL ? aft_autosave_get_error (autosave) : NULL;

  aft_banner_set_action (self->banner, NULL, NULL);
  if (autosave == NULL)
    aft_banner_set_text (self->banner,
                         _ ("This document was written by a newer version of Afterword. It can be "
                            "read, printed and exported, but not changed."));
  else if (error == NULL)
    aft_banner_set_text (self->banner, NULL);
  else
    show_failure (self, error);
}

/* The last save of a document that was just left changes its state as well. */
static void
state_changed_cb (AftSaveStatus *self)
{
  if (self->document == NULL)
    return;
  show_title (self);
  show_banner (self);
}

static void
aft_save_status_dispose (GObject *object)
{
  AftSaveStatus *self = AFT_SAVE_STATUS (object);

  g_clear_object (&self->document_signals);
  g_clear_object (&self->autosave_signals);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (aft_save_status_parent_class)->dispose (object);
}

static void
aft_save_status_class_init (AftSaveStatusClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = aft_save_status_dispose;
}

static void
aft_save_status_init (AftSaveStatus *self)
{
  self->document_signals = g_signal_group_new (AFT_TYPE_DOCUMENT);
  g_signal_group_connect_swapped (
      self->document_signals, "notify::title", G_CALLBACK (show_title), self);
  self->autosave_signals = g_signal_group_new (AFT_TYPE_AUTOSAVE);
  g_signal_group_connect_swapped (
      self->autosave_signals, "notify::state", G_CALLBACK (state_changed_cb), self);
}

AftSaveStatus *
aft_save_status_new (AdwWindowTitle *title, AftBanner *banner)
{
  AftSaveStatus *self = g_object_new (AFT_TYPE_SAVE_STATUS, NULL);

  self->title = title;
  self->banner = banner;
  return self;
}

void
aft_save_status_set_document (AftSaveStatus *self, AftDocument *document)
{
  g_return_if_fail (AFT_IS_SAVE_STATUS (self));

  g_set_object (&self->document, document);
  g_signal_group_set_target (self->document_signals, document);
  g_signal_group_set_target (self->autosave_signals,
                             document != NULL ? aft_document_get_autosave (document) : NULL);
  state_changed_cb (self);
}
