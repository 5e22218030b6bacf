import { A_DAY, A_MINUTE, AN_HOUR } from '../../platform/durations.js';
import type { KnownBrowser } from './password-tries.js';

export type SecondFactorRefusalCode =
  | 'wrongCode'
  | 'codeAlreadyUsed'
  | 'wrongRecoveryCode'
  | 'tooManyCodes'
  | 'signInTookTooLong'
  | 'enrolmentTookTooLong'
  | 'authenticatorUnreadable'
  | 'noSecondFactor';

/** From the right password until the code is entered. */
export const PENDING_SIGN_IN_LASTS = 10 * A_MINUTE;
/** From showing the secret of an authenticator app until its first code is entered. */
export const ENROLMENT_LASTS = AN_HOUR;

const CODE_TRIES = { most: 8, within: 15 * A_MINUTE } as const;
const BY_BROWSER = { name: 'code-browser', ...CODE_TRIES };
const BY_ACCOUNT = { name: 'code-account', ...CODE_TRIES };
/** Three codes of a million are right at any time: whoever has the password guesses one in some decades. */
const BY_STRANGERS = { name: 'code-strangers', most: 30, within: A_DAY };
const BY_KNOWN_BROWSERS = { name: 'code-known-browsers', most: 100, within: A_DAY };
/** Codes that somebody signed in enters on the pages of their own account. */
export const ENROLMENT_TRIES = { name: 'code-enrolment', ...CODE_TRIES } as const;

export interface CodeTry {
  readonly accountId: string;
  /** `accountMark` with the present password. */
  readonly mark: string;
  readonly browser: KnownBrowser | null;
}

interface CodeCount {
  readonly limit: { readonly name: string; readonly most: number; readonly within: number };
  readonly who: string;
  /** Whether a success forgets all tries that were counted or only takes its own back. */
  readonly afterSuccess: 'reset' | 'takeBack';
}

/**
 * What a code entered at sign-in counts against. Whoever knows the password can use up the tries of strangers, but not
 * those of a browser that the owner has signed in from.
 */
export function codeCounts({ accountId, mark, browser }: CodeTry): readonly CodeCount[] {
  if (browser?.marks.includes(mark))
    return [
      { limit: BY_BROWSER, who: `${browser.id} ${mark}`, afterSuccess: 'reset' },
      { limit: BY_KNOWN_BROWSERS, who: accountId, afterSuccess: 'takeBack' },
    ];
  return [
    { limit: BY_ACCOUNT, who: accountId, afterSuccess: 'reset' },
    { limit: BY_STRANGERS, who: accountId, afterSuccess: 'takeBack' },
  ];
}
