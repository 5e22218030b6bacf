import { Controller, Get, Query } from '@nestjs/common';
import { Requires } from '../../../accounts/index.js';
import {
  Clock,
  CurrentContext,
  definePage,
  type Page,
  QueryText,
  type RequestContext,
  IdParam,
} from '../../../platform/index.js';
import { type SessionRow, type SessionView, sessionView, TimetableReader } from '../../core/index.js';
import { PlanReader } from '../data/plan-reader.js';
import { type PlanHead, planHead } from './plan-details.page.js';
import { PlanLines } from './plan-changes.page.js';

export interface FindPage {
  readonly plan: PlanHead;
  readonly q: string;
  readonly sessions: readonly (SessionView & { readonly planned: boolean })[];
  /** Whether there are more results than listed. */
  readonly most: number | null;
}

const findPage = definePage<FindPage>('scheduling/plans/find');
const MOST_FOUND = 60;

/** Searches sessions ahead to add to an open plan. */
@Controller('office/plans/:id')
@Requires('session.schedule')
export class PlanSearchController {
  constructor(
    private readonly lines: PlanLines,
    private readonly plans: PlanReader,
    private readonly timetable: TimetableReader,
    private readonly clock: Clock,
  ) {}

  @Get('sessions')
  async find(
    @CurrentContext() context: RequestContext,
    @IdParam() id: string,
    @Query('q', QueryText) search?: string,
  ): Promise<Page> {
    const plan = await this.lines.plan(id);
    const q = String(search ?? '')
      .trim()
      .slice(0, 100);
    const rows =
      q === ''
        ? []
        : (await this.timetable.sessions({ from: this.clock.now() })).filter(
            (row) => row.state === 'planned' && row.startsAt > this.clock.now() && matches(row, q),
          );
    const planned = new Set((await this.plans.lines(id)).map(({ sessionId }) => sessionId));
    return findPage({
      plan: planHead(context.translator, plan),
      q,
      most: rows.length > MOST_FOUND ? MOST_FOUND : null,
      sessions: rows
        .slice(0, MOST_FOUND)
        .map((row) => ({ ...sessionView(context.translator, row, this.clock.now()), planned: planned.has(row.id) })),
    });
  }
}

function matches(row: SessionRow, q: string): boolean {
  const searched = [row.cohort, row.course, row.room, row.instructor].flatMap((one) =>
    one === null ? [] : typeof one === 'string' ? [one] : [one.zh, one.en],
  );
  return q
    .toLowerCase()
    .split(/\s+/)
    .every((word) => searched.join(' ').toLowerCase().includes(word));
}
