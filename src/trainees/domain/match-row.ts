import type { TraineeFacts } from './facts.js';
import { nameKey } from './names.js';

/** A trainee already on record. */
export interface OnRecord {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly bornOn: string | null;
  readonly workplace: string | null;
}

export interface Match {
  readonly person: OnRecord;
  /**
   * True if the name and a telephone, email or birthday agree and nothing disagrees; otherwise only the name agrees.
   */
  readonly sure: boolean;
}

/** The records that a row may belong to, sure ones first. */
export function matchesFor(facts: TraineeFacts, people: ReadonlyMap<string, readonly OnRecord[]>): Match[] {
  return (people.get(nameKey(facts.name)) ?? [])
    .map((person) => ({ person, sure: agrees(facts, person) }))
    .sort((a, b) => Number(b.sure) - Number(a.sure));
}

/** Indexed by name key, so that a long sheet is not compared with everybody for each row. */
export function byNameKey(people: readonly OnRecord[]): ReadonlyMap<string, readonly OnRecord[]> {
  const byKey = new Map<string, OnRecord[]>();
  for (const person of people) {
    const key = nameKey(person.name);
    const namesakes = byKey.get(key);
    if (namesakes) namesakes.push(person);
    else byKey.set(key, [person]);
  }
  return byKey;
}

function agrees(facts: TraineeFacts, person: OnRecord): boolean {
  const pairs = [
    [facts.phone, person.phone],
    [facts.email, person.email],
    [facts.bornOn, person.bornOn],
  ] as const;
  const compared = pairs.filter(([a, b]) => a !== null && b !== null);
  return (
    compared.some(([a, b]) => a === b) &&
    !(facts.bornOn !== null && person.bornOn !== null && facts.bornOn !== person.bornOn)
  );
}

/** What the row adds to a record: fills empty fields, overwrites nothing. */
export function additionsTo(person: Readonly<Partial<TraineeFacts>>, facts: TraineeFacts): Partial<TraineeFacts> {
  const entries = Object.entries(facts).filter(
    ([name, value]) => value !== null && (person[name as keyof TraineeFacts] ?? null) === null,
  );
  return Object.fromEntries(entries);
}

/** Whether a record has all identifying fields of the row: then the row was imported before. */
export function isTakenAlready(facts: TraineeFacts, { person }: Match): boolean {
  return (['phone', 'email', 'bornOn', 'workplace'] as const).every((name) => facts[name] === person[name]);
}
