/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "format/import/plan.h"

G_BEGIN_DECLS

/* Below the form, once a chat, a log or a timeline was pasted into it: offers to make events of it.
 * What was pasted stays as it is until that is wanted. Hidden without an offer. */
#define AFT_TYPE_PASTE_OFFER (aft_paste_offer_get_type ())
G_DECLARE_FINAL_TYPE (AftPasteOffer, aft_paste_offer, AFT, PASTE_OFFER, GtkWidget)

/* What is pasted is for it; NULL for none. An offer goes with the document that it was for. */
void aft_paste_offer_set_postmortem (AftPasteOffer *self, AftPostmortem *postmortem);
/* The text was pasted where the focus is, into a field or, of a record, into text that is not in
 * the document yet. Read off the main thread: the offer comes when that is done, or not at all. */
void aft_paste_offer_consider (AftPasteOffer *self, const char *text, GtkWidget *where);
/* Keeps the text as it is. */
void aft_paste_offer_dismiss (AftPasteOffer *self);
/* "" without an offer. */
const char *aft_paste_offer_get_text (AftPasteOffer *self);

/* signal "added" (AftPasteOffer *self, guint n_events): they are in the timeline, and the text is
 *   no longer where it was
 * signal "review" (AftPasteOffer *self, AftPlan *plan): to be looked through; takes the plan */

G_END_DECLS
