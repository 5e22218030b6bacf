import { AN_HOUR } from '../../platform/durations.js';
import { refuse, type Refusal } from '../../platform/refusals.js';

export type SignInEmailRefusalCode =
  | 'emailUnchanged'
  | 'emailTakenMeanwhile'
  | 'tooManyEmailChanges'
  | 'ownEmailElsewhere'
  | 'suspendedEmailStays'
  | 'addressTaken';

/** How often the owner of an account may ask for another address. */
export const EMAIL_CHANGES = { name: 'email-changes', most: 5, within: AN_HOUR } as const;
/** No mailbox is flooded, whoever asks. */
export const EMAIL_CHANGES_TO_MAILBOX = { name: 'email-changes-mailbox', most: 30, within: AN_HOUR } as const;

export interface NewEmail {
  readonly email: string;
  /** In lower case, as forms read it. */
  readonly requested: string;
}

export function emailIsAnother({ email, requested }: NewEmail): Refusal<'emailUnchanged'> | null {
  return email === requested ? refuse('emailUnchanged', {}, 'email') : null;
}

/** Asked once the mailbox is proven: only its owner learns that the address has an account by now. */
export function emailIsStillFree(requested: string, isTaken: boolean): Refusal<'emailTakenMeanwhile'> | null {
  return isTaken ? refuse('emailTakenMeanwhile', { email: requested }) : null;
}

export interface MailboxProof {
  /** Epoch milliseconds; `null`: not corrected, or proven since. */
  readonly emailCorrectedAt: number | null;
  readonly passwordHash: string | null;
}

export interface CorrectionFacts {
  readonly isOwn: boolean;
  readonly disabledAt: number | null;
}

/** An administrator proves an own new address like everybody: by the link. */
export function ownEmailIsChangedByLink({ isOwn }: CorrectionFacts): Refusal<'ownEmailElsewhere'> | null {
  return isOwn ? refuse('ownEmailElsewhere') : null;
}

/** The owner must be able to confirm the new address, which nobody suspended can. */
export function accountIsNotSuspended({ disabledAt }: CorrectionFacts): Refusal<'suspendedEmailStays'> | null {
  return disabledAt === null ? null : refuse('suspendedEmailStays');
}

/** What forbids an administrator to correct an address, whatever the new one is. */
export const CORRECTION_RULES = [ownEmailIsChangedByLink, accountIsNotSuspended];

/**
 * Whether the mailbox gets a link that replaces the password. Not a corrected one that nobody has proven with the
 * password: a correction may be mistyped. After an invitation the account has no password.
 */
export function mailboxMayResetPassword({ emailCorrectedAt, passwordHash }: MailboxProof): boolean {
  return emailCorrectedAt === null || passwordHash === null;
}

/** @param holder the name on the account that has the address; `null`: none */
export function addressIsFree(requested: string, holder: string | null): Refusal<'addressTaken'> | null {
  return holder === null ? null : refuse('addressTaken', { email: requested, name: holder }, 'email');
}

/**
 * An address that its owner recognizes and that tells others little: `n…@q….com`. For emails to the earlier address,
 * which may have another reader by now.
 */
export function maskedEmail(email: string): string {
  const at = email.lastIndexOf('@');
  const [mailbox, host] = [[...email.slice(0, at)], email.slice(at + 1)];
  const end = host.slice(host.lastIndexOf('.'));
  return `${mailbox[0] ?? ''}…@${[...host][0] ?? ''}…${end}`;
}
