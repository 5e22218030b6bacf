import { refuse, type Refusal } from '../../../platform/refusals.js';
import { cohortOfMovable } from './affected-sessions.js';
import type { FreeSlot } from './free-slots.js';
import type { InHand, Workbench } from './workbench.js';

/** Number of times tried for a session without a slot. */
const TIMES_TRIED = 40;

/** If a session finds no slot, one other session may move to make room: a chain of two, never longer. */
export function* makeWay(bench: Workbench, all: InHand[]): Generator<void, void> {
  const inHand = new Set(all.map(({ session }) => session.id));
  for (const one of all.filter(({ session }) => !bench.put.has(session.id))) {
    const isOpen = bench.reach.days.of(one.session.startsAt)?.closed === false;
    for (const slot of [...(isOpen ? [null] : []), ...one.slots.slice(0, TIMES_TRIED)]) {
      const moved = freed(bench, one, { slot, inHand });
      yield;
      if (!moved) continue;
      inHand.add(moved.session.id);
      all.push(moved);
      break;
    }
  }
}

interface Chain {
  /** Null: its own time. */
  readonly slot: FreeSlot | null;
  readonly inHand: ReadonlySet<string>;
}

/** The session that moved to make room, if any. */
function freed(bench: Workbench, one: InHand, { slot, inHand }: Chain): InHand | null {
  const blockers = new Set(
    bench.obstaclesAt(one, slot ?? one.session).flatMap((against) => onlyBlocker(against) ?? []),
  );
  for (const id of blockers) {
    const session = inHand.has(id) ? undefined : bench.timetable.index.get(id);
    if (!session || !cohortOfMovable(bench.timetable, bench.scope, session)) continue;
    const other = bench.inHand({
      session,
      reasons: [refuse('sessionMakesWay', { cohort: one.cohort.code, number: one.session.number })],
    });
    if (exchanged(bench, { one, other, slot })) return other;
  }
  return null;
}

function exchanged(
  bench: Workbench,
  { one, other, slot }: { one: InHand; other: InHand; slot: FreeSlot | null },
): boolean {
  bench.takeOut(one);
  bench.takeOut(other);
  const put = slot ? bench.at(one, slot) : bench.atItsOwnTime(one);
  if (put) bench.place(one, put);
  const instead = put && bench.best(other);
  if (instead && instead.cost[1] > 0) {
    bench.place(other, instead);
    return true;
  }
  bench.takeOut(one);
  bench.timetable.index.put(other.session);
  bench.timetable.index.put(one.session);
  return false;
}

/** The only session in the way; null if there are several or another refusal. */
function onlyBlocker(against: readonly Refusal[]): string | null {
  const ids = new Set(
    against.map(({ code, data }) => (code.endsWith('IsTaken') && data['more'] === 0 ? data['session'] : null)),
  );
  const [id] = ids;
  return ids.size === 1 && typeof id === 'string' ? id : null;
}
