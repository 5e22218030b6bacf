import { Injectable } from '@nestjs/common';
import { may } from '../../../accounts/index.js';
import {
  isDay,
  byLabel,
  formView,
  type FormView,
  type TypedValues,
  type RequestContext,
  type FormState,
} from '../../../platform/index.js';
import type { CohortForTimetable } from '../data/timetable-facts.js';
import { TimetableReader } from '../data/timetable-reader.js';

import { isDoubleBooking, mayBeOverridden } from '../domain/override.js';
import type { SessionSlot } from '../domain/placed-session.js';
import { isQualifiedOn } from '../domain/qualification.js';
import { type ConsideredSlot, type Findings, SlotFindings, NO_FINDINGS } from './findings.js';
import { SessionForm } from './slot.form.js';
import { instructorOptions, poolOptions, roomOptions } from './texts.js';

export interface SessionFormState extends FormState {
  readonly typed: TypedValues;
}

/** A session form with its findings and suggestions. */
export interface SessionFormView {
  readonly form: FormView<SessionForm>;
  readonly findings: Findings;
  /** Whether this person may override the refusal. */
  readonly overridable: boolean;
}

export interface RefusedSlot extends SessionFormState {
  readonly id: string | null;
  readonly slot: SessionSlot;
  /** The page to which the suggestions link. */
  readonly page: string;
}

/** Builds the form of one session: open rooms, qualified instructors, licences, and suggestions after a refusal. */
@Injectable()
export class SessionForms {
  constructor(
    private readonly reader: TimetableReader,
    private readonly findings: SlotFindings,
  ) {}

  /** Qualifications are checked on the typed day if it can be read, else on the cohort’s first day. */
  async view(
    context: RequestContext,
    { courseId, startsOn }: CohortForTimetable,
    filled: SessionFormState,
  ): Promise<SessionFormView> {
    const { date } = filled.typed;
    const day = typeof date === 'string' && isDay(date) ? date : startsOn;
    const timetable = await this.reader.around(day);
    const teaching = [...timetable.instructors.values()].filter((one) => !one.retired);
    const options = {
      roomId: roomOptions(context.translator, timetable.rooms.values()),
      instructorId: byLabel(
        context.translator,
        instructorOptions(
          context.translator,
          teaching.filter((one) => isQualifiedOn(day, courseId, one.qualifications)),
        ),
      ),
      assistantIds: byLabel(context.translator, instructorOptions(context.translator, teaching)),
      poolIds: poolOptions(context.translator, timetable.pools.values()),
    };
    return {
      form: formView(SessionForm, context.translator, { ...filled, options }),
      findings: NO_FINDINGS,
      overridable: false,
    };
  }

  /** The form with a slot that is checked before it is submitted. */
  async considered(
    context: RequestContext,
    cohort: CohortForTimetable,
    considered: ConsideredSlot,
  ): Promise<SessionFormView> {
    const { form } = await this.view(context, cohort, { typed: considered.typed });
    return { form, findings: await this.findings.of(context, cohort, considered), overridable: false };
  }

  /** The form after a refusal, with suggestions and, if permitted, the override field. */
  async refused(
    context: RequestContext,
    cohort: CohortForTimetable,
    { id, slot, page, ...filled }: RefusedSlot,
  ): Promise<SessionFormView> {
    const { form } = await this.view(context, cohort, filled);
    const reasons = filled.refusals ?? [];
    const isAboutThePlace = reasons.some(
      (one) =>
        mayBeOverridden(one) || isDoubleBooking(one) || one.code === 'closedDayNotMeant' || one.code.startsWith('pool'),
    );
    // The form's summary shows the refusals; only suggestions are added here.
    const findings = isAboutThePlace
      ? { ...(await this.findings.of(context, cohort, { id, slot, page, typed: filled.typed })), reasons: [] }
      : NO_FINDINGS;
    return {
      form,
      findings,
      overridable: reasons.length > 0 && reasons.every(mayBeOverridden) && may(context.actor, 'session.override'),
    };
  }
}
