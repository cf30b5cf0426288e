/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/record.h"

G_BEGIN_DECLS

/* What "afterword:" in the front matter says; the mark of our own Markdown. */
#define AFT_MARKDOWN_VERSION 1

/* What is not prose, as YAML between two lines of dashes. */
void aft_markdown_append_front_matter (GString *out, AftRecord *root);

G_END_DECLS
