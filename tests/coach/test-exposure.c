/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "coach/exposure.h"

#include <string.h>

typedef struct
{
  const char *text;
  const char *found; /* what of it, separated by " | "; NULL: nothing */
} Case;

static const char *const names[] = { "Ada Example",        "Grace O’Neill", "lin",
                                     "Incident commander", "On-call",       "May Day" };

static AftExposureFinder *
new_finder (void)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_ptr_array_add (list, (gpointer) names[i]);
  return aft_exposure_finder_new (list);
}

static char *
describe (AftExposureFinder *finder, const char *text, AftExposureKind kind)
{
  g_autoptr (GArray) found = aft_exposure_finder_look (finder, text);
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++)
    {
      const AftExposure *exposure = &g_array_index (found, AftExposure, i);

      if (exposure->kind != kind)
        g_string_append_printf (words, "%s:", aft_exposure_get_rule (exposure->kind));
      g_string_append_len (
          words, text + exposure->start, (gssize) (exposure->end - exposure->start));
      if (i + 1 < found->len)
        g_string_append (words, " | ");
    }
  return words->len > 0 ? g_strdup (words->str) : NULL;
}

static void
assert_cases (AftExposureKind kind, const Case *cases, guint n_cases)
{
  g_autoptr (AftExposureFinder) finder = new_finder ();
  guint n_wrong = 0;

  for (guint i = 0; i < n_cases; i++)
    {
      g_autofree char *found = describe (finder, cases[i].text, kind);

      n_wrong += g_strcmp0 (found, cases[i].found) != 0;
      if (g_strcmp0 (found, cases[i].found) != 0)
        g_test_message ("not so: %s: found %s", cases[i].text, found != NULL ? found : "nothing");
    }
  g_assert_cmpuint (n_wrong, ==, 0);
}

static void
test_emails (void)
{
  static const Case cases[] = {
    { "ask ada.l+x@mail.example.org.", "ada.l+x@mail.example.org" },
    { "<ops@example.com>", "ops@example.com" },
    { "mailto:ops@example.com", "ops@example.com" },
    { "p99 @ 20 ms", NULL },
    { "orders@replica", NULL },
    { "a@b", NULL },
    { "icon@2x.png", NULL },
    { "||ops@example.com|| was told", NULL },
  };

  assert_cases (AFT_EXPOSURE_EMAIL, cases, G_N_ELEMENTS (cases));
}

static void
test_addresses (void)
{
  static const Case cases[] = {
    { "from 10.20.30.40 to 172.16.0.9:8080", "10.20.30.40 | 172.16.0.9" },
    { "(10.0.0.0/8)", "10.0.0.0" },
    { "at 10.1.2.3.", "10.1.2.3" },
    { "fe80::1ff:fe23:4567:890a is up", "fe80::1ff:fe23:4567:890a" },
    { "2a02:1234:5678:9abc:def0:1234:5678:9abc", "2a02:1234:5678:9abc:def0:1234:5678:9abc" },
    { "[fd00::12]:443", "fd00::12" },
    { "version 10.20.30.40", NULL },
    { "Release: 1.2.3.4 and v1.2.3.4", "1.2.3.4" },
    { "release 1.2.3.4 and v1.2.3.4", NULL },
    { "1.2.3.4.5", NULL },
    { "1.2.3", NULL },
    { "300.1.2.3", NULL },
    { "lib-1.2.3.4", NULL },
    { "1.2.3.4-rc1", NULL },
    { "04.05.2026", NULL },
    { "14:02:10", NULL },
    { "14:02", NULL },
    { "00:1a:2b:3c:4d:5e", NULL },
    { "std::vector, a::b, add::d", NULL },
    { "ratio 1:2:3", NULL },
    { "127.0.0.1, ::1, 0.0.0.0 and 192.0.2.7", NULL },
    { "section 4.1.2.1 of the book", "4.1.2.1" }, /* nothing tells it from one */
  };

  assert_cases (AFT_EXPOSURE_ADDRESS, cases, G_N_ELEMENTS (cases));
}

static void
test_hosts (void)
{
  static const Case cases[] = {
    { "db1.prod.acme.internal fell behind", "db1.prod.acme.internal" },
    { "see https://status.acme.com/now", "status.acme.com" },
    { "http://grafana:3000/d/1", "grafana" },
    { "acme.com, acme.co.uk and acme.de.", "acme.com | acme.co.uk | acme.de" },
    { "orders.svc.cluster.local:5432", "orders.svc.cluster.local" },
    { "on orders-db-03 and ip-10-0-1-23", "orders-db-03 | ip-10-0-1-23" },
    { "web01 and db02", "web01 | db02" },
    { "config.yaml, main.c, README.md, run.sh and app.py", NULL },
    { "core.zip and lib.rs", NULL },
    { "values.prod.yaml", NULL },
    { "node.js and vue.js", NULL },
    { "it was down.It came back. e.g. this, i.e. that", NULL },
    { "it was down.it came back", NULL },
    { "at 9 a.m. and 3 p.m.", NULL },
    { "version 1.2.3 and 1.2.x", NULL },
    { "foo.bar() and self.data", NULL },
    { "java.util.List", NULL },
    { "src/ui/window.io/x", NULL },
    { "us-east-1, step-2, covid-19, gpt-4", NULL },
    { "phase-1-2", NULL },
    { "node 18 on one node", NULL },
    { "and/or.com", NULL },
  };

  assert_cases (AFT_EXPOSURE_HOST, cases, G_N_ELEMENTS (cases));
}

static void
test_secrets (void)
{
  /* put together, so that no scanner takes these for keys of somebody */
  static const Case cases[] = {
    { "AKIA"
      "ABCDEFGHIJKLMNOP",
      "AKIA"
      "ABCDEFGHIJKLMNOP" },
    { "ghp_"
      "abcdefghijklmnopqrstuvwxyz0123456789",
      "ghp_"
      "abcdefghijklmnopqrstuvwxyz0123456789" },
    { "xoxb-"
      "1234567890-abcdef",
      "xoxb-"
      "1234567890-abcdef" },
    { "-----BEGIN RSA "
      "PRIVATE KEY-----",
      "-----BEGIN RSA "
      "PRIVATE KEY-----" },
    { "Authorization: Bearer abcdefghij0123456789", "abcdefghij0123456789" },
    { "password=hunter2", "hunter2" },
    { "DB_PASSWORD: \"s3cr3t!\"", "s3cr3t!" },
    { "api_key = abcdef", "abcdef" },
    { "postgres://app:hunter2@db", "postgres://app:hunter2@" },
    { "Zm9vYmFyQmF6MTIzNDU2Nzg5MEFiQ2RFZkdo", "Zm9vYmFyQmF6MTIzNDU2Nzg5MEFiQ2RFZkdo" },
    { "The token: expired at noon", NULL },
    { "the secret: nobody looked", NULL },
    { "password reset, password policy", NULL },
    { "da39a3ee5e6b4b0d3255bfef95601890afd80709", NULL },
    { "11111111-2222-4333-8444-555555555555", NULL },
    { "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", NULL },
    { "AbstractSingletonProxyFactoryBean2Implementation", NULL },
    { "some-very-long-name-of-a-feature-flag-in-lower-case-2", NULL },
  };

  assert_cases (AFT_EXPOSURE_SECRET, cases, G_N_ELEMENTS (cases));
}

static void
test_tickets (void)
{
  static const Case cases[] = {
    { "see OPS-1234 and INC0012345", "OPS-1234 | INC0012345" },
    { "https://jira.acme.com/browse/OPS-12.", "https://jira.acme.com/browse/OPS-12." },
    { "(https://git.acme.com/a/b/issues/12)", "https://git.acme.com/a/b/issues/12" },
    { "UTF-8, SHA-256, ISO-8601, RFC-3339, TLS-1, AES-128, SEV-2", NULL },
    { "CVE-2021-42574", NULL },
    { "X-1", NULL },
    { "ops-1234", NULL },
    { "path/OPS-12", NULL },
  };

  assert_cases (AFT_EXPOSURE_TICKET, cases, G_N_ELEMENTS (cases));
}

static void
test_people (void)
{
  static const Case cases[] = {
    { "Ada Example paged Grace O’Neill", "Ada Example | Grace O’Neill" },
    { "Ada and lin looked", "Ada | lin" },
    { "O’Neill’s fix", "O’Neill" },
    { "@ada.l fixed it (@grace)", "@ada.l | @grace" },
    { "Adam, Canada, ADA and linear", NULL },
    { "it may work one day", NULL },
    { "May", "May" },
    { "the incident commander and the on-call", NULL },
    { "@here @channel @Override @angular/core", NULL },
    { "p99@20 and a @ b", NULL },
    { "||Ada|| looked", NULL },
  };

  assert_cases (AFT_EXPOSURE_PERSON, cases, G_N_ELEMENTS (cases));
}

static void
test_open_mark (void)
{
  static const Case cases[] = {
    { "a || b", "|| b" },
    { "a ||b|| c", NULL },
    { "a || 10.20.30.40", "|| 10.20.30.40" },
  };

  assert_cases (AFT_EXPOSURE_OPEN_MARK, cases, G_N_ELEMENTS (cases));
}

/* One stretch is one thing. */
static void
test_overlap (void)
{
  g_autoptr (AftExposureFinder) finder = new_finder ();
  g_autofree char *found =
      describe (finder, "ada@acme.com on db1.acme.com at 10.20.30.40, Ada", AFT_EXPOSURE_EMAIL);

  g_assert_cmpstr (found,
                   ==,
                   "ada@acme.com | public-host:db1.acme.com | public-address:10.20.30.40 | "
                   "public-person:Ada");
}

/* What takes no pattern long: a megabyte of what begins many of them. */
static void
test_long (void)
{
  static const char *const bits[] = { "a", "a.",  "a-", "1.",      "@",   "a@",       ":",
                                      "A", "aB1", "=",  "http://", "eyJ", "password " };
  g_autoptr (AftExposureFinder) finder = new_finder ();
  gint64 begun = g_get_monotonic_time ();

  for (guint i = 0; i < G_N_ELEMENTS (bits); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GArray) found = NULL;

      while (text->len < 200000)
        g_string_append (text, bits[i]);
      found = aft_exposure_finder_look (finder, text->str);
      g_test_message ("%s: %u, %.0f ms so far",
                      bits[i],
                      found->len,
                      (double) (g_get_monotonic_time () - begun) / 1000);
      g_assert_cmpuint (found->len, <=, 500);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/coach/exposure/e-mail addresses", test_emails);
  g_test_add_func ("/coach/exposure/addresses are no versions and no times", test_addresses);
  g_test_add_func ("/coach/exposure/hosts are no files and no sentences", test_hosts);
  g_test_add_func ("/coach/exposure/keys are no digests and no names", test_secrets);
  g_test_add_func ("/coach/exposure/tickets are no standards", test_tickets);
  g_test_add_func ("/coach/exposure/people are no roles and no words", test_people);
  g_test_add_func ("/coach/exposure/a phrase without an end", test_open_mark);
  g_test_add_func ("/coach/exposure/one stretch is one thing", test_overlap);
  g_test_add_func ("/coach/exposure/nothing makes it slow", test_long);
  return g_test_run ();
}
