/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "format/import/plan-item.h"

#include "format/shown.h"
#include "model/schema.h"

struct _AftPlanItem
{
  GObject parent_instance;

  AftPlanKind kind;
  guint       source, number, field;
  AftRecord  *record, *twin;
  guint       milestone;
  gboolean    included, milestone_taken;
};

enum
{
  PROP_0,
  PROP_INCLUDED,
  PROP_MILESTONE_TAKEN,
  PROP_TWIN,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (AftPlanItem, aft_plan_item, G_TYPE_OBJECT)

static void
aft_plan_item_dispose (GObject *object)
{
  AftPlanItem *self = AFT_PLAN_ITEM (object);

  g_clear_object (&self->record);
  g_clear_object (&self->twin);

  G_OBJECT_CLASS (aft_plan_item_parent_class)->dispose (object);
}

static void
aft_plan_item_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  AftPlanItem *self = AFT_PLAN_ITEM (object);

  switch (id)
    {
    case PROP_INCLUDED:
      g_value_set_boolean (value, self->included);
      break;
    case PROP_MILESTONE_TAKEN:
      g_value_set_boolean (value, self->milestone_taken);
      break;
    case PROP_TWIN:
      g_value_set_object (value, self->twin);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
aft_plan_item_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  AftPlanItem *self = AFT_PLAN_ITEM (object);

  switch (id)
    {
    case PROP_INCLUDED:
      aft_plan_item_set_included (self, g_value_get_boolean (value));
      break;
    case PROP_MILESTONE_TAKEN:
      aft_plan_item_set_milestone_taken (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
aft_plan_item_class_init (AftPlanItemClass *klass)
{
  GObjectClass     *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = aft_plan_item_dispose;
  object_class->get_property = aft_plan_item_get_property;
  object_class->set_property = aft_plan_item_set_property;

  properties[PROP_INCLUDED] = g_param_spec_boolean ("included", NULL, NULL, TRUE, flags);
  properties[PROP_MILESTONE_TAKEN] =
      g_param_spec_boolean ("milestone-taken", NULL, NULL, FALSE, flags);
  properties[PROP_TWIN] = g_param_spec_object (
      "twin", NULL, NULL, AFT_TYPE_RECORD, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
aft_plan_item_init (AftPlanItem *self)
{
  self->included = TRUE;
  self->milestone = AFT_CHOICE_NONE;
}

AftPlanItem *
aft_plan_item_new (AftPlanKind kind, guint source, AftRecord *record, guint field)
{
  AftPlanItem *self = g_object_new (AFT_TYPE_PLAN_ITEM, NULL);

  self->kind = kind;
  self->source = source;
  self->record = g_object_ref (record);
  self->field = field;
  return self;
}

AftPlanKind
aft_plan_item_get_kind (AftPlanItem *self)
{
  return self->kind;
}

guint
aft_plan_item_get_source (AftPlanItem *self)
{
  return self->source;
}

AftRecord *
aft_plan_item_get_record (AftPlanItem *self)
{
  return self->record;
}

guint
aft_plan_item_get_field (AftPlanItem *self)
{
  return self->field;
}

guint
aft_plan_item_get_number (AftPlanItem *self)
{
  return self->number;
}

void
aft_plan_item_set_number (AftPlanItem *self, guint number)
{
  self->number = number;
}

static char *
dup_field (AftRecord *root, guint field)
{
  char *figure = aft_shown_figure (root, field);

  if (figure != NULL)
    return figure;
  if (aft_record_peek (root, field)->type == AFT_VALUE_WORDS)
    return g_strjoinv (", ", (char **) aft_record_get_words (root, field));
  return g_strdup (aft_record_get_text (root, field));
}

char *
aft_plan_item_dup_text (AftPlanItem *self)
{
  switch (self->kind)
    {
    case AFT_PLAN_EVENT:
      return g_strdup (aft_record_get_text (self->record, AFT_EVENT_TEXT));
    case AFT_PLAN_ACTION:
      return g_strdup (aft_record_get_text (self->record, AFT_ACTION_TITLE));
    case AFT_PLAN_ENTRY:
      return g_strdup (aft_record_get_text (self->record, AFT_ITEM_TEXT));
    default:
      return dup_field (self->record, self->field);
    }
}

gboolean
aft_plan_item_get_included (AftPlanItem *self)
{
  return self->included;
}

void
aft_plan_item_set_included (AftPlanItem *self, gboolean included)
{
  if (self->included == included)
    return;
  self->included = included;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_INCLUDED]);
}

AftRecord *
aft_plan_item_get_twin (AftPlanItem *self)
{
  return self->twin;
}

void
aft_plan_item_set_twin (AftPlanItem *self, AftRecord *twin)
{
  if (g_set_object (&self->twin, twin))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TWIN]);
}

guint
aft_plan_item_get_milestone (AftPlanItem *self)
{
  return self->milestone;
}

void
aft_plan_item_set_milestone (AftPlanItem *self, guint milestone)
{
  self->milestone = milestone;
}

gboolean
aft_plan_item_get_milestone_taken (AftPlanItem *self)
{
  return self->milestone_taken;
}

void
aft_plan_item_set_milestone_taken (AftPlanItem *self, gboolean taken)
{
  if (self->milestone_taken == taken)
    return;
  self->milestone_taken = taken;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MILESTONE_TAKEN]);
}
