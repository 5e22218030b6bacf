import { Controller, Get, Inject, Param } from '@nestjs/common';
import { Requires } from '../../accounts/index.js';
import {
  Clock,
  CurrentContext,
  definePage,
  type Page,
  ReadDatabase,
  type RequestContext,
} from '../../platform/index.js';
import { cohortHistory } from '../data/cohort-history.js';
import { MoveFactsReader } from '../data/move-facts.js';
import { COHORT_ENROLMENTS, type CohortEnrolments, type SeatCounts } from '../domain/cohort-enrolments.js';
import { COHORT_SESSIONS, type CohortSessions } from '../domain/cohort-sessions.js';
import {
  cancellationBlockers,
  cohortIsUndecided,
  decisionIsStillAhead,
  restorationBlockers,
} from '../domain/move-rules.js';
import { type CohortHeader, CohortHeaders } from './cohort-header.js';
import { type DecisionView, decisionView } from './decision.page.js';
import { type CheckLine, checklistOf, type NextAct, nextActOf } from './next-act.js';
import { type EventLine, eventLines, type SessionLine, sessionLine } from './overview.page.js';

export interface OverviewPage {
  readonly header: CohortHeader;
  readonly decision: DecisionView | null;
  readonly next: NextAct | null;
  readonly mayRestore: boolean;
  readonly mayMoveDecision: boolean;
  readonly checklist: readonly CheckLine[];
  readonly showsCancel: boolean;
  readonly mayEdit: boolean;
  readonly isPublic: boolean;
  readonly counts: SeatCounts;
  readonly seatsTaken: number;
  readonly seatsText: string;
  readonly isFull: boolean;
  readonly deliveryText: string;
  readonly fee: string | null;
  readonly trackName: string;
  readonly sessions: readonly SessionLine[];
  readonly events: readonly EventLine[];
}

const page = definePage<OverviewPage>('cohorts/cohort/show');

@Controller('office/cohorts')
@Requires('cohort.manage')
export class OverviewController {
  constructor(
    private readonly headers: CohortHeaders,
    private readonly moveFacts: MoveFactsReader,
    private readonly reads: ReadDatabase,
    private readonly clock: Clock,
    @Inject(COHORT_SESSIONS) private readonly sessions: CohortSessions,
    @Inject(COHORT_ENROLMENTS) private readonly enrolments: CohortEnrolments,
  ) {}

  @Get(':code')
  async show(@CurrentContext() context: RequestContext, @Param('code') code: string): Promise<Page> {
    const { translator, language } = context;
    const header = await this.headers.of(context, { code, tab: 'overview' });
    const { cohort } = header;
    const facts = await this.moveFacts.read(this.reads.query, cohort.id, this.clock.now());
    const counts = await this.enrolments.byState(cohort.id);
    const taken = counts.confirmed + counts.offered + counts.completed + counts.notCompleted;
    const decision = decisionView(facts, context);
    const canEnd = cancellationBlockers(facts).length === 0;
    return page({
      header,
      counts,
      seatsTaken: taken,
      isFull: taken >= cohort.capacity,
      decision,
      mayRestore: restorationBlockers(facts).length === 0,
      mayMoveDecision: cohortIsUndecided(facts) === null && decisionIsStillAhead(facts) === null,
      next: nextActOf(facts, header, translator),
      checklist: cohort.state === 'draft' || cohort.state === 'tentative' ? checklistOf(facts, header, translator) : [],
      showsCancel: canEnd && decision === null,
      mayEdit: canEnd,
      isPublic: cohort.state !== 'draft',
      seatsText: translator.t(taken >= cohort.capacity ? 'cohort.seats_full' : 'cohort.seats_of', {
        taken,
        capacity: cohort.capacity,
      }),
      deliveryText: translator.t(`cohort.delivery_${cohort.delivery}`),
      fee: language === 'en' ? (cohort.feeTextEn ?? cohort.feeTextZh) : (cohort.feeTextZh ?? cohort.feeTextEn),
      trackName: language === 'en' ? cohort.trackEn : cohort.trackZh,
      sessions: (await this.sessions.ahead(cohort.id, this.clock.now())).map((one) => sessionLine(one, context)),
      events: eventLines(await cohortHistory(this.reads, cohort.id), translator),
    });
  }
}
