import { isRefused, type Refused } from '../../../platform/refusals.js';
import {
  type AcademyCalendar,
  isSameSlot,
  slotOf,
  type SessionChange,
  type SessionSlot,
} from '../../core/domain/index.js';
import { previewPattern } from './pattern-preview.js';
import type { PatternRefusalCode } from './weekly-pattern-rules.js';
import type { PreviewEntry, WeeklyPattern } from './weekly-pattern.js';
import { A_MINUTE } from '../../../platform/durations.js';

/** A session that the pattern laid out, as it stands. */
export interface LaidSession {
  readonly id: string;
  readonly number: number;
  readonly sequence: number;
  readonly state: 'planned' | 'held' | 'cancelled';
  readonly place: SessionSlot;
}

/** What laying a pattern out again would change. */
export type Relaid =
  | { readonly kind: 'stays'; readonly session: LaidSession }
  | { readonly kind: 'moves'; readonly session: LaidSession; readonly entry: PreviewEntry }
  | { readonly kind: 'comes'; readonly entry: PreviewEntry }
  | { readonly kind: 'goes'; readonly session: LaidSession };

/**
 * Lays a pattern out again, after holidays were announced or the run's dates have moved. What has begun or was marked
 * stays and counts; what was cancelled by hand stays cancelled and does not. The sessions ahead keep their order: those
 * that already stand right stay, the others move to the slots that are left, surplus goes, and what is missing comes.
 */
export function layOutAgain(
  pattern: WeeklyPattern,
  sessions: readonly LaidSession[],
  { calendar, now }: { readonly calendar: AcademyCalendar; readonly now: number },
): Relaid[] | Refused<PatternRefusalCode> {
  const standing = sessions.filter(({ state }) => state !== 'cancelled');
  const fixed = standing.filter(({ state, place }) => state === 'held' || place.startsAt <= now);
  const ahead = standing.filter((one) => !fixed.includes(one)).sort((a, b) => a.place.startsAt - b.place.startsAt);
  const entries = entriesAhead(pattern, fixed, { calendar, now });
  if (isRefused(entries)) return entries;
  const rest = [...entries];
  const stays: LaidSession[] = [];
  for (const session of ahead) {
    const at = rest.findIndex((entry) => isSameSlot(slotOf(entry), session.place));
    if (at === -1) continue;
    rest.splice(at, 1);
    stays.push(session);
  }
  const leftOver = ahead.filter((one) => !stays.includes(one));
  return [
    ...stays.map((session): Relaid => ({ kind: 'stays', session })),
    ...rest.map((entry, at): Relaid =>
      leftOver[at] ? { kind: 'moves', session: leftOver[at], entry } : { kind: 'comes', entry },
    ),
    ...leftOver.slice(rest.length).map((session): Relaid => ({ kind: 'goes', session })),
  ].sort((a, b) => startOf(a) - startOf(b));
}

/**
 * The pattern's slots still ahead, as many as are missing beside what is fixed.
 * Counted from the pattern's own first week, so that every other week stays every other week.
 */
function entriesAhead(
  pattern: WeeklyPattern,
  fixed: readonly LaidSession[],
  { calendar, now }: { calendar: AcademyCalendar; now: number },
): PreviewEntry[] | Refused<PatternRefusalCode> {
  const { extent } = pattern;
  const isAhead = ({ outcome, startsAt }: PreviewEntry) => outcome === 'planned' && startsAt > now;
  const first = previewPattern(pattern, calendar);
  if (isRefused(first)) return first;
  if (extent.by === 'date') return first.entries.filter(isAhead);
  const past = first.entries.filter((entry) => entry.outcome === 'planned' && entry.startsAt <= now);
  const minutes = (spans: readonly { readonly startsAt: number; readonly endsAt: number }[]) =>
    spans.reduce((sum, one) => sum + (one.endsAt - one.startsAt) / A_MINUTE, 0);
  const longer =
    extent.by === 'sessions'
      ? { by: 'sessions' as const, sessions: past.length + Math.max(0, extent.sessions - fixed.length) }
      : {
          by: 'hours' as const,
          hours: (minutes(past) + Math.max(0, extent.hours * 60 - minutes(fixed.map(({ place }) => place)))) / 60,
        };
  if ((longer.by === 'sessions' ? longer.sessions : longer.hours) === 0) return [];
  const again = previewPattern({ ...pattern, extent: longer }, calendar);
  return isRefused(again) ? again : again.entries.filter(isAhead);
}

function startOf(one: Relaid): number {
  return one.kind === 'stays' || one.kind === 'goes' ? one.session.place.startsAt : one.entry.startsAt;
}

/** The difference as changes of the timetable; `surplus` is the reason told for what goes. */
export function changesOf(relaid: readonly Relaid[], cohortId: string, surplus: string): SessionChange[] {
  return relaid.flatMap((one): SessionChange[] => {
    if (one.kind === 'moves')
      return [
        { kind: 'move', sessionId: one.session.id, seenSequence: one.session.sequence, place: slotOf(one.entry) },
      ];
    if (one.kind === 'comes') return [{ kind: 'place', cohortId, place: slotOf(one.entry) }];
    return one.kind === 'goes'
      ? [{ kind: 'cancel', sessionId: one.session.id, seenSequence: one.session.sequence, reason: surplus }]
      : [];
  });
}
