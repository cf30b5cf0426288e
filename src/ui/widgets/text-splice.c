/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/widgets/text-splice.h"

#include <string.h>

static gboolean
is_inside_character (const char *p)
{
  return (*p & 0xC0) == 0x80;
}

gboolean
aft_text_splice (const char *before, const char *after, AftTextSplice *splice)
{
  gsize before_length = strlen (before);
  gsize after_length = strlen (after);
  gsize shortest = MIN (before_length, after_length);
  gsize head = 0;
  gsize tail = 0;

  while (head < shortest && before[head] == after[head])
    head++;
  if (head == before_length && head == after_length)
    return FALSE;
  while (head > 0 && (is_inside_character (before + head) || is_inside_character (after + head)))
    head--;
  while (tail < shortest - head &&
         before[before_length - 1 - tail] == after[after_length - 1 - tail])
    tail++;
  while (tail > 0 && is_inside_character (before + before_length - tail))
    tail--;

  splice->offset = g_utf8_strlen (before, (gssize) head);
  splice->length = g_utf8_strlen (before + head, (gssize) (before_length - tail - head));
  splice->start = head;
  splice->end = after_length - tail;
  return TRUE;
}
