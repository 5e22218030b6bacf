import { BORDERS, PAPER_LANGUAGES, PAPER_SHAPES } from '../../../../src/certifications/core/index.js';
import { DEFAULT_TEMPLATE } from '../../../../src/certifications/templates/domain/template.js';
import { WORDING_PIECES } from '../../../../src/certifications/templates/domain/wording.js';
import { TemplateForm, valuesOf } from '../../../../src/certifications/templates/web/template.form.js';
import type { Look, TemplateFormPage } from '../../../../src/certifications/templates/web/template.page.js';
import { formView, optionsOf, typedFrom } from '../../../../src/platform/index.js';
import { faultsOn, faultyIn } from '../../../support/views/form-views.js';
import { inEachLanguage, type Stage, viewOf } from '../../../support/views/rendered-view.js';

const office = { viewer: 'administrator', path: '/office/certificate-templates/new' } as const;
const newView = viewOf<TemplateFormPage>('certifications/templates/new', office);
const editView = viewOf<TemplateFormPage>('certifications/templates/edit', office);
const lookView = viewOf<{ look: Look }>('certifications/templates/look', { ...office, isPart: true });

const PICTURE = 'ab'.repeat(32);
const look: Look = {
  sampleUrl: 'data:image/svg+xml;base64,PHN2Zy8+',
  width: 842,
  height: 595,
  sampleNumber: 'JNIT-2026-000042-X',
  isPreview: false,
  problems: [],
};

function page(stage: Stage, change: Partial<TemplateFormPage> = {}, typed: object = {}): TemplateFormPage {
  const { translator } = stage;
  const values = { ...valuesOf(DEFAULT_TEMPLATE), name: '长'.repeat(60), ...typed };
  return {
    template: null,
    form: formView(TemplateForm, translator, {
      typed: typedFrom(values),
      options: {
        paper: optionsOf(translator, 'certificate_template.paper', PAPER_SHAPES),
        border: optionsOf(translator, 'certificate_template.border', BORDERS),
        languages: optionsOf(translator, 'certificate_template.languages', PAPER_LANGUAGES),
      },
    }),
    look,
    pieces: WORDING_PIECES.map((piece) => ({
      piece: `{${piece}}`,
      meaning: stage.t(`certificate_template.piece_${piece}`),
    })),
    vocational: { pattern: '{YY}{SEQ:6}', printed: '26000042' },
    ...change,
  };
}

const LABELS = {
  name: 'name',
  nameZh: 'name_zh',
  nameEn: 'name_en',
  leadZh: 'lead_zh',
  leadEn: 'lead_en',
  bodyZh: 'body_zh',
  bodyEn: 'body_en',
  printsResults: 'prints_results',
  numberPattern: 'number_pattern',
  numberPrefix: 'number_prefix',
  sealTextZh: 'seal_text',
  sealFootZh: 'seal_foot',
  sealPictureFile: 'seal_picture',
  signatory3NameZh: 'signatory_name_zh',
  signatory3NameEn: 'signatory_name_en',
  signatory3TitleZh: 'signatory_title_zh',
  signatory3TitleEn: 'signatory_title_en',
  signatory3PictureFile: 'signatory_picture',
};
const PARTS = ['paper_part', 'headings', 'wording', 'numbering', 'seal', 'signatories'];

describe('the form of a template', () => {
  inEachLanguage('names its parts, groups and fields', (stage) => {
    const seen = newView(stage, page(stage));
    expect(seen.heading).toBe(stage.t('certificate_template.new_title'));
    expect(seen.sections).toEqual(PARTS.map((part) => stage.t(`certificate_template.${part}`)));
    expect(seen.main.all('legend').map(({ text }) => text)).toEqual([
      ...['paper', 'border', 'languages'].map((group) => stage.t(`certificate_template.${group}`)),
      ...[1, 2, 3].map((place) => stage.t('certificate_template.signatory', { place })),
    ]);
    for (const [name, key] of Object.entries(LABELS)) {
      const label = stage.t(`certificate_template.${key}`);
      const { label: said = '' } = seen.control(name) ?? {};
      expect([label, `${label} ${stage.t('form.optional')}`]).toContain(said);
    }
  });

  inEachLanguage('that is new starts with the default wording, previewed or saved', (stage) => {
    const seen = newView(stage, page(stage));
    expect(seen.control('bodyZh')?.value).toBe(DEFAULT_TEMPLATE.wording.bodyZh);
    expect(seen.controls('paper').find(({ isChosen }) => isChosen)?.value).toBe(DEFAULT_TEMPLATE.layout.paper);
    expect(seen.control('printsResults')?.isChosen).toBe(false);
    const send = 'post /office/certificate-templates';
    expect(seen.button(stage.t('certificate_template.act_new'))).toBe(send);
    expect(seen.button(stage.t('certificate_template.look_act'))).toBe(send);
    expect(seen.link(stage.t('form.cancel'))).toBe('/office/certificate-templates');
    expect(seen.control('sealPictureRemoved')).toBeNull();
  });

  inEachLanguage('lists the fields for the wording, and shows a vocational number', (stage) => {
    const seen = newView(stage, page(stage));
    const [pieces] = seen.textsOf('piece-list');
    for (const piece of WORDING_PIECES)
      expect(pieces).toContain(`{${piece}} ${stage.t(`certificate_template.piece_${piece}`)}`);
    expect(seen.words).toContain(`{YY}{SEQ:6} ${stage.t('certificate_template.vocational_result')} 26000042`);
  });

  inEachLanguage('of one on record is saved as its next version, with its pictures', (stage) => {
    const typed = { sealPicture: PICTURE, signatory2NameZh: '阿依古丽·买买提', printsResults: '1' };
    const template = { id: 'n1', name: '<script>', version: 12 };
    const seen = editView(stage, page(stage, { template }, typed));
    expect(seen.heading).toBe(stage.t('certificate_template.edit_title', { name: '<script>' }));
    expect(seen.words).toContain(stage.t('certificate_template.version', { version: 12 }));
    expect(seen.button(stage.t('certificate_template.act'))).toBe('post /office/certificate-templates/n1');
    expect(seen.link('<script>')).toBe('/office/certificate-templates/n1');
    expect(seen.hidden('sealPicture')).toEqual([PICTURE]);
    expect(seen.control('sealPictureRemoved')?.label).toBe(stage.t('picture.remove'));
    expect(seen.control('signatory2NameZh')?.value).toBe('阿依古丽·买买提');
    expect(seen.control('printsResults')?.isChosen).toBe(true);
  });

  inEachLanguage('that was refused keeps what was typed, and has each fault beside its field', (stage) => {
    const form = faultyIn(page(stage).form);
    const failed = newView(stage, page(stage, { form }));
    expect(failed.faults).toEqual(faultsOn(form));
    expect(failed.control('name')?.value).toBe('长'.repeat(60));
    expect(editView(stage, page(stage, { form, template: { id: 'n1', name: 'A', version: 1 } })).faults).toEqual(
      faultsOn(form),
    );
  });
});

describe('the sample of a template', () => {
  inEachLanguage('that is saved shows the paper and a number', (stage) => {
    const seen = lookView(stage, { look });
    expect(seen.words).toBe(`${stage.t('certificate_template.sample_number')}: JNIT-2026-000042-X`);
    const [image] = seen.root.all('img');
    expect(['src', 'width', 'height'].map((name) => image?.attribute(name))).toEqual([look.sampleUrl, '842', '595']);
  });

  inEachLanguage('that is not saved says so, and what is still to correct', (stage) => {
    const seen = lookView(stage, { look: { ...look, isPreview: true, problems: ['No <pattern>', 'No name'] } });
    expect(seen.words).toContain(stage.t('certificate_template.preview_note'));
    expect(seen.words).toContain(`${stage.t('certificate_template.problems')} No <pattern> No name`);
  });
});
