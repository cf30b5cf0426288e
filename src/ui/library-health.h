/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/library.h"

G_BEGIN_DECLS

/* What is wrong with the library, in words for the user: for as long as it is, or, where it has
 * been mended, until that was read. */
#define AFT_TYPE_LIBRARY_HEALTH (aft_library_health_get_type ())
G_DECLARE_FINAL_TYPE (AftLibraryHealth, aft_library_health, AFT, LIBRARY_HEALTH, GObject)

/* error: why the library that was asked for could not be opened, so that this one stands in for it;
 * NULL where it is the one. */
AftLibraryHealth *aft_library_health_new (AftLibrary *library, const GError *error);
/* NULL where nothing is wrong. */
const char *aft_library_health_get_text (AftLibraryHealth *self);
/* Whether reading about it is all there is to do. */
gboolean aft_library_health_can_dismiss (AftLibraryHealth *self);
void     aft_library_health_dismiss (AftLibraryHealth *self);

/* signal "changed" (AftLibraryHealth *self) */

G_END_DECLS
