/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/entry.h"
#include "ui/library-filter.h"

G_BEGIN_DECLS

typedef enum
{
  AFT_LIBRARY_ITEM_FACTS, /* the card on top */
  AFT_LIBRARY_ITEM_HEADING,
  AFT_LIBRARY_ITEM_ENTRY,
} AftLibraryItemType;

/* One line of the library's list: the list view shows headings, rows and the card alike, so that
 * ten thousand documents cost no more than those on screen. Immutable. */
#define AFT_TYPE_LIBRARY_ITEM (aft_library_item_get_type ())
G_DECLARE_FINAL_TYPE (AftLibraryItem, aft_library_item, AFT, LIBRARY_ITEM, GObject)

AftLibraryItem        *aft_library_item_new_facts (const AftLibraryFacts *facts);
AftLibraryItem        *aft_library_item_new_heading (const char *title);
AftLibraryItem        *aft_library_item_new_entry (AftEntry *entry, gboolean first, gboolean last);
AftLibraryItemType     aft_library_item_get_item_type (AftLibraryItem *self);
const AftLibraryFacts *aft_library_item_get_facts (AftLibraryItem *self);
const char            *aft_library_item_get_title (AftLibraryItem *self);
AftEntry              *aft_library_item_get_entry (AftLibraryItem *self);
/* Whether it begins or ends its group. */
gboolean aft_library_item_get_first (AftLibraryItem *self);
gboolean aft_library_item_get_last (AftLibraryItem *self);

/* Whether both look the same on screen. */
gboolean aft_library_item_equal (AftLibraryItem *self, AftLibraryItem *other);

/* Makes the store show items and touches only the stretch that differs, so that a list keeps its
 * place and its focus. */
void aft_library_items_update (GListStore *store, GPtrArray *items);

/* The whole page as such lines: the card and the groups for the library, one group in the order of
 * the entries for search results and the trash. (element-type AftLibraryItem) transfer full. */
GPtrArray *aft_library_items_grouped (GPtrArray              *entries,
                                      const AftLibraryFilter *filter,
                                      const AftLibraryFacts  *facts);
GPtrArray *aft_library_items_flat (GPtrArray *entries, const AftLibraryFilter *filter);

G_END_DECLS
