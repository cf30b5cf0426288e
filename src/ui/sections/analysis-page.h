/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/sections/section-page.h"

G_BEGIN_DECLS

/* The trigger, the flaw, what was waiting, and how it all came about. */
#define AFT_TYPE_ANALYSIS_PAGE (aft_analysis_page_get_type ())
G_DECLARE_FINAL_TYPE (AftAnalysisPage, aft_analysis_page, AFT, ANALYSIS_PAGE, AftSectionPage)

G_END_DECLS
