/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* For tests that run the main loop. */
#include <glib-object.h>

static inline gboolean
late_cb (gpointer late)
{
  *(gboolean *) late = TRUE;
  return G_SOURCE_REMOVE;
}

/* Runs the main loop until it is so; never a sleep. */
#define wait_until(condition)                                                                      \
  G_STMT_START                                                                                     \
  {                                                                                                \
    gboolean late_ = FALSE;                                                                        \
    guint    id_ = g_timeout_add_seconds (20, late_cb, &late_);                                    \
    while (!(condition) && !late_)                                                                 \
      g_main_context_iteration (NULL, TRUE);                                                       \
    if (late_)                                                                                     \
      g_error ("%s:%d: waited in vain for %s", __FILE__, __LINE__, #condition);                    \
    g_source_remove (id_);                                                                         \
  }                                                                                                \
  G_STMT_END
