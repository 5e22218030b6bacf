import {
  type AgreesWithItself,
  ChoiceField,
  CodeField,
  fault,
  type FieldFault,
  FlagField,
  LongTextField,
  TextField,
  textOf,
  normalizeText,
} from '../../../platform/index.js';
import { BORDERS, type Layout, PAPER_LANGUAGES, PAPER_SHAPES, type Signatory } from '../../core/index.js';
import type { TemplateFacts } from '../domain/template.js';

/** A template as it is typed. What the paper does not speak may be left empty. */
export class TemplateForm implements AgreesWithItself {
  @TextField({ max: 60 }) name!: string;
  @ChoiceField(PAPER_SHAPES) paper!: Layout['paper'];
  @ChoiceField(BORDERS) border!: Layout['border'];
  @ChoiceField(PAPER_LANGUAGES) languages!: Layout['languages'];
  @TextField({ max: 60, optional: true }) nameZh!: string | null;
  @TextField({ max: 100, optional: true }) nameEn!: string | null;
  @TextField({ max: 40, optional: true }) leadZh!: string | null;
  @TextField({ max: 80, optional: true }) leadEn!: string | null;
  @LongTextField({ max: 240, optional: true }) bodyZh!: string | null;
  @LongTextField({ max: 400, optional: true }) bodyEn!: string | null;
  @FlagField() printsResults!: boolean;
  @TextField({ max: 60 }) numberPattern!: string;
  @CodeField({ max: 20, optional: true }) numberPrefix!: string | null;
  @TextField({ max: 24, optional: true }) sealTextZh!: string | null;
  @TextField({ max: 10, optional: true }) sealFootZh!: string | null;
  @TextField({ max: 64, optional: true }) sealPicture!: string | null;
  @TextField({ max: 30, optional: true }) signatory1NameZh!: string | null;
  @TextField({ max: 60, optional: true }) signatory1NameEn!: string | null;
  @TextField({ max: 30, optional: true }) signatory1TitleZh!: string | null;
  @TextField({ max: 60, optional: true }) signatory1TitleEn!: string | null;
  @TextField({ max: 64, optional: true }) signatory1Picture!: string | null;
  @TextField({ max: 30, optional: true }) signatory2NameZh!: string | null;
  @TextField({ max: 60, optional: true }) signatory2NameEn!: string | null;
  @TextField({ max: 30, optional: true }) signatory2TitleZh!: string | null;
  @TextField({ max: 60, optional: true }) signatory2TitleEn!: string | null;
  @TextField({ max: 64, optional: true }) signatory2Picture!: string | null;
  @TextField({ max: 30, optional: true }) signatory3NameZh!: string | null;
  @TextField({ max: 60, optional: true }) signatory3NameEn!: string | null;
  @TextField({ max: 30, optional: true }) signatory3TitleZh!: string | null;
  @TextField({ max: 60, optional: true }) signatory3TitleEn!: string | null;
  @TextField({ max: 64, optional: true }) signatory3Picture!: string | null;

  disagreements(): FieldFault[] {
    const required = [
      ...(this.languages === 'en' ? [] : (['nameZh', 'leadZh', 'bodyZh'] as const)),
      ...(this.languages === 'zh' ? [] : (['nameEn', 'leadEn', 'bodyEn'] as const)),
      ...(this.sealPicture === null ? (['sealFootZh'] as const) : []),
    ];
    return required.flatMap((field) => (this[field] === null ? [fault(field, 'form.required')] : []));
  }
}

const PLACES = [1, 2, 3] as const;
/** The fields that hold a picture's key. */
export const TEMPLATE_PICTURES = ['sealPicture', ...PLACES.map((at) => `signatory${at}Picture`)];
export const FILES_OF_A_TEMPLATE = { files: TEMPLATE_PICTURES.length, bytes: 5 * 1024 * 1024 };

/** The template that was typed, right or wrong: looking at it needs no more. */
export function templateTyped(typed: Readonly<Record<string, unknown>>): TemplateFacts {
  const text = (field: string): string => textOf(typed[field]).trim();
  const key = (field: string): string | null => (/^[0-9a-f]{64}$/.test(text(field)) ? text(field) : null);
  const one = <T extends string>(field: string, values: readonly [T, ...T[]]): T =>
    values.find((value) => value === text(field)) ?? values[0];
  return {
    nameZh: text('nameZh'),
    nameEn: text('nameEn'),
    wording: { leadZh: text('leadZh'), leadEn: text('leadEn'), bodyZh: text('bodyZh'), bodyEn: text('bodyEn') },
    signatories: PLACES.map((at): Signatory => {
      const of = (part: string): string => text(`signatory${at}${part}`);
      return {
        nameZh: of('NameZh'),
        nameEn: of('NameEn'),
        titleZh: of('TitleZh'),
        titleEn: of('TitleEn'),
        picture: key(`signatory${at}Picture`),
      };
    }),
    seal: { textZh: text('sealTextZh'), footZh: text('sealFootZh'), picture: key('sealPicture') },
    numberPattern: text('numberPattern').toUpperCase(),
    numberPrefix: normalizeText(text('numberPrefix'), 'NFKC').toUpperCase(),
    layout: {
      paper: one('paper', PAPER_SHAPES),
      border: one('border', BORDERS),
      languages: one('languages', PAPER_LANGUAGES),
    },
    printsResults: text('printsResults') !== '',
  };
}

/** The template's values, as the form's fields name them. What its paper does not speak stays as it was typed. */
export function valuesOf(template: TemplateFacts): Readonly<Record<string, string>> {
  const signed = PLACES.flatMap((at) => {
    const one: Signatory = template.signatories[at - 1] ?? { nameZh: '', nameEn: '', titleZh: '', titleEn: '' };
    return (
      [
        ['NameZh', one.nameZh],
        ['NameEn', one.nameEn],
        ['TitleZh', one.titleZh],
        ['TitleEn', one.titleEn],
        ['Picture', one.picture ?? ''],
      ] as const
    ).map(([part, value]) => [`signatory${at}${part}`, value] as const);
  });
  return {
    ...Object.fromEntries(signed),
    nameZh: template.nameZh,
    nameEn: template.nameEn,
    ...template.wording,
    ...template.layout,
    printsResults: template.printsResults ? '1' : '',
    sealTextZh: template.seal.textZh,
    sealFootZh: template.seal.footZh,
    sealPicture: template.seal.picture ?? '',
    numberPattern: template.numberPattern,
    numberPrefix: template.numberPrefix,
  };
}
