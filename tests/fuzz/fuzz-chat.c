/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Talk. */
#include "fuzz/check.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  aft_fuzz_import ("chat.txt", data, size);
  return 0;
}
