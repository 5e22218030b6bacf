import type { Sql } from 'sql-template-tag';
import type { QueryFunction } from '../../platform/index.js';

/** The token under which certifications bring their `TraineeCertificates`; bound in the application's module. */
export const TRAINEE_CERTIFICATES = Symbol('TraineeCertificates');

export interface CertificateOfTrainee {
  readonly id: string;
  readonly number: string;
  readonly token: string;
  readonly nameZh: string;
  readonly nameEn: string;
  /** Its state, `expired`, or `unchecked`: its record is not as it was issued. */
  readonly state: string;
  readonly issuedOn: string;
  readonly expiresOn: string | null;
}

/**
 * The certificates of trainees. What answers `Sql` is a part of a query of this module; `traineeId` is a column of
 * that query.
 */
export interface TraineeCertificates {
  /** Newest first. @param today `YYYY-MM-DD`. */
  list(traineeId: string, today: string): Promise<CertificateOfTrainee[]>;
  /** How many, in any state, print the trainee's name. */
  count(query: QueryFunction, traineeId: string): Promise<number>;
  /** A sub-select that counts those that are valid by their rows, which nobody has checked. */
  valid(traineeId: Sql): Sql;
  /** Conditions: whether there is a valid one, and whether there is any. */
  hasValid(traineeId: Sql): Sql;
  hasAny(traineeId: Sql): Sql;
}
