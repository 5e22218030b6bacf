import { canonical } from '../../core/domain/index.js';

/** One line of an employer's list, as it stands there. */
export interface QuestionRow {
  /** The line in the file, as people count: the first is 1. */
  readonly line: number;
  readonly number: string;
  readonly name: string;
}

/** How an employer asked: on the page, by a program, or with a list. */
export const VERIFICATION_KINDS = ['page', 'api', 'batch'] as const;
export type VerificationKind = (typeof VERIFICATION_KINDS)[number];

/** Rows answered in one unit of work: no request waits for more. */
export const ROWS_A_UNIT = 50;
/** Most rows of one list. */
export const MOST_ROWS = 10_000;
/** Most certificates that a program may ask about at once. */
export const MOST_ITEMS = 1_000;

/** A number as the register compares it, so that no other spelling of it has tries of its own. */
export function askedKey(number: string): string {
  return canonical(number).slice(0, 40);
}

/**
 * The first characters of a text as every database stores them: half a character, as cells of workbooks can hold, is
 * stored as U+FFFD.
 */
export const beginningOf = (text: string, most: number): string =>
  [...text]
    .slice(0, most)
    .join('')
    .replace(/\p{Surrogate}/gu, '\uFFFD');
