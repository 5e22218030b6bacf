import { type Refusal, refuse } from '../../../platform/refusals.js';
import {
  FIRST_LAYOUT,
  isPattern,
  type Layout,
  NumberPattern,
  type Seal,
  type Signatory,
  speaks,
} from '../../core/domain/index.js';
import type { TemplateRefusalCode } from './refusals.js';
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
  readonly layout: Layout;
  /** Whether attendance and the assessments' scores are printed. */
  readonly printsResults: boolean;
}

/** In use until the administrator writes another. */
export const DEFAULT_TEMPLATE: TemplateFacts = {
  nameZh: '结业证书',
  nameEn: 'Certificate of Completion',
  wording: {
    leadZh: '兹证明',
    leadEn: 'This certifies that',
    bodyZh: '于 {from}至 {to}完成“{course}”课程（{code}，{hours} 学时）的学习，考勤与考核均合格，特授予',
    bodyEn:
      'has completed the course {course} ({code}, {hours} hours), held from {from} to {to}, has met its requirements of attendance and assessment, and is awarded',
  },
  signatories: [],
  seal: { textZh: '', footZh: '证书专用章' },
  numberPattern: '{PREFIX}-{YYYY}-{SEQ:6}-{CHECK}',
  numberPrefix: 'JNIT',
  layout: FIRST_LAYOUT,
  printsResults: false,
};

const everySignatoryIsWhole = ({ signatories, layout }: TemplateFacts): Refusal<TemplateRefusalCode>[] =>
  signatories.flatMap((one, at) => {
    const texts = [
      ...inLanguage(layout, 'zh', [one.nameZh, one.titleZh]),
      ...inLanguage(layout, 'en', [one.nameEn, one.titleEn]),
    ];
    const given = texts.filter((text) => text !== '').length;
    const isEmpty = given === 0 && !one.picture;
    return isEmpty || given === texts.length
      ? []
      : [
          refuse<TemplateRefusalCode>(
            'signatoryIncomplete',
            { place: at + 1 },
            `signatory${at + 1}Name${layout.languages === 'en' ? 'En' : 'Zh'}`,
          ),
        ];
  });

function inLanguage<T>(layout: Layout, language: 'zh' | 'en', values: readonly T[]): readonly T[] {
  return speaks(layout, language) ? values : [];
}

/** A signatory of the languages that the paper speaks, and of no other; `null` where nobody stands in the place. */
export function signatoryOn(layout: Layout, one: Signatory): Signatory | null {
  const [zh, en] = [speaks(layout, 'zh'), speaks(layout, 'en')];
  const printed = {
    nameZh: zh ? one.nameZh : '',
    titleZh: zh ? one.titleZh : '',
    nameEn: en ? one.nameEn : '',
    titleEn: en ? one.titleEn : '',
  };
  return printed.nameZh === '' && printed.nameEn === '' ? null : { ...printed, picture: one.picture ?? null };
}

/** Every reason why certificates cannot be made by this template. */
export function templateFaults(template: TemplateFacts): Refusal<TemplateRefusalCode>[] {
  const pattern = NumberPattern.read(template.numberPattern, template.numberPrefix);
  return [
    ...(isPattern(pattern) ? [] : pattern),
    ...wordingFaults(template.wording),
    ...everySignatoryIsWhole(template),
  ];
}
