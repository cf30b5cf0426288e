/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "typeset/style.h"

#include <math.h>
#include <string.h>

#include "typeset/word-lines.h"

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

/* Texts that come again and again: times, kinds, choices. */
#define MAX_SHARED 32

struct _AftStyle
{
  PangoContext         *context;
  AftLinesCache        *cache;
  gboolean              owns_cache; /* for this setting: only short texts are shared */
  AftPageArea           area;
  PangoFontDescription *faces[AFT_N_FACES];
  PangoAttrList        *attrs[AFT_N_FACES];                          /* of all texts of the face */
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

static PangoAttrList *
new_face_attributes (AftFace face)
{
  PangoAttrList *attrs = pango_attr_list_new ();

  add_common_attributes (attrs);
  /* what is joined by context in a font for code is another character for who reads it */
  if (face == AFT_FACE_CODE)
    pango_attr_list_insert (attrs, pango_attr_font_features_new ("calt=0"));
  if (face == AFT_FACE_EYEBROW)
    pango_attr_list_insert (attrs, pango_attr_letter_spacing_new (0.4 * PANGO_SCALE));
  return attrs;
}

static void
init_face (AftStyle *self, AftFace face)
{
  const FaceStyle *style = &face_styles[face];

  self->faces[face] = pango_font_description_new ();
  pango_font_description_set_family_static (self->faces[face], style->families);
  pango_font_description_set_absolute_size (self->faces[face], style->size * PANGO_SCALE);
  pango_font_description_set_weight (self->faces[face], style->weight);
  self->attrs[face] = new_face_attributes (face);
}

AftStyle *
aft_style_new (PangoContext *context, const AftTypesetOptions *options)
{
  AftStyle *self = g_new0 (AftStyle, 1);

  self->context = g_object_ref (context);
  self->owns_cache = options->cache == NULL;
  self->cache = self->owns_cache ? aft_lines_cache_new (context) : options->cache;
  init_area (&self->area, options);
  for (guint i = 0; i < AFT_N_FACES; i++)
    init_face (self, i);
  return self;
}

void
aft_style_free (AftStyle *self)
{
  for (guint i = 0; i < AFT_N_FACES; i++)
    {
      pango_font_description_free (self->faces[i]);
      pango_attr_list_unref (self->attrs[i]);
    }
  if (self->owns_cache)
    aft_lines_cache_free (self->cache);
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

/* ---- setting ---- */

/* The text's own attributes come behind those of the face, and count. Transfer full. */
static PangoAttrList *
complete_attributes (AftStyle *self, AftFace face, PangoAttrList *own)
{
  PangoAttrList *attrs = pango_attr_list_copy (self->attrs[face]);
  GSList        *more = own != NULL ? pango_attr_list_get_attributes (own) : NULL;

  for (GSList *l = more; l != NULL; l = l->next)
    pango_attr_list_insert (attrs, l->data);
  g_slist_free (more);
  return attrs;
}

static PangoLayout *
new_layout (AftStyle *self, AftFace face, const char *text, int length, int width)
{
  PangoLayout *layout = pango_layout_new (self->context);

  pango_layout_set_font_description (layout, self->faces[face]);
  pango_layout_set_attributes (layout, self->attrs[face]);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, width);
  pango_layout_set_text (layout, text, length);
  return layout;
}

PangoLayout *
aft_style_layout (AftStyle *self, AftFace face, const char *text, double width)
{
  return new_layout (self, face, text, -1, width >= 0 ? (int) (width * PANGO_SCALE) : -1);
}

static PangoLayout *
new_layout_with (AftStyle      *self,
                 AftFace        face,
                 const char    *text,
                 int            length,
                 PangoAttrList *own,
                 int            width)
{
  PangoLayout   *layout = new_layout (self, face, text, length, width);
  PangoAttrList *attrs = complete_attributes (self, face, own);

  pango_layout_set_attributes (layout, attrs);
  pango_attr_list_unref (attrs);
  return layout;
}

/* Letter spacing goes half to either side of a letter, and so is not the same for a word alone. */
static gboolean
is_made_of_words (const AftStyle *self, AftFace face)
{
  PangoDirection direction = pango_context_get_base_dir (self->context);

  return face != AFT_FACE_EYEBROW &&
         (direction == PANGO_DIRECTION_LTR || direction == PANGO_DIRECTION_WEAK_LTR ||
          direction == PANGO_DIRECTION_NEUTRAL);
}

static AftWordFace
word_face (const AftStyle *self, AftFace face)
{
  return (AftWordFace){ face, self->faces[face], self->attrs[face] };
}

static AftLines *
set_anew (AftStyle *self, AftFace face, const AftLinesKey *key, PangoAlignment align)
{
  AftWordFace  words = word_face (self, face);
  AftLines    *lines = NULL;
  PangoLayout *layout;

  if (is_made_of_words (self, face))
    lines = aft_word_lines_set (aft_lines_cache_get_words (self->cache),
                                &words,
                                key->text,
                                key->length,
                                key->attrs,
                                key->width,
                                align);
  if (lines != NULL)
    return lines;
  layout = new_layout_with (self, face, key->text, (int) key->length, key->attrs, key->width);
  pango_layout_set_alignment (layout, align);
  return aft_lines_take (layout);
}

AftLines *
aft_style_set_aligned (AftStyle      *self,
                       AftFace        face,
                       const char    *text,
                       int            length,
                       PangoAttrList *attrs,
                       double         width,
                       PangoAlignment align)
{
  AftLinesKey key = { .kind = face | ((guint) align << 8),
                      .width = width >= 0 ? (int) (width * PANGO_SCALE) : -1,
                      .text = text,
                      .length = length >= 0 ? (gsize) length : strlen (text),
                      .attrs = attrs };
  gboolean    is_kept = !self->owns_cache || key.length <= MAX_SHARED;
  AftLines   *lines = is_kept ? aft_lines_cache_get (self->cache, &key) : NULL;

  if (lines == NULL)
    {
      lines = set_anew (self, face, &key, align);
      if (is_kept)
        aft_lines_cache_add (self->cache, &key, lines);
    }
  return lines;
}

AftLines *
aft_style_set (AftStyle      *self,
               AftFace        face,
               const char    *text,
               int            length,
               PangoAttrList *attrs,
               double         width)
{
  return aft_style_set_aligned (self, face, text, length, attrs, width, PANGO_ALIGN_LEFT);
}

/* ---- measuring ---- */

static double
layout_width (PangoLayout *layout)
{
  PangoRectangle logical;

  pango_layout_get_extents (layout, NULL, &logical);
  return logical.width / (double) PANGO_SCALE;
}

void
aft_style_measure (AftStyle      *self,
                   AftFace        face,
                   const char    *text,
                   int            length,
                   PangoAttrList *attrs,
                   double        *natural,
                   double        *minimum)
{
  AftWordFace  words = word_face (self, face);
  gsize        n_bytes = length >= 0 ? (gsize) length : strlen (text);
  PangoLayout *layout;

  if (is_made_of_words (self, face) &&
      aft_word_lines_measure (
          aft_lines_cache_get_words (self->cache), &words, text, n_bytes, attrs, natural, minimum))
    return;
  layout = new_layout_with (self, face, text, (int) n_bytes, attrs, -1);
  *natural = layout_width (layout);
  if (minimum != NULL)
    {
      pango_layout_set_wrap (layout, PANGO_WRAP_WORD);
      pango_layout_set_width (layout, 0);
      *minimum = layout_width (layout);
    }
  g_object_unref (layout);
}

double
aft_style_text_width (AftStyle *self, AftFace face, const char *text)
{
  double width;

  aft_style_measure (self, face, text, -1, NULL, &width, NULL);
  return width;
}

double
aft_style_leading (AftStyle *self, AftFace face, const AftLines *lines)
{
  double leading = face_styles[face].leading;
  double tallest = lines != NULL ? aft_lines_get_tallest (lines) : 0;

  /* what a font claims around its letters is generous: a little overlap is no collision */
  if (tallest <= leading * 1.3)
    return leading;
  return aft_style_snap (tallest * 0.9);
}

/* Where that is asked of a font, Pango measures all letters of a language. */
static void
measure_face (AftStyle *self, AftFace face)
{
  PangoLayout   *layout = aft_style_layout (self, face, "x", -1);
  PangoRectangle logical;

  pango_layout_line_get_extents (pango_layout_get_line_readonly (layout, 0), NULL, &logical);
  self->ascents[face] = PANGO_ASCENT (logical) / (double) PANGO_SCALE;
  self->descents[face] = PANGO_DESCENT (logical) / (double) PANGO_SCALE;
  g_object_unref (layout);
}

double
aft_style_baseline (AftStyle *self, AftFace face, double leading)
{
  if (self->ascents[face] == 0)
    measure_face (self, face);
  return (leading - self->ascents[face] - self->descents[face]) / 2 + self->ascents[face];
}

AftWords *
aft_style_get_words (AftStyle *self)
{
  return aft_lines_cache_get_words (self->cache);
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
