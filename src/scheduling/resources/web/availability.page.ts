import { Injectable } from '@nestjs/common';
import {
  Clock,
  clockOf,
  dayOf,
  daysAfter,
  type Translator,
  type RequestContext,
  WEEKDAYS,
  refusalTexts,
} from '../../../platform/index.js';
import {
  type AvailabilityOwner,
  grouped,
  overlaps,
  type OwnedBy,
  hitsFingerprint,
  type SessionHit,
  sessionsAhead,
  sessionsHit,
  type SessionView,
  sessionView,
  type Span,
  TimetableReader,
} from '../../core/index.js';
import { awayOf, type AwayRow, hoursOf } from '../data/availability-queries.js';
import { spansOn } from './bookable-hours.form.js';

export interface AwayView {
  readonly id: string;
  readonly span: string;
  readonly reason: string;
  readonly declaredBy: string | null;
  /** Affected sessions ahead. */
  readonly hit: number;
  readonly now: boolean;
}

/** Affected sessions with the same reasons. */
export interface HitGroup {
  readonly reasons: readonly string[];
  readonly sessions: readonly SessionView[];
}

/** Sessions ahead affected by their room or instructor, to be repaired. */
export interface HitsView {
  readonly count: number;
  readonly groups: readonly HitGroup[];
  readonly more: number;
  readonly repairHref: string;
}

/** Sessions that a closure or absence would affect, shown before it is recorded. */
export interface ImpactView {
  readonly seen: string;
  readonly count: number;
  readonly sessions: readonly SessionView[];
}

/** Bookable hours, closures and absences for the pages of rooms and instructors. */
export interface AvailabilityView {
  readonly kind: AvailabilityOwner;
  /** Address of the owner's page. */
  readonly at: string;
  /** Can be booked at any time. */
  readonly always: boolean;
  readonly days: readonly { readonly weekday: string; readonly spans: readonly string[] }[];
  readonly ahead: readonly AwayView[];
  /** Newest first. */
  readonly past: readonly AwayView[];
  readonly hits: HitsView;
}

const MOST_HITS = 12;

@Injectable()
export class AvailabilityViews {
  constructor(
    private readonly reader: TimetableReader,
    private readonly clock: Clock,
  ) {}

  async impactOf({ translator }: RequestContext, owner: OwnedBy, away: Span): Promise<ImpactView> {
    const now = this.clock.now();
    const sessions = (await sessionsAhead(this.reader.query, owner, now)).filter((one) => overlaps(one, away));
    return {
      seen: hitsFingerprint(sessions),
      count: sessions.length,
      sessions: sessions.map((one) => sessionView(translator, one, now)),
    };
  }

  async of({ translator }: RequestContext, owner: OwnedBy, at: string): Promise<AvailabilityView> {
    const now = this.clock.now();
    const hours = await hoursOf(this.reader.query, owner);
    const away = await awayOf(this.reader.query, owner);
    const hits = await sessionsHit(this.reader.query, owner, now);
    const view = (one: AwayRow) => awayView(translator, one, { hits, now });
    return {
      kind: owner.kind,
      at,
      always: hours.length === 0,
      days: WEEKDAYS.map((weekday) => ({
        weekday: translator.t(`calendar.weekday.${weekday}`),
        spans: spansOn(hours, weekday).map((span) => span.join('–')),
      })),
      ahead: away.filter(({ endsAt }) => endsAt > now).map(view),
      past: away
        .filter(({ endsAt }) => endsAt <= now)
        .reverse()
        .map(view),
      hits: {
        count: hits.length,
        more: Math.max(0, hits.length - MOST_HITS),
        repairHref: `/office/repairs/new?${owner.kind}=${owner.id}`,
        groups: hitGroups(translator, hits.slice(0, MOST_HITS), now),
      },
    };
  }
}

function hitGroups(translator: Translator, hits: readonly SessionHit[], now: number): HitGroup[] {
  const explained = hits.map(({ session, reasons }) => ({
    session: sessionView(translator, session, now),
    reasons: refusalTexts(translator, reasons),
  }));
  return [...grouped(explained, ({ reasons }) => reasons.join('\n')).values()].map((group) => ({
    reasons: group[0]?.reasons ?? [],
    sessions: group.map(({ session }) => session),
  }));
}

function awayView(
  translator: Translator,
  { id, reason, declaredBy, ...span }: AwayRow,
  { hits, now }: { readonly hits: readonly SessionHit[]; readonly now: number },
): AwayView {
  return {
    id,
    reason,
    declaredBy,
    span: awayText(translator, span),
    hit: hits.filter(({ session }) => overlaps(session, span)).length,
    now: span.startsAt <= now && now < span.endsAt,
  };
}

/** Whole days are shown as days, other spans with their times. */
export function awayText(translator: Translator, { startsAt, endsAt }: Span): string {
  const from = dayOf(startsAt);
  if (clockOf(startsAt) !== '00:00' || clockOf(endsAt) !== '00:00') {
    return from === dayOf(endsAt)
      ? translator.t('session.span', { day: from, startsAt, endsAt })
      : translator.t('availability.moments', { startsAt, endsAt });
  }
  const until = daysAfter(dayOf(endsAt), -1);
  return from === until
    ? translator.t('availability.whole_day', { day: from })
    : translator.t('availability.whole_days', { from, until });
}
