import { refuse, type Refusal } from '../../platform/refusals.js';
import type { Education } from './education.js';
import { hasHost, isLatinName, isName, tidyLatinName, tidyName } from './names.js';
import { isPhone, tidyPhone } from './phones.js';
import type { TraineeRefusalCode } from './refusals.js';

export interface TraineeFacts {
  readonly name: string;
  readonly latinName: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly workplace: string | null;
  readonly education: Education | null;
  readonly bornOn: string | null;
  readonly note: string | null;
}

/** The facts in normalized form, as they are stored. */
export function tidyFacts(facts: TraineeFacts): TraineeFacts {
  return {
    ...facts,
    name: tidyName(facts.name),
    latinName: facts.latinName === null ? null : tidyLatinName(facts.latinName),
    email: facts.email === null ? null : facts.email.toLowerCase(),
    phone: facts.phone === null ? null : tidyPhone(facts.phone),
  };
}

/** Refusals for normalized facts, each beside its field. `today` is `YYYY-MM-DD`. */
export function factsBlockers(facts: TraineeFacts, today: string): Refusal<TraineeRefusalCode>[] {
  const reasons: Refusal<TraineeRefusalCode>[] = [];
  if (!isName(facts.name)) reasons.push(refuse('nameHasSigns', {}, 'name'));
  if (facts.latinName !== null && !isLatinName(facts.latinName))
    reasons.push(refuse('latinNameHasSigns', {}, 'latinName'));
  if (facts.phone !== null && !isPhone(facts.phone)) reasons.push(refuse('phoneUnreadable', {}, 'phone'));
  if (facts.bornOn !== null && facts.bornOn >= today) reasons.push(refuse('bornInFuture', { today }, 'bornOn'));
  return reasons;
}

/** For people who sign up: the academy's emails begin with the name that a stranger chose for an address. */
export function hostBlockers({ name, latinName }: TraineeFacts): Refusal<TraineeRefusalCode>[] {
  return [
    ...(hasHost(name) ? [refuse<TraineeRefusalCode>('nameHasHost', {}, 'name')] : []),
    ...(hasHost(latinName ?? '') ? [refuse<TraineeRefusalCode>('nameHasHost', {}, 'latinName')] : []),
  ];
}
