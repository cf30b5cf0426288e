/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/people.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/record-list.h"
#include "model/schema.h"

#define MIN_NAME_WORDS  2
#define MAX_NAME_WORDS  4
#define MIN_PART_LENGTH 3 /* characters of a given name that stands alone */

struct _AftPeople
{
  GPtrArray  *names; /* as written */
  GHashTable *roles; /* name without case -> what the public reads for it */
};

/* Words that names of systems, documents, places of work and roles have, and names of people do
 * not. */
static const char *const things[] = {
  "access",
  "admin",
  "agent",
  "alarm",
  "alert",
  "alerting",
  "alerts",
  "analytics",
  "api",
  "app",
  "audit",
  "author",
  "autoscaler",
  "aws",
  "azure",
  "backend",
  "board",
  "bot",
  "bridge",
  "broker",
  "build",
  "building",
  "calendar",
  "call",
  "case",
  "change",
  "channel",
  "chat",
  "check",
  "cloud",
  "cluster",
  "code",
  "commander",
  "communications",
  "config",
  "console",
  "control",
  "controller",
  "customer",
  "customers",
  "daemon",
  "dashboard",
  "dashboards",
  "data",
  "database",
  "deploy",
  "deputy",
  "desk",
  "developer",
  "developers",
  "devops",
  "directory",
  "duty",
  "edge",
  "email",
  "engine",
  "engineer",
  "engineering",
  "engineers",
  "error",
  "event",
  "events",
  "everyone",
  "export",
  "feed",
  "file",
  "finance",
  "frontend",
  "gateway",
  "google",
  "graph",
  "graphs",
  "group",
  "health",
  "hub",
  "incident",
  "infrastructure",
  "internal",
  "job",
  "journal",
  "lead",
  "ledger",
  "legal",
  "line",
  "load",
  "log",
  "logs",
  "mail",
  "manager",
  "marketing",
  "meeting",
  "metrics",
  "migration",
  "monitor",
  "monitoring",
  "network",
  "nobody",
  "none",
  "note",
  "notes",
  "office",
  "on-call",
  "oncall",
  "operations",
  "operator",
  "operators",
  "ops",
  "owner",
  "page",
  "pager",
  "paging",
  "payment",
  "phone",
  "pipeline",
  "platform",
  "portal",
  "probe",
  "process",
  "product",
  "proxy",
  "query",
  "queue",
  "record",
  "records",
  "registry",
  "release",
  "relic",
  "report",
  "reports",
  "responder",
  "responders",
  "review",
  "reviewer",
  "room",
  "rota",
  "rotation",
  "runbook",
  "sales",
  "sample",
  "scheduler",
  "scribe",
  "search",
  "security",
  "server",
  "service",
  "services",
  "serving",
  "site",
  "social",
  "source",
  "sre",
  "status",
  "storage",
  "store",
  "support",
  "synthetic",
  "system",
  "systems",
  "tbd",
  "team",
  "telephone",
  "test",
  "ticket",
  "tickets",
  "time",
  "timeline",
  "tool",
  "tools",
  "tracing",
  "tracker",
  "unknown",
  "user",
  "users",
  "vendor",
  "video",
  "war",
  "watch",
  "web",
  "website",
  "worker",
};

/* ---- who there is ---- */

static char *
fold_name (const char *name)
{
  g_autofree char *stripped = g_strstrip (g_strdup (name));

  return g_utf8_casefold (stripped, -1);
}

static void
add_name (AftPeople *self, const char *name)
{
  if (*name != '\0')
    g_ptr_array_add (self->names, g_strstrip (g_strdup (name)));
}

static void
add_names (AftPeople *self, const char *const *names)
{
  for (guint i = 0; names[i] != NULL; i++)
    add_name (self, names[i]);
}

AftPeople *
aft_people_new (AftRecord *root)
{
  AftPeople     *self = g_new0 (AftPeople, 1);
  AftRecordList *actions = aft_record_get_list (root, AFT_DOC_ACTIONS);

  self->names = g_ptr_array_new_with_free_func (g_free);
  self->roles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  add_name (self, aft_record_get_text (root, AFT_DOC_OWNER));
  add_names (self, aft_record_get_words (root, AFT_DOC_AUTHORS));
  add_names (self, aft_record_get_words (root, AFT_DOC_REVIEWERS));
  for (guint i = 0; i < aft_record_list_get_length (actions); i++)
    add_name (self, aft_record_get_text (aft_record_list_get (actions, i), AFT_ACTION_OWNER));
  return self;
}

void
aft_people_free (AftPeople *self)
{
  g_ptr_array_unref (self->names);
  g_hash_table_unref (self->roles);
  g_free (self);
}

GPtrArray *
aft_people_get_names (AftPeople *self)
{
  return self->names;
}

/* ---- roles ---- */

/* A, B, … Z, AA, AB, …: however many people there were. */
static char *
letters_of (guint number)
{
  GString *letters = g_string_new (NULL);

  for (guint rest = number + 1; rest > 0; rest = (rest - 1) / 26)
    g_string_prepend_c (letters, (char) ('A' + (rest - 1) % 26));
  return g_string_free (letters, FALSE);
}

const char *
aft_people_get_role (AftPeople *self, const char *name)
{
  g_autofree char *key = fold_name (name);
  g_autofree char *letters = NULL;
  const char      *known = g_hash_table_lookup (self->roles, key);
  char            *role;

  if (known != NULL)
    return known;
  letters = letters_of (g_hash_table_size (self->roles));
  /* Translators: stands for a person's name in a public copy, as in "Responder A" */
  role = g_strdup_printf (_ ("Responder %s"), letters);
  g_hash_table_insert (self->roles, g_steal_pointer (&key), role);
  return role;
}

/* ---- what a name looks like ---- */

gboolean
aft_people_is_thing (const char *word)
{
  g_autofree char *folded = g_utf8_strdown (word, -1);

  for (guint i = 0; i < G_N_ELEMENTS (things); i++)
    if (g_str_equal (things[i], folded))
      return TRUE;
  return FALSE;
}

static gboolean
is_particle (const char *word)
{
  static const char *const particles[] = { "al",  "bin", "da",  "de",  "del", "den", "der",
                                           "di",  "dos", "du",  "ibn", "la",  "le",  "ten",
                                           "ter", "van", "von", "zu",  "zur", "y",   NULL };

  return g_strv_contains (particles, word);
}

/* "Ada", "B.", "O’Neill", "Smith-Jones", "McDonald"; not "AWS", "PagerDuty", "Runbook2". */
static gboolean
is_name_word (const char *word)
{
  gunichar first = g_utf8_get_char (word);
  gboolean may_rise = FALSE;
  guint    n_upper = 0;

  if (!g_unichar_isupper (first) || aft_people_is_thing (word))
    return FALSE;
  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isalpha (c) && !g_unichar_ismark (c) &&
          (c > 0x7F || strchr ("-'.", (int) c) == NULL) && c != 0x2019)
        return FALSE;
      if (g_unichar_isupper (c) && p != word && !may_rise)
        n_upper++;
      may_rise = !g_unichar_isalpha (c);
    }
  return n_upper == 0 ||
         (n_upper == 1 && (g_str_has_prefix (word, "Mc") || g_str_has_prefix (word, "Mac")));
}

gboolean
aft_people_is_like_name (const char *text)
{
  g_auto (GStrv) words = NULL;
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  guint            n_words;

  words = g_strsplit (stripped, " ", -1);
  n_words = g_strv_length (words);
  if (n_words < MIN_NAME_WORDS || n_words > MAX_NAME_WORDS)
    return FALSE;
  for (guint i = 0; i < n_words; i++)
    if (!is_name_word (words[i]) && !(i > 0 && i + 1 < n_words && is_particle (words[i])))
      return FALSE;
  return TRUE;
}

/* ---- sources ---- */

/* "@ada", "ada@example.org", "Ada <ada@example.org>". */
static gboolean
is_address (const char *source)
{
  const char *at = strchr (source, '@');

  if (at == NULL || at[1] == '\0' || g_ascii_isspace (at[1]))
    return FALSE;
  return at == source ? strchr (source, ' ') == NULL
                      : !g_ascii_isspace (at[-1]) && strchr (at, '.') != NULL;
}

/* "Ada" for "Ada Example". */
static const char *
find_by_part (AftPeople *self, const char *source)
{
  g_autofree char *folded = fold_name (source);

  if (g_utf8_strlen (folded, -1) < MIN_PART_LENGTH || aft_people_is_thing (folded))
    return NULL;
  for (guint i = 0; i < self->names->len; i++)
    {
      const char      *name = g_ptr_array_index (self->names, i);
      g_autofree char *whole = fold_name (name);
      g_auto (GStrv) parts = g_strsplit (whole, " ", -1);

      if (g_str_equal (whole, folded))
        return name;
      if (aft_people_is_like_name (name) && g_strv_contains ((const char *const *) parts, folded))
        return name;
    }
  return NULL;
}

static gboolean
is_word_end (const char *text, const char *at)
{
  return at <= text || !g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (at)));
}

/* "Call with Ada Example": the known names in it, by letters as they are written. */
static char *
replace_known (AftPeople *self, const char *source)
{
  g_autoptr (GString) text = g_string_new (source);

  for (guint i = 0; i < self->names->len; i++)
    {
      const char *name = g_ptr_array_index (self->names, i);
      const char *found = strstr (text->str, name);
      gsize       length = strlen (name);

      if (found == NULL || !aft_people_is_like_name (name) || !is_word_end (text->str, found) ||
          g_unichar_isalnum (g_utf8_get_char (found + length)))
        continue;
      g_string_erase (text, found - text->str, (gssize) length);
      g_string_insert (text, found - text->str, aft_people_get_role (self, name));
    }
  return g_strdup (text->str);
}

char *
aft_people_publish_source (AftPeople *self, const char *source)
{
  const char *known = find_by_part (self, source);

  if (known != NULL)
    return g_strdup (aft_people_get_role (self, known));
  if (is_address (source) || aft_people_is_like_name (source))
    return g_strdup (aft_people_get_role (self, source));
  return replace_known (self, source);
}
