import { refuse, type Refusal } from '../../platform/refusals.js';
import type { Role } from './roles.js';

export type AdministrationRefusalCode =
  | 'ownAccountStays'
  | 'noRoleChosen'
  | 'roleNeedsVerifiedEmail'
  | 'invitationAccepted'
  | 'emailOnItsWay'
  | 'emailBeingSent'
  | 'noLogoChosen';

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

export interface MailboxFacts {
  readonly email: string;
  readonly emailVerifiedAt: number | null;
  readonly disabledAt: number | null;
  readonly hasPassword: boolean;
}

/**
 * A role is for the owner of the mailbox: the email is verified, or there is no password yet and only a link mailed to
 * it chooses one. Somebody else may have signed up with the address.
 */
export function rolesNeedVerifiedEmail({
  given,
  email,
  emailVerifiedAt,
  hasPassword,
}: MailboxFacts & { readonly given: readonly Role[] }): Refusal<'roleNeedsVerifiedEmail'> | null {
  return given.length > 0 && emailVerifiedAt === null && hasPassword
    ? refuse('roleNeedsVerifiedEmail', { email }, 'roles')
    : null;
}

/** An invitation is for an account whose owner has not come in yet. */
export function mayBeInvited({
  emailVerifiedAt,
  disabledAt,
}: Pick<MailboxFacts, 'emailVerifiedAt' | 'disabledAt'>): boolean {
  return emailVerifiedAt === null && disabledAt === null;
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
