/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "coach/preflight.h"
#include "ui/document.h"

G_BEGIN_DECLS

/* What the public version of an open document still tells, without what the user has dismissed.
 * Looked for away from the main thread, and again after each change. */
#define AFT_TYPE_PREFLIGHT (aft_preflight_get_type ())
G_DECLARE_FINAL_TYPE (AftPreflight, aft_preflight, AFT, PREFLIGHT, GObject)

AftPreflight *aft_preflight_new (AftDocument *document);
/* FALSE until the first review has ended. */
gboolean aft_preflight_is_ready (AftPreflight *self);
guint    aft_preflight_get_n_findings (AftPreflight *self);
/* Its record is one of the document. Valid until the next change. */
const AftFinding *aft_preflight_get (AftPreflight *self, guint i);
/* Not to be listed again for this document, wherever else it stands, as long as it is open. */
void aft_preflight_dismiss (AftPreflight *self, guint i);
/* Makes a private phrase of it; nothing where the text is another by now. */
void aft_preflight_mark_private (AftPreflight *self, guint i);
/* What a count is called: "3 things to look at before this leaves". Transfer full. */
char *aft_preflight_describe (AftPreflight *self);

/* signal "changed" (AftPreflight *self) */

G_END_DECLS
