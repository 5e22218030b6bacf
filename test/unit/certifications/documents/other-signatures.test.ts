import { checkFile } from '../../../../src/certifications/documents/credential/checks/check-file.js';
import { verdictFrom } from '../../../../src/certifications/core/domain/verdict.js';
import { type AddedSignature, OtherSigner, withSignature } from '../../../builders/files/other-signatures.js';
import { aDocument, anIssuer, type Issuer } from '../../../builders/issuers.js';

describe('a PDF that another body signed', () => {
  const signer = new OtherSigner();
  let academy: Issuer;
  let plain: Buffer;
  beforeAll(async () => {
    academy = await anIssuer('academy.example');
    plain = await aDocument(null);
  });
  afterAll(() => signer.close());

  /** The steps and the verdict, each as one line. */
  const judged = async (file: Buffer): Promise<string[]> => {
    const { checks } = await checkFile(file, academy.keys);
    const steps = checks.map(({ step, outcome, why }) =>
      [step, outcome, why].filter((part) => part !== null).join(' '),
    );
    return [...steps.slice(1), verdictFrom(checks)];
  };
  const signedBy = (...signatures: AddedSignature[]): Buffer => signatures.reduce(withSignature, plain);

  it('is judged by its signature, whichever hashes that uses', async () => {
    for (const one of [signer.detached, signer.ofTwoHashes])
      expect(await judged(signedBy(one))).toEqual([
        'whole ok',
        'signature ok',
        'issuerKey unknown signerUnknown',
        'couldNotCheck',
      ]);
  });

  it('is judged by its signature where a time stamp for an archive follows', async () => {
    const archived = signedBy(signer.detached, signer.timeStamp);
    expect(await judged(archived)).toEqual([
      'whole unknown appended',
      'signature ok',
      'issuerKey unknown signerUnknown',
      'couldNotCheck',
    ]);
    const changed = Buffer.from(archived);
    changed[changed.indexOf('/MediaBox') + 12] = 0x39;
    expect(await judged(changed)).toContain('invalid');
  });

  it.each<[string, () => AddedSignature]>([
    ['a time stamp alone', () => signer.timeStamp],
    ['the old form that signs the hash of the file', () => signer.ofSha1],
    ['a message without its signer’s certificate', () => signer.withoutCertificate],
  ])('could not be checked where it has %s', async (_, one) => {
    expect(await judged(signedBy(one()))).toEqual([
      'whole ok',
      'signature unknown unknownProof',
      'issuerKey unknown signerUnknown',
      'couldNotCheck',
    ]);
  });

  it('is the academy’s to which somebody added a time stamp: it is not whole', async () => {
    expect(await judged(withSignature(await academy.pdf(null), signer.timeStamp))).toEqual([
      'whole failed appended',
      'signature ok',
      'issuerKey ok',
      'invalid',
    ]);
  });
});
