import sql, { join } from 'sql-template-tag';
import { dayOf, type QueryFunction, type Transaction } from '../../../platform/index.js';
import type { CertificateState, Verification } from '../../core/index.js';
import { inParts } from '../../log/index.js';
import { NOT_TOLD, wasJudgedSo } from '../domain/answer-row.js';

interface Standing {
  readonly state: CertificateState;
  readonly expiresOn: string | null;
}

/**
 * Answers that were looked up before this transaction had its turn: an act may have changed a certificate meanwhile.
 * What is true no more is neither told nor kept, only that it could not be checked; asked again it is answered.
 */
export async function stillSo<Answer extends { readonly verification: Verification }>(
  tx: Transaction,
  answers: readonly Answer[],
): Promise<Answer[]> {
  const changed = await outOfDate(tx.query, answers, dayOf(tx.now));
  return answers.map((answer) => (changed.has(answer) ? notTold(answer) : answer));
}

/** Those of the answers that would not be given again on a day (`YYYY-MM-DD`). */
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
        certificate !== null && !wasJudgedSo(verdict, standings.get(certificate.id) ?? null, today),
    ),
  );
}

/** The same answer without what was looked up. */
export function notTold<Answer extends { readonly verification: Verification }>(answer: Answer): Answer {
  return { ...answer, verification: { ...NOT_TOLD, file: answer.verification.file } };
}

async function standingsOf(query: QueryFunction, ids: readonly string[]): Promise<Map<string, Standing>> {
  const rows = await inParts(ids, (some) =>
    query<Standing & { id: string }>(
      sql`SELECT id AS "id", state AS "state", expires_on AS "expiresOn" FROM certificate WHERE id IN (${join(some)})`,
    ),
  );
  return new Map(rows.map((row) => [row.id, row]));
}
