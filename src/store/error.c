/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/library.h"

G_DEFINE_QUARK (aft_store_error, aft_store_error)
