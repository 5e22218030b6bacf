import { refuse, type Refusal } from '../../../platform/refusals.js';
import { cutText, normalizeText } from '../../../platform/texts.js';
import { isReordered, LONGEST_QUESTION, MOST_LIST_ROWS, type QuestionRow, wellFormed } from './verification-list.js';
import type { VerificationRefusalCode } from './refusals.js';

interface Line {
  readonly line: number;
  readonly cells: readonly string[];
}

export interface SubmittedList {
  readonly rows: readonly QuestionRow[];
  /** Headers of the two columns that were used. */
  readonly columns: { readonly number: string; readonly name: string };
}

/** Those that name the certificate come first: beside them, "编号" or "No." counts the lines. */
const NUMBER_HEADERS = [
  '证书编号',
  '证书号',
  '证书号码',
  '证书编码',
  'certificatenumber',
  'certificateno',
  'certno',
  'certificateid',
  'certificate',
  '编号',
  '号码',
  'number',
  'no',
];
const NAME_HEADERS = [
  '姓名',
  '持证人',
  '持证人姓名',
  '学员姓名',
  '员工姓名',
  '名字',
  '应聘人',
  '候选人',
  'name',
  'fullname',
  'holder',
  'holdername',
  'recipient',
  'employeename',
  'candidate',
  'candidatename',
];
/** Many sheets have titles and notes above the header row. */
const HEADER_WITHIN = 10;
/** UTF-16 units of a cell that are read. A longer cell is cut, but never to less than this. */
export const LONGEST_CELL = 400;

/** Finds the columns of numbers and names by header, or by content if there is no header row, then reads the rows. */
export function readSubmittedList(lines: readonly Line[]): SubmittedList | Refusal<VerificationRefusalCode> {
  if (lines.length === 0) return refuse('listEmpty', {}, 'file');
  const table = headedTable(lines) ?? guessTable(lines);
  if (!table)
    return refuse(
      'listLacksColumns',
      {
        heads: (lines[0]?.cells ?? [])
          .slice(0, 6)
          .map((cell) => cell.trim().slice(0, 20))
          .filter((cell) => cell !== '')
          .join('、'),
      },
      'file',
    );
  const { columns } = table;
  const lineWith = (fault: (cell: string) => boolean): Line | undefined =>
    table.body.find(({ cells }) => [columns.number, columns.name].some((at) => fault(cells[at] ?? '')));
  const tooLong = lineWith(isTooLong);
  if (tooLong) return refuse('listCellTooLong', { line: tooLong.line, most: LONGEST_QUESTION }, 'file');
  const reordered = lineWith(isReordered);
  if (reordered) return refuse('listCellReordered', { line: reordered.line }, 'file');
  const cell = (cells: readonly string[], at: number): string => wellFormed(trimmed(cells[at]));
  const rows = table.body
    .map(({ line, cells }) => ({
      line,
      number: cell(cells, columns.number),
      name: cell(cells, columns.name),
    }))
    .filter(({ number, name }) => number !== '' || name !== '');
  if (rows.length === 0) return refuse('listEmpty', {}, 'file');
  if (rows.length > MOST_LIST_ROWS) return refuse('listTooLong', { count: rows.length, most: MOST_LIST_ROWS }, 'file');
  return {
    rows,
    columns: {
      number: headerOf(table.headers, columns.number),
      name: headerOf(table.headers, columns.name),
    },
  };
}

const trimmed = (cell = ''): string => normalizeText(cell, 'NFC').trim();

/** Also if it may have been cut: white space at its end may have hidden the rest. */
const isTooLong = (cell: string): boolean =>
  // The reader never splits a pair of surrogates.
  cell.length >= LONGEST_CELL - 1 || [...trimmed(cell)].length > LONGEST_QUESTION;

interface Columns {
  readonly number: number;
  readonly name: number;
}

/** Characters; longer cells are not headers. */
const LONGEST_HEADER = 200;

interface Table {
  readonly columns: Columns;
  readonly headers: readonly string[];
  readonly body: readonly Line[];
}

function headedTable(lines: readonly Line[]): Table | null {
  for (const [at, { cells }] of lines.slice(0, HEADER_WITHIN).entries()) {
    const body = lines.slice(at + 1);
    const columns = columnsOf(cells, body);
    if (columns) return { columns, headers: cells, body };
  }
  return null;
}

function columnsOf(cells: readonly string[], body: readonly Line[]): Columns | null {
  const plain = cells.map((cell) =>
    normalizeText(cell.slice(0, LONGEST_HEADER), 'NFKC')
      .replace(/\([^()]*\)/g, '')
      .replace(/[^\p{L}]/gu, '')
      .toLowerCase(),
  );
  // A remark in brackets, as in “姓名（拼音）”, says that there is a plainer column.
  const isPlain = (at: number): boolean => !/[（(]/.test(cells[at]!);
  const found = (headers: readonly string[]): number[] =>
    headers.flatMap((header) => {
      const those = plain.flatMap((cell, index) => (cell === header ? [index] : []));
      return [...those.filter(isPlain), ...those];
    });
  const numbers = found(NUMBER_HEADERS);
  // "Certificate" may head the title, and "No." the lines.
  const hasNumbers = (at: number): boolean => sampleOf(body).some(({ cells: row }) => looksLikeNumber(row[at]));
  const columns = { number: numbers.find(hasNumbers) ?? numbers[0] ?? -1, name: found(NAME_HEADERS)[0] ?? -1 };
  return columns.number >= 0 && columns.name >= 0 && columns.number !== columns.name ? columns : null;
}

/**
 * Without a header row: the column whose cells mostly look like numbers, and the one whose cells mostly look like
 * names.
 */
function guessTable(lines: readonly Line[]): Table | null {
  const sample = sampleOf(lines);
  const share = (at: number, fits: (cell: string) => boolean): number =>
    sample.filter(({ cells }) => fits((cells[at] ?? '').trim())).length / sample.length;
  const width = Math.min(100, Math.max(...sample.map(({ cells }) => cells.length)));
  const best = (fits: (cell: string) => boolean, but: number): number => {
    const ranked = Array.from({ length: width }, (_, at) => ({ at, share: at === but ? 0 : share(at, fits) })).sort(
      (one, other) => other.share - one.share,
    )[0];
    return ranked && ranked.share > 0.6 ? ranked.at : -1;
  };
  const number = best(looksLikeNumber, -1);
  const name =
    number < 0
      ? -1
      : best((cell) => /^(\p{Script=Han}[\p{Script=Han}·]{1,20}|\p{L}[\p{L} .'-]{2,60})$/u.test(cell), number);
  return number < 0 || name < 0 ? null : { columns: { number, name }, headers: [], body: lines };
}

const sampleOf = (lines: readonly Line[]): readonly Line[] => lines.slice(0, 50);

function looksLikeNumber(cell = ''): boolean {
  const plain = cell.trim();
  return /^[A-Za-z0-9][A-Za-z0-9 ./-]{6,40}$/.test(plain) && /\d{3}/.test(plain);
}

const headerOf = (headers: readonly string[], at: number): string =>
  cutText((headers[at] ?? '').trim(), 40) || String.fromCharCode(65 + (at % 26));
