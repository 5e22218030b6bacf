import { minutesOf, refusalTexts, type Translator, type TypedValues } from '../../../platform/index.js';
import {
  type CohortForTimetable,
  type SuggestionLink,
  filledAddress,
  nameIn,
  roomText,
  spanText,
} from '../../core/index.js';
import type { PatternPlan } from '../data/pattern-planner.js';
import { PART_SUFFIXES } from './pattern.form.js';

interface EntryView {
  readonly date: string;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly count: number | null;
  readonly shape: string;
  readonly outcome: string;
  /** Room and instructors; null if the date is skipped. */
  readonly where: string | null;
  /** A holiday's name or another note on the day. */
  readonly about: string | null;
  readonly reasons: readonly string[];
  readonly freeTimes: readonly string[];
  /** Link that skips this date or includes it again. */
  readonly change: SuggestionLink | null;
}

export interface PatternView {
  readonly summary: string;
  readonly warnings: readonly { readonly text: string }[];
  readonly clashes: number;
  readonly entries: readonly EntryView[];
  readonly offered: readonly { readonly date: string; readonly text: string; readonly href: string }[];
  readonly rooms: readonly SuggestionLink[];
  readonly instructors: readonly SuggestionLink[];
  readonly starts: readonly SuggestionLink[];
  readonly editHref: string;
  /** Hidden fields of the confirmation form. */
  readonly carried: readonly { readonly name: string; readonly value: string }[];
}

interface Around {
  readonly at: string;
  readonly typed: TypedValues;
  readonly cohort: CohortForTimetable;
}

const TONES = {
  planned: 'info',
  skippedHoliday: 'draft',
  skippedClosure: 'draft',
  skippedBreak: 'withdrawn',
  skippedByHand: 'withdrawn',
} as const;

export function patternView(translator: Translator, plan: PatternPlan, { at, typed, cohort }: Around): PatternView {
  const { preview } = plan;
  const again = (changes: Record<string, string>) => filledAddress(`${at}/preview`, typed, changes);
  const skips = daysIn(typed['skipDates']);
  const extras = daysIn(typed['extraDates']);
  const entries = plan.entries.map((entry): EntryView => ({
    date: entry.date,
    startsAt: entry.startsAt,
    endsAt: entry.endsAt,
    count: entry.number,
    shape: entry.reasons.length > 0 ? 'warn' : TONES[entry.outcome],
    outcome: translator.t(entry.reasons.length > 0 ? 'session.outcome_clash' : `session.outcome_${entry.outcome}`),
    where: entry.outcome === 'planned' ? whereText(translator, plan, entry) : null,
    about:
      entry.note === null
        ? null
        : translator.t(`calendar.note_${entry.note}`) +
          (entry.dayName ? translator.t('calendar.named', { name: nameIn(translator, entry.dayName) }) : ''),
    reasons: refusalTexts(translator, entry.reasons),
    freeTimes: entry.freeTimes.map((time) => spanText(translator, time)),
    change: changeOf(entry),
  }));
  function changeOf({ date, outcome }: PatternPlan['entries'][number]): SuggestionLink | null {
    if (outcome === 'skippedByHand')
      return {
        href: again({ skipDates: skips.filter((one) => one !== date).join('\n') }),
        text: translator.t('session.unskip'),
      };
    if (extras.includes(date))
      return {
        href: again({ extraDates: extras.filter((one) => one !== date).join('\n') }),
        text: translator.t('session.skip'),
      };
    return outcome === 'planned'
      ? { href: again({ skipDates: [...skips, date].join('\n') }), text: translator.t('session.skip') }
      : null;
  }
  return {
    summary: translator.t('session.preview_summary', {
      count: preview.sessions,
      hours: translator.format.number(Math.round(preview.minutes / 6) / 10),
      from: preview.firstDate,
      until: preview.lastDate,
    }),
    warnings: warningsOf(),
    clashes: entries.filter((entry) => entry.reasons.length > 0).length,
    entries,
    offered: preview.offered.map(({ date, dayName }) => ({
      date,
      text: translator.t('session.teach_on', { date, name: dayName ? nameIn(translator, dayName) : '' }),
      href: again({ extraDates: [...extras, date].join('\n') }),
    })),
    rooms: plan.rooms.map((room) => ({
      href: again(inEveryPart('roomId', room.id)),
      text: roomText(translator, room),
    })),
    instructors: plan.instructors.map((one) => ({
      href: again(inEveryPart('instructorId', one.id)),
      text: nameIn(translator, one.name),
    })),
    starts: plan.starts.map((start) => shiftedTo(start)),
    editHref: filledAddress(`${at}/pattern`, typed),
    carried: Object.entries(typed).flatMap(([name, value]) =>
      (Array.isArray(value) ? (value as readonly string[]) : [value as string]).map((one) => ({ name, value: one })),
    ),
  };

  /** Sets the field in every part in use. */
  function inEveryPart(name: 'roomId' | 'instructorId', id: string): Record<string, string> {
    return Object.fromEntries(usedParts(typed).map((suffix) => [`${name}${suffix}`, id]));
  }

  /** Shifts all parts by the same time, so that the first one starts at `start`. */
  function shiftedTo(start: string): SuggestionLink {
    const first = plan.entries.find((entry) => entry.outcome === 'planned')?.slot.slice(11) ?? start;
    const by = minutesOf(start) - minutesOf(first);
    const times = usedParts(typed)
      .flatMap((suffix) => [`startTime${suffix}`, `endTime${suffix}`])
      .map((name) => [name, clockAfter(String(typed[name]), by)]);
    return { href: again(Object.fromEntries(times) as Record<string, string>), text: start };
  }

  function warningsOf(): PatternView['warnings'] {
    return [
      ...(preview.firstDate < cohort.startsOn
        ? [{ text: translator.t('session.before_cohort', { date: preview.firstDate, startsOn: cohort.startsOn }) }]
        : []),
      ...(preview.lastDate > cohort.endsOn
        ? [{ text: translator.t('session.after_cohort', { date: preview.lastDate, endsOn: cohort.endsOn }) }]
        : []),
    ];
  }
}

function usedParts(typed: TypedValues): (typeof PART_SUFFIXES)[number][] {
  return PART_SUFFIXES.filter((suffix) => String(typed[`startTime${suffix}`] ?? '') !== '');
}

function whereText(
  translator: Translator,
  { names }: PatternPlan,
  { roomId, instructors }: PatternPlan['entries'][number],
): string {
  const room = roomId === null ? undefined : names.rooms.get(roomId);
  const people = instructors.flatMap((one) => names.instructors.get(one.instructorId) ?? []);
  return [
    room ? nameIn(translator, room.name) : translator.t('session.no_room'),
    ...people.map((one) => nameIn(translator, one.name)),
  ].join(' · ');
}

function daysIn(typed: TypedValues[string] | undefined): string[] {
  return String(typed ?? '')
    .split('\n')
    .filter((one) => one !== '');
}

function clockAfter(start: string, minutes: number): string {
  const end = minutesOf(start) + minutes;
  return `${String(Math.floor(end / 60)).padStart(2, '0')}:${String(end % 60).padStart(2, '0')}`;
}
