import type { EnrolmentOutcome } from '../../../../attendance/index.js';
import { contradictsRule, outcomesOf } from '../../../../attendance/index.js';
import type { QueryFunction } from '../../../../platform/index.js';
import { checkedOutcomes, cohortsWithOutcomes } from '../../../binding/index.js';
import type { CertificateFacts } from '../../../core/index.js';
import { printedResultsOf } from '../../../issuing/index.js';
import { type Finding, finding } from '../../../log/index.js';
import { enrolmentsGone, type IssuedOnOutcome, issuedOnOutcomes, ownersOf } from '../../data/outcome-reads.js';
import { readableAsync } from '../readable.js';

/**
 * Compares outcomes, attendance and results with what was bound when each cohort was completed, and with what the
 * certificates printed. @param key `null`: without the master key
 */
export async function checkOutcomes(query: QueryFunction, key: Uint8Array | null): Promise<Finding[]> {
  const found = (await enrolmentsGone(query)).map((id) => finding('outcomeGone', { id }));
  for (const cohort of await cohortsWithOutcomes(query))
    found.push(
      ...(await readableAsync(`The outcomes of cohort ${cohort}`, async () => [
        ...(key === null ? [] : await alteredOutcomes(query, key, cohort)),
        ...(await printedOtherwise(query, cohort)),
      ])),
    );
  return found;
}

async function alteredOutcomes(query: QueryFunction, key: Uint8Array, cohort: string): Promise<Finding[]> {
  // It may have been completed between two of the reads: report only what a second look finds as well.
  if ((await checkedOutcomes(query, key, cohort)).altered.size === 0) return [];
  const { altered } = await checkedOutcomes(query, key, cohort);
  return (await ownersOf(query, [...altered])).map((owner) => finding('outcomeAltered', owner));
}

async function printedOtherwise(query: QueryFunction, cohort: string): Promise<Finding[]> {
  const issued = await issuedOnOutcomes(query, cohort);
  if (issued.length === 0) return [];
  const outcomes = new Map((await outcomesOf(query, cohort)).map((one) => [one.enrolmentId, one]));
  return issued.flatMap((one) => findingsOf(one, outcomes.get(one.enrolmentId)));
}

function findingsOf({ number, facts }: IssuedOnOutcome, outcome: EnrolmentOutcome | undefined): Finding[] {
  if (outcome?.state !== 'completed' || contradictsRule(outcome)) return [finding('outcomeNotCompleted', { number })];
  const printed = (JSON.parse(facts) as Pick<CertificateFacts, 'results'> | null)?.results ?? [];
  if (printed.length === 0) return [];
  const asPrinted = printed.map(({ nameZh, nameEn, value }) => ({ nameZh, nameEn, value }));
  return JSON.stringify(asPrinted) === JSON.stringify(printedResultsOf(outcome))
    ? []
    : [finding('resultsAltered', { number })];
}
