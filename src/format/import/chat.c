/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "format/import/chat.h"

#include <string.h>

#include "base/text.h"
#include "format/import/build.h"

/* Fewer messages, or a smaller part of the lines, is no talk. */
#define MIN_MESSAGES     3
#define MAX_NAME_BYTES   60
#define MAX_SOURCE_CHARS 80

typedef struct
{
  const char *start, *end;
} Stretch;

typedef struct
{
  AftStamp stamp;
  gboolean is_day; /* a line between two days, and no message */
  char    *who;
  GString *text;
  GArray  *stretches; /* (element-type Stretch): lines of the source */
} Message;

static void
message_free (gpointer data)
{
  Message *message = data;

  g_free (message->who);
  g_string_free (message->text, TRUE);
  g_array_unref (message->stretches);
  g_free (message);
}

static Message *
add (GPtrArray *messages, const AftStamp *stamp, const char *who, gsize who_length)
{
  Message *message = g_new0 (Message, 1);

  message->stamp = *stamp;
  message->who = g_strndup (who, who_length);
  g_strstrip (message->who);
  message->text = g_string_new (NULL);
  message->stretches = g_array_new (FALSE, FALSE, sizeof (Stretch));
  g_ptr_array_add (messages, message);
  return message;
}

/* Who speaks, behind a stamp */

/* "<nick> text", "< nick> text", "<@nick> text" */
static gsize
read_nick (const char *p, const char *end, const char **who, gsize *length)
{
  const char *close = p < end && *p == '<' ? memchr (p, '>', MIN (end - p, MAX_NAME_BYTES)) : NULL;
  const char *name = p + 1;

  if (close == NULL)
    return 0;
  while (name < close && strchr (" @+~&%", *name))
    name++;
  *who = name;
  *length = close - name;
  return close + 1 - p;
}

/* "host program[123]: text" */
static gsize
read_program (const char *p, const char *end, const char **who, gsize *length)
{
  const char *host_end = memchr (p, ' ', MIN (end - p, MAX_NAME_BYTES));
  const char *colon;

  if (host_end == NULL)
    return 0;
  colon = memchr (host_end, ':', MIN (end - host_end, MAX_NAME_BYTES));
  if (colon == NULL || memchr (host_end + 1, ' ', colon - host_end - 1) != NULL ||
      colon + 1 == end || colon[1] != ' ')
    return 0;
  *who = p;
  *length = colon - p;
  return colon + 1 - p;
}

/* "name: text", "name | text", "name<tab>text": one word. */
static gsize
read_word_name (const char *p, const char *end, const char **who, gsize *length)
{
  const char *q = p;

  while (q < end && (g_ascii_isalnum (*q) || strchr ("-_.[]^`@+", *q) || (*q & 0x80) != 0))
    q++;
  if (q == p || q - p > MAX_NAME_BYTES)
    return 0;
  *who = p;
  *length = q - p;
  if (q < end && (*q == ':' || *q == '\t'))
    return q + 1 - p;
  return end - q > 3 && strncmp (q, " | ", 3) == 0 ? q + 3 - p : 0;
}

/* Lines */

static gboolean
is_notice (const char *p, const char *end)
{
  static const char *const comings[] = {
    " has joined", " has quit", " has left", " joined the channel"
  };
  static const char *const marks[] = { "-!-", "***", "-->", "<--", "--- ", "==> " };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if ((gsize) (end - p) >= strlen (marks[i]) && strncmp (p, marks[i], strlen (marks[i])) == 0)
      return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (comings); i++)
    if (g_strstr_len (p, end - p, comings[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* "2 replies", "(edited)": of the program, between what people said. */
static gboolean
is_remark (const char *line, gsize length)
{
  gsize n = strspn (line, "0123456789");

  if (n > 0 && n < length && line[n] == ' ')
    return g_str_has_prefix (line + n, " repl") && length - n <= strlen (" replies");
  return length == strlen ("(edited)") && strncmp (line, "(edited)", length) == 0;
}

/* "<34>1 " before the time of a line of syslog, as RFC 5424 has it. */
static gsize
read_priority (const char *line, gsize length)
{
  gsize n = 1;

  if (length < 6 || *line != '<')
    return 0;
  while (n < 4 && g_ascii_isdigit (line[n]))
    n++;
  return n > 1 && line[n] == '>' && line[n + 1] == '1' && line[n + 2] == ' ' ? n + 3 : 0;
}

/* "host program 123 ID - text": the rest of such a line. */
static gsize
read_fields (const char *p, const char *end, const char **who, gsize *length)
{
  const char *q = p;

  for (guint i = 0; i < 5; i++)
    {
      const char *blank = memchr (q, ' ', end - q);

      if (blank == NULL)
        return 0;
      if (i == 1)
        *length = blank - p;
      q = blank + 1;
    }
  *who = p;
  return q - p;
}

/* A line that begins with its time. */
static gboolean
read_time_first (GPtrArray *messages, const char *line, gsize length)
{
  const char *end = line + length, *who = line, *p;
  gsize       who_length = 0, n;
  gsize       n_priority = read_priority (line, length);
  AftStamp    stamp;
  Message    *message;

  line += n_priority;
  if (!aft_stamp_read (line, end - line, FALSE, &stamp) || !stamp.from.has_time || stamp.start > 0)
    return FALSE;
  p = line + stamp.end;
  while (p < end && (g_ascii_isspace (*p) || *p == ']' || *p == ')' ||
                     (*p == '-' && p + 1 < end && p[1] == ' ')))
    p++;
  if (is_notice (p, end))
    return TRUE;
  n = n_priority > 0 ? read_fields (p, end, &who, &who_length)
                     : read_nick (p, end, &who, &who_length);
  if (n == 0)
    n = read_word_name (p, end, &who, &who_length);
  if (n == 0)
    n = read_program (p, end, &who, &who_length);
  message = add (messages, &stamp, who, n > 0 ? who_length : 0);
  /* "[5/4/2026 2:02 PM] Name" with what was said below it */
  if (n == 0 && *line == '[' && end - p <= MAX_NAME_BYTES && end > p)
    message->who = (g_free (message->who), g_strndup (p, end - p));
  else
    {
      const char *text = n > 0 ? p + n : line + stamp.next;

      g_string_append_len (message->text, text, MAX (0, end - text));
    }
  return TRUE;
}

/* "Name  2:02 PM", "Name [14:02]", "Name — Today at 2:02 PM": the time ends the line. */
static gboolean
read_time_last (GPtrArray *messages, const char *line, gsize length)
{
  const char *end = line + length;
  gsize       limit = MIN (length, MAX_NAME_BYTES);

  for (gsize i = 1; i < limit; i++)
    {
      AftStamp    stamp;
      const char *p = line + i;

      if (!(p[-1] == ' ' || p[-1] == '[' || p[-1] == '\t') || !g_ascii_isdigit (*p) ||
          !aft_stamp_read (p, end - p, FALSE, &stamp) || !stamp.from.has_time ||
          p + stamp.next < end)
        continue;
      while (p > line && strchr (" [\t", p[-1]))
        p--;
      for (const char *words[] = { "at", "Today", "Yesterday", "—", "-", "APP", NULL }, **w = words;
           *w != NULL;
           w++)
        if ((gsize) (p - line) > strlen (*w) && strncmp (p - strlen (*w), *w, strlen (*w)) == 0)
          {
            p -= strlen (*w);
            while (p > line && p[-1] == ' ')
              p--;
          }
      if (p == line)
        return FALSE;
      add (messages, &stamp, line, p - line);
      return TRUE;
    }
  return FALSE;
}

/* "Monday, May 4th", "----- 4 May 2026 -----", "--- Day changed Mon May 04 2026" */
static gboolean
read_day (GPtrArray *messages, const char *line, gsize length)
{
  static const char *const openings[] = { "Day changed", "Log opened", "Log closed" };
  const char              *end = line + length;
  AftStamp                 stamp;

  while (line < end && (*line == '-' || *line == ' ' || *line == '='))
    line++;
  for (guint i = 0; i < G_N_ELEMENTS (openings); i++)
    if (g_str_has_prefix (line, openings[i]))
      line += strlen (openings[i]);
  if (!aft_stamp_read (line, end - line, FALSE, &stamp) || !stamp.from.has_date ||
      strspn (line + stamp.next, " -=0123456789:") < (gsize) (end - line) - stamp.next)
    return FALSE;
  if (stamp.from.has_time && line == end - length)
    return FALSE;
  stamp.from.has_time = FALSE;
  add (messages, &stamp, "", 0)->is_day = TRUE;
  return TRUE;
}

static gboolean
is_time_alone (const char *line, gsize length, AftStamp *stamp)
{
  return aft_stamp_read (line, length, FALSE, stamp) && stamp->from.has_time &&
         stamp->next == length && stamp->start == 0;
}

/* A name, then a line with nothing but the time. */
static gboolean
read_name_above (GPtrArray *messages, char **line)
{
  gsize    length = strlen (*line);
  AftStamp stamp;

  if (length == 0 || length > MAX_NAME_BYTES || line[1] == NULL || !g_ascii_isalpha (**line) ||
      !is_time_alone (line[1], strlen (line[1]), &stamp))
    return FALSE;
  add (messages, &stamp, *line, length);
  return TRUE;
}

/* "commit 0123abcd", then author, date and an indented message. */
static gboolean
read_commit (GPtrArray *messages, char **line)
{
  char      **date = line;
  const char *when;
  AftStamp    stamp;

  if (!g_str_has_prefix (*line, "commit ") || !g_ascii_isxdigit ((*line)[7]))
    return FALSE;
  while (*date != NULL && **date != '\0' && !g_str_has_prefix (*date, "Date:") &&
         !g_str_has_prefix (*date, "AuthorDate:"))
    date++;
  if (*date == NULL || **date == '\0')
    return FALSE;
  when = strchr (*date, ':') + 1;
  if (!aft_stamp_read (when, strlen (when), FALSE, &stamp))
    return FALSE;
  add (messages, &stamp, *line, MIN (strlen (*line), 17));
  return TRUE;
}

static Message *
last_message (GPtrArray *messages)
{
  return messages->len > 0 ? g_ptr_array_index (messages, messages->len - 1) : NULL;
}

/* A name and a time were read, and not yet what was said. */
static gboolean
is_awaiting_text (const Message *last)
{
  return last != NULL && !last->is_day && *last->who != '\0' &&
         strspn (last->text->str, " \n") == last->text->len;
}

/* A time alone, once somebody has said something: the same person goes on. */
static gboolean
read_same_speaker (GPtrArray *messages, const char *line, gsize length)
{
  Message *last = last_message (messages);
  AftStamp stamp;

  if (last == NULL || last->is_day || *last->who == '\0' || is_awaiting_text (last) ||
      !is_time_alone (line, length, &stamp))
    return FALSE;
  add (messages, &stamp, last->who, strlen (last->who));
  return TRUE;
}

static guint
read_line (GPtrArray *messages, char **line)
{
  gsize    length = strlen (*line);
  Message *last;

  if (read_commit (messages, line))
    {
      guint n = 1;

      while (line[n] != NULL && *line[n] != '\0')
        n++;
      return n;
    }
  last = last_message (messages);
  if (is_remark (*line, length))
    return 1;
  if (read_day (messages, *line, length) || read_same_speaker (messages, *line, length) ||
      read_time_first (messages, *line, length))
    return 1;
  /* what follows a name and a time is said, whatever it looks like */
  if (!is_awaiting_text (last))
    {
      if (read_time_last (messages, *line, length))
        return 1;
      if (read_name_above (messages, line))
        return 2;
    }
  if (last != NULL && !last->is_day)
    {
      if (last->text->len > 0)
        g_string_append_c (last->text, '\n');
      g_string_append (last->text, *line);
    }
  return 1;
}

/* Whole */

static gboolean
is_action (const char *text)
{
  static const char *const words[] = { "TO"
                                       "DO",
                                       "ACTION ITEM",
                                       "ACTION",
                                       "TO DO" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_has_prefix (text, words[i]) && strspn (text + strlen (words[i]), ": -") > 0 &&
        (text[strlen (words[i])] != ' ' || !g_str_has_prefix (text + strlen (words[i]), " is ")))
      return TRUE;
  return FALSE;
}

AftRecord *
aft_import_add_message (AftImport         *self,
                        AftTimelineReader *timeline,
                        const AftStamp    *stamp,
                        const char        *text,
                        const char        *source)
{
  g_autofree char *body = g_strstrip (g_strdup (text));
  g_autofree char *short_source = aft_text_ellipsize (source, MAX_SOURCE_CHARS);
  g_auto (GStrv) lines = g_strsplit (body, "\n", -1);
  AftRecord *event;

  if (*body == '\0')
    return NULL;
  event = aft_timeline_add (timeline, stamp, body);
  aft_build_set_line (event, AFT_EVENT_SOURCE, short_source);
  for (guint i = 0; lines[i] != NULL; i++)
    if (is_action (lines[i]))
      {
        const char *title = lines[i] + strcspn (lines[i], ":- ");
        AftRecord  *action = aft_build_append (aft_record_get_list (self->root, AFT_DOC_ACTIONS));

        aft_build_set_line (action, AFT_ACTION_TITLE, title + strspn (title, ":- "));
      }
  return event;
}

static guint
count_messages (GPtrArray *messages)
{
  guint n = 0;

  for (guint i = 0; i < messages->len; i++)
    n += !((Message *) g_ptr_array_index (messages, i))->is_day;
  return n;
}

/* Remembers which lines a message is from. Notices of who came and went are from none. */
static guint
read_stretch (GPtrArray *messages, char **line, const char **where)
{
  guint    n_before = messages->len;
  Message *last = last_message (messages);
  gsize    length_before = last != NULL ? last->text->len : 0;
  guint    n = read_line (messages, line);
  Stretch  stretch = { *where, *where };

  for (guint i = 0; i < n && line[i] != NULL; i++)
    {
      stretch.end = *where + strlen (line[i]);
      *where = stretch.end + (line[i + 1] != NULL);
    }
  last = last_message (messages);
  if (messages->len > n_before || (last != NULL && last->text->len > length_before))
    g_array_append_val (last->stretches, stretch);
  return n;
}

/* The messages, and how many lines are not blank. */
static GPtrArray *
read_messages (const char *text, guint *n_lines)
{
  GPtrArray  *messages = g_ptr_array_new_with_free_func (message_free);
  const char *where = text;
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (char **line = lines; *line != NULL;)
    {
      guint n = read_stretch (messages, line, &where);

      *n_lines += **line != '\0';
      while (n-- > 0 && *line != NULL)
        line++;
    }
  return messages;
}

static void
place_message (AftImport *self, AftTimelineReader *timeline, Message *message)
{
  gboolean   is_bare = strspn (message->text->str, " \n") == message->text->len;
  AftRecord *event = NULL;

  if (message->is_day)
    aft_timeline_set_day (timeline, &message->stamp.from);
  else
    event = aft_import_add_message (self,
                                    timeline,
                                    &message->stamp,
                                    is_bare ? message->who : message->text->str,
                                    is_bare ? "" : message->who);
  for (guint i = 0; i < message->stretches->len; i++)
    {
      const Stretch *stretch = &g_array_index (message->stretches, Stretch, i);

      aft_provenance_mark (self->provenance,
                           stretch->start,
                           stretch->end,
                           event != NULL ? AFT_USE_EVENT : AFT_USE_HEADING,
                           event,
                           event != NULL ? AFT_EVENT_TEXT : 0);
    }
}

gboolean
aft_import_chat (AftImport *self, AftTimelineReader *timeline, const char *text)
{
  guint n_lines = 0;
  g_autoptr (GPtrArray) messages = read_messages (text, &n_lines);

  if (count_messages (messages) < MIN_MESSAGES || count_messages (messages) * 8 < n_lines)
    return FALSE;
  for (guint i = 0; i < messages->len; i++)
    place_message (self, timeline, g_ptr_array_index (messages, i));
  return TRUE;
}
