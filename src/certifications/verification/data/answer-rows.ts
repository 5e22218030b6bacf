import sql from 'sql-template-tag';
import type { Ask } from '../../../platform/index.js';
import type { CertificateFacts, VerificationVerdict } from '../../core/index.js';
import { type RowChecks, toldCertificate } from '../domain/answer-row.js';
import type { AnswerRow } from '../domain/list-claims.js';
import type { Withheld } from '../domain/tries.js';

interface Stored {
  readonly line: number;
  readonly number: string;
  readonly name: string;
  readonly verdict: VerificationVerdict;
  readonly checks: string;
  readonly withheld: Withheld | null;
  readonly token: string | null;
  readonly facts: string | null;
  readonly expiresOn: string | null;
  readonly reason: string | null;
  readonly nextToken: string | null;
  readonly nextNumber: string | null;
}

/** Rows of one query: some milliseconds, for each brings a certificate's facts. */
const AT_ONCE = 200;

/**
 * The answered rows of a list in its order, with what the certificates say, some at a time:
 * between two the caller lets requests in.
 */
export async function* answerRows(
  ask: Ask,
  batchId: string,
  address: (token: string) => string,
): AsyncGenerator<readonly AnswerRow[]> {
  let after = 0;
  for (;;) {
    const rows = await rowsAfter(ask, batchId, after);
    if (rows.length > 0) yield rows.map((row) => answerRow(row, address));
    if (rows.length < AT_ONCE) return;
    after = rows.at(-1)!.line;
  }
}

function rowsAfter(ask: Ask, batchId: string, line: number): Promise<Stored[]> {
  return ask<Stored>(sql`
    SELECT r.line AS "line", r.asked_number AS "number", r.asked_name AS "name", r.verdict AS "verdict", r.checks AS "checks", r.withheld AS "withheld",
      k.token AS "token", k.facts AS "facts", k.expires_on AS "expiresOn", k.reason AS "reason", n.token AS "nextToken", n.number AS "nextNumber"
    FROM verification_record r LEFT JOIN certificate k ON k.id = r.certificate_id LEFT JOIN certificate n ON n.supersedes_id = k.id
    WHERE r.batch_id = ${batchId} AND r.line > ${line} ORDER BY r.line LIMIT ${AT_ONCE}`);
}

function answerRow(
  { line, number, name, verdict, checks, withheld, token, facts, expiresOn, reason, nextToken, nextNumber }: Stored,
  address: (token: string) => string,
): AnswerRow {
  return {
    line,
    number,
    name,
    verdict,
    withheld,
    checks: JSON.parse(checks) as RowChecks,
    certificate:
      token === null || facts === null
        ? null
        : toldCertificate(
            {
              token,
              facts: JSON.parse(facts) as CertificateFacts,
              expiresOn,
              reason,
              replacedBy: nextToken === null ? null : { token: nextToken, number: nextNumber ?? '' },
            },
            address,
          ),
  };
}
