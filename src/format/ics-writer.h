/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/record.h"

G_BEGIN_DECLS

/* RFC 5545: the incident as a VEVENT, each open action item as a VTODO. Transfer full. */
char *aft_ics_write (AftRecord *root);

G_END_DECLS
