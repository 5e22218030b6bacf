import { REPLACEMENT_CLASSES, REVOCATION_CLASSES } from '../../../../src/certifications/core/domain/reason-classes.js';
import { ReplacementForm, RevocationForm } from '../../../../src/certifications/lifecycle/web/lifecycle.form.js';
import type { RenewalPage } from '../../../../src/certifications/lifecycle/web/renewal.controller.js';
import type { RulePage, RulesPage } from '../../../../src/certifications/lifecycle/web/renewal-rules.controller.js';
import type { ReplacementPage } from '../../../../src/certifications/lifecycle/web/replacement.controller.js';
import type { RevocationPage } from '../../../../src/certifications/lifecycle/web/revocation.controller.js';
import { formView, optionsOf } from '../../../../src/platform/index.js';
import { faultsOn, faultyIn, formOf } from '../../../support/views/form-views.js';
import { inEachLanguage, LOOKED_AT, type Stage, viewOf } from '../../../support/views/rendered-view.js';

const office = { viewer: 'coordinator' } as const;
const revocationView = viewOf<RevocationPage>('certifications/lifecycle/revocation/new', office);
const replacementView = viewOf<ReplacementPage>('certifications/lifecycle/replacement/new', office);
const renewalView = viewOf<RenewalPage>('certifications/lifecycle/renewal/new', office);
const rulesView = viewOf<RulesPage>('certifications/lifecycle/renewal-rule/index', office);
const ruleView = viewOf<RulePage>('certifications/lifecycle/renewal-rule/edit', office);

const named = { id: 'z1', number: 'JN-1', name: '李雷', achievementZh: '办公基础', achievementEn: 'Office basics' };
const shown = { email: 'lilei@example.com', fingerprint: 'f1' };
const ROOT = '/office/certificates/z1';

describe('a revocation', () => {
  function page(stage: Stage, change: Partial<RevocationPage> = {}): RevocationPage {
    const options = { reasonClass: optionsOf(stage.translator, 'certificate_reason', REVOCATION_CLASSES) };
    const form = formView(RevocationForm, stage.translator, { options });
    return { ...named, form, isNotified: true, fingerprint: 'f1', today: LOOKED_AT, preview: null, ...change };
  }

  describe.each([
    [true, 'mail'],
    [false, 'no_mail'],
  ])('whose holder is told: %s', (told, mail) => {
    inEachLanguage('says what it does before it is done', (stage) => {
      const seen = revocationView(stage, page(stage, { isNotified: told }));
      expect(seen.heading).toBe(stage.t('certificate.revoke_title', { number: 'JN-1' }));
      expect(seen.words).toContain(stage.t(`certificate.revoke_consequence_${mail}`));
      expect(seen.button(stage.t('certificate.revoke'))).toBe(`post ${ROOT}/revocation`);
      expect(seen.button(stage.t('certificate.strangers_see_act'))).toBe(`post ${ROOT}/revocation`);
      expect(seen.link(stage.t('form.cancel'))).toBe(ROOT);
      expect(seen.hidden('seen')).toEqual(['f1']);
      expect(seen.control('reasonClass')?.options).toHaveLength(REVOCATION_CLASSES.length + 1);
    });
  });

  describe.each([true, false])('of a certificate that is hidden: %s', (hidden) => {
    inEachLanguage('previews what others will read', (stage) => {
      const preview = { kind: 'Misconduct', reason: '考试作弊', hidden };
      const seen = revocationView(stage, page(stage, { preview }));
      expect(seen.sections[0]).toBe(stage.t('certificate.strangers_see'));
      expect(seen.words.includes('考试作弊')).toBe(!hidden);
      expect(seen.words.includes(stage.t('certificate_hidden.no_facts'))).toBe(hidden);
    });
  });

  inEachLanguage('that failed has each fault beside its field', (stage) => {
    const form = faultyIn(page(stage).form);
    expect(revocationView(stage, page(stage, { form })).faults).toEqual(faultsOn(form));
  });
});

describe('a replacement', () => {
  function page(stage: Stage, change: Partial<ReplacementPage> = {}): ReplacementPage {
    const options = { reasonClass: optionsOf(stage.translator, 'certificate_reason', REPLACEMENT_CLASSES) };
    const typed = { name: '长'.repeat(100), latinName: '', reasonClass: 'nameCorrected', reason: '' };
    const { id, number, name } = named;
    const form = formView(ReplacementForm, stage.translator, { typed, options });
    return { id, number, name, ...shown, form, wasRevoked: false, ...change };
  }

  describe.each([
    [false, 'replace'],
    [true, 'anew'],
  ])('of a certificate that was revoked: %s', (wasRevoked, consequence) => {
    inEachLanguage('says what becomes of the old one, and begins with its name', (stage) => {
      const seen = replacementView(stage, page(stage, { wasRevoked }));
      expect(seen.words).toContain(stage.t(`certificate.${consequence}_consequence`));
      expect(seen.words).toContain(stage.t('certificate.mailed_to', { email: shown.email }));
      expect(seen.hidden('seen')).toEqual(['f1']);
      expect(seen.control('name')?.value).toBe('长'.repeat(100));
      expect(seen.control('reasonClass')?.value).toBe('nameCorrected');
      expect(seen.control('latinName')?.label).toContain(stage.t('form.optional'));
      expect(seen.button(stage.t('certificate.replace_act'))).toBe(`post ${ROOT}/replacement`);
    });
  });

  inEachLanguage('that failed has each fault beside its field', (stage) => {
    const form = faultyIn(page(stage).form);
    expect(replacementView(stage, page(stage, { form })).faults).toEqual(faultsOn(form));
  });
});

describe('a renewal', () => {
  function page(stage: Stage, change: Partial<RenewalPage> = {}): RenewalPage {
    return {
      ...named,
      expiresOn: '2026-12-31',
      until: '2029-12-31',
      countedWord: stage.t('renewal.counted_expiry', { months: 36 }),
      ...shown,
      reasons: [],
      request: null,
      earlier: [],
      form: formOf<RenewalPage['form']>({ answer: {} }),
      ...change,
    };
  }
  const request = {
    id: 'q1',
    askedAt: LOOKED_AT,
    note: null,
    state: 'waiting' as const,
    decidedAt: null,
    decidedByName: null,
    answer: null,
  };

  inEachLanguage('that nobody asked for shows both last days, and can be done', (stage) => {
    const seen = renewalView(stage, page(stage));
    const { day } = stage.translator.format;
    expect(seen.facts[stage.t('renewal.until_now')]).toBe(day('2026-12-31'));
    expect(seen.facts[stage.t('renewal.until')]).toBe(day('2029-12-31'));
    expect(seen.requests).toEqual([`post ${ROOT}/renewal`]);
    expect(seen.words).toContain(stage.t('certificate.mailed_to', { email: shown.email }));
    expect(seen.hidden('seen')).toEqual(['f1']);
  });

  inEachLanguage('of a holder without an email address says that nobody is notified', (stage) => {
    const seen = renewalView(stage, page(stage, { email: null }));
    expect(seen.words).toContain(stage.t('certificate.not_mailed'));
    expect(seen.words).not.toContain(shown.email);
  });

  describe.each([null, '换了单位'])('asked for with the note %s', (note) => {
    inEachLanguage('can be done or declined', (stage) => {
      const seen = renewalView(stage, page(stage, { request: { ...request, note } }));
      expect(seen.words).toContain(note ?? stage.t('renewal.asked_without_note'));
      expect(seen.button(stage.t('renewal.act'))).toBe(`post ${ROOT}/renewal`);
      expect(seen.button(stage.t('renewal.decline'))).toBe(`post ${ROOT}/renewal/declining`);
    });
  });

  inEachLanguage('that is not possible says why, and can still be declined', (stage) => {
    const seen = renewalView(stage, page(stage, { reasons: ['Too early'], until: null, expiresOn: null, request }));
    expect(seen.words).toContain(`${stage.t('renewal.cannot')} Too early`);
    expect(seen.requests).toEqual([`post ${ROOT}/renewal/declining`]);
  });

  inEachLanguage('declined without an answer has the fault beside it', (stage) => {
    const form = faultyIn(page(stage).form);
    expect(renewalView(stage, page(stage, { request, form })).faults).toEqual(faultsOn(form));
  });

  inEachLanguage('tells how earlier requests were decided', (stage) => {
    const decided = { ...request, decidedAt: LOOKED_AT, decidedByName: '李静' };
    const earlier = [
      { ...decided, state: 'declined' as const, answer: '请补考' },
      { ...decided, state: 'approved' as const },
    ];
    const seen = renewalView(stage, page(stage, { earlier }));
    expect(seen.sections).toEqual([stage.t('renewal.earlier')]);
    expect(seen.words).toContain(`李静 · ${stage.t('renewal.request_declined')}: 请补考`);
    expect(seen.words).toContain(`李静 · ${stage.t('renewal.request_approved')}`);
  });
});

describe('the rules of renewal', () => {
  const rule: RulePage['rule'] = {
    achievementId: 'a1',
    code: 'OFFICE',
    nameZh: '办公基础',
    nameEn: 'Office basics',
    validMonths: 36,
    isSet: true,
    offered: 'onRequest',
    countedFrom: 'expiry',
    months: 36,
    opensDays: 1,
    graceDays: 0,
  };
  const told = (stage: Stage, one = rule) => ({
    ...one,
    offeredWord: stage.t(`renewal.offered.${one.offered}`),
    countedWord: stage.t(`renewal.counted_${one.countedFrom}`, { months: one.months }),
  });

  inEachLanguage('without an achievement say so', (stage) => {
    expect(rulesView(stage, { rules: [] }).words).toContain(stage.t('renewal.no_achievements'));
  });

  inEachLanguage('say for each how it is renewed, whether that is usual, and which never expires', (stage) => {
    const lasting = { ...rule, code: 'ALWAYS', validMonths: null, isSet: false };
    const seen = rulesView(stage, { rules: [told(stage), told(stage, lasting)] });
    const name = stage.one('办公基础', 'Office basics');
    expect(seen.rows).toEqual([
      [
        `${name} OFFICE`,
        stage.t('renewal.offered.onRequest'),
        stage.t('renewal.counted_expiry', { months: 36 }),
        stage.t('renewal.opens_value', { days: 1 }),
        stage.t('renewal.grace_value', { days: 0 }),
      ],
      [`${name} ALWAYS · ${stage.t('renewal.usual')}`, stage.t('certificate.never_expires')],
    ]);
    expect(seen.links(name)).toEqual(['/office/renewal-rules/OFFICE', '/office/renewal-rules/ALWAYS']);
  });

  inEachLanguage('are changed by a form, with each fault beside its field', (stage) => {
    const options = ['a', 'b'].map((value) => ({ value, label: value, id: value, selected: value === 'b' }));
    const form = formOf<RulePage['form']>({
      offered: { options },
      countedFrom: { options: options.map((one) => ({ ...one, id: `counted-${one.id}` })) },
      months: { value: '36' },
      opensDays: {},
      graceDays: { value: '0' },
    });
    const seen = ruleView(stage, { rule, form });
    expect(seen.heading).toBe(stage.one('办公基础', 'Office basics'));
    expect(seen.control('graceDays')?.value).toBe('0');
    expect(seen.controls('offered').map(({ isChosen }) => isChosen)).toEqual([false, true]);
    expect(seen.button(stage.t('renewal.rule_act'))).toBe('post /office/renewal-rules/OFFICE');
    const faulty = faultyIn(form);
    expect(ruleView(stage, { rule, form: faulty }).faults).toEqual(faultsOn(faulty));
  });
});
