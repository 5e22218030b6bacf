import fc from 'fast-check';
import { createPrivateKey, X509Certificate } from 'node:crypto';
import { makePaperRoot, makePaperSigner } from '../../../../src/certifications/documents/credential/keys/paper-keys.js';
import { openPkcs12 } from '../../../../src/certifications/documents/credential/pkcs12/open-pkcs12.js';
import { Refusal } from '../../../../src/platform/refusals.js';
import { aCertificateBag, aKeyBag, aPkcs12File, aShroudedKey } from '../../../builders/files/pkcs12.js';

const PASSWORD = 'spring 72';
const AT = Date.UTC(2026, 10, 29);

describe('a PKCS#12 file', () => {
  let key: Buffer;
  let own: Buffer;
  let root: Buffer;
  beforeAll(async () => {
    const names = { academy: 'Quancheng', host: 'academy.example', at: AT };
    const above = await makePaperRoot(names);
    const signer = await makePaperSigner({ certificatePem: pemIn(above), keyPem: keyIn(above) }, names);
    key = createPrivateKey(keyIn(signer)).export({ type: 'pkcs8', format: 'der' });
    [own, root] = [signer, above].map((one) => new X509Certificate(pemIn(one)).raw) as [Buffer, Buffer];
  });

  const outcome = async (bytes: Buffer): Promise<string> => {
    const opened = await openPkcs12({ bytes, password: PASSWORD }, AT + 1);
    return opened instanceof Refusal ? opened.code : 'opened';
  };
  const fileOf = (pkcs8: Buffer, ...certificates: Buffer[]): Buffer =>
    aPkcs12File([aKeyBag(pkcs8), ...certificates.map(aCertificateBag)], PASSWORD);

  it('is opened, encrypted or not', async () => {
    expect(await outcome(fileOf(key, own, root))).toBe('opened');
    const bags = [aKeyBag(key), aCertificateBag(own)];
    expect(await outcome(aPkcs12File(bags, PASSWORD, { encrypted: true }))).toBe('opened');
  });

  it('is refused in words where the key of its certificate is of no kind that there is', async () => {
    const kind = Buffer.from('06072a8648ce3d0201', 'hex');
    const damaged = Buffer.from(own);
    damaged[damaged.indexOf(kind) + kind.length - 1] = 9;
    expect(await outcome(fileOf(key, damaged, root))).toBe('pkcs12Unreadable');
  });

  it('is refused in words wherever its bytes are damaged', async () => {
    const damage = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 3 });
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(fc.constantFrom('key', 'own', 'root', 'file'), damage, async (part, places) => {
        const damaged = (name: string, bytes: Buffer): Buffer => {
          const copy = Buffer.from(bytes);
          if (name === part) for (const [at, byte] of places) copy[at % copy.length] = byte;
          return copy;
        };
        const parts = [damaged('key', key), damaged('own', own), damaged('root', root)] as const;
        seen.add(await outcome(damaged('file', fileOf(...parts))));
      }),
      { numRuns: 400, seed: 20_261_129 },
    );
    for (const code of seen) expect(code).toMatch(/^(?:opened|pkcs12[A-Z]\w+)$/);
    expect([...seen]).toContain('pkcs12Unreadable');
  }, 60_000);

  it.each([
    ['beside its contents', false, 3_000_000n],
    ['inside its encrypted contents', true, 3_000_000n],
    ['in four bytes', true, 2_000_000_000n],
    ['in more bytes', true, 2n ** 80n],
    ['in bytes that it does not need', true, Buffer.from('0000002dc6c0', 'hex')],
    ['in bytes that it does not need, in sight', false, Buffer.from('0000002dc6c0', 'hex')],
  ] as const)('with a key that asks for too many iterations is refused before they are made: %s', async (...told) => {
    const [, encrypted, iterations] = told;
    const began = process.cpuUsage();
    expect(await outcome(aPkcs12File([aShroudedKey(iterations)], PASSWORD, { encrypted }))).toBe('pkcs12Iterations');
    const { user } = process.cpuUsage(began);
    expect(user / 1_000).toBeLessThan(500);
  });

  it.each([
    ['negative', Buffer.from('ff2dc6c0', 'hex')],
    ['none', 0n],
    ['few, but in four bytes', Buffer.from('00000800', 'hex')],
  ] as const)('with a number of iterations that nobody writes is refused: %s', async (_, iterations) => {
    for (const encrypted of [true, false])
      expect(await outcome(aPkcs12File([aShroudedKey(iterations)], PASSWORD, { encrypted }))).toBe('pkcs12Unreadable');
  });
});

type Made = Awaited<ReturnType<typeof makePaperRoot>>;

function pemIn({ material }: Made): string {
  if (!('certificatePem' in material)) throw new Error('no certificate');
  return material.certificatePem;
}

function keyIn({ secret }: Made): string {
  if (!('keyPem' in secret)) throw new Error('no key');
  return secret.keyPem;
}
