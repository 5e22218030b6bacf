import { Module, type OnModuleInit } from '@nestjs/common';
import { Ticker } from '../platform/index.js';
import { AcceptOffer } from './actions/accept-offer.js';
import { Admit } from './actions/admit.js';
import { EnrolMany } from './actions/enrol-many.js';
import { Enrol } from './actions/enrol.js';
import { EnrolmentEmails } from './actions/enrolment-emails.js';
import { LapseOffers } from './actions/lapse-offers.js';
import { Restoration } from './actions/restoration.js';
import { CohortSeats } from './actions/seat-plan.js';
import { Seats } from './actions/seats.js';
import { Transfer } from './actions/transfer.js';
import { Withdraw } from './actions/withdraw.js';
import { CohortPeople } from './data/cohort-people.js';
import { CatalogueController } from './web/catalogue.controller.js';
import { CohortController } from './web/cohort.controller.js';
import { EnrolmentsController } from './web/enrolments.controller.js';
import { RosterImportController } from './web/roster-import.controller.js';
import { RosterMovesController } from './web/roster-moves.controller.js';
import { RosterController } from './web/roster.controller.js';

const HALF_A_MINUTE = 30_000;

/** Who has which place in which cohort; and the public pages by which people come to one. */
@Module({
  controllers: [
    CatalogueController,
    CohortController,
    EnrolmentsController,
    RosterController,
    RosterImportController,
    RosterMovesController,
  ],
  providers: [
    AcceptOffer,
    Admit,
    CohortPeople,
    CohortSeats,
    Enrol,
    EnrolMany,
    EnrolmentEmails,
    LapseOffers,
    Restoration,
    Seats,
    Transfer,
    Withdraw,
  ],
  exports: [AcceptOffer, Admit, CohortPeople, CohortSeats, Enrol, EnrolMany, LapseOffers, Transfer, Withdraw],
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
      due: () => lapseOffers.anyDue(),
      work: (turn) => lapseOffers.due(turn),
    });
  }
}
