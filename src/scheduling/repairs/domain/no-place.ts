import { dayOf, daysAfter } from '../../../platform/clock.js';
import { refuse, type Refusal } from '../../../platform/refusals.js';
import { bothNames } from '../../core/domain/index.js';
import { isOfPeople, isOfRoom } from './fit.js';
import type { NoPlaceCode } from './repair.js';
import { freeSlotsFor } from './free-slots.js';
import type { InHand, Workbench } from './workbench.js';

/** Days after a cohort's end that are searched for a possible slot. */
export const LONGEST_WAIT = 42;

interface Tally {
  /** Number of days tried. */
  readonly tried: ReadonlySet<string>;
  /** Number of days per kind of conflict. */
  readonly days: Readonly<Record<Kind, ReadonlySet<string>>>;
  /** Refusals that name the most frequent conflicting session. */
  readonly most: Refusal | null;
}

const KINDS = ['cohort', 'instructor', 'room', 'licence', 'other'] as const;
type Kind = (typeof KINDS)[number];

const WHY: Readonly<Record<Kind, NoPlaceCode>> = {
  cohort: 'repairCohortHasNoTime',
  instructor: 'repairInstructorHasNoTime',
  room: 'repairNoRoom',
  licence: 'repairNoLicence',
  other: 'repairNothingFits',
};

/** Why a session cannot be placed, and what would help. */
export function whyNowhere(bench: Workbench, one: InHand): { why: Refusal<NoPlaceCode>; help: Refusal<NoPlaceCode> } {
  const tally = tallyOf(bench, one);
  const kind = [...KINDS].sort((a, b) => tally.days[b].size - tally.days[a].size)[0] ?? 'other';
  const { startsOn, endsOn } = one.cohort;
  const between = { cohort: one.cohort.code, from: startsOn, until: endsOn };
  const why =
    tally.tried.size === 0
      ? refuse<NoPlaceCode>('repairNoDay', between)
      : refuse<NoPlaceCode>(WHY[kind], {
          ...between,
          tried: tally.tried.size,
          days: tally.days[kind].size,
          seats: one.cohort.seatsNeeded,
          ...bothNames('instructor', one.session.instructorNames[0] ?? null),
          other:
            tally.most === null ? '' : `${String(tally.most.data['cohort'])} #${String(tally.most.data['number'])}`,
        });
  return { why, help: helpFor(bench, one, tally.tried.size === 0 ? 'cohort' : kind) };
}

function tallyOf(bench: Workbench, one: InHand): Tally {
  const days = Object.fromEntries(KINDS.map((kind) => [kind, new Set<string>()])) as unknown as Record<
    Kind,
    Set<string>
  >;
  const tried = new Set<string>();
  const named = new Map<string, { count: number; refusal: Refusal }>();
  for (const slot of one.slots) {
    tried.add(slot.day.date);
    for (const refusal of bench.against(one, slot)) {
      days[kindOf(refusal)].add(slot.day.date);
      const id = refusal.data['session'];
      if (typeof id === 'string') named.set(id, { refusal, count: (named.get(id)?.count ?? 0) + 1 });
    }
  }
  const most = [...named.values()]
    .filter(({ refusal }) => refusal.code !== 'cohortIsTaken' && refusal.data['cohort'] !== undefined)
    .sort((a, b) => b.count - a.count)[0];
  return { tried, days, most: most?.refusal ?? null };
}

function kindOf({ code }: Refusal): Kind {
  if (code === 'cohortIsTaken') return 'cohort';
  if (isOfPeople(code)) return 'instructor';
  if (isOfRoom(code)) return 'room';
  return code.startsWith('pool') ? 'licence' : 'other';
}

function helpFor(bench: Workbench, one: InHand, kind: Kind): Refusal<NoPlaceCode> {
  const { cohort, session } = one;
  const end = dayOf(session.startsAt) > cohort.endsOn ? dayOf(session.startsAt) : cohort.endsOn;
  const later = freeSlotsFor(session, cohort, {
    ...bench.reach,
    farthest: Infinity,
    daysBeyondEnd: bench.reach.daysBeyondEnd + LONGEST_WAIT,
  })
    .filter(({ day }) => day.date > daysAfter(end, bench.reach.daysBeyondEnd))
    .sort((a, b) => a.startsAt - b.startsAt)
    .find((slot) => bench.at(one, slot) !== null);
  if (later)
    return refuse('repairHelpLater', {
      cohort: cohort.code,
      endsOn: cohort.endsOn,
      date: later.day.date,
      startsAt: later.startsAt,
    });
  if (kind === 'instructor') return refuse('repairHelpQualify', { cohort: cohort.code });
  return kind === 'room'
    ? refuse('repairHelpRoom', { seats: cohort.seatsNeeded })
    : refuse('repairHelpByHand', { number: session.number });
}
