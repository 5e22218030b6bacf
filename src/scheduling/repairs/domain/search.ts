import { whatForbids } from './affected-sessions.js';
import { compareCosts } from './cost.js';
import { type InHand, type Put, totalOf, type Workbench } from './workbench.js';

/** Number of sessions removed and placed again per round. */
const MOST_AT_ONCE = 6;
const SLOTS_ASKED = 6;

/**
 * Sessions that could not be placed return to their own slots. Sessions placed in conflict with them are moved again,
 * until the proposal has no clash.
 */
export function* settle(bench: Workbench, all: readonly InHand[]): Generator<void, void> {
  for (let rounds = 0; rounds <= all.length; rounds += 1) {
    const wrong = all.filter((one) => isWrong(bench, one));
    if (wrong.length === 0) return;
    for (const one of wrong) {
      if (!isWrong(bench, one)) continue;
      bench.takeOut(one);
      bench.insert(one);
      yield;
    }
  }
}

function isWrong(bench: Workbench, { session, cohort }: InHand): boolean {
  const put = bench.put.get(session.id);
  if (!put) return false;
  return put.cost[1] === 0
    ? whatForbids(bench.timetable, bench.scope, session).length > 0
    : bench.timetable.judge(put.proposed, cohort).length > 0;
}

interface Effort {
  readonly random: () => number;
  readonly budget: number;
}

/**
 * Removes a few sessions and places them in another order, keeping improvements, until the budget is spent or nothing
 * improves.
 */
export function* improve(bench: Workbench, all: readonly InHand[], { random, budget }: Effort): Generator<void, void> {
  const until = bench.spent + budget;
  const patience = 40 + 2 * all.length;
  for (let idle = 0; idle < patience && bench.spent < until && all.length > 1; idle += 1) {
    yield;
    const removed = sessionsToRemove(bench, all, random);
    if (removed.length === 0) return;
    if (putAnotherWay(bench, removed)) idle = 0;
  }
}

function putAnotherWay(bench: Workbench, removed: readonly InHand[]): boolean {
  const before = removed.map((one) => ({ one, put: bench.put.get(one.session.id) ?? null }));
  const cost = totalOf(bench, removed);
  for (const one of removed) bench.takeOut(one);
  for (const one of removed) bench.insert(one);
  if (compareCosts(totalOf(bench, removed), cost) < 0 && !removed.some((one) => isWrong(bench, one))) return true;
  for (const one of removed) bench.takeOut(one);
  for (const { one, put } of before) restore(bench, one, put);
  return false;
}

function restore(bench: Workbench, one: InHand, put: Put | null): void {
  if (put) bench.place(one, put);
  else bench.timetable.index.put(one.session);
}

/**
 * A session that could be placed better (first of all one without a slot) and the sessions in its way. It is placed
 * first.
 */
function sessionsToRemove(bench: Workbench, all: readonly InHand[], random: () => number): InHand[] {
  const byId = new Map(all.map((one) => [one.session.id, one]));
  const nowhere = all.filter(({ session }) => !bench.put.has(session.id));
  const dear = all.filter((one) => bench.costOf(one)[1] > 0 && bench.costOf(one)[3] + bench.costOf(one)[4] > 1);
  const from = nowhere.length > 0 && random() < 0.7 ? nowhere : dear;
  const first = from[Math.floor(random() * from.length)];
  if (!first) return [];
  const better = first.slots.slice(0, SLOTS_ASKED).flatMap((slot) => bench.against(first, slot));
  const inTheWay = [
    ...new Set(better.flatMap(({ data }) => (typeof data['session'] === 'string' ? data['session'] : []))),
  ].flatMap((id) => byId.get(id) ?? []);
  const others = [...inTheWay, ...all.filter(({ cohort }) => cohort.id === first.cohort.id)].filter(
    (one) => one !== first,
  );
  const chosen = shuffled([...new Set(others)], random).slice(0, 1 + Math.floor(random() * (MOST_AT_ONCE - 1)));
  // Sessions without a slot go first, so that they are back in place before others are placed.
  return [first, ...chosen].sort((a, b) => Number(bench.put.has(a.session.id)) - Number(bench.put.has(b.session.id)));
}

function shuffled<T>(values: readonly T[], random: () => number): T[] {
  const left = [...values];
  for (let at = left.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [left[at], left[other]] = [left[other] as T, left[at] as T];
  }
  return left;
}
