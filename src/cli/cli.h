/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The verbs that need no display. Returns FALSE where the arguments name none of them (then the
 * window opens); else carries it out and gives the exit status: 0 fine, 1 findings, 2 bad usage or
 * unreadable input. */
gboolean aft_cli_run (int argc, char **argv, int *status);

G_END_DECLS
