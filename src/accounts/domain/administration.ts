import { refuse, type Refusal } from '../../platform/refusals.js';
import type { Role } from './roles.js';

export type AdministrationRefusalCode =
  'ownAccountStays' | 'noRoleChosen' | 'invitationAccepted' | 'emailOnItsWay' | 'emailBeingSent' | 'noLogoChosen';

/**
 * The roles that an administrator gives. Trainees sign up themselves; an employer’s contacts are invited from the
 * employer’s page.
 */
export const GIVEN_ROLES = ['administrator', 'coordinator', 'instructor'] as const satisfies readonly Role[];

export interface RoleFacts {
  readonly held: readonly Role[];
  readonly requested: readonly Role[];
  /** Other administrators who can sign in today. */
  readonly otherAdministrators: number;
}

/** Somebody must remain who can give access to others. */
export function anAdministratorStays({
  held,
  requested: wanted,
  otherAdministrators,
}: RoleFacts): Refusal<'lastAdministrator'> | null {
  const stepsDown = held.includes('administrator') && !wanted.includes('administrator');
  return stepsDown && otherAdministrators === 0 ? refuse('lastAdministrator', {}, 'roles') : null;
}

export function someRoleIsLeft({ requested: wanted }: RoleFacts): Refusal<AdministrationRefusalCode> | null {
  return wanted.length === 0 ? refuse('noRoleChosen', {}, 'roles') : null;
}

/** The roles after a change: the chosen ones of those given here; those from elsewhere stay. */
export function rolesAfter(held: readonly Role[], chosen: readonly string[]): Role[] {
  const given: readonly Role[] = GIVEN_ROLES;
  return [...given.filter((role) => chosen.includes(role)), ...held.filter((role) => !given.includes(role))];
}

export const ACCOUNT_STATES = ['active', 'invited', 'disabled'] as const;
export type AccountState = (typeof ACCOUNT_STATES)[number];

export function stateOf({
  disabledAt,
  hasPassword,
}: {
  disabledAt: number | null;
  hasPassword: boolean;
}): AccountState {
  if (disabledAt !== null) return 'disabled';
  return hasPassword ? 'active' : 'invited';
}
