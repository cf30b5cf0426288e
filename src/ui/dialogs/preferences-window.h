/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/documents.h"

G_BEGIN_DECLS

#define AFT_TYPE_PREFERENCES_WINDOW (aft_preferences_window_get_type ())
G_DECLARE_FINAL_TYPE (AftPreferencesWindow,
                      aft_preferences_window,
                      AFT,
                      PREFERENCES_WINDOW,
                      AdwPreferencesWindow)

GtkWidget *aft_preferences_window_new (AftDocuments *documents);

G_END_DECLS
