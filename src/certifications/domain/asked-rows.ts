/** One line of an employer's list, as it stands there. */
export interface AskedRow {
  /** The line in the file, as people count: the first is 1. */
  readonly line: number;
  readonly number: string;
  readonly name: string;
}

/** How an employer asked: on the page, by a program, or with a list. */
export const VERIFICATION_KINDS = ['page', 'api', 'batch'] as const;
export type VerificationKind = (typeof VERIFICATION_KINDS)[number];
