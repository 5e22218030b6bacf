import sql, { join } from 'sql-template-tag';
import { dayOf, type QueryFunction, type Transaction } from '../../../platform/index.js';
import type { CertificateState, Verification, VerificationVerdict } from '../../core/index.js';
import { inParts } from '../../log/index.js';
import { type Standing, verdictNow, verdictStillHolds, WITHHELD_VERIFICATION } from '../domain/answer-row.js';

type StoredStanding = Omit<Standing, 'hidden'> & { readonly hidden: number };

/** Whether the holder of the certificate `c` hides it, as 1 or 0. */
const IS_HIDDEN = sql`CASE WHEN EXISTS
  (SELECT 1 FROM certificate_hiding h WHERE h.certificate_id = c.id AND h.shown_at IS NULL) THEN 1 ELSE 0 END`;

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
      ({ verification: { verdict, certificate, file } }) =>
        certificate !== null &&
        !verdictStillHolds(verdict, standings.get(certificate.id) ?? null, {
          today,
          // Hiding ends answers to an address like those to a number and a name.
          way: file === null ? 'numberAndName' : 'copy',
        }),
    ),
  );
}

/** Number of rows of a list whose verdict would differ on this day (`YYYY-MM-DD`). One query, however long the list. */
export async function changedInList(query: QueryFunction, listId: string, today: string): Promise<number> {
  const groups = await query<{
    verdict: VerificationVerdict;
    state: CertificateState | null;
    expiresOn: string | null;
    hidden: number;
    count: number;
  }>(sql`
    SELECT a.verdict AS "verdict", a.state AS "state", a.expires_on AS "expiresOn", a.hidden AS "hidden", COUNT(*) AS "count"
    FROM (
      SELECT r.verdict, c.state, c.expires_on, ${IS_HIDDEN} AS hidden
      FROM verification_record r LEFT JOIN certificate c ON c.id = r.certificate_id
      WHERE r.batch_id = ${listId} AND r.certificate_id IS NOT NULL
    ) a GROUP BY a.verdict, a.state, a.expires_on, a.hidden`);
  return groups
    .filter(({ verdict, state, expiresOn, hidden }) => {
      const now = verdictNow(verdict, state && { state, expiresOn, hidden: Number(hidden) === 1 }, today);
      return now !== null && now !== verdict;
    })
    .reduce((sum, { count }) => sum + Number(count), 0);
}

/** The same answer without its result. */
export function withoutResult<Answer extends { readonly verification: Verification }>(answer: Answer): Answer {
  return { ...answer, verification: { ...WITHHELD_VERIFICATION, file: answer.verification.file } };
}

async function standingsOf(query: QueryFunction, ids: readonly string[]): Promise<Map<string, Standing>> {
  const rows = await inParts(ids, (some) =>
    query<StoredStanding & { id: string }>(sql`
      SELECT c.id AS "id", c.state AS "state", c.expires_on AS "expiresOn", ${IS_HIDDEN} AS "hidden"
      FROM certificate c WHERE c.id IN (${join(some)})`),
  );
  return new Map(rows.map((row) => [row.id, { ...row, hidden: Number(row.hidden) === 1 }]));
}
