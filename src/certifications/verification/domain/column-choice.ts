import { Refusal, refuse } from '../../../platform/refusals.js';
import { hasRemark, isHeadOfOthers } from './list-heads.js';
import type { ListRefusalCode } from './list-refusals.js';
import {
  type Column,
  columnsOf,
  hasManyDigits,
  letterOf,
  type Line,
  type ListTable,
  spread,
  titleOf,
} from './list-table.js';
import { holdsWords, isNumberLabel, isPlainName, mayBeName } from './name-cells.js';
import type { CellReader } from './number-cells.js';

export interface ChosenColumns {
  readonly number: Column;
  readonly name: Column;
}

/** The columns that may be meant; the choice is made if there is exactly one. */
type Candidates = readonly Column[];

/** Columns that a refusal names. */
const MOST_NAMED = 6;

/**
 * Takes a column only if nothing speaks for another one: whoever is asked about by mistake is kept, with a signed
 * answer.
 */
export function chooseColumns(
  table: ListTable,
  lines: readonly Line[],
  reader: CellReader,
): ChosenColumns | Refusal<ListRefusalCode> {
  const columns = columnsOf(table);
  const numbers = numberCandidates(columns, reader);
  const [number] = numbers;
  const heads = seenIn(table.heads.at(-1) ?? lines[0]);
  if (!number) return refuse('listLacksNumbers', { heads }, 'file');
  if (numbers.length > 1) return refuse('listNumbersUnclear', { columns: namesOf(numbers) }, 'file');
  if (isPersonal(number, reader)) return refuse('listNumbersPersonal', { column: titleOf(number) }, 'file');
  if (table.heads.length === 0 && !isQuestion(table.body[0]?.cells[number.at]))
    return refuse('listLacksNumbers', { heads }, 'file');
  const name = chooseNames(columns, number, { reader, heads });
  if (name instanceof Refusal) return name;
  const fault = faultOfNames(table, { number, name }, reader);
  return fault ? refuse(fault, { column: titleOf(name) }, 'file') : { number, name };
}

/** Judged where the numbers are this academy's, if any are: such a row is certainly a question. */
function faultOfNames(
  { body }: ListTable,
  { number, name }: ChosenColumns,
  { isNumber }: CellReader,
): ListRefusalCode | null {
  const sure = body.filter(({ cells }) => isNumber(cells[number.at] ?? ''));
  if (sure.some(({ cells }) => isNumberLabel(cells[name.at] ?? ''))) return 'listIsForm';
  const those = spread(sure, name.at);
  return share(those.length > 0 ? those : name.cells, mayBeName) < 1 / 2 ? 'listNamesOther' : null;
}

/** What a refusal without names says. */
interface Seen {
  readonly reader: CellReader;
  readonly heads: string;
}

function chooseNames(
  columns: readonly Column[],
  number: Column,
  { reader, heads }: Seen,
): Column | Refusal<ListRefusalCode> {
  const isConfirmed = number.cells.some(reader.isNumber);
  const names = nameCandidates(
    columns.filter(({ at }) => at !== number.at),
    number,
    reader,
  );
  const [name] = names;
  // A cover may explain the columns of a list.
  if (!name || (name.meaning?.kind !== 'name' && !isConfirmed))
    return refuse('listLacksNames', { heads, numbers: isConfirmed ? titleOf(number) : null }, 'file');
  return names.length > 1 ? refuse('listNamesUnclear', { columns: namesOf(names) }, 'file') : name;
}

/** A head that names the certificate's number counts more than what is in the other columns, but not against it. */
function numberCandidates(columns: readonly Column[], { isNumber }: CellReader): Candidates {
  const named = plainest(columns.filter(({ meaning }) => meaning?.kind === 'certificateNumber'));
  const confirmed = named.filter(({ cells }) => cells.some(isNumber));
  if (confirmed.length > 0) return confirmed;
  // Mistyped numbers, and numbers of others, may be among them.
  const holdsNumbers = ({ cells }: Column): boolean => share(cells, isNumber) >= 1 / 2;
  return [...named, ...columns.filter((column) => !named.includes(column) && holdsNumbers(column))];
}

const isPersonal = ({ cells }: Column, reader: CellReader): boolean =>
  !cells.some(reader.isNumber) && share(cells, reader.isPersonal) > 1 / 2;

/** Not a head in words that are unknown here. */
export const isQuestion = (cell = ''): boolean => hasManyDigits(cell) && !/\p{Script=Han}/u.test(cell);

function nameCandidates(columns: readonly Column[], number: Column, reader: CellReader): Candidates {
  const ranked = columns.flatMap((column) =>
    column.meaning?.kind === 'name' ? [{ column, rank: column.meaning.rank, isPart: column.meaning.isPart }] : [],
  );
  if (ranked.length === 0) return likelyNames(columns, number, reader);
  const first = Math.min(...ranked.map(({ rank }) => rank));
  const those = ranked.filter(({ rank }) => rank === first);
  return those.every(({ isPart }) => isPart) && those.length === 1 ? [] : plainest(those.map(({ column }) => column));
}

/** Every column of words speaks against the others. The only one is taken if it plainly contains names. */
function likelyNames(columns: readonly Column[], number: Column, reader: CellReader): Candidates {
  const hasWords = (cell: string): boolean => holdsWords(cell) && !reader.isNumber(cell) && !reader.isPersonal(cell);
  const rivals = columns.filter(({ cells }) => share(cells, hasWords) >= 1 / 3);
  if (rivals.length > 1) return rivals;
  return rivals.filter(
    (column) =>
      share(column.cells, isPlainName) > 0.6 && !isHeadOfOthers(column.head) && !repeats(column.cells, number.cells),
  );
}

/** Different numbers that tell something about how often words repeat. */
const ENOUGH_NUMBERS = 6;

/** As departments and courses do: a few words beside many certificates. */
function repeats(cells: readonly string[], numbers: readonly string[]): boolean {
  const count = new Set(numbers).size;
  return count >= ENOUGH_NUMBERS && new Set(cells).size * 3 <= count;
}

const share = (cells: readonly string[], holds: (cell: string) => boolean): number =>
  cells.filter(holds).length / cells.length;

function plainest(columns: Candidates): Candidates {
  const plain = columns.filter(({ head }) => !hasRemark(head));
  return plain.length > 0 ? plain : columns;
}

const namesOf = (columns: Candidates): string =>
  columns
    .slice(0, MOST_NAMED)
    .map((column) => (column.head === '' ? letterOf(column.at) : `${titleOf(column)} (${letterOf(column.at)})`))
    .join('、');

const seenIn = (line?: Line): string =>
  (line?.cells ?? [])
    .map((cell) => cell.trim().slice(0, 20))
    .filter((cell) => cell !== '')
    .slice(0, MOST_NAMED)
    .join('、');
