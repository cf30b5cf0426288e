/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "format/import/plan.h"

G_BEGIN_DECLS

/* How the things of an import are told apart and called, in the source and in the list beside it:
 * by a letter and a number, so that colour says nothing alone. */

/* "E12", "A3", "L2", "T1". Transfer full. */
char *aft_import_face_code (AftPlanItem *item);
/* What that use of a stretch is called, "Event"; translated. */
const char *aft_import_face_use (AftUse use);
/* The letter or sign of it in the margin, "E". */
const char *aft_import_face_sign (AftUse use);
/* "4 May 14:02", or as it was written; "" for what is no event. Transfer full. */
char *aft_import_face_time (AftPlan *plan, AftPlanItem *item);
/* Its text as one paragraph, with the label of its field where it is one. Transfer full. */
char *aft_import_face_text (AftPlanItem *item);
/* What is to be known of it besides: its source, what was worked out, what it repeats; "" for
 * nothing. Transfer full. */
char *aft_import_face_notes (AftPlan *plan, AftPlanItem *item);
/* What assistive technology reads for the whole. Transfer full. */
char *aft_import_face_name (AftPlan *plan, AftPlanItem *item);

G_END_DECLS
