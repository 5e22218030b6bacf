import { type Ask, type Jobs, newId, newToken, type Transaction } from '../../../platform/index.js';
import type { CandidateRow, OccasionRow } from '../../data/candidates.js';
import { Issuance, IssuanceItem } from '../../data/sealing/issuance.entity.js';
import { drawPlaces } from '../../data/sealing/status-places.js';
import { beginTemplates, currentTemplate } from '../../data/templates.js';
import { drawNumbers } from '../../data/draw-numbers.js';
import type { CertificateFacts } from '../../domain/facts.js';
import { isPattern, NumberPattern } from '../../domain/number-pattern.js';
import { newSubjectUrn } from '../sealing/make-documents.js';
import { ISSUANCE } from './issuance-steps.js';

export interface Plan {
  readonly occasion: OccasionRow;
  readonly ready: readonly CandidateRow[];
  readonly facts: Omit<CertificateFacts, 'number' | 'recipient'>;
}

const AT_ONCE = 200;

/** Fixes what will be issued, draws all that is random, reserves the numbers and begins the job. `null`: no numbers are left. */
export async function planIssuance(tx: Transaction, jobs: Jobs, { occasion, ready, facts }: Plan): Promise<string | null> {
  const numbers = await newNumbers(tx, { year: Number(facts.issuedOn.slice(0, 4)), count: ready.length });
  if (numbers === null) return null;
  const places = await drawPlaces(tx, ready.length);
  const id = newId();
  const jobId = await jobs.start(tx, { kind: ISSUANCE, subjectId: id, total: ready.length });
  await tx.of(Issuance).insert({ id, cohortId: occasion.cohortId, achievementId: occasion.achievementId ?? '', jobId, facts, startedAt: tx.now, actorName: tx.actor.name });
  const items = ready.map(({ enrolmentId, traineeId, name, latinName }, at): IssuanceItem => ({
    id: newId(), issuanceId: id, position: at + 1, enrolmentId, traineeId, name, latinName, number: numbers[at]!, token: newToken(), subjectUrn: newSubjectUrn(), ...places[at]!,
    state: 'waiting', reasons: null, settledAt: null,
  }));
  for (let from = 0; from < items.length; from += AT_ONCE) await tx.of(IssuanceItem).insert(items.slice(from, from + AT_ONCE));
  await tx.audit('issuance.begun', { type: 'cohort', id: occasion.cohortId, label: occasion.code }, { count: items.length, numbers });
  return id;
}

/** Draws numbers by the pattern in use, beginning the academy's first template where there is none yet. */
export async function newNumbers(tx: Transaction, asked: { readonly year: number; readonly count: number }): Promise<string[] | null> {
  const ask: Ask = (query) => tx.rows(query);
  await beginTemplates(tx);
  const { numberPattern, numberPrefix } = await currentTemplate(ask);
  const pattern = NumberPattern.read(numberPattern, numberPrefix);
  return isPattern(pattern) ? drawNumbers(tx, pattern, asked) : null;
}
