import type { Speaker } from '../../../platform/index.js';
import {
  becauseSaid,
  type Cure,
  cureSaid,
  leadOf,
  type NamesOfPlaces,
  placeSaid,
  type PlaceView,
  placeView,
  refusalSaid,
  type SessionPlace,
} from '../../core/index.js';
import type { PlannedRow, PlanRow } from '../data/plan-queries.js';
import type { DifferenceLine } from '../data/plan-reader.js';

/** A cure as the fields of a form with one button. */
export interface CureButton {
  readonly said: string;
  readonly kind: string;
  readonly disturbs: string;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly roomId: string;
  readonly instructorId: string;
}

export interface LineView {
  readonly id: string;
  readonly cohort: string;
  readonly nth: string;
  readonly before: PlaceView | null;
  readonly after: PlaceView | null;
  /** What stands in the place's stead: cancelled, not there. */
  readonly insteadOfAfter: string;
  readonly shape: string;
  readonly status: string;
  /** Why the change is wanted: a holiday's name, an absence. */
  readonly why: readonly string[];
  readonly reasons: readonly string[];
  readonly stale: string | null;
  readonly cures: readonly CureButton[];
  readonly editable: boolean;
}

export interface PlanHead {
  readonly id: string;
  readonly title: string;
  readonly at: string;
  readonly state: string;
  readonly stateSaid: string;
  readonly originSaid: string;
  readonly lead: string;
  readonly open: boolean;
}

export const PLAN_SHAPES = { open: 'pending', published: 'confirmed', discarded: 'withdrawn' } as const;

export function planHead(speaker: Speaker, plan: PlanRow): PlanHead {
  const originSaid = speaker.say(`plan.origin_${plan.origin}`);
  return {
    id: plan.id,
    title: plan.title,
    at: `/office/plans/${plan.id}`,
    state: PLAN_SHAPES[plan.state],
    stateSaid: speaker.say(`plan.state_${plan.state}`),
    originSaid,
    lead: `${originSaid} · ${speaker.say('plan.opened_by', { name: plan.openedBy ?? '', at: plan.openedAt })}`,
    open: plan.state === 'open',
  };
}

interface Around {
  readonly plan: PlanRow;
  readonly names: NamesOfPlaces;
}

/** A line of an open plan, judged with all the others. */
export function judgedLine(
  speaker: Speaker,
  { row, judged }: DifferenceLine,
  { plan, names, cures }: Around & { readonly cures: readonly Cure[] },
): LineView {
  const { session, placing, forbidden, doubtful } = judged;
  const isStale = forbidden.some(({ code }) => code === 'sessionChangedMeanwhile');
  const reasons = [...forbidden.filter(({ code }) => code !== 'sessionChangedMeanwhile'), ...doubtful];
  const shape = isStale ? 'warning' : forbidden.length > 0 ? 'warning' : doubtful.length > 0 ? 'wait' : 'good';
  return {
    ...line(speaker, row, { plan, names }),
    before:
      session && session.state !== 'cancelled' ? placeView(speaker, session.place, { names, beside: null }) : null,
    after: placing && placeView(speaker, placing, { names, beside: session?.place ?? null }),
    shape: shape === 'warning' ? 'warn' : shape,
    status: speaker.say(
      isStale
        ? 'plan.stale'
        : forbidden.length > 0
          ? 'plan.wrong'
          : doubtful.length > 0
            ? 'plan.doubtful'
            : 'plan.stands',
    ),
    reasons: reasons.map((one) => refusalSaid(speaker, one)),
    stale: isStale && session ? staleSaid(speaker, { seen: row.seen, now: session.place }, names) : null,
    cures: cures.map((cure) => ({
      said: cureSaid(speaker, cure),
      kind: speaker.say(`session.cure_kind_${cure.kind}`),
      disturbs: speaker.say('session.cure_disturbs', { count: cure.disturbed }),
      startsAt: cure.place.startsAt,
      endsAt: cure.place.endsAt,
      roomId: cure.place.roomId ?? '',
      instructorId: leadOf(cure.place.instructors) ?? '',
    })),
    editable: true,
  };
}

/** A line of a plan that is published or discarded: as it was seen and wanted then. */
export function closedLine(speaker: Speaker, row: PlannedRow, around: Around): LineView {
  const { names, plan } = around;
  return {
    ...line(speaker, row, around),
    before: row.seen && row.kind !== 'restore' ? placeView(speaker, row.seen, { names, beside: null }) : null,
    after: row.wanted && placeView(speaker, row.wanted, { names, beside: row.seen }),
    shape: plan.state === 'published' ? 'good' : 'off',
    status: speaker.say(`plan.kind_${row.kind}`),
    reasons: [],
    stale: null,
    cures: [],
    editable: false,
  };
}

function line(speaker: Speaker, row: PlannedRow, { plan }: Around) {
  return {
    id: row.id,
    cohort: row.cohort,
    nth: row.number === null ? speaker.say('plan.new_session') : speaker.say('session.nth', { number: row.number }),
    why: whyOf(speaker, plan, row),
    insteadOfAfter: row.reason
      ? speaker.say('plan.cancelled_because', { reason: row.reason })
      : speaker.say(row.kind === 'cancel' ? 'plan.cancelled' : 'plan.not_there'),
  };
}

function staleSaid(
  speaker: Speaker,
  { seen, now }: { readonly seen: SessionPlace | null; readonly now: SessionPlace },
  names: NamesOfPlaces,
): string {
  const stands = placeSaid(speaker, now, names);
  return seen
    ? speaker.say('plan.stale_text', { seen: placeSaid(speaker, seen, names), now: stands })
    : speaker.say('plan.stale_unseen', { now: stands });
}

/** What a repair gave as its reasons, kept with the plan. */
export interface RepairAbout {
  readonly why: Readonly<
    Record<string, readonly { readonly code: string; readonly data: Record<string, string | number | null> }[]>
  >;
}

function whyOf(speaker: Speaker, { about }: PlanRow, { sessionId }: PlannedRow): string[] {
  const why = (about as Partial<RepairAbout> | null)?.why?.[sessionId ?? ''] ?? [];
  return why.filter(({ code }) => speaker.knows(`refusal.${code}`)).map((one) => becauseSaid(speaker, one));
}
