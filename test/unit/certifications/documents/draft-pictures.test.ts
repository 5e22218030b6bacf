import { createHash } from 'node:crypto';
import { makeDocuments } from '../../../../src/certifications/documents/actions/workers/documents.js';
import { assembleRing } from '../../../../src/certifications/documents/credential/keys/assemble-ring.js';
import {
  makeAssertionKey,
  makeJwtKey,
  makeLogKey,
} from '../../../../src/certifications/documents/credential/keys/make-keys.js';
import { makePaperRoot, makePaperSigner } from '../../../../src/certifications/documents/credential/keys/paper-keys.js';
import type { CertificateFacts } from '../../../../src/certifications/core/domain/index.js';
import type { PictureBytes } from '../../../../src/platform/index.js';
import { ISSUED_AT, PUBLIC_URL, RICH } from '../../../builders/credentials.js';
import { aRing } from '../../../builders/rings.js';

const DID = 'did:web:academy.example';
const KEY = 'a'.repeat(64);

const WITH_EMBLEM: CertificateFacts = { ...RICH, achievement: { ...RICH.achievement, picture: KEY } };
const WITH_SEAL: CertificateFacts = { ...RICH, seal: { ...RICH.seal, picture: KEY } };
const [signatory] = RICH.signatories;
const WITH_SIGNATURE: CertificateFacts = { ...RICH, signatories: [{ ...signatory!, picture: KEY }] };

describe('the documents of a certificate that names pictures', () => {
  let keys: Parameters<typeof makeDocuments>[1];
  const made = (facts: CertificateFacts, pictures: Readonly<Record<string, PictureBytes>>) =>
    makeDocuments(
      {
        facts,
        token: 'AbCdEf0123456789_-abcdefghi',
        subjectUrn: 'urn:uuid:6c4f6a3e-58f4-4b6f-9f0e-2f1f0a3f3c11',
        statusList: 1,
        statusIndex: 7,
        issuedAt: ISSUED_AT,
        at: ISSUED_AT,
        days: {},
        pictures,
      },
      keys,
    );
  const ring = async (colour: string): Promise<PictureBytes> => ({
    type: 'image/png',
    bytes: await aRing(colour),
    width: 120,
    height: 120,
  });

  beforeAll(async () => {
    const names = { academy: 'Academy', host: 'academy.example', at: ISSUED_AT };
    const root = await makePaperRoot(names);
    if (!('certificatePem' in root.material) || !('keyPem' in root.secret)) throw new Error('no root');
    const issuer = { certificatePem: root.material.certificatePem, keyPem: root.secret.keyPem };
    const signer = await makePaperSigner(issuer, names);
    const ringOfKeys = assembleRing(DID, [
      makeAssertionKey(),
      makeJwtKey(),
      makeLogKey('academy.example/log'),
      root,
      signer,
    ]);
    keys = { ...ringOfKeys, publicUrl: PUBLIC_URL };
  }, 60_000);

  it.each([
    ['an emblem', WITH_EMBLEM],
    ['a seal', WITH_SEAL],
    ['a signature', WITH_SIGNATURE],
  ])('are not made without %s', async (_what, facts) => {
    await expect(made(facts, {})).rejects.toThrow(KEY);
  });

  it('show the emblem that was given, whatever was drawn under its name before', async () => {
    const pngHash = async (colour: string): Promise<string> => {
      const { forms } = await made(WITH_EMBLEM, { [KEY]: await ring(colour) });
      const end = Buffer.from(forms.png).indexOf('IDAT');
      return createHash('sha256').update(Buffer.from(forms.png).subarray(end)).digest('hex');
    };
    const red = await pngHash('#b3262e');
    expect(await pngHash('#1f6f8b')).not.toBe(red);
    expect(await pngHash('#b3262e')).toBe(red);
  });
});
