/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "format/error.h"

G_DEFINE_QUARK (aft_format_error, aft_format_error)
