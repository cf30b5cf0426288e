/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/print.h"

#include <glib/gi18n-lib.h>

#include "base/text.h"
#include "model/audience.h"
#include "model/schema.h"
#include "paint/page-painter.h"
#include "ui/settings.h"

typedef struct
{
  AftRecord *root; /* a copy: the document may change while the dialog is open */
  AftPages  *pages;
  AftPaper   paper;
  AftLayout  layout;
  AftPrinted printed;
  gpointer   data;
} Job;

static void
job_free (Job *self)
{
  g_clear_object (&self->root);
  g_clear_pointer (&self->pages, aft_pages_free);
  g_free (self);
}

static void
free_job_notify (gpointer job, GClosure *closure)
{
  job_free (job);
}

/* The paper that was chosen in the dialog, as far as we have pages for it. */
static AftPaper
paper_of (GtkPrintContext *context, AftPaper fallback)
{
  GtkPaperSize *size = gtk_page_setup_get_paper_size (gtk_print_context_get_page_setup (context));
  const char   *name = size != NULL ? gtk_paper_size_get_name (size) : "";

  if (g_str_equal (name, GTK_PAPER_NAME_LETTER))
    return AFT_PAPER_LETTER;
  if (g_str_equal (name, GTK_PAPER_NAME_A4))
    return AFT_PAPER_A4;
  return fallback;
}

static void
begin_print_cb (GtkPrintOperation *operation, GtkPrintContext *print_context, Job *job)
{
  PangoContext     *context = aft_paint_context ();
  AftTypesetOptions options = { .paper = paper_of (print_context, job->paper),
                                .layout = job->layout };

  g_clear_pointer (&job->pages, aft_pages_free);
  job->pages = aft_typeset (job->root, &options, context);
  g_object_unref (context);
  gtk_print_operation_set_n_pages (operation, (int) job->pages->pages->len);
}

/* Paper other than ours is filled as far as it goes, in proportion. */
static void
draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *print_context, int page, Job *job)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (print_context);
  double   width = gtk_print_context_get_width (print_context);
  double   height = gtk_print_context_get_height (print_context);
  double   scale = MIN (width / job->pages->width, height / job->pages->height);

  cairo_save (cr);
  /* Rounding of paper sizes to millimetres must not change the size of type. */
  if (ABS (scale - 1) > 0.01)
    cairo_scale (cr, scale, scale);
  aft_page_paint (job->pages, (guint) page, cr);
  cairo_restore (cr);
}

static void
done_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, Job *job)
{
  g_autoptr (GError) error = NULL;

  if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    gtk_print_operation_get_error (operation, &error);
  if (job->printed != NULL)
    job->printed (error != NULL ? error->message : NULL, job->data);
}

static GtkPrintOperation *
new_operation (AftRecord *root, AftLayout layout, Job *job)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  g_autoptr (GtkPaperSize) size = NULL;
  g_autofree char *name = NULL;

  job->root = aft_audience_copy (root, AFT_AUDIENCE_INTERNAL, FALSE);
  job->layout = layout;
  job->paper = aft_settings_get_paper ();
  size = gtk_paper_size_new (job->paper == AFT_PAPER_LETTER ? GTK_PAPER_NAME_LETTER
                                                            : GTK_PAPER_NAME_A4);
  gtk_page_setup_set_paper_size_and_default_margins (setup, size);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  name = aft_text_file_name (aft_record_get_text (root, AFT_DOC_TITLE), "");
  gtk_print_operation_set_job_name (operation, name);
  g_signal_connect (operation, "begin-print", G_CALLBACK (begin_print_cb), job);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), job);
  g_signal_connect_data (operation, "done", G_CALLBACK (done_cb), job, free_job_notify, 0);
  return operation;
}

void
aft_print (GtkWindow *parent, AftRecord *root, AftLayout layout, AftPrinted printed, gpointer data)
{
  Job *job = g_new0 (Job, 1);
  g_autoptr (GtkPrintOperation) operation = new_operation (root, layout, job);

  job->printed = printed;
  job->data = data;
  gtk_print_operation_set_allow_async (operation, TRUE);
  /* Errors come through "done" as well. */
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, NULL);
}

gboolean
aft_print_to_file (AftRecord *root, AftLayout layout, const char *path, GError **error)
{
  Job *job = g_new0 (Job, 1);
  g_autoptr (GtkPrintOperation) operation = new_operation (root, layout, job);

  gtk_print_operation_set_export_filename (operation, path);
  return gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, error) ==
         GTK_PRINT_OPERATION_RESULT_APPLY;
}
