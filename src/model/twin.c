/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/twin.h"

#include "model/record-list.h"

AftRecord *
aft_record_find_twin (AftRecord *root, AftRecord *copy)
{
  AftRecordList   *owner = aft_record_get_owner (copy);
  AftRecordList   *list;
  AftRecord       *parent;
  guint            position;
  const AftSchema *schema;

  if (owner == NULL)
    return root;
  parent = aft_record_find_twin (root, aft_record_list_get_parent (owner));
  if (parent == NULL)
    return NULL;
  list = aft_record_get_list (parent, aft_record_list_get_field (owner));
  schema = aft_record_list_get_schema (owner);
  if (schema->fields[0].kind == AFT_KIND_ID)
    return aft_record_list_find_id (list, aft_record_get_text (copy, 0));
  position = aft_record_list_find (owner, copy);
  return position < aft_record_list_get_length (list) ? aft_record_list_get (list, position) : NULL;
}
