/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "paint/pdf-update.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "paint/figure-file.h"
#include "paint/pdf-reader.h"

/* Type and role stand at the beginning of an element. */
#define ELEMENT_HEAD 60

typedef struct
{
  AftPdfReader          reader;
  const AftPages       *pages;
  const AftPdfElements *elements;
  guint                 n_figures, n_headers; /* seen so far */
  GString              *added;                /* what follows the old bytes */
  gsize                 base;                 /* how many these are */
  GArray               *entries;              /* Entry: the new cross-reference table */
} Update;

typedef struct
{
  guint number;
  gsize offset;
} Entry;

/* ---- text ---- */

/* A text string as UTF-16BE in hexadecimal: any text, nothing to escape. */
static void
append_text_string (GString *out, const char *text)
{
  glong                 length = 0;
  g_autofree gunichar2 *units = g_utf8_to_utf16 (text, -1, NULL, &length, NULL);

  g_string_append (out, "<FEFF");
  for (glong i = 0; i < length; i++)
    g_string_append_printf (out, "%04X", units[i]);
  g_string_append_c (out, '>');
}

/* A language tag is letters, digits and hyphens: anything else is not one. */
static const char *
safe_language (const AftPages *pages)
{
  const char *language = pages->language;

  if (language == NULL || *language == '\0' || strlen (language) > 35)
    return "en";
  for (const char *p = language; *p != '\0'; p++)
    if (!g_ascii_isalnum (*p) && *p != '-')
      return "en";
  return language;
}

static void
append_element (GString *xmp, const char *format, const char *text)
{
  g_autofree char *escaped = NULL;

  if (text == NULL || *text == '\0')
    return;
  escaped = g_markup_escape_text (text, -1);
  g_string_append_printf (xmp, format, escaped);
}

static void
append_date (GString *xmp, const char *format, AftInstant instant)
{
  g_autofree char *text = NULL;

  if (instant == AFT_INSTANT_NONE)
    return;
  text = aft_instant_format (instant - instant % AFT_SECOND);
  append_element (xmp, format, text);
}

static char *
build_xmp (const AftPages *pages)
{
  GString *xmp = g_string_new (
      "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
      "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
      "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
      "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"\n"
      " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\"\n"
      " xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\n"
      "<pdfuaid:part>1</pdfuaid:part>\n");

  append_element (
      xmp,
      "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">%s</rdf:li></rdf:Alt></dc:title>\n",
      pages->title);
  append_element (
      xmp, "<dc:creator><rdf:Seq><rdf:li>%s</rdf:li></rdf:Seq></dc:creator>\n", pages->author);
  append_element (xmp,
                  "<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">%s</rdf:li></rdf:Alt>"
                  "</dc:description>\n",
                  pages->subject);
  append_element (xmp,
                  "<dc:language><rdf:Bag><rdf:li>%s</rdf:li></rdf:Bag></dc:language>\n",
                  safe_language (pages));
  append_date (xmp, "<xmp:CreateDate>%s</xmp:CreateDate>\n", pages->created);
  append_date (xmp, "<xmp:ModifyDate>%s</xmp:ModifyDate>\n", pages->modified);
  g_string_append (xmp, "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"w\"?>\n");
  return g_string_free (xmp, FALSE);
}

/* ---- objects ---- */

static void
begin_object (Update *self, guint number)
{
  Entry entry = { number, self->base + self->added->len };

  g_array_append_val (self->entries, entry);
  g_string_append_printf (self->added, "%u 0 obj\n", number);
}

static void
end_object (Update *self)
{
  g_string_append (self->added, "\nendobj\n");
}

/* The object again, with more entries. */
static gboolean
extend_object (Update *self, guint number, const char *entries)
{
  const char *start;
  gsize       length;

  if (!aft_pdf_reader_get_dictionary (&self->reader, number, &start, &length))
    return FALSE;
  begin_object (self, number);
  g_string_append_len (self->added, start, (gssize) length);
  g_string_append (self->added, entries);
  g_string_append (self->added, ">>");
  end_object (self);
  return TRUE;
}

static gboolean
extend_catalog (Update *self, guint metadata)
{
  g_autofree char *entries =
      g_strdup_printf ("   /Lang (%s)\n   /ViewerPreferences << /DisplayDocTitle true >>\n"
                       "   /Metadata %u 0 R\n",
                       safe_language (self->pages),
                       metadata);

  return extend_object (self, self->reader.root, entries);
}

static void
add_metadata (Update *self, guint number)
{
  g_autofree char *xmp = build_xmp (self->pages);

  begin_object (self, number);
  g_string_append_printf (self->added,
                          "<< /Type /Metadata /Subtype /XML /Length %" G_GSIZE_FORMAT
                          " >>\nstream\n%s\nendstream",
                          strlen (xmp),
                          xmp);
  end_object (self);
}

static gboolean
is_element (const char *start, gsize length, const char *type)
{
  g_autofree char *role = g_strdup_printf ("/S /%s\n", type);

  return g_strstr_len (start, (gssize) length, "/Type /StructElem") != NULL &&
         g_strstr_len (start, (gssize) length, role) != NULL;
}

static gboolean
extend_header (Update *self, guint number)
{
  guint n = self->n_headers++;

  return n < self->elements->header_rows->len &&
         extend_object (self,
                        number,
                        self->elements->header_rows->data[n]
                            ? "   /A << /O /Table /Scope /Row >>\n"
                            : "   /A << /O /Table /Scope /Column >>\n");
}

static gboolean
extend_figure (Update *self, guint number)
{
  guint n = self->n_figures++;
  g_autoptr (GString) entry = g_string_new ("   /Alt ");

  if (n >= self->elements->descriptions->len)
    return FALSE;
  append_text_string (entry, self->elements->descriptions->pdata[n]);
  g_string_append_c (entry, '\n');
  return extend_object (self, number, entry->str);
}

/* The elements of the structure are numbered in its order, so that the n-th figure is the n-th
 * description. */
static gboolean
extend_elements (Update *self)
{
  for (guint number = 1; number < self->reader.size; number++)
    {
      const char *start;
      gsize       length;

      if (!aft_pdf_reader_get_dictionary (&self->reader, number, &start, &length))
        continue;
      length = MIN (length, ELEMENT_HEAD);
      if (is_element (start, length, "TH") && !extend_header (self, number))
        return FALSE;
      if (is_element (start, length, "Figure") && !extend_figure (self, number))
        return FALSE;
    }
  return self->n_figures == self->elements->descriptions->len &&
         self->n_headers == self->elements->header_rows->len;
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const Entry *x = a, *y = b;

  return (x->number > y->number) - (x->number < y->number);
}

static void
add_table (Update *self)
{
  g_array_sort (self->entries, compare_entries);
  g_string_append (self->added, "xref\n");
  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = &g_array_index (self->entries, Entry, i);

      g_string_append_printf (
          self->added, "%u 1\n%010" G_GSIZE_FORMAT " 00000 n \n", entry->number, entry->offset);
    }
}

static void
add_trailer (Update *self, const char *identifier)
{
  gsize table = self->base + self->added->len;

  add_table (self);
  g_string_append_printf (self->added,
                          "trailer\n<< /Size %u /Root %u 0 R /Info %u 0 R /Prev %" G_GSIZE_FORMAT
                          " /ID [<%.32s><%.32s>] >>\nstartxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n",
                          self->reader.size + 1,
                          self->reader.root,
                          self->reader.info,
                          self->reader.table,
                          identifier,
                          identifier,
                          table);
}

static gboolean
build (Update *self)
{
  guint metadata = self->reader.size;

  if (!extend_catalog (self, metadata))
    return FALSE;
  add_metadata (self, metadata);
  return extend_elements (self);
}

gboolean
aft_pdf_update (GByteArray           *pdf,
                const AftPages       *pages,
                const AftPdfElements *elements,
                GError              **error)
{
  g_autofree char *identifier =
      g_compute_checksum_for_data (G_CHECKSUM_SHA256, pdf->data, pdf->len);
  g_autoptr (GString) added = g_string_new ("\n");
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  Update update = {
    .pages = pages, .elements = elements, .added = added, .base = pdf->len, .entries = entries
  };
  gboolean is_read =
      aft_pdf_reader_init (&update.reader, (const char *) pdf->data, pdf->len) && build (&update);

  if (is_read)
    add_trailer (&update, identifier);
  aft_pdf_reader_clear (&update.reader);
  if (!is_read)
    {
      g_set_error_literal (error,
                           AFT_PAINT_ERROR,
                           AFT_PAINT_ERROR_DRAWING,
                           _ ("the PDF could not be completed: it is not laid out as expected"));
      return FALSE;
    }
  g_byte_array_append (pdf, (const guint8 *) added->str, added->len);
  return TRUE;
}
