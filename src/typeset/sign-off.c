/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "typeset/sections.h"

#include <glib/gi18n-lib.h>

#include "typeset/review-questions.h"

#define LINES 4

/* Where those who reviewed the copy sign: owner and reviewers by name, and empty lines. */

static void
add_line (AftComposer *self, AftTable *table, const char *role, const char *name)
{
  aft_composer_add_row (self, table, AFT_ROW_BODY, NULL);
  aft_composer_set_cell (self, table, 0, role);
  aft_composer_set_cell (self, table, 1, name);
  /* room to sign in */
  aft_table_set_text (table, 2, "\n", -1, AFT_INK_TEXT);
}

static void
add_lines (AftComposer *self, AftTable *table)
{
  const char        *owner = aft_record_get_text (self->root, AFT_DOC_OWNER);
  const char *const *reviewers = aft_record_get_words (self->root, AFT_DOC_REVIEWERS);
  guint              n = 0;

  if (*owner != '\0')
    {
      add_line (self, table, _ ("Owner"), owner);
      n++;
    }
  for (guint i = 0; reviewers[i] != NULL; i++, n++)
    add_line (self, table, _ ("Reviewer"), reviewers[i]);
  for (; n < LINES; n++)
    add_line (self, table, "", "");
}

void
aft_section_compose_sign_off (AftComposer *self)
{
  const AftColumn columns[] = {
    { .width = 60 }, { .flexible = TRUE }, { .width = 60 }, { .width = 100 }
  };
  AftBlock *heading;
  AftTable *table;

  aft_composer_show (self, NULL, 0);
  heading = aft_composer_add_title (self, 1, _ ("Sign-off"));
  aft_review_questions_add (self, heading, AFT_REVIEW_SIGN_OFF);
  table = aft_composer_new_table (self, columns, G_N_ELEMENTS (columns));
  aft_composer_add_row (self, table, AFT_ROW_HEADER, NULL);
  aft_composer_set_cell (self, table, 0, _ ("Role"));
  aft_composer_set_cell (self, table, 1, _ ("Name"));
  aft_composer_set_cell (self, table, 2, _ ("Date"));
  aft_composer_set_cell (self, table, 3, _ ("Signature"));
  add_lines (self, table);
  aft_composer_add_table (self, table, self->area->full, TRUE)->is_whole = TRUE;
}
