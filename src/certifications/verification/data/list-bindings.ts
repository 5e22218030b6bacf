import sql from 'sql-template-tag';
import type { QueryFunction, Transaction } from '../../../platform/index.js';
import { macHolds, macOf } from '../../log/index.js';
import { ROWS_A_UNIT } from '../domain/question-rows.js';
import { answerRows, boundAnswer, type StoredAnswer } from './answer-rows.js';
import { VerificationBatch } from './verification-batch.entity.js';
import { answerMacOf, boundQuestions, type Questions, questionCells } from './verification-lists.js';

const [QUESTIONS, ANSWERS] = ['listQuestions', 'listAnswers'] as const;

/** Somebody else wrote rows, or they were answered before rows were bound: nothing tells the two apart. */
export class AnswersAltered extends Error {}

/** What binds a list's questions as they are taken. */
export function questionsMac(key: Uint8Array, questions: Questions): string {
  return macOf(key, QUESTIONS, questionCells(questions));
}

/** Whether what a list asks is what its employer sent. */
export async function areQuestionsBound(query: QueryFunction, key: Uint8Array, listId: string): Promise<boolean> {
  const bound = await boundQuestions(query, listId);
  return bound !== null && macHolds(key, QUESTIONS, bound);
}

/**
 * What binds the rows of a list after these: it goes on from what bound those before, so that nobody else can add,
 * change or take away a row.
 */
export function answersMac(
  key: Uint8Array,
  { listId, before }: { readonly listId: string; readonly before: string | null },
  rows: readonly StoredAnswer[],
): string {
  return macOf(key, ANSWERS, [listId, before, ...rows.flatMap(boundAnswer)]);
}

/** The stored rows of a list, some at a time. @throws AnswersAltered at the end, where others were answered */
export async function* boundAnswers(
  query: QueryFunction,
  key: Uint8Array,
  listId: string,
): AsyncGenerator<readonly StoredAnswer[]> {
  let before: string | null = null;
  for await (const rows of answerRows(query, listId)) {
    before = macAfter(key, { listId, before }, rows);
    yield rows;
  }
  if (before === null || before !== (await answerMacOf(query, listId))) throw new AnswersAltered();
}

function macAfter(
  key: Uint8Array,
  { listId, before }: { readonly listId: string; readonly before: string | null },
  rows: readonly StoredAnswer[],
): string | null {
  let mac = before;
  for (let from = 0; from < rows.length; from += ROWS_A_UNIT)
    mac = answersMac(key, { listId, before: mac }, rows.slice(from, from + ROWS_A_UNIT));
  return mac;
}

/** How many lists and lines of histories have no binding: those from before there were bindings. */
export async function unboundAnswers(query: QueryFunction): Promise<number> {
  const [row] = await query<{ lists: number; checks: number }>(sql`
    SELECT (SELECT COUNT(*) FROM verification_batch WHERE questions_mac IS NULL) AS "lists",
      (SELECT COUNT(*) FROM verification_record WHERE mac IS NULL) AS "checks"`);
  return Number(row?.lists ?? 0) + Number(row?.checks ?? 0);
}

/** Binds a list that was bound, as it stands: its questions, and its rows where some are answered. */
export async function bindListAnew(tx: Transaction, key: Uint8Array, listId: string): Promise<void> {
  const { query } = tx;
  const questions = await boundQuestions(query, listId);
  if (questions === null) return;
  let answerMac: string | null = null;
  for await (const rows of answerRows(query, listId)) answerMac = macAfter(key, { listId, before: answerMac }, rows);
  const wasBound = (await answerMacOf(query, listId)) !== null;
  await tx
    .of(VerificationBatch)
    .update(
      { id: listId },
      { questionsMac: macOf(key, QUESTIONS, questions.cells), ...(wasBound ? { answerMac } : {}) },
    );
}

/** Whether a list is what its employer sent and what was answered. `between` is awaited after each part of the rows. */
export async function isListBound(
  query: QueryFunction,
  { key, between }: { readonly key: Uint8Array; readonly between: () => Promise<unknown> },
  listId: string,
): Promise<boolean> {
  if (!(await areQuestionsBound(query, key, listId))) return false;
  try {
    const rows = boundAnswers(query, key, listId);
    while (!(await rows.next()).done) await between();
    return true;
  } catch (fault) {
    if (fault instanceof AnswersAltered) return false;
    throw fault;
  }
}
