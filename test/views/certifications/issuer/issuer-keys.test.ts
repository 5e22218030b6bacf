import { KEY_KINDS, type KeyKind } from '../../../../src/certifications/core/index.js';
import type { IssuerKeyRow } from '../../../../src/certifications/issuer/data/issuer-keys.js';
import { type IssuerKeysPage, Pkcs12Form } from '../../../../src/certifications/issuer/web/issuer-keys.controller.js';
import type { IssuerPage } from '../../../../src/certifications/issuer/web/issuer.controller.js';
import {
  CompromiseForm,
  type CompromisePage,
  type RotationPage,
} from '../../../../src/certifications/issuer/web/key-change.controller.js';
import { type KeyView, keyView } from '../../../../src/certifications/issuer/web/key.page.js';
import { type FormView, formView } from '../../../../src/platform/index.js';
import { faultsOn, faultyIn } from '../../../support/views/form-views.js';
import { inEachLanguage, LOOKED_AT, type Stage, viewOf } from '../../../support/views/rendered-view.js';

const office = { viewer: 'administrator', path: '/office/issuer-keys' } as const;
const publicView = viewOf<IssuerPage>('certifications/issuer/show', { path: '/issuer' });
const listView = viewOf<IssuerKeysPage>('certifications/issuer/issuer-keys/index', office);
const importView = viewOf<{ form: FormView<Pkcs12Form> }>('certifications/issuer/issuer-keys/import', office);
const rotationView = viewOf<RotationPage>('certifications/issuer/issuer-keys/rotation', office);
const compromiseView = viewOf<CompromisePage>('certifications/issuer/issuer-keys/compromise', office);

const did = 'did:web:academy.example';

function keyRow(change: Partial<IssuerKeyRow> = {}): IssuerKeyRow {
  return {
    id: 'k1',
    did,
    kind: 'assertion',
    keyId: 'z6Mkabc',
    isReadable: true,
    material: { jwk: { kty: 'OKP', crv: 'Ed25519', x: 'AAAA' } },
    state: 'active',
    createdAt: LOOKED_AT,
    retiredAt: null,
    compromisedAt: null,
    note: null,
    bound: { id: 'k1', cells: [] },
    ...change,
  };
}

const key = (stage: Stage, change: Partial<IssuerKeyRow> = {}): KeyView =>
  keyView(keyRow(change), { did, translator: stage.translator });

/** As `keyView` shows a certificate, whose bytes these pages do not need. */
function rootOf(stage: Stage, change: Partial<KeyView> = {}): KeyView {
  return {
    ...key(stage),
    id: 'k3',
    kind: 'paperRoot',
    kindWord: stage.t('issuer.kind_paperRoot'),
    form: stage.t('issuer.form_paperRoot'),
    fingerprint: 'AB:CD',
    holder: 'CN=<script>, O=院',
    file: '/issuer/roots/x509-1.pem',
    ...change,
  };
}

const LATER = LOOKED_AT + 86_400_000;
const retired = { id: 'k2', state: 'retired', keyId: 'z6Mkold', retiredAt: LATER, did: 'did:web:old.example' } as const;

describe('the public page of the issuer', () => {
  const addresses = { did, didUrl: 'https://x.test/.well-known/did.json', logUrl: 'https://x.test/log/checkpoint' };

  inEachLanguage('before there are keys says so, and where its documents are', (stage) => {
    const seen = publicView(stage, { ...addresses, groups: [] });
    expect(seen.words).toContain(stage.t('issuer.none'));
    expect(seen.heading).toBe(stage.t('issuer.title'));
    expect(seen.sections).toEqual([stage.t('issuer.who'), stage.t('issuer.compare')]);
    expect(seen.facts).toEqual({
      [stage.t('issuer.did')]: did,
      [stage.t('issuer.did_document')]: addresses.didUrl,
      [stage.t('issuer.log_address')]: addresses.logUrl,
    });
    expect(seen.link(addresses.didUrl)).toBe('/.well-known/did.json');
    expect(seen.link(addresses.logUrl)).toBe('/log/checkpoint');
    expect(seen.words).toContain(stage.t('issuer.compare_text'));
  });

  inEachLanguage('groups keys, with the root of PDFs to download', (stage) => {
    const compromised = { state: 'compromised', compromisedAt: LATER, note: '自 3 月起 <不可信>' } as const;
    const signing = [key(stage), key(stage, retired), key(stage, compromised)];
    const seen = publicView(stage, {
      ...addresses,
      groups: [
        { kind: 'assertion', heading: stage.t('issuer.kind_assertion'), keys: signing },
        { kind: 'paperRoot', heading: stage.t('issuer.kind_paperRoot'), keys: [rootOf(stage)] },
      ],
    });
    const moment = stage.translator.format.moment;
    const since = `${stage.t('issuer.from')} ${moment(LOOKED_AT)}`;
    const form = `${stage.t('issuer.form_assertion')} `;
    expect(seen.textsOf('key')).toEqual([
      `${stage.t('issuer.state_active')} ${since} ${form} z6Mkabc`.replace('  ', ' '),
      `${stage.t('issuer.state_retired')} ${since} · ${stage.t('issuer.until')} ${moment(LATER)} did:web:old.example` +
        ` ${form}z6Mkold`,
      `${stage.t('issuer.state_compromised')} ${since} ${form}z6Mkabc 自 3 月起 <不可信>`,
      `${stage.t('issuer.state_active')} ${since} CN=<script>, O=院 ${stage.t('issuer.form_paperRoot')} AB:CD` +
        ` ${stage.t('issuer.download_root')}`,
    ]);
    expect(seen.link(stage.t('issuer.download_root'))).toBe('/issuer/roots/x509-1.pem');
    const headings = ['who', 'kind_assertion', 'kind_paperRoot', 'compare'];
    expect(seen.sections).toEqual(headings.map((heading) => stage.t(`issuer.${heading}`)));
    expect(seen.words.split(stage.t('issuer.pdf_text'))).toHaveLength(2);
    expect(seen.words).not.toContain(stage.t('issuer.none'));
  });
});

describe('the signing keys', () => {
  inEachLanguage('are rotated while they sign, and declared compromised once', (stage) => {
    const compromised = { id: 'k4', state: 'compromised', compromisedAt: LATER, retiredAt: LATER } as const;
    const keys = [key(stage), rootOf(stage, { isUntrusted: true }), key(stage, retired), key(stage, compromised)];
    const seen = listView(stage, { did, keys });
    const { moment } = stage.translator.format;
    const nothing = stage.t('layout.nothing');
    expect(seen.rows.map((cells) => cells.slice(1, 4))).toEqual([
      [stage.t('issuer.state_active'), moment(LOOKED_AT), nothing],
      [stage.t('issuer.state_active'), moment(LOOKED_AT), nothing],
      [stage.t('issuer.state_retired'), moment(LOOKED_AT), moment(LATER)],
      [stage.t('issuer.state_compromised'), moment(LOOKED_AT), moment(LATER)],
    ]);
    expect(seen.rows[0]?.[0]).toBe(`${stage.t('issuer.kind_assertion')} z6Mkabc`);
    expect(seen.rows[1]?.[0]).toContain(stage.t('issuer_keys.untrusted'));
    expect(seen.rows[2]?.[0]).toContain(`${stage.t('issuer_keys.other_did')}: did:web:old.example`);
    const [rotate, declare] = [stage.t('issuer_keys.rotate'), stage.t('issuer_keys.declare')];
    const kind = stage.t('issuer.kind_assertion');
    expect(seen.links(`${rotate} ${kind}`)).toEqual(['/office/issuer-keys/k1/rotation']);
    expect(seen.links(`${declare} ${kind}`)).toEqual(['k1', 'k2'].map((id) => `/office/issuer-keys/${id}/compromise`));
    expect(seen.link(stage.t('issuer_keys.public_page'))).toBe('/issuer');
    expect(seen.link(stage.t('issuer_keys.import'))).toBe('/office/issuer-keys/import');
    expect(seen.words).toContain(stage.t('issuer_keys.backup_text'));
  });

  inEachLanguage('of a file are imported with its password, each fault beside its field', (stage) => {
    const form = faultyIn(formView(Pkcs12Form, stage.translator));
    const seen = importView(stage, { form });
    expect(seen.faults).toEqual(faultsOn(form));
    expect(seen.button(stage.t('issuer_keys.import_act'))).toBe('post /office/issuer-keys/import');
    expect(seen.heading).toBe(stage.t('issuer_keys.import_title'));
    expect(seen.words).toContain(stage.t('issuer_keys.import_lead'));
    expect(seen.control('file')?.label).toBe(stage.t('issuer_keys.import_file'));
    expect(seen.words).toContain(stage.t('issuer_keys.import_file_hint'));
    expect(seen.words).toContain(stage.t('issuer_keys.import_password_hint'));
    expect(seen.link(stage.t('form.cancel'))).toBe('/office/issuer-keys');
  });
});

describe.each(KEY_KINDS)('the rotation of a key of kind %s', (kind: KeyKind) => {
  const named = (stage: Stage): KeyView => ({ ...key(stage), kind, kindWord: stage.t(`issuer.kind_${kind}`) });
  const OWN = { log: 'log', paperSigner: 'paper', paperRoot: 'root', assertion: null, jwt: null }[kind];

  inEachLanguage('says what it means for readers before it is done', (stage) => {
    const seen = rotationView(stage, { key: named(stage), name: null, blockers: [] });
    expect(seen.sections).toEqual([stage.t('issuer_keys.rotate_title', { kind: stage.t(`issuer.kind_${kind}`) })]);
    const own = OWN === null ? [] : [stage.t(`issuer_keys.rotate_${OWN}`)];
    expect(seen.main.all('li').map(({ text }) => text)).toEqual([
      stage.t('issuer_keys.rotate_new'),
      stage.t('issuer_keys.rotate_old'),
      ...own,
    ]);
    expect(seen.words).toContain('z6Mkabc');
    expect(seen.button(stage.t('issuer_keys.rotate'))).toBe('post /office/issuer-keys/k1/rotation');
  });

  inEachLanguage('that is refused says why', (stage) => {
    const reason = stage.t('refusal.keySignsNoLonger');
    expect(rotationView(stage, { key: named(stage), name: null, blockers: [reason] }).words).toContain(reason);
  });
});

describe('a new root', () => {
  const NAME = '济南 <b>IT</b> Academy';
  const root = (stage: Stage): KeyView => ({ ...key(stage), kind: 'paperRoot' });

  inEachLanguage('is confirmed with the name that it will carry', (stage) => {
    const form = formView(CompromiseForm, stage.translator);
    for (const seen of [
      rotationView(stage, { key: root(stage), name: NAME, blockers: [] }),
      compromiseView(stage, { key: root(stage), name: NAME, count: 0, form }),
    ]) {
      expect(seen.words).toContain(`${stage.t('issuer_keys.name_on_root')} ${NAME}`);
      expect(seen.hidden('name')).toEqual([NAME]);
    }
  });
});

describe('the compromise of a key', () => {
  describe.each([0, 1, 100_001])('that signed %s certificates', (count) => {
    inEachLanguage('shows what it does, and asks for a public explanation', (stage) => {
      const form = formView(CompromiseForm, stage.translator);
      const seen = compromiseView(stage, { key: key(stage), name: null, count, form });
      expect(seen.sections).toEqual([stage.t('issuer_keys.compromise_heading')]);
      expect(seen.main.all('li').map(({ text }) => text)).toEqual(
        ['now', 'count', 'next', 'never_back'].map((what) => stage.t(`issuer_keys.compromise_${what}`, { count })),
      );
      expect(seen.control('note')?.label).toBe(stage.t('issuer_keys.reason'));
      expect(seen.words).toContain(stage.t('issuer_keys.reason_hint'));
      expect(seen.words).toContain('z6Mkabc');
      expect(seen.button(stage.t('issuer_keys.declare'))).toBe('post /office/issuer-keys/k1/compromise');
    });
  });

  inEachLanguage('that was refused keeps the note, with its fault beside it', (stage) => {
    const form = faultyIn(formView(CompromiseForm, stage.translator, { typed: { note: '</textarea><script>' } }));
    const seen = compromiseView(stage, { key: key(stage), name: null, count: 0, form });
    expect(seen.faults).toEqual(faultsOn(form));
    expect(seen.control('note')?.value).toBe('</textarea><script>');
  });
});
