import type { AccessPage } from '../../../src/employers/web/access.page.js';
import { ContactForm } from '../../../src/employers/web/contact.form.js';
import { keysView, type KeysView } from '../../../src/employers/web/keys.page.js';
import { SCOPES } from '../../../src/employers/domain/scopes.js';
import { formView, LANGUAGES, optionsOf } from '../../../src/platform/index.js';
import { faultsOn, faultyIn } from '../../support/views/form-views.js';
import { inEachLanguage, LOOKED_AT, type Stage, viewOf } from '../../support/views/rendered-view.js';

type Own = { readonly id: string; readonly name: string };

const office = { viewer: 'coordinator' } as const;
const own = { viewer: 'employer', path: '/employer/keys' } as const;
const accessView = viewOf<AccessPage>('employers/access/show', office);
const officeRevocationView = viewOf<{ employer: Own; key: Own & { start: string } }>(
  'employers/access/revocation',
  office,
);
const keysPageView = viewOf<KeysView & { employer: Own }>('employers/own-keys/index', own);
const ownRevocationView = viewOf<{ employer: Own; key: Own & { start: string } }>('employers/own-keys/revocation', own);

const employer = { id: 'm1', name: '齐鲁软件' };
const key: KeysView['keys'][number] = {
  id: 'k1',
  employerId: 'm1',
  name: '招聘系统',
  start: 'ita_abc',
  scopes: [...SCOPES],
  createdAt: LOOKED_AT,
  createdByName: '赵磊',
  lastUsedAt: null,
  revokedAt: null,
  revokedByName: null,
  opens: '',
  revocationHref: null,
};
const revoked = {
  ...key,
  id: 'k2',
  name: '旧系统',
  lastUsedAt: LOOKED_AT,
  revokedAt: LOOKED_AT,
  revokedByName: '李静',
};

function keys(stage: Stage, rows: KeysView['keys'] = [], base = '/employer/keys') {
  return { ...keysView(stage.translator, { keys: rows, base }), employer };
}

describe("an employer's own keys", () => {
  inEachLanguage('without any say so, and offer one with all scopes', (stage) => {
    const seen = keysPageView(stage, keys(stage));
    expect(seen.words).toContain(stage.t('employer_key.none'));
    expect(seen.button(stage.t('employer_key.act'))).toBe('post /employer/keys');
    expect(seen.controls('scopes').map(({ isChosen }) => isChosen)).toEqual(SCOPES.map(() => true));
    expect(seen.link(stage.t('employer_key.docs'))).toBe('/developers');
  });

  inEachLanguage('show when each was used, and offer to revoke working ones only', (stage) => {
    const seen = keysPageView(stage, keys(stage, [key, revoked]));
    expect(seen.rows.map((cells) => cells[4])).toEqual([
      stage.t('employer_key.never_used'),
      stage.translator.format.moment(LOOKED_AT),
    ]);
    expect(seen.rows.map((cells) => cells[5]!.split(' ')[0])).toEqual(
      ['works', 'revoked'].map((word) => stage.t(`employer_key.${word}`).split(' ')[0]),
    );
    expect(seen.links(stage.t('employer_key.revoke'))).toEqual(['/employer/keys/k1/revocation']);
  });

  inEachLanguage('show a new key once', (stage) => {
    const made = { name: '招聘系统', key: 'ita_secret' };
    const seen = keysPageView(stage, { ...keys(stage), made });
    expect(seen.textsOf('secret')).toEqual(['ita_secret']);
    expect(seen.words).toContain(stage.t('employer_key.made_text'));
  });

  inEachLanguage('that could not be created have each fault beside its field', (stage) => {
    const form = faultyIn(keys(stage).form);
    expect(keysPageView(stage, { ...keys(stage), form }).faults).toEqual(faultsOn(form));
  });

  describe.each([
    [ownRevocationView, '/employer/keys', '/employer/keys'],
    [officeRevocationView, '/office/employers/m1/keys', '/office/employers/m1/access'],
  ])('are revoked after a warning', (render, base, back) => {
    inEachLanguage(`at ${base}`, (stage) => {
      const seen = render(stage, { employer, key });
      expect(seen.words).toContain(stage.t('employer_key.revoke_heading', { name: '招聘系统', start: 'ita_abc' }));
      expect(seen.button(stage.t('employer_key.revoke_act'))).toBe(`post ${base}/k1/revocation`);
      expect(seen.link(stage.t('form.cancel'))).toBe(back);
    });
  });
});

describe('the access of an employer', () => {
  function page(stage: Stage, change: Partial<AccessPage> = {}): AccessPage {
    const options = { language: optionsOf(stage.translator, 'employer_contact.language', LANGUAGES) };
    const contactForm = formView(ContactForm, stage.translator, { typed: { language: 'zh-CN' }, options });
    const facts = { nameEn: null, creditCode: null, kind: 'enterprise', park: null, note: null };
    const contact = { contactName: null, contactEmail: null, contactPhone: null };
    return {
      ...keys(stage, [], '/office/employers/m1/keys'),
      employer: { ...employer, ...facts, ...contact } as AccessPage['employer'],
      contacts: [],
      contactForm,
      problems: [],
      ...change,
    };
  }

  inEachLanguage('without contacts says so, and offers to add one', (stage) => {
    const seen = accessView(stage, page(stage));
    expect(seen.words).toContain(stage.t('employer_contact.none'));
    expect(seen.button(stage.t('employer_contact.add_act'))).toBe('post /office/employers/m1/contacts');
    expect(seen.button(stage.t('employer_key.act'))).toBe('post /office/employers/m1/keys');
    expect(seen.controls('language').find(({ isChosen }) => isChosen)?.value).toBe('zh-CN');
  });

  inEachLanguage('shows whether each contact has signed in yet, and offers to remove one', (stage) => {
    const contacts = (['active', 'invited', 'disabled'] as const).map((state) => ({
      accountId: state,
      name: '赵磊',
      email: 'z@example.com',
      since: LOOKED_AT,
      state,
    }));
    const seen = accessView(stage, page(stage, { contacts }));
    expect(seen.rows.map((cells) => cells[3])).toEqual(
      contacts.map(({ state }) => stage.t(`employer_contact.state.${state}`)),
    );
    expect(seen.buttons(stage.t('employer_contact.remove'))).toEqual(
      contacts.map(({ accountId }) => `post /office/employers/m1/contacts/${accountId}/removal`),
    );
  });

  inEachLanguage('has each fault of both forms beside its field, with distinct ids for the two names', (stage) => {
    const { form, contactForm } = page(stage);
    const change = { form: faultyIn(form), contactForm: faultyIn(contactForm) };
    expect(accessView(stage, page(stage, change)).faults).toEqual({
      ...faultsOn(change.form),
      ...faultsOn(change.contactForm),
    });
    expect(Object.keys(faultsOn(change.form))).toContain('field-key-name');
  });

  inEachLanguage('shows a refusal about a contact above the page', (stage) => {
    const problems = [{ text: 'No address', href: '#field-email' }];
    expect(accessView(stage, page(stage, { problems })).link('No address')).toBe('#field-email');
  });
});
