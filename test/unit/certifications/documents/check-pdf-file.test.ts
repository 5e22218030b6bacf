import { checkFile } from '../../../../src/certifications/documents/credential/checks/check-file.js';
import { aCredential, anIssuer, type Issuer } from '../../../builders/issuers.js';

describe('a PDF that somebody hands in', () => {
  let academy: Issuer;
  let other: Issuer;
  beforeAll(async () => {
    [academy, other] = await Promise.all([anIssuer('academy.example'), anIssuer('other.example')]);
  });

  /** Each step, as one line. */
  const steps = async (file: Buffer): Promise<string[]> =>
    (await checkFile(file, academy.keys)).checks.map(({ step, outcome, why }) =>
      [step, outcome, why].filter((part) => part !== null).join(' '),
    );
  const good = () => academy.sign(aCredential(academy.did));
  const paper = async (): Promise<Buffer> => academy.pdf(JSON.stringify(await good()));

  it('is signed as a whole, and carries the credential', async () => {
    const bytes = await paper();
    expect(await steps(bytes)).toEqual(['format ok', 'whole ok', 'signature ok', 'issuerKey ok']);
    expect((await checkFile(bytes, academy.keys)).credential).toMatchObject({ issuer: { id: academy.did } });
  });

  it('with bytes appended is found out though its signature fits', async () => {
    expect(await steps(Buffer.concat([await paper(), Buffer.from('\n% more')]))).toEqual([
      'format ok',
      'whole failed appended',
      'signature ok',
      'issuerKey ok',
    ]);
  });

  it('with one byte changed is found out, be it in the page or in the signature', async () => {
    const bytes = await paper();
    const inPage = Buffer.from(bytes);
    inPage[inPage.indexOf('/MediaBox') + 12] = 0x39;
    expect(await steps(inPage)).toContain('signature failed signatureWrong');
    const inSignature = Buffer.from(bytes);
    const at = inSignature.indexOf('/Contents <') + 400;
    inSignature[at] = inSignature[at] === 0x30 ? 0x31 : 0x30;
    const told = await steps(inSignature);
    expect(told.filter((step) => /^signature (?:failed signatureWrong|unknown unknownProof)$/.test(step))).toHaveLength(
      1,
    );
  });

  it('with bytes hidden behind its signature is found out, which no signature covers', async () => {
    const bytes = await paper();
    const from = bytes.indexOf('/Contents <') + '/Contents <'.length;
    const end = bytes.indexOf('>', from);
    for (const at of [end - 1, end - 200]) {
      const hidden = Buffer.from(bytes);
      hidden[at] = 0x37;
      expect(await steps(hidden)).toEqual(['format ok', 'whole failed hiddenBytes', 'signature ok', 'issuerKey ok']);
    }
  });

  it('without the line end that closes it, or with a line or mark in front, is called damaged', async () => {
    const bytes = await paper();
    for (const damaged of [
      bytes.subarray(0, -1),
      Buffer.concat([Buffer.from('\n'), bytes]),
      Buffer.concat([Buffer.from('\r\n'), bytes]),
      Buffer.concat([Buffer.from('\ufeff'), bytes]),
    ])
      expect(await steps(damaged)).toEqual(['format failed fileDamaged']);
  });

  it('that others signed and lawfully went on with is not called altered', async () => {
    expect(await steps(Buffer.concat([await other.pdf(null), Buffer.from('\n% a time stamp')]))).toEqual([
      'format ok',
      'whole unknown appended',
      'signature ok',
      'issuerKey unknown signerUnknown',
    ]);
  });

  it('of the academy’s whose attachment cannot be read is found out by its signature', async () => {
    const bytes = await paper();
    const at = bytes.indexOf('/EmbeddedFile');
    const stream = bytes.indexOf('stream', at) + 12;
    bytes.fill(0x41, stream, stream + 40);
    expect(await steps(bytes)).toEqual(
      expect.arrayContaining(['format failed fileDamaged', 'signature failed signatureWrong']),
    );
  });

  it('whose signature leaves out more than itself is found out', async () => {
    const text = (await paper()).toString('latin1');
    const [found, a, b, c, d] = /\/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s*\]/.exec(text)!;
    const wider = found.replace(`${a} ${b}`, `${a} ${Number(b) - 10}`).padEnd(found.length);
    expect([c, d]).not.toContain(undefined);
    expect(await steps(Buffer.from(text.replace(found, wider.slice(0, found.length)), 'latin1'))).not.toContain(
      'whole ok',
    );
  });

  it('signed by somebody else is not the academy’s', async () => {
    const foreign = await other.pdf(JSON.stringify(await good()));
    expect(await steps(foreign)).toEqual(['format ok', 'whole ok', 'signature ok', 'issuerKey unknown signerUnknown']);
  });

  it('without signature could not be checked', async () => {
    expect(await steps(Buffer.from('%PDF-1.7\n1 0 obj\n<< >>\nendobj\n%%EOF'))).toEqual([
      'format ok',
      'whole unknown notSigned',
      'signature unknown notSigned',
    ]);
  });
});
