/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/sections/section-page.h"

G_BEGIN_DECLS

/* Users, revenue, duration, the team, and the rest. */
#define AFT_TYPE_IMPACT_PAGE (aft_impact_page_get_type ())
G_DECLARE_FINAL_TYPE (AftImpactPage, aft_impact_page, AFT, IMPACT_PAGE, AftSectionPage)

G_END_DECLS
