import {
  A_MINUTE,
  ChoiceField,
  clockOf,
  CodeField,
  DayField,
  dayOf,
  daysAfter,
  FlagField,
  IdField,
  instantOf,
  LongTextField,
  TextField,
  TimeField,
  type TypedValues,
  typedFrom,
  WholeField,
} from '../../platform/index.js';
import type { CohortRow } from '../data/cohort-by-code.js';
import { usualDecisionDay } from '../domain/decision.js';
import type { CohortPlan } from '../domain/plan-rules.js';
import { DELIVERIES, type Delivery } from '../domain/states.js';

const CLOSES_AT = '18:00';

export class CohortForm {
  @IdField() courseId!: string;
  @DayField() startsOn!: string;
  @DayField() endsOn!: string;
  @DayField({ optional: true }) decisionOn!: string | null;
  @CodeField({ max: 40, optional: true }) code!: string | null;
  @WholeField({ min: 1, max: 1000 }) capacity!: number;
  @WholeField({ min: 0, max: 1000 }) leastEnrolment!: number;
  @ChoiceField(DELIVERIES) delivery!: Delivery;
  @DayField({ optional: true }) windowOpensOn!: string | null;
  @TimeField({ optional: true }) windowOpensAt!: string | null;
  @DayField({ optional: true }) windowClosesOn!: string | null;
  @TimeField({ optional: true }) windowClosesAt!: string | null;
  @TextField({ max: 200, optional: true }) feeTextZh!: string | null;
  @TextField({ max: 200, optional: true }) feeTextEn!: string | null;
  @IdField({ optional: true }) sponsorEmployerId!: string | null;
}

export class DecisionForm {
  @DayField() decisionOn!: string;
}

export class ConfirmationForm {
  @FlagField() acknowledged!: boolean;
}

export class CancellationForm {
  @LongTextField({ max: 500 }) reason!: string;
}

/**
 * Defaults for empty fields: code: a proposed one; decision date: a week before the start; enrolment window: opens
 * now and closes the day before the start, at 18:00.
 */
export function planOf(form: CohortForm, { code, now }: { readonly code: string; readonly now: number }): CohortPlan {
  const { windowOpensOn, windowOpensAt, windowClosesOn, windowClosesAt, ...rest } = form;
  const thisMinute = Math.floor(now / A_MINUTE) * A_MINUTE;
  return {
    ...rest,
    code: form.code ?? code,
    decisionOn: form.decisionOn ?? usualDecisionDay(form.startsOn, dayOf(now)),
    windowOpensAt: windowOpensOn === null ? thisMinute : instantOf(windowOpensOn, windowOpensAt ?? '00:00'),
    windowClosesAt: instantOf(windowClosesOn ?? daysAfter(form.startsOn, -1), windowClosesAt ?? CLOSES_AT),
  };
}

/** The form values of an existing cohort. */
export function typedOf(cohort: CohortRow): TypedValues {
  return typedFrom({
    courseId: cohort.courseId,
    startsOn: cohort.startsOn,
    endsOn: cohort.endsOn,
    decisionOn: cohort.decisionOn,
    code: cohort.code,
    capacity: cohort.capacity,
    leastEnrolment: cohort.leastEnrolment,
    delivery: cohort.delivery,
    windowOpensOn: dayOf(cohort.windowOpensAt),
    windowOpensAt: clockOf(cohort.windowOpensAt),
    windowClosesOn: dayOf(cohort.windowClosesAt),
    windowClosesAt: clockOf(cohort.windowClosesAt),
    feeTextZh: cohort.feeTextZh,
    feeTextEn: cohort.feeTextEn,
    sponsorEmployerId: cohort.sponsorEmployerId,
  });
}
