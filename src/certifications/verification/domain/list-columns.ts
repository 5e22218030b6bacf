import { refuse, type Refusal } from '../../../platform/refusals.js';
import { cutText } from '../../../platform/texts.js';
import { type QuestionRow, MOST_ROWS } from './question-rows.js';
import type { VerificationRefusalCode } from './refusals.js';

interface Line {
  readonly line: number;
  readonly cells: readonly string[];
}

export interface RequestList {
  readonly rows: readonly QuestionRow[];
  /** The heads of the two columns that were taken. */
  readonly columns: { readonly number: string; readonly name: string };
}

const NUMBER_HEADS = [
  '证书编号',
  '编号',
  '证书号',
  '证书号码',
  '证书编码',
  '号码',
  'number',
  'certificatenumber',
  'certificateno',
  'certno',
  'no',
  'certificate',
  'certificateid',
];
const NAME_HEADS = [
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
/** Titles and notes stand above the heads of many sheets. */
const HEAD_WITHIN = 10;
const LONGEST = 200;

/** Finds the columns of numbers and names by their heads, or, without heads, by what stands in them; then the rows. */
export function askedList(lines: readonly Line[]): RequestList | Refusal<VerificationRefusalCode> {
  if (lines.length === 0) return refuse('listEmpty', {}, 'file');
  const headed = lines.slice(0, HEAD_WITHIN).findIndex(({ cells }) => places(cells) !== null);
  const found =
    headed >= 0
      ? { places: places(lines[headed]!.cells)!, heads: lines[headed]!.cells, body: lines.slice(headed + 1) }
      : guessed(lines);
  if (!found)
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
  const cell = (cells: readonly string[], at: number): string =>
    cutText((cells[at] ?? '').normalize('NFC').trim(), LONGEST);
  const rows = found.body
    .map(({ line, cells }) => ({
      line,
      number: cell(cells, found.places.number),
      name: cell(cells, found.places.name),
    }))
    .filter(({ number, name }) => number !== '' || name !== '');
  if (rows.length === 0) return refuse('listEmpty', {}, 'file');
  if (rows.length > MOST_ROWS) return refuse('listTooLong', { count: rows.length, most: MOST_ROWS }, 'file');
  return {
    rows,
    columns: { number: headOf(found.heads, found.places.number), name: headOf(found.heads, found.places.name) },
  };
}

interface Places {
  readonly number: number;
  readonly name: number;
}

/** Characters; what is longer is no head. */
const LONGEST_HEAD = 200;

function places(cells: readonly string[]): Places | null {
  const plain = cells.map((cell) =>
    cell
      .slice(0, LONGEST_HEAD)
      .normalize('NFKC')
      .replace(/\([^()]*\)/g, '')
      .replace(/[^\p{L}]/gu, '')
      .toLowerCase(),
  );
  const at = (heads: readonly string[]): number =>
    heads.map((head) => plain.indexOf(head)).find((place) => place >= 0) ?? -1;
  const found = { number: at(NUMBER_HEADS), name: at(NAME_HEADS) };
  return found.number >= 0 && found.name >= 0 && found.number !== found.name ? found : null;
}

/** Without heads: the column where most cells look like a number, and the one where most look like a name. */
function guessed(lines: readonly Line[]): { places: Places; heads: readonly string[]; body: readonly Line[] } | null {
  const sample = lines.slice(0, 50);
  const share = (at: number, fits: (cell: string) => boolean): number =>
    sample.filter(({ cells }) => fits((cells[at] ?? '').trim())).length / sample.length;
  const width = Math.min(100, Math.max(...sample.map(({ cells }) => cells.length)));
  const best = (fits: (cell: string) => boolean, but: number): number => {
    const ranked = Array.from({ length: width }, (_, at) => ({ at, share: at === but ? 0 : share(at, fits) })).sort(
      (one, other) => other.share - one.share,
    )[0];
    return ranked && ranked.share > 0.6 ? ranked.at : -1;
  };
  const number = best((cell) => /^[A-Za-z0-9][A-Za-z0-9 ./-]{6,40}$/.test(cell) && /\d{3}/.test(cell), -1);
  const name =
    number < 0
      ? -1
      : best((cell) => /^(\p{Script=Han}[\p{Script=Han}·]{1,20}|\p{L}[\p{L} .'-]{2,60})$/u.test(cell), number);
  return number < 0 || name < 0 ? null : { places: { number, name }, heads: [], body: lines };
}

const headOf = (heads: readonly string[], at: number): string =>
  cutText((heads[at] ?? '').trim(), 40) || String.fromCharCode(65 + (at % 26));
