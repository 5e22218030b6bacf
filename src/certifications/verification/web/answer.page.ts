import { type Cell, isoOf, type TableRows, type Translator } from '../../../platform/index.js';
import type { Outcome } from '../../core/index.js';
import type { HistoryLine, LineToday } from '../actions/employer-history.js';
import type { RowToday } from '../actions/lists/list-answers.js';
import { ROW_STEPS, type RowStep } from '../domain/answer-row.js';

export interface AnswerLineView {
  readonly line: number | null;
  readonly at: number;
  readonly number: string;
  readonly name: string;
  readonly tone: string;
  readonly word: string;
  /** What holds today; `null` if that is still the verdict. */
  readonly now: { readonly tone: string; readonly word: string } | null;
  /** Empty if steps were not stored. */
  readonly steps: readonly { readonly step: RowStep; readonly outcome: Outcome; readonly word: string }[];
  readonly purpose: string;
  readonly askedBy: string;
  readonly kind: string;
  readonly listHref: string | null;
  /** Why the answer was withheld, or nothing in a file could be checked; may be empty. */
  readonly note: string;
}

const TONES: Readonly<Record<string, string>> = {
  valid: 'valid',
  expired: 'expired',
  revoked: 'revoked',
  superseded: 'superseded',
  notFound: 'failed',
  couldNotCheck: 'unchecked',
  foreign: 'info',
  nothingToCheck: 'info',
  invalid: 'bad',
  hidden: 'info',
};

/** Badge style of a verdict. */
export const toneOf = (verdict: string): string => TONES[verdict] ?? 'unchecked';

/** One answer in an employer's list or history. */
export function answerLineView(row: LineToday, translator: Translator): AnswerLineView {
  return {
    line: row.line,
    at: row.at,
    number: row.askedNumber ?? '',
    name: row.askedName ?? translator.t('verification_history.a_file'),
    tone: toneOf(row.verdict),
    word: translator.t(`verification_list.verdict_${row.verdict}`),
    now:
      row.now === null || row.now === row.verdict
        ? null
        : {
            tone: toneOf(row.now),
            word: translator.t('verification_list.now', {
              verdict: translator.t(`verification_list.verdict_${row.now}`),
            }),
          },
    steps:
      row.checks === null
        ? []
        : ROW_STEPS.map((step) => {
            const outcome = row.checks?.[step] ?? 'unknown';
            return {
              step,
              outcome,
              word: `${translator.t(`verification_list.step_${step}`)}: ${translator.t(`verification_list.outcome_${outcome}`)}`,
            };
          }),
    purpose: row.purpose ?? '',
    askedBy: row.askedByName ?? '',
    kind: translator.t(`verification_list.kind_${row.kind}`),
    listHref: row.batchId === null ? null : `/employer/lists/${row.batchId}`,
    note: noteOf(row, translator),
  };
}

function noteOf({ withheld, reason }: HistoryLine, translator: Translator): string {
  if (withheld !== null) return translator.t(`verification_list.withheld_${withheld}`);
  return reason === null ? '' : translator.t(`check.why_${reason}`);
}

interface TableOfResults {
  readonly heads: readonly string[];
  readonly widths: readonly number[];
  readonly rowOf: (row: RowToday) => readonly Cell[];
}

interface FileTimes {
  /** When the rows were answered. */
  readonly answeredAt: number;
  /** When the file is made. */
  readonly madeAt: number;
}

/**
 * Columns of a list's result file; each step has its own column with the same values as the API. A file is kept and
 * passed on, so each row says when it was answered, and what held when the file was made.
 */
export function resultTable(translator: Translator, { answeredAt, madeAt }: FileTimes): TableOfResults {
  const word = (name: string): string => translator.t(`verification_list.${name}`);
  const certificateColumns = [
    'result_name',
    'result_latin',
    'result_achievement',
    'result_issued',
    'result_expires',
    'result_reason',
    'result_replaced',
    'result_url',
  ];
  return {
    heads: [
      word('line'),
      word('number'),
      word('name'),
      word('verdict'),
      word('verified_at'),
      nowHead(translator, madeAt),
      ...ROW_STEPS.map((step) => word(`step_${step}`)),
      ...certificateColumns.map(word),
      word('withheld'),
    ],
    widths: [6, 26, 14, 14, 26, 26, ...ROW_STEPS.map(() => 12), 14, 18, 30, 12, 12, 30, 26, 50, 40],
    rowOf: ({ row: { line, number, name, verdict, withheld, checks, certificate: one }, now }) => [
      line,
      number,
      name,
      word(`verdict_${verdict}`),
      isoOf(answeredAt),
      now && word(`verdict_${now}`),
      ...ROW_STEPS.map((step) => checks[step]),
      one?.recipient.name ?? null,
      one?.recipient.latinName ?? null,
      one && (translator.language === 'en' ? one.achievement.nameEn : one.achievement.nameZh),
      one?.issuedOn ?? null,
      one?.expiresOn ?? null,
      one?.reason ?? null,
      one?.replacedBy?.number ?? null,
      one?.url ?? null,
      withheld && word(`withheld_${withheld}`),
    ],
  };
}

/** Head of the column of what held when a file was made. */
export const nowHead = (translator: Translator, madeAt: number): string =>
  translator.t('verification_list.now_at', { at: madeAt });

/** Rows of a result file, read while it is written. */
export async function* answerCells(
  answers: AsyncIterable<readonly RowToday[]>,
  rowOf: TableOfResults['rowOf'],
): AsyncGenerator<TableRows> {
  for await (const rows of answers) yield rows.map(rowOf);
}
