/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the columns of somebody's table hold, by the words of its head. */
typedef enum
{
  AFT_COLUMN_OTHER,
  AFT_COLUMN_TIME, /* a time, a date, or both */
  AFT_COLUMN_TEXT, /* what happened, what is to be done */
  AFT_COLUMN_TYPE,
  AFT_COLUMN_OWNER,
  AFT_COLUMN_DUE,
  AFT_COLUMN_PRIORITY,
  AFT_COLUMN_STATUS,
  AFT_COLUMN_TICKET,
  AFT_COLUMN_SOURCE, /* who or what says so */
} AftColumn;

#define AFT_TABLE_MAX_COLUMNS    16
#define AFT_TABLE_MAX_NAME_BYTES 32

typedef struct
{
  AftColumn kinds[AFT_TABLE_MAX_COLUMNS];
  char      names[AFT_TABLE_MAX_COLUMNS][AFT_TABLE_MAX_NAME_BYTES];
  guint     n;
} AftTableColumns;

/* cells: of the head. Where none is text, the longest name that is nothing else is. */
void aft_table_columns_read (AftTableColumns *self, GPtrArray *cells);
/* Where no column is told by its name to hold the time: the first that does in this row. */
void aft_table_columns_look (AftTableColumns *self, GPtrArray *cells);
/* For a table without a head: the time, then the text. */
void aft_table_columns_guess (AftTableColumns *self);
/* The cells of the time columns, a blank between. Transfer full. */
char *aft_table_columns_time (const AftTableColumns *self, GPtrArray *cells);
/* The text, and what no other field takes with the name of its column. Transfer full. */
char *aft_table_columns_text (const AftTableColumns *self, GPtrArray *cells);
/* The first cell of that kind; "" where there is none. */
const char *aft_table_columns_get (const AftTableColumns *self, GPtrArray *cells, AftColumn kind);

G_END_DECLS
