/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Export of each sample and of three made-up documents as PDF, whole process, against the floor: a
 * process that sets the same words (the Markdown export) as plain paragraphs with Pango and writes
 * them with cairo. Asserts nothing. bench-export AFTERWORD SAMPLE… */
#include <cairo-pdf.h>
#include <pango/pangocairo.h>
#include <sys/resource.h>

#include "format/json-writer.h"
#include "support/corpus.h"
#include "timing.h"

#define N_ROUNDS    9
#define N_LONG      3 /* rounds of a document that takes seconds */
#define PAGE_WIDTH  595.28
#define PAGE_HEIGHT 841.89
#define MARGIN      56.7

static void
set_paragraph (cairo_t *cr, PangoLayout *layout, const char *text, double *y)
{
  int height;

  pango_layout_set_text (layout, text, -1);
  pango_layout_get_size (layout, NULL, &height);
  if (*y + (double) height / PANGO_SCALE > PAGE_HEIGHT - MARGIN)
    {
      cairo_show_page (cr);
      *y = MARGIN;
    }
  cairo_move_to (cr, MARGIN, *y);
  pango_cairo_show_layout (cr, layout);
  *y += (double) height / PANGO_SCALE + 6;
}

static int
run_floor (const char *markdown, const char *pdf)
{
  cairo_surface_t *surface = cairo_pdf_surface_create (pdf, PAGE_WIDTH, PAGE_HEIGHT);
  cairo_t         *cr = cairo_create (surface);
  g_autoptr (PangoLayout) layout = pango_cairo_create_layout (cr);
  g_autoptr (PangoFontDescription) face = pango_font_description_from_string ("Serif 10");
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  double y = MARGIN;

  pango_layout_set_font_description (layout, face);
  pango_layout_set_width (layout, (PAGE_WIDTH - 2 * MARGIN) * PANGO_SCALE);
  if (!g_file_get_contents (markdown, &text, NULL, NULL))
    g_error ("cannot read %s", markdown);
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0')
      set_paragraph (cr, layout, lines[i], &y);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  return 0;
}

/* Of the largest process so far: they come in the order of their size. */
static void
print_memory (void)
{
  struct rusage usage;

  getrusage (RUSAGE_CHILDREN, &usage);
  g_print ("%-28s %8ld MiB\n", "  largest process so far", usage.ru_maxrss / 1024);
}

static void
measure_sample (const char *self,
                const char *program,
                const char *sample,
                const char *folder,
                guint       n_rounds)
{
  g_autofree char *markdown = g_build_filename (folder, "words.md", NULL);
  g_autofree char *pdf = g_build_filename (folder, "out.pdf", NULL);
  g_autofree char *to_markdown = g_strconcat ("--output=", markdown, NULL);
  g_autofree char *to_pdf = g_strconcat ("--output=", pdf, NULL);
  g_autofree char *name = g_path_get_basename (sample);
  const char      *words[] = { program, "export", "--to=markdown", to_markdown, sample, NULL };
  const char *export[] = { program, "export", "--to=pdf", to_pdf, sample, NULL };
  const char *floor[] = { self, "--floor", markdown, pdf, NULL };
  double      ours[N_ROUNDS], reference[N_ROUNDS];

  timing_run (words, NULL);
  timing_run (export, NULL);
  for (guint i = 0; i < n_rounds; i++)
    {
      reference[i] = timing_run (floor, NULL);
      ours[i] = timing_run (export, NULL);
    }
  timing_print (name, ours, reference, n_rounds);
  print_memory ();
}

/* About 4, 15 and 200 pages. */
static void
measure_sizes (const char *self, const char *program, const char *folder)
{
  static const struct
  {
    const char *name;
    guint       n_events, n_rounds;
    gsize       prose;
  } sizes[] = {
    { "S.postmortem", 15, N_ROUNDS, 5000 },
    { "M.postmortem", 100, N_ROUNDS, 30000 },
    { "L.postmortem", 5000, N_LONG, 60000 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (AftRecord) root = corpus_report (i + 1, sizes[i].n_events, sizes[i].prose);
      g_autofree char *json = aft_json_write (root, NULL);
      g_autofree char *path = g_build_filename (folder, sizes[i].name, NULL);

      if (!g_file_set_contents (path, json, -1, NULL))
        g_error ("cannot write %s", path);
      measure_sample (self, program, path, folder, sizes[i].n_rounds);
    }
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = NULL;

  if (argc == 4 && g_str_equal (argv[1], "--floor"))
    return run_floor (argv[2], argv[3]);
  folder = g_dir_make_tmp ("afterword-bench-XXXXXX", NULL);
  for (int i = 2; i < argc; i++)
    measure_sample (argv[0], argv[1], argv[i], folder, N_ROUNDS);
  measure_sizes (argv[0], argv[1], folder);
  return 0;
}
