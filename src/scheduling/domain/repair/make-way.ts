import { refuse, type Refusal } from '../../../platform/refusals.js';
import { cohortOfMovable } from './affected-sessions.js';
import type { Slot } from './slots.js';
import type { InHand, Workbench } from './workbench.js';

/** How many times are tried for a session without a place. */
const TIMES_TRIED = 40;

/** Where a session finds no place, one other session of the timetable may make way for it: a chain of two, never longer. */
export function* makeWay(bench: Workbench, all: InHand[]): Generator<void, void> {
  const inHand = new Set(all.map(({ session }) => session.id));
  for (const one of all.filter(({ session }) => !bench.put.has(session.id))) {
    for (const slot of one.slots.slice(0, TIMES_TRIED)) {
      const moved = freed(bench, one, { slot, inHand });
      yield;
      if (!moved) continue;
      inHand.add(moved.session.id);
      all.push(moved);
      break;
    }
  }
}

/** The session that made way, where one did. */
function freed(bench: Workbench, one: InHand, { slot, inHand }: { readonly slot: Slot; readonly inHand: ReadonlySet<string> }): InHand | null {
  const blocker = onlyBlocker(bench.against(one, slot));
  const session = blocker === null || inHand.has(blocker) ? undefined : bench.timetable.index.get(blocker);
  if (!session || !cohortOfMovable(bench.timetable, bench.scope, session)) return null;
  const other = bench.inHand({ session, reasons: [refuse('sessionMakesWay', { cohort: one.cohort.code, number: one.session.number })] });
  bench.takeOut(one);
  bench.takeOut(other);
  const put = bench.at(one, slot);
  if (put) bench.place(one, put);
  const instead = put && bench.best(other);
  if (instead && instead.cost[1] > 0) {
    bench.place(other, instead);
    return other;
  }
  bench.takeOut(one);
  bench.timetable.index.put(session);
  bench.timetable.index.put(one.session);
  return null;
}

/** The one session in the way; null where there are several, or something else speaks against the time. */
function onlyBlocker(against: readonly Refusal[]): string | null {
  const ids = new Set(against.map(({ code, data }) => (code.endsWith('IsTaken') && data['more'] === 0 ? data['session'] : null)));
  const [id] = ids;
  return ids.size === 1 && typeof id === 'string' ? id : null;
}
