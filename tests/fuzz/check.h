/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <stdint.h>

#include "format/import/import.h"

G_BEGIN_DECLS

/* One input of a fuzzer, which libFuzzer or replay.c calls. Aborts where a rule is broken. */
int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

/* Imports the bytes under that name and checks what holds for every import: spans lie in order
 * within the text and leave out nothing but blanks, the document is one that a file can hold, and
 * comes back from it the same. Bytes that are refused are fine. */
void aft_fuzz_import (const char *name, const uint8_t *data, size_t size);

G_END_DECLS
