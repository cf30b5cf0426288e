/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/sections/section-page.h"

G_BEGIN_DECLS

/* The figure, the metrics, the events, how it was noticed and ended. */
#define AFT_TYPE_TIMELINE_PAGE (aft_timeline_page_get_type ())
G_DECLARE_FINAL_TYPE (AftTimelinePage, aft_timeline_page, AFT, TIMELINE_PAGE, AftSectionPage)

G_END_DECLS
