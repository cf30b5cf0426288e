/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "typeset/composer.h"

G_BEGIN_DECLS

/* The parts of a document, in the order of the framework; each adds nothing where the document has
 * nothing for it. */
void aft_section_compose_title (AftComposer *self);     /* title block and key figures */
void aft_section_compose_impact (AftComposer *self);    /* the table of typed figures */
void aft_section_compose_events (AftComposer *self);    /* figure and table */
void aft_section_event_figure (AftComposer *self);      /* one strip or several, with a caption */
void aft_section_compose_detection (AftComposer *self); /* by whom it was noticed */
void aft_section_compose_actions (AftComposer *self);   /* the table */
void aft_section_compose_metrics (AftComposer *self);
void aft_section_compose_details (AftComposer *self);    /* people, services, tags, links */
void aft_section_compose_references (AftComposer *self); /* addresses that prose points to */
void aft_section_compose_sign_off (AftComposer *self);

/* All of it. */
void aft_document_compose (AftComposer *self, AftLayout layout);

/* "E12" by the event, in order of time; 0 = not an event of the document. */
guint aft_section_event_number (AftComposer *self, AftRecord *event);

G_END_DECLS
