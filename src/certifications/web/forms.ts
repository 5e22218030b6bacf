import { ChoiceField, CodeField, LongTextField, TextField } from '../../platform/index.js';
import { REPLACEMENT_CLASSES, type ReplacementClass, REVOCATION_CLASSES, type RevocationClass } from '../domain/reason-classes.js';
import type { TemplateFacts } from '../domain/template.js';

export class VerificationForm {
  @TextField({ max: 200 }) number!: string;
  @TextField({ max: 100 }) name!: string;
}

/** The file itself is no field: what it says it is proves nothing. */
export class FileForm {
  @TextField({ max: 200, optional: true }) file!: string | null;
}

export class RevocationForm {
  @ChoiceField(REVOCATION_CLASSES) reasonClass!: RevocationClass;
  @LongTextField({ max: 500 }) reason!: string;
}

export class ReplacementForm {
  @TextField({ max: 100 }) name!: string;
  @TextField({ max: 100, optional: true }) latinName!: string | null;
  @ChoiceField(REPLACEMENT_CLASSES) reasonClass!: ReplacementClass;
  @LongTextField({ max: 500 }) reason!: string;
}

export class TemplateForm {
  @TextField({ max: 60 }) nameZh!: string;
  @TextField({ max: 100 }) nameEn!: string;
  @TextField({ max: 40 }) leadZh!: string;
  @TextField({ max: 80 }) leadEn!: string;
  @LongTextField({ max: 240 }) bodyZh!: string;
  @LongTextField({ max: 400 }) bodyEn!: string;
  @TextField({ max: 30, optional: true }) signatory1NameZh!: string | null;
  @TextField({ max: 60, optional: true }) signatory1NameEn!: string | null;
  @TextField({ max: 30, optional: true }) signatory1TitleZh!: string | null;
  @TextField({ max: 60, optional: true }) signatory1TitleEn!: string | null;
  @TextField({ max: 30, optional: true }) signatory2NameZh!: string | null;
  @TextField({ max: 60, optional: true }) signatory2NameEn!: string | null;
  @TextField({ max: 30, optional: true }) signatory2TitleZh!: string | null;
  @TextField({ max: 60, optional: true }) signatory2TitleEn!: string | null;
  @TextField({ max: 30, optional: true }) signatory3NameZh!: string | null;
  @TextField({ max: 60, optional: true }) signatory3NameEn!: string | null;
  @TextField({ max: 30, optional: true }) signatory3TitleZh!: string | null;
  @TextField({ max: 60, optional: true }) signatory3TitleEn!: string | null;
  @TextField({ max: 24, optional: true }) sealTextZh!: string | null;
  @TextField({ max: 10 }) sealFootZh!: string;
  @TextField({ max: 60 }) numberPattern!: string;
  @CodeField({ max: 20, optional: true }) numberPrefix!: string | null;
}

const PLACES = [1, 2, 3] as const;
type SignatoryField = `signatory${(typeof PLACES)[number]}${'NameZh' | 'NameEn' | 'TitleZh' | 'TitleEn'}`;

/** The template that the form says. */
export function templateFrom(form: TemplateForm): TemplateFacts {
  const said = (field: SignatoryField): string => form[field] ?? '';
  return {
    nameZh: form.nameZh, nameEn: form.nameEn,
    wording: { leadZh: form.leadZh, leadEn: form.leadEn, bodyZh: form.bodyZh, bodyEn: form.bodyEn },
    signatories: PLACES.map((at) => ({ nameZh: said(`signatory${at}NameZh`), nameEn: said(`signatory${at}NameEn`), titleZh: said(`signatory${at}TitleZh`), titleEn: said(`signatory${at}TitleEn`) })),
    seal: { textZh: form.sealTextZh ?? '', footZh: form.sealFootZh },
    numberPattern: form.numberPattern.toUpperCase(), numberPrefix: form.numberPrefix ?? '',
  };
}

/** The template's values, as the form's fields name them. */
export function valuesOf(template: TemplateFacts): Record<keyof TemplateForm, string> {
  const signed = PLACES.flatMap((at) => {
    const one = template.signatories[at - 1] ?? { nameZh: '', nameEn: '', titleZh: '', titleEn: '' };
    return [[`signatory${at}NameZh`, one.nameZh], [`signatory${at}NameEn`, one.nameEn], [`signatory${at}TitleZh`, one.titleZh], [`signatory${at}TitleEn`, one.titleEn]];
  });
  return {
    ...(Object.fromEntries(signed) as Record<SignatoryField, string>),
    nameZh: template.nameZh, nameEn: template.nameEn, ...template.wording, sealTextZh: template.seal.textZh, sealFootZh: template.seal.footZh,
    numberPattern: template.numberPattern, numberPrefix: template.numberPrefix,
  };
}
