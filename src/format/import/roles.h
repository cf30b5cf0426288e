/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/record.h"

G_BEGIN_DECLS

/* The people whom an import names, and the roles under which they come in. */
typedef struct
{
  char *name;
  char *role;   /* "": the name stays */
  guint n_uses; /* in fields that hold a name */
} AftRoleName;

typedef struct _AftRoles AftRoles;

AftRoles *aft_roles_new (void);
void      aft_roles_free (AftRoles *self);
/* Whom the owner, authors, reviewers, sources and action owners of the document name. */
void aft_roles_collect (AftRoles *self, AftRecord *root);
/* Those who are named most come first. (element-type AftRoleName), transfer none */
GPtrArray *aft_roles_get_names (AftRoles *self);
/* "" or NULL keeps the name. */
void aft_roles_set (AftRoles *self, const char *name, const char *role);
/* The text with roles for names, wherever they stand as words of their own, with "@" or without.
 * Transfer full. */
char *aft_roles_replace (AftRoles *self, const char *text);
/* In each text of the record and of those below it; only before a document owns it. */
void aft_roles_replace_in (AftRoles *self, AftRecord *record);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AftRoles, aft_roles_free)

G_END_DECLS
