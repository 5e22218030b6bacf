import { checkFile } from '../../../../src/certifications/documents/credential/checks/check-file.js';
import type { OwnKeys } from '../../../../src/certifications/documents/credential/checks/check-keys.js';
import { aCredential, anIssuer, type Issuer } from '../../../builders/issuers.js';
import { anEcKey } from '../../../builders/keys.js';
import { aPicture, bakedChunk } from '../../../builders/pictures.js';

describe('a file that somebody hands in', () => {
  let academy: Issuer;
  let other: Issuer;
  let selfMade: Issuer;
  beforeAll(async () => {
    [academy, other, selfMade] = await Promise.all([
      anIssuer('academy.example'),
      anIssuer('other.example'),
      anIssuer(null),
    ]);
  });

  /** Each step, as one line. */
  const steps = async (file: string | Buffer | object, keys: OwnKeys = academy.keys): Promise<string[]> => {
    const bytes = Buffer.isBuffer(file) ? file : Buffer.from(typeof file === 'string' ? file : JSON.stringify(file));
    return (await checkFile(bytes, keys)).checks.map(({ step, outcome, why }) =>
      [step, outcome, why].filter((part) => part !== null).join(' '),
    );
  };
  const good = () => academy.sign(aCredential(academy.did));
  const ALL_WELL = ['format ok', 'whole ok', 'signature ok', 'issuerKey ok'];

  describe('as JWT', () => {
    it('is signed by the academy’s key', async () => {
      const token = await academy.jwt(aCredential(academy.did));
      expect(await steps(`${token}\n`)).toEqual(ALL_WELL);
    });

    it('is found out where the payload was changed', async () => {
      const [header, payload, signature] = (await academy.jwt(aCredential(academy.did))).split('.');
      const changed = Buffer.from(Buffer.from(payload!, 'base64url').toString().replace('王芳', '王方')).toString(
        'base64url',
      );
      expect(await steps([header, changed, signature].join('.'))).toContain('signature failed signatureWrong');
    });

    it('is not believed for the key that it brings along', async () => {
      const own = anEcKey();
      const forged = await anIssuer('academy.example');
      expect(await steps(await forged.jwt(aCredential(academy.did), { kid: '', jwk: own.publicJwk }))).toContain(
        'issuerKey failed keyNotIssuers',
      );
      expect(await steps(await forged.jwt(aCredential(academy.did), { jwk: own.publicJwk }))).toContain(
        'signature failed signatureWrong',
      );
      expect(await steps(await other.jwt(aCredential(academy.did)))).toContain('issuerKey failed keyNotIssuers');
      expect(await steps(await academy.jwt({ ...aCredential(academy.did), iss: other.did }))).toContain(
        'issuerKey failed keyNotIssuers',
      );
    });

    it('names one issuer, also beside the credential', async () => {
      const beside = (issuer: string): Promise<string> => other.jwt({ vc: aCredential(other.did), issuer });
      expect(await steps(await beside(academy.did))).toContain('issuerKey failed keyNotIssuers');
      expect(await steps(await beside(other.did))).not.toContain('issuerKey failed keyNotIssuers');
    });

    it('without a signature is not taken for signed', async () => {
      const [, payload] = (await academy.jwt(aCredential(academy.did))).split('.');
      const none = Buffer.from('{"alg":"none"}').toString('base64url');
      expect(await steps(`${none}.${payload}.AAAAAAAAAAAA`)).toContain('signature failed notSigned');
      expect(await steps(`${none}.${payload}.`)).toEqual(['format failed fileDamaged']);
    });

    it('that others signed in a way that is not known here is not called forged; the academy never signed so', async () => {
      const [, payload, signature] = (await selfMade.jwt(aCredential(selfMade.did))).split('.');
      const [, own] = (await academy.jwt(aCredential(academy.did))).split('.');
      const head = (alg: string): string => Buffer.from(JSON.stringify({ alg })).toString('base64url');
      expect(await steps(`${head('ES384')}.${payload}.${signature}`)).toContain('signature unknown unknownProof');
      expect(await steps(`${head('HS256')}.${own}.${signature}`)).toContain('signature failed notSigned');
    });

    const AROUND = [
      '\n',
      '\r\n',
      '\r\n\r\n\r\n',
      '\n'.repeat(500),
      ' ',
      '\t',
      '\n\t ',
      '\ufeff',
      '\u00a0',
      '\u3000',
      '\u2028',
    ];
    it.each(AROUND)('may have white space around it: %j', async (space) => {
      const token = await academy.jwt(aCredential(academy.did));
      for (const fine of [token, `${token}${space}`, `${space}${token}`, `${space}${token}${space}`])
        expect(await steps(fine)).toEqual(ALL_WELL);
    });

    it.each(AROUND)('may have it around JSON too: %j', async (space) => {
      const json = JSON.stringify(await good());
      for (const fine of [`${json}${space}`, `${space}${json}`, `${space}${json}${space}`])
        expect(await steps(fine)).toEqual(ALL_WELL);
    });

    it.each(['"', '\u200b', '\u2800', '\u0000', 'x y ', '>'])('is not found behind %j', async (sign) => {
      const token = await academy.jwt(aCredential(academy.did));
      for (const file of [`${sign}${token}`, `${token}\n${sign}`])
        expect(await steps(file)).toEqual(['format failed fileUnknown']);
    });
  });

  describe('as a picture', () => {
    it('carries the credential', async () => {
      expect(await steps(aPicture(bakedChunk(JSON.stringify(await good()))))).toEqual([
        'format ok',
        'whole ok',
        'signature ok',
        'issuerKey ok',
      ]);
    });

    it('baked twice, cut, or with bytes behind its end is found out', async () => {
      const one = bakedChunk(JSON.stringify(await good()));
      expect(await steps(aPicture(one, one))).toEqual(['format ok', 'whole failed severalCredentials']);
      expect(await steps(aPicture(one).subarray(0, -20))).toEqual(['format failed fileDamaged']);
      expect(await steps(Buffer.concat([aPicture(one), Buffer.from('PK')]))).toContain('whole failed appended');
      expect(await steps(aPicture())).toEqual(['format failed noCredential']);
    });

    it('is a damaged file where a chunk’s sum is wrong', async () => {
      const picture = aPicture(bakedChunk(JSON.stringify(await good())));
      picture[60] = picture[60]! ^ 1;
      expect(await steps(picture)).toEqual(['format failed fileDamaged']);
    });
  });
});
