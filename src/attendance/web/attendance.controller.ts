import { Controller, Get, Param } from '@nestjs/common';
import { Requires } from '../../accounts/index.js';
import { type CohortHeader, CohortHeaders } from '../../cohorts/index.js';
import {
  Clock,
  CurrentContext,
  dayOf,
  definePage,
  type Page,
  ReadDatabase,
  type RequestContext,
} from '../../platform/index.js';
import { completionOf, type PersonStanding } from '../data/completion.js';
import { hasAttendedEnough, LEAST_ATTENDANCE_PERCENT } from '../domain/completion-rules.js';

interface HeatCell {
  /** `expected`: not marked although the session is over; `ahead`: not held yet; `none`: not expected. */
  readonly shape: 'present' | 'late' | 'excused' | 'absent' | 'expected' | 'ahead' | 'none';
  readonly short: string;
  readonly label: string;
}

export interface AttendancePage {
  readonly header: CohortHeader;
  readonly least: number;
  readonly columns: readonly {
    readonly id: string;
    readonly n: number;
    readonly date: string;
    readonly isOpen: boolean;
    readonly share: number | null;
  }[];
  readonly people: readonly {
    readonly name: string;
    readonly cells: readonly HeatCell[];
    readonly share: number | null;
    readonly enough: boolean;
  }[];
  readonly legend: readonly HeatCell[];
}

const page = definePage<AttendancePage>('attendance/attendance/index');
const SHAPES = ['present', 'late', 'excused', 'absent', 'expected', 'ahead'] as const;

/** The attendance of everybody at every session of a cohort. */
@Controller('office/cohorts/:code/attendance')
@Requires('cohort.manage')
export class AttendanceController {
  constructor(
    private readonly headers: CohortHeaders,
    private readonly reads: ReadDatabase,
    private readonly clock: Clock,
  ) {}

  @Get()
  async index(@CurrentContext() context: RequestContext, @Param('code') code: string): Promise<Page> {
    const header = await this.headers.of(context, { code, tab: 'attendance' });
    const now = this.clock.now();
    const { sessions, cells, people } = await completionOf(this.reads.query, header.id, now);
    const cell = (shape: HeatCell['shape']): HeatCell => ({
      shape,
      short: context.translator.t(`attendance.short_${shape}`),
      label: context.translator.t(`attendance.cell_${shape}`),
    });
    const cellByKey = new Map(cells.map((one) => [`${one.sessionId} ${one.enrolmentId}`, one]));
    const shapeOf = (sessionId: string, endsAt: number, person: PersonStanding): HeatCell['shape'] => {
      const cell = cellByKey.get(`${sessionId} ${person.enrolmentId}`);
      return !cell ? (endsAt > now ? 'ahead' : 'none') : (cell.mark ?? (endsAt > now ? 'ahead' : 'expected'));
    };
    return page({
      header,
      least: LEAST_ATTENDANCE_PERCENT,
      columns: sessions.map(({ id, number, startsAt }) => {
        const marked = cells.filter((one) => one.sessionId === id && one.mark !== null && one.mark !== 'excused');
        const came = marked.filter(({ mark }) => mark !== 'absent').length;
        return {
          id,
          n: number,
          date: dayOf(startsAt),
          isOpen: startsAt <= now,
          share: marked.length === 0 ? null : came / marked.length,
        };
      }),
      people: people.map((person) => ({
        name: person.name,
        share: person.share,
        enough: person.share === null || hasAttendedEnough(person.tally),
        cells: sessions.map(({ id, endsAt }) => cell(shapeOf(id, endsAt, person))),
      })),
      legend: SHAPES.map(cell),
    });
  }
}
