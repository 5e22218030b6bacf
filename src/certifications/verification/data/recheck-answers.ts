import sql, { join } from 'sql-template-tag';
import { dayOf, type QueryFunction, type Transaction } from '../../../platform/index.js';
import type { CertificateState, Verification } from '../../core/index.js';
import { inParts } from '../../log/index.js';
import { WITHHELD_VERIFICATION, verdictStillHolds } from '../domain/answer-row.js';

interface Standing {
  readonly state: CertificateState;
  readonly expiresOn: string | null;
}

/**
 * Re-checks answers that were looked up before this transaction: a certificate may have changed meanwhile. An outdated
 * answer is replaced by "could not check", so that it is neither given nor recorded; the next request gets a current
 * one.
 */
export async function recheckAnswers<Answer extends { readonly verification: Verification }>(
  tx: Transaction,
  answers: readonly Answer[],
): Promise<Answer[]> {
  const changed = await outOfDate(tx.query, answers, dayOf(tx.now));
  return answers.map((answer) => (changed.has(answer) ? withoutResult(answer) : answer));
}

/** Answers that would differ on this day (`YYYY-MM-DD`) by what the register says now. */
export async function outOfDate<Answer extends { readonly verification: Verification }>(
  query: QueryFunction,
  answers: readonly Answer[],
  today: string,
): Promise<ReadonlySet<Answer>> {
  const ids = answers.flatMap(({ verification: { certificate } }) => certificate?.id ?? []);
  const standings = await standingsOf(query, [...new Set(ids)]);
  return new Set(
    answers.filter(
      ({ verification: { verdict, certificate } }) =>
        certificate !== null && !verdictStillHolds(verdict, standings.get(certificate.id) ?? null, today),
    ),
  );
}

/** The same answer without its result. */
export function withoutResult<Answer extends { readonly verification: Verification }>(answer: Answer): Answer {
  return { ...answer, verification: { ...WITHHELD_VERIFICATION, file: answer.verification.file } };
}

async function standingsOf(query: QueryFunction, ids: readonly string[]): Promise<Map<string, Standing>> {
  const rows = await inParts(ids, (some) =>
    query<Standing & { id: string }>(
      sql`SELECT id AS "id", state AS "state", expires_on AS "expiresOn" FROM certificate WHERE id IN (${join(some)})`,
    ),
  );
  return new Map(rows.map((row) => [row.id, row]));
}
