import type { NamedTemplateRow } from '../../../../src/certifications/templates/data/named-templates.js';
import {
  ChoiceForm,
  type ChoicePage,
} from '../../../../src/certifications/templates/web/achievement-template.controller.js';
import type { TemplatePage } from '../../../../src/certifications/templates/web/shown-template.page.js';
import type { TemplatesPage } from '../../../../src/certifications/templates/web/template-list.controller.js';
import type { Look } from '../../../../src/certifications/templates/web/template.page.js';
import { formView, typedFrom } from '../../../../src/platform/index.js';
import { faultsOn } from '../../../support/views/form-views.js';
import { inEachLanguage, LOOKED_AT, type Stage, viewOf } from '../../../support/views/rendered-view.js';

const office = { viewer: 'administrator', path: '/office/certificate-templates' } as const;
const listView = viewOf<TemplatesPage>('certifications/templates/index', office);
const view = viewOf<TemplatePage>('certifications/templates/show', office);
const choiceView = viewOf<ChoicePage>('certifications/templates/choice', office);

const usual: NamedTemplateRow = {
  id: 'n1',
  name: '长'.repeat(60),
  isUsual: true,
  retiredAt: null,
  number: 1,
  achievements: 0,
  certificates: 0,
};
const other = { ...usual, id: 'n2', name: '<script>', isUsual: false, number: 12, achievements: 1, certificates: 1001 };

describe('the list of templates', () => {
  function page(templates: readonly NamedTemplateRow[], change: Partial<TemplatesPage> = {}): TemplatesPage {
    return { q: '', retired: false, filtered: false, count: templates.length, templates, ...change };
  }

  inEachLanguage('that is empty leads to the first one', (stage) => {
    const seen = listView(stage, page([]));
    expect(seen.words).toContain(stage.t('certificate_template.none_text'));
    const first = '/office/certificate-templates/new';
    expect(seen.links(stage.t('certificate_template.new'))).toEqual([first, first]);
  });

  inEachLanguage('filtered without result leads to all, and keeps its filters', (stage) => {
    const seen = listView(stage, page([], { filtered: true, q: 'x', retired: true }));
    expect(seen.words).toContain(stage.t('list.nothing_found'));
    expect([seen.control('q')?.value, seen.control('retired')?.isChosen]).toEqual(['x', true]);
    const all = '/office/certificate-templates';
    expect(seen.links(stage.t('list.clear'))).toEqual([all, all]);
  });

  inEachLanguage('marks the default, shows what uses each, and changes only those in use', (stage) => {
    const old = { ...other, id: 'n3', name: '旧', retiredAt: LOOKED_AT };
    const seen = listView(stage, page([usual, other, old]));
    expect(seen.words).toContain(stage.t('certificate_template.count', { count: 3 }));
    const edit = stage.t('certificate_template.edit');
    const version = (number: number) => stage.t('certificate_template.version', { version: number });
    const uses = ({ achievements, certificates }: NamedTemplateRow) =>
      `${stage.t('certificate_template.used_by', { count: achievements })} · ` +
      stage.t('certificate_template.issued_by_it', { count: certificates });
    expect(seen.textsOf('template-item')).toEqual([
      `${usual.name} ${version(1)} ${stage.t('certificate_template.usual')} ${uses(usual)} ${edit}`,
      `<script> ${version(12)} ${uses(other)} ${edit}`,
      `旧 ${version(12)} ${stage.t('certificate_template.retired_state')} ${uses(old)}`,
    ]);
    expect(seen.link('<script>')).toBe('/office/certificate-templates/n2');
    expect(seen.links(edit)).toEqual(['n1', 'n2'].map((id) => `/office/certificate-templates/${id}/edit`));
  });
});

describe('a template', () => {
  const look: Look = {
    sampleUrl: 'data:image/svg+xml;base64,PHN2Zy8+',
    width: 842,
    height: 595,
    sampleNumber: 'JNIT-2026-000042-X',
    isPreview: false,
    problems: [],
  };

  function page(stage: Stage, template: NamedTemplateRow, change: Partial<TemplatePage> = {}): TemplatePage {
    const state = template.retiredAt !== null ? 'retired' : template.isUsual ? 'good' : null;
    const word = state === 'retired' ? 'retired_state' : 'usual';
    return {
      template,
      state,
      stateWord: stage.t(`certificate_template.${word}`),
      look,
      versions: [
        { number: 1, createdAt: LOOKED_AT, createdByName: '阿依古丽·买买提', numberPattern: '{YYYY}-{SEQ:6}' },
      ],
      choosers: [],
      reasons: [],
      ...change,
    };
  }

  inEachLanguage('that is the default is neither made default again nor retired', (stage) => {
    const seen = view(stage, page(stage, usual));
    expect(seen.heading).toBe(`${usual.name} ${stage.t('certificate_template.usual')}`);
    expect(seen.requests).toEqual([]);
    expect(seen.words).toContain(stage.t('certificate_template.no_choosers'));
    expect(seen.words).toContain(stage.t('certificate_template.usual_for_others'));
    expect(seen.link(stage.t('certificate_template.edit'))).toBe('/office/certificate-templates/n1/edit');
    expect(seen.link(stage.t('certificate_template.sample'))).toBe('/office/certificate-templates/n1/sample.pdf');
    expect(seen.words).toContain('JNIT-2026-000042-X');
    expect(seen.main.all('img')[0]?.attribute('src')).toBe(look.sampleUrl);
    const moment = stage.translator.format.moment(LOOKED_AT);
    expect(seen.rows).toEqual([['1', moment, '阿依古丽·买买提', '{YYYY}-{SEQ:6}']]);
  });

  inEachLanguage('that is not the default can be made default or retired, and names who chose it', (stage) => {
    const choosers = [
      { code: 'CLOUD-ADMIN', nameZh: '云', nameEn: 'Cloud' },
      { code: 'B', nameZh: '乙', nameEn: '' },
    ];
    const seen = view(stage, page(stage, other, { choosers }));
    expect(seen.heading).toBe('<script>');
    expect(seen.main.all('li').map(({ text }) => text)).toEqual([`${stage.one('云', 'Cloud')} CLOUD-ADMIN`, '乙 B']);
    expect(seen.link('乙')).toBe('/office/achievements/B');
    expect(seen.button(stage.t('certificate_template.make_usual'))).toBe('post /office/certificate-templates/n2/usual');
    expect(seen.button(stage.t('certificate_template.retire'))).toBe(
      'post /office/certificate-templates/n2/retirement',
    );
    expect(seen.words).toContain(stage.t('certificate_template.issued_by_it', { count: 1001 }));
    expect(seen.words).not.toContain(stage.t('certificate_template.usual_for_others'));
  });

  inEachLanguage('that is retired says so and comes back', (stage) => {
    const seen = view(stage, page(stage, { ...other, retiredAt: LOOKED_AT }));
    expect(seen.heading).toBe(`<script> ${stage.t('certificate_template.retired_state')}`);
    expect(seen.words).toContain(stage.t('certificate_template.is_retired_text'));
    expect(seen.requests).toEqual(['post /office/certificate-templates/n2/return']);
    expect(seen.link(stage.t('certificate_template.edit'))).toBeNull();
  });

  inEachLanguage('that cannot be retired says why', (stage) => {
    const seen = view(stage, page(stage, other, { reasons: ['Chosen'] }));
    expect(seen.words).toContain(`${stage.t('certificate_template.cannot_retire')} Chosen`);
  });
});

describe('the choice of a template for an achievement', () => {
  const achievement = { code: 'CLOUD-ADMIN', nameZh: '云', nameEn: 'Cloud' };

  function page(stage: Stage, templates: ChoicePage['templates'], refusals: readonly 'templateUnknown'[] = []) {
    const options = [
      { value: '', label: stage.t('certificate_template.choose_usual') },
      ...templates.map(({ id, name }) => ({ value: id, label: name })),
    ];
    const form = formView(ChoiceForm, stage.translator, {
      typed: typedFrom({ namedId: templates[0]?.id ?? '' }),
      refusals: refusals.map((code) => ({ code, data: {}, field: 'namedId' })),
      options: { namedId: options },
    });
    return { achievement, form, templates };
  }

  inEachLanguage('shows what is chosen now, and each template', (stage) => {
    const seen = choiceView(stage, page(stage, [other, usual]));
    expect(seen.heading).toBe(stage.t('certificate_template.choose_title', { name: stage.one('云', 'Cloud') }));
    expect(seen.controls('namedId').map(({ label, isChosen }) => [label, isChosen])).toEqual([
      [stage.t('certificate_template.choose_usual'), false],
      ['<script>', true],
      [usual.name, false],
    ]);
    expect(seen.textsOf('template-item')).toEqual(['<script>', usual.name]);
    expect(seen.link('<script>')).toBe('/office/certificate-templates/n2');
    const act = stage.t('certificate_template.choose_act');
    expect(seen.button(act)).toBe('post /office/achievements/CLOUD-ADMIN/template');
  });

  inEachLanguage('without templates offers only the default', (stage) => {
    const seen = choiceView(stage, page(stage, []));
    expect(seen.controls('namedId')).toHaveLength(1);
    expect(seen.textsOf('template-list')).toEqual([]);
  });

  inEachLanguage('that was refused says why beside the field', (stage) => {
    const refused = page(stage, [other], ['templateUnknown']);
    const seen = choiceView(stage, refused);
    expect(seen.faults).toEqual({ 'field-namedId': stage.t('refusal.templateUnknown') });
    expect(seen.faults).toEqual(faultsOn(refused.form));
  });
});
