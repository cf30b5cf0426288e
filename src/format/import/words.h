/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where the text below a heading or a label goes. The wordings are data: data/import/headings.tsv.
 */
typedef enum
{
  AFT_TARGET_NONE,
  AFT_TARGET_SUMMARY,
  AFT_TARGET_IMPACT,
  AFT_TARGET_BACKGROUND,
  AFT_TARGET_TIMELINE,
  AFT_TARGET_DETECTION,
  AFT_TARGET_RESOLUTION,
  AFT_TARGET_TRIGGER,
  AFT_TARGET_ROOT_CAUSE,
  AFT_TARGET_FACTORS,
  AFT_TARGET_VULNERABILITIES,
  AFT_TARGET_HUMAN_PROCESS,
  AFT_TARGET_LESSONS,
  AFT_TARGET_WELL,
  AFT_TARGET_POORLY,
  AFT_TARGET_LUCKY,
  AFT_TARGET_ACTIONS,
  AFT_TARGET_GLOSSARY,
  AFT_TARGET_APPENDIX,
  AFT_TARGET_DETAILS,
  AFT_TARGET_TITLE,
  AFT_TARGET_DATE,
  AFT_TARGET_AUTHOR,
  AFT_TARGET_OWNER,
  AFT_TARGET_REVIEWER,
  AFT_TARGET_SEVERITY,
  AFT_TARGET_STATUS,
  AFT_TARGET_SERVICE,
  AFT_TARGET_TAG,
} AftTarget;

/* heading: with whatever marks and punctuation it has. A phrase counts where it is the whole, where
 * it begins the heading, or where little stands around it; exact: only where it is the whole. */
AftTarget aft_words_find (const char *heading, gsize length, gboolean exact);
/* Whether the heading also names where luck was: "What went well and where we got lucky". */
gboolean aft_words_mention_luck (const char *heading, gsize length);

G_END_DECLS
