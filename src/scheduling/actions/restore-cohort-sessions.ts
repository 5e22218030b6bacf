import type { CameBack, CohortComingBack } from '../../cohorts/index.js';
import { dayOf, type Refusal, type Transaction } from '../../platform/index.js';
import { Session } from '../data/session.entity.js';
import { cohortForTimetable, type CohortForTimetable } from '../data/timetable-facts.js';
import { judgePlacings } from './judge-placing.js';
import { lockHolders } from './locks.js';

/** Gives a cohort that comes back the sessions that its cancellation ended and that may still stand; tells of each other why not. Inside the caller's unit, which tells people. */
export async function restoreSessionsOfCohort(tx: Transaction, { id, cancelledAt }: CohortComingBack): Promise<CameBack> {
  const ended = await tx.of(Session).find({ where: { cohortId: id, state: 'cancelled', updatedAt: cancelledAt }, order: { startsAt: 'ASC' } });
  await lockHolders(tx, { cohortId: id, roomIds: ended.map(({ roomId }) => roomId), instructorIds: ended.map(({ instructorId }) => instructorId) });
  const cohort = await cohortForTimetable(tx.rows.bind(tx), { id });
  if (!cohort) throw new Error('The cohort that comes back is not there');
  const judged: { session: Session; reasons: readonly Refusal[] }[] = [];
  for (const session of ended) judged.push({ session, reasons: await restored(tx, cohort, session) });
  const said = ({ number, startsAt, endsAt }: Session) => ({ key: 'session.comes_back', values: { number, day: dayOf(startsAt), startsAt, endsAt } });
  return {
    kind: 'sessions',
    back: judged.filter(({ reasons }) => reasons.length === 0).map(({ session }) => said(session)),
    away: judged.filter(({ reasons }) => reasons.length > 0).map(({ session, reasons }) => ({ ...said(session), reasons })),
  };
}

/** Why the session stays cancelled; empty when it stands again. */
async function restored(tx: Transaction, cohort: CohortForTimetable, { id, sequence, startsAt, endsAt, roomId, instructorId }: Session): Promise<Refusal[]> {
  const reasons = await judgePlacings(tx, cohort, [{ id, cohortId: cohort.id, startsAt, endsAt, roomId, instructorId }]);
  if (reasons.length === 0) await tx.of(Session).update({ id }, { state: 'planned', sequence: sequence + 1, updatedAt: tx.now });
  return reasons;
}
