import { Injectable } from '@nestjs/common';
import { Clock, type Translator } from '../../../../platform/index.js';
import { instructorFacts, nameIn, roomFacts, type RoomRow, rooms, TimetableReader } from '../../../core/index.js';
import {
  type CohortInGrid,
  cohortsMeeting,
  doubleBookedIn,
  type TrackNamed,
  tracksNamed,
} from '../../data/timetable-grid.js';
import type { DayRuler } from '../../domain/day-ruler.js';
import type { TimetableAsk } from './timetable-ask.js';
import { gridSession, type GridSession } from './timetable-blocks.js';
import { type Holder, holdersOf } from './timetable-rows.page.js';
import { MARKS, type Mark, marksOf } from './timetable-marks.js';

/** What all views of a span are drawn from. */
export interface Grid {
  /** Those that the address asks for, by start. */
  readonly sessions: readonly GridSession[];
  /** How many of each mark there are when every other filter holds. */
  readonly counts: Readonly<Record<Mark, number>>;
  readonly cohorts: readonly CohortInGrid[];
  readonly rooms: readonly RoomRow[];
  readonly tracks: readonly TrackNamed[];
}

/** Reads a span of the timetable for the views, by their filters. */
@Injectable()
export class TimetableGrid {
  constructor(
    private readonly reader: TimetableReader,
    private readonly clock: Clock,
  ) {}

  async of(ask: TimetableAsk, ruler: DayRuler): Promise<Grid> {
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
    const known = rows.map((row) => {
      const cohort = byId.get(row.cohortId);
      const isOnline = cohort?.delivery === 'online';
      return gridSession(ruler, row, {
        marked: marksOf({ session: row, isOnline, isDoubled: doubled.has(row.id), now }),
        track: cohort?.track ?? '',
        isOnline,
      });
    });
    const asked = known.filter(
      (session) => matches(session, ask) && (ask.kind === '' || kinds.get(session.row.roomId ?? '') === ask.kind),
    );
    const counts = Object.fromEntries(
      MARKS.map((mark) => [mark, asked.filter((one) => isMarked(one, mark)).length]),
    ) as Record<Mark, number>;
    const sessions = asked.filter((one) =>
      ask.state === null ? ask.of !== '' || one.row.state !== 'cancelled' : isMarked(one, ask.state),
    );
    return { sessions, counts, cohorts, rooms: allRooms, tracks };
  }

  /** The lines of a timeline: all rooms and people in use, the cohorts that meet; or the one that is asked for. */
  async holders(translator: Translator, ask: TimetableAsk, grid: Grid): Promise<Holder[]> {
    const busy = new Set(grid.sessions.flatMap((one) => holdersOf(one, ask.by)));
    const isSought = ({ id, name, sub }: Holder) =>
      (ask.of === '' || id === ask.of) &&
      (!isNarrowed(ask) ||
        busy.has(id) ||
        (ask.q !== '' && `${name} ${sub ?? ''}`.toLowerCase().includes(ask.q.toLowerCase())));
    const all =
      ask.by === 'cohort'
        ? cohortHolders(grid)
        : ask.by === 'room'
          ? await this.roomHolders(translator, grid, ask.kind)
          : await this.instructorHolders(translator);
    return all
      .filter(({ holder, gone }) => isSought(holder) && (!gone || busy.has(holder.id)))
      .map(({ holder }) => holder);
  }

  private async roomHolders(translator: Translator, grid: Grid, kind: string): Promise<HolderFound[]> {
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
        gone: room.closed,
      }));
  }

  private async instructorHolders(translator: Translator): Promise<HolderFound[]> {
    const found = (await instructorFacts(this.reader.query)).map((one) => ({
      holder: { id: one.id, name: nameIn(translator, one.name), sub: null, availability: one },
      gone: one.retired,
    }));
    return found.sort((a, b) => translator.format.compare(a.holder.name, b.holder.name));
  }
}

interface HolderFound {
  readonly holder: Holder;
  /** Out of use: shown only where something still stands there. */
  readonly gone: boolean;
}

function cohortHolders({ cohorts, sessions }: Grid): HolderFound[] {
  const titles = new Map(sessions.map(({ row }) => [row.cohortId, row.cohort]));
  return cohorts.map(({ id, code }) => ({
    holder: { id, name: code, sub: null, availability: null },
    gone: !titles.has(id),
  }));
}

function isNarrowed({ q, track, state }: TimetableAsk): boolean {
  return q !== '' || track !== '' || state !== null;
}

function isMarked({ marked }: GridSession, mark: Mark): boolean {
  return marked.some((one) => one.mark === mark);
}

function matches(session: GridSession, { q, track, by, of }: TimetableAsk): boolean {
  const { row } = session;
  if (track !== '' && session.track !== track) return false;
  if (of !== '' && !holdersOf(session, by).includes(of)) return false;
  if (q === '') return true;
  const said = [row.cohort, row.course, row.room, ...row.instructors.map(({ name }) => name)].flatMap((one) =>
    one === null ? [] : typeof one === 'string' ? [one] : [one.zh, one.en],
  );
  return said.join(' ').toLowerCase().includes(q.toLowerCase());
}
