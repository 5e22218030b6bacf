import type { Speaker } from '../../../platform/index.js';
import { nameIn, type SessionPlace, spanSaid, type Timetable } from '../../core/index.js';
import type { KeptPattern } from '../data/patterns.js';
import type { Relaid } from '../domain/re-application.js';

/** A pattern in a few words. */
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
  readonly kindSaid: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly where: string;
}

type Names = Pick<Timetable, 'rooms' | 'instructors'>;
const SHAPES = { stays: 'info', moves: 'warn', comes: 'good', goes: 'cancelled' } as const;

export function patternSummary(
  speaker: Speaker,
  { definition, appliedAt, standing, ahead }: KeptPattern,
  names: Names,
): PatternSummary {
  const { meetings, extent, startDate, everyNWeeks } = definition;
  const hours = new Map<string, string[]>();
  for (const meeting of meetings) {
    const key = speaker.say('pattern.hours', {
      from: meeting.startTime,
      until: meeting.endTime,
      where: whereSaid(speaker, meeting, names),
    });
    hours.set(key, [...(hours.get(key) ?? []), speaker.say(`calendar.weekday.${meeting.weekday}`)]);
  }
  const far =
    extent.by === 'sessions'
      ? { count: extent.sessions }
      : extent.by === 'hours'
        ? { hours: extent.hours }
        : { date: extent.lastDate };
  return {
    meetings: [...hours].map(([said, days]) =>
      speaker.say('pattern.on_days', { days: speaker.format.list(days), said }),
    ),
    appliedAt,
    standing,
    ahead,
    extent: `${speaker.say('pattern.from', { startDate })}${speaker.say(everyNWeeks === 1 ? 'pattern.every_week' : 'pattern.every_n_weeks', { count: everyNWeeks })}${speaker.say(`pattern.by_${extent.by}`, far)}`,
  };
}

export function relaidView(speaker: Speaker, one: Relaid, names: Names): RelaidView {
  const before = one.kind === 'comes' ? null : one.session.place;
  const after = one.kind === 'goes' ? null : one.kind === 'stays' ? one.session.place : one.entry;
  const there = after ?? before;
  return {
    number: one.kind === 'comes' ? null : one.session.number,
    shape: SHAPES[one.kind],
    kindSaid: speaker.say(`pattern.kind_${one.kind}`),
    before: before && spanSaid(speaker, before),
    after: after && spanSaid(speaker, after),
    where: there ? whereSaid(speaker, there, names) : '',
  };
}

function whereSaid(
  speaker: Speaker,
  { roomId, instructors }: Pick<SessionPlace, 'roomId' | 'instructors'>,
  names: Names,
): string {
  const room = roomId === null ? undefined : names.rooms.get(roomId);
  const people = instructors
    .flatMap((one) => names.instructors.get(one.instructorId) ?? [])
    .map(({ name }) => nameIn(speaker, name));
  return [room ? nameIn(speaker, room.name) : speaker.say('session.no_room'), ...people].join(' · ');
}
