import { Module, type OnModuleInit } from '@nestjs/common';
import { CohortsModule } from '../cohorts/index.js';
import { Ticker } from '../platform/index.js';
import { AcceptOffer } from './actions/accept-offer.js';
import { AdmitTrainee } from './actions/admit-trainee.js';
import { EnrolTrainees } from './actions/enrol-trainees.js';
import { EnrolTrainee } from './actions/enrol-trainee.js';
import { EnrolSelf } from './actions/enrol-self.js';
import { EnrolmentEmails } from './actions/enrolment-emails.js';
import { EnterCohort } from './actions/enter-cohort.js';
import { LapseOffers } from './actions/lapse-offers.js';
import { OfferSeats } from './actions/offer-seats.js';
import { RestoreEnrolments } from './actions/restore-enrolments.js';
import { CohortSeats } from './actions/cohort-seats.js';
import { TransferEnrolment } from './actions/transfer-enrolment.js';
import { WithdrawEnrolment } from './actions/withdraw-enrolment.js';
import { EnrolmentCounts } from './data/enrolment-counts.js';
import { EnrolmentsOfTrainees } from './data/enrolments-of-trainees.js';
import { CohortPeople } from './data/cohort-people.js';
import { AdmissionController } from './web/admission.controller.js';
import { CatalogueController } from './web/catalogue.controller.js';
import { CohortController } from './web/cohort.controller.js';
import { EnrolmentsController } from './web/enrolments.controller.js';
import { RosterImportController } from './web/roster-import.controller.js';
import { RosterController } from './web/roster.controller.js';
import { TransferController } from './web/transfer.controller.js';
import { WithdrawalController } from './web/withdrawal.controller.js';

const HALF_A_MINUTE = 30_000;

/** Enrolments, seats and waitlists of cohorts; and the public catalogue. */
@Module({
  imports: [CohortsModule],
  controllers: [
    AdmissionController,
    CatalogueController,
    CohortController,
    EnrolmentsController,
    RosterController,
    RosterImportController,
    TransferController,
    WithdrawalController,
  ],
  providers: [
    AcceptOffer,
    AdmitTrainee,
    CohortPeople,
    CohortSeats,
    EnrolSelf,
    EnrolTrainees,
    EnrolTrainee,
    EnrolmentCounts,
    EnrolmentsOfTrainees,
    EnrolmentEmails,
    EnterCohort,
    LapseOffers,
    OfferSeats,
    RestoreEnrolments,
    TransferEnrolment,
    WithdrawEnrolment,
  ],
  exports: [
    AcceptOffer,
    AdmitTrainee,
    CohortPeople,
    CohortSeats,
    EnrolSelf,
    EnrolTrainees,
    EnrolTrainee,
    EnrolmentCounts,
    EnrolmentsOfTrainees,
    LapseOffers,
    TransferEnrolment,
    WithdrawEnrolment,
  ],
})
export class EnrolmentModule implements OnModuleInit {
  constructor(
    private readonly ticker: Ticker,
    private readonly lapseOffers: LapseOffers,
  ) {}

  onModuleInit(): void {
    const { lapseOffers } = this;
    this.ticker.every({
      name: 'lapse-offers',
      every: HALF_A_MINUTE,
      due: () => lapseOffers.isDue(),
      work: (turn) => lapseOffers.execute(turn),
    });
  }
}
