import { isRefused, refuse, refused, type Refused, type Transaction } from '../../../platform/index.js';
import { frozenRecordOf, type RegisterBinding, type RegisterRecord } from '../../binding/index.js';
import { type CertificateFacts, levelNames, type NumberPattern } from '../../core/index.js';
import { LogHasBeenChanged } from '../../log/index.js';
import { currentPattern, patternsUsed } from '../../templates/index.js';
import { drawNumbers } from '../data/draw-numbers.js';
import type { IssuingRefusalCode } from '../domain/refusals.js';
import { certificatesOfSeries } from '../data/series.js';

interface Earlier {
  readonly facts: CertificateFacts;
  readonly achievementId: string;
}

/** Years back in which a series counts as used. */
const YEARS = 10;

/**
 * Draws the number of a certificate that replaces or renews an earlier one. Nobody sees it before it is signed, and no
 * row of a template is bound. Therefore it follows the template's current pattern only if a certificate that is in
 * order already has such a number, otherwise the pattern of the earlier certificate's own number.
 * @param earlier from a record that is in order
 * @throws LogHasBeenChanged if no template has that pattern
 */
export async function drawNumberAfter(
  tx: Transaction,
  binding: RegisterBinding,
  { facts, achievementId, issuedOn }: Earlier & { readonly issuedOn: string },
): Promise<string | Refused<IssuingRefusalCode>> {
  const [year, level] = [yearOf(issuedOn), levelOf(facts)];
  const current = await currentPattern(tx.query, achievementId);
  const pattern =
    current !== null && (await isUsed(tx, binding, { pattern: current, year, level }))
      ? current
      : await patternOf(tx, facts, year);
  const numbers = await drawNumbers(tx, pattern, {
    year,
    count: 1,
    level,
    isAnyBound: (drawn) => binding.isAnyBound(tx, drawn),
  });
  if (isRefused(numbers)) return numbers;
  return numbers[0] ?? refused<IssuingRefusalCode>(refuse('numbersExhausted'));
}

interface Series {
  readonly pattern: NumberPattern;
  readonly year: number;
  readonly level: string;
}

/** Whether a certificate that is in order has a number of this pattern, for the same level and in a recent year. */
async function isUsed(tx: Transaction, binding: RegisterBinding, { pattern, year, level }: Series): Promise<boolean> {
  const scopes = new Set(Array.from({ length: YEARS }, (_, back) => pattern.scope(year - back, level)));
  for (const scope of scopes) {
    const ids = await certificatesOfSeries(tx.query, scope);
    const records = ids.length === 0 ? [] : (await binding.inOrder(tx, ids)).values();
    for (const record of records) if (isOf(pattern, factsOf(record))) return true;
  }
  return false;
}

/** The pattern that printed a certificate's number, if the templates know exactly one that goes on from it. */
async function patternOf({ query }: Transaction, facts: CertificateFacts, year: number): Promise<NumberPattern> {
  const fitting = (await patternsUsed(query)).filter((pattern) => isOf(pattern, facts));
  const shapes = new Set(fitting.map((pattern) => pattern.shape(year, levelOf(facts))));
  const [pattern] = fitting;
  if (pattern === undefined || shapes.size > 1)
    throw new LogHasBeenChanged(`no certificate template, or several, write numbers like ${facts.number}`);
  return pattern;
}

const isOf = (pattern: NumberPattern, facts: CertificateFacts): boolean =>
  pattern.prints(facts.number, yearOf(facts.issuedOn), levelOf(facts));

const factsOf = (record: RegisterRecord): CertificateFacts => frozenRecordOf(record).facts;
const yearOf = (day: string): number => Number(day.slice(0, 4));
const levelOf = ({ achievement }: CertificateFacts): string => levelNames(achievement.level).digit;
