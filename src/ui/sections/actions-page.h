/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/sections/section-page.h"

G_BEGIN_DECLS

/* What will be different. */
#define AFT_TYPE_ACTIONS_PAGE (aft_actions_page_get_type ())
G_DECLARE_FINAL_TYPE (AftActionsPage, aft_actions_page, AFT, ACTIONS_PAGE, AftSectionPage)

G_END_DECLS
