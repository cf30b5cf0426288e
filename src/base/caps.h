/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Limits that keep hostile or accidental input from hanging or exhausting the program. */
#define AFT_CAP_FILE_BYTES        (50 * 1024 * 1024) /* a document file */
#define AFT_CAP_FIELD_BYTES       (1024 * 1024)      /* one prose field */
#define AFT_CAP_LINE_CHARS        2000               /* one line shown in a text view */
#define AFT_CAP_JSON_DEPTH        64
#define AFT_CAP_JSON_KEYS         10000 /* keys in one object */
#define AFT_CAP_EXPORT_NAME_BYTES 120
