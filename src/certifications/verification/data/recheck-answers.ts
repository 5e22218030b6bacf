import sql, { join } from 'sql-template-tag';
import { dayOf, type QueryFunction, type Transaction } from '../../../platform/index.js';
import type { CertificateState, Verification, VerificationVerdict } from '../../core/index.js';
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

/** Number of rows of a list whose verdict would differ on this day (`YYYY-MM-DD`). One query, however long the list. */
export async function changedInList(query: QueryFunction, listId: string, today: string): Promise<number> {
  const groups = await query<{
    verdict: VerificationVerdict;
    state: CertificateState | null;
    expiresOn: string | null;
    count: number;
  }>(sql`
    SELECT r.verdict AS "verdict", c.state AS "state", c.expires_on AS "expiresOn", COUNT(*) AS "count"
    FROM verification_record r LEFT JOIN certificate c ON c.id = r.certificate_id
    WHERE r.batch_id = ${listId} AND r.certificate_id IS NOT NULL GROUP BY r.verdict, c.state, c.expires_on`);
  return groups
    .filter(({ verdict, state, expiresOn }) => !verdictStillHolds(verdict, state && { state, expiresOn }, today))
    .reduce((sum, { count }) => sum + Number(count), 0);
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
