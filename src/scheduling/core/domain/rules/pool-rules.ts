import { dayOf } from '../../../../platform/clock.js';
import { refuse } from '../../../../platform/refusals.js';
import { type Answer, type OneNeed, type Rule } from './slot-facts.js';

/** Rules checked for each licence pool of a session. */
export const OF_A_POOL: readonly Rule<OneNeed>[] = [poolIsInUse, poolIsValidOnTheDate, poolHasSeatsLeft];

function poolIsInUse({ needed: { pool } }: OneNeed): Answer {
  return pool.closed ? refuse('poolIsClosed', { pool: pool.name }, 'poolIds') : null;
}

function poolIsValidOnTheDate({ needed: { pool }, proposed }: OneNeed): Answer {
  const date = dayOf(proposed.startsAt);
  const isValid = pool.validFrom <= date && date <= (pool.validUntil ?? date);
  return isValid
    ? null
    : refuse(
        'poolNotValidOnTheDate',
        { pool: pool.name, date, from: pool.validFrom, until: pool.validUntil ?? '…' },
        'poolIds',
      );
}

/** Sessions share the seats of a pool; the refusal names the sessions that hold the rest. */
function poolHasSeatsLeft({ needed: { pool, need, use } }: OneNeed): Answer {
  if (need.seats + use.seats <= pool.seats) return null;
  const [first] = use.holders;
  const holders = use.holders.map(({ cohortCode, number }) => `${cohortCode} #${number}`).join(', ');
  return refuse(
    'poolIsShort',
    {
      pool: pool.name,
      wanted: need.seats,
      seats: pool.seats,
      left: Math.max(0, pool.seats - use.seats),
      holders,
      session: first?.id ?? null,
    },
    'poolIds',
  );
}
