import { dayOf, type Translator, refusalText } from '../../../platform/index.js';
import { becauseText, type Concern, slotOf, type SlotView, slotView, spanText } from '../../core/index.js';
import { concernsOf, type RepairAbout } from '../../plans/index.js';
import type { Repair } from '../data/repair-planner.js';
import type { RepairMove, UnplacedSession } from '../domain/repair.js';

export interface MoveView {
  readonly cohort: string;
  readonly number: number;
  readonly why: readonly string[];
  readonly before: SlotView;
  readonly after: SlotView;
  readonly kind: string;
  /** Such as "3 days later"; null on the same day. */
  readonly shift: string | null;
  readonly disturbs: string;
  /** Note if it is after the cohort's end. */
  readonly beyondEnd: string | null;
}

export interface UnplacedView {
  readonly id: string;
  readonly cohort: string;
  readonly number: number;
  readonly when: string;
  readonly affectedBy: readonly string[];
  readonly why: string;
  readonly help: string;
}

export function moveView(translator: Translator, move: RepairMove, { timetable, cohorts }: Repair): MoveView {
  const { session, slot, days } = move;
  const endsOn = cohorts.get(session.cohortId)?.endsOn ?? null;
  const before = slotOf(session);
  return {
    cohort: session.cohortCode,
    number: session.number,
    why: move.reasons.map((one) => becauseText(translator, one)),
    before: slotView(translator, before, { names: timetable, beside: null }),
    after: slotView(translator, slot, { names: timetable, beside: before }),
    kind: translator.t(`repair.kind_${move.kind}`),
    disturbs: translator.t('repair.disturbs', { count: move.disturbed }),
    shift:
      days === 0
        ? null
        : translator.t(days > 0 ? 'repair.days_later' : 'repair.days_earlier', { count: Math.abs(days) }),
    beyondEnd:
      endsOn !== null && dayOf(slot.startsAt) > endsOn ? translator.t('repair.beyond_end', { date: endsOn }) : null,
  };
}

export function unplacedView(translator: Translator, { session, reasons, why, help }: UnplacedSession): UnplacedView {
  return {
    id: session.id,
    cohort: session.cohortCode,
    number: session.number,
    when: spanText(translator, session),
    affectedBy: reasons.map((one) => becauseText(translator, one)),
    why: refusalText(translator, why),
    help: refusalText(translator, help),
  };
}

/** People affected by the proposed moves. */
export function concernsOfRepair({ proposal, cohorts }: Repair): Concern[] {
  return concernsOf(
    proposal.moves.flatMap(({ session, slot }) => {
      const cohort = cohorts.get(session.cohortId);
      const standing = {
        id: session.id,
        number: session.number,
        state: 'planned' as const,
        sequence: 0,
        slot: slotOf(session),
        meantDay: null,
      };
      return cohort
        ? [{ cohort: { ...cohort, title: { zh: '', en: '' } }, session: standing, proposed: { ...session, ...slot } }]
        : [];
    }),
  );
}

/** The reasons, stored with the plan so that each change can show its reason. */
export function aboutOf({ proposal }: Repair): RepairAbout & Record<string, unknown> {
  return {
    why: Object.fromEntries(
      proposal.moves.map(({ session, reasons }) => [session.id, reasons.map(({ code, data }) => ({ code, data }))]),
    ),
  };
}

/** The holiday's name, such as "劳动节", if it is the only cause; otherwise the day. */
export function titleOf(translator: Translator, { affected }: Repair, today: string): string {
  const names = new Set(
    affected.flatMap(({ reasons }) =>
      reasons
        .filter(({ code }) => code === 'dayIsClosed')
        .map(({ data }) => String(translator.language === 'en' ? data['dayEn'] : data['dayZh'])),
    ),
  );
  const years = new Set(affected.map(({ session }) => dayOf(session.startsAt).slice(0, 4)));
  const [name] = names;
  if (names.size === 1 && name)
    return translator.t('repair.plan_title', { name: years.size === 1 ? `${[...years][0]} ${name}` : name });
  return translator.t('repair.plan_title_plain', { day: today });
}
