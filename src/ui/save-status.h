/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/compat/banner.h"
#include "ui/document.h"

G_BEGIN_DECLS

/* Says in words what a document is called and whether it is saved, below the title; what is wrong
 * stays in sight as a banner for as long as it is. */
#define AFT_TYPE_SAVE_STATUS (aft_save_status_get_type ())
G_DECLARE_FINAL_TYPE (AftSaveStatus, aft_save_status, AFT, SAVE_STATUS, GObject)

/* Holds neither of the two: they are gone when it is. */
AftSaveStatus *aft_save_status_new (AdwWindowTitle *title, AftBanner *banner);
/* NULL: none, and what was shown stays. */
void aft_save_status_set_document (AftSaveStatus *self, AftDocument *document);

G_END_DECLS
