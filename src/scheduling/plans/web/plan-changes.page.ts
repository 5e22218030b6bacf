import { Injectable } from '@nestjs/common';
import { Clock, formView, type FormView, found, type RequestContext, refusalTexts } from '../../../platform/index.js';
import {
  CancellationForm,
  nameIn,
  SessionForms,
  type SessionFormView,
  type SessionRow,
  type SessionView,
  sessionView,
  TimetableReader,
} from '../../core/index.js';
import type { PlannedRow, PlanRow } from '../data/plan-queries.js';
import { PlanReader } from '../data/plan-reader.js';
import { type PlanHead, planHead } from './plan-details.page.js';

export interface LinePage extends SessionFormView {
  readonly plan: PlanHead;
  readonly cohort: string;
  readonly course: string;
  readonly number: number | null;
  /** The session in the current timetable; null for a new one. */
  readonly session: SessionView | null;
  readonly action: string;
  readonly cancellation: FormView<CancellationForm> | null;
  readonly cancelAction: string | null;
  readonly refusals: readonly string[];
}

/** Values and refusals of the form. */
type PlanFormState = Parameters<SessionForms['view']>[2] & { readonly plan: PlanRow };

/** Pages that edit a planned change of an existing session or of a session that the plan adds. */
@Injectable()
export class PlanLines {
  constructor(
    private readonly plans: PlanReader,
    private readonly timetable: TimetableReader,
    private readonly forms: SessionForms,
    private readonly clock: Clock,
  ) {}

  async plan(id: string): Promise<PlanRow> {
    return found(await this.plans.plan(id));
  }

  async session(id: string): Promise<SessionRow> {
    return found(await this.timetable.session(id));
  }

  async line(planId: string, changeId: string): Promise<PlannedRow> {
    return found((await this.plans.lines(planId)).find(({ id }) => id === changeId));
  }

  async ofSession(
    context: RequestContext,
    { plan, session, refusals = [], ...filled }: PlanFormState & { readonly session: SessionRow },
  ): Promise<LinePage> {
    const cohort = found(await this.timetable.cohort(session.cohort));
    const action = `/office/plans/${plan.id}/sessions/${session.id}`;
    return {
      ...(await this.forms.view(context, cohort, filled)),
      plan: planHead(context.translator, plan),
      cohort: cohort.code,
      course: nameIn(context.translator, cohort.title),
      number: session.number,
      session: sessionView(context.translator, session, this.clock.now()),
      action,
      refusals: refusalTexts(context.translator, refusals),
      cancelAction: `${action}/cancellation`,
      cancellation:
        session.state === 'cancelled'
          ? null
          : formView(CancellationForm, context.translator, { typed: { sequence: String(session.sequence) } }),
    };
  }

  async ofNewSession(
    context: RequestContext,
    { plan, line, refusals = [], ...filled }: PlanFormState & { readonly line: PlannedRow },
  ): Promise<LinePage> {
    const cohort = found(await this.timetable.cohort(line.cohort));
    return {
      ...(await this.forms.view(context, cohort, filled)),
      plan: planHead(context.translator, plan),
      cohort: cohort.code,
      course: nameIn(context.translator, cohort.title),
      number: null,
      session: null,
      action: `/office/plans/${plan.id}/changes/${line.id}`,
      refusals: refusalTexts(context.translator, refusals),
      cancelAction: null,
      cancellation: null,
    };
  }
}
