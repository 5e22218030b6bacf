import { isoOf } from '../../../platform/clock.js';
import type { VerificationVerdict } from '../../core/domain/index.js';
import type { AnswerJson } from './answer-row.js';

export interface ListClaimsInput {
  readonly id: string;
  /** `null`: not kept when the list was submitted. */
  readonly employerName: string | null;
  readonly filename: string;
  readonly sha256: string;
  readonly purpose: string;
  readonly size: number;
}

export type AnswerRow = AnswerJson & { readonly line: number };
export type Summary = Partial<Record<VerificationVerdict, number>>;

/** Adds the verdicts of these rows to a summary. */
export function summarised(before: Summary, rows: readonly AnswerRow[]): Summary {
  const summary = { ...before };
  for (const { verdict } of rows) summary[verdict] = (summary[verdict] ?? 0) + 1;
  return summary;
}

/** Claims of the signed answer, without issuer and rows. */
export function listClaims(
  { id, employerName, filename, sha256, purpose, size }: ListClaimsInput,
  summary: Summary,
  now: number,
): Record<string, unknown> {
  return {
    type: 'CertificateVerificationAnswer',
    jti: `urn:uuid:${id}`,
    iat: Math.floor(now / 1000),
    answeredAt: isoOf(now),
    employer: employerName,
    purpose,
    source: { filename, sha256, rows: size },
    summary,
  };
}
