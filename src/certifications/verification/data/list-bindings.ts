import sql from 'sql-template-tag';
import { type QueryFunction, storedList, storedObject, type Transaction } from '../../../platform/index.js';
import { macHolds, macOf } from '../../log/index.js';
import { signedRows } from '../domain/signed-rows.js';
import type { AnswerRow } from '../domain/list-claims.js';
import {
  LONGEST_QUESTION,
  type QuestionRow,
  type ReadColumns,
  ROWS_PER_TRANSACTION,
  truncated,
} from '../domain/verification-list.js';
import { answerRows, boundAnswer, type StoredAnswer } from './answer-rows.js';
import { VerificationList } from './verification-list.entity.js';
import { answerMacOf, boundQuestions, type Questions, questionCells } from './verification-lists.js';

const [QUESTIONS, ANSWERS] = ['listQuestions', 'listAnswers'] as const;

/** Rows were altered, or answered before rows were bound; the two cannot be distinguished. */
export class AnswersAltered extends Error {}

/** MAC over the questions of a list. */
export function questionsMac(key: Uint8Array, questions: Questions): string {
  return macOf(key, QUESTIONS, questionCells(questions));
}

/** A list as the employer sent it. */
export interface BoundList extends Omit<Questions, 'rows' | 'columns'> {
  readonly rows: readonly QuestionRow[];
  /** Of lists from before they were bound, they may be altered. */
  readonly columns: ReadColumns;
}

/** The list from the one read whose binding was checked; `null`: not as the employer sent it, or not bound. */
export async function boundList(query: QueryFunction, key: Uint8Array, listId: string): Promise<BoundList | null> {
  const bound = await boundQuestions(query, listId);
  if (bound === null || !macHolds(key, QUESTIONS, bound)) return null;
  const { rows, columns, ...questions } = bound.questions;
  return { ...questions, rows: storedList<QuestionRow>(rows), columns: storedObject<ReadColumns>(columns) };
}

/**
 * MAC over these rows, chained to the MAC of the rows before, so that nobody else can add, change or remove a row.
 */
export function answersMac(
  key: Uint8Array,
  { listId, before }: { readonly listId: string; readonly before: string | null },
  rows: readonly StoredAnswer[],
): string {
  return macOf(key, ANSWERS, [listId, before, ...rows.flatMap(boundAnswer)]);
}

/**
 * The stored rows of a list, in parts. @throws AnswersAltered if a row does not answer the question in its place, and
 * at the end, if there are fewer rows than questions, or rows differ from those answered
 */
export async function* boundAnswers(
  query: QueryFunction,
  key: Uint8Array,
  { id: listId, rows: questions }: Pick<BoundList, 'id' | 'rows'>,
): AsyncGenerator<readonly StoredAnswer[]> {
  let before: string | null = null;
  let count = 0;
  for await (const rows of answerRows(query, listId)) {
    if (!rows.every((row, at) => answersTo(row, questions[count + at]))) throw new AnswersAltered();
    count += rows.length;
    before = macAfter(key, { listId, before }, rows);
    yield rows;
  }
  if (count !== questions.length || before !== (await answerMacOf(query, listId))) throw new AnswersAltered();
}

/** The stored rows of a list, in parts. @throws AnswersAltered also if they are not the rows that were signed */
export async function* answersAsSigned(
  query: QueryFunction,
  key: Uint8Array,
  { list, signed }: { readonly list: BoundList; readonly signed: string },
): AsyncGenerator<readonly StoredAnswer[]> {
  const rows = signedRows(signed);
  for await (const stored of boundAnswers(query, key, list)) {
    if (!stored.every((row) => isSameAnswer(row, rows.next().value))) throw new AnswersAltered();
    yield stored;
  }
  if (rows.next().value !== undefined) throw new AnswersAltered();
}

/** The certificate is compared by the MAC: what it said then may differ from what it says now. */
function isSameAnswer(stored: StoredAnswer, signed: AnswerRow | undefined): boolean {
  const { line, number, name, verdict, withheld, checks } = stored;
  return (
    signed?.line === line &&
    signed.number === number &&
    signed.name === name &&
    signed.verdict === verdict &&
    signed.withheld === withheld &&
    JSON.stringify(signed.checks) === JSON.stringify(storedObject(checks))
  );
}

function answersTo({ line, number, name }: StoredAnswer, question: QuestionRow | undefined): boolean {
  return (
    question?.line === line &&
    truncated(question.number, LONGEST_QUESTION) === number &&
    truncated(question.name, LONGEST_QUESTION) === name
  );
}

function macAfter(
  key: Uint8Array,
  { listId, before }: { readonly listId: string; readonly before: string | null },
  rows: readonly StoredAnswer[],
): string | null {
  let mac = before;
  for (let from = 0; from < rows.length; from += ROWS_PER_TRANSACTION)
    mac = answersMac(key, { listId, before: mac }, rows.slice(from, from + ROWS_PER_TRANSACTION));
  return mac;
}

/** Number of lists and history lines without a binding, from before there were bindings. */
export async function unboundAnswers(query: QueryFunction): Promise<number> {
  const [row] = await query<{ lists: number; checks: number }>(sql`
    SELECT (SELECT COUNT(*) FROM verification_batch WHERE questions_mac IS NULL) AS "lists",
      (SELECT COUNT(*) FROM verification_record WHERE mac IS NULL) AS "checks"`);
  return Number(row?.lists ?? 0) + Number(row?.checks ?? 0);
}

/** Binds a bound list again as it is now: its questions and its answered rows. */
export async function bindListAnew(tx: Transaction, key: Uint8Array, listId: string): Promise<void> {
  const { query } = tx;
  const questions = await boundQuestions(query, listId);
  if (questions === null) return;
  let answerMac: string | null = null;
  for await (const rows of answerRows(query, listId)) answerMac = macAfter(key, { listId, before: answerMac }, rows);
  const wasBound = (await answerMacOf(query, listId)) !== null;
  await tx
    .of(VerificationList)
    .update(
      { id: listId },
      { questionsMac: macOf(key, QUESTIONS, questions.cells), ...(wasBound ? { answerMac } : {}) },
    );
}

interface SignedList {
  readonly id: string;
  /** Rows of its signed answer (`rowsSignedFor`). */
  readonly signed: string | null;
}

/** Whether a list's questions and answers are those that were signed. `between` is awaited after each part of it. */
export async function isListAsSigned(
  query: QueryFunction,
  { key, between }: { readonly key: Uint8Array; readonly between: () => Promise<unknown> },
  { id, signed }: SignedList,
): Promise<boolean> {
  const list = signed === null ? null : await boundList(query, key, id);
  if (!list || signed === null) return false;
  try {
    const rows = answersAsSigned(query, key, { list, signed });
    while (!(await rows.next()).done) await between();
    return true;
  } catch (fault) {
    if (fault instanceof AnswersAltered) return false;
    throw fault;
  }
}
