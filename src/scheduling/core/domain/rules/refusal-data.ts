import { dayOf } from '../../../../platform/clock.js';
import { type Refusal, type RefusalData } from '../../../../platform/refusals.js';
import type { Clash, BilingualName, PlacedSession, ProposedSlot, Resource } from '../placed-session.js';
import type { TimetableRefusalCode } from '../refusals.js';
import type { Answer } from './slot-facts.js';

type OtherSession = ReturnType<typeof named>;

/** One refusal per resource, naming the first session that holds it; `more` counts the others. */
export function heldBy(
  clashes: readonly Clash[],
  held: { resource: Resource; resourceId?: string },
  refusalOf: (other: OtherSession) => Refusal<TimetableRefusalCode>,
): Answer {
  const [first, ...rest] = clashes.filter(
    (clash) => clash.resource === held.resource && (held.resourceId ?? clash.resourceId) === clash.resourceId,
  );
  return first === undefined ? null : refusalOf(named(first.other, rest.length));
}

function named({ id, cohortCode, number, startsAt, endsAt, roomName, instructorNames }: PlacedSession, more: number) {
  return {
    session: id,
    cohort: cohortCode,
    number,
    day: dayOf(startsAt),
    startsAt,
    endsAt,
    more,
    ...bothNames('room', roomName),
    ...bothNames('instructor', instructorNames[0] ?? null),
  };
}

/** A name in both languages as refusal data. */
export function bothNames(what: string, name: BilingualName | null): RefusalData {
  return { [`${what}Zh`]: name?.zh ?? '', [`${what}En`]: name?.en ?? '' };
}

export function times({ startsAt, endsAt }: ProposedSlot): { startsAt: number; endsAt: number } {
  return { startsAt, endsAt };
}
