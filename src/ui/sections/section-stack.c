/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/sections/section-stack.h"

#include "ui/sections/actions-page.h"
#include "ui/sections/analysis-page.h"
#include "ui/sections/details-page.h"
#include "ui/sections/impact-page.h"
#include "ui/sections/lessons-page.h"
#include "ui/sections/summary-page.h"
#include "ui/sections/timeline-page.h"

/* Between one page that is made ahead and the next. */
#define PREPARE_DELAY_MSEC 150

#define TURN_MSEC 150

struct _AftSectionStack
{
  AdwBin parent_instance;

  GtkStack       *stack;
  AftSectionPage *pages[AFT_N_SECTIONS]; /* made when first shown */
  AftSectionId    section;
  AftPostmortem  *postmortem;
  GPtrArray      *hints;
  guint           prepare_source;
};

G_DEFINE_FINAL_TYPE (AftSectionStack, aft_section_stack, ADW_TYPE_BIN)

static GType
page_type (AftSectionId section)
{
  switch (section)
    {
    case AFT_SECTION_SUMMARY:
      return AFT_TYPE_SUMMARY_PAGE;
    case AFT_SECTION_IMPACT:
      return AFT_TYPE_IMPACT_PAGE;
    case AFT_SECTION_TIMELINE:
      return AFT_TYPE_TIMELINE_PAGE;
    case AFT_SECTION_ANALYSIS:
      return AFT_TYPE_ANALYSIS_PAGE;
    case AFT_SECTION_LESSONS:
      return AFT_TYPE_LESSONS_PAGE;
    case AFT_SECTION_ACTIONS:
      return AFT_TYPE_ACTIONS_PAGE;
    case AFT_SECTION_DETAILS:
    default:
      return AFT_TYPE_DETAILS_PAGE;
    }
}

static AftSectionPage *
ensure_page (AftSectionStack *self, AftSectionId section)
{
  GtkWidget *page;

  if (self->pages[section] != NULL)
    return self->pages[section];
  page = g_object_new (page_type (section), NULL);
  self->pages[section] = AFT_SECTION_PAGE (page);
  gtk_stack_add_named (self->stack, page, aft_section_get (section)->key);
  aft_section_page_set_postmortem (self->pages[section], self->postmortem);
  if (self->hints != NULL)
    aft_section_page_set_hints (self->pages[section], self->hints);
  return self->pages[section];
}

static gboolean
prepare_page_cb (gpointer data)
{
  AftSectionStack *self = AFT_SECTION_STACK (data);

  for (guint id = 0; id < AFT_N_SECTIONS; id++)
    if (self->pages[id] == NULL)
      {
        ensure_page (self, id);
        return G_SOURCE_CONTINUE;
      }
  self->prepare_source = 0;
  return G_SOURCE_REMOVE;
}

static void
aft_section_stack_dispose (GObject *object)
{
  AftSectionStack *self = AFT_SECTION_STACK (object);

  g_clear_handle_id (&self->prepare_source, g_source_remove);
  g_clear_object (&self->postmortem);
  g_clear_pointer (&self->hints, g_ptr_array_unref);

  G_OBJECT_CLASS (aft_section_stack_parent_class)->dispose (object);
}

static void
aft_section_stack_class_init (AftSectionStackClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = aft_section_stack_dispose;
}

static void
aft_section_stack_init (AftSectionStack *self)
{
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_transition_type (self->stack, GTK_STACK_TRANSITION_TYPE_CROSSFADE);
  gtk_stack_set_transition_duration (self->stack, TURN_MSEC);
  gtk_stack_set_hhomogeneous (self->stack, FALSE);
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
}

void
aft_section_stack_set_postmortem (AftSectionStack *self, AftPostmortem *postmortem)
{
  g_return_if_fail (AFT_IS_SECTION_STACK (self));

  g_set_object (&self->postmortem, postmortem);
  g_clear_pointer (&self->hints, g_ptr_array_unref);
  for (guint id = 0; id < AFT_N_SECTIONS; id++)
    if (self->pages[id] != NULL)
      {
        aft_section_page_set_postmortem (self->pages[id], postmortem);
        if (postmortem != NULL)
          aft_section_page_scroll_to_top (self->pages[id]);
      }
  if (postmortem != NULL && self->prepare_source == 0)
    self->prepare_source =
        g_timeout_add_full (G_PRIORITY_LOW, PREPARE_DELAY_MSEC, prepare_page_cb, self, NULL);
}

void
aft_section_stack_show (AftSectionStack *self, AftSectionId section)
{
  g_return_if_fail (AFT_IS_SECTION_STACK (self));
  g_return_if_fail (section < AFT_N_SECTIONS);

  self->section = section;
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (ensure_page (self, section)));
}

AftSectionPage *
aft_section_stack_get_page (AftSectionStack *self)
{
  g_return_val_if_fail (AFT_IS_SECTION_STACK (self), NULL);
  return self->pages[self->section];
}

void
aft_section_stack_set_hints (AftSectionStack *self, GPtrArray *hints)
{
  g_return_if_fail (AFT_IS_SECTION_STACK (self));

  g_clear_pointer (&self->hints, g_ptr_array_unref);
  self->hints = g_ptr_array_ref (hints);
  for (guint id = 0; id < AFT_N_SECTIONS; id++)
    if (self->pages[id] != NULL)
      aft_section_page_set_hints (self->pages[id], hints);
}

static void
for_each_page (AftSectionStack *self, void (*function) (AftSectionPage *))
{
  for (guint id = 0; id < AFT_N_SECTIONS; id++)
    if (self->pages[id] != NULL && self->postmortem != NULL)
      function (self->pages[id]);
}

void
aft_section_stack_commit (AftSectionStack *self)
{
  g_return_if_fail (AFT_IS_SECTION_STACK (self));
  for_each_page (self, aft_section_page_commit);
}

void
aft_section_stack_keep (AftSectionStack *self)
{
  g_return_if_fail (AFT_IS_SECTION_STACK (self));
  for_each_page (self, aft_section_page_keep);
}
