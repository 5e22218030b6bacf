import type { Cell } from '../../log/index.js';
import type { VerificationRecord } from './verification-record.entity.js';

export const KEPT_CHECK = 'keptCheck';

/** A question and its answer as they are stored, `checks` as JSON. */
export type KeptCheck = Pick<
  VerificationRecord,
  | 'id'
  | 'at'
  | 'kind'
  | 'employerId'
  | 'certificateId'
  | 'askedNumber'
  | 'askedName'
  | 'verdict'
  | 'withheld'
  | 'reason'
  | 'purpose'
  | 'askedByName'
> & { readonly checks: string | null };

/** What is bound of it; not its list and line, which it loses when the list is over. */
export function boundCheck(check: KeptCheck): Cell[] {
  return [
    check.id,
    check.at,
    check.kind,
    check.employerId,
    check.certificateId,
    check.askedNumber,
    check.askedName,
    check.verdict,
    check.withheld,
    check.reason,
    check.checks,
    check.purpose,
    check.askedByName,
  ];
}
