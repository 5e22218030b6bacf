import type { TraineeFacts } from './facts.js';
import { nameKey } from './names.js';

/** Somebody who is on record already. */
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
  /** Sure: the name and a telephone, email or birthday agree and nothing disagrees. Else only the name does. */
  readonly sure: boolean;
}

/** Who on record may be the person of a row, the sure ones first. */
export function matchesFor(facts: TraineeFacts, people: ReadonlyMap<string, readonly OnRecord[]>): Match[] {
  return (people.get(nameKey(facts.name)) ?? [])
    .map((person) => ({ person, sure: agrees(facts, person) }))
    .sort((a, b) => Number(b.sure) - Number(a.sure));
}

/** By the key of the name, so that a long sheet is not compared with everybody for each of its rows. */
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

/** What the row adds to a record: fills what is empty, overwrites nothing. */
export function additionsTo(person: Readonly<Partial<TraineeFacts>>, facts: TraineeFacts): Partial<TraineeFacts> {
  const entries = Object.entries(facts).filter(
    ([name, value]) => value !== null && (person[name as keyof TraineeFacts] ?? null) === null,
  );
  return Object.fromEntries(entries);
}

/** Whether a record says all that the row could be told apart by: such a row was taken before. */
export function isTakenAlready(facts: TraineeFacts, { person }: Match): boolean {
  return (['phone', 'email', 'bornOn', 'workplace'] as const).every((name) => facts[name] === person[name]);
}
