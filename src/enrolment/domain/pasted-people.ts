import { normalizeText } from '../../platform/texts.js';

/** One line of a pasted list: the name, email and phone found in it. */
export interface PastedPerson {
  readonly line: number;
  readonly typed: string;
  readonly name: string | null;
  readonly email: string | null;
  readonly phone: string | null;
}

export const MOST_PASTED_PEOPLE = 300;

/**
 * Parses rows copied from a spreadsheet or a chat: one person a line, cells in any order, separated by tabs, commas,
 * semicolons or at least two spaces.
 */
export function readPastedPeople(text: string): PastedPerson[] {
  return text
    .split('\n')
    .map((typed, index) => ({ typed: typed.trim(), line: index + 1 }))
    .filter(({ typed }) => typed !== '')
    .map(({ typed, line }) => {
      const cells = normalizeText(typed, 'NFKC')
        .split(/[\t,;、]+|\s{2,}/)
        .flatMap((cell) => (/[@\d]/.test(cell) ? cell.trim().split(/\s+/) : [cell.trim()]))
        .filter(Boolean);
      const email = cells.find((cell) => cell.includes('@'))?.toLowerCase() ?? null;
      const phone = cells.find((cell) => /^\+?[\d-]{7,20}$/.test(cell))?.replace(/-/g, '') ?? null;
      const name = cells.find((cell) => !cell.includes('@') && /\p{L}/u.test(cell)) ?? null;
      return { line, typed: typed.slice(0, 200), name, email, phone };
    });
}

export interface PersonOnRecord {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
}

export type Recognition<Person> =
  { readonly kind: 'known'; readonly person: Person } | { readonly kind: 'several' } | { readonly kind: 'unknown' };

/**
 * Finds the person on record. An email or phone must match, and the name too where the line has one; a name alone is
 * enough only if a single person has it.
 */
export function recognise<Person extends PersonOnRecord>(
  pasted: PastedPerson,
  candidates: readonly Person[],
): Recognition<Person> {
  const sameName = pasted.name === null ? candidates : candidates.filter(({ name }) => name === pasted.name);
  const sameContact = sameName.filter(
    ({ email, phone }) =>
      (pasted.email !== null && email === pasted.email) || (pasted.phone !== null && phone === pasted.phone),
  );
  const matches = pasted.email === null && pasted.phone === null ? sameName : sameContact;
  const [only, ...others] = matches;
  if (only === undefined) return { kind: 'unknown' };
  return others.length > 0 ? { kind: 'several' } : { kind: 'known', person: only };
}
