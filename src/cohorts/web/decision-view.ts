import { dayOf, type FormView, formView, typedFrom, type Visit } from '../../platform/index.js';
import { decisionIsDue } from '../domain/decision.js';
import { decisionIsStillAhead, type MoveFacts } from '../domain/move-rules.js';
import { DecisionForm } from './forms.js';

/** What a coordinator must decide now, and the ways out. */
export interface DecisionView {
  readonly heading: string;
  readonly text: string;
  /** The form that moves the day; `null` once there is no later day. */
  readonly form: FormView<DecisionForm> | null;
}

/** `null` while there is nothing to decide: enough people, decided already, or the day is far. */
export function decisionView({ cohort, confirmed, now }: MoveFacts, visit: Visit): DecisionView | null {
  const today = dayOf(now);
  const { decisionOn, leastEnrolment, startsOn } = cohort;
  if (!decisionIsDue({ ...cohort, confirmed }, today) || decisionOn === null) return null;
  const { speaker } = visit;
  const when = decisionOn < today ? 'past' : decisionOn === today ? 'today' : 'soon';
  return {
    heading: speaker.say(`cohort.decide_${when}`, { date: decisionOn }),
    text: speaker.say('cohort.decide_text', {
      confirmed,
      least: leastEnrolment,
      lacking: leastEnrolment - confirmed,
      startsOn,
    }),
    form:
      decisionIsStillAhead({ cohort, now }) === null
        ? formView(DecisionForm, speaker, { typed: typedFrom({ decisionOn: decisionOn < today ? null : decisionOn }) })
        : null,
  };
}
