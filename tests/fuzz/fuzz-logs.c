/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Logs and the records of other programs. */
#include "fuzz/check.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  aft_fuzz_import ("app.log", data, size);
  return 0;
}
