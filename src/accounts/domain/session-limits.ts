import { A_DAY, AN_HOUR } from '../../platform/durations.js';
import type { Role } from './roles.js';

/** For how long a browser stays signed in, in milliseconds. */
export interface SessionLimits {
  /** Without a request. */
  readonly unused: number;
  /** Altogether. */
  readonly whole: number;
}

/** Whoever can change others' data signs in each working day; trainees keep their phone signed in for a course. */
const LIMITS: Readonly<Record<Role, SessionLimits>> = {
  administrator: { unused: 12 * AN_HOUR, whole: 7 * A_DAY },
  coordinator: { unused: 12 * AN_HOUR, whole: 7 * A_DAY },
  instructor: { unused: 3 * A_DAY, whole: 30 * A_DAY },
  employer: { unused: 3 * A_DAY, whole: 30 * A_DAY },
  trainee: { unused: 30 * A_DAY, whole: 90 * A_DAY },
};

/** No session lasts longer. */
export const LONGEST_SESSION = Math.max(...Object.values(LIMITS).map(({ whole }) => whole));

/** How exactly the last use is recorded: reading pages must not write each time. */
export const USE_RECORDED_EVERY = AN_HOUR;

export interface SessionTimes {
  readonly createdAt: number;
  /** `null`: not recorded since it began. */
  readonly usedAt: number | null;
}

/** The strictest limits of all roles held. Roles may change while somebody is signed in. */
export function sessionLimits(roles: readonly string[]): SessionLimits {
  const limits = Object.entries(LIMITS).flatMap(([role, limit]) => (roles.includes(role) ? [limit] : []));
  return {
    unused: Math.min(LIMITS.trainee.unused, ...limits.map(({ unused }) => unused)),
    whole: Math.min(LIMITS.trainee.whole, ...limits.map(({ whole }) => whole)),
  };
}

export function isSessionOver({ createdAt, usedAt }: SessionTimes, roles: readonly string[], now: number): boolean {
  const { unused, whole } = sessionLimits(roles);
  return now >= createdAt + whole || now >= (usedAt ?? createdAt) + unused;
}
