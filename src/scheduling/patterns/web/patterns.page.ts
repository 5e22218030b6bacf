import type { Translator } from '../../../platform/index.js';
import { nameIn, type SessionSlot, spanText, type Timetable } from '../../core/index.js';
import type { KeptPattern } from '../data/patterns.js';
import type { PatternDifference } from '../domain/re-application.js';

/** A short description of a pattern. */
export interface PatternSummary {
  readonly meetings: readonly string[];
  readonly extent: string;
  readonly appliedAt: number;
  readonly standing: number;
  readonly ahead: number;
}

export interface RelaidView {
  readonly number: number | null;
  readonly shape: string;
  readonly kindText: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly where: string;
}

type Names = Pick<Timetable, 'rooms' | 'instructors'>;
const SHAPES = { stays: 'info', moves: 'warn', comes: 'good', goes: 'cancelled' } as const;

export function patternSummary(
  translator: Translator,
  { definition, appliedAt, standing, ahead }: KeptPattern,
  names: Names,
): PatternSummary {
  const { meetings, extent, startDate, everyNWeeks } = definition;
  const hours = new Map<string, string[]>();
  for (const meeting of meetings) {
    const key = translator.t('pattern.hours', {
      from: meeting.startTime,
      until: meeting.endTime,
      where: whereText(translator, meeting, names),
    });
    hours.set(key, [...(hours.get(key) ?? []), translator.t(`calendar.weekday.${meeting.weekday}`)]);
  }
  const far =
    extent.by === 'sessions'
      ? { count: extent.sessions }
      : extent.by === 'hours'
        ? { count: extent.hours }
        : { date: extent.lastDate };
  return {
    meetings: [...hours].map(([hoursText, days]) =>
      translator.t('pattern.on_days', { days: translator.format.list(days), said: hoursText }),
    ),
    appliedAt,
    standing,
    ahead,
    extent: `${translator.t('pattern.from', { startDate })}${translator.t(everyNWeeks === 1 ? 'pattern.every_week' : 'pattern.every_n_weeks', { count: everyNWeeks })}${translator.t(`pattern.by_${extent.by}`, far)}`,
  };
}

export function relaidView(translator: Translator, one: PatternDifference, names: Names): RelaidView {
  const before = one.kind === 'comes' ? null : one.session.slot;
  const after = one.kind === 'goes' ? null : one.kind === 'stays' ? one.session.slot : one.entry;
  const there = after ?? before;
  return {
    number: one.kind === 'comes' ? null : one.session.number,
    shape: SHAPES[one.kind],
    kindText: translator.t(`pattern.kind_${one.kind}`),
    before: before && spanText(translator, before),
    after: after && spanText(translator, after),
    where: there ? whereText(translator, there, names) : '',
  };
}

function whereText(
  translator: Translator,
  { roomId, instructors }: Pick<SessionSlot, 'roomId' | 'instructors'>,
  names: Names,
): string {
  const room = roomId === null ? undefined : names.rooms.get(roomId);
  const people = instructors
    .flatMap((one) => names.instructors.get(one.instructorId) ?? [])
    .map(({ name }) => nameIn(translator, name));
  return [room ? nameIn(translator, room.name) : translator.t('session.no_room'), ...people].join(' · ');
}
