/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/documents.h"

G_BEGIN_DECLS

#define AFT_TYPE_APPLICATION (aft_application_get_type ())
G_DECLARE_FINAL_TYPE (AftApplication, aft_application, AFT, APPLICATION, AdwApplication)

AftApplication *aft_application_new (void);
/* From startup on; NULL before. */
AftDocuments *aft_application_get_documents (AftApplication *self);
/* What is wrong with the library for as long as it is, in plain words; NULL where nothing is. */
const char *aft_application_get_problem (AftApplication *self);

G_END_DECLS
