import type { Cell } from '../../log/index.js';
import type { VerificationRecord } from './verification-record.entity.js';

export const KEPT_CHECK = 'keptCheck';

/** A question and its answer as stored; `checks` is JSON. */
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

/** The cells that the MAC covers; without list and line, which are cleared when the list is removed. */
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
