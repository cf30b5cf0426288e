/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "typeset/pages.h"

G_BEGIN_DECLS

/* What the preferences and the state of the window say. Where the schema is not installed
 * everything has its default and nothing is remembered: that never ends the program. */

/* Borrowed; NULL where the schema is not installed. */
GSettings *aft_settings_get (void);
void       aft_settings_bind (const char        *key,
                              gpointer           object,
                              const char        *property,
                              GSettingsBindFlags flags);
/* "" where it has none. Transfer full. */
char    *aft_settings_dup_string (const char *key);
void     aft_settings_set_string (const char *key, const char *value);
gboolean aft_settings_get_boolean (const char *key, gboolean fallback);
void     aft_settings_set_boolean (const char *key, gboolean value);
int      aft_settings_get_int (const char *key, int fallback);
void     aft_settings_set_int (const char *key, int value);
int      aft_settings_get_enum (const char *key);
void     aft_settings_set_enum (const char *key, int value);

/* The paper chosen, or that of the region. */
AftPaper aft_settings_get_paper (void);
void     aft_settings_set_paper (AftPaper paper);
/* The zone of new documents, never "". Transfer full. */
char *aft_settings_dup_time_zone (void);

G_END_DECLS
