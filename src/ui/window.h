/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/application.h"

G_BEGIN_DECLS

/* The library, or one document in the editor. */
#define AFT_TYPE_WINDOW (aft_window_get_type ())
G_DECLARE_FINAL_TYPE (AftWindow, aft_window, AFT, WINDOW, AdwApplicationWindow)

AftWindow *aft_window_new (AftApplication *application);
/* NULL shows the library. */
void          aft_window_show_document (AftWindow *self, AftDocument *document);
AftDocument  *aft_window_get_document (AftWindow *self);
AftLibrary   *aft_window_get_library (AftWindow *self);
AftDocuments *aft_window_get_documents (AftWindow *self);
/* files: (element-type GFile): opens what is ours, and shows what would come of the others. */
void aft_window_open_files (AftWindow *self, GPtrArray *files);
/* The page on which an import is looked through, or what was there before. */
void aft_window_show_import (AftWindow *self, gboolean shown);
/* Of the document that is open. */
void aft_window_show_section (AftWindow *self, AftSectionId section);
/* The document that was open when the last window closed, where it is still in the library. */
void aft_window_restore_document (AftWindow *self);
/* Size, document and section, for the next start. */
void aft_window_save_state (AftWindow *self);
/* Plain text, for a moment. */
void aft_window_say (AftWindow *self, const char *text);
/* In the user's words; nothing where it was only cancelled. */
void aft_window_say_error (AftWindow *self, const GError *error);
/* Takes it, as adw_toast_overlay_add_toast() does. */
void aft_window_add_toast (AftWindow *self, AdwToast *toast);
/* In the editor, whose actions it may carry out. */
void aft_window_add_editor_toast (AftWindow *self, AdwToast *toast);
/* name: of the file that could not be read; NULL or "" where it is not known. */
void aft_window_tell_unreadable (AftWindow *self, const char *name, const GError *error);

G_END_DECLS
