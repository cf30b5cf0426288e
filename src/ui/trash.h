/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/window.h"

G_BEGIN_DECLS

/* Throwing documents away: each tells in the window what came of it. */

/* No window goes on showing the document; a toast offers it back. */
void aft_trash_document (AftWindow *window, const char *id);
/* Back into the library. */
void aft_trash_restore (AftWindow *window, const char *id);
/* For ever, once the user has agreed. */
void aft_trash_erase (AftWindow *window, const char *id);

G_END_DECLS
