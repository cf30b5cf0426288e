/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "typeset/review-questions.h"

#include <glib/gi18n-lib.h>

#define MAX_QUESTIONS 4
#define BOX_WIDTH     12.0
#define BOX           "☐"
#define SPACE         3.0 /* between questions */

static const char *const questions[AFT_N_REVIEW_TOPICS][MAX_QUESTIONS] = {
  [AFT_SECTION_SUMMARY] = {
    N_ ("Does it say what happened, and leave how it will be mended to the actions?"),
    N_ ("Is “outage” said only where nothing worked?"),
  },
  [AFT_SECTION_IMPACT] = {
    N_ ("Has each effect a number, or an estimate that says how it was made?"),
    N_ ("Are users, revenue and the team’s own work all covered?"),
  },
  [AFT_SECTION_TIMELINE] = {
    N_ ("Does it begin before the impact and name what each entry was taken from?"),
    N_ ("Is it said what ended the incident, and why that worked?"),
  },
  [AFT_SECTION_ANALYSIS] = {
    N_ ("Are trigger and causes told in working detail, beyond the nearest system?"),
    N_ ("Are conditions described instead of people?"),
    N_ ("Do the causes lead to the actions that were chosen?"),
  },
  [AFT_SECTION_LESSONS] = {
    N_ ("Are all three there: what went well, what went poorly, where luck helped?"),
    N_ ("Has it happened before, and what became of the actions of then?"),
  },
  [AFT_SECTION_ACTIONS] = {
    N_ ("Is something prevented, not only detected or mended?"),
    N_ ("Has each one owner, a ticket and an end that can be measured?"),
    N_ ("Do priorities differ, with a P0 or P1 where users were hit?"),
    N_ ("Are ideas that were rejected listed, with the reason?"),
  },
  [AFT_REVIEW_DOCUMENT] = {
    N_ ("Would a newcomer understand it: are terms explained and longer texts linked?"),
    N_ ("Is it calm, and about roles instead of persons?"),
  },
  [AFT_REVIEW_METRICS] = {
    N_ ("Do the figures agree with the timeline, and are charts and queries linked?"),
  },
  [AFT_REVIEW_SIGN_OFF] = {
    N_ ("Is it out within a week, and open to as many readers as is safe?"),
  },
};

static double
add_text (AftComposer *self, AftBlock *block, const char *text, AftRect place, int node)
{
  AftLines *lines = aft_style_set (self->style, AFT_FACE_CAPTION, text, -1, NULL, place.width);
  AftBox    box = { .type = AFT_BOX_TEXT,
                    .rect = place,
                    .ink = AFT_INK_DIM,
                    .lines = lines,
                    .n_lines = aft_lines_get_length (lines),
                    .leading = aft_style_leading (self->style, AFT_FACE_CAPTION, lines),
                    .node = node };

  box.baseline = aft_style_baseline (self->style, AFT_FACE_CAPTION, box.leading);
  box.rect.height = box.n_lines * box.leading;
  aft_block_add_box (block, &box);
  return box.rect.height;
}

void
aft_review_questions_add (AftComposer *self, AftBlock *block, guint topic)
{
  AftBlock *aside;
  double    left = self->area->note_left - self->area->left + AFT_NOTE_PAD;
  double    width = self->area->note_width - AFT_NOTE_PAD;
  double    y = 0;

  if (self->area->note_width == 0)
    return;
  aside = aft_block_new (AFT_BLOCK_GROUP);
  for (guint i = 0; i < MAX_QUESTIONS && questions[topic][i] != NULL; i++)
    {
      AftRect box = { left, y, BOX_WIDTH, 0 };
      AftRect text = { left + BOX_WIDTH, y, width - BOX_WIDTH, 0 };

      add_text (self, aside, BOX, box, -1);
      y += add_text (self,
                     aside,
                     _ (questions[topic][i]),
                     text,
                     aft_composer_add_node (self, AFT_TAG_P, self->parent)) +
           SPACE;
    }
  aside->height = y;
  block->aside = aside;
}
