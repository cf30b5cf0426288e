/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "paint/pdf-update.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "paint/figure-file.h"
#include "paint/pdf-artifacts.h"
#include "paint/pdf-links.h"
#include "paint/pdf-reader.h"
#include "paint/pdf-text.h"

/* Type and role stand at the beginning of an object. */
#define HEAD_BYTES 80

typedef struct
{
  AftPdfReader          reader;
  const AftPages       *pages;
  const AftPdfElements *elements;
  GArray               *page_objects;         /* guint, in their order */
  GHashTable           *operators;            /* streams that are drawn as pages -> their pages */
  GHashTable           *dropped;              /* pages -> sets of MCIDs that are no content */
  guint                 n_figures, n_headers; /* seen so far */
  GString              *out;                  /* the new file */
  gsize                *offsets;              /* of its objects, by number; 0: none */
} Update;

/* ---- objects ---- */

static void
begin_object (Update *self, guint number)
{
  self->offsets[number] = self->out->len;
  g_string_append_printf (self->out, "%u 0 obj\n", number);
}

static void
end_object (Update *self)
{
  g_string_append (self->out, "\nendobj\n");
}

/* A dictionary with more entries. */
static void
write_dictionary (Update     *self,
                  guint       number,
                  const char *dictionary,
                  gsize       length,
                  const char *entries)
{
  begin_object (self, number);
  g_string_append_len (self->out, dictionary, (gssize) length);
  g_string_append (self->out, entries);
  g_string_append (self->out, ">>");
  end_object (self);
}

static void
write_catalog (Update *self, guint number, const char *dictionary, gsize length)
{
  g_autofree char *entries =
      g_strdup_printf ("   /Lang (%s)\n   /ViewerPreferences << /DisplayDocTitle true >>\n"
                       "   /Metadata %u 0 R\n",
                       aft_pdf_safe_language (self->pages),
                       self->reader.size);

  write_dictionary (self, number, dictionary, length, entries);
}

static void
write_metadata (Update *self, guint number)
{
  g_autofree char *xmp = aft_pdf_build_xmp (self->pages);

  begin_object (self, number);
  g_string_append_printf (self->out,
                          "<< /Type /Metadata /Subtype /XML /Length %" G_GSIZE_FORMAT
                          " >>\nstream\n%s\nendstream",
                          strlen (xmp),
                          xmp);
  end_object (self);
}

static gboolean
write_header (Update *self, guint number, const char *dictionary, gsize length)
{
  guint n = self->n_headers++;

  if (n >= self->elements->header_rows->len)
    return FALSE;
  write_dictionary (self,
                    number,
                    dictionary,
                    length,
                    self->elements->header_rows->data[n]
                        ? "   /A << /O /Table /Scope /Row >>\n"
                        : "   /A << /O /Table /Scope /Column >>\n");
  return TRUE;
}

static gboolean
write_figure (Update *self, guint number, const char *dictionary, gsize length)
{
  guint n = self->n_figures++;
  g_autoptr (GString) entry = g_string_new ("   /Alt ");

  if (n >= self->elements->descriptions->len)
    return FALSE;
  aft_pdf_append_text (entry, self->elements->descriptions->pdata[n]);
  g_string_append_c (entry, '\n');
  write_dictionary (self, number, dictionary, length, entry->str);
  return TRUE;
}

static gboolean
write_link (Update *self, guint number, const char *dictionary, gsize length)
{
  g_autoptr (GString) link =
      aft_pdf_complete_link (dictionary, length, self->pages, self->page_objects);

  if (link == NULL)
    return FALSE;
  write_dictionary (self, number, link->str, link->len, "\n");
  return TRUE;
}

/* TRUE where it had content that it cannot have. */
static gboolean
write_container (Update *self, guint number, const char *dictionary, gsize length)
{
  g_autoptr (GArray) dropped = g_array_new (FALSE, FALSE, sizeof (AftPdfContent));
  g_autoptr (GString) emptied = aft_pdf_drop_content (dictionary, length, dropped);

  if (emptied == NULL)
    return FALSE;
  write_dictionary (self, number, emptied->str, emptied->len, "\n");
  return TRUE;
}

/* ---- pages ---- */

static GByteArray *
mark_artifacts (const char *data, gsize length, GHashTable *dropped)
{
  g_autoptr (GByteArray) operators = aft_pdf_inflate (data, length);
  g_autoptr (GString) marked = NULL;

  if (operators == NULL)
    return NULL;
  marked = aft_pdf_mark_artifacts ((const char *) operators->data, operators->len, dropped);
  return marked != NULL ? aft_pdf_deflate (marked->str, marked->len) : NULL;
}

static gboolean
write_operators (Update *self, guint number)
{
  const char *dictionary, *data;
  gsize       length, data_length;
  gpointer    page;
  g_autoptr (GByteArray) marked = NULL;

  if (!aft_pdf_reader_get_stream (&self->reader, number, &dictionary, &length, &data, &data_length))
    return FALSE;
  page = g_hash_table_lookup (self->operators, GUINT_TO_POINTER (number));
  marked = mark_artifacts (data, data_length, g_hash_table_lookup (self->dropped, page));
  if (marked == NULL)
    return FALSE;
  begin_object (self, number);
  g_string_append_printf (
      self->out, "<< /Length %u\n   /Filter /FlateDecode\n>>\nstream\n", marked->len);
  g_string_append_len (self->out, (const char *) marked->data, marked->len);
  g_string_append (self->out, "\nendstream");
  end_object (self);
  return TRUE;
}

static gboolean
begins_with (const char *dictionary, gsize length, const char *text)
{
  return memmem (dictionary, MIN (length, HEAD_BYTES), text, strlen (text)) != NULL;
}

static gboolean
is_page (const char *dictionary, gsize length)
{
  return begins_with (dictionary, length, "/Type /Page ") ||
         begins_with (dictionary, length, "/Type /Page\n");
}

static gboolean
add_page (Update *self, guint number, const char *dictionary, gsize length)
{
  guint operators;

  if (!aft_pdf_find_number (dictionary, length, "/Contents ", &operators))
    return FALSE;
  g_array_append_val (self->page_objects, number);
  g_hash_table_insert (self->operators, GUINT_TO_POINTER (operators), GUINT_TO_POINTER (number));
  return TRUE;
}

static void
add_dropped (Update *self, const char *dictionary, gsize length)
{
  g_autoptr (GArray) dropped = g_array_new (FALSE, FALSE, sizeof (AftPdfContent));
  g_autoptr (GString) emptied = aft_pdf_drop_content (dictionary, length, dropped);

  for (guint i = 0; emptied != NULL && i < dropped->len; i++)
    {
      const AftPdfContent *content = &g_array_index (dropped, AftPdfContent, i);
      GHashTable *ids = g_hash_table_lookup (self->dropped, GUINT_TO_POINTER (content->page));

      if (ids == NULL)
        {
          ids = g_hash_table_new (NULL, NULL);
          g_hash_table_insert (self->dropped, GUINT_TO_POINTER (content->page), ids);
        }
      g_hash_table_add (ids, GUINT_TO_POINTER (content->id));
    }
}

/* Cairo writes the pages in their order. */
static gboolean
find_pages (Update *self)
{
  for (guint number = 1; number < self->reader.size; number++)
    {
      const char *dictionary;
      gsize       length;

      if (!aft_pdf_reader_get_dictionary (&self->reader, number, &dictionary, &length))
        continue;
      if (is_page (dictionary, length) && !add_page (self, number, dictionary, length))
        return FALSE;
      if (begins_with (dictionary, length, "/Type /StructElem"))
        add_dropped (self, dictionary, length);
    }
  return TRUE;
}

/* ---- the file ---- */

static gboolean
is_element (const char *dictionary, gsize length, const char *role)
{
  return begins_with (dictionary, length, "/Type /StructElem") &&
         begins_with (dictionary, length, role);
}

/* Elements are numbered in the order of the structure, so that the n-th figure is the n-th
 * description. FALSE where something is not as it should be. */
static gboolean
write_changed (Update     *self,
               guint       number,
               const char *dictionary,
               gsize       length,
               gboolean   *is_changed)
{
  *is_changed = TRUE;
  if (number == self->reader.root)
    write_catalog (self, number, dictionary, length);
  else if (is_page (dictionary, length))
    write_dictionary (self, number, dictionary, length, "   /Tabs /S\n");
  else if (is_element (dictionary, length, "/S /TH\n"))
    return write_header (self, number, dictionary, length);
  else if (is_element (dictionary, length, "/S /Figure\n"))
    return write_figure (self, number, dictionary, length);
  else if (begins_with (dictionary, length, "/Subtype /Link"))
    return write_link (self, number, dictionary, length);
  else
    *is_changed = begins_with (dictionary, length, "/Type /StructElem") &&
                  write_container (self, number, dictionary, length);
  return TRUE;
}

/* end: where the next object begins. */
static gboolean
write_object (Update *self, guint number, gsize end)
{
  gsize       start = g_array_index (self->reader.offsets, gsize, number);
  const char *dictionary;
  gsize       length;
  gboolean    is_changed = FALSE;

  if (end < start || end > self->reader.length)
    return FALSE;
  if (g_hash_table_contains (self->operators, GUINT_TO_POINTER (number)))
    return write_operators (self, number);
  if (aft_pdf_reader_get_dictionary (&self->reader, number, &dictionary, &length) &&
      !write_changed (self, number, dictionary, length, &is_changed))
    return FALSE;
  if (is_changed)
    return TRUE;
  self->offsets[number] = self->out->len;
  g_string_append_len (self->out, self->reader.data + start, (gssize) (end - start));
  return TRUE;
}

static gboolean
write_objects (Update *self)
{
  g_autoptr (GArray) list = aft_pdf_reader_list (&self->reader);

  if (list->len == 0)
    return FALSE;
  g_string_append_len (
      self->out,
      self->reader.data,
      (gssize) g_array_index (self->reader.offsets, gsize, g_array_index (list, guint, 0)));
  for (guint i = 0; i < list->len; i++)
    {
      gsize end =
          i + 1 < list->len
              ? g_array_index (self->reader.offsets, gsize, g_array_index (list, guint, i + 1))
              : self->reader.table;

      if (!write_object (self, g_array_index (list, guint, i), end))
        return FALSE;
    }
  write_metadata (self, self->reader.size);
  return self->offsets[self->reader.root] != 0 &&
         self->n_figures == self->elements->descriptions->len &&
         self->n_headers == self->elements->header_rows->len;
}

static void
write_table (Update *self, const char *identifier)
{
  gsize table = self->out->len;
  guint size = self->reader.size + 1;

  g_string_append_printf (self->out, "xref\n0 %u\n0000000000 65535 f \n", size);
  for (guint number = 1; number < size; number++)
    g_string_append_printf (self->out,
                            "%010" G_GSIZE_FORMAT " %05d %c \n",
                            self->offsets[number],
                            self->offsets[number] != 0 ? 0 : 65535,
                            self->offsets[number] != 0 ? 'n' : 'f');
  g_string_append_printf (self->out,
                          "trailer\n<< /Size %u /Root %u 0 R /Info %u 0 R"
                          " /ID [<%.32s><%.32s>] >>\nstartxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n",
                          size,
                          self->reader.root,
                          self->reader.info,
                          identifier,
                          identifier,
                          table);
}

static gboolean
write_all (Update *self, const GByteArray *pdf)
{
  g_autofree char *identifier =
      g_compute_checksum_for_data (G_CHECKSUM_SHA256, pdf->data, pdf->len);

  if (!aft_pdf_reader_init (&self->reader, (const char *) pdf->data, pdf->len))
    return FALSE;
  self->offsets = g_new0 (gsize, self->reader.size + 1);
  self->out = g_string_sized_new (pdf->len + pdf->len / 8);
  if (!find_pages (self) || !write_objects (self))
    return FALSE;
  write_table (self, identifier);
  return TRUE;
}

static void
clear (Update *self)
{
  aft_pdf_reader_clear (&self->reader);
  g_array_unref (self->page_objects);
  g_hash_table_unref (self->operators);
  g_hash_table_unref (self->dropped);
  g_free (self->offsets);
  if (self->out != NULL)
    g_string_free (self->out, TRUE);
}

GBytes *
aft_pdf_update (const GByteArray     *pdf,
                const AftPages       *pages,
                const AftPdfElements *elements,
                GError              **error)
{
  Update  update = { .pages = pages,
                     .elements = elements,
                     .page_objects = g_array_new (FALSE, FALSE, sizeof (guint)),
                     .operators = g_hash_table_new (NULL, NULL),
                     .dropped = g_hash_table_new_full (
                        NULL, NULL, NULL, (GDestroyNotify) g_hash_table_unref) };
  GBytes *bytes = NULL;

  if (write_all (&update, pdf))
    bytes = g_string_free_to_bytes (g_steal_pointer (&update.out));
  else
    g_set_error_literal (error,
                         AFT_PAINT_ERROR,
                         AFT_PAINT_ERROR_DRAWING,
                         _ ("the PDF could not be completed: it is not laid out as expected"));
  clear (&update);
  return bytes;
}
