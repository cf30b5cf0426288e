/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "typeset/inline.h"
#include "typeset/lines.h"
#include "typeset/style.h"

G_BEGIN_DECLS

#define AFT_TABLE_MAX_COLUMNS 24

/* width: fixed points, or 0 = measured. The flexible columns share what is left. */
typedef struct
{
  double         width;
  gboolean       flexible;
  PangoAlignment align;
} AftColumn;

typedef struct
{
  char          *text;  /* until the row is fitted; NULL: empty */
  PangoAttrList *attrs; /* of it; may be NULL */
  AftLines      *lines; /* from then on; NULL: empty */
  GArray        *links;
  int            n_lines;
  int            node;
  AftInk         ink;
} AftCell;

typedef enum
{
  AFT_ROW_BODY,
  AFT_ROW_HEADER, /* repeated on every page */
  AFT_ROW_GROUP,  /* one cell over all columns, kept with the row below, repeated likewise */
} AftRowType;

typedef struct
{
  AftRowType type;
  int        node;
  double     height; /* with its padding */
  double     leading;
  int        n_lines;
  AftRecord *record;
  char       letter; /* what links lead to it by, see AftPageAnchor; '\0': none do */
  guint      number;
  guint      first_cell; /* in cells; n_columns of them */
} AftRow;

typedef struct
{
  AftStyle *style; /* unowned */
  AftColumn columns[AFT_TABLE_MAX_COLUMNS];
  guint     n_columns;
  double    x[AFT_TABLE_MAX_COLUMNS]; /* left edges, once fitted */
  double    width;                    /* all */
  int       node;
  gboolean  has_width; /* the columns are decided */
  guint     n_fitted;  /* rows whose cells are broken */
  GArray   *rows;      /* AftRow */
  GArray   *cells;     /* AftCell */
} AftTable;

/* Space above and below the text of a row, and between columns. */
#define AFT_TABLE_PAD 3.25
#define AFT_TABLE_GAP 10.0

AftTable *aft_table_new (AftStyle *style, const AftColumn *columns, guint n_columns, int node);
void      aft_table_free (AftTable *self);
/* Begins a row with all cells empty; returns its index. */
guint aft_table_add_row (AftTable *self, AftRowType type, int node, AftRecord *record);
/* Links lead to the last row by that name, see aft_pages_add_anchor(). */
void aft_table_name_row (AftTable *self, char letter, guint number);
/* Fills a cell of the last row. */
void aft_table_set_text (AftTable *self, guint column, const char *text, int node, AftInk ink);
/* Takes the links of content. */
void aft_table_set_inline (AftTable *self, guint column, AftInline *content, int node);
/* Of a table whose columns are not measured: each row is fitted as soon as the next begins. */
void aft_table_set_width (AftTable *self, double width);
/* Decides the columns for that width and breaks all cells. fill: uses the whole width even where
 * less would do. */
void     aft_table_fit (AftTable *self, double width, gboolean fill);
AftRow  *aft_table_get_row (const AftTable *self, guint row);
AftCell *aft_table_get_cell (const AftTable *self, const AftRow *row, guint column);
/* Where the text of a column begins and how wide it may be. */
double aft_table_cell_width (const AftTable *self, const AftRow *row, guint column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AftTable, aft_table_free)

G_END_DECLS
