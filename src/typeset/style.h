/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "typeset/pages.h"

G_BEGIN_DECLS

/* The one place that decides how paper looks: faces, sizes, leading and the areas of a page.
 * Everything vertical is a multiple of half a line (7 pt), so that lines keep a common rhythm. */
#define AFT_RHYTHM 7.0
/* Between the rule of the note column and what stands in it. */
#define AFT_NOTE_PAD 8.0

typedef enum
{
  AFT_FACE_BODY,
  AFT_FACE_TITLE,
  AFT_FACE_EYEBROW, /* kind, severity and status above the title */
  AFT_FACE_FACTS,   /* the line below the title, lists of what is elsewhere */
  AFT_FACE_FACTS_BOLD,
  AFT_FACE_H1,
  AFT_FACE_H2,
  AFT_FACE_H3,
  AFT_FACE_CODE,
  AFT_FACE_CELL,
  AFT_FACE_CELL_HEAD,
  AFT_FACE_CAPTION,
  AFT_FACE_VALUE, /* large key figures */
  AFT_FACE_VALUE_SMALL,
  AFT_FACE_FOOTER,
  AFT_FACE_LINE_NUMBER,
  AFT_FACE_DRAFT,
  AFT_N_FACES,
} AftFace;

/* Where things go on a page, in points. */
typedef struct
{
  double width, height;   /* of the paper */
  double left, top;       /* of the text area */
  double full;            /* width of the text area: tables and figures */
  double measure;         /* width of prose, at most full */
  double depth;           /* height of the text area: whole lines */
  double note_left;       /* of the note column of a review copy, */
  double note_width;      /* 0 in a report */
  double number_right;    /* right edge of line numbers, 0 in a report */
  double footer_baseline; /* of its first line, from the top of the paper */
  double footer_width;
} AftPageArea;

typedef struct _AftStyle AftStyle;

AftStyle          *aft_style_new (PangoContext *context, const AftTypesetOptions *options);
void               aft_style_free (AftStyle *self);
const AftPageArea *aft_style_get_area (const AftStyle *self);
PangoContext      *aft_style_get_context (const AftStyle *self);
/* A text as lines of that width, in points, negative = unlimited. attrs: of the text's own, may be
 * NULL; is not changed afterwards. length in bytes or -1. */
AftLines *aft_style_set (AftStyle      *self,
                         AftFace        face,
                         const char    *text,
                         int            length,
                         PangoAttrList *attrs,
                         double         width);
AftLines *aft_style_set_aligned (AftStyle      *self,
                                 AftFace        face,
                                 const char    *text,
                                 int            length,
                                 PangoAttrList *attrs,
                                 double         width,
                                 PangoAlignment align);
/* A new layout, for what lines do not have, such as an ellipsis. */
PangoLayout *aft_style_layout (AftStyle *self, AftFace face, const char *text, double width);
/* Widths in points: of the widest line, and of the widest part that no line may end in. */
void aft_style_measure (AftStyle      *self,
                        AftFace        face,
                        const char    *text,
                        int            length,
                        PangoAttrList *attrs,
                        double        *natural,
                        double        *minimum);
/* Of one line. */
double aft_style_text_width (AftStyle *self, AftFace face, const char *text);
/* Distance of baselines for these lines: the face's own, more where their fonts are taller.
 * lines may be NULL. */
double aft_style_leading (AftStyle *self, AftFace face, const AftLines *lines);
/* From the top of a line to its baseline. */
double aft_style_baseline (AftStyle *self, AftFace face, double leading);
/* For texts of other faces: their kinds begin at AFT_N_FACES. */
AftWords *aft_style_get_words (AftStyle *self);
/* The smallest whole number of half lines that holds that height. */
double aft_style_snap (double height);

const char *aft_style_mono_family (void);
/* Of all faces: names with commas between them, the one of aft_style_mono_family() among them;
 * ends with NULL. */
const char *const *aft_style_family_lists (void);
/* For the labels of the figure on paper: the painter uses the same as the measuring. */
PangoFontDescription *aft_style_figure_face (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AftStyle, aft_style_free)

G_END_DECLS
