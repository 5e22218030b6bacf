import { type RegisterAnswer, registerChecks } from '../../binding/domain/index.js';
import { type CertificateState, type Check, standingOn } from '../../core/domain/index.js';

interface OpenedRecord {
  readonly answer: RegisterAnswer;
  readonly shown: {
    readonly certificate: { readonly state: CertificateState; readonly expiresOn: string | null };
  } | null;
}

/**
 * The steps for a certificate's record on a day (`YYYY-MM-DD`): for its page, number, list and file alike. For an
 * altered record only that fact is shown.
 */
export function certificateChecks({ answer, shown }: OpenedRecord, today: string): Check[] {
  return [...registerChecks(answer), ...(shown ? standingOn(today, shown.certificate) : [])];
}
