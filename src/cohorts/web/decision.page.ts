import { dayOf, type FormView, formView, typedFrom, type RequestContext } from '../../platform/index.js';
import { decisionIsDue } from '../domain/decision.js';
import { decisionIsStillAhead, type MoveFacts } from '../domain/move-rules.js';
import { DecisionForm } from './cohort.form.js';

/** A due decision on whether the cohort runs, and the choices. */
export interface DecisionView {
  readonly heading: string;
  readonly text: string;
  /** Address of the form that moves the day; `null` once there is no later day. */
  readonly form: FormView<DecisionForm> | null;
}

/** `null` if nothing is due: enough people, already decided, or the day is far ahead. */
export function decisionView({ cohort, confirmed, now }: MoveFacts, context: RequestContext): DecisionView | null {
  const today = dayOf(now);
  const { decisionOn, leastEnrolment, startsOn } = cohort;
  if (!decisionIsDue({ ...cohort, confirmed }, today) || decisionOn === null) return null;
  const { translator } = context;
  const when = decisionOn < today ? 'past' : decisionOn === today ? 'today' : 'soon';
  return {
    heading: translator.t(`cohort.decide_${when}`, { date: decisionOn }),
    text: translator.t('cohort.decide_text', {
      confirmed,
      least: leastEnrolment,
      lacking: leastEnrolment - confirmed,
      startsOn,
    }),
    form:
      decisionIsStillAhead({ cohort, now }) === null
        ? formView(DecisionForm, translator, {
            typed: typedFrom({ decisionOn: decisionOn < today ? null : decisionOn }),
          })
        : null,
  };
}
