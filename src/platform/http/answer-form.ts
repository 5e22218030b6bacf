import type { Filling, FormRead } from '../forms/index.js';
import { isRefused, type Refusal, type Refused } from '../refusals.js';
import { Page, type SeeOther } from './answers.js';

type Answer = Page | SeeOther;
type Done<Outcome> = Exclude<Outcome, Refused>;

/** What becomes of a sent form. `again`: the page it was sent from, with what was typed and what is wrong. */
interface FormSteps<Form, Outcome, Success> {
  readonly act: (form: Form) => Promise<Outcome>;
  readonly done: (outcome: Done<Outcome>, form: Form) => Success | Promise<Success>;
  readonly again: (filling: Filling) => Page | Promise<Page>;
}

/** What becomes of an act. `again`: the page it was asked for on, with what forbids it. */
interface ActSteps<Outcome, Success> {
  readonly done: (outcome: Done<Outcome>) => Success | Promise<Success>;
  readonly again: (refusals: readonly Refusal[]) => Page | Promise<Page>;
}

/** Answers a sent form: acts on a good one; one with faults, or refused, is its page again with 422. */
export async function answerForm<Form, Outcome, Success extends Answer>(
  read: FormRead<Form>,
  { act, done, again }: FormSteps<Form, Outcome, Success>,
): Promise<Page | Success> {
  const { typed } = read;
  if (!read.ok) {
    const { faults, refusals } = read;
    return failed(await again({ typed, faults, ...(refusals && { refusals }) }));
  }
  return answerAct(await act(read.form), {
    done: (outcome) => done(outcome, read.form),
    again: (refusals) => again({ typed, refusals }),
  });
}

/** Answers an act: what follows it where it was done, its page again with 422 where it was refused. */
export async function answerAct<Outcome, Success extends Answer>(
  outcome: Outcome,
  { done, again }: ActSteps<Outcome, Success>,
): Promise<Page | Success> {
  return isRefused(outcome) ? failed(await again(outcome.reasons)) : done(outcome as Done<Outcome>);
}

/** A page that says more exactly why it failed keeps its status, such as 429. */
function failed(page: Page): Page {
  return page.status === 200 ? new Page(page.template, page.model, 422) : page;
}
