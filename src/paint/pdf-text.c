/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paint/pdf-text.h"

#include <string.h>

void
aft_pdf_append_text (GString *out, const char *text)
{
  glong                 length = 0;
  g_autofree gunichar2 *units = g_utf8_to_utf16 (text, -1, NULL, &length, NULL);

  g_string_append (out, "<FEFF");
  for (glong i = 0; i < length; i++)
    g_string_append_printf (out, "%04X", units[i]);
  g_string_append_c (out, '>');
}

/* A language tag is letters, digits and hyphens: anything else is not one. */
const char *
aft_pdf_safe_language (const AftPages *pages)
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

char *
aft_pdf_build_xmp (const AftPages *pages)
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
                  aft_pdf_safe_language (pages));
  append_date (xmp, "<xmp:CreateDate>%s</xmp:CreateDate>\n", pages->created);
  append_date (xmp, "<xmp:ModifyDate>%s</xmp:ModifyDate>\n", pages->modified);
  g_string_append (xmp, "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"w\"?>\n");
  return g_string_free (xmp, FALSE);
}
