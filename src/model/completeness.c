/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/completeness.h"

#include "model/schema.h"

/* A range says as much as a number. */
static gboolean
is_filled (AftRecord *root, guint field)
{
  switch (field)
    {
    case AFT_DOC_USERS_COUNT:
      return aft_record_has (root, field) || aft_record_has (root, AFT_DOC_USERS_LOW) ||
             aft_record_has (root, AFT_DOC_USERS_HIGH) ||
             aft_record_has (root, AFT_DOC_USERS_PERCENT) ||
             aft_record_get_choice (root, AFT_DOC_USERS_SCOPE) == AFT_SCOPE_NONE;
    case AFT_DOC_REVENUE_AMOUNT:
      return aft_record_has (root, field) || aft_record_has (root, AFT_DOC_REVENUE_LOW) ||
             aft_record_has (root, AFT_DOC_REVENUE_HIGH) ||
             aft_record_has (root, AFT_DOC_REVENUE_NOTES);
    default:
      return aft_record_has (root, field);
    }
}

AftCompleteness
aft_completeness_of_section (AftRecord *root, AftSectionId section)
{
  AftCompleteness result = { 0, 0 };

  for (guint i = 0; i < AFT_DOC_N_FIELDS; i++)
    {
      const AftField *field = aft_record_get_field (root, i);

      if (field->section != section || (field->flags & AFT_FIELD_EXPECTED) == 0)
        continue;
      result.expected++;
      result.filled += is_filled (root, i) ? 1 : 0;
    }
  return result;
}

AftCompleteness
aft_completeness_of_document (AftRecord *root)
{
  AftCompleteness result = { 0, 0 };

  for (guint section = 0; section < AFT_N_SECTIONS; section++)
    {
      AftCompleteness part = aft_completeness_of_section (root, section);

      result.filled += part.filled;
      result.expected += part.expected;
    }
  return result;
}
