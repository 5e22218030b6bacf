import { deflateSync } from 'node:zlib';
import { checkFile } from '../../../../src/certifications/documents/credential/checks/check-file.js';
import type { OwnKeys } from '../../../../src/certifications/documents/credential/checks/check-keys.js';
import { aCredential, anIssuer, type Issuer } from '../../../builders/issuers.js';
import { aChunk, aPicture, bakedChunk } from '../../../builders/pictures.js';

describe('a file that somebody hands in', () => {
  let academy: Issuer;
  beforeAll(async () => {
    academy = await anIssuer('academy.example');
  });

  /** Each step, as one line. */
  const steps = async (file: string | Buffer | object, keys: OwnKeys = academy.keys): Promise<string[]> => {
    const bytes = Buffer.isBuffer(file) ? file : Buffer.from(typeof file === 'string' ? file : JSON.stringify(file));
    return (await checkFile(bytes, keys)).checks.map(({ step, outcome, why }) =>
      [step, outcome, why].filter((part) => part !== null).join(' '),
    );
  };
  const good = () => academy.sign(aCredential(academy.did));

  describe('made to hurt', () => {
    const attachment = (data: Buffer, length = data.length): Buffer =>
      Buffer.concat([
        Buffer.from(`%PDF-1.7\n1 0 obj\n<< /Type /EmbeddedFile /Filter /FlateDecode /Length ${length} >>\nstream\n`),
        data,
        Buffer.from('\nendstream\nendobj\n%%EOF'),
      ]);

    it('is refused, and quickly', async () => {
      const deep = `{"a":${'['.repeat(200_000)}${']'.repeat(200_000)}}`;
      const cases: Readonly<Record<string, readonly [Buffer, string]>> = {
        empty: [Buffer.alloc(0), 'fileEmpty'],
        large: [Buffer.alloc(5 * 1024 * 1024 + 1, 0x20), 'fileTooLarge'],
        noise: [Buffer.alloc(5 * 1024 * 1024, 0x41), 'fileUnknown'],
        deep: [Buffer.from(deep), 'fileTooDeep'],
        wide: [Buffer.from(JSON.stringify({ a: new Array(60_000).fill(1) })), 'fileTooDeep'],
        halfJson: [Buffer.from('{"@context": '), 'fileDamaged'],
        notUtf8: [Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]), 'fileDamaged'],
        aList: [Buffer.from('{"type":["Something"],"issuer":"x"}'), 'noCredential'],
        bombInPdf: [attachment(deflateSync(Buffer.alloc(60 * 1024 * 1024))), 'fileTooDeep'],
        brokenInPdf: [attachment(Buffer.from('not deflated')), 'fileDamaged'],
        manyObjects: [Buffer.from(`%PDF-1.7\n${'1 0 obj\n'.repeat(6_000)}`), 'fileTooDeep'],
        manyPages: [Buffer.from(`%PDF-1.7\n${'/Type /Page\n'.repeat(30)}`), 'fileTooDeep'],
        manySignatures: [Buffer.from(`%PDF-1.7\n${'/ByteRange [0 1 2 3]\n'.repeat(30)}`), 'fileTooDeep'],
        manyAttachments: [Buffer.from(`%PDF-1.7\n${'/EmbeddedFile\n'.repeat(30)}`), 'fileTooDeep'],
        manyChunks: [
          aPicture(...Array.from({ length: 3_000 }, () => aChunk('tEXt', Buffer.from('a\0b')))),
          'fileTooDeep',
        ],
        packedInPng: [aPicture(bakedChunk('x', 1)), 'noCredential'],
        hugeChunk: [
          Buffer.concat([
            aPicture().subarray(0, 8),
            Buffer.from([0xff, 0xff, 0xff, 0xff]),
            Buffer.from('iTXt'),
            Buffer.alloc(20),
          ]),
          'fileDamaged',
        ],
      };
      const answers = await Promise.all(
        Object.entries(cases).map(async ([name, [bytes]]) => [name, await steps(bytes)] as const),
      );
      expect(Object.fromEntries(answers)).toEqual(
        Object.fromEntries(Object.entries(cases).map(([name, [, why]]) => [name, [`format failed ${why}`]])),
      );
    });

    it('as a graph that is hard to put in order ends quickly, and is not taken for signed', async () => {
      const knots = Array.from({ length: 40 }, (_, at) => ({ id: `_:k${at}`, type: ['Evidence'], name: 'knot' }));
      const tangled = { ...(await good()), evidence: knots };
      const begun = process.hrtime.bigint();
      expect(await steps(tangled)).not.toContain('signature ok');
      expect(Number(process.hrtime.bigint() - begun) / 1e6).toBeLessThan(1_500);
    });
  });
});
