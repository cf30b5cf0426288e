/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Somebody’s Markdown, or ours. */
#include "fuzz/check.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  aft_fuzz_import ("postmortem.md", data, size);
  return 0;
}
