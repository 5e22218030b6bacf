import { A_DAY, A_MINUTE, A_SECOND, AN_HOUR } from '../durations.js';
import type { FormState, FormRead, TypedValues } from '../forms/index.js';
import { isRefused, type Refusal, type Refused } from '../refusals.js';
import { Page, type SeeOther } from './answers.js';

type Answer = Page | SeeOther;
type AnswerOrPromise = Answer | Promise<Answer>;
type AcceptedOutcome<Outcome> = Exclude<Outcome, Refused>;

/** The steps of handling a form. `again`: its page once more, with what was typed and what is wrong. */
interface FormSteps<Form, Outcome, Success, Failure> {
  readonly act: (form: Form) => Promise<Outcome>;
  readonly done: (outcome: AcceptedOutcome<Outcome>, form: Form) => Success;
  readonly again: (filling: FormState & { readonly typed: TypedValues }) => Failure;
}

/** The steps of handling an act. `again`: the page it was requested on, with what forbids it. */
interface ActSteps<Outcome, Success, Failure> {
  readonly done: (outcome: AcceptedOutcome<Outcome>) => Success;
  readonly again: (refusals: readonly Refusal[]) => Failure;
}

/**
 * Answers a form: performs the action if it is valid; if it has faults or is refused, shows its page again with 422.
 */
export async function answerForm<Form, Outcome, Success extends AnswerOrPromise, Failure extends AnswerOrPromise>(
  read: FormRead<Form>,
  { act, done, again }: FormSteps<Form, Outcome, Success, Failure>,
): Promise<Awaited<Success> | Awaited<Failure>> {
  const { typed } = read;
  if (!read.ok) {
    const { faults, refusals } = read;
    return failed(await again({ typed, faults, ...(refusals && { refusals }) }), refusals);
  }
  return answerAct(await act(read.form), {
    done: (outcome) => done(outcome, read.form),
    again: (refusals) => again({ typed, refusals }),
  });
}

/** Answers an act: the next page if it was done, its page again with 422 if it was refused. */
export async function answerAct<Outcome, Success extends AnswerOrPromise, Failure extends AnswerOrPromise>(
  outcome: Outcome,
  { done, again }: ActSteps<Outcome, Success, Failure>,
): Promise<Awaited<Success> | Awaited<Failure>> {
  return isRefused(outcome)
    ? failed(await again(outcome.reasons), outcome.reasons)
    : await done(outcome as AcceptedOutcome<Outcome>);
}

/** A page with a more specific status, such as 429, keeps it. A 429 says when to try again, as its refusal does. */
function failed<Failure>(answer: Failure, refusals: readonly Refusal[] = []): Failure {
  if (!(answer instanceof Page)) return answer;
  if (answer.status === 429) return answer.after(secondsOf(refusals)) as Failure;
  return answer.status === 200 ? (answer.withStatus(422) as Failure) : answer;
}

/** The longest wait that a refusal names; limits without minutes or hours count for a day. */
function secondsOf(refusals: readonly Refusal[]): number {
  const waits = refusals.map(
    ({ data: { minutes, hours } }) => Number(minutes ?? 0) * A_MINUTE + Number(hours ?? 0) * AN_HOUR,
  );
  return (Math.max(0, ...waits) || A_DAY) / A_SECOND;
}
