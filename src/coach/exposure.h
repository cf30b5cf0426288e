/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What tells outsiders more than a postmortem has to: looked for by rules that are a table. */
typedef enum
{
  AFT_EXPOSURE_SECRET,
  AFT_EXPOSURE_TICKET,
  AFT_EXPOSURE_EMAIL,
  AFT_EXPOSURE_ADDRESS,
  AFT_EXPOSURE_HOST,
  AFT_EXPOSURE_PERSON,
  AFT_EXPOSURE_OPEN_MARK, /* a ||phrase that nothing ends: the rest of the text is left out */
  AFT_N_EXPOSURES,
} AftExposureKind;

typedef struct
{
  AftExposureKind kind;
  gsize           start, end; /* bytes */
} AftExposure;

/* The rules, ready to be used often; not by two threads at once. */
typedef struct _AftExposureFinder AftExposureFinder;

/* names: of people, as the document has them (element-type utf8). */
AftExposureFinder *aft_exposure_finder_new (GPtrArray *names);
void               aft_exposure_finder_free (AftExposureFinder *self);
/* (element-type AftExposure), in the order of the text, none over another; transfer full. What is
 * in ||phrases|| is not looked at. */
GArray *aft_exposure_finder_look (AftExposureFinder *self, const char *text);

/* "public-email"; the word of reports. */
const char *aft_exposure_get_rule (AftExposureKind kind);
/* "E-mail address"; translated. */
const char *aft_exposure_get_label (AftExposureKind kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AftExposureFinder, aft_exposure_finder_free)

G_END_DECLS
