import { Controller, Get } from '@nestjs/common';
import { Requires } from '../../accounts/index.js';
import { Clock, CurrentContext, found, type Page, type RequestContext } from '../../platform/index.js';
import { OwnTraining } from '../data/own-training.js';
import { certificateView, enrolmentView, ownTrainingPage, sessionRow } from './own-training.page.js';

const SESSIONS_SHOWN = 6;

/** A trainee's own page: what comes next, what needs an answer, what has been achieved. */
@Controller('my/training')
@Requires('trainee.self')
export class OwnTrainingController {
  constructor(
    private readonly own: OwnTraining,
    private readonly clock: Clock,
  ) {}

  @Get()
  async show(@CurrentContext() context: RequestContext): Promise<Page> {
    const person = found(await this.own.person(context.actor.id ?? ''));
    const { traineeId } = person;
    const now = this.clock.now();
    const [sessions, enrolments, results, certificates] =
      traineeId === null
        ? [[], [], [], []]
        : await Promise.all([
            this.own.nextSessions(traineeId, now, SESSIONS_SHOWN),
            this.own.enrolments(traineeId),
            this.own.results(traineeId),
            this.own.certificates(traineeId, this.clock.today()),
          ]);
    const views = enrolments.map((one) =>
      enrolmentView(
        one,
        results.filter(({ enrolmentId }) => enrolmentId === one.id),
        { context, now },
      ),
    );
    return ownTrainingPage({
      offers: views.filter(({ state, cohortStands }) => state === 'offered' && cohortStands),
      sessions: sessions.map((one) => sessionRow(one, context, this.clock.today())),
      current: views.filter(({ isCurrent }) => isCurrent),
      past: views.filter(({ isCurrent, state }) => !isCurrent && state !== 'offered'),
      certificates: certificates.map((one) => certificateView(one, context)),
      isNew: enrolments.length === 0 && certificates.length === 0,
    });
  }
}
