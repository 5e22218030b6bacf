import { factsBlockers, type TraineeFacts, tidyFacts } from './facts.js';
import { type Education } from './education.js';
import { nameKey } from './names.js';
import { type Column, educationNamed, type SheetRow } from './sheet-columns.js';
import { normalizeText } from '../../platform/texts.js';

/** What is wrong in one cell, as a message key. */
export interface CellFault {
  readonly column: Column;
  readonly key: string;
  readonly values: Readonly<Record<string, string | number | null>>;
}

export interface JudgedRow {
  readonly line: number;
  readonly facts: TraineeFacts;
  readonly faults: readonly CellFault[];
}

/** How typed days are parsed, and what day it is today. */
export interface DayReading {
  readonly today: string;
  readonly read: (typed: string, today: string) => string | null;
}

const LONGEST: Readonly<Partial<Record<Column, number>>> = {
  name: 100,
  latinName: 100,
  email: 254,
  phone: 40,
  workplace: 200,
  note: 2000,
};
const EMAIL = /^[^\s@<>"(),:;\\[\]]{1,64}@[^\s@.]+(\.[^\s@.]+)+$/;

/** Judges all rows of a sheet in order. A second row for a person refers to the first. */
export function* judgeRows(rows: readonly SheetRow[], days: DayReading): Generator<JudgedRow> {
  const seen = new Map<string, number>();
  for (const row of rows) {
    const judged = judgeRow(row, days);
    const key = personKey(judged.facts);
    const before = seen.get(key);
    if (before === undefined) seen.set(key, row.line);
    yield before === undefined || judged.facts.name === ''
      ? judged
      : {
          ...judged,
          faults: [...judged.faults, { column: 'name', key: 'import.fault_twice', values: { line: before } }],
        };
  }
}

function judgeRow({ line, cells }: SheetRow, { today, read }: DayReading): JudgedRow {
  const faults: CellFault[] = [];
  const wrong = (column: Column, key: string, values: CellFault['values'] = {}) =>
    void faults.push({ column, key, values });
  const cell = (column: Column) => cells[column] ?? null;
  const bornOn = cells.bornOn === undefined ? null : read(cells.bornOn, today);
  const education = cells.education === undefined ? null : educationNamed(cells.education);
  if (cells.bornOn !== undefined && bornOn === null)
    wrong('bornOn', 'import.fault_date', { typed: cells.bornOn.slice(0, 40) });
  if (cells.education !== undefined && education === null)
    wrong('education', 'import.fault_education', { typed: cells.education.slice(0, 40) });
  const facts = tidyFacts({
    name: cells.name ?? '',
    latinName: cell('latinName'),
    email: cells.email === undefined ? null : normalizeText(cells.email, 'NFKC').replace(/\s/g, ''),
    phone: cell('phone'),
    workplace: cell('workplace'),
    education: education as Education | null,
    bornOn,
    note: cell('note'),
  });
  if (facts.name === '') wrong('name', 'import.fault_no_name');
  if (facts.email !== null && !EMAIL.test(facts.email))
    wrong('email', 'import.fault_email', { typed: facts.email.slice(0, 60) });
  if (cells.phone !== undefined && /^\d(\.\d+)?[eE]\+?\d+$/.test(cells.phone))
    wrong('phone', 'import.fault_rounded', { typed: cells.phone });
  for (const [column, most] of Object.entries(LONGEST) as [Column, number][]) {
    if ([...(facts[column] ?? '')].length > most) wrong(column, 'form.too_long', { max: most });
  }
  const faultyColumns = new Set(faults.map(({ column }) => column));
  for (const { code, data, field } of factsBlockers(facts, today)) {
    if (!faultyColumns.has(field as Column)) wrong(field as Column, `refusal.${code}`, data);
  }
  return { line, facts, faults };
}

/**
 * Characters of a field that are used to compare rows; a longer one is never accepted. Case folding can make eighteen
 * of one, and V8 compares keys of more than 16,383 characters one by one.
 */
const LONGEST_COMPARED = 300;

/** Two rows with the same key are the same person: same name and, if given, the same telephone, email or birthday. */
function personKey({ name, phone, email, bornOn }: TraineeFacts): string {
  const identifier = phone ?? email ?? bornOn ?? '';
  return `${nameKey(name.slice(0, LONGEST_COMPARED))}|${identifier.slice(0, LONGEST_COMPARED)}`;
}
