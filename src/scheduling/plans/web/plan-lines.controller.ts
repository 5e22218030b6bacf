import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Requires } from '../../../accounts/index.js';
import {
  Clock,
  CurrentVisit,
  definePage,
  formView,
  type FormView,
  found,
  isRefused,
  looksLikeId,
  notice,
  type Page,
  readForm,
  type Refused,
  seeOther,
  type SeeOther,
  QueryText,
  type Visit,
} from '../../../platform/index.js';
import {
  CancellationForm,
  ledInsteadBy,
  nameIn,
  placeIn,
  placeOfRow,
  refusalSaid,
  SessionForm,
  SessionForms,
  type SessionFormView,
  type SessionRow,
  type SessionView,
  sessionView,
  TimetableReader,
  typedOf,
} from '../../core/index.js';
import { PlanChange } from '../actions/plan-change.js';
import type { PlannedRow, PlanRow } from '../data/plan-queries.js';
import { PlanReader } from '../data/plan-reader.js';
import { CureForm } from './forms.js';
import { type PlanHead, planHead } from './plan-view.js';

interface FindPage {
  readonly plan: PlanHead;
  readonly q: string;
  readonly sessions: readonly (SessionView & { readonly planned: boolean })[];
  /** Where more were found than are listed. */
  readonly most: number | null;
}

interface LinePage extends SessionFormView {
  readonly plan: PlanHead;
  readonly cohort: string;
  readonly course: string;
  readonly number: number | null;
  /** The session as the timetable has it now; null for a new one. */
  readonly session: SessionView | null;
  readonly action: string;
  readonly cancellation: FormView<CancellationForm> | null;
  readonly cancelAction: string | null;
  readonly refusals: readonly string[];
}

const findPage = definePage<FindPage>('scheduling/plans/find');
const linePage = definePage<LinePage>('scheduling/plans/line');
const MOST_FOUND = 60;

/** The lines of an open plan: find a session, give it another place or cancel it, cure, look again, take out. */
@Controller('office/plans/:id')
@Requires('session.schedule')
export class PlanLinesController {
  constructor(
    private readonly plans: PlanReader,
    private readonly timetable: TimetableReader,
    private readonly forms: SessionForms,
    private readonly planChange: PlanChange,
    private readonly clock: Clock,
  ) {}

  @Get('sessions')
  async find(
    @CurrentVisit() visit: Visit,
    @Param('id') id: string,
    @Query('q', QueryText) asked?: string,
  ): Promise<Page> {
    const plan = await this.plan(id);
    const q = String(asked ?? '')
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
      plan: planHead(visit.speaker, plan),
      q,
      most: rows.length > MOST_FOUND ? MOST_FOUND : null,
      sessions: rows
        .slice(0, MOST_FOUND)
        .map((row) => ({ ...sessionView(visit.speaker, row, this.clock.now()), planned: planned.has(row.id) })),
    });
  }

  @Get('sessions/:session')
  async blank(
    @CurrentVisit() visit: Visit,
    @Param('id') id: string,
    @Param('session') sessionId: string,
  ): Promise<Page> {
    const [plan, session] = [await this.plan(id), await this.session(sessionId)];
    const line = (await this.plans.lines(id)).find((one) => one.sessionId === sessionId);
    return linePage(
      await this.model(visit, { plan, session, typed: typedOf(line?.wanted ?? placeOfRow(session), session.sequence) }),
    );
  }

  @Post('sessions/:session')
  async put(
    @CurrentVisit() visit: Visit,
    @Param('id') id: string,
    @Param('session') sessionId: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const [plan, session] = [await this.plan(id), await this.session(sessionId)];
    const read = readForm(SessionForm, body, this.clock.today());
    if (!read.ok) return linePage(await this.model(visit, { plan, session, ...read }), 422);
    const cohort = found(await this.timetable.cohort(session.cohort));
    const kind = session.state === 'cancelled' ? 'restore' : 'move';
    const outcome = await this.planChange.put(visit.actor, id, {
      kind,
      sessionId,
      seenSequence: read.form.sequence,
      place: placeIn(read.form, cohort),
    });
    return (
      this.done(outcome, id, 'plan.kept') ??
      linePage(await this.model(visit, { plan, session, typed: read.typed, ...refusedOf(visit, outcome) }), 422)
    );
  }

  @Post('sessions/:session/cancellation')
  async cancel(
    @CurrentVisit() visit: Visit,
    @Param('id') id: string,
    @Param('session') sessionId: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const [plan, session] = [await this.plan(id), await this.session(sessionId)];
    const read = readForm(CancellationForm, body, this.clock.today());
    const typed = typedOf(placeOfRow(session), session.sequence);
    if (!read.ok)
      return linePage(
        {
          ...(await this.model(visit, { plan, session, typed })),
          cancellation: formView(CancellationForm, visit.speaker, read),
        },
        422,
      );
    const outcome = await this.planChange.put(visit.actor, id, {
      kind: 'cancel',
      sessionId,
      seenSequence: read.form.sequence,
      reason: read.form.reason,
    });
    return (
      this.done(outcome, id, 'plan.kept') ??
      linePage(await this.model(visit, { plan, session, typed, ...refusedOf(visit, outcome) }), 422)
    );
  }

  @Get('changes/:change')
  async edit(
    @CurrentVisit() visit: Visit,
    @Param('id') id: string,
    @Param('change') changeId: string,
  ): Promise<Page | SeeOther> {
    const [plan, line] = [await this.plan(id), await this.line(id, changeId)];
    if (line.sessionId !== null) return seeOther(`/office/plans/${id}/sessions/${line.sessionId}`);
    return linePage(await this.newSession(visit, { plan, line, typed: line.wanted ? typedOf(line.wanted, null) : {} }));
  }

  @Post('changes/:change')
  async place(
    @CurrentVisit() visit: Visit,
    @Param('id') id: string,
    @Param('change') changeId: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const [plan, line] = [await this.plan(id), await this.line(id, changeId)];
    const read = readForm(SessionForm, body, this.clock.today());
    if (!read.ok) return linePage(await this.newSession(visit, { plan, line, ...read }), 422);
    const outcome = await this.planChange.place(
      visit.actor,
      { planId: id, changeId },
      placeIn(read.form, found(await this.timetable.cohort(line.cohort))),
    );
    return (
      this.done(outcome, id, 'plan.kept') ??
      linePage(await this.newSession(visit, { plan, line, typed: read.typed, ...refusedOf(visit, outcome) }), 422)
    );
  }

  @Post('changes/:change/cure')
  async cure(
    @CurrentVisit() visit: Visit,
    @Param('id') id: string,
    @Param('change') changeId: string,
    @Body() body: unknown,
  ): Promise<SeeOther> {
    const line = await this.line(id, changeId);
    const read = readForm(CureForm, body, this.clock.today());
    if (!read.ok || !line.wanted) return seeOther(`/office/plans/${id}`);
    const { instructorId, ...time } = read.form;
    const instructors =
      instructorId === null ? line.wanted.instructors : ledInsteadBy(line.wanted.instructors, instructorId);
    return this.orTold(visit, id, {
      outcome: await this.planChange.place(
        visit.actor,
        { planId: id, changeId },
        { ...line.wanted, ...time, instructors },
      ),
      done: 'plan.cured',
    });
  }

  @Post('changes/:change/refresh')
  async refresh(
    @CurrentVisit() visit: Visit,
    @Param('id') id: string,
    @Param('change') changeId: string,
  ): Promise<SeeOther> {
    await this.line(id, changeId);
    return this.orTold(visit, id, {
      outcome: await this.planChange.refresh(visit.actor, { planId: id, changeId }),
      done: 'plan.refreshed',
    });
  }

  @Post('changes/:change/removal')
  async remove(
    @CurrentVisit() visit: Visit,
    @Param('id') id: string,
    @Param('change') changeId: string,
  ): Promise<SeeOther> {
    await this.line(id, changeId);
    return this.orTold(visit, id, {
      outcome: await this.planChange.remove(visit.actor, { planId: id, changeId }),
      done: 'plan.removed',
    });
  }

  private done(outcome: unknown, id: string, key: string): SeeOther | null {
    return isRefused(outcome) ? null : seeOther(`/office/plans/${id}`, notice(key));
  }

  /** A one-button form has no page of its own to fail on: the plan's page says why. */
  private orTold(
    _visit: Visit,
    id: string,
    { outcome, done }: { outcome: { planId: string } | Refused; done: string },
  ): SeeOther {
    if (!isRefused(outcome)) return seeOther(`/office/plans/${id}`, notice(done));
    const [first] = outcome.reasons;
    return seeOther(`/office/plans/${id}`, first ? notice(`refusal.${first.code}`, first.data, 'warning') : undefined);
  }

  private async plan(id: string): Promise<PlanRow> {
    return found(looksLikeId(id) ? await this.plans.plan(id) : null);
  }

  private async session(id: string): Promise<SessionRow> {
    return found(looksLikeId(id) ? await this.timetable.session(id) : null);
  }

  private async line(planId: string, changeId: string): Promise<PlannedRow> {
    return found(
      looksLikeId(planId) ? ((await this.plans.lines(planId)).find(({ id }) => id === changeId) ?? null) : null,
    );
  }

  private async model(
    visit: Visit,
    {
      plan,
      session,
      refusals = [],
      ...filled
    }: Omit<Parameters<SessionForms['view']>[2], 'refusals'> & {
      plan: PlanRow;
      session: SessionRow;
      refusals?: readonly string[];
    },
  ): Promise<LinePage> {
    const cohort = found(await this.timetable.cohort(session.cohort));
    const action = `/office/plans/${plan.id}/sessions/${session.id}`;
    return {
      ...(await this.forms.view(visit, cohort, filled)),
      plan: planHead(visit.speaker, plan),
      cohort: cohort.code,
      course: nameIn(visit.speaker, cohort.title),
      number: session.number,
      session: sessionView(visit.speaker, session, this.clock.now()),
      action,
      refusals,
      cancelAction: `${action}/cancellation`,
      cancellation:
        session.state === 'cancelled'
          ? null
          : formView(CancellationForm, visit.speaker, { typed: { sequence: String(session.sequence) } }),
    };
  }

  private async newSession(
    visit: Visit,
    {
      plan,
      line,
      refusals = [],
      ...filled
    }: Omit<Parameters<SessionForms['view']>[2], 'refusals'> & {
      plan: PlanRow;
      line: PlannedRow;
      refusals?: readonly string[];
    },
  ): Promise<LinePage> {
    const cohort = found(await this.timetable.cohort(line.cohort));
    return {
      ...(await this.forms.view(visit, cohort, filled)),
      plan: planHead(visit.speaker, plan),
      cohort: cohort.code,
      course: nameIn(visit.speaker, cohort.title),
      number: null,
      session: null,
      action: `/office/plans/${plan.id}/changes/${line.id}`,
      refusals,
      cancelAction: null,
      cancellation: null,
    };
  }
}

function refusedOf(visit: Visit, outcome: unknown): { refusals: string[] } {
  return { refusals: isRefused(outcome) ? outcome.reasons.map((one) => refusalSaid(visit.speaker, one)) : [] };
}

function matches(row: SessionRow, q: string): boolean {
  const said = [row.cohort, row.course, row.room, row.instructor].flatMap((one) =>
    one === null ? [] : typeof one === 'string' ? [one] : [one.zh, one.en],
  );
  return q
    .toLowerCase()
    .split(/\s+/)
    .every((word) => said.join(' ').toLowerCase().includes(word));
}
