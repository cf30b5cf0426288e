/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/record.h"

G_BEGIN_DECLS

/* An action or a link as it stands in a list while it is closed. Plain text, translated. */

/* Its text in one line, or what it is called where it has none. Transfer full. */
char *aft_record_face_title (AftRecord *record);
/* "Prevention · Ana · due 2026-06-01 · P1 · Agreed". Transfer full. */
char *aft_record_face_facts (AftRecord *record);

G_END_DECLS
