import { Injectable } from '@nestjs/common';
import {
  Clock,
  definePage,
  type FormView,
  formView,
  optionsOf,
  type Page,
  picturesByKey,
  ReadDatabase,
  refuse,
  type Translator,
  type TypedValues,
  refusalTexts,
  type FormState,
} from '../../../platform/index.js';
import {
  BORDERS,
  type CertificateFacts,
  isPattern,
  levelNames,
  NumberPattern,
  PAPER_LANGUAGES,
  PAPER_SHAPES,
  type PictureKey,
  pictureKeysOf,
  VOCATIONAL_PATTERN,
} from '../../core/index.js';
import { Printing, sampleImage, sizeOn } from '../../documents/index.js';
import { TemplateSamples } from '../actions/template-samples.js';
import type { TemplateRefusalCode } from '../domain/refusals.js';
import { type TemplateFacts, templateFaults } from '../domain/template.js';
import { WORDING_PIECES } from '../domain/wording.js';
import { TemplateForm, templateTyped } from './template.form.js';

/** What a template looks like, saved or not. */
export interface Look {
  readonly sampleUrl: string;
  readonly width: number;
  readonly height: number;
  readonly sampleNumber: string;
  /** Whether it is shown without being saved. */
  readonly isPreview: boolean;
  readonly problems: readonly string[];
}

interface Vocational {
  readonly pattern: string;
  readonly printed: string;
}

export interface TemplateFormPage {
  /** The template under its name before the edit; `null` for a new one. */
  readonly template: { readonly id: string; readonly name: string; readonly version: number } | null;
  readonly form: FormView<TemplateForm>;
  readonly look: Look;
  readonly pieces: readonly { readonly piece: string; readonly meaning: string }[];
  readonly vocational: Vocational;
}

interface TemplateFormState extends FormState {
  readonly translator: Translator;
  readonly template: TemplateFormPage['template'];
  readonly typed: TypedValues;
  readonly isPreview: boolean;
}

const newPage = definePage<TemplateFormPage>('certifications/templates/new');
const editPage = definePage<TemplateFormPage>('certifications/templates/edit');
const lookPage = definePage<{ readonly look: Look }>('certifications/templates/look');

/** The pages on which templates are typed and looked at. */
@Injectable()
export class TemplatePages {
  constructor(
    private readonly samples: TemplateSamples,
    private readonly printing: Printing,
    private readonly reads: ReadDatabase,
    private readonly clock: Clock,
  ) {}

  async form({ translator, template, typed, faults = [], refusals = [], isPreview }: TemplateFormState): Promise<Page> {
    const today = this.clock.today();
    return (template ? editPage : newPage)({
      template,
      look: await this.lookAt(translator, templateTyped(typed), isPreview),
      vocational: vocationalIn(Number(today.slice(0, 4))),
      pieces: WORDING_PIECES.map((piece) => ({
        piece: `{${piece}}`,
        meaning: translator.t(`certificate_template.piece_${piece}`),
      })),
      form: formView(TemplateForm, translator, {
        typed,
        faults,
        refusals,
        options: {
          paper: optionsOf(translator, 'certificate_template.paper', PAPER_SHAPES),
          border: optionsOf(translator, 'certificate_template.border', BORDERS),
          languages: optionsOf(translator, 'certificate_template.languages', PAPER_LANGUAGES),
        },
      }),
    });
  }

  /** What was typed so far, for the page's own script. */
  async look(translator: Translator, typed: TypedValues): Promise<Page> {
    return lookPage({ look: await this.lookAt(translator, templateTyped(typed), true) });
  }

  async lookAt(translator: Translator, template: TemplateFacts, isPreview: boolean): Promise<Look> {
    const sample = this.samples.sample({ ...template, version: 0 }, this.clock.today());
    const pictures = await picturesByKey(this.reads.query, pictureKeysOf(sample));
    const facts = withPicturesAmong(pictures, sample);
    const missing = facts === sample ? [] : [refuse<TemplateRefusalCode>('templatePictureUnknown')];
    const problems = refusalTexts(translator, [...(isPreview ? templateFaults(template) : []), ...missing]);
    return {
      sampleUrl: sampleImage(facts, this.printing, { pictures }),
      ...sizeOn(facts),
      sampleNumber: facts.number,
      isPreview,
      problems,
    };
  }
}

/** The sample without its missing pictures: the page on which they are uploaded again must open. */
function withPicturesAmong(pictures: ReadonlyMap<string, unknown>, sample: CertificateFacts): CertificateFacts {
  if (pictureKeysOf(sample).every((key) => pictures.has(key))) return sample;
  const known = <T extends { readonly picture?: PictureKey }>(one: T): T =>
    pictures.has(one.picture ?? '') ? one : { ...one, picture: null };
  return { ...sample, seal: known(sample.seal), signatories: sample.signatories.map(known) };
}

/** The worked example: the 42nd of the year, at the level `professional`. */
function vocationalIn(year: number): Vocational {
  const pattern = NumberPattern.read(VOCATIONAL_PATTERN, '');
  return {
    pattern: VOCATIONAL_PATTERN,
    printed: isPattern(pattern) ? pattern.print(year, 42, levelNames('professional').digit) : '',
  };
}
