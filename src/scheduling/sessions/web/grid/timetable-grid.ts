import { Injectable } from '@nestjs/common';
import { Clock, type Translator } from '../../../../platform/index.js';
import { instructorFacts, nameIn, roomFacts, type RoomRow, rooms, TimetableReader } from '../../../core/index.js';
import {
  type CohortInGrid,
  cohortsMeeting,
  doubleBookedIn,
  type TrackName,
  tracksNamed,
} from '../../data/timetable-grid.js';
import type { DayRuler } from '../../domain/day-ruler.js';
import type { TimetableSelection } from './timetable-selection.js';
import { gridSession, type GridSession } from './timetable-blocks.js';
import { type Holder, holdersOf } from './timetable-rows.page.js';
import { MARKS, type Mark, marksOf } from './timetable-marks.js';

/** Data for all views of a span. */
export interface Grid {
  /** Sessions that match the selection, by start. */
  readonly sessions: readonly GridSession[];
  /** Number of sessions per mark, with all other filters applied. */
  readonly counts: Readonly<Record<Mark, number>>;
  readonly cohorts: readonly CohortInGrid[];
  readonly rooms: readonly RoomRow[];
  readonly tracks: readonly TrackName[];
}

@Injectable()
export class TimetableGrid {
  constructor(
    private readonly reader: TimetableReader,
    private readonly clock: Clock,
  ) {}

  async of(selection: TimetableSelection, ruler: DayRuler): Promise<Grid> {
    const read = this.reader.query;
    const span = { startsAt: ruler.from, endsAt: ruler.until };
    const [rows, cohorts, doubled, allRooms, tracks] = await Promise.all([
      this.reader.sessions({ from: span.startsAt, until: span.endsAt, withCancelled: true }),
      cohortsMeeting(read, span),
      doubleBookedIn(read, span),
      rooms(read),
      tracksNamed(read),
    ]);
    const byId = new Map(cohorts.map((one) => [one.id, one]));
    const kinds = new Map(allRooms.map(({ id, kind }) => [id, kind]));
    const now = this.clock.now();
    const all = rows.map((row) => {
      const cohort = byId.get(row.cohortId);
      const isOnline = cohort?.delivery === 'online';
      return gridSession(ruler, row, {
        marked: marksOf({ session: row, isOnline, isDoubled: doubled.has(row.id), now }),
        track: cohort?.track ?? '',
        isOnline,
      });
    });
    const matching = all.filter(
      (session) =>
        matches(session, selection) &&
        (selection.kind === '' || kinds.get(session.row.roomId ?? '') === selection.kind),
    );
    const counts = Object.fromEntries(
      MARKS.map((mark) => [mark, matching.filter((one) => isMarked(one, mark)).length]),
    ) as Record<Mark, number>;
    const sessions = matching.filter((one) =>
      selection.state === null ? selection.of !== '' || one.row.state !== 'cancelled' : isMarked(one, selection.state),
    );
    return { sessions, counts, cohorts, rooms: allRooms, tracks };
  }

  /** The lines of a timeline: rooms and instructors in use, cohorts with sessions, or only the selected one. */
  async holders(translator: Translator, selection: TimetableSelection, grid: Grid): Promise<Holder[]> {
    const busy = new Set(grid.sessions.flatMap((one) => holdersOf(one, selection.by)));
    const isSought = ({ id, name, sub }: Holder) =>
      (selection.of === '' || id === selection.of) &&
      (!isNarrowed(selection) ||
        busy.has(id) ||
        (selection.q !== '' && `${name} ${sub ?? ''}`.toLowerCase().includes(selection.q.toLowerCase())));
    const all =
      selection.by === 'cohort'
        ? cohortHolders(grid)
        : selection.by === 'room'
          ? await this.roomHolders(translator, grid, selection.kind)
          : await this.instructorHolders(translator);
    return all
      .filter(({ holder, inactive }) => isSought(holder) && (!inactive || busy.has(holder.id)))
      .map(({ holder }) => holder);
  }

  private async roomHolders(translator: Translator, grid: Grid, kind: string): Promise<HolderCandidate[]> {
    const kinds = new Map(grid.rooms.map((room) => [room.id, room.kind]));
    return (await roomFacts(this.reader.query))
      .filter((room) => kind === '' || kinds.get(room.id) === kind)
      .map((room) => ({
        holder: {
          id: room.id,
          name: nameIn(translator, room.name),
          sub: translator.t('timetable.room_sub', { code: room.code, seats: room.seats }),
          availability: room,
        },
        inactive: room.closed,
      }));
  }

  private async instructorHolders(translator: Translator): Promise<HolderCandidate[]> {
    const found = (await instructorFacts(this.reader.query)).map((one) => ({
      holder: { id: one.id, name: nameIn(translator, one.name), sub: null, availability: one },
      inactive: one.retired,
    }));
    return found.sort((a, b) => translator.format.compare(a.holder.name, b.holder.name));
  }
}

interface HolderCandidate {
  readonly holder: Holder;
  /** Closed or retired: shown only if it still has sessions. */
  readonly inactive: boolean;
}

function cohortHolders({ cohorts, sessions }: Grid): HolderCandidate[] {
  const titles = new Map(sessions.map(({ row }) => [row.cohortId, row.cohort]));
  return cohorts.map(({ id, code }) => ({
    holder: { id, name: code, sub: null, availability: null },
    inactive: !titles.has(id),
  }));
}

function isNarrowed({ q, track, state }: TimetableSelection): boolean {
  return q !== '' || track !== '' || state !== null;
}

function isMarked({ marked }: GridSession, mark: Mark): boolean {
  return marked.some((one) => one.mark === mark);
}

function matches(session: GridSession, { q, track, by, of }: TimetableSelection): boolean {
  const { row } = session;
  if (track !== '' && session.track !== track) return false;
  if (of !== '' && !holdersOf(session, by).includes(of)) return false;
  if (q === '') return true;
  const searched = [row.cohort, row.course, row.room, ...row.instructors.map(({ name }) => name)].flatMap((one) =>
    one === null ? [] : typeof one === 'string' ? [one] : [one.zh, one.en],
  );
  return searched.join(' ').toLowerCase().includes(q.toLowerCase());
}
