import { NumberPattern } from '../../../../src/certifications/core/domain/index.js';
import { readSubmittedList } from '../../../../src/certifications/verification/domain/list-columns.js';
import { cellReader, shapesOf } from '../../../../src/certifications/verification/domain/number-cells.js';
import { Refusal } from '../../../../src/platform/refusals.js';

export const patternOf = (text: string): NumberPattern => NumberPattern.read(text, 'JITA') as NumberPattern;
export const USUAL = patternOf('{PREFIX}-{YYYY}-{SEQ:6}-{CHECK}');
export const [N1, N2, N3, N4] = [1, 2, 3, 4].map((sequence) => USUAL.print(2026, sequence)) as [
  string,
  string,
  string,
  string,
];
export const MISTYPED = N1.replace('000001', '000007');

const sheet = (...rows: readonly string[][]) => rows.map((cells, at) => ({ line: at + 1, cells }));
export const read = (rows: readonly string[][], patterns: readonly NumberPattern[] = [USUAL]) =>
  readSubmittedList(sheet(...rows), cellReader(shapesOf(patterns)));
export const asked = (...rows: readonly string[][]) => {
  const list = read(rows);
  return list instanceof Refusal
    ? list.code
    : {
        number: list.columns.number,
        name: list.columns.name,
        rows: list.rows.map(({ line, number, name }) => [line, number, name]),
      };
};

/** Rows between bars, cells between commas. */
export const rowsOf = (text: string): string[][] => text.split(' | ').map((row) => row.split(','));
