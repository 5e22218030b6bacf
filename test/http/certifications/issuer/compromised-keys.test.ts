import { CryptoKeySigner, PDF } from '@libpdf/core';
import { createPrivateKey, webcrypto, X509Certificate } from 'node:crypto';
import { DeclareKeyCompromised } from '../../../../src/certifications/issuer/actions/declare-key-compromised.js';
import { withProof } from '../../../../src/certifications/documents/credential/data-integrity.js';
import type { KeyRing } from '../../../../src/certifications/documents/credential/keys/key-ring.js';
import { jwtOf } from '../../../../src/certifications/documents/credential/signing.js';
import { allIssuerKeys } from '../../../../src/certifications/issuer/data/issuer-keys.js';
import { IssuerKeys, type Verification, VerifyCertificate } from '../../../../src/certifications/index.js';
import { ReadDatabase, SYSTEM } from '../../../../src/platform/index.js';
import { aDocument } from '../../../builders/issuers.js';
import { aPicture, bakedChunk } from '../../../builders/pictures.js';
import { TestAcademy } from '../../../support/app.js';
import { type Documents, documentsOf } from '../sealed.js';
import { type Row, certificateSteps } from '../certificate-steps.js';

describe('a key of the academy’s that was declared compromised', () => {
  let academy: TestAcademy;
  let row: Row;
  let files: Documents;
  let stolen: KeyRing;
  let before: Readonly<Record<'rewritten' | 'unknownToUs' | 'paper', Verification>>;
  const { one } = certificateSteps(() => academy);

  beforeAll(async () => {
    academy = await TestAcademy.open();
    ({ row } = await one('王芳', 'Wang Fang'));
    files = await documentsOf(academy, row);
    stolen = await academy.app.get(IssuerKeys).ready();
    before = {
      rewritten: await verified(rewritten()),
      unknownToUs: await verified(await forgedJson({ id: 'urn:uuid:1' })),
      paper: await verified(await forgedPdf(files.json.toString())),
    };
    await declare();
  });
  afterAll(() => academy.close());

  const verified = (file: Buffer | string): Promise<Verification> =>
    academy.app.get(VerifyCertificate).byFile(Buffer.from(file));
  const checkOf = ({ checks }: Verification, step: string) => checks.find((one) => one.step === step);
  const declare = async (): Promise<void> => {
    const rootName = academy.app.get(IssuerKeys).nameOfNewRoot();
    const keys = await allIssuerKeys((query) => academy.app.get(ReadDatabase).query(query));
    for (const { id, state, kind } of keys)
      if (state === 'active' && kind !== 'log')
        await academy.app.get(DeclareKeyCompromised).execute(SYSTEM, { id, note: '不再可信', seenName: rootName });
  };
  const rewritten = (): string => JSON.stringify(JSON.parse(files.json.toString()), null, 2);
  const unsigned = (changes: object = {}): Record<string, unknown> => {
    const genuine = { ...(JSON.parse(files.json.toString()) as Record<string, unknown>), ...changes };
    Reflect.deleteProperty(genuine, 'proof');
    return genuine;
  };
  const forgedJson = async (changes: object = {}): Promise<string> => {
    const { proof, ...rest } = await withProof(unsigned(changes), stolen.assertion, academy.clock.now() + 60_000);
    return JSON.stringify({ ...rest, proof: [proof] });
  };
  const forgedPdf = async (attached: string | null): Promise<Buffer> => {
    const { paper } = stolen;
    const algorithm =
      paper.keyType === 'EC' ? { name: 'ECDSA', namedCurve: 'P-256' } : { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
    const key = await webcrypto.subtle.importKey(
      'pkcs8',
      createPrivateKey(paper.signerKeyPem).export({ type: 'pkcs8', format: 'der' }),
      algorithm,
      false,
      ['sign'],
    );
    const document = await PDF.load(new Uint8Array(await aDocument(attached)));
    const signer = new CryptoKeySigner(
      key,
      new Uint8Array(new X509Certificate(paper.signerPem).raw),
      paper.keyType,
      paper.keyType === 'EC' ? 'ECDSA' : 'RSASSA-PKCS1-v1_5',
    );
    return Buffer.from((await document.sign({ signer, level: 'B-B' })).bytes);
  };

  it('vouched for a rewritten JSON and for what the register does not know, until then; never for a PDF of other bytes', () => {
    expect(before.rewritten.verdict).toBe('valid');
    expect(checkOf(before.unknownToUs, 'issuerKey')).toMatchObject({ outcome: 'ok', why: null });
    expect([before.paper.verdict, checkOf(before.paper, 'issuerKey')?.outcome]).toEqual(['invalid', 'ok']);
    // How a PDF that was found out was compared is told; what it says is not.
    expect(checkOf(before.paper, 'unaltered')).toEqual({ step: 'unaltered', outcome: 'failed', why: 'printedAnew' });
  });

  it.each(['json', 'jwt', 'png', 'pdf'] as const)('leaves the very %s valid that was issued', async (form) => {
    const answer = await verified(files[form]);
    expect([answer.verdict, answer.certificate?.id, checkOf(answer, 'issuerKey')]).toEqual([
      'valid',
      row.id,
      { step: 'issuerKey', outcome: 'ok', why: 'sealedBefore' },
    ]);
  });

  it('vouches for nothing else: what says the same in other bytes could not be checked', async () => {
    const answer = await verified(rewritten());
    expect([answer.verdict, answer.certificate, checkOf(answer, 'issuerKey')]).toEqual([
      'couldNotCheck',
      null,
      { step: 'issuerKey', outcome: 'unknown', why: 'keyCompromised' },
    ]);
    expect((await verified(await forgedJson())).verdict).toBe('couldNotCheck');
  });

  it.each<[string, () => Promise<Buffer | string>, string]>([
    ['the certificate’s address with other facts', () => forgedJson({ name: '博士学位' }), 'invalid'],
    [
      'an address that was never given',
      () => forgedJson({ id: 'http://academy.example/c/AAAAAAAAAAAAAAAAAAAAAAAAAAA' }),
      'notFound',
    ],
    ['a token of other facts', async () => jwtOf(unsigned({ name: '博士学位' }), stolen.jwt), 'invalid'],
    ['a picture of its own', async () => aPicture(bakedChunk(files.json.toString())), 'invalid'],
    ['a PDF around the genuine credential', () => forgedPdf(files.json.toString()), 'invalid'],
    ['a PDF without a credential', () => forgedPdf(null), 'notFound'],
  ])('makes nothing that a thief signs valid: %s', async (_, forge, verdict) => {
    const answer = await verified(await forge());
    expect([answer.verdict, answer.certificate]).toEqual([verdict, null]);
    expect(answer.checks.filter(({ step, outcome }) => step === 'issuerKey' && outcome === 'ok')).toEqual([]);
  });

  it('and a new key signs what is valid in any writing', async () => {
    const { row: later } = await one('李雷', null);
    const { json } = await documentsOf(academy, later);
    expect(await verified(JSON.stringify(JSON.parse(json.toString()), null, 1))).toMatchObject({
      verdict: 'valid',
      certificate: { id: later.id },
    });
  });
});
