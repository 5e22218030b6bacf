import { Injectable } from '@nestjs/common';
import { may } from '../../../accounts/index.js';
import {
  isDay,
  byLabel,
  formView,
  type FormView,
  type Typed,
  type RequestContext,
  type Filling,
} from '../../../platform/index.js';
import type { CohortForTimetable } from '../data/timetable-facts.js';
import { TimetableReader } from '../data/timetable-reader.js';

import { isDoubleBooking, mayBeOverridden } from '../domain/override.js';
import type { SessionSlot } from '../domain/placed-session.js';
import { isQualifiedOn } from '../domain/qualification.js';
import { type ConsideredSlot, type Findings, SlotFindings, NO_FINDINGS } from './findings.js';
import { SessionForm } from './slot.form.js';
import { instructorOptions, poolOptions, roomOptions } from './texts.js';

export interface Filled extends Filling {
  readonly typed: Typed;
}

/** A session's form with all that its page needs around it. */
export interface SessionFormView {
  readonly form: FormView<SessionForm>;
  readonly findings: Findings;
  /** Whether it was refused for what somebody may override, and this person is one who may. */
  readonly overridable: boolean;
}

export interface RefusedSlot extends Filled {
  readonly id: string | null;
  readonly place: SessionSlot;
  /** The page that the suggestions fill anew. */
  readonly page: string;
}

/**
 * The form of one session: the rooms in use, the instructors who may teach the course, the licences;
 * and the suggestions of what was refused.
 */
@Injectable()
export class SessionForms {
  constructor(
    private readonly reader: TimetableReader,
    private readonly findings: SlotFindings,
  ) {}

  /** Instructors are judged on the typed day where it is written plainly, else on the cohort’s first. */
  async view(
    context: RequestContext,
    { courseId, startsOn }: CohortForTimetable,
    filled: Filled,
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

  /** The form with a place in it that somebody considers: judged before it is sent. */
  async considered(
    context: RequestContext,
    cohort: CohortForTimetable,
    considered: ConsideredSlot,
  ): Promise<SessionFormView> {
    const { form } = await this.view(context, cohort, { typed: considered.typed });
    return { form, findings: await this.findings.of(context, cohort, considered), overridable: false };
  }

  /**
   * The form again after a refusal: with what would work instead, and the field of an override where there may be one.
   */
  async refused(
    context: RequestContext,
    cohort: CohortForTimetable,
    { id, place, page, ...filled }: RefusedSlot,
  ): Promise<SessionFormView> {
    const { form } = await this.view(context, cohort, filled);
    const reasons = filled.refusals ?? [];
    const isAboutThePlace = reasons.some(
      (one) =>
        mayBeOverridden(one) || isDoubleBooking(one) || one.code === 'closedDayNotMeant' || one.code.startsWith('pool'),
    );
    // What was refused stands in the form's summary already: here stands what would work instead.
    const findings = isAboutThePlace
      ? { ...(await this.findings.of(context, cohort, { id, place, page, typed: filled.typed })), reasons: [] }
      : NO_FINDINGS;
    return {
      form,
      findings,
      overridable: reasons.length > 0 && reasons.every(mayBeOverridden) && may(context.actor, 'session.override'),
    };
  }
}
