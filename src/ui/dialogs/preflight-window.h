/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/preflight.h"

G_BEGIN_DECLS

/* What the public version still tells, to be looked at beside the editor: each can be gone to, made
 * private or dismissed. It stands in nobody's way: to go on is always possible. */
#define AFT_TYPE_PREFLIGHT_WINDOW (aft_preflight_window_get_type ())
G_DECLARE_FINAL_TYPE (AftPreflightWindow, aft_preflight_window, AFT, PREFLIGHT_WINDOW, AdwWindow)

/* go_on: the action of the parent that the button runs, NULL for no button; label: its own, with a
 * mnemonic. */
AftPreflightWindow *aft_preflight_window_present (GtkWindow    *parent,
                                                  AftPreflight *preflight,
                                                  const char   *label,
                                                  const char   *go_on);

/* signal "finding-activated" (AftPreflightWindow *self, AftRecord *record, guint field,
 *   const char *text, guint at): to be shown; at: in characters */

G_END_DECLS
