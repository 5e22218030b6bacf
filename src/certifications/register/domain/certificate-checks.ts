import { type RegisterAnswer, registerChecks } from '../../binding/domain/index.js';
import { type CertificateState, type Check, standingOn } from '../../core/domain/index.js';

interface Opened {
  readonly answer: RegisterAnswer;
  readonly shown: {
    readonly certificate: { readonly state: CertificateState; readonly expiresOn: string | null };
  } | null;
}

/**
 * The steps that a certificate's record answers on a day (`YYYY-MM-DD`), for its page, a number, a list and a file
 * alike. Of a record that is not as it was issued nothing but that is told.
 */
export function certificateChecks({ answer, shown }: Opened, today: string): Check[] {
  return [...registerChecks(answer), ...(shown ? standingOn(today, shown.certificate) : [])];
}
