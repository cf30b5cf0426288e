/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Makes any bytes safe for a text view and a file: invalid UTF-8, NUL, noncharacters and control
 * characters other than tab and newline become U+FFFD, CRLF and CR become LF, a leading U+FEFF is
 * dropped. length: bytes, or -1 up to a NUL. replaced: count of replacements, may be NULL. Transfer
 * full. */
char *aft_text_clean (const char *bytes, gssize length, guint *replaced);
/* aft_text_clean() and all white space runs folded into one space, ends stripped: one line.
 * No-break spaces between words stay. */
char *aft_text_clean_line (const char *bytes, gssize length);
/* Breaks lines longer than AFT_CAP_LINE_CHARS at a space where there is one near; NULL if none
 * was too long (nothing to do). */
char *aft_text_split_long_lines (const char *text);
/* Bidi controls, zero-width and control characters shown as ⟨U+202E⟩; for file names and link
 * targets. text: valid UTF-8. */
char *aft_text_reveal (const char *text);
/* At most max_chars characters, the last one an ellipsis where it was cut. */
char *aft_text_ellipsize (const char *text, guint max_chars);
guint aft_text_count_words (const char *text);
/* A file name from a title: no separators, controls, leading dots or dashes, reserved names; at
 * most AFT_CAP_EXPORT_NAME_BYTES with the suffix (".pdf"); never empty. */
char *aft_text_file_name (const char *title, const char *suffix);

G_END_DECLS
