/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "typeset/style.h"

#include <math.h>
#include <string.h>

#define MM(mm) ((mm) *72.0 / 25.4)

/* Noto has one design over nearly all scripts; behind it what every desktop has. */
#define SERIF "Noto Serif,Noto Naskh Arabic,DejaVu Serif,serif"
#define SANS  "Noto Sans,Noto Sans Arabic,Cantarell,DejaVu Sans,sans-serif"
#define MONO  mono_families

static const char mono_families[] = "Noto Sans Mono,DejaVu Sans Mono,monospace";

#define MARGIN       MM (22)
#define NOTES_SHARE  (1 / 3.0) /* of the page, with its margin */
#define NOTES_MARGIN MM (8)
#define NOTES_GAP    MM (5)
#define MEASURE      404.0 /* about 76 letters of the body face */
#define FOOTER_SPACE MM (14)

typedef struct
{
  const char *families;
  double      size, leading; /* points */
  PangoWeight weight;
} FaceStyle;

static const FaceStyle face_styles[AFT_N_FACES] = {
  [AFT_FACE_BODY] = { SERIF, 10, 14, PANGO_WEIGHT_NORMAL },
  [AFT_FACE_TITLE] = { SANS, 22, 28, PANGO_WEIGHT_BOLD },
  [AFT_FACE_EYEBROW] = { SANS, 9, 14, PANGO_WEIGHT_BOLD },
  [AFT_FACE_FACTS] = { SANS, 9, 14, PANGO_WEIGHT_NORMAL },
  [AFT_FACE_FACTS_BOLD] = { SANS, 9, 14, PANGO_WEIGHT_BOLD },
  [AFT_FACE_H1] = { SANS, 18, 21, PANGO_WEIGHT_BOLD },
  [AFT_FACE_H2] = { SANS, 13, 17.5, PANGO_WEIGHT_BOLD },
  [AFT_FACE_H3] = { SANS, 11, 14, PANGO_WEIGHT_BOLD },
  [AFT_FACE_CODE] = { MONO, 8, 11, PANGO_WEIGHT_NORMAL },
  [AFT_FACE_CELL] = { SANS, 8.5, 11.5, PANGO_WEIGHT_NORMAL },
  [AFT_FACE_CELL_HEAD] = { SANS, 8, 11.5, PANGO_WEIGHT_BOLD },
  [AFT_FACE_CAPTION] = { SANS, 8, 10.5, PANGO_WEIGHT_NORMAL },
  [AFT_FACE_VALUE] = { SANS, 15, 21, PANGO_WEIGHT_BOLD },
  [AFT_FACE_VALUE_SMALL] = { SANS, 12, 17.5, PANGO_WEIGHT_BOLD },
  [AFT_FACE_FOOTER] = { SANS, 7.5, 10.5, PANGO_WEIGHT_NORMAL },
  [AFT_FACE_LINE_NUMBER] = { SANS, 8, 10.5, PANGO_WEIGHT_NORMAL },
  [AFT_FACE_DRAFT] = { SANS, 150, 180, PANGO_WEIGHT_BOLD },
};

struct _AftStyle
{
  PangoContext         *context;
  AftLayoutCache       *cache;       /* unowned; NULL: nothing is kept */
  AftWordWidths        *word_widths; /* the cache's, where there is one */
  PangoAttrList        *attrs;       /* of every layout without any of its own */
  AftPageArea           area;
  PangoFontDescription *faces[AFT_N_FACES];
  PangoLayout          *measures[AFT_N_FACES]; /* that words are measured with; NULL: not yet */
  double                ascents[AFT_N_FACES], descents[AFT_N_FACES]; /* points; 0 = not asked yet */
};

/* Ligatures would hide letters from readers of the structure; figures of one width line up. A word
 * longer than a line is an address or a name: a hyphen in it would be read as part of it. */
static void
add_common_attributes (PangoAttrList *attrs)
{
  pango_attr_list_insert (attrs, pango_attr_font_features_new ("liga=0, clig=0, tnum=1, lnum=1"));
  pango_attr_list_insert (attrs, pango_attr_insert_hyphens_new (FALSE));
}

static void
init_area (AftPageArea *area, const AftTypesetOptions *options)
{
  gboolean is_letter = options->paper == AFT_PAPER_LETTER;
  gboolean is_review = options->layout == AFT_LAYOUT_REVIEW;

  area->width = is_letter ? 612 : MM (210);
  area->height = is_letter ? 792 : MM (297);
  area->left = area->top = MARGIN;
  area->full = area->width - 2 * MARGIN;
  if (is_review)
    {
      area->note_left = floor (area->width * (1 - NOTES_SHARE));
      area->note_width = area->width - NOTES_MARGIN - area->note_left;
      area->full = area->note_left - NOTES_GAP - area->left;
      area->number_right = area->left - MM (5);
    }
  area->measure = MIN (MEASURE, area->full);
  area->depth = floor ((area->height - 2 * MARGIN) / (2 * AFT_RHYTHM)) * 2 * AFT_RHYTHM;
  area->footer_baseline = area->height - FOOTER_SPACE;
  area->footer_width = is_review ? area->note_left + area->note_width - area->left : area->full;
}

AftStyle *
aft_style_new (PangoContext *context, const AftTypesetOptions *options)
{
  AftStyle *self = g_new0 (AftStyle, 1);

  self->context = g_object_ref (context);
  self->cache = options->cache;
  self->word_widths =
      self->cache != NULL ? aft_layout_cache_get_word_widths (self->cache) : aft_word_widths_new ();
  self->attrs = pango_attr_list_new ();
  add_common_attributes (self->attrs);
  init_area (&self->area, options);
  for (guint i = 0; i < AFT_N_FACES; i++)
    {
      self->faces[i] = pango_font_description_new ();
      pango_font_description_set_family_static (self->faces[i], face_styles[i].families);
      pango_font_description_set_absolute_size (self->faces[i], face_styles[i].size * PANGO_SCALE);
      pango_font_description_set_weight (self->faces[i], face_styles[i].weight);
    }
  return self;
}

void
aft_style_free (AftStyle *self)
{
  for (guint i = 0; i < AFT_N_FACES; i++)
    {
      pango_font_description_free (self->faces[i]);
      g_clear_object (&self->measures[i]);
    }
  if (self->cache == NULL)
    aft_word_widths_free (self->word_widths);
  pango_attr_list_unref (self->attrs);
  g_object_unref (self->context);
  g_free (self);
}

const AftPageArea *
aft_style_get_area (const AftStyle *self)
{
  return &self->area;
}

PangoContext *
aft_style_get_context (const AftStyle *self)
{
  return self->context;
}

/* Those of the face and what the text has of its own. Transfer full. */
static PangoAttrList *
complete_attributes (AftStyle *self, AftFace face, PangoAttrList *attrs)
{
  if (attrs == NULL && face != AFT_FACE_EYEBROW && face != AFT_FACE_CODE)
    return pango_attr_list_ref (self->attrs);
  attrs = attrs != NULL ? pango_attr_list_ref (attrs) : pango_attr_list_new ();
  add_common_attributes (attrs);
  /* what is joined by context in a font for code is another character for who reads it */
  if (face == AFT_FACE_CODE)
    pango_attr_list_insert (attrs, pango_attr_font_features_new ("calt=0"));
  if (face == AFT_FACE_EYEBROW)
    pango_attr_list_insert (attrs, pango_attr_letter_spacing_new (0.4 * PANGO_SCALE));
  return attrs;
}

static PangoLayout *
make_layout (AftStyle      *self,
             AftFace        face,
             const char    *text,
             int            length,
             PangoAttrList *attrs,
             int            width)
{
  PangoLayout *layout = pango_layout_new (self->context);

  pango_layout_set_font_description (layout, self->faces[face]);
  pango_layout_set_attributes (layout, attrs);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, width);
  pango_layout_set_text (layout, text, length);
  return layout;
}

/* Whoever measures gives it a text. */
static PangoLayout *
measuring_layout (AftStyle *self, AftFace face)
{
  PangoAttrList *attrs;

  if (self->measures[face] == NULL)
    {
      attrs = complete_attributes (self, face, NULL);
      self->measures[face] = make_layout (self, face, "", 0, attrs, -1);
      pango_attr_list_unref (attrs);
    }
  return self->measures[face];
}

/* purpose: layouts for other purposes are never given for this one. */
static PangoLayout *
recall_layout (AftStyle      *self,
               AftFace        face,
               guint          purpose,
               const char    *text,
               int            length,
               PangoAttrList *attrs,
               int            width)
{
  guint64        kind = ((guint64) (guint32) width << 32) | ((guint64) purpose << 8) | face;
  PangoAttrList *complete = complete_attributes (self, face, attrs);
  PangoLayout   *layout = NULL;

  if (self->cache != NULL)
    layout = aft_layout_cache_take (self->cache, kind, text, length, complete);
  if (layout == NULL)
    {
      layout = make_layout (self, face, text, length, complete, width);
      if (self->cache != NULL)
        aft_layout_cache_add (self->cache, kind, layout);
    }
  pango_attr_list_unref (complete);
  return layout;
}

PangoLayout *
aft_style_layout (AftStyle      *self,
                  AftFace        face,
                  const char    *text,
                  int            length,
                  PangoAttrList *attrs,
                  double         width)
{
  return recall_layout (
      self, face, 0, text, length, attrs, width >= 0 ? (int) (width * PANGO_SCALE) : -1);
}

PangoLayout *
aft_style_cell_layout (AftStyle      *self,
                       AftFace        face,
                       guint          column,
                       const char    *text,
                       int            length,
                       PangoAttrList *attrs)
{
  return recall_layout (self, face, column + 1, text, length, attrs, -1);
}

/* Latin, Greek and Cyrillic fit the leading of every face. */
static gboolean
has_tall_script (const char *text)
{
  for (const guchar *p = (const guchar *) text; *p != '\0'; p++)
    if (*p >= 0xD6 && *p != 0xE2)
      return TRUE;
  return FALSE;
}

static double
tallest_line (PangoLayout *layout)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  int              tallest = 0;

  do
    {
      PangoRectangle logical;

      pango_layout_iter_get_line_extents (iter, NULL, &logical);
      tallest = MAX (tallest, logical.height);
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
  return tallest / (double) PANGO_SCALE;
}

double
aft_style_leading (AftStyle *self, AftFace face, PangoLayout *layout)
{
  double leading = face_styles[face].leading;
  double tallest;

  if (layout == NULL || !has_tall_script (pango_layout_get_text (layout)))
    return leading;
  tallest = tallest_line (layout);
  /* what a font claims around its letters is generous: a little overlap is no collision */
  if (tallest <= leading * 1.3)
    return leading;
  return aft_style_snap (tallest * 0.9);
}

/* Where that is asked of a font, Pango measures all letters of a language. */
static void
measure_face (AftStyle *self, AftFace face)
{
  PangoLayout   *layout = measuring_layout (self, face);
  PangoRectangle logical;

  pango_layout_set_text (layout, "x", 1);
  pango_layout_line_get_extents (pango_layout_get_line_readonly (layout, 0), NULL, &logical);
  self->ascents[face] = PANGO_ASCENT (logical) / (double) PANGO_SCALE;
  self->descents[face] = PANGO_DESCENT (logical) / (double) PANGO_SCALE;
}

double
aft_style_baseline (AftStyle *self, AftFace face, double leading)
{
  if (self->ascents[face] == 0)
    measure_face (self, face);
  return (leading - self->ascents[face] - self->descents[face]) / 2 + self->ascents[face];
}

double
aft_style_layout_width (PangoLayout *layout)
{
  PangoRectangle logical;

  pango_layout_get_extents (layout, NULL, &logical);
  return logical.width / (double) PANGO_SCALE;
}

double
aft_style_text_width (AftStyle *self, AftFace face, const char *text, double *widest_word)
{
  return aft_word_widths_measure (
      self->word_widths, face, measuring_layout (self, face), text, widest_word);
}

AftWordWidths *
aft_style_get_word_widths (AftStyle *self)
{
  return self->word_widths;
}

double
aft_style_snap (double height)
{
  return ceil (height / AFT_RHYTHM - 0.001) * AFT_RHYTHM;
}

const char *
aft_style_mono_family (void)
{
  return MONO;
}

const char *const *
aft_style_family_lists (void)
{
  static const char *const lists[] = { SERIF, SANS, MONO, NULL };

  return lists;
}

PangoFontDescription *
aft_style_figure_face (void)
{
  PangoFontDescription *face = pango_font_description_new ();

  pango_font_description_set_family_static (face, SANS);
  pango_font_description_set_absolute_size (face, 7.5 * PANGO_SCALE);
  return face;
}
