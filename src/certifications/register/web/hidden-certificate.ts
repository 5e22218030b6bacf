import { definePage, type Page } from '../../../platform/index.js';
import type { CertificateRow, EventRow, ReasonClass } from '../../core/index.js';

export interface HiddenPage {
  readonly revokedAt: number | null;
  readonly reasonClass: ReasonClass | null;
  readonly checkedAt: number;
}

const page = definePage<HiddenPage>('certifications/register/certificate/hidden');

/**
 * Public page of a hidden certificate: no personal data, only whether it was revoked.
 */
export function hiddenPage(
  { revokedAt }: CertificateRow,
  { events, revoked, at }: { readonly events: readonly EventRow[]; readonly revoked: boolean; readonly at: number },
): Page {
  const reasonClass = events.find(({ kind }) => kind === 'revoked')?.reasonClass ?? null;
  return page({ revokedAt: revoked ? revokedAt : null, reasonClass: revoked ? reasonClass : null, checkedAt: at });
}
