import { dayOf } from '../../../platform/clock.js';
import { blockers, refuse, type Refusal } from '../../../platform/refusals.js';
import { peakOf, type HeldSeats } from './pool-use.js';
import type { LicencePoolRefusalCode } from './refusals.js';

/** Licence data for the rules. */
export interface PoolTerms {
  readonly product: string;
  readonly edition: string | null;
  readonly agreement: string;
  readonly seats: number;
  /** Days, both included; `null`: perpetual. */
  readonly validFrom: string;
  readonly validUntil: string | null;
}

/** A session ahead with its seats of the pool. */
export interface HeldPool extends HeldSeats {
  readonly cohort: string;
  readonly number: number;
}

export interface PoolFactsToChange {
  readonly to: PoolTerms;
  readonly others: readonly PoolTerms[];
  /** By start. */
  readonly ahead: readonly HeldPool[];
}

type Answer = Refusal<LicencePoolRefusalCode> | null;

/** All refusals of a pool's new values. */
export function poolTermsHold(facts: PoolFactsToChange): Refusal<LicencePoolRefusalCode>[] {
  return blockers(
    [poolIsNotThereTwice, termEndsAfterItBegins, seatsCoverSessionsAhead, termCoversSessionsAhead],
    facts,
  );
}

/** The same product, agreement and term would be counted twice. */
export function poolIsNotThereTwice({ to, others }: PoolFactsToChange): Answer {
  const twin = others.find(
    (one) =>
      one.product === to.product &&
      one.edition === to.edition &&
      one.agreement === to.agreement &&
      one.validFrom <= (to.validUntil ?? one.validFrom) &&
      to.validFrom <= (one.validUntil ?? to.validFrom),
  );
  return twin ? refuse('poolTwice', { product: to.product, agreement: to.agreement }, 'agreement') : null;
}

export function termEndsAfterItBegins({ to: { validFrom, validUntil } }: PoolFactsToChange): Answer {
  return validUntil === null || validFrom <= validUntil
    ? null
    : refuse('poolTermReversed', { from: validFrom, until: validUntil }, 'validUntil');
}

export function seatsCoverSessionsAhead({ to, ahead }: PoolFactsToChange): Answer {
  const { seats, holders } = peakOf(ahead);
  return seats <= to.seats
    ? null
    : refuse(
        'poolSeatsStillNeeded',
        {
          needed: seats,
          startsAt: Math.max(...holders.map((one) => one.startsAt)),
          sessions: namesOf(holders),
          count: holders.length,
        },
        'seats',
      );
}

export function termCoversSessionsAhead({ to: { validFrom, validUntil }, ahead }: PoolFactsToChange): Answer {
  const outside = ahead.filter(
    ({ startsAt }) => dayOf(startsAt) < validFrom || dayOf(startsAt) > (validUntil ?? dayOf(startsAt)),
  );
  const [first] = outside;
  if (!first) return null;
  const last = outside.at(-1) ?? first;
  const field = dayOf(first.startsAt) < validFrom ? 'validFrom' : 'validUntil';
  return refuse(
    'poolTermStillNeeded',
    { count: outside.length, sessions: namesOf(outside), last: dayOf(last.startsAt) },
    field,
  );
}

export function mayClosePool(ahead: readonly HeldPool[]): Answer {
  return ahead.length === 0
    ? null
    : refuse('poolStillNeeded', {
        count: ahead.length,
        sessions: namesOf(ahead),
        last: Math.max(...ahead.map(({ endsAt }) => endsAt)),
      });
}

const MOST_NAMED = 5;

function namesOf(held: readonly HeldPool[]): string {
  const names = held
    .slice(0, MOST_NAMED)
    .map(({ cohort, number }) => `${cohort} #${number}`)
    .join(', ');
  return held.length > MOST_NAMED ? `${names} …` : names;
}
