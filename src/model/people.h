/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/record.h"

G_BEGIN_DECLS

/* The people of a document and the role each has for the public: the same one wherever the name
 * stands, however it is capitalised. */
typedef struct _AftPeople AftPeople;

/* Knows the owner, the authors, the reviewers and the owners of actions. */
AftPeople *aft_people_new (AftRecord *root);
void       aft_people_free (AftPeople *self);

/* "Responder A"; one more role for a name that was not asked for yet. Owned by self. */
const char *aft_people_get_role (AftPeople *self, const char *name);
/* A source for the public: with roles for the people in it, while a system keeps its name. A
 * person is who is named elsewhere as one, a handle or an address, or what has the shape of a
 * name and no word for a thing in it. Transfer full. */
char *aft_people_publish_source (AftPeople *self, const char *source);
/* (element-type utf8): the names it knows, as written. Transfer none. */
GPtrArray *aft_people_get_names (AftPeople *self);

/* "Ada B. Example", but not "Status Page", "PagerDuty" or "AWS". */
gboolean aft_people_is_like_name (const char *text);
/* A word for a system, a document or a role: "dashboard", "On-call". */
gboolean aft_people_is_thing (const char *word);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AftPeople, aft_people_free)

G_END_DECLS
