import fc from 'fast-check';
import { instantOf } from '../../../../src/platform/clock.js';
import { isRefused } from '../../../../src/platform/refusals.js';
import { AcademyCalendar } from '../../../../src/scheduling/core/domain/academy-calendar.js';
import { slotOf } from '../../../../src/scheduling/core/domain/suggestions.js';
import { previewPattern } from '../../../../src/scheduling/patterns/domain/pattern-preview.js';
import {
  type LaidSession,
  layOutAgain,
  type PatternDifference,
} from '../../../../src/scheduling/patterns/domain/re-application.js';
import { meetingsOn, type WeeklyPattern } from '../../../../src/scheduling/patterns/domain/weekly-pattern.js';
import { calendarOf2026 } from '../calendar/notice-of-2026.js';

const unannounced = new AcademyCalendar([], []);
const announced = calendarOf2026();
const autumn: WeeklyPattern = {
  startDate: '2026-09-21',
  meetings: meetingsOn([1, 3, 5], { startTime: '09:00', endTime: '12:00' }),
  extent: { by: 'sessions', sessions: 9 },
  everyNWeeks: 1,
  skipDates: [],
  breaks: [],
  extraDates: [],
};

function laid(
  pattern: WeeklyPattern,
  calendar = unannounced,
  state: (at: number) => LaidSession['state'] = () => 'planned',
): LaidSession[] {
  const preview = previewPattern(pattern, calendar);
  if (isRefused(preview)) throw new Error('the pattern of the story is sound');
  return preview.entries
    .filter(({ outcome }) => outcome === 'planned')
    .map((entry, at) => ({ id: `s${at + 1}`, number: at + 1, sequence: 0, state: state(at), slot: slotOf(entry) }));
}
function again(
  pattern: WeeklyPattern,
  sessions: readonly LaidSession[],
  { calendar = announced, now = instantOf('2026-09-01', '08:00') } = {},
): PatternDifference[] {
  const relaid = layOutAgain(pattern, sessions, { calendar, now });
  if (isRefused(relaid)) throw new Error(relaid.reasons.map(({ code }) => code).join());
  return relaid;
}
const said = (relaid: readonly PatternDifference[]) =>
  relaid.map((one) =>
    one.kind === 'stays' || one.kind === 'goes'
      ? `${one.session.id} ${one.kind}`
      : `${one.kind === 'moves' ? `${one.session.id} to` : 'new'} ${one.entry.slot}`,
  );

describe('a re-applied pattern', () => {
  it('changes nothing where nothing has changed', () => {
    expect(said(again(autumn, laid(autumn, announced)))).toEqual(
      [1, 2, 3, 4, 5, 6, 7, 8, 9].map((at) => `s${at} stays`),
    );
  });

  it('moves only the sessions on holidays, to after the last one', () => {
    expect(said(again(autumn, laid(autumn)))).toEqual(
      [
        's1 stays',
        's2 stays',
        's4 stays',
        's5 stays',
        's9 stays',
        's3 to 2026-10-12 09:00',
        's6 to 2026-10-14 09:00',
        's7 to 2026-10-16 09:00',
        's8 to 2026-10-19 09:00',
      ].sort((a, b) => order(a) - order(b)),
    );
  });
  /** By the day that each line ends on. */
  function order(line: string): number {
    const stays: Record<string, string> = {
      s1: '2026-09-21',
      s2: '2026-09-23',
      s4: '2026-09-28',
      s5: '2026-09-30',
      s9: '2026-10-09',
    };
    return Date.parse(line.includes(' to ') ? line.slice(6, 16) : stays[line.split(' ')[0]!]!);
  }

  it('never touches what has begun or was marked, and counts it', () => {
    const sessions = laid(autumn, unannounced, (at) => (at < 3 ? 'held' : 'planned'));
    const relaid = again(autumn, sessions, { now: instantOf('2026-09-29', '08:00') });
    expect(relaid.every((one) => one.kind === 'comes' || !['s1', 's2', 's3', 's4'].includes(one.session.id))).toBe(
      true,
    );
    expect(relaid).toHaveLength(5);
  });

  it('follows the cohort when its dates change, and cancels or adds sessions for another extent', () => {
    const later = { ...autumn, startDate: '2026-10-12' };
    expect(said(again(later, laid(autumn)))[0]).toBe('s1 to 2026-10-12 09:00');
    expect(
      again({ ...autumn, extent: { by: 'sessions', sessions: 7 } }, laid(autumn, announced)).filter(
        ({ kind }) => kind === 'goes',
      ),
    ).toHaveLength(2);
    expect(
      again({ ...autumn, extent: { by: 'hours', hours: 30 } }, laid(autumn, announced)).filter(
        ({ kind }) => kind === 'comes',
      ),
    ).toHaveLength(1);
  });

  it('does not bring back what somebody cancelled by hand as a session of its own, but makes up for it', () => {
    const sessions = laid(autumn, announced, (at) => (at === 4 ? 'cancelled' : 'planned'));
    const relaid = again(autumn, sessions);
    expect(relaid.filter(({ kind }) => kind === 'comes')).toHaveLength(1);
    expect(relaid.some((one) => one.kind !== 'comes' && one.session.id === 's5')).toBe(false);
  });

  it('results in the requested number of sessions on any day, none on a holiday, none moved into the past', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 40 }),
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 1, max: 3 }),
        (days, wanted, everyNWeeks) => {
          const pattern = { ...autumn, everyNWeeks, extent: { by: 'sessions' as const, sessions: wanted } };
          const now = instantOf('2026-09-18', '07:00') + days * 86_400_000;
          const sessions = laid(pattern, unannounced).map((one): LaidSession => ({
            ...one,
            state: one.slot.startsAt <= now ? 'held' : 'planned',
          }));
          const relaid = again(pattern, sessions, { now });
          const held = sessions.filter(({ state }) => state === 'held').length;
          expect(relaid.filter(({ kind }) => kind !== 'goes')).toHaveLength(wanted - held);
          for (const one of relaid)
            if (one.kind === 'moves' || one.kind === 'comes')
              expect([one.entry.startsAt > now, one.entry.outcome]).toEqual([true, 'planned']);
        },
      ),
      { numRuns: 200 },
    );
  });
});
