/** One line of a pasted list, read as a person: whatever of name, email and phone it holds. */
export interface PastedPerson {
  readonly line: number;
  readonly typed: string;
  readonly name: string | null;
  readonly email: string | null;
  readonly phone: string | null;
}

export const MOST_PASTED = 300;

/**
 * Reads rows as they are copied from a spreadsheet or a chat:
 * cells apart by tabs, commas or spaces, in any order, one person a line.
 */
export function readPastedPeople(text: string): PastedPerson[] {
  return text
    .split('\n')
    .map((typed, index) => ({ typed: typed.trim(), line: index + 1 }))
    .filter(({ typed }) => typed !== '')
    .map(({ typed, line }) => {
      const cells = typed
        .normalize('NFKC')
        .split(/[\t,;、]+|\s{2,}/)
        .flatMap((cell) => (/[@\d]/.test(cell) ? cell.trim().split(/\s+/) : [cell.trim()]))
        .filter(Boolean);
      const email = cells.find((cell) => cell.includes('@'))?.toLowerCase() ?? null;
      const phone = cells.find((cell) => /^\+?[\d-]{7,20}$/.test(cell))?.replace(/-/g, '') ?? null;
      const name = cells.find((cell) => !cell.includes('@') && /\p{L}/u.test(cell)) ?? null;
      return { line, typed: typed.slice(0, 200), name, email, phone };
    });
}

export interface KnownPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
}

export type Recognised<Person> =
  { readonly kind: 'known'; readonly person: Person } | { readonly kind: 'several' } | { readonly kind: 'unknown' };

/**
 * Who is meant: an email or phone decides, together with the name where one is told;
 * a name alone only when one person bears it.
 */
export function recognise<Person extends KnownPerson>(
  pasted: PastedPerson,
  known: readonly Person[],
): Recognised<Person> {
  const bearers = pasted.name === null ? known : known.filter(({ name }) => name === pasted.name);
  const reached = bearers.filter(
    ({ email, phone }) =>
      (pasted.email !== null && email === pasted.email) || (pasted.phone !== null && phone === pasted.phone),
  );
  const meant = pasted.email === null && pasted.phone === null ? bearers : reached;
  const [only, ...others] = meant;
  if (only === undefined) return { kind: 'unknown' };
  return others.length > 0 ? { kind: 'several' } : { kind: 'known', person: only };
}
