/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs a fuzzer over its seeds, and over each of them cut short and with a byte of it changed: what
 * a fuzzer found stays found, without one. Arguments: folders of seeds. */
#include <string.h>

#include "fuzz/check.h"

/* Per seed; the first of them is the seed as it is. */
#define N_VARIANTS 8

static guint n_seeds;

static void
run_variant (GRand *random, const char *bytes, gsize length, guint variant)
{
  /* of its own size, so that what is read behind it is noticed */
  gsize            kept = variant % 2 == 1 ? (gsize) g_rand_int_range (random, 0, length) : length;
  g_autofree char *copy = g_memdup2 (bytes, kept);

  if (variant > 1 && kept > 0)
    copy[g_rand_int_range (random, 0, kept)] = (char) g_rand_int_range (random, 0, 256);
  LLVMFuzzerTestOneInput ((const uint8_t *) copy, kept);
}

static void
run_file (const char *path)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (17);
  g_autofree char *bytes = NULL;
  gsize            length;

  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  for (guint variant = 0; variant < (length > 0 ? N_VARIANTS : 1); variant++)
    run_variant (random, bytes, length, variant);
  n_seeds++;
}

static void
run_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (!g_str_has_suffix (name, ".expected"))
      {
        g_autofree char *file = g_build_filename (path, name, NULL);

        run_file (file);
      }
}

int
main (int argc, char **argv)
{
  for (int i = 1; i < argc; i++)
    run_folder (argv[i]);
  g_assert_cmpuint (n_seeds, >=, 5);
  return 0;
}
