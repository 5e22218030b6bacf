import { canonical } from '../../core/domain/index.js';

/** One line of an employer's list. */
export interface QuestionRow {
  /** Line in the file, counted from 1. */
  readonly line: number;
  readonly number: string;
  readonly name: string;
}

/** Parts of a file that may be meant, too. */
export interface UnreadParts {
  /** Names of other sheets with content. */
  readonly sheets: readonly string[];
  /** Heads of other columns with numbers of this academy. */
  readonly columns: readonly string[];
}

/** What was read of the file. */
export interface ReadColumns {
  /** Heads of the two columns. */
  readonly number: string;
  readonly name: string;
  /** Missing, as the next: from before this was kept and the columns were bound. */
  readonly notRead?: UnreadParts;
  readonly doubts?: ListDoubts;
}

/** Rows that may have been read wrongly. */
export interface ListDoubts {
  /** Without number or name. */
  readonly incomplete: SomeRows;
  /** Other rows without a number as this academy writes them, or without a name that can be compared. */
  readonly unusual: SomeRows;
}

export interface SomeRows {
  /** Of all of them. */
  readonly count: number;
  /** Examples. */
  readonly rows: readonly QuestionRow[];
}

/** On the page, by a program, or with a list. */
export const VERIFICATION_KINDS = ['page', 'api', 'batch'] as const;
export type VerificationKind = (typeof VERIFICATION_KINDS)[number];

/** Characters of a number or a name. Longer ones are refused: what is stored and signed is what was asked. */
export const LONGEST_QUESTION = 100;
/** Rows answered in one transaction, so that other requests do not wait long. */
export const ROWS_PER_TRANSACTION = 50;
/** Kind of the job that answers a list. */
export const LIST_JOB = 'verification list';
/** Lists of an employer that are not answered yet. */
export const MOST_UNANSWERED_LISTS = 20;
/** Per list. */
export const MOST_LIST_ROWS = 10_000;
/** Certificates per API request. */
export const MOST_ITEMS = 1_000;

/** A number as the register compares it, so that other spellings do not get tries of their own. */
export function numberKeyOf(number: string): string {
  return canonical(number).slice(0, 40);
}

/** Lone surrogates, which workbook cells can hold, become U+FFFD: databases differ in how they store them. */
export const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, '\uFFFD');

/** Whether controls change the order in which its characters are shown: it reads as another than is compared. */
export const isReordered = (text: string): boolean => /\p{Bidi_Control}/u.test(text);

/** The first `most` characters. */
export const truncated = (text: string, most: number): string => wellFormed([...text].slice(0, most).join(''));
