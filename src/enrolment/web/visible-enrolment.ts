import { may } from '../../accounts/index.js';
import {
  type Actor,
  found,
  NotFound,
  type QueryFunction,
  refusalTexts,
  type RequestContext,
} from '../../platform/index.js';
import { cohortFacts } from '../data/cohort-facts.js';
import { enrolFacts } from '../data/enrol-facts.js';
import { type EnrolmentRow, enrolmentById } from '../data/own-enrolment.js';
import { mayTakeSeat, mayWithdraw } from '../domain/enrolment-rules.js';
import type { Prerequisites } from '../domain/prerequisites.js';

/** @throws NotFound for an enrolment that the actor may not read. */
export async function visibleEnrolment(query: QueryFunction, actor: Actor, id: string): Promise<EnrolmentRow> {
  const enrolment = found(await enrolmentById(query, id));
  if (!may(actor, 'enrolment.read', { ownerIds: [enrolment.accountId] })) throw new NotFound();
  return enrolment;
}

/** Why the actor cannot end this enrolment now, as texts; empty where they can. */
export async function withdrawalBlockers(
  query: QueryFunction,
  { actor, at, translator }: RequestContext,
  { cohortId, state }: EnrolmentRow,
): Promise<string[]> {
  const cohort = found(await cohortFacts(query, cohortId));
  return refusalTexts(translator, mayWithdraw({ now: at, state, cohort, byStaff: may(actor, 'roster.manage') }));
}

/** Why an offered seat cannot be accepted now, as texts; empty where it can. */
export async function acceptanceBlockers(
  query: QueryFunction,
  prerequisites: Prerequisites,
  { context: { actor, at, translator }, enrolment }: { context: RequestContext; enrolment: EnrolmentRow },
): Promise<string[]> {
  if (enrolment.state !== 'offered') return [];
  const attempt = {
    cohort: found(await cohortFacts(query, enrolment.cohortId)),
    traineeId: enrolment.traineeId,
    byStaff: may(actor, 'roster.manage'),
    now: at,
    isWaiting: true,
  };
  return refusalTexts(translator, mayTakeSeat(await enrolFacts(query, prerequisites, attempt)));
}
