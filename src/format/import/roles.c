/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "format/import/roles.h"

#include <string.h>

#include "format/import/build.h"
#include "model/record-list.h"
#include "model/schema.h"

struct _AftRoles
{
  GPtrArray  *names; /* (element-type AftRoleName) */
  GHashTable *known; /* name without case -> AftRoleName, borrowed */
  GRegex     *regex; /* of the names that have a role; NULL where it is to be made */
  gboolean    sorted;
};

static void
role_name_free (gpointer data)
{
  AftRoleName *one = data;

  g_free (one->name);
  g_free (one->role);
  g_free (one);
}

AftRoles *
aft_roles_new (void)
{
  AftRoles *self = g_new0 (AftRoles, 1);

  self->names = g_ptr_array_new_with_free_func (role_name_free);
  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

void
aft_roles_free (AftRoles *self)
{
  g_clear_pointer (&self->regex, g_regex_unref);
  g_hash_table_unref (self->known);
  g_ptr_array_unref (self->names);
  g_free (self);
}

static AftRoleName *
find (AftRoles *self, const char *name)
{
  g_autofree char *key = g_utf8_casefold (name, -1);

  return g_hash_table_lookup (self->known, key);
}

static void
add (AftRoles *self, const char *name)
{
  g_autofree char *stripped = g_strstrip (g_strdup (*name == '@' ? name + 1 : name));
  AftRoleName     *one;

  if (*stripped == '\0')
    return;
  one = find (self, stripped);
  if (one == NULL)
    {
      one = g_new0 (AftRoleName, 1);
      one->role = g_strdup ("");
      one->name = g_steal_pointer (&stripped);
      g_hash_table_insert (self->known, g_utf8_casefold (one->name, -1), one);
      g_ptr_array_add (self->names, one);
      self->sorted = FALSE;
    }
  one->n_uses++;
}

static void
add_words (AftRoles *self, AftRecord *root, guint field)
{
  const char *const *words = aft_record_get_words (root, field);

  for (guint i = 0; words[i] != NULL; i++)
    add (self, words[i]);
}

static void
add_column (AftRoles *self, AftRecordList *list, guint field)
{
  for (guint i = 0; i < aft_record_list_get_length (list); i++)
    add (self, aft_record_get_text (aft_record_list_get (list, i), field));
}

void
aft_roles_collect (AftRoles *self, AftRecord *root)
{
  add (self, aft_record_get_text (root, AFT_DOC_OWNER));
  add_words (self, root, AFT_DOC_AUTHORS);
  add_words (self, root, AFT_DOC_REVIEWERS);
  add_column (self, aft_record_get_list (root, AFT_DOC_EVENTS), AFT_EVENT_SOURCE);
  add_column (self, aft_record_get_list (root, AFT_DOC_ACTIONS), AFT_ACTION_OWNER);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  const AftRoleName *one = *(AftRoleName *const *) a, *other = *(AftRoleName *const *) b;

  if (one->n_uses != other->n_uses)
    return one->n_uses > other->n_uses ? -1 : 1;
  return strcmp (one->name, other->name);
}

GPtrArray *
aft_roles_get_names (AftRoles *self)
{
  if (!self->sorted)
    g_ptr_array_sort (self->names, compare_names);
  self->sorted = TRUE;
  return self->names;
}

void
aft_roles_set (AftRoles *self, const char *name, const char *role)
{
  AftRoleName *one = find (self, name);

  if (one == NULL || g_strcmp0 (one->role, role != NULL ? role : "") == 0)
    return;
  g_free (one->role);
  one->role = g_strstrip (g_strdup (role != NULL ? role : ""));
  g_clear_pointer (&self->regex, g_regex_unref);
}

/* Replacing */

static int
compare_lengths (gconstpointer a, gconstpointer b)
{
  gsize one = strlen (*(char *const *) a), other = strlen (*(char *const *) b);

  return one > other ? -1 : one < other;
}

/* All names with a role, the longer ones first: "Al" is within "Al Other". NULL without any. */
static GRegex *
get_regex (AftRoles *self)
{
  g_autoptr (GPtrArray) escaped = NULL;
  g_autofree char *all = NULL;
  g_autofree char *pattern = NULL;

  if (self->regex != NULL)
    return self->regex;
  escaped = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < self->names->len; i++)
    {
      const AftRoleName *one = g_ptr_array_index (self->names, i);

      if (*one->role != '\0')
        g_ptr_array_add (escaped, g_regex_escape_string (one->name, -1));
    }
  if (escaped->len == 0)
    return NULL;
  g_ptr_array_sort (escaped, compare_lengths);
  g_ptr_array_add (escaped, NULL);
  all = g_strjoinv ("|", (char **) escaped->pdata);
  pattern = g_strdup_printf ("(?<![\\w@])@?(%s)(?!\\w)", all);
  self->regex = g_regex_new (pattern, G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL);
  return self->regex;
}

static gboolean
replace_cb (const GMatchInfo *match, GString *result, gpointer data)
{
  g_autofree char   *name = g_match_info_fetch (match, 1);
  const AftRoleName *one = find (data, name);

  /* found without case as the expression has it, which need not be how names are folded */
  g_string_append (result, one != NULL ? one->role : name);
  return FALSE;
}

char *
aft_roles_replace (AftRoles *self, const char *text)
{
  GRegex *regex = get_regex (self);
  char   *replaced =
      regex != NULL ? g_regex_replace_eval (regex, text, -1, 0, 0, replace_cb, self, NULL) : NULL;

  return replaced != NULL ? replaced : g_strdup (text);
}

static void
replace_words (AftRoles *self, AftRecord *record, guint field)
{
  const char *const *words = aft_record_get_words (record, field);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) replaced = NULL;
  g_auto (AftValue) value = AFT_VALUE_INIT;

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *word = aft_roles_replace (self, words[i]);

      g_strv_builder_add (builder, word);
    }
  replaced = g_strv_builder_end (builder);
  aft_value_set_words (&value, (const char *const *) replaced);
  aft_record_init_value (record, field, &value);
}

static void
replace_text (AftRoles *self, AftRecord *record, guint field)
{
  g_autofree char *text = aft_roles_replace (self, aft_record_get_text (record, field));
  g_auto (AftValue) value = AFT_VALUE_INIT;

  aft_value_set_text (&value, text);
  aft_record_init_value (record, field, &value);
}

static gboolean
may_name (const AftField *field)
{
  return field->kind == AFT_KIND_LINE || field->kind == AFT_KIND_PROSE ||
         field->kind == AFT_KIND_WORDS;
}

void
aft_roles_replace_in (AftRoles *self, AftRecord *record)
{
  const AftSchema *schema = aft_record_get_schema (record);

  if (get_regex (self) == NULL)
    return;
  for (guint i = 0; i < schema->n_fields; i++)
    {
      const AftField *field = &schema->fields[i];

      if (field->kind == AFT_KIND_LIST)
        {
          AftRecordList *list = aft_record_get_list (record, i);

          for (guint k = 0; k < aft_record_list_get_length (list); k++)
            aft_roles_replace_in (self, aft_record_list_get (list, k));
        }
      else if (!may_name (field) || !aft_record_has (record, i))
        continue;
      else if (field->kind == AFT_KIND_WORDS)
        replace_words (self, record, i);
      else
        replace_text (self, record, i);
    }
}
