import { type Refusal, refuse } from '../../../platform/refusals.js';
import { hasRemark } from './list-heads.js';
import type { ListRefusalCode } from './list-refusals.js';
import { type Column, columnsOf, hasManyDigits, letterOf, type Line, type ListTable, titleOf } from './list-table.js';
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
  const names = nameCandidates(columns.filter(({ at }) => at !== number.at));
  const [name] = names;
  if (!name) return refuse('listLacksNames', { heads }, 'file');
  // A cover may explain the columns of a list.
  if (name.meaning?.kind !== 'name' && !number.cells.some(reader.isNumber))
    return refuse('listLacksNames', { heads }, 'file');
  if (names.length > 1) return refuse('listNamesUnclear', { columns: namesOf(names) }, 'file');
  return { number, name };
}

/** A head that names the certificate's number counts more than what is in the other columns, but not against it. */
function numberCandidates(columns: readonly Column[], { isNumber }: CellReader): Candidates {
  const named = plainest(columns.filter(({ meaning }) => meaning?.kind === 'certificateNumber'));
  const confirmed = named.filter(({ cells }) => cells.some(isNumber));
  if (confirmed.length > 0) return confirmed;
  // Mistyped numbers, and numbers of others, may be among them.
  const holdsNumbers = ({ cells }: Column): boolean => cells.filter(isNumber).length * 2 >= cells.length;
  return [...named, ...columns.filter((column) => !named.includes(column) && holdsNumbers(column))];
}

const isPersonal = ({ cells }: Column, reader: CellReader): boolean =>
  !cells.some(reader.isNumber) && cells.filter(reader.isPersonal).length * 2 > cells.length;

/** Not a head in words that are unknown here. */
const isQuestion = (cell = ''): boolean => hasManyDigits(cell) && !/\p{Script=Han}/u.test(cell);

function nameCandidates(columns: readonly Column[]): Candidates {
  const ranked = columns.flatMap((column) =>
    column.meaning?.kind === 'name' ? [{ column, rank: column.meaning.rank, isPart: column.meaning.isPart }] : [],
  );
  if (ranked.length === 0) return columns.filter(holdsNames);
  const first = Math.min(...ranked.map(({ rank }) => rank));
  const those = ranked.filter(({ rank }) => rank === first);
  return those.every(({ isPart }) => isPart) && those.length === 1 ? [] : plainest(those.map(({ column }) => column));
}

const NAME = /^(?:\p{Script=Han}[\p{Script=Han}·]{1,20}|\p{L}[\p{L} .'-]{2,60})$/u;
const holdsNames = ({ cells }: Column): boolean => cells.filter((cell) => NAME.test(cell)).length > cells.length * 0.6;

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
