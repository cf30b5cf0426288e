/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whole processes, timed in turn with a reference in the same minutes: only the ratio holds on a
 * machine whose speed drifts. */

/* From spawning to exit, in ms. output: what it printed, or NULL. Ends the program where it fails.
 */
double timing_run (const char *const *argv, char **output);
/* Of this process so far, in ms: other processes do not count. */
double timing_cpu_msec (void);
/* Sorts the values. */
double timing_median (double *values, guint n);
/* "name  12.3 ms  floor 10.1 ms  ratio 1.22" of two series; sorts them. */
void timing_print (const char *name, double *values, double *reference, guint n);

G_END_DECLS
