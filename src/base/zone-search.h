/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/zone.h"

G_BEGIN_DECLS

/* A zone as people look for it. All texts are of the zone database: English, never NULL. */
typedef struct
{
  const char *name;    /* "America/Argentina/Buenos_Aires" */
  const char *city;    /* "Buenos Aires" */
  const char *region;  /* "America, Argentina" */
  const char *country; /* "Argentina"; "" where the database names none */
  const char *code;    /* "AR"; likewise */
} AftZonePlace;

/* Those of aft_zone_list(), in its order; owned by the callee. */
const AftZonePlace *aft_zone_places (guint *n_places);

/* Every word of the query is to be found: in the name of the zone or the country, or as a country
 * code ("CH"), a short name in force ("CEST") or an offset in force ("+2", "UTC+02:00"). Accents
 * and case do not matter. Best first; all for an empty query. (element-type AftZonePlace), transfer
 * container. */
GPtrArray *aft_zone_search (const char *query, AftInstant now);

G_END_DECLS
