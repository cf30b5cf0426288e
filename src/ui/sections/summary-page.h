/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/sections/section-page.h"

G_BEGIN_DECLS

/* What happened, how it ended, when it was. */
#define AFT_TYPE_SUMMARY_PAGE (aft_summary_page_get_type ())
G_DECLARE_FINAL_TYPE (AftSummaryPage, aft_summary_page, AFT, SUMMARY_PAGE, AftSectionPage)

G_END_DECLS
