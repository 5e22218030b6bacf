import type { CertificateState } from './status.js';

/** What a share link shows, least first. */
export const SHARE_SCOPES = ['verdict', 'facts', 'everything'] as const;
export type ShareScope = (typeof SHARE_SCOPES)[number];

/**
 * What somebody is shown of a certificate:
 * - `everything`: verdict, every printed fact, history, paper and files
 * - `facts`: the same without paper and files
 * - `verdict`: whether it holds, whose it is and for what
 * - `revocation`: that it was revoked and when, and nothing of whom
 * - `hidden`: that its holder does not show it now
 * - `nothing`: the answer for a certificate that does not exist
 */
export type Sight = ShareScope | 'revocation' | 'hidden' | 'nothing';

/** Ways of access. */
export type AccessWay =
  | { readonly way: 'holder' | 'office' }
  /**
   * By the address in the QR code: the page, its files (`.json`, `.jwt`, `.png`, `.pdf`, `.svg`, the
   * proof), or a machine with the token.
   */
  | { readonly way: 'address' }
  /** By number and name, typed or from an employer's list. */
  | { readonly way: 'numberAndName' }
  /** With a copy of the credential or the PDF: whoever has it has read it, so hiding takes nothing back. */
  | { readonly way: 'copy' }
  | { readonly way: 'link'; readonly scope: ShareScope };

export interface VisibilityFacts {
  readonly state: CertificateState;
  /** Its holder has hidden it. */
  readonly hidden: boolean;
}

/** The only rule of who sees what, for every page, file, API and check. */
export function shownTo(asking: AccessWay, { state, hidden }: VisibilityFacts): Sight {
  switch (asking.way) {
    case 'holder':
    case 'office':
      return 'everything';
    case 'link':
      return asking.scope;
    case 'copy':
      return hidden ? 'facts' : 'everything';
    case 'numberAndName':
      return hidden ? 'nothing' : 'everything';
    case 'address':
      if (!hidden) return 'everything';
      return state === 'revoked' ? 'revocation' : 'hidden';
    default:
      return ofUnknownWay(asking);
  }
}

/** Does not compile while a way is missing above; one that only exists at run time shows nothing. */
function ofUnknownWay(_asking: never): Sight {
  return 'nothing';
}

/** Whether the printed facts are shown. */
export const showsFacts = (sight: Sight): boolean => sight === 'everything' || sight === 'facts';
/** Whether paper and files are. */
export const showsFiles = (sight: Sight): boolean => sight === 'everything';
