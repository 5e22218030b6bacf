import { type Refusal, refuse } from '../../platform/refusals.js';
import type { Seal, Signatory } from './facts.js';
import { isPattern, NumberPattern } from './number-pattern.js';
import type { CertificationRefusalCode } from './refusals.js';
import { type TemplateWording, wordingFaults } from './wording.js';

export const MOST_SIGNATORIES = 3;

/** How the academy's certificates are headed, worded, signed, sealed and numbered. */
export interface TemplateFacts {
  readonly nameZh: string;
  readonly nameEn: string;
  readonly wording: TemplateWording;
  readonly signatories: readonly Signatory[];
  /** Empty texts stand for the academy's name. */
  readonly seal: Seal;
  readonly numberPattern: string;
  readonly numberPrefix: string;
}

/** In use until the administrator writes another. */
export const DEFAULT_TEMPLATE: TemplateFacts = {
  nameZh: '结业证书',
  nameEn: 'Certificate of Completion',
  wording: {
    leadZh: '兹证明',
    leadEn: 'This certifies that',
    bodyZh: '于 {from}至 {to}完成“{course}”课程（{code}，{hours} 学时）的学习，考勤与考核均合格，特授予',
    bodyEn: 'has completed the course {course} ({code}, {hours} hours), held from {from} to {to}, has met its requirements of attendance and assessment, and is awarded',
  },
  signatories: [],
  seal: { textZh: '', footZh: '证书专用章' },
  numberPattern: '{PREFIX}-{YYYY}-{SEQ:6}-{CHECK}',
  numberPrefix: 'JNIT',
};

const everySignatoryIsWhole = ({ signatories }: TemplateFacts): Refusal<CertificationRefusalCode>[] => signatories.flatMap((one, at) => {
  const given = [one.nameZh, one.nameEn, one.titleZh, one.titleEn].filter((text) => text !== '').length;
  return given === 0 || given === 4 ? [] : [refuse<CertificationRefusalCode>('signatoryIncomplete', { place: at + 1 }, `signatory${at + 1}NameZh`)];
});

/** Every reason why certificates cannot be made by this template. */
export function templateFaults(template: TemplateFacts): Refusal<CertificationRefusalCode>[] {
  const pattern = NumberPattern.read(template.numberPattern, template.numberPrefix);
  return [...(isPattern(pattern) ? [] : pattern), ...wordingFaults(template.wording), ...everySignatoryIsWhole(template)];
}
