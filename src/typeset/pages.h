/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

#include "model/record.h"
#include "timeline/figure.h"
#include "typeset/lines-cache.h"
#include "typeset/lines.h"

G_BEGIN_DECLS

/* The document as pages of placed boxes, in points (1/72 in) from the top left corner of the page.
 * The painter draws boxes and knows nothing of documents; nothing here draws. */

typedef enum
{
  AFT_PAPER_A4,
  AFT_PAPER_LETTER
} AftPaper;
typedef enum
{
  AFT_LAYOUT_REPORT,
  AFT_LAYOUT_REVIEW
} AftLayout;

typedef struct
{
  AftPaper  paper;
  AftLayout layout;
  guint     copy; /* number of a review copy; 0 is 1 */
  /* Of the same context and thread: what did not change since is not set again. May be NULL. */
  AftLinesCache *cache;
} AftTypesetOptions;

/* Structure for tagged PDF: the tags of PDF 32000-1, 14.8. Footers are artifacts: no tag. */
typedef enum
{
  AFT_TAG_ARTIFACT,
  AFT_TAG_P,
  AFT_TAG_H1,
  AFT_TAG_H2,
  AFT_TAG_H3,
  AFT_TAG_LIST,
  AFT_TAG_LI,
  AFT_TAG_LBL,
  AFT_TAG_LBODY,
  AFT_TAG_TABLE,
  AFT_TAG_TR,
  AFT_TAG_TH,     /* of a column */
  AFT_TAG_TH_ROW, /* of a row */
  AFT_TAG_TD,
  AFT_TAG_QUOTE,
  AFT_TAG_CODE,
  AFT_TAG_FIGURE,
  AFT_TAG_SECT,
  AFT_TAG_CONTENTS,
  AFT_TAG_CONTENTS_ITEM,
  AFT_TAG_REFERENCE,
  AFT_N_TAGS,
} AftTag;

typedef enum
{
  AFT_BOX_TEXT, /* first_line … first_line + n_lines - 1 of lines */
  AFT_BOX_FILL, /* a filled rectangle: rules, bars, tints */
  AFT_BOX_FIGURE,
} AftBoxType;

typedef enum
{
  AFT_INK_TEXT,
  AFT_INK_DIM,    /* secondary text */
  AFT_INK_ACCENT, /* rules and links */
  AFT_INK_HAIRLINE,
  AFT_INK_TINT,  /* backgrounds */
  AFT_INK_FAINT, /* line numbers */
  AFT_INK_MARK,  /* DRAFT behind the text */
} AftInk;

/* A live stretch of a text box. */
typedef struct
{
  guint start, end; /* byte range in the text of the lines */
  char *target;     /* http, https, mailto; "#E12" and such: a place in the document */
} AftPageLink;

typedef struct
{
  AftBoxType type;
  AftRect    rect;
  AftInk     ink;
  AftLines  *lines; /* shared by the boxes of a paragraph that spans pages */
  int        first_line, n_lines;
  double     leading, baseline; /* between baselines; from rect.y to the first one */
  GArray    *links;             /* AftPageLink, or NULL; shared likewise */
  AftFigure *figure;            /* owned by the document */
  char      *alt;               /* of a figure */
  int        node;              /* index into the structure tree, or -1 for artifacts */
  gboolean   turned;            /* a mark: upwards along the diagonal, about the middle of rect */
} AftBox;

/* One element of the structure tree; in reading order, parents before children. */
typedef struct
{
  AftTag tag;
  int    parent; /* -1: below the document */
} AftStructNode;

typedef struct
{
  int    page; /* 0-based */
  double y;
  guint  level; /* 1 … */
  char  *title;
} AftOutlineItem;

/* Where a link inside the document leads. */
typedef struct
{
  int    page; /* 0-based */
  double y;
} AftPageAnchor;

/* What a page shows of which field, so that a preview can follow the form and the form the page. */
typedef struct
{
  int        page;
  AftRect    rect;
  AftRecord *record; /* unowned: of the root that was typeset */
  guint      field;
} AftPageSpot;

typedef struct
{
  double        width, height; /* points */
  GPtrArray    *pages;         /* (element-type GArray of AftBox), in drawing order */
  GArray       *structure;     /* AftStructNode */
  GArray       *outline;       /* AftOutlineItem */
  GArray       *spots;         /* AftPageSpot */
  GHashTable   *anchors;       /* see aft_pages_find_anchor() */
  char         *title, *author, *subject, *keywords, *language;
  AftInstant    created, modified;
  GPtrArray    *figures; /* AftFigure, owned */
  PangoContext *context; /* the labels of figures were measured with it */
} AftPages;

/* context: from a pango-cairo font map at 72 dpi with hinting and rounding of positions off; see
 * aft_paint_context() of the paint layer. root: what may be shown (aft_audience_copy()). */
AftPages *aft_typeset (AftRecord *root, const AftTypesetOptions *options, PangoContext *context);
void      aft_pages_free (AftPages *self);
/* Nothing stands on the page any more. */
void aft_pages_clear_page (AftPages *self, guint page);

/* letter: 'E' an event, 'A' an action, 'S' a heading of the outline; number from 1. */
void aft_pages_add_anchor (AftPages *self, char letter, guint number, int page, double y);
/* Of a link's target such as "#E12"; NULL where there is none. */
const AftPageAnchor *aft_pages_find_anchor (const AftPages *self, const char *target);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AftPages, aft_pages_free)

G_END_DECLS
