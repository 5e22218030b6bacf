import { Module } from '@nestjs/common';
import { CancelCohort } from './actions/cancel-cohort.js';
import { ChangeCohort } from './actions/change-cohort.js';
import { ConfirmCohort } from './actions/confirm-cohort.js';
import { MoveDecision } from './actions/move-decision.js';
import { PlanCohort } from './actions/plan-cohort.js';
import { PreviewRestoration } from './actions/preview-restoration.js';
import { PublishCohort } from './actions/publish-cohort.js';
import { RestoreCohort } from './actions/restore-cohort.js';
import { CohortsOfCourses } from './data/cohorts-of-courses.js';
import { CohortsOfSponsors } from './data/cohorts-of-sponsors.js';
import { CohortList } from './data/cohort-list.js';
import { MoveFactsReader } from './data/move-facts.js';
import { CancellationController } from './web/cancellation.controller.js';
import { CohortHeaders } from './web/cohort-header.js';
import { CohortListController } from './web/cohort-list.controller.js';
import { CohortPlanController } from './web/cohort-plan.controller.js';
import { ConfirmationController } from './web/confirmation.controller.js';
import { DecisionController } from './web/decision.controller.js';
import { MovedCohorts } from './web/moved-cohort.js';
import { OverviewController } from './web/overview.controller.js';
import { PublicationController } from './web/publication.controller.js';
import { RestorationController } from './web/restoration.controller.js';

const actions = [
  PlanCohort,
  ChangeCohort,
  PublishCohort,
  ConfirmCohort,
  CancelCohort,
  MoveDecision,
  RestoreCohort,
  PreviewRestoration,
];

/** Implementations of ports of other modules. */
const answers = [CohortsOfCourses, CohortsOfSponsors];

/** Dated runs of courses: planned, published, confirmed, ended. */
@Module({
  controllers: [
    CohortListController,
    CohortPlanController,
    OverviewController,
    PublicationController,
    ConfirmationController,
    CancellationController,
    DecisionController,
    RestorationController,
  ],
  providers: [...actions, ...answers, CohortHeaders, CohortList, MoveFactsReader, MovedCohorts],
  exports: [...actions, ...answers, CohortHeaders],
})
export class CohortsModule {}
