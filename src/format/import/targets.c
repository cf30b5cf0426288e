/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "format/import/targets.h"

#include <string.h>

#include "format/import/build.h"

void
aft_targets_set_severity (AftRecord *root, const char *text)
{
  g_autofree char *lower = g_utf8_strdown (text, -1);
  const char      *digit = strpbrk (lower, "12345");

  if (digit != NULL && (strstr (lower, "sev") != NULL || strlen (lower) <= 2 || *lower == 'p'))
    aft_build_set_integer (root, AFT_DOC_SEVERITY, *digit - '1');
  else if (strstr (lower, "critical") != NULL)
    aft_build_set_integer (root, AFT_DOC_SEVERITY, 0);
  else if (strstr (lower, "high") != NULL || strstr (lower, "major") != NULL)
    aft_build_set_integer (root, AFT_DOC_SEVERITY, 1);
  else if (strstr (lower, "medium") != NULL || strstr (lower, "moderate") != NULL)
    aft_build_set_integer (root, AFT_DOC_SEVERITY, 2);
  else if (strstr (lower, "low") != NULL || strstr (lower, "minor") != NULL)
    aft_build_set_integer (root, AFT_DOC_SEVERITY, 3);
}

void
aft_targets_set_status (AftRecord *root, const char *text)
{
  g_autofree char *lower = g_utf8_strdown (text, -1);

  if (strstr (lower, "review") != NULL)
    aft_build_set_integer (root,
                           AFT_DOC_STATUS,
                           strstr (lower, "reviewed") != NULL ? AFT_STATUS_REVIEWED
                                                              : AFT_STATUS_IN_REVIEW);
  else if (strstr (lower, "closed") != NULL || strstr (lower, "final") != NULL ||
           strstr (lower, "complete") != NULL)
    aft_build_set_integer (root, AFT_DOC_STATUS, AFT_STATUS_CLOSED);
}

guint
aft_targets_detail_field (AftTarget target)
{
  switch (target)
    {
    case AFT_TARGET_TITLE:
      return AFT_DOC_TITLE;
    case AFT_TARGET_OWNER:
      return AFT_DOC_OWNER;
    case AFT_TARGET_SEVERITY:
      return AFT_DOC_SEVERITY;
    case AFT_TARGET_STATUS:
      return AFT_DOC_STATUS;
    default:
      return AFT_DOC_EVENTS;
    }
}

int
aft_targets_words_field (AftTarget target)
{
  switch (target)
    {
    case AFT_TARGET_AUTHOR:
      return AFT_DOC_AUTHORS;
    case AFT_TARGET_REVIEWER:
      return AFT_DOC_REVIEWERS;
    case AFT_TARGET_SERVICE:
      return AFT_DOC_SERVICES;
    case AFT_TARGET_TAG:
      return AFT_DOC_TAGS;
    default:
      return -1;
    }
}

int
aft_targets_prose_field (AftTarget target)
{
  static const int fields[] = {
    [AFT_TARGET_SUMMARY] = AFT_DOC_SUMMARY_OVERVIEW,
    [AFT_TARGET_IMPACT] = AFT_DOC_IMPACT_NOTES,
    [AFT_TARGET_BACKGROUND] = AFT_DOC_BACKGROUND,
    [AFT_TARGET_DETECTION] = AFT_DOC_DETECTION_NOTES,
    [AFT_TARGET_RESOLUTION] = AFT_DOC_RESOLUTION_NOTES,
    [AFT_TARGET_TRIGGER] = AFT_DOC_TRIGGER,
    [AFT_TARGET_ROOT_CAUSE] = AFT_DOC_TECHNICAL,
    [AFT_TARGET_VULNERABILITIES] = AFT_DOC_VULNERABILITIES,
    [AFT_TARGET_HUMAN_PROCESS] = AFT_DOC_HUMAN_PROCESS,
    [AFT_TARGET_GLOSSARY] = AFT_DOC_GLOSSARY,
  };

  return (guint) target < G_N_ELEMENTS (fields) && fields[target] != 0 ? fields[target] : -1;
}

int
aft_targets_items_field (AftTarget target)
{
  switch (target)
    {
    case AFT_TARGET_FACTORS:
      return AFT_DOC_FACTORS;
    case AFT_TARGET_WELL:
      return AFT_DOC_WENT_WELL;
    case AFT_TARGET_LESSONS: /* most of what is learned is from what went poorly */
    case AFT_TARGET_POORLY:
      return AFT_DOC_WENT_POORLY;
    case AFT_TARGET_LUCKY:
      return AFT_DOC_LUCKY;
    default:
      return -1;
    }
}
