/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "format/import/stamp.h"

G_BEGIN_DECLS

#define AFT_STAMP_ZONE_SIZE (sizeof ((AftStamp *) NULL)->zone)

/* Bytes of the zone that stands at p, 0 where there is none. offset: "+02:00" alone counts too. */
gsize _aft_stamp_read_zone (const char *p, const char *end, gboolean offset, char *zone);
/* Likewise a date; doubtful as in AftStamp. placeholder: set for "2026-MM-DD". */
gsize _aft_stamp_read_date (const char   *p,
                            const char   *end,
                            AftStampPart *part,
                            gboolean     *doubtful,
                            gboolean     *placeholder);
/* Likewise a time of day. */
gsize _aft_stamp_read_time (const char *p, const char *end, gboolean compact, AftStampPart *part);

G_END_DECLS
