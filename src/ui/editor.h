/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/document.h"

G_BEGIN_DECLS

/* One document being written: its sections, the form of the section shown, and the pages as they
 * will print. Undo and redo are document-wide and show what they changed. Acts through
 * win.show-library, win.export and win.save-copy; its own actions are editor.undo, editor.redo,
 * editor.section (s: the section's key), editor.previous-section, editor.next-section,
 * editor.sidebar, editor.preview, editor.zoom-in, editor.zoom-out and editor.zoom-normal. */
#define AFT_TYPE_EDITOR (aft_editor_get_type ())
G_DECLARE_FINAL_TYPE (AftEditor, aft_editor, AFT, EDITOR, AdwBin)

GtkWidget *aft_editor_new (void);
/* NULL when it closes: what is half typed is taken over first. */
void         aft_editor_set_document (AftEditor *self, AftDocument *document);
void         aft_editor_set_menu_model (AftEditor *self, GMenuModel *menu);
void         aft_editor_show_section (AftEditor *self, AftSectionId section);
AftSectionId aft_editor_get_section (AftEditor *self);
/* Takes it; goes with the next change, which its action could no longer undo. */
void aft_editor_add_toast (AftEditor *self, AdwToast *toast);
/* signal "review-import" (AftEditor *self, AftPlan *plan): what was pasted is to be looked through;
 *   takes the plan */

/* Puts the cursor into the first field of the section shown, unless it is in one of them. */
void aft_editor_focus (AftEditor *self);
/* Shows the section page and puts the cursor into the field. */
void aft_editor_show_place (AftEditor *self, const AftPlace *place);
/* The same, and selects that text in it; at: where it is expected, in characters. */
void aft_editor_show_text (AftEditor *self, const AftPlace *place, const char *text, guint at);

G_END_DECLS
