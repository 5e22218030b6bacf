/** @database SQLite: what an uploaded token says; nothing of it is stored */
import { AcademyProfile } from '../../../../src/accounts/index.js';
import { CompactSign, importJWK } from 'jose';
import { TestAcademy } from '../../../support/app.js';
import { type WebClient, wordsOf } from '../../../support/web-client.js';
import { aCredential } from '../../../builders/issuers.js';
import { anEdKey } from '../../../builders/keys.js';

const WARNING = '文件自称由本学院颁发，但没有本学院的签名';
const PAST = Date.UTC(2001, 8, 9) / 1000;
const FUTURE = Date.UTC(2040, 0, 1) / 1000;

describe('a token of another issuer', () => {
  const { publicKeyMultibase, privateJwk } = anEdKey();
  const did = `did:key:${publicKeyMultibase}`;
  const credential = aCredential(did, { issuer: { id: did, name: '河畔夜校' }, validFrom: '2000-01-01T00:00:00Z' });
  let academy: TestAcademy;
  let browser: WebClient;
  beforeAll(async () => {
    academy = await TestAcademy.open();
    browser = academy.client();
  });
  afterAll(() => academy.close());

  const answerTo = async (payload: object): Promise<string> => {
    const token = await new CompactSign(Buffer.from(JSON.stringify(payload)))
      .setProtectedHeader({ alg: 'EdDSA', kid: `${did}#${publicKeyMultibase}` })
      .sign(await importJWK(privateJwk, 'EdDSA'));
    await browser.get('/verify');
    const file = { field: 'file', name: 'f', type: 'application/octet-stream', bytes: Buffer.from(token) };
    return wordsOf((await browser.upload('/verify/file', {}, file)).text);
  };

  it('holds while its token and its credential say so', async () => {
    for (const period of [{}, { nbf: PAST, exp: FUTURE }, { exp: 'soon' }, { exp: 1e300 }]) {
      const words = await answerTo({ ...credential, iss: did, ...period });
      expect(words).toContain('签名相符，但不是本学院颁发的');
      expect(words).toContain('在有效期内');
    }
  });

  it('has expired by the date of the token, or by that of the credential if it comes first', async () => {
    for (const payload of [
      { vc: credential, iss: did, exp: PAST },
      { ...credential, iss: did, exp: PAST },
      { ...credential, validUntil: '2020-01-01T00:00:00Z', iss: did, exp: FUTURE },
      { ...credential, validUntil: '2040-01-01T00:00:00Z', iss: did, exp: PAST },
    ]) {
      const words = await answerTo(payload);
      expect(words).toContain('已过有效期');
      expect(words).not.toContain('在有效期内');
    }
  });

  it('is not valid before the date of the token', async () => {
    expect(await answerTo({ vc: credential, iss: did, nbf: FUTURE })).toContain('生效日期还没有到');
  });

  it('that names the academy beside its credential is called out', async () => {
    const name = academy.app.get(AcademyProfile).current()!.nameZh;
    for (const beside of [{ issuer: { id: did, name } }, { name: `${name}结业证书` }])
      expect(await answerTo({ vc: credential, iss: did, ...beside })).toContain(WARNING);
    expect(await answerTo({ vc: credential, iss: did })).not.toContain(WARNING);
  });

  it('that is a credential and carries another could not be checked', async () => {
    const words = await answerTo({ ...credential, iss: did, vc: credential });
    expect(words).toContain('文件里不止一份数字凭证');
    expect(words).not.toContain('签名相符，但不是本学院颁发的');
  });
});
