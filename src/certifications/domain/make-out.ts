import { monthsAfter } from '../../platform/clock.js';
import type { CertificateFacts } from './facts.js';
import type { TemplateFacts } from './template.js';
import { type DayPrinters, fillWording } from './wording.js';

/** What the trainee did: the same for everybody of a cohort. */
export type Told = Pick<CertificateFacts, 'achievement' | 'course' | 'cohort' | 'issuer'> & { readonly validMonths: number | null };

export interface MakingOut {
  readonly template: TemplateFacts & { readonly version: number };
  readonly told: Told;
  readonly issuedOn: string;
  readonly days: DayPrinters;
}

/** A certificate's frozen facts, all but the number and the name. */
export function makeOut({ template, told, issuedOn, days }: MakingOut): Omit<CertificateFacts, 'number' | 'recipient'> {
  const { validMonths, ...facts } = told;
  return {
    shape: 1, ...facts, issuedOn,
    expiresOn: validMonths === null ? null : monthsAfter(issuedOn, validMonths),
    wording: { headingZh: template.nameZh, headingEn: template.nameEn, ...fillWording(template.wording, told, days) },
    signatories: template.signatories.filter((one) => one.nameZh !== ''),
    seal: { textZh: template.seal.textZh || told.issuer.nameZh, footZh: template.seal.footZh },
    templateVersion: template.version,
  };
}
