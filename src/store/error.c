/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/library.h"

G_DEFINE_QUARK (aft - store - error - quark, aft_store_error)
