import sql from 'sql-template-tag';
import type { Ask } from '../../platform/index.js';
import { type RowChecks, toldCertificate } from '../domain/answer-row.js';
import type { CertificateFacts } from '../domain/facts.js';
import type { AnswerRow } from '../domain/list-claims.js';
import type { VerificationVerdict } from '../domain/verification.js';

interface Stored {
  readonly line: number; readonly number: string; readonly name: string; readonly verdict: VerificationVerdict; readonly checks: string;
  readonly token: string | null; readonly facts: string | null; readonly expiresOn: string | null; readonly reason: string | null;
  readonly nextToken: string | null; readonly nextNumber: string | null;
}

/** The answered rows of a list in its order, with what the certificates say. */
export async function answerRows(ask: Ask, batchId: string, address: (token: string) => string): Promise<AnswerRow[]> {
  const rows = await ask<Stored>(sql`
    SELECT r.line AS "line", r.asked_number AS "number", r.asked_name AS "name", r.verdict AS "verdict", r.checks AS "checks",
      k.token AS "token", k.facts AS "facts", k.expires_on AS "expiresOn", k.reason AS "reason", n.token AS "nextToken", n.number AS "nextNumber"
    FROM verification_record r LEFT JOIN certificate k ON k.id = r.certificate_id LEFT JOIN certificate n ON n.supersedes_id = k.id
    WHERE r.batch_id = ${batchId} ORDER BY r.line`);
  return rows.map(({ line, number, name, verdict, checks, token, facts, expiresOn, reason, nextToken, nextNumber }) => ({
    line, number, name, verdict, checks: JSON.parse(checks) as RowChecks,
    certificate: token === null || facts === null ? null : toldCertificate({
      token, facts: JSON.parse(facts) as CertificateFacts, expiresOn, reason, replacedBy: nextToken === null ? null : { token: nextToken, number: nextNumber ?? '' },
    }, address),
  }));
}
