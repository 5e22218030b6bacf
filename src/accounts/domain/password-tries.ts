import { A_MINUTE, AN_HOUR } from '../../platform/durations.js';
import { fingerprint } from '../../platform/ids.js';

/** How often the password of one account may be tried by one person, wherever it is asked for. */
export const PASSWORD_TRIES = { most: 8, within: 15 * A_MINUTE } as const;

/** Of the current password, which somebody signed in enters on the pages of their own account: counted together. */
export const OWN_PASSWORD_TRIES = { name: 'old-password', ...PASSWORD_TRIES } as const;

/** How often somebody may change their own password: each change ends the links that were mailed before. */
export const PASSWORD_CHANGES = { most: 5, within: AN_HOUR } as const;

/** Wrong passwords from one network. A classroom of forty shares one, so successes do not count. */
export const PASSWORD_TRIES_FROM_NETWORK = { most: 150, within: 15 * A_MINUTE } as const;

/** Wrong passwords for one account from all browsers that its owner never used: many networks may guess at it. */
const PASSWORD_TRIES_FROM_STRANGERS = { most: 100, within: AN_HOUR } as const;

const BY_BROWSER = { name: 'sign-in-browser', ...PASSWORD_TRIES };
const BY_NETWORK = { name: 'sign-in-network', ...PASSWORD_TRIES_FROM_NETWORK };
const BY_ACCOUNT_AND_NETWORK = { name: 'sign-in-account-network', ...PASSWORD_TRIES };
const BY_STRANGERS = { name: 'sign-in-strangers', ...PASSWORD_TRIES_FROM_STRANGERS };

/** A browser from which people have signed in, by its cookie. */
export interface KnownBrowser {
  /** Random, so that it tells nothing about its accounts. */
  readonly id: string;
  /** Of each account, with the password of that time (`accountMark`). */
  readonly marks: readonly string[];
}

/** Names an account in the cookie of a known browser. With a new password, earlier cookies count for nothing. */
export function accountMark({ id, passwordHash }: { readonly id: string; readonly passwordHash: string }): string {
  return fingerprint(`${id} ${passwordHash}`).slice(0, 16);
}

export interface SignInTry {
  readonly email: string;
  /** The client's network (`networkOf`). */
  readonly network: string;
  /** `null` if the email has no account with a password. */
  readonly mark: string | null;
  readonly browser: KnownBrowser | null;
}

interface SignInCount {
  readonly limit: { readonly name: string; readonly most: number; readonly within: number };
  readonly who: string;
  /** Whether a success forgets all tries that were counted or only takes its own back. */
  readonly afterSuccess: 'reset' | 'takeBack';
}

/**
 * What a try to sign in counts against, in this order. Tries of strangers never use up those of a browser that the
 * owner has signed in from, so nobody locks an owner out. See
 * docs/decisions/0045-password-limits-that-lock-nobody-out.md.
 */
export function signInCounts({ email, network, mark, browser }: SignInTry): readonly SignInCount[] {
  if (browser && mark !== null && browser.marks.includes(mark))
    return [{ limit: BY_BROWSER, who: `${browser.id} ${mark}`, afterSuccess: 'reset' }];
  return [
    { limit: BY_ACCOUNT_AND_NETWORK, who: `${email} ${network}`, afterSuccess: 'reset' },
    { limit: BY_NETWORK, who: network, afterSuccess: 'takeBack' },
    { limit: BY_STRANGERS, who: email, afterSuccess: 'reset' },
  ];
}
