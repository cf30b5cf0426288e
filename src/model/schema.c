/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/schema.h"

#include <glib/gi18n-lib.h>

/* The description of everything a postmortem holds, in the order of the file. */

#define EXPECTED AFT_FIELD_EXPECTED
#define ALWAYS   AFT_FIELD_ALWAYS
#define INTERNAL AFT_FIELD_INTERNAL

#define FIELD(key_, kind_, section_, flags_, label_, question_)                                    \
  {                                                                                                \
    .key = key_, .kind = AFT_KIND_##kind_, .section = AFT_SECTION_##section_, .flags = flags_,     \
    .label = label_, .question = question_                                                         \
  }
#define CHOICE(key_, section_, flags_, choices_, fallback_, label_, question_)                     \
  {                                                                                                \
    .key = key_, .kind = AFT_KIND_CHOICE, .section = AFT_SECTION_##section_, .flags = flags_,      \
    .label = label_, .question = question_, .choices = choices_, .fallback = fallback_             \
  }
#define LIST(key_, section_, flags_, items_, label_, question_)                                    \
  {                                                                                                \
    .key = key_, .kind = AFT_KIND_LIST, .section = AFT_SECTION_##section_, .flags = flags_,        \
    .label = label_, .question = question_, .items = &items_                                       \
  }

static const AftChoice doc_kinds[] = {
  { "incident", N_ ("Incident") },
  { "near-miss", N_ ("Near miss") },
  { NULL, NULL },
};

static const AftChoice statuses[] = {
  { "draft", N_ ("Draft") },
  { "in-review", N_ ("In review") },
  { "reviewed", N_ ("Reviewed") },
  { "closed", N_ ("Closed") },
  { NULL, NULL },
};

static const AftChoice severities[] = {
  { "sev1", N_ ("SEV-1") }, { "sev2", N_ ("SEV-2") }, { "sev3", N_ ("SEV-3") },
  { "sev4", N_ ("SEV-4") }, { "sev5", N_ ("SEV-5") }, { NULL, NULL },
};

static const AftChoice scopes[] = {
  { "all", N_ ("All users") },
  { "subset", N_ ("A subset") },
  { "none", N_ ("No users") },
  { NULL, NULL },
};

static const AftChoice detection_methods[] = {
  { "automated", N_ ("Automated system") }, { "user", N_ ("A user’s report") },
  { "staff", N_ ("Staff noticed") },        { "partner", N_ ("A partner’s report") },
  { "chance", N_ ("By chance") },           { NULL, NULL },
};

static const AftChoice precisions[] = {
  { "exact", N_ ("Exact") },
  { "approximate", N_ ("Approximate") },
  { "date", N_ ("Date only") },
  { NULL, NULL },
};

static const AftChoice event_kinds[] = {
  { "change", N_ ("Change") },         { "symptom", N_ ("Symptom") },
  { "alert", N_ ("Alert") },           { "observation", N_ ("Observation") },
  { "hypothesis", N_ ("Hypothesis") }, { "decision", N_ ("Decision") },
  { "action", N_ ("Action") },         { "communication", N_ ("Communication") },
  { "escalation", N_ ("Escalation") }, { "handover", N_ ("Handover") },
  { "recovery", N_ ("Recovery") },     { "luck", N_ ("Luck") },
  { "other", N_ ("Other") },           { NULL, NULL },
};

static const AftChoice milestones[] = {
  { "fault-introduced", N_ ("Fault introduced") },
  { "impact-start", N_ ("Impact start") },
  { "detected", N_ ("Detected") },
  { "alerted", N_ ("Alerted") },
  { "acknowledged", N_ ("Acknowledged") },
  { "declared", N_ ("Declared") },
  { "diagnosed", N_ ("Diagnosed") },
  { "mitigated", N_ ("Mitigated") },
  { "resolved", N_ ("Resolved") },
  { "first-update", N_ ("First update") },
  { NULL, NULL },
};

static const AftChoice lanes[] = {
  { "system", N_ ("System") },
  { "responders", N_ ("Responders") },
  { "communication", N_ ("Communication") },
  { "users", N_ ("Users") },
  { NULL, NULL },
};

static const AftChoice action_types[] = {
  { "prevention", N_ ("Prevention") },
  { "detection", N_ ("Detection") },
  { "mitigation", N_ ("Mitigation") },
  { "other", N_ ("Other") },
  { NULL, NULL },
};

static const AftChoice priorities[] = {
  { "p0", N_ ("P0") }, { "p1", N_ ("P1") }, { "p2", N_ ("P2") },
  { "p3", N_ ("P3") }, { NULL, NULL },
};

static const AftChoice action_statuses[] = {
  { "proposed", N_ ("Proposed") },       { "agreed", N_ ("Agreed") },
  { "in-progress", N_ ("In progress") }, { "done", N_ ("Done") },
  { "wont-do", N_ ("Won’t do") },        { NULL, NULL },
};

static const AftField item_fields[AFT_ITEM_N_FIELDS] = {
  [AFT_ITEM_TEXT] = FIELD ("text", PROSE, DETAILS, 0, N_ ("Text"), NULL),
};

const AftSchema aft_item_schema = { "item", item_fields, AFT_ITEM_N_FIELDS, TRUE };

static const AftField why_fields[AFT_WHY_N_FIELDS] = {
  [AFT_WHY_TEXT] = FIELD ("text",
                          PROSE,
                          ANALYSIS,
                          0,
                          N_ ("How or why"),
                          N_ ("What made this possible, and what shows it?")),
  [AFT_WHY_BECAUSE] = LIST ("because", ANALYSIS, 0, aft_why_schema, N_ ("Because"), NULL),
};

const AftSchema aft_why_schema = { "why", why_fields, AFT_WHY_N_FIELDS, FALSE };

static const AftField link_fields[AFT_LINK_N_FIELDS] = {
  [AFT_LINK_LABEL] = FIELD ("label", LINE, DETAILS, 0, N_ ("Label"), NULL),
  [AFT_LINK_URL] = FIELD ("url", URL, DETAILS, 0, N_ ("Address"), NULL),
};

const AftSchema aft_link_schema = { "link", link_fields, AFT_LINK_N_FIELDS, FALSE };

static const AftField source_fields[AFT_SOURCE_N_FIELDS] = {
  [AFT_SOURCE_NAME] = FIELD ("name", LINE, DETAILS, INTERNAL, N_ ("Name"), NULL),
  [AFT_SOURCE_TEXT] = FIELD ("text", PROSE, DETAILS, INTERNAL, N_ ("Text"), NULL),
};

const AftSchema aft_source_schema = { "source", source_fields, AFT_SOURCE_N_FIELDS, FALSE };

static const AftField event_fields[AFT_EVENT_N_FIELDS] = {
  [AFT_EVENT_ID] = FIELD ("id", ID, TIMELINE, INTERNAL, NULL, NULL),
  [AFT_EVENT_AT] = FIELD ("at", INSTANT, TIMELINE, 0, N_ ("Time"), N_ ("When did it happen?")),
  [AFT_EVENT_UNTIL] = FIELD ("until", INSTANT, TIMELINE, 0, N_ ("Until"), N_ ("When did it end?")),
  [AFT_EVENT_PRECISION] = CHOICE ("precision",
                                  TIMELINE,
                                  ALWAYS,
                                  precisions,
                                  AFT_PRECISION_EXACT,
                                  N_ ("Precision"),
                                  NULL),
  [AFT_EVENT_KIND] =
      CHOICE ("kind", TIMELINE, ALWAYS, event_kinds, AFT_EVENT_KIND_OTHER, N_ ("Kind"), NULL),
  [AFT_EVENT_MILESTONE] = CHOICE ("milestone",
                                  TIMELINE,
                                  0,
                                  milestones,
                                  0,
                                  N_ ("Milestone"),
                                  N_ ("Which turning point of the incident is this?")),
  [AFT_EVENT_LANE] = CHOICE ("lane", TIMELINE, ALWAYS, lanes, AFT_LANE_SYSTEM, N_ ("Lane"), NULL),
  [AFT_EVENT_TEXT] = FIELD ("text",
                            PROSE,
                            TIMELINE,
                            0,
                            N_ ("Event"),
                            N_ ("What was seen or done? Facts, with the evidence behind them.")),
  [AFT_EVENT_WRITTEN] = FIELD ("written",
                               LINE,
                               TIMELINE,
                               0,
                               N_ ("As written"),
                               N_ ("The time as the source had it.")),
  [AFT_EVENT_INFERRED] = FIELD ("inferred", WORDS, TIMELINE, INTERNAL, N_ ("Inferred"), NULL),
  [AFT_EVENT_SOURCE] = FIELD ("source",
                              LINE,
                              TIMELINE,
                              0,
                              N_ ("Source"),
                              N_ ("Where does this come from: a dashboard, a log, the chat?")),
  [AFT_EVENT_PRIVATE] = FIELD ("private",
                               FLAG,
                               TIMELINE,
                               0,
                               N_ ("Private"),
                               N_ ("Leave this event out of public versions.")),
};

const AftSchema aft_event_schema = { "event", event_fields, AFT_EVENT_N_FIELDS, FALSE };

static const AftField action_fields[AFT_ACTION_N_FIELDS] = {
  [AFT_ACTION_ID] = FIELD ("id", ID, ACTIONS, INTERNAL, NULL, NULL),
  [AFT_ACTION_TITLE] = FIELD ("title",
                              LINE,
                              ACTIONS,
                              0,
                              N_ ("Action"),
                              N_ ("What will be done? Begin with a verb; one outcome.")),
  [AFT_ACTION_TYPE] = CHOICE ("type",
                              ACTIONS,
                              ALWAYS,
                              action_types,
                              AFT_ACTION_TYPE_OTHER,
                              N_ ("Type"),
                              N_ ("Does it prevent, detect sooner, or limit the damage?")),
  [AFT_ACTION_OWNER] = FIELD ("owner",
                              LINE,
                              ACTIONS,
                              0,
                              N_ ("Owner"),
                              N_ ("Which one person or role sees it done?")),
  [AFT_ACTION_DUE] = FIELD ("due", DATE, ACTIONS, 0, N_ ("Due"), N_ ("By which day?")),
  [AFT_ACTION_PRIORITY] = CHOICE ("priority", ACTIONS, 0, priorities, 0, N_ ("Priority"), NULL),
  [AFT_ACTION_STATUS] = CHOICE ("status",
                                ACTIONS,
                                ALWAYS,
                                action_statuses,
                                AFT_ACTION_STATUS_PROPOSED,
                                N_ ("Status"),
                                NULL),
  [AFT_ACTION_TICKET] =
      FIELD ("ticket", LINE, ACTIONS, 0, N_ ("Ticket"), N_ ("Where is the work tracked?")),
  [AFT_ACTION_DONE_WHEN] = FIELD ("done_when",
                                  LINE,
                                  ACTIONS,
                                  0,
                                  N_ ("Done when"),
                                  N_ ("How can anyone tell that it is finished?")),
  [AFT_ACTION_REASON] = FIELD ("reason",
                               LINE,
                               ACTIONS,
                               0,
                               N_ ("Reason"),
                               N_ ("Why will it not be done, or why now?")),
};

const AftSchema aft_action_schema = { "action", action_fields, AFT_ACTION_N_FIELDS, FALSE };

static const AftField doc_fields[AFT_DOC_N_FIELDS] = {
  [AFT_DOC_FORMAT] = FIELD ("format", COUNT, DETAILS, INTERNAL, NULL, NULL),
  [AFT_DOC_ID] = FIELD ("id", ID, DETAILS, INTERNAL, NULL, NULL),
  [AFT_DOC_KIND] = CHOICE ("kind",
                           DETAILS,
                           ALWAYS,
                           doc_kinds,
                           AFT_DOC_KIND_INCIDENT,
                           N_ ("Kind"),
                           N_ ("Did it happen, or was it only close?")),
  [AFT_DOC_TITLE] = FIELD ("title",
                           LINE,
                           DETAILS,
                           EXPECTED,
                           N_ ("Title"),
                           N_ ("What would users have seen, and where?")),
  [AFT_DOC_STATUS] = CHOICE ("status",
                             DETAILS,
                             ALWAYS,
                             statuses,
                             AFT_STATUS_DRAFT,
                             N_ ("Status"),
                             N_ ("How far is this document?")),
  [AFT_DOC_SEVERITY] = CHOICE ("severity",
                               DETAILS,
                               EXPECTED,
                               severities,
                               0,
                               N_ ("Severity"),
                               N_ ("How severe was it at its worst? If unsure, take the higher.")),
  [AFT_DOC_LANGUAGE] = FIELD ("language",
                              LINE,
                              DETAILS,
                              0,
                              N_ ("Language"),
                              N_ ("Which language is it written in? A code such as en or de.")),
  [AFT_DOC_TIME_ZONE] = FIELD ("time_zone",
                               ZONE,
                               DETAILS,
                               EXPECTED,
                               N_ ("Time zone"),
                               N_ ("In which zone should times be shown and printed?")),
  [AFT_DOC_OWNER] = FIELD ("owner",
                           LINE,
                           DETAILS,
                           EXPECTED,
                           N_ ("Owner"),
                           N_ ("Which one person sees this document through?")),
  [AFT_DOC_AUTHORS] = FIELD ("authors", WORDS, DETAILS, 0, N_ ("Authors"), N_ ("Who wrote it?")),
  [AFT_DOC_REVIEWERS] = FIELD ("reviewers",
                               WORDS,
                               DETAILS,
                               0,
                               N_ ("Reviewers"),
                               N_ ("Who reads it before it closes?")),
  [AFT_DOC_SERVICES] = FIELD ("services",
                              WORDS,
                              DETAILS,
                              EXPECTED,
                              N_ ("Services"),
                              N_ ("Which services or systems were involved?")),
  [AFT_DOC_TAGS] = FIELD ("tags",
                          WORDS,
                          DETAILS,
                          0,
                          N_ ("Tags"),
                          N_ ("Which words will help to find it again?")),
  [AFT_DOC_LINKS] = LIST ("links",
                          DETAILS,
                          0,
                          aft_link_schema,
                          N_ ("Links"),
                          N_ ("Where are the dashboards, tickets and chats?")),
  [AFT_DOC_PRIVATE] = FIELD ("private", WORDS, DETAILS, INTERNAL, N_ ("Private fields"), NULL),

  [AFT_DOC_SUMMARY_OVERVIEW] = FIELD ("summary.overview",
                                      PROSE,
                                      SUMMARY,
                                      EXPECTED,
                                      N_ ("What happened"),
                                      N_ ("What did users see, when and for how long? Two or three "
                                          "sentences.")),
  [AFT_DOC_SUMMARY_OUTCOME] = FIELD ("summary.outcome",
                                     PROSE,
                                     SUMMARY,
                                     EXPECTED,
                                     N_ ("Outcome"),
                                     N_ ("How did it end, and what follows from it?")),
  [AFT_DOC_SUMMARY_DESCRIPTION] = FIELD ("summary.description",
                                         PROSE,
                                         SUMMARY,
                                         EXPECTED,
                                         N_ ("Date, time and description"),
                                         N_ ("When was it, and what was the issue in one "
                                             "sentence?")),

  [AFT_DOC_USERS_SCOPE] = CHOICE ("impact.users.scope",
                                  IMPACT,
                                  EXPECTED,
                                  scopes,
                                  0,
                                  N_ ("Users affected"),
                                  N_ ("Was it everyone, a part, or nobody?")),
  [AFT_DOC_USERS_COUNT] = FIELD ("impact.users.count",
                                 COUNT,
                                 IMPACT,
                                 EXPECTED,
                                 N_ ("Number of users"),
                                 N_ ("How many users noticed? An informed estimate will do.")),
  [AFT_DOC_USERS_LOW] = FIELD ("impact.users.low",
                               COUNT,
                               IMPACT,
                               0,
                               N_ ("At least"),
                               N_ ("If it is a range: the lower end.")),
  [AFT_DOC_USERS_HIGH] = FIELD ("impact.users.high",
                                COUNT,
                                IMPACT,
                                0,
                                N_ ("At most"),
                                N_ ("If it is a range: the upper end.")),
  [AFT_DOC_USERS_PERCENT] = FIELD ("impact.users.percent",
                                   PERCENT,
                                   IMPACT,
                                   0,
                                   N_ ("Share of users"),
                                   N_ ("How many percent of all users is that?")),
  [AFT_DOC_USERS_NOTES] =
      FIELD ("impact.users.notes",
             PROSE,
             IMPACT,
             0,
             N_ ("Which users, and what they saw"),
             N_ ("Which regions, plans or clients? In their own words, what was "
                 "wrong?")),
  [AFT_DOC_REVENUE_AMOUNT] = FIELD ("impact.revenue.amount",
                                    AMOUNT,
                                    IMPACT,
                                    EXPECTED,
                                    N_ ("Revenue lost"),
                                    N_ ("How much revenue was lost or put at risk?")),
  [AFT_DOC_REVENUE_LOW] = FIELD ("impact.revenue.low",
                                 AMOUNT,
                                 IMPACT,
                                 0,
                                 N_ ("Revenue, at least"),
                                 N_ ("If it is a range: the lower end.")),
  [AFT_DOC_REVENUE_HIGH] = FIELD ("impact.revenue.high",
                                  AMOUNT,
                                  IMPACT,
                                  0,
                                  N_ ("Revenue, at most"),
                                  N_ ("If it is a range: the upper end.")),
  [AFT_DOC_REVENUE_CURRENCY] = FIELD ("impact.revenue.currency",
                                      CURRENCY,
                                      IMPACT,
                                      0,
                                      N_ ("Currency"),
                                      N_ ("A code such as USD, EUR or CHF.")),
  [AFT_DOC_REVENUE_NOTES] = FIELD ("impact.revenue.notes",
                                   PROSE,
                                   IMPACT,
                                   0,
                                   N_ ("How the revenue was estimated"),
                                   N_ ("Which data and which method? If unknown, why?")),
  [AFT_DOC_DURATION_SECONDS] = FIELD ("impact.duration.seconds",
                                      SECONDS,
                                      IMPACT,
                                      0,
                                      N_ ("Stated duration"),
                                      N_ ("Only where the timeline’s own figure is not right.")),
  [AFT_DOC_DURATION_NOTES] =
      FIELD ("impact.duration.notes",
             PROSE,
             IMPACT,
             0,
             N_ ("Why this duration"),
             N_ ("What makes the stated duration differ from the timeline?")),
  [AFT_DOC_TEAM_PEOPLE] = FIELD ("impact.team.people",
                                 COUNT,
                                 IMPACT,
                                 EXPECTED,
                                 N_ ("People pulled in"),
                                 N_ ("How many people worked on it?")),
  [AFT_DOC_TEAM_INTERVENTIONS] = FIELD ("impact.team.interventions",
                                        COUNT,
                                        IMPACT,
                                        0,
                                        N_ ("Urgent interventions"),
                                        N_ ("How many times was someone paged or called?")),
  [AFT_DOC_TEAM_OVERTIME] = FIELD ("impact.team.overtime_hours",
                                   HOURS,
                                   IMPACT,
                                   0,
                                   N_ ("Overtime"),
                                   N_ ("How many hours outside working time, all together?")),
  [AFT_DOC_TEAM_MEETINGS] = FIELD ("impact.team.meetings",
                                   COUNT,
                                   IMPACT,
                                   0,
                                   N_ ("Emergency meetings"),
                                   N_ ("How many meetings did it take?")),
  [AFT_DOC_TEAM_NOTES] = FIELD ("impact.team.notes",
                                PROSE,
                                IMPACT,
                                0,
                                N_ ("Effect on the team’s work"),
                                N_ ("What was put off, and how did it weigh on people?")),
  [AFT_DOC_IMPACT_NOTES] = FIELD ("impact.notes",
                                  PROSE,
                                  IMPACT,
                                  0,
                                  N_ ("Other impact"),
                                  N_ ("Reputation, contracts, partners, data, error budget?")),

  [AFT_DOC_DETECTION_METHOD] = CHOICE ("timeline.detection.method",
                                       TIMELINE,
                                       EXPECTED,
                                       detection_methods,
                                       0,
                                       N_ ("First noticed by"),
                                       N_ ("An automated system, or a person?")),
  [AFT_DOC_DETECTION_NOTES] =
      FIELD ("timeline.detection.notes",
             PROSE,
             TIMELINE,
             EXPECTED,
             N_ ("Detection"),
             N_ ("How was it first noticed, and which signals came earlier?")),
  [AFT_DOC_RESOLUTION_NOTES] =
      FIELD ("timeline.resolution.notes",
             PROSE,
             TIMELINE,
             EXPECTED,
             N_ ("Resolution"),
             N_ ("Which steps ended it, how long did they take, and why did "
                 "they work?")),
  [AFT_DOC_EVENTS] = LIST ("timeline.events",
                           TIMELINE,
                           EXPECTED,
                           aft_event_schema,
                           N_ ("Events"),
                           N_ ("What happened, in order? Begin before the impact.")),

  [AFT_DOC_TRIGGER] = FIELD ("analysis.trigger",
                             PROSE,
                             ANALYSIS,
                             EXPECTED,
                             N_ ("Trigger"),
                             N_ ("What set it off?")),
  [AFT_DOC_TECHNICAL] = FIELD ("analysis.technical",
                               PROSE,
                               ANALYSIS,
                               EXPECTED,
                               N_ ("Technical flaw"),
                               N_ ("Which mechanism turned the trigger into impact?")),
  [AFT_DOC_VULNERABILITIES] = FIELD ("analysis.vulnerabilities",
                                     PROSE,
                                     ANALYSIS,
                                     EXPECTED,
                                     N_ ("Pre-existing vulnerabilities"),
                                     N_ ("What was already there, waiting?")),
  [AFT_DOC_HUMAN_PROCESS] = FIELD ("analysis.human_process",
                                   PROSE,
                                   ANALYSIS,
                                   EXPECTED,
                                   N_ ("Human and process conditions"),
                                   N_ ("Which tools, goals, workload and information made it "
                                       "reasonable at the time?")),
  [AFT_DOC_FACTORS] = LIST ("analysis.factors",
                            ANALYSIS,
                            EXPECTED,
                            aft_item_schema,
                            N_ ("Contributing factors"),
                            N_ ("What else had to be true for this to happen?")),
  [AFT_DOC_WHYS] = LIST ("analysis.whys",
                         ANALYSIS,
                         0,
                         aft_why_schema,
                         N_ ("How and why"),
                         N_ ("How did each step become possible? Branch where there are several "
                             "answers.")),

  [AFT_DOC_WENT_WELL] = LIST ("lessons.went_well",
                              LESSONS,
                              EXPECTED,
                              aft_item_schema,
                              N_ ("What went well"),
                              N_ ("Which safeguards, tools and habits helped?")),
  [AFT_DOC_WENT_POORLY] = LIST ("lessons.went_poorly",
                                LESSONS,
                                EXPECTED,
                                aft_item_schema,
                                N_ ("What went poorly"),
                                N_ ("Where did detection, communication or tools slow us down?")),
  [AFT_DOC_LUCKY] = LIST ("lessons.lucky",
                          LESSONS,
                          EXPECTED,
                          aft_item_schema,
                          N_ ("Where we got lucky"),
                          N_ ("What could easily have made it worse?")),

  [AFT_DOC_ACTIONS] = LIST ("actions",
                            ACTIONS,
                            EXPECTED,
                            aft_action_schema,
                            N_ ("Action items"),
                            N_ ("What will change, who sees to it, and by when?")),
  [AFT_DOC_BACKGROUND] = FIELD ("background",
                                PROSE,
                                DETAILS,
                                0,
                                N_ ("Background"),
                                N_ ("What does a newcomer need to know to follow this?")),
  [AFT_DOC_GLOSSARY] = FIELD ("glossary",
                              PROSE,
                              DETAILS,
                              0,
                              N_ ("Glossary"),
                              N_ ("Which words would a reader from another team have to look up?")),
  [AFT_DOC_APPENDIX] = FIELD ("appendix",
                              PROSE,
                              DETAILS,
                              0,
                              N_ ("Appendix"),
                              N_ ("Raw logs, queries and charts that support the text.")),
  [AFT_DOC_REFLECTION] = FIELD ("reflection",
                                PROSE,
                                DETAILS,
                                AFT_FIELD_PRIVATE,
                                N_ ("Reflection"),
                                N_ ("What did I learn? Only for you: never exported or printed.")),
  [AFT_DOC_SOURCES] = LIST ("sources", DETAILS, INTERNAL, aft_source_schema, N_ ("Sources"), NULL),
  [AFT_DOC_CREATED] = FIELD ("created", INSTANT, DETAILS, INTERNAL, N_ ("Created"), NULL),
  [AFT_DOC_MODIFIED] = FIELD ("modified", INSTANT, DETAILS, INTERNAL, N_ ("Modified"), NULL),
};

const AftSchema aft_doc_schema = { "document", doc_fields, AFT_DOC_N_FIELDS, FALSE };
