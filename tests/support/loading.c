/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What libraries set up while they are loaded is theirs to leave behind: past 2,048 names GLib
 * takes a larger table of quarks and drops the first one on purpose, as others may be reading it.
 * Linked into each test program: from before the libraries are loaded until the program itself
 * begins, the leak checker looks away. */
#ifdef __SANITIZE_ADDRESS__

#include <sanitizer/lsan_interface.h>

static void
look_away (void)
{
  __lsan_disable ();
}

static void (*const before_libraries) (void)
    __attribute__ ((section (".preinit_array"), used)) = look_away;

static void __attribute__ ((constructor)) look_again (void) { __lsan_enable (); }

#else

/* No file may be empty in ISO C. */
typedef int aft_nothing_to_look_away_from;

#endif
