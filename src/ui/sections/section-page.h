/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/postmortem.h"

G_BEGIN_DECLS

/* The form of one section: its title and question, what an expert reader would still ask, and the
 * fields, which are children in the template of the page. A class for each section. */
#define AFT_TYPE_SECTION_PAGE (aft_section_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (AftSectionPage, aft_section_page, AFT, SECTION_PAGE, GtkWidget)

struct _AftSectionPageClass
{
  GtkWidgetClass parent_class;

  AftSectionId section; /* set in class_init */
  /* Another document, or NULL for none. The fields are bound by the base class: chain up. */
  void (*set_postmortem) (AftSectionPage *self, AftPostmortem *postmortem);
  /* The document changed. Not called before there is one. */
  void (*update) (AftSectionPage *self);
  /* Takes over what is typed and was not entered, as the document is about to be left. May be NULL.
   */
  void (*keep) (AftSectionPage *self);
  /* TRUE where the page shows it in another way than by its field. May be NULL. */
  gboolean (*show) (AftSectionPage *self, AftRecord *record, guint field);
};

AftSectionId   aft_section_page_get_section (AftSectionPage *self);
AftPostmortem *aft_section_page_get_postmortem (AftSectionPage *self);
void           aft_section_page_set_postmortem (AftSectionPage *self, AftPostmortem *postmortem);
/* Takes over what is half typed. */
void aft_section_page_commit (AftSectionPage *self);
/* The same, and what was not entered yet: for when the document is left. */
void aft_section_page_keep (AftSectionPage *self);
/* Scrolls to the field and puts the cursor into it. FALSE where the page does not show it. */
gboolean aft_section_page_focus (AftSectionPage *self, AftRecord *record, guint field);
/* (element-type AftHint): those of this section are shown. */
void aft_section_page_set_hints (AftSectionPage *self, GPtrArray *hints);
void aft_section_page_scroll_to_top (AftSectionPage *self);

G_END_DECLS
