/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/print.h"

#include <glib/gi18n-lib.h>

#include "base/text.h"
#include "model/schema.h"
#include "paint/page-painter.h"
#include "ui/print-copies.h"
#include "ui/print-memory.h"
#include "ui/settings.h"

/* How long the loop of the print operation rests while the pages are made elsewhere. */
#define REST_USEC 2000

typedef struct
{
  AftRecord    *root;   /* a copy: the document may change while the dialog is open */
  GPtrArray    *copies; /* AftPages, of one length */
  GtkPageSetup *setup;  /* that was chosen */
  AftPaper      paper;
  AftPrint      print;
  AftPrinted    printed;
  gpointer      data;
  GThread      *maker; /* makes the pages */
  volatile gint is_made, is_cancelled;
  AftPageTags  *tags; /* of a file, which has all pages in their order; NULL on paper */
  gboolean      is_file;
} Job;

/* The pages are made to the end: the thread uses the job. */
static void
join (Job *self)
{
  GPtrArray *made = self->maker != NULL ? g_thread_join (g_steal_pointer (&self->maker)) : NULL;

  if (made == NULL)
    return;
  g_clear_pointer (&self->copies, g_ptr_array_unref);
  self->copies = made;
}

static void
job_free (Job *self)
{
  g_atomic_int_set (&self->is_cancelled, TRUE);
  join (self);
  g_clear_pointer (&self->tags, aft_page_tags_free);
  g_clear_object (&self->root);
  g_clear_object (&self->setup);
  g_clear_pointer (&self->copies, g_ptr_array_unref);
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

/* With fonts of its own: those of the main thread are in use there. */
static gpointer
make_pages (gpointer data)
{
  Job              *job = data;
  AftTypesetOptions options = { .paper = job->paper, .layout = job->print.layout };
  PangoContext     *context = aft_paint_context ();
  PangoFontMap     *fonts = pango_cairo_font_map_new ();
  AftLinesCache    *cache;
  GPtrArray        *copies = g_ptr_array_new_with_free_func ((GDestroyNotify) aft_pages_free);

  pango_context_set_font_map (context, fonts);
  /* copies differ in their footers */
  options.cache = cache = aft_lines_cache_new (context);
  for (guint i = 0; i < MAX (job->print.n_copies, 1) && !g_atomic_int_get (&job->is_cancelled); i++)
    {
      options.copy = MAX (job->print.first_copy, 1) + i;
      g_ptr_array_add (copies, aft_typeset (job->root, &options, context));
    }
  aft_lines_cache_free (cache);
  g_object_unref (context);
  g_object_unref (fonts);
  g_atomic_int_set (&job->is_made, TRUE);
  return copies;
}

/* Of each copy. */
static guint
count_pages (const Job *job)
{
  return ((const AftPages *) job->copies->pdata[0])->pages->len;
}

static void
begin_print_cb (GtkPrintOperation *operation, GtkPrintContext *print_context, Job *job)
{
  join (job);
  g_set_object (&job->setup, gtk_print_context_get_page_setup (print_context));
  job->paper = paper_of (print_context, job->paper);
  job->is_made = FALSE;
  job->maker = g_thread_new ("print", make_pages, job);
}

/* Called again and again until it says that the pages are there; the window lives meanwhile, and
 * its progress can be cancelled. */
static gboolean
paginate_cb (GtkPrintOperation *operation, GtkPrintContext *print_context, Job *job)
{
  if (!g_atomic_int_get (&job->is_made))
    {
      g_usleep (REST_USEC);
      return FALSE;
    }
  join (job);
  if (job->is_file && job->copies->len == 1)
    job->tags = aft_page_tags_new (job->copies->pdata[0]);
  gtk_print_operation_set_n_pages (operation, (int) (job->copies->len * count_pages (job)));
  return TRUE;
}

/* Paper other than ours is filled as far as it goes, in proportion. */
static void
draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *print_context, int page, Job *job)
{
  cairo_t  *cr = gtk_print_context_get_cairo_context (print_context);
  double    width = gtk_print_context_get_width (print_context);
  double    height = gtk_print_context_get_height (print_context);
  guint     n_pages = count_pages (job);
  AftPages *pages = job->copies->pdata[(guint) page / n_pages];
  double    scale = MIN (width / pages->width, height / pages->height);

  cairo_save (cr);
  /* Rounding of paper sizes to millimetres must not change the size of type. */
  if (ABS (scale - 1) > 0.01)
    cairo_scale (cr, scale, scale);
  if (job->tags != NULL)
    aft_page_paint_tagged (job->tags, (guint) page, cr);
  else
    aft_page_paint (pages, (guint) page % n_pages, cr);
  cairo_restore (cr);
  /* on the last page: what comes after it would be a page of its own */
  if (job->tags != NULL && (guint) page + 1 == n_pages)
    aft_page_tags_close (job->tags, cr);
}

static void
done_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, Job *job)
{
  g_autoptr (GError) error = NULL;

  if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    gtk_print_operation_get_error (operation, &error);
  if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
    aft_print_memory_keep (gtk_print_operation_get_print_settings (operation), job->setup);
  if (job->printed != NULL)
    job->printed (error != NULL ? error->message : NULL, job->data);
}

static GtkWidget *
create_copies_cb (GtkPrintOperation *operation, Job *job)
{
  return aft_print_copies_new ();
}

static void
apply_copies_cb (GtkPrintOperation *operation, GtkWidget *widget, Job *job)
{
  job->print.n_copies = aft_print_copies_get_count (AFT_PRINT_COPIES (widget));
  job->print.first_copy = aft_print_copies_get_first (AFT_PRINT_COPIES (widget));
}

/* A dialog that is not the toolkit's own has no tab for it: then it is one copy, the first. */
static void
ask_for_copies (GtkPrintOperation *operation, Job *job)
{
  gtk_print_operation_set_custom_tab_label (operation, _ ("Review Copy"));
  g_signal_connect (operation, "create-custom-widget", G_CALLBACK (create_copies_cb), job);
  g_signal_connect (operation, "custom-widget-apply", G_CALLBACK (apply_copies_cb), job);
}

static GtkPrintOperation *
new_operation (AftRecord *root, const AftPrint *print, Job *job)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autofree char   *name = NULL;

  job->root = aft_audience_copy (root, print->audience, FALSE);
  job->print = *print;
  job->paper = aft_settings_get_paper ();
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_show_progress (operation, TRUE);
  name = aft_text_file_name (aft_record_get_text (job->root, AFT_DOC_TITLE), "");
  gtk_print_operation_set_job_name (operation, name);
  g_signal_connect (operation, "begin-print", G_CALLBACK (begin_print_cb), job);
  g_signal_connect (operation, "paginate", G_CALLBACK (paginate_cb), job);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), job);
  g_signal_connect_data (operation, "done", G_CALLBACK (done_cb), job, free_job_notify, 0);
  return operation;
}

void
aft_print (GtkWindow      *parent,
           AftRecord      *root,
           const AftPrint *print,
           AftPrinted      printed,
           gpointer        data)
{
  Job *job = g_new0 (Job, 1);
  g_autoptr (GtkPrintOperation) operation = new_operation (root, print, job);

  job->printed = printed;
  job->data = data;
  if (print->layout == AFT_LAYOUT_REVIEW)
    ask_for_copies (operation, job);
  aft_print_memory_recall (operation, job->paper);
  gtk_print_operation_set_allow_async (operation, TRUE);
  /* Errors come through "done" as well. */
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, NULL);
}

gboolean
aft_print_to_file (AftRecord *root, const AftPrint *print, const char *path, GError **error)
{
  Job *job = g_new0 (Job, 1);
  g_autoptr (GtkPrintOperation) operation = new_operation (root, print, job);
  g_autoptr (GtkPageSetup) setup = aft_print_memory_page_setup (job->paper);

  job->is_file = TRUE;
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_show_progress (operation, FALSE);
  gtk_print_operation_set_export_filename (operation, path);
  return gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, error) ==
         GTK_PRINT_OPERATION_RESULT_APPLY;
}
