import fc from 'fast-check';
import { checkFile } from '../../../../src/certifications/documents/credential/checks/check-file.js';
import type { OwnKeys } from '../../../../src/certifications/documents/credential/checks/check-keys.js';
import { keyFault } from '../../../../src/certifications/documents/credential/checks/key-faults.js';
import { verdictFrom } from '../../../../src/certifications/core/domain/verdict.js';
import { aCredential, anIssuer, type Issuer } from '../../../builders/issuers.js';
import { aPicture, bakedChunk } from '../../../builders/pictures.js';

describe('a file that somebody hands in', () => {
  let academy: Issuer;
  beforeAll(async () => {
    academy = await anIssuer('academy.example');
  });

  /** Each step, as one line. */
  const steps = async (file: string | Buffer, keys: OwnKeys = academy.keys): Promise<string[]> =>
    (await checkFile(Buffer.from(file), keys)).checks.map(({ step, outcome, why }) =>
      [step, outcome, why].filter((part) => part !== null).join(' '),
    );
  const good = () => academy.sign(aCredential(academy.did));
  const ALL_WELL = ['format ok', 'whole ok', 'signature ok', 'issuerKey ok'];

  describe('that says a key twice', () => {
    const twice = (text: string, key: string, value: string): string =>
      text.replace(`${key}:`, `${key}:${value},${key}:`);

    it.each<[string, (text: string) => string]>([
      ['at the top', (text) => text.replace(/^\{/, '{"name":"博士学位",')],
      ['written with an escape', (text) => text.replace(/^\{/, '{"\\u006eame":"博士学位",')],
      ['deep inside a list', (text) => twice(text, '"identityHash"', '"王伟"')],
      ['in its proof', (text) => twice(text, '"proofPurpose"', '"authentication"')],
      ['with white space before the colon', (text) => text.replace(/^\{/, '{"name"\n :"博士学位",')],
    ])('is refused: %s', async (_, change) => {
      const text = change(JSON.stringify(await good()));
      for (const file of [text, aPicture(bakedChunk(text)), await academy.pdf(text)])
        expect(await steps(file)).toContain('whole failed duplicateKeys');
    });

    it('is refused as well with a key that libraries leave out', async () => {
      const text = JSON.stringify(await good()).replace(/^\{/, '{"\\u005f_proto__":{"name":"博士学位"},');
      expect(await steps(text)).toContain('whole failed hiddenBytes');
    });

    it('is refused as a token, in its head and in its payload', async () => {
      const token = async (head: string, payload: string): Promise<string> => {
        const parts = [head, payload].map((part) => Buffer.from(part).toString('base64url'));
        return `${parts.join('.')}.${(await academy.jwt(aCredential(academy.did))).split('.')[2]!}`;
      };
      const [head, payload] = [
        JSON.stringify({ alg: 'ES256', kid: `${academy.did}#key-2` }),
        JSON.stringify(aCredential(academy.did)),
      ];
      expect(await steps(await token(head, payload))).not.toContain('whole failed duplicateKeys');
      expect(await steps(await token(head.replace('{', '{"alg":"none",'), payload))).toContain(
        'whole failed duplicateKeys',
      );
      expect(await steps(await token(head, twice(payload, '"name"', '"博士学位"')))).toContain(
        'whole failed duplicateKeys',
      );
    });

    it('finds every loss that a parse makes, and no other', () => {
      const key = fc.constantFrom('a', 'b', '"', '\\', 'é', '{', '名');
      const written = (text: string): fc.Arbitrary<string> =>
        fc.constantFrom(
          JSON.stringify(text),
          `"${[...text].map((one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')}"`,
        );
      const { value } = fc.letrec<{ value: { text: string; keys: number } }>((tie) => ({
        value: fc.oneof(
          { maxDepth: 3 },
          fc.constantFrom({ text: '1', keys: 0 }, { text: '"a\\":"', keys: 0 }),
          fc.array(tie('value'), { maxLength: 3 }).map((all) => ({
            text: `[${all.map(({ text }) => text).join(' ,')}]`,
            keys: all.reduce((sum, { keys }) => sum + keys, 0),
          })),
          fc.array(fc.tuple(key.chain(written), tie('value')), { maxLength: 4 }).map((all) => ({
            text: `{${all.map(([name, { text }]) => `${name} :${text}`).join(',')}}`,
            keys: all.reduce((sum, [, { keys }]) => sum + keys, all.length),
          })),
        ),
      }));
      const keysIn = (one: unknown): number =>
        typeof one !== 'object' || one === null
          ? 0
          : Object.values(one).reduce<number>(
              (sum, inner) => sum + keysIn(inner),
              Array.isArray(one) ? 0 : Object.keys(one).length,
            );
      fc.assert(
        fc.property(value, ({ text, keys }) => {
          // A key that was lost takes what was under it along, so any loss shows as fewer keys.
          expect(keyFault(text)).toBe(keysIn(JSON.parse(text)) < keys ? 'duplicateKeys' : null);
        }),
        { numRuns: 500 },
      );
    });
  });

  describe('by a key that was declared compromised', () => {
    const fallen = (): OwnKeys => ({
      ...academy.keys,
      compromised: [academy.keyId, `${academy.did}#key-2`, ...academy.keys.paper],
    });

    it('is not vouched for by it, in any form', async () => {
      const text = JSON.stringify(await good());
      for (const file of [
        text,
        await academy.jwt(aCredential(academy.did)),
        aPicture(bakedChunk(text)),
        await academy.pdf(null),
      ]) {
        expect(await steps(file, fallen())).toEqual([
          'format ok',
          'whole ok',
          'signature ok',
          'issuerKey unknown keyCompromised',
        ]);
      }
    });
  });

  describe('that carries nothing that could be checked', () => {
    it.each<[string, () => Promise<string | Buffer> | string | Buffer, string]>([
      ['a list of one credential', async () => JSON.stringify([await good()]), 'wrapped'],
      [
        'a presentation',
        async () => JSON.stringify({ type: ['VerifiablePresentation'], verifiableCredential: [await good()] }),
        'wrapped',
      ],
      [
        'an envelope',
        () => JSON.stringify({ type: 'EnvelopedVerifiableCredential', id: 'data:application/vc+jwt,eyJ' }),
        'wrapped',
      ],
      ['JSON written out in JSON', async () => JSON.stringify(JSON.stringify(await good())), 'wrapped'],
      ['a picture without a credential', () => aPicture(), 'noCredential'],
      ['a photo', () => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(500, 7)]), 'fileUnknown'],
      ['a drawing', () => '<svg xmlns="http://www.w3.org/2000/svg"/>', 'fileUnknown'],
      ['half of a file', async () => JSON.stringify(await good()).slice(0, 300), 'fileDamaged'],
      ['JSON with something behind it', async () => `${JSON.stringify(await good())}\u2060`, 'fileDamaged'],
      [
        'a document that only speaks of credentials',
        () =>
          '%PDF-1.7\n1 0 obj\n<< /Type /EmbeddedFile /Length 20 >>\nstream\nVerifiableCredential\nendstream\nendobj',
        'fileDamaged',
      ],
    ])('is never called altered: %s', async (_, file, why) => {
      const bytes = Buffer.from(await file());
      expect(await steps(bytes)).toEqual([`format failed ${why}`]);
      expect(verdictFrom((await checkFile(bytes, academy.keys)).checks)).toBe('nothingToCheck');
    });

    it('nor is a credential or a PDF that nobody signed', async () => {
      const unsigned = { ...(await good()) };
      Reflect.deleteProperty(unsigned, 'proof');
      for (const file of [JSON.stringify(unsigned), '%PDF-1.7\n1 0 obj\n<< >>\nendobj\n%%EOF']) {
        expect(verdictFrom((await checkFile(Buffer.from(file), academy.keys)).checks)).toBe('nothingToCheck');
      }
    });

    it('is not text that an editor saved as UTF-16: that is read', async () => {
      const text = JSON.stringify(await good());
      for (const file of [
        Buffer.from(`\ufeff${text}`, 'utf16le'),
        Buffer.from(text, 'utf16le'),
        Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
      ]) {
        expect(await steps(file)).toEqual(ALL_WELL);
      }
      expect(await steps(Buffer.from(`\ufeff${await academy.jwt(aCredential(academy.did))}`, 'utf16le'))).toEqual(
        ALL_WELL,
      );
    });
  });
});
