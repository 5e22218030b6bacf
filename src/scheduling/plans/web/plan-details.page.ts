import { blockers, type Translator, refusalTexts } from '../../../platform/index.js';
import {
  becauseText,
  type Suggestion,
  suggestionText,
  leadOf,
  type SlotNames,
  slotText,
  type SlotView,
  slotView,
  type SessionSlot,
} from '../../core/index.js';
import type { PlannedRow, PlanRow } from '../data/plan-queries.js';
import type { DifferenceLine } from '../data/plan-reader.js';
import { planIsOpen } from '../domain/plan-rules.js';

/** The form fields of a suggestion. */
export interface SuggestionButton {
  readonly text: string;
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
  readonly before: SlotView | null;
  readonly after: SlotView | null;
  /** Text instead of a slot: cancelled, or none. */
  readonly insteadOfAfter: string;
  readonly shape: string;
  readonly status: string;
  /** Reason of the change, such as a holiday's name or an absence. */
  readonly why: readonly string[];
  readonly reasons: readonly string[];
  readonly stale: string | null;
  readonly suggestions: readonly SuggestionButton[];
  readonly editable: boolean;
}

export interface PlanHead {
  readonly id: string;
  readonly title: string;
  readonly at: string;
  readonly state: string;
  readonly stateText: string;
  readonly originText: string;
  readonly lead: string;
  readonly open: boolean;
  /** Why the plan cannot change; `null` while it is open. */
  readonly closedBecause: string | null;
}

export const PLAN_SHAPES = { open: 'pending', published: 'confirmed', discarded: 'withdrawn' } as const;

export function planHead(translator: Translator, plan: PlanRow): PlanHead {
  const originText = translator.t(`plan.origin_${plan.origin}`);
  const [closedBecause = null] = refusalTexts(translator, blockers([planIsOpen], { plan }));
  return {
    id: plan.id,
    title: plan.title,
    at: `/office/plans/${plan.id}`,
    state: PLAN_SHAPES[plan.state],
    stateText: translator.t(`plan.state_${plan.state}`),
    originText,
    lead: `${originText} · ${openedText(translator, plan)}`,
    open: plan.state === 'open',
    closedBecause,
  };
}

export function openedText(translator: Translator, { openedBy, openedAt }: PlanRow): string {
  return openedBy === null
    ? translator.format.moment(openedAt)
    : translator.t('plan.opened_by', { name: openedBy, at: openedAt });
}

interface Around {
  readonly plan: PlanRow;
  readonly names: SlotNames;
}

/** A change of an open plan, checked together with all others. */
export function judgedLine(
  translator: Translator,
  { row, judged }: DifferenceLine,
  { plan, names, suggestions }: Around & { readonly suggestions: readonly Suggestion[] },
): LineView {
  const { session, proposed, forbidden, doubtful } = judged;
  const isStale = forbidden.some(({ code }) => code === 'sessionChangedMeanwhile');
  const reasons = [...forbidden.filter(({ code }) => code !== 'sessionChangedMeanwhile'), ...doubtful];
  const shape = isStale ? 'warning' : forbidden.length > 0 ? 'warning' : doubtful.length > 0 ? 'wait' : 'good';
  return {
    ...line(translator, row, { plan, names }),
    before:
      session && session.state !== 'cancelled' ? slotView(translator, session.slot, { names, beside: null }) : null,
    after: proposed && slotView(translator, proposed, { names, beside: session?.slot ?? null }),
    shape: shape === 'warning' ? 'warn' : shape,
    status: translator.t(
      isStale
        ? 'plan.stale'
        : forbidden.length > 0
          ? 'plan.wrong'
          : doubtful.length > 0
            ? 'plan.doubtful'
            : 'plan.stands',
    ),
    reasons: refusalTexts(translator, reasons),
    stale: isStale && session ? staleText(translator, { seen: row.seen, now: session.slot }, names) : null,
    suggestions: suggestions.map((suggestion) => ({
      text: suggestionText(translator, suggestion),
      kind: translator.t(`session.suggestion_kind_${suggestion.kind}`),
      disturbs: translator.t('session.suggestion_disturbs', { count: suggestion.disturbed }),
      startsAt: suggestion.slot.startsAt,
      endsAt: suggestion.slot.endsAt,
      roomId: suggestion.slot.roomId ?? '',
      instructorId: leadOf(suggestion.slot.instructors) ?? '',
    })),
    editable: true,
  };
}

/** A change of a closed plan: the session and the planned slot as they were then. */
export function closedLine(translator: Translator, row: PlannedRow, around: Around): LineView {
  const { names, plan } = around;
  return {
    ...line(translator, row, around),
    before: row.seen && row.kind !== 'restore' ? slotView(translator, row.seen, { names, beside: null }) : null,
    after: row.wanted && slotView(translator, row.wanted, { names, beside: row.seen }),
    shape: plan.state === 'published' ? 'good' : 'off',
    status: translator.t(`plan.kind_${row.kind}`),
    reasons: [],
    stale: null,
    suggestions: [],
    editable: false,
  };
}

function line(translator: Translator, row: PlannedRow, { plan }: Around) {
  return {
    id: row.id,
    cohort: row.cohort,
    nth: row.number === null ? translator.t('plan.new_session') : translator.t('session.nth', { number: row.number }),
    why: whyOf(translator, plan, row),
    insteadOfAfter: row.reason
      ? translator.t('plan.cancelled_because', { reason: row.reason })
      : translator.t(row.kind === 'cancel' ? 'plan.cancelled' : 'plan.not_there'),
  };
}

function staleText(
  translator: Translator,
  { seen, now }: { readonly seen: SessionSlot | null; readonly now: SessionSlot },
  names: SlotNames,
): string {
  const stands = slotText(translator, now, names);
  return seen
    ? translator.t('plan.stale_text', { seen: slotText(translator, seen, names), now: stands })
    : translator.t('plan.stale_unseen', { now: stands });
}

/** The reasons of a repair, stored with the plan. */
export interface RepairAbout {
  readonly why: Readonly<
    Record<string, readonly { readonly code: string; readonly data: Record<string, string | number | null> }[]>
  >;
}

function whyOf(translator: Translator, { about }: PlanRow, { sessionId }: PlannedRow): string[] {
  const why = (about as Partial<RepairAbout> | null)?.why?.[sessionId ?? ''] ?? [];
  return why.filter(({ code }) => translator.has(`refusal.${code}`)).map((one) => becauseText(translator, one));
}
