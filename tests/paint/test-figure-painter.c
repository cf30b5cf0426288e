/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures as pictures, beside those in golden/. With AFTERWORD_RENEW set they are written anew:
 * look at each before it is kept. What is not equal is left as NAME.png in the build folder.
 * Letters differ between versions of what draws them: elsewhere than where the pictures were made
 * they are drawn, but not compared, and the case says so. */
#include <math.h>
#include <pango/pangocairo.h>

#include "paint/figure-measure.h"
#include "paint/figure-painter.h"
#include "paint/page-painter.h"
#include "support/fixtures.h"

#define WIDTH        640
#define CAIRO_MADE   11600 /* 1.16, and Pango 1.50: those of Debian 12 */
#define PANGO_MADE   15000
#define MAX_DISTANCE 24     /* of a colour, of 255 */
#define MAX_SHARE    0.0005 /* of the picture: what rounding may turn */

typedef struct
{
  const char *at, *until, *text;
  guint       lane, kind, milestone;
  gboolean    approximate;
} Line;

#define NO_MARK AFT_CHOICE_NONE

static const Line one[] = {
  { "12:00",
    NULL,
    "Error rate of checkout at 5 %",
    AFT_LANE_SYSTEM,
    AFT_EVENT_KIND_ALERT,
    NO_MARK },
};

static const Line milestones[] = {
  { "12:00", NULL, "", AFT_LANE_SYSTEM, AFT_EVENT_KIND_CHANGE, AFT_MILESTONE_FAULT_INTRODUCED },
  { "12:20", NULL, "", AFT_LANE_USERS, AFT_EVENT_KIND_SYMPTOM, AFT_MILESTONE_IMPACT_START },
  { "12:31", NULL, "", AFT_LANE_SYSTEM, AFT_EVENT_KIND_ALERT, AFT_MILESTONE_DETECTED },
  { "12:35", NULL, "", AFT_LANE_RESPONDERS, AFT_EVENT_KIND_ACTION, AFT_MILESTONE_ACKNOWLEDGED },
  { "12:52", NULL, "", AFT_LANE_RESPONDERS, AFT_EVENT_KIND_DECISION, AFT_MILESTONE_DIAGNOSED },
  { "13:10", NULL, "", AFT_LANE_SYSTEM, AFT_EVENT_KIND_RECOVERY, AFT_MILESTONE_MITIGATED },
  { "13:40", NULL, "", AFT_LANE_SYSTEM, AFT_EVENT_KIND_RECOVERY, AFT_MILESTONE_RESOLVED },
};

static const Line days[] = {
  { "2026-05-04T09:00:00Z",
    NULL,
    "Firmware installed",
    AFT_LANE_SYSTEM,
    AFT_EVENT_KIND_CHANGE,
    AFT_MILESTONE_FAULT_INTRODUCED },
  { "2026-05-05T16:00:00Z",
    NULL,
    "Orders time out",
    AFT_LANE_USERS,
    AFT_EVENT_KIND_SYMPTOM,
    AFT_MILESTONE_IMPACT_START },
  { "2026-05-05T16:10:00Z",
    NULL,
    "Alert: latency of the order API",
    AFT_LANE_SYSTEM,
    AFT_EVENT_KIND_ALERT,
    AFT_MILESTONE_DETECTED },
  { "2026-05-05T17:00:00Z",
    NULL,
    "Failover to the other region",
    AFT_LANE_RESPONDERS,
    AFT_EVENT_KIND_ACTION,
    AFT_MILESTONE_MITIGATED },
  { "2026-05-06T14:00:00Z",
    NULL,
    "Back in both regions",
    AFT_LANE_SYSTEM,
    AFT_EVENT_KIND_RECOVERY,
    AFT_MILESTONE_RESOLVED },
};

static const Line ranges[] = {
  { "12:00",
    "12:50",
    "Candidate caches are refilled one after the other",
    AFT_LANE_SYSTEM,
    AFT_EVENT_KIND_ACTION,
    NO_MARK },
  { "12:10", "12:20", "Canary", AFT_LANE_SYSTEM, AFT_EVENT_KIND_CHANGE, NO_MARK },
  { "12:30", "12:34", "Restart of two nodes", AFT_LANE_RESPONDERS, AFT_EVENT_KIND_ACTION, NO_MARK },
  { "12:40",
    "13:00",
    "Call with the provider",
    AFT_LANE_COMMUNICATION,
    AFT_EVENT_KIND_COMMUNICATION,
    NO_MARK,
    TRUE },
  { "12:55",
    NULL,
    "Latency as usual",
    AFT_LANE_USERS,
    AFT_EVENT_KIND_RECOVERY,
    AFT_MILESTONE_MITIGATED },
};

static const Line approximate[] = {
  { "12:00", NULL, "First slow pages", AFT_LANE_USERS, AFT_EVENT_KIND_SYMPTOM, NO_MARK, TRUE },
  { "12:10", NULL, "Change of the limit", AFT_LANE_SYSTEM, AFT_EVENT_KIND_CHANGE, NO_MARK, TRUE },
  { "12:15", NULL, "Alert", AFT_LANE_SYSTEM, AFT_EVENT_KIND_ALERT, NO_MARK, TRUE },
  { "12:30", NULL, "Decision to roll back", AFT_LANE_RESPONDERS, AFT_EVENT_KIND_DECISION, NO_MARK },
};

static const Line unknown[] = {
  { "12:00", NULL, "Alert", AFT_LANE_SYSTEM, AFT_EVENT_KIND_ALERT, NO_MARK },
  { "12:20", NULL, "Rolled back", AFT_LANE_RESPONDERS, AFT_EVENT_KIND_ACTION, NO_MARK },
  { NULL, NULL, "A customer called", AFT_LANE_USERS, AFT_EVENT_KIND_SYMPTOM, NO_MARK },
  { NULL,
    NULL,
    "The status page was changed",
    AFT_LANE_COMMUNICATION,
    AFT_EVENT_KIND_COMMUNICATION,
    NO_MARK },
};

static const Line night[] = {
  { "2026-03-28T23:30:00Z", NULL, "Job started", AFT_LANE_SYSTEM, AFT_EVENT_KIND_CHANGE, NO_MARK },
  { "2026-03-29T00:30:00Z",
    NULL,
    "Half of the rows are done",
    AFT_LANE_SYSTEM,
    AFT_EVENT_KIND_OBSERVATION,
    NO_MARK },
  { "2026-03-29T01:10:00Z",
    NULL,
    "The clocks say 03:10",
    AFT_LANE_RESPONDERS,
    AFT_EVENT_KIND_OBSERVATION,
    NO_MARK },
  { "2026-03-29T02:30:00Z",
    NULL,
    "Settlement missing",
    AFT_LANE_USERS,
    AFT_EVENT_KIND_SYMPTOM,
    NO_MARK },
};

static const Line arabic[] = {
  { "12:00",
    NULL,
    "ارتفع معدل الخطأ",
    AFT_LANE_SYSTEM,
    AFT_EVENT_KIND_ALERT,
    AFT_MILESTONE_DETECTED },
  { "12:20",
    NULL,
    "تم التراجع عن التغيير",
    AFT_LANE_RESPONDERS,
    AFT_EVENT_KIND_ACTION,
    AFT_MILESTONE_MITIGATED },
  { "12:25", "12:40", "عادت الخدمة", AFT_LANE_USERS, AFT_EVENT_KIND_RECOVERY, NO_MARK },
};

typedef struct
{
  const char *name;
  const Line *lines;
  guint       n_lines, n_crowd; /* that many more, seconds apart */
  const AftPalette *(*palette) (void);
  gboolean rtl, grey;
} Figure;

#define LINES(lines) lines, G_N_ELEMENTS (lines)

static const Figure figures[] = {
  { "one", LINES (one), 0, aft_palette_light },
  { "none", NULL, 0, 0, aft_palette_light },
  { "milestones", LINES (milestones), 0, aft_palette_light },
  { "days", LINES (days), 0, aft_palette_light },
  { "crowded", LINES (milestones), 200, aft_palette_light },
  { "ranges", LINES (ranges), 0, aft_palette_light },
  { "approximate", LINES (approximate), 0, aft_palette_light },
  { "unknown", LINES (unknown), 0, aft_palette_light },
  { "night", LINES (night), 0, aft_palette_light },
  { "right-to-left", LINES (arabic), 0, aft_palette_light, TRUE },
  { "dark", LINES (days), 0, aft_palette_dark },
  { "grey", LINES (milestones), 0, aft_palette_paper, FALSE, TRUE },
};

/* "12:31" is on the day of most. */
static char *
expand_time (const char *time)
{
  if (time == NULL || strlen (time) > 5)
    return g_strdup (time);
  return g_strdup_printf ("2026-05-04T%s:00Z", time);
}

static void
init_integer (AftRecord *event, guint field, gint64 integer)
{
  g_auto (AftValue) value = AFT_VALUE_INIT;

  aft_value_set_integer (&value, integer);
  aft_record_init_value (event, field, &value);
}

static void
add_line (AftRecordList *events, const Line *line)
{
  g_autofree char *at = expand_time (line->at);
  g_autofree char *until = expand_time (line->until);
  g_autoptr (AftRecord) event = fixture_event (at, line->text, line->milestone);
  AftInstant end;

  init_integer (event, AFT_EVENT_LANE, line->lane);
  init_integer (event, AFT_EVENT_KIND, line->kind);
  if (line->approximate)
    init_integer (event, AFT_EVENT_PRECISION, AFT_PRECISION_APPROXIMATE);
  if (until != NULL && aft_instant_parse (until, &end, NULL))
    init_integer (event, AFT_EVENT_UNTIL, end);
  aft_record_list_init_append (events, event);
}

static void
add_crowd (AftRecordList *events, guint n)
{
  AftInstant at = FIXTURE_NOW + 10 * AFT_MINUTE;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *time = aft_instant_format (at);
      g_autofree char *text = g_strdup_printf ("Observation %u of the crowd", i + 1);
      Line             line = { time, NULL, text, i % 3 == 0, i % AFT_N_EVENT_KINDS, NO_MARK };

      add_line (events, &line);
      at += (i % 20 == 0 ? 120 : 11) * AFT_SECOND;
    }
}

/* By how bright they are, as a printer without colours has it. */
static void
turn_grey (cairo_surface_t *surface)
{
  guint8 *data = cairo_image_surface_get_data (surface);
  int     stride = cairo_image_surface_get_stride (surface);

  cairo_surface_flush (surface);
  for (int y = 0; y < cairo_image_surface_get_height (surface); y++)
    for (int x = 0; x < cairo_image_surface_get_width (surface); x++)
      {
        guint8 *pixel = data + y * stride + 4 * x;

        pixel[0] = pixel[1] = pixel[2] = (pixel[0] * 11 + pixel[1] * 59 + pixel[2] * 30) / 100;
      }
  cairo_surface_mark_dirty (surface);
}

static cairo_surface_t *
draw (const Figure *figure)
{
  g_autoptr (AftPostmortem) postmortem = fixture_postmortem ();
  AftRecordList *events =
      aft_record_get_list (aft_postmortem_get_root (postmortem), AFT_DOC_EVENTS);
  PangoContext *context = aft_paint_context ();
  g_autoptr (PangoFontDescription) face = aft_figure_face ("Cantarell, Noto Sans Arabic", 11);
  g_autoptr (AftFigureMeasure) measure = aft_figure_measure_new (context, face);
  AftFigureOptions  options = { .width = WIDTH,
                                .min_height = 120,
                                .text_height = aft_figure_measure_line_height (measure),
                                .zone = "Europe/Zurich",
                                .rtl = figure->rtl,
                                .measure = aft_figure_measure,
                                .measure_data = measure };
  const AftPalette *palette = figure->palette ();
  g_autoptr (AftDigest) digest = NULL;
  g_autoptr (AftFigure) boxes = NULL;
  cairo_surface_t *surface;
  cairo_t         *cr;

  for (guint i = 0; i < figure->n_lines; i++)
    add_line (events, &figure->lines[i]);
  add_crowd (events, figure->n_crowd);
  digest = aft_digest_new (events);
  boxes = aft_figure_layout (digest, &options);
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, ceil (boxes->bounds.height));
  cr = cairo_create (surface);
  cairo_set_source_rgb (
      cr, palette->background.red, palette->background.green, palette->background.blue);
  cairo_paint (cr);
  aft_figure_paint (boxes, cr, context, face, palette, NULL);
  cairo_destroy (cr);
  g_object_unref (context);
  if (figure->grey)
    turn_grey (surface);
  return surface;
}

/* Of all pixels, those of which a colour is further away than rounding explains. */
static double
share_of_difference (cairo_surface_t *a, cairo_surface_t *b)
{
  int   width = cairo_image_surface_get_width (a), height = cairo_image_surface_get_height (a);
  guint n = 0;

  if (cairo_image_surface_get_width (b) != width || cairo_image_surface_get_height (b) != height)
    return 1;
  cairo_surface_flush (a);
  cairo_surface_flush (b);
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      {
        const guint8 *p = cairo_image_surface_get_data (a) + y * cairo_image_surface_get_stride (a);
        const guint8 *q = cairo_image_surface_get_data (b) + y * cairo_image_surface_get_stride (b);

        for (int c = 0; c < 3; c++)
          if (ABS (p[4 * x + c] - q[4 * x + c]) > MAX_DISTANCE)
            {
              n++;
              break;
            }
      }
  return (double) n / (width * height);
}

static gboolean
is_where_made (void)
{
  return cairo_version () / 100 == CAIRO_MADE / 100 && pango_version () / 100 == PANGO_MADE / 100;
}

static void
test_figure (gconstpointer data)
{
  const Figure    *figure = data;
  g_autofree char *file = g_strconcat (figure->name, ".png", NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "paint", "golden", file, NULL);
  g_autofree char *left = g_test_build_filename (G_TEST_BUILT, "paint", file, NULL);
  cairo_surface_t *drawn = draw (figure), *golden;
  double           share;

  if (g_getenv ("AFTERWORD_RENEW") != NULL)
    cairo_surface_write_to_png (drawn, path);
  golden = cairo_image_surface_create_from_png (path);
  g_assert_cmpint (cairo_surface_status (golden), ==, CAIRO_STATUS_SUCCESS);
  share = share_of_difference (drawn, golden);
  if (share > MAX_SHARE)
    cairo_surface_write_to_png (drawn, left);
  cairo_surface_destroy (golden);
  cairo_surface_destroy (drawn);
  if (!is_where_made ())
    g_test_skip ("the pictures were made with other versions of cairo and Pango");
  else
    g_assert_cmpfloat (share, <=, MAX_SHARE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      g_autofree char *path = g_strconcat ("/paint/figure/", figures[i].name, NULL);

      g_test_add_data_func (path, &figures[i], test_figure);
    }
  return g_test_run ();
}
