import { daysAfter, instantOf, type Weekday, weekdayOf } from '../../../platform/clock.js';
import { refuse, refused, type Refused } from '../../../platform/refusals.js';
import { type AcademyCalendar, type AcademyDay, isClosed, noteOn } from '../../core/domain/index.js';
import { MOST_SESSIONS, patternIsSound, type PatternRefusalCode } from './weekly-pattern-rules.js';
import type {
  MeetingOutcome,
  OfferedWorkday,
  PatternPreview,
  PreviewEntry,
  WeeklyMeeting,
  WeeklyPattern,
} from './weekly-pattern.js';
import { A_MINUTE, AN_HOUR } from '../../../platform/durations.js';

const LONGEST_RUN_DAYS = 5 * 366;

type Outcome<T> = T | Refused<PatternRefusalCode>;

/**
 * Applies a pattern to the calendar: every date with its weekday, skipped dates with the reason, and unused make-up
 * workdays. Holidays and closures are skipped, which extends the run; days in `extraDates` are always taught. A weekend
 * pattern meets on a make-up workday, with a note, because trainees may be at work. Refuses an invalid pattern with all
 * reasons, then one that yields no session, more than 200, or runs longer than five years.
 */
export function previewPattern(pattern: WeeklyPattern, calendar: AcademyCalendar): Outcome<PatternPreview> {
  const unsound = patternIsSound(pattern);
  if (unsound.length > 0) return refused(...unsound);
  const walk = new PatternWalk(pattern, calendar);
  const { extent } = pattern;
  if (extent.by === 'sessions' && walk.planned() > extent.sessions) {
    return refused(
      refuse('patternMoreExtraDatesThanSessions', { extra: walk.planned(), sessions: extent.sessions }, 'extraDates'),
    );
  }
  if (!walk.reachesItsExtent())
    return refused(refuse('patternRunsTooLong', { years: 5, reached: walk.planned() }, 'startDate'));
  const planned = walk.planned();
  if (planned === 0) return refused(refuse('patternYieldsNone', {}, 'weekdays'));
  if (planned > MOST_SESSIONS)
    return refused(refuse('patternTooManySessions', { most: MOST_SESSIONS, asked: planned }, 'sessions'));
  return walk.preview();
}

class PatternWalk {
  readonly #entries: PreviewEntry[] = [];
  readonly #extra: ReadonlySet<string>;
  readonly #skip: ReadonlySet<string>;
  #planned = 0;
  #milliseconds = 0;

  constructor(
    private readonly pattern: WeeklyPattern,
    private readonly calendar: AcademyCalendar,
  ) {
    this.#extra = new Set(pattern.extraDates);
    this.#skip = new Set(pattern.skipDates);
    // Extra dates first: they are always taught, and the weekly meetings fill the rest of the extent.
    for (const date of this.#extra)
      for (const meeting of this.#meetingsOfExtra(date)) this.#add(calendar.dayOn(date), meeting, 'planned');
  }

  planned(): number {
    return this.#planned;
  }

  /** False when the pattern cannot be filled within the longest run. */
  reachesItsExtent(): boolean {
    const { startDate } = this.pattern;
    const firstWeekday = weekdayOf(startDate);
    for (let day = 0; !this.#isFull(daysAfter(startDate, day)); day += 1) {
      if (day > LONGEST_RUN_DAYS) return false;
      const week = Math.floor((day + firstWeekday - 1) / 7);
      if (week % this.pattern.everyNWeeks === 0) this.#meetOn(daysAfter(startDate, day));
    }
    return true;
  }

  preview(): PatternPreview {
    const entries = this.#entries.sort((a, b) => a.startsAt - b.startsAt);
    let number = 0;
    const numbered = entries.map((entry) =>
      entry.outcome === 'planned' ? { ...entry, number: (number += 1) } : entry,
    );
    const dates = numbered.filter((entry) => entry.outcome === 'planned').map((entry) => entry.date);
    const [firstDate, lastDate] = [dates.at(0) ?? '', dates.at(-1) ?? ''];
    const offered = this.#offeredUntil(lastDate, new Set(dates));
    return {
      entries: numbered,
      offered,
      sessions: number,
      minutes: this.#milliseconds / A_MINUTE,
      firstDate,
      lastDate,
    };
  }

  #meetOn(date: string): void {
    if (this.#extra.has(date)) return;
    const meetings = this.#meetingsOf(weekdayOf(date));
    if (meetings.length === 0) return;
    const day = this.calendar.dayOn(date);
    for (const meeting of meetings) if (!this.#isFull(date)) this.#add(day, meeting, this.#outcomeOn(day));
  }

  #outcomeOn(day: AcademyDay): MeetingOutcome {
    if (this.#skip.has(day.date)) return 'skippedByHand';
    if (this.pattern.breaks.some(({ from, until }) => from <= day.date && day.date <= until)) return 'skippedBreak';
    if (!isClosed(day)) return 'planned';
    return day.kind === 'holiday' ? 'skippedHoliday' : 'skippedClosure';
  }

  #isFull(date: string): boolean {
    const { extent } = this.pattern;
    if (this.#planned > MOST_SESSIONS) return true;
    if (extent.by === 'sessions') return this.#planned >= extent.sessions;
    return extent.by === 'hours' ? this.#milliseconds >= extent.hours * AN_HOUR : date > extent.lastDate;
  }

  #add(day: AcademyDay, meeting: WeeklyMeeting, outcome: MeetingOutcome): void {
    const startsAt = instantOf(day.date, meeting.startTime);
    const endsAt = instantOf(day.date, meeting.endTime);
    const { roomId, instructors, licences } = meeting;
    this.#entries.push({
      slot: `${day.date} ${meeting.startTime}`,
      roomId,
      instructors,
      licences,
      date: day.date,
      weekday: day.weekday,
      outcome,
      number: null,
      dayName: day.name,
      note: noteOn(day),
      startsAt,
      endsAt,
    });
    if (outcome !== 'planned') return;
    this.#planned += 1;
    this.#milliseconds += endsAt - startsAt;
  }

  #meetingsOf(weekday: Weekday): WeeklyMeeting[] {
    return this.pattern.meetings
      .filter((meeting) => meeting.weekday === weekday)
      .sort((a, b) => (a.startTime < b.startTime ? -1 : 1));
  }

  #meetingsOfExtra(date: string): WeeklyMeeting[] {
    const { follows, weekday } = this.calendar.dayOn(date);
    const likeliest = [follows, weekday, this.pattern.meetings[0]?.weekday].flatMap((day) => day ?? []);
    return likeliest.map((day) => this.#meetingsOf(day)).find((meetings) => meetings.length > 0) ?? [];
  }

  #offeredUntil(lastDate: string, taught: ReadonlySet<string>): OfferedWorkday[] {
    return this.calendar
      .makeUpWorkdaysBetween(this.pattern.startDate, lastDate)
      .filter(({ date }) => !taught.has(date) && !this.#skip.has(date))
      .map(({ date, weekday, name, follows }) => {
        const followsAMeeting = follows !== null && this.#meetingsOf(follows).length > 0;
        return { date, weekday, dayName: name, follows, followsAMeeting };
      });
  }
}
