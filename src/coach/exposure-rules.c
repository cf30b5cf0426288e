/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "coach/exposure-rules.h"

#include <gio/gio.h>
#include <string.h>

/* A run of letters and digits that changes its kind so often is no word. */
#define MIN_CHANGES 8
#define MIN_DIGITS  3

/* Sentences whose full stop has no space after it end in words that are countries as well. */
static const char *const word_endings[] = { "am", "as", "at", "be",  "by",  "do", "in", "is",
                                            "it", "me", "my", "no",  "so",  "to", "us", "he",
                                            "we", "an", "if", "has", "all", NULL };

/* What files and code end in; some are countries, too. */
static const char *const file_endings[] = {
  "app",  "bat", "c",    "cc",  "cfg", "conf", "cpp",  "cs",  "css",  "csv", "db",
  "doc",  "env", "ex",   "go",  "gz",  "h",    "html", "ini", "java", "js",  "json",
  "key",  "kt",  "lock", "log", "lua", "md",   "mk",   "ml",  "pb",   "pdf", "php",
  "pl",   "png", "ps",   "py",  "rb",  "rs",   "sh",   "sql", "svg",  "tar", "tf",
  "toml", "ts",  "tsx",  "txt", "vue", "xml",  "yaml", "yml", "zip",  NULL
};

/* What a host name ends in; two letters are a country. */
static const char *const host_endings[] = {
  "academy",   "agency",   "arpa",    "art",    "biz",      "blog",    "cloud", "club",
  "com",       "company",  "corp",    "dev",    "digital",  "edu",     "email", "example",
  "global",    "gov",      "group",   "health", "home",     "host",    "info",  "int",
  "internal",  "intranet", "invalid", "io",     "lan",      "live",    "local", "localdomain",
  "mil",       "mobi",     "name",    "net",    "network",  "news",    "ninja", "online",
  "org",       "page",     "private", "pro",    "services", "shop",    "site",  "software",
  "solutions", "space",    "store",   "studio", "svc",      "systems", "team",  "tech",
  "test",      "today",    "tools",   "top",    "vip",      "website", "wiki",  "work",
  "works",     "world",    "xyz",     "zone",   NULL
};

/* Machines are called so: "db-03", "ip-10-0-1-23". */
static const char *const machine_words[] = { "bastion", "cache", "db",    "host", "ip",     "kafka",
                                             "lb",      "mongo", "mysql", "node", "pg",     "proxy",
                                             "redis",   "srv",   "vm",    "web",  "worker", NULL };

/* Standards, levels and algorithms are numbered as tickets are. */
static const char *const standard_words[] = {
  "AES",  "ASCII", "BCP", "COVID", "CP",   "CVE",  "CWE",  "DIN",  "DES", "EC",  "ED",    "EN",
  "FIPS", "GB",    "GPT", "H",     "HTTP", "IEC",  "IEEE", "IPV",  "ISO", "KB",  "LATIN", "MD",
  "MP",   "NIST",  "P",   "PCI",   "PEP",  "PKCS", "PR",   "RAID", "RC",  "RFC", "RSA",   "SEV",
  "SHA",  "SOC",   "SSL", "T",     "TLS",  "UCS",  "USB",  "UTC",  "UTF", "V",   "WIN",   "WINDOWS",
  "X",    "GMT",   "CET", "PST",   "EST",  "Q",    "L",    "F",    NULL
};

/* Handles that name nobody. */
static const char *const group_handles[] = { "@all",    "@channel", "@everyone", "@here",
                                             "@import", "@media",   "@override", "@param",
                                             "@return", "@see",     "@test",     "@todo",
                                             "@type",   "@latest",  NULL };

/* ---- look-alikes ---- */

/* "host.name:port" and "user@host" without what is not of the name. */
static gboolean
is_host (const char *text, const char *before, gsize length)
{
  g_auto (GStrv) labels = g_strsplit (text, ".", -1);
  guint       n = g_strv_length (labels);
  const char *ending = n > 1 ? labels[n - 1] : "";
  gboolean    is_country = strlen (ending) == 2 && g_ascii_isalpha (ending[0]);

  for (const char *p = ending; *p != '\0'; p++)
    if (g_ascii_isupper (*p))
      return FALSE;
  if (g_strv_contains ((const char *const *) file_endings, ending) && n < 3)
    return FALSE;
  if (g_strv_contains (word_endings, ending) && n < 3)
    return FALSE;
  if (strlen (labels[0]) < 2 && n < 3)
    return FALSE;
  return g_strv_contains (host_endings, ending) ||
         (is_country && !g_strv_contains (file_endings, ending)) ||
         (n > 2 && g_str_equal (ending, "app"));
}

/* "icon@2x.png" */
static gboolean
is_email (const char *text, const char *before, gsize length)
{
  return !g_strv_contains (file_endings, strrchr (text, '.') + 1);
}

static gboolean
is_machine (const char *text, const char *before, gsize length)
{
  g_autofree char *folded = g_ascii_strdown (text, -1);
  g_auto (GStrv) parts = g_strsplit (folded, "-", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      parts[i][strcspn (parts[i], "0123456789")] = '\0';
      if (g_strv_contains (machine_words, parts[i]))
        return TRUE;
    }
  return FALSE;
}

/* "version 1.2.3.4": the word right before it says so. */
static gboolean
follows_version (const char *before, gsize length)
{
  static const char *const words[] = { "version", "release", "build",  "firmware",
                                       "rev",     "ver",     "driver", "v" };
  g_autofree char         *folded = g_ascii_strdown (before, (gssize) length);

  g_strchomp (folded);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_has_suffix (folded, words[i]))
      {
        gsize rest = strlen (folded) - strlen (words[i]);

        return rest == 0 || !g_ascii_isalnum (folded[rest - 1]);
      }
  return FALSE;
}

/* Loopback and what is set aside for documentation tell nothing. */
static gboolean
is_address (const char *text, const char *before, gsize length)
{
  static const char *const harmless[] = { "127.",        "0.0.0.0",    "255.255.", "192.0.2.",
                                          "198.51.100.", "203.0.113.", "2001:db8:" };
  g_autoptr (GInetAddress) address = NULL;
  g_autofree char *folded = g_ascii_strdown (text, -1);

  for (guint i = 0; i < G_N_ELEMENTS (harmless); i++)
    if (g_str_has_prefix (folded, harmless[i]))
      return FALSE;
  address = g_inet_address_new_from_string (folded);
  return address != NULL && !g_inet_address_get_is_loopback (address) &&
         strpbrk (folded, "0123456789") != NULL && strlen (folded) > 3 &&
         !follows_version (before, length);
}

static gboolean
is_ticket (const char *text, const char *before, gsize length)
{
  g_autofree char *prefix = g_strndup (text, strcspn (text, "-"));

  return !g_strv_contains (standard_words, prefix);
}

static guint
kind_of (char c)
{
  return g_ascii_isdigit (c) ? 1 : g_ascii_isupper (c) ? 2 : g_ascii_islower (c) ? 3 : 0;
}

/* Upper and lower case and digits in no order; digests and identifiers have one case only. */
static gboolean
is_random (const char *text, const char *before, gsize length)
{
  guint changes = 0, n[4] = { 0 };

  for (const char *p = text; *p != '\0'; p++)
    {
      n[kind_of (*p)]++;
      changes += p > text && kind_of (*p) != kind_of (p[-1]);
    }
  return n[1] >= MIN_DIGITS && n[2] > 0 && n[3] > 0 && changes >= MIN_CHANGES;
}

/* "password: hunter2", not "token: expired". */
static gboolean
is_value (const char *text, const char *before, gsize length)
{
  while (length > 0 && strchr (" \"'", before[length - 1]) != NULL)
    length--;
  return strpbrk (text, "0123456789!$%^&*+=/_~") != NULL ||
         (length > 0 && before[length - 1] == '=');
}

static gboolean
is_handle (const char *text, const char *before, gsize length)
{
  g_autofree char *folded = g_ascii_strdown (text, -1);

  return !g_strv_contains (group_handles, folded);
}

/* ---- the table ---- */

#define URL_END "[^\\s<>()\\[\\]\"'|]"

const AftExposureRule aft_exposure_rules[] = {
  { AFT_EXPOSURE_SECRET, "-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----", NULL },
  { AFT_EXPOSURE_SECRET, "\\b(?:AKIA|ASIA)[0-9A-Z]{16}\\b", NULL },
  { AFT_EXPOSURE_SECRET,
    "\\b(?:gh[oprsu]_[A-Za-z0-9]{20,255}|github_pat_\\w{20,255}|glpat-[\\w-]{20,255}|"
    "xox[abeprs]-[\\w-]{10,255}|[sprw]k[-_](?:live|test|proj)[-_][\\w-]{10,255}|"
    "sk-[A-Za-z0-9]{20,255}|AIza[\\w-]{35})",
    NULL },
  { AFT_EXPOSURE_SECRET, "\\beyJ[\\w-]{8,4000}\\.eyJ[\\w-]{8,4000}(?:\\.[\\w-]{0,4000})?", NULL },
  { AFT_EXPOSURE_SECRET, "\\bhttps?://hooks\\." URL_END "{8,500}", NULL },
  { AFT_EXPOSURE_SECRET,
    "\\b[A-Za-z][A-Za-z0-9+.-]{1,20}://[^\\s/:@]{1,100}:[^\\s/@]{1,200}@",
    NULL },
  { AFT_EXPOSURE_SECRET, "(?i)\\bBearer {1,4}([A-Za-z0-9._~+/=-]{16,4000})", NULL },
  { AFT_EXPOSURE_SECRET,
    "(?i)(?:\\b|_)(?:password|passwd|pwd|passphrase|secret|token|api[_-]?key|access[_-]?key)[\"']?"
    " {0,2}[=:] {0,2}[\"']?([^\\s\"',;|]{6,400})",
    is_value },
  { AFT_EXPOSURE_SECRET, "(?<![\\w/+=.-])[A-Za-z0-9_-]{32,500}(?![\\w/+.-])", is_random },
  { AFT_EXPOSURE_TICKET,
    "\\bhttps?://" URL_END "{1,500}?(?:/browse/|/issues?/|/tickets?/|/incidents?/|/cases?/|/pull/|"
    "/merge_requests/|/work_items/|selectedIssue=|[?&]id=)" URL_END "{1,500}",
    NULL },
  { AFT_EXPOSURE_TICKET, "\\b(?:INC|CHG|PRB|REQ|RITM|SCTASK)\\d{6,10}\\b", NULL },
  { AFT_EXPOSURE_TICKET, "(?<![\\w/.-])[A-Z][A-Z0-9]{1,9}-\\d{1,7}(?![\\w-])", is_ticket },
  { AFT_EXPOSURE_EMAIL,
    "(?<![\\w.+%-])[A-Za-z0-9._%+-]{1,64}@(?:[A-Za-z0-9-]{1,63}\\.){1,8}[A-Za-z]{2,24}\\b",
    is_email },
  { AFT_EXPOSURE_ADDRESS,
    "(?<![\\w.-])((?:\\d{1,3}\\.){3}\\d{1,3})(?![\\w-])(?!\\.\\d)",
    is_address },
  { AFT_EXPOSURE_ADDRESS, "(?<![\\w:.])([0-9A-Fa-f:]{3,39})(?![\\w:])", is_address },
  { AFT_EXPOSURE_HOST, "\\bhttps?://([^\\s/<>()\\[\\]\"'|:?#]{1,253})", NULL },
  { AFT_EXPOSURE_HOST,
    "(?<![\\w@/.-])((?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.){1,9}[A-Za-z]{2,24})"
    "(?![\\w(-])(?!\\.\\w)",
    is_host },
  { AFT_EXPOSURE_HOST,
    "(?<![\\w@/.-])(?:[A-Za-z][A-Za-z0-9]{0,30}-){1,6}(?:[0-9]{1,3}-){0,3}[a-z]{0,12}[0-9]{1,5}"
    "(?![\\w.-])",
    is_machine },
  { AFT_EXPOSURE_HOST, "(?<![\\w@/.-])(?:db|web|srv|vm|lb|redis|kafka)0\\d{1,3}(?![\\w.-])", NULL },
  { AFT_EXPOSURE_PERSON,
    "(?<![\\w@/.])@[A-Za-z][\\w-]{1,38}(?:\\.[\\w-]{1,38}){0,3}(?![\\w/(])",
    is_handle },
};

const guint aft_exposure_n_rules = G_N_ELEMENTS (aft_exposure_rules);
