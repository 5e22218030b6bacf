import type { Sql } from 'sql-template-tag';
import type { QueryFunction } from '../../platform/index.js';

/** Injection token for `TraineeCertificates`; the application module binds the implementation of `certifications`. */
export const TRAINEE_CERTIFICATES = Symbol('TraineeCertificates');

export interface CertificateOfTrainee {
  readonly id: string;
  readonly number: string;
  readonly token: string;
  /** Of the achievement, as printed; like its days `null` if its record has been altered. */
  readonly nameZh: string | null;
  readonly nameEn: string | null;
  /** Its state, `expired`, or `unchecked` if its record has been altered. */
  readonly state: string;
  readonly issuedOn: string | null;
  readonly expiresOn: string | null;
}

/**
 * The certificates of trainees. Methods that return `Sql` return a part of a query of this module; `traineeId` is a
 * column of that query.
 */
export interface TraineeCertificates {
  /** Newest first. @param today `YYYY-MM-DD`. */
  list(traineeId: string, today: string): Promise<CertificateOfTrainee[]>;
  /** How many certificates, in any state, print the trainee's name. */
  count(query: QueryFunction, traineeId: string): Promise<number>;
  /** A sub-select that counts the certificates whose rows are valid, without checking their records. */
  valid(traineeId: Sql): Sql;
  /** Conditions: has a valid certificate; has any. */
  hasValid(traineeId: Sql): Sql;
  hasAny(traineeId: Sql): Sql;
}
