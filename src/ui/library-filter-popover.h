/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/library-filter.h"

G_BEGIN_DECLS

/* Kind, status, severity, service, tag and year, each from what the library has. */
#define AFT_TYPE_LIBRARY_FILTER_POPOVER (aft_library_filter_popover_get_type ())
G_DECLARE_FINAL_TYPE (AftLibraryFilterPopover,
                      aft_library_filter_popover,
                      AFT,
                      LIBRARY_FILTER_POPOVER,
                      GtkPopover)

/* The services, tags and years to choose from; what is chosen stays where it is still there. */
void aft_library_filter_popover_set_entries (AftLibraryFilterPopover *self, GPtrArray *entries);
const AftLibraryFilter *aft_library_filter_popover_get_filter (AftLibraryFilterPopover *self);
void                    aft_library_filter_popover_clear (AftLibraryFilterPopover *self);

/* signal "changed" (AftLibraryFilterPopover *self) */

G_END_DECLS
