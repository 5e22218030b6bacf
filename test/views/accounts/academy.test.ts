import type { AcademyPage } from '../../../src/accounts/web/academy.page.js';
import { AcademyForm, LogoForm } from '../../../src/accounts/web/administration.form.js';
import { formView, typedFrom } from '../../../src/platform/index.js';
import { faultsOn, faultyIn } from '../../support/views/form-views.js';
import { inEachLanguage, type Stage, viewOf } from '../../support/views/rendered-view.js';

const view = viewOf<AcademyPage>('accounts/academy/edit', { viewer: 'administrator', path: '/office/academy' });

const facts = {
  nameZh: '院'.repeat(100),
  nameEn: '<script>alert(1)</script>',
  placeZh: '',
  placeEn: '',
  contactEmail: null,
  contactPhone: null,
};

function page(stage: Stage, change: Partial<AcademyPage> = {}): AcademyPage {
  return {
    form: formView(AcademyForm, stage.translator, { typed: typedFrom(facts) }),
    logoForm: formView(LogoForm, stage.translator),
    hasLogo: false,
    mostKilobytes: 1024,
    ...change,
  };
}

describe('the academy', () => {
  inEachLanguage('with only its names shows them, and asks for the rest', (stage) => {
    const seen = view(stage, page(stage));
    expect(seen.heading).toBe(stage.t('academy.title'));
    expect(seen.sections).toEqual(
      ['names', 'place_contact', 'logo', 'signatures'].map((at) => stage.t(`academy.${at}`)),
    );
    expect(seen.control('nameZh')?.value).toBe('院'.repeat(100));
    expect(seen.control('nameEn')?.value).toBe('<script>alert(1)</script>');
    expect(seen.control('contactEmail')).toMatchObject({
      value: '',
      label: expect.stringContaining(stage.t('academy.contact_email')) as string,
    });
    const fields = {
      nameZh: 'name_zh',
      nameEn: 'name_en',
      placeZh: 'place_zh',
      placeEn: 'place_en',
      logo: 'logo_file',
    };
    for (const [name, key] of Object.entries(fields))
      expect(seen.control(name)?.label).toContain(stage.t(`academy.${key}`));
    expect(seen.button(stage.t('academy.save'))).toBe('post /office/academy');
    expect(seen.link(stage.t('academy.to_template'))).toBe('/office/certificate-templates');
  });

  inEachLanguage('without a logo accepts one, and states the size limit', (stage) => {
    const seen = view(stage, page(stage));
    expect(seen.words).toContain(stage.t('academy.logo_none'));
    expect(seen.words).toContain(stage.t('academy.logo_hint', { most: 1024 }));
    expect(seen.button(stage.t('academy.logo_act'))).toBe('post /office/academy/logo');
    expect(seen.button(stage.t('academy.logo_remove'))).toBeNull();
  });

  inEachLanguage('with a logo shows it and offers to remove it', (stage) => {
    const seen = view(stage, page(stage, { hasLogo: true }));
    const [logo] = seen.main.all('img');
    expect([logo?.attribute('src'), logo?.attribute('alt')]).toEqual(['/academy/logo', stage.t('academy.logo_now')]);
    expect(seen.button(stage.t('academy.logo_remove'))).toBe('post /office/academy/logo/removal');
    expect(seen.words).not.toContain(stage.t('academy.logo_none'));
  });

  inEachLanguage('with faults keeps what was typed, and has each fault beside its field', (stage) => {
    const form = faultyIn(page(stage).form);
    const seen = view(stage, page(stage, { form }));
    expect(seen.faults).toEqual(faultsOn(form));
    expect(seen.control('nameZh')?.value).toBe('院'.repeat(100));
  });

  inEachLanguage('with a refused logo has the fault beside the file', (stage) => {
    const logoForm = faultyIn(page(stage).logoForm);
    expect(view(stage, page(stage, { logoForm })).faults).toEqual(faultsOn(logoForm));
  });
});
