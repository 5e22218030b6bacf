import { monthsAfter } from '../../../platform/clock.js';
import { type CertificateFacts, type PrintedResult, speaks } from '../../core/domain/index.js';
import { signatoryOn, type TemplateFacts } from './template.js';
import { type DayPrinters, fillWording } from './wording.js';

/** What the trainee did: the same for everybody of a cohort. */
export type SharedFacts = Pick<CertificateFacts, 'achievement' | 'course' | 'cohort' | 'issuer'> & {
  readonly validMonths: number | null;
  /** The last day on which any certificate of it holds, whenever issued; instead of months. */
  readonly validUntil?: string | null;
};

export interface MakingOut {
  readonly template: TemplateFacts & { readonly version: number };
  readonly shared: SharedFacts;
  readonly issuedOn: string;
  readonly days: DayPrinters;
}

/** What is the same for everybody: a certificate without its number, its name and what its owner reached. */
export type MadeOut = Omit<CertificateFacts, 'number' | 'recipient'>;

/** A certificate's frozen facts, all but the number and the name. What the paper does not speak is left empty. */
export function makeOut({ template, shared, issuedOn, days }: MakingOut): MadeOut {
  const { validMonths, validUntil = null, ...facts } = shared;
  const { layout } = template;
  const [zh, en] = [speaks(layout, 'zh'), speaks(layout, 'en')];
  const { leadZh, leadEn, bodyZh, bodyEn } = fillWording(template.wording, shared, days);
  return {
    shape: 2,
    ...facts,
    issuedOn,
    expiresOn: validUntil ?? (validMonths === null ? null : monthsAfter(issuedOn, validMonths)),
    wording: {
      headingZh: zh ? template.nameZh : '',
      headingEn: en ? template.nameEn : '',
      leadZh: zh ? leadZh : '',
      leadEn: en ? leadEn : '',
      bodyZh: zh ? bodyZh : '',
      bodyEn: en ? bodyEn : '',
    },
    signatories: template.signatories.flatMap((one) => signatoryOn(layout, one) ?? []),
    seal: {
      textZh: template.seal.textZh || shared.issuer.nameZh,
      footZh: template.seal.footZh,
      picture: template.seal.picture ?? null,
    },
    templateVersion: template.version,
    layout,
  };
}

export interface Person {
  readonly number: string;
  readonly name: string;
  readonly latinName: string | null;
  /** What the person reached, where the template prints it. */
  readonly results?: readonly PrintedResult[];
}

/** One person's certificate out of what is the same for all. */
export function madeOutFor(common: MadeOut, { number, name, latinName, results = [] }: Person): CertificateFacts {
  return { ...common, number, recipient: { name, latinName }, ...(results.length > 0 ? { results } : {}) };
}
