import {
  isRefused,
  type Jobs,
  newId,
  newToken,
  refuse,
  refused,
  type Refused,
  type Transaction,
} from '../../../platform/index.js';
import type { RegisterBinding } from '../../binding/index.js';
import type { PrintedResult } from '../../core/index.js';
import { drawPlaces } from '../../issuer/index.js';
import { beginTemplates, currentPattern, type MadeOut } from '../../templates/index.js';
import type { CandidateRow, OccasionRow } from '../data/candidates.js';
import { drawNumbers } from '../data/draw-numbers.js';
import { IssuanceResult } from '../data/issuance-result.entity.js';
import { Issuance, IssuanceItem } from '../data/issuance.entity.js';
import { boundIssuance, boundItem } from '../data/issuances.js';
import { seenPerson } from '../domain/issuing.js';
import type { IssuingRefusalCode } from '../domain/refusals.js';
import { newSubjectUrn } from './make-documents.js';
import { seriesOf } from './preview-issuance.js';
import { ISSUANCE } from './take-issuance-step.js';

export interface Plan {
  readonly occasion: OccasionRow;
  readonly ready: readonly CandidateRow[];
  readonly facts: MadeOut;
  /** Shape of the numbers, as shown. */
  readonly shape: string | null;
  /** Results by enrolment, if the template prints them. */
  readonly results: ReadonlyMap<string, readonly PrintedResult[]>;
  readonly binding: RegisterBinding;
}

const AT_ONCE = 200;

/**
 * Fixes what will be issued, draws all random values, reserves numbers and starts the job. Refused if there are no
 * numbers.
 */
export async function planIssuance(
  tx: Transaction,
  jobs: Jobs,
  { occasion, ready, facts, shape, results, binding }: Plan,
): Promise<string | Refused<IssuingRefusalCode>> {
  const numbers = await newNumbers(tx, {
    facts,
    count: ready.length,
    achievementId: occasion.achievementId,
    shape,
    binding,
  });
  if (isRefused(numbers)) return numbers;
  const places = await drawPlaces(tx, binding.key, ready.length);
  const id = newId();
  const jobId = await jobs.start(tx, { kind: ISSUANCE, subjectId: id, total: ready.length });
  const issuance: Issuance = {
    id,
    cohortId: occasion.cohortId,
    achievementId: occasion.achievementId ?? '',
    jobId,
    facts,
    startedAt: tx.now,
    actorName: tx.actor.name,
  };
  await tx.of(Issuance).insert(issuance);
  const items = ready.map(({ enrolmentId, traineeId, name, latinName, email }, at): IssuanceItem => ({
    id: newId(),
    issuanceId: id,
    position: at + 1,
    enrolmentId,
    traineeId,
    name,
    latinName,
    number: numbers[at]!,
    token: newToken(),
    subjectUrn: newSubjectUrn(),
    ...places[at]!,
    seen: seenPerson({ name, latinName, email }),
    state: 'waiting',
    reasons: null,
    settledAt: null,
  }));
  for (let from = 0; from < items.length; from += AT_ONCE)
    await tx.of(IssuanceItem).insert(items.slice(from, from + AT_ONCE));
  const reached = items.flatMap(({ id: itemId, enrolmentId }): IssuanceResult[] =>
    results.get(enrolmentId)?.length ? [{ itemId, results: results.get(enrolmentId)! }] : [],
  );
  for (let from = 0; from < reached.length; from += AT_ONCE)
    await tx.of(IssuanceResult).insert(reached.slice(from, from + AT_ONCE));
  // Bind the plan as made here, not as stored: what a step reads later must agree with it.
  const printed = new Map(reached.map((one) => [one.itemId, JSON.stringify(one.results)]));
  await binding.planned(tx, {
    kind: 'issuance',
    head: boundIssuance({
      ...issuance,
      facts: JSON.stringify(facts),
      actor: JSON.stringify(tx.actor),
    }),
    items: items.map((item) => boundItem({ ...item, results: printed.get(item.id) ?? null })),
  });
  await tx.audit(
    'issuance.begun',
    { type: 'cohort', id: occasion.cohortId, label: occasion.code },
    { count: items.length, numbers },
  );
  return id;
}

interface NumberQuery {
  readonly facts: MadeOut;
  readonly count: number;
  /** Whose template defines the pattern; `null`: the default template. */
  readonly achievementId: string | null;
  /** Shape of the numbers, as shown. */
  readonly shape: string | null;
  readonly binding: RegisterBinding;
}

/** Draws numbers by the pattern that was shown; creates the academy's first template if there is none. */
async function newNumbers(
  tx: Transaction,
  { facts, count, achievementId, shape, binding }: NumberQuery,
): Promise<string[] | Refused<IssuingRefusalCode>> {
  await beginTemplates(tx);
  const pattern = await currentPattern(tx.query, achievementId);
  if (!pattern) return refused<IssuingRefusalCode>(refuse('numbersExhausted'));
  const { year, level } = seriesOf(facts);
  // Read again, the template may have another pattern.
  if (pattern.shape(year, level) !== shape) return refused<IssuingRefusalCode>(refuse('previewChangedMeanwhile'));
  return drawNumbers(tx, pattern, { year, count, level, isAnyBound: (drawn) => binding.isAnyBound(tx, drawn) });
}
