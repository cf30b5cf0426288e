/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/preflight.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/private-phrase.h"
#include "model/twin.h"

/* Follows so long after the last change. */
#define DELAY_MS 300

struct _AftPreflight
{
  GObject parent_instance;

  AftDocument  *document;
  GPtrArray    *findings; /* NULL before the first review */
  GCancellable *reviewing;
  guint         timeout;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AftPreflight, aft_preflight, G_TYPE_OBJECT)

static char *
key_of (const AftFinding *finding)
{
  return g_strconcat (aft_exposure_get_rule (finding->kind), " ", finding->text, NULL);
}

static gboolean
is_dismissed (AftPreflight *self, const AftFinding *finding)
{
  g_autofree char *key = key_of (finding);

  return aft_document_is_dismissed (self->document, key);
}

/* ---- the review ---- */

static void
review_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_task_return_pointer (
      task, aft_preflight_review (AFT_RECORD (data)), (GDestroyNotify) g_ptr_array_unref);
}

/* The review was of a copy: its records are those of the copy. Takes what was found. */
static void
take (AftPreflight *self, GPtrArray *found)
{
  AftRecord *root = aft_document_get_root (self->document);

  g_clear_pointer (&self->findings, g_ptr_array_unref);
  self->findings = found;
  for (guint i = found->len; i > 0; i--)
    {
      AftFinding *finding = g_ptr_array_index (found, i - 1);
      AftRecord  *twin = aft_record_find_twin (root, finding->record);

      if (twin == NULL || is_dismissed (self, finding))
        g_ptr_array_remove_index (found, i - 1);
      else
        g_set_object (&finding->record, twin);
    }
}

/* Where nothing comes of it the object may be gone already: it cancels what it waits for. The task
 * does not keep it, as the last who does might be the thread. */
static void
reviewed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  AftPreflight *self = data;
  GPtrArray    *found = g_task_propagate_pointer (G_TASK (result), NULL);

  if (found == NULL)
    return;
  g_clear_object (&self->reviewing);
  take (self, found);
  g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
review_cb (gpointer data)
{
  AftPreflight *self = AFT_PREFLIGHT (data);
  g_autoptr (GTask) task = NULL;

  self->timeout = 0;
  g_cancellable_cancel (self->reviewing);
  g_clear_object (&self->reviewing);
  self->reviewing = g_cancellable_new ();
  task = g_task_new (NULL, self->reviewing, reviewed_cb, self);
  g_task_set_source_tag (task, review_cb);
  g_task_set_task_data (
      task, aft_record_copy (aft_document_get_root (self->document)), g_object_unref);
  g_task_run_in_thread (task, review_thread);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (AftPreflight *self)
{
  g_clear_handle_id (&self->timeout, g_source_remove);
  self->timeout = g_timeout_add_full (G_PRIORITY_LOW, DELAY_MS, review_cb, self, NULL);
}

/* ---- the object ---- */

static void
aft_preflight_dispose (GObject *object)
{
  AftPreflight *self = AFT_PREFLIGHT (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  g_cancellable_cancel (self->reviewing);
  g_clear_object (&self->reviewing);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (aft_preflight_parent_class)->dispose (object);
}

static void
aft_preflight_class_init (AftPreflightClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = aft_preflight_dispose;

  signals[CHANGED] = g_signal_new (
      "changed", AFT_TYPE_PREFLIGHT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
aft_preflight_init (AftPreflight *self)
{
}

AftPreflight *
aft_preflight_new (AftDocument *document)
{
  AftPreflight *self = g_object_new (AFT_TYPE_PREFLIGHT, NULL);

  self->document = g_object_ref (document);
  g_signal_connect_object (aft_document_get_postmortem (document),
                           "changed",
                           G_CALLBACK (changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  review_cb (self);
  return self;
}

gboolean
aft_preflight_is_ready (AftPreflight *self)
{
  g_return_val_if_fail (AFT_IS_PREFLIGHT (self), FALSE);
  return self->findings != NULL;
}

guint
aft_preflight_get_n_findings (AftPreflight *self)
{
  g_return_val_if_fail (AFT_IS_PREFLIGHT (self), 0);
  return self->findings != NULL ? self->findings->len : 0;
}

const AftFinding *
aft_preflight_get (AftPreflight *self, guint i)
{
  g_return_val_if_fail (AFT_IS_PREFLIGHT (self), NULL);
  g_return_val_if_fail (i < aft_preflight_get_n_findings (self), NULL);
  return g_ptr_array_index (self->findings, i);
}

/* ---- what is done with a finding ---- */

void
aft_preflight_dismiss (AftPreflight *self, guint i)
{
  const AftFinding *finding = aft_preflight_get (self, i);
  g_autofree char  *key = key_of (finding);

  aft_document_dismiss (self->document, key);
  for (guint n = self->findings->len; n > 0; n--)
    if (is_dismissed (self, g_ptr_array_index (self->findings, n - 1)))
      g_ptr_array_remove_index (self->findings, n - 1);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* NULL where the finding is of a text as it was before. */
static char *
mark (const AftFinding *finding, const char *text)
{
  gsize start = finding->start, end = finding->end;

  /* a part of an address marked would leave no address at all */
  if (aft_record_get_field (finding->record, finding->field)->kind == AFT_KIND_URL)
    {
      start = 0;
      end = strlen (text);
    }
  if (end > strlen (text) ||
      strncmp (text + finding->start, finding->text, strlen (finding->text)) != 0)
    return NULL;
  return aft_private_phrase_toggle (text, &start, &end);
}

static void
mark_word (AftPreflight *self, const AftFinding *finding)
{
  g_auto (GStrv) words = g_strdupv ((GStrv) aft_record_get_words (finding->record, finding->field));
  char *marked;

  if (finding->word >= g_strv_length (words))
    return;
  marked = mark (finding, words[finding->word]);
  if (marked == NULL)
    return;
  g_free (words[finding->word]);
  words[finding->word] = marked;
  aft_postmortem_set_words (aft_document_get_postmortem (self->document),
                            finding->record,
                            finding->field,
                            (const char *const *) words);
}

static void
mark_text (AftPreflight *self, const AftFinding *finding)
{
  g_autofree char *marked = mark (finding, aft_record_get_text (finding->record, finding->field));

  if (marked != NULL)
    aft_postmortem_set_text (
        aft_document_get_postmortem (self->document), finding->record, finding->field, marked);
}

void
aft_preflight_mark_private (AftPreflight *self, guint i)
{
  const AftFinding *finding = aft_preflight_get (self, i);
  AftPostmortem    *postmortem = aft_document_get_postmortem (self->document);

  aft_postmortem_break_step (postmortem);
  if (aft_record_get_field (finding->record, finding->field)->kind == AFT_KIND_WORDS)
    mark_word (self, finding);
  else
    mark_text (self, finding);
  aft_postmortem_break_step (postmortem);
  g_ptr_array_remove_index (self->findings, i);
  g_signal_emit (self, signals[CHANGED], 0);
}

char *
aft_preflight_describe (AftPreflight *self)
{
  guint n = aft_preflight_get_n_findings (self);

  if (!aft_preflight_is_ready (self))
    return g_strdup (_ ("Looking for names, addresses and keys…"));
  if (n == 0)
    return g_strdup (_ ("Nothing stands out"));
  return g_strdup_printf (ngettext ("%u thing to look at before this leaves",
                                    "%u things to look at before this leaves",
                                    n),
                          n);
}
