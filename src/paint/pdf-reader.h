/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Enough of a PDF with a classic cross-reference table to find its objects; nothing is trusted,
 * every offset is checked. The bytes must outlive it. */
typedef struct
{
  const char *data;
  gsize       length;
  guint       size; /* of the trailer: one more than the highest object number */
  guint       root, info;
  gsize       table;   /* offset of the cross-reference table */
  GArray     *offsets; /* gsize by object number; 0: free */
} AftPdfReader;

gboolean aft_pdf_reader_init (AftPdfReader *self, const char *data, gsize length);
void     aft_pdf_reader_clear (AftPdfReader *self);
/* The dictionary of an object that is nothing but one, from "<<" up to but without its closing
 * ">>". FALSE where it is something else. */
gboolean aft_pdf_reader_get_dictionary (const AftPdfReader *self,
                                        guint               number,
                                        const char        **start,
                                        gsize              *length);

/* The same of an object that is a stream, with its bytes. */
gboolean aft_pdf_reader_get_stream (const AftPdfReader *self,
                                    guint               number,
                                    const char        **start,
                                    gsize              *length,
                                    const char        **data,
                                    gsize              *data_length);
/* (element-type guint): the objects of the file as they follow one another. Transfer full. */
GArray *aft_pdf_reader_list (const AftPdfReader *self);
/* The number behind a key, of an object it refers to or plain; FALSE where there is none. */
gboolean aft_pdf_find_number (const char *start, gsize length, const char *key, guint *number);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AftPdfReader, aft_pdf_reader_clear)

G_END_DECLS
