/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/sections/section-page.h"

G_BEGIN_DECLS

/* What went well, what went poorly, where luck helped. */
#define AFT_TYPE_LESSONS_PAGE (aft_lessons_page_get_type ())
G_DECLARE_FINAL_TYPE (AftLessonsPage, aft_lessons_page, AFT, LESSONS_PAGE, AftSectionPage)

G_END_DECLS
