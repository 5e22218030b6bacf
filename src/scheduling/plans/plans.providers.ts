import { OPEN_PLANS } from '../sessions/index.js';
import { DiscardPlan } from './actions/discard-plan.js';
import { OpenPlan } from './actions/open-plan.js';
import { PlacePlannedChange } from './actions/place-planned-change.js';
import { PublishPlan } from './actions/publish-plan.js';
import { PutPlannedChange } from './actions/put-planned-change.js';
import { RefreshPlannedChange } from './actions/refresh-planned-change.js';
import { RemovePlannedChange } from './actions/remove-planned-change.js';
import { PlanReader } from './data/plan-reader.js';
import { OpenPlansOfSession } from './web/open-plans-of-session.js';
import { PlanAdditionsController } from './web/plan-additions.controller.js';
import { PlanAlternativesController } from './web/plan-alternatives.controller.js';
import { PlanDiscardController } from './web/plan-discard.controller.js';
import { PlanLinesController } from './web/plan-lines.controller.js';
import { PlanLines } from './web/plan-changes.page.js';
import { PlanPages } from './web/plan.page.js';
import { PlanPublicationController } from './web/plan-publication.controller.js';
import { PlanSearchController } from './web/plan-search.controller.js';
import { PlanSessionsController } from './web/plan-sessions.controller.js';
import { PlansController } from './web/plans.controller.js';

export const planControllers = [
  PlansController,
  PlanPublicationController,
  PlanDiscardController,
  PlanSearchController,
  PlanSessionsController,
  PlanAdditionsController,
  PlanAlternativesController,
  PlanLinesController,
];

export const planProviders = [
  OpenPlan,
  PutPlannedChange,
  PlacePlannedChange,
  RefreshPlannedChange,
  RemovePlannedChange,
  PublishPlan,
  DiscardPlan,
  PlanReader,
  PlanPages,
  PlanLines,
  OpenPlansOfSession,
  { provide: OPEN_PLANS, useExisting: OpenPlansOfSession },
];
