/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/sections/section-page.h"

G_BEGIN_DECLS

/* What the document is, its background, and the private reflection. */
#define AFT_TYPE_DETAILS_PAGE (aft_details_page_get_type ())
G_DECLARE_FINAL_TYPE (AftDetailsPage, aft_details_page, AFT, DETAILS_PAGE, AftSectionPage)

G_END_DECLS
