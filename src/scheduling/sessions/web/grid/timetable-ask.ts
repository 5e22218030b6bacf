import { isDay } from '../../../../platform/index.js';
import { mondayOf, ROOM_KINDS } from '../../../core/index.js';
import { MARKS, type Mark } from './timetable-marks.js';

export const VIEWS = ['week', 'timeline', 'month'] as const;
export type View = (typeof VIEWS)[number];
export const BYS = ['room', 'instructor', 'cohort'] as const;
export type By = (typeof BYS)[number];

/** Which part of the timetable is wanted, and how it is looked at: the page's address, read. */
export interface TimetableAsk {
  readonly view: View;
  readonly by: By;
  /** The day that was asked for: its week, or its month, is shown. */
  readonly on: string;
  readonly monday: string;
  /** The one day that is shown; null: all of them. */
  readonly day: string | null;
  readonly q: string;
  /** A track's code. */
  readonly track: string;
  /** A kind of room. */
  readonly kind: string;
  /** Only sessions of this mark. */
  readonly state: Mark | null;
  /** The one room, instructor or cohort (by its id) that is looked at; empty: all. */
  readonly of: string;
}

export type Query = Readonly<Record<string, unknown>>;

/** Reads an address; what makes no sense is passed over, so that every old link still shows something. */
export function readAsk(query: Query, today: string): TimetableAsk {
  const given = (name: string) => (typeof query[name] === 'string' ? query[name].trim().slice(0, 100) : '');
  const day = isDay(given('day')) ? given('day') : null;
  const on = day ?? (isDay(given('week')) ? given('week') : today);
  const by = BYS.find((one) => one === given('by')) ?? BYS.find((one) => given(one) !== '') ?? 'room';
  const view = VIEWS.find((one) => one === given('view')) ?? 'week';
  return {
    view,
    by,
    on,
    monday: mondayOf(on),
    day: view === 'month' ? null : day,
    q: given('q'),
    track: given('track'),
    kind: ROOM_KINDS.find((one) => one === given('kind')) ?? '',
    state: MARKS.find((one) => one === given('state')) ?? null,
    of: given(by),
  };
}

export const TIMETABLE = '/office/timetable';

/** The address of what is asked for, but for the changes; whatever goes without saying is left out. */
export function addressOf(ask: TimetableAsk, changes: Partial<TimetableAsk> = {}): string {
  const wanted = { ...ask, ...changes };
  if (changes.by !== undefined && changes.by !== ask.by && changes.of === undefined) wanted.of = '';
  const values: Readonly<Record<string, string>> = {
    view: wanted.view === 'week' ? '' : wanted.view,
    week: wanted.day === null ? wanted.on : '',
    day: wanted.day ?? '',
    by: wanted.by === 'room' ? '' : wanted.by,
    q: wanted.q,
    track: wanted.track,
    kind: wanted.kind,
    state: wanted.state ?? '',
    [wanted.by]: wanted.of,
  };
  const query = new URLSearchParams(Object.entries(values).filter(([, value]) => value !== ''));
  return `${TIMETABLE}?${query.toString()}`;
}

/** Whether anything is left out of the view. */
export function isFiltered({ q, track, kind, state, of }: TimetableAsk): boolean {
  return q !== '' || track !== '' || kind !== '' || state !== null || of !== '';
}
