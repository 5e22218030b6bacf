import { X509Certificate } from 'node:crypto';
import { IssuerKeys } from '../../../../src/certifications/index.js';
import { DeclareKeyCompromised } from '../../../../src/certifications/issuer/actions/declare-key-compromised.js';
import { RotateIssuerKey } from '../../../../src/certifications/issuer/actions/rotate-issuer-key.js';
import { allIssuerKeys } from '../../../../src/certifications/issuer/data/issuer-keys.js';
import { ReadDatabase, SYSTEM } from '../../../../src/platform/index.js';
import { TestAcademy } from '../../../support/app.js';
import { signedIn } from '../../../support/people.js';
import { SignerFiles } from '../../../support/signer-files.js';
import { type Answer, wordsOf } from '../../../support/web-client.js';

const PASSWORD = 'spring 72';
const AN_HOUR = 3_600_000;

describe('a key that is replaced', () => {
  let academy: TestAcademy;
  let files: SignerFiles;

  // OpenSSL makes certificates that hold from the machine’s time on.
  beforeAll(async () => {
    files = new SignerFiles(PASSWORD);
    academy = await TestAcademy.open({ at: Date.now() + AN_HOUR });
  }, 60_000);
  afterAll(async () => {
    await academy.close();
    files.remove();
  });

  const keys = (): IssuerKeys => academy.app.get(IssuerKeys);
  const activeId = async (kind: string): Promise<string> =>
    (await allIssuerKeys(academy.app.get(ReadDatabase).query)).find(
      (row) => row.kind === kind && row.state === 'active',
    )!.id;
  const declare = async (kind: string): Promise<unknown> =>
    academy.app
      .get(DeclareKeyCompromised)
      .execute(SYSTEM, { id: await activeId(kind), note: '外泄', seenName: keys().nameOfNewRoot() });
  const imported = async (bytes: Buffer): Promise<Answer> =>
    (await signedIn(academy, 'administrator')).upload(
      '/office/issuer-keys/import',
      { password: PASSWORD },
      { field: 'file', name: 'signer.p12', type: 'application/x-pkcs12', bytes },
    );

  it('leaves a signer under the root that signs, also if both are declared compromised at the same moment', async () => {
    await keys().ready();
    // The academy’s own, even if another test has imported one.
    await academy.app.get(RotateIssuerKey).execute(SYSTEM, await activeId('paperSigner'));
    const issuer = keys();
    const make = issuer.makeWithDependants;
    issuer.makeWithDependants = async (kind, seenName) => {
      const made = await make.call(issuer, kind, seenName);
      issuer.makeWithDependants = make;
      await declare('paperRoot');
      return made;
    };
    await declare('paperSigner');
    const { paper } = await keys().ready();
    const root = new X509Certificate(paper.rootPem);
    expect(new X509Certificate(paper.signerPem).checkIssued(root)).toBe(true);
  });

  it('takes no imported signer with it if it is a root that did not issue this signer', async () => {
    files.certificate('bought');
    expect((await imported(files.pkcs12('bought'))).location).toBe('/office/issuer-keys');
    const before = await keys().ready();
    await academy.app.get(RotateIssuerKey).execute(SYSTEM, await activeId('paperRoot'), keys().nameOfNewRoot());
    const { paper } = await keys().ready();
    expect(new X509Certificate(paper.signerPem).subject).toContain('CN=bought');
    expect(paper.signerPem).toBe(before.paper.signerPem);
  });

  it('does not come back in another certificate once it was declared compromised', async () => {
    files.certificate('leaked');
    expect((await imported(files.pkcs12('leaked'))).location).toBe('/office/issuer-keys');
    await declare('paperSigner');
    files.certificate('leaked-again', { keyOf: 'leaked' });
    const refused = await imported(files.pkcs12('leaked-again', [], 'leaked'));
    expect(refused.status).toBe(422);
    expect(wordsOf(refused.text)).toContain('已宣布泄露。请让签发机构用一把新密钥重新签发');
  });
});
