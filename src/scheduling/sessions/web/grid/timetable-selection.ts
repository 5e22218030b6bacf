import { isDay } from '../../../../platform/index.js';
import { mondayOf, ROOM_KINDS } from '../../../core/index.js';
import { MARKS, type Mark } from './timetable-marks.js';

export const VIEWS = ['week', 'timeline', 'month'] as const;
export type View = (typeof VIEWS)[number];
export const BYS = ['room', 'instructor', 'cohort'] as const;
export type By = (typeof BYS)[number];

/** What the timetable page shows, parsed from its address. */
export interface TimetableSelection {
  readonly view: View;
  readonly by: By;
  /** The requested day; its week or month is shown. */
  readonly on: string;
  readonly monday: string;
  /** The single day shown; null: the whole week or month. */
  readonly day: string | null;
  readonly q: string;
  /** A track's code. */
  readonly track: string;
  /** A kind of room. */
  readonly kind: string;
  /** Only sessions with this mark. */
  readonly state: Mark | null;
  /** Id of the only room, instructor or cohort to show; empty: all. */
  readonly of: string;
}

export type Query = Readonly<Record<string, unknown>>;

/** Parses an address; ignores invalid values, so that old links still show something. */
export function readSelection(query: Query, today: string): TimetableSelection {
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

/** The address of the selection with changes applied; default values are left out. */
export function addressOf(selection: TimetableSelection, changes: Partial<TimetableSelection> = {}): string {
  const changed = { ...selection, ...changes };
  if (changes.by !== undefined && changes.by !== selection.by && changes.of === undefined) changed.of = '';
  const values: Readonly<Record<string, string>> = {
    view: changed.view === 'week' ? '' : changed.view,
    week: changed.day === null ? changed.on : '',
    day: changed.day ?? '',
    by: changed.by === 'room' ? '' : changed.by,
    q: changed.q,
    track: changed.track,
    kind: changed.kind,
    state: changed.state ?? '',
    [changed.by]: changed.of,
  };
  const query = new URLSearchParams(Object.entries(values).filter(([, value]) => value !== ''));
  return `${TIMETABLE}?${query.toString()}`;
}

/** Whether a filter is active. */
export function isFiltered({ q, track, kind, state, of }: TimetableSelection): boolean {
  return q !== '' || track !== '' || kind !== '' || state !== null || of !== '';
}
