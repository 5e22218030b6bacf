import { createPrivateKey, sign } from 'node:crypto';
import fc from 'fast-check';
import { readCheckpoint, signCheckpoint } from '../../../../src/certifications/log/log/checkpoint.js';
import { entryText, readEntry } from '../../../../src/certifications/log/log/entry.js';
import { EMPTY_ROOT, leafHash } from '../../../../src/certifications/log/log/hashing.js';
import {
  type NoteSigner,
  readNote,
  readVerifierKey,
  signedBy,
  signNote,
  verifierKeyOf,
} from '../../../../src/certifications/log/log/note.js';
import {
  bundleOf,
  bundlePath,
  entriesIn,
  readBundlePath,
  readTilePath,
  tilesFor,
} from '../../../../src/certifications/log/log/tiles.js';
import { readTlogProof, writeTlogProof } from '../../../../src/certifications/log/log/tlog-proof.js';
import { inclusionPath } from '../../../../src/certifications/log/log/subtrees.js';

/** The key and the note that the reference implementation (Go's sumdb/note) documents. */
const VERIFIER = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
const SEED = Buffer.from('AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz', 'base64').subarray(1);
const TEXT = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
const SIGNED = `${TEXT}\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n`;
const peter = readVerifierKey(VERIFIER)!;
const privateKey = createPrivateKey({
  key: Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), SEED]),
  format: 'der',
  type: 'pkcs8',
});
const signer: NoteSigner = { ...peter, sign: (text) => sign(null, text, privateKey) };

describe('a signed note', () => {
  it('is signed, byte for byte, as the reference implementation signs it', () => {
    expect(signNote(TEXT, signer)).toBe(SIGNED);
    expect(verifierKeyOf(signer)).toBe(VERIFIER);
  });

  it('is known by the key that signed it, and by no other', () => {
    const note = readNote(SIGNED)!;
    expect(note.text).toBe(TEXT);
    expect(signedBy(note, [peter])).toBe(peter);
    expect(signedBy(note, [])).toBeNull();
    expect(signedBy(note, [{ name: 'PeterNeumann', publicKey: Buffer.alloc(32, 7) }])).toBeNull();
    expect(signedBy(note, [{ ...peter, name: 'EnochRoot' }])).toBeNull();
  });

  it('bears other people’s signatures as well, which do no harm', () => {
    const twice = `${SIGNED}— witness.example ${Buffer.alloc(76, 1).toString('base64')}\n`;
    expect(signedBy(readNote(twice)!, [peter])).toBe(peter);
    expect(readNote(twice)!.signatures).toHaveLength(2);
  });

  it('does not hold when one letter was changed, or a second signature of a known key is wrong', () => {
    expect(signedBy(readNote(SIGNED.replace('cryptography', 'cryptographY'))!, [peter])).toBeNull();
    const other = signNote('Something else.\n', signer).split('\n\n')[1]!;
    expect(signedBy(readNote(SIGNED + other)!, [peter])).toBeNull();
  });

  it.each([
    ['', 'nothing'],
    ['text only\n', 'no signature'],
    [SIGNED.slice(0, -1), 'no last line’s end'],
    [SIGNED.replace('— ', '- '), 'a hyphen for a dash'],
    [SIGNED.replace('\n—', '\r\n—'), 'a carriage return'],
    [`${TEXT}\n`, 'an empty list of signatures'],
    [`${TEXT}\n— PeterNeumann AAAA\n`, 'a signature too short'],
  ])('is not what this is: %#', (text, _why) => {
    expect(readNote(text)).toBeNull();
  });

  it.each([
    VERIFIER.replace('c74f20a3', 'c74f20a4'),
    VERIFIER.replace('Peter', 'Pater'),
    VERIFIER.slice(0, -4),
    VERIFIER.replace('+AR', '+BR'),
    'x+y+z',
    '',
  ])('is not checked with a key that is none: %s', (text) => expect(readVerifierKey(text)).toBeNull());
});

describe('a checkpoint', () => {
  it('says whose log it is, how long, and which', () => {
    const checkpoint = readCheckpoint(signCheckpoint({ size: 20852163, root: EMPTY_ROOT }, signer))!;
    expect(checkpoint).toMatchObject({ origin: 'PeterNeumann', size: 20852163, root: EMPTY_ROOT });
    expect(signedBy(checkpoint.note, [peter])).toBe(peter);
  });

  it.each(['PeterNeumann\n05\n', 'PeterNeumann\n-5\n', 'PeterNeumann\n\n', '\n5\n'])(
    'is not one with a head of %j',
    (head) => {
      expect(readCheckpoint(signNote(`${head}${EMPTY_ROOT.toString('base64')}\n`, signer))).toBeNull();
    },
  );

  it('is not one with half a hash', () => {
    expect(readCheckpoint(signNote('PeterNeumann\n5\nAAAA\n', signer))).toBeNull();
  });
});

describe('a tlog-proof', () => {
  const checkpoint = signCheckpoint({ size: 3, root: EMPTY_ROOT }, signer);
  const proof = { entry: Buffer.from('{"v":1}'), index: 2, path: [leafHash(Buffer.from('a'))], checkpoint };

  it('is written line by line as the format says', () => {
    const [title, extra, index, hash, empty, ...rest] = writeTlogProof(proof).split('\n');
    expect([title, extra, index, hash, empty]).toEqual([
      'c2sp.org/tlog-proof@v1',
      'extra eyJ2IjoxfQ==',
      'index 2',
      proof.path[0]!.toString('base64'),
      '',
    ]);
    expect(rest.join('\n')).toBe(checkpoint);
  });

  it('comes back as it was', () => {
    expect(readTlogProof(writeTlogProof(proof))).toEqual(proof);
    expect(readTlogProof(writeTlogProof({ ...proof, path: [] }))).toEqual({ ...proof, path: [] });
  });

  it.each([
    ['@v1', '@v2'],
    ['index 2', 'index 02'],
    ['index 2', 'at 2'],
    ['extra ', 'more '],
  ])('is not one with %s as %s', (was, is) => {
    expect(readTlogProof(writeTlogProof(proof).replace(was, is))).toBeNull();
  });
});

describe('an address of a tile', () => {
  it.each([
    ['0/000', { level: 0, index: 0, width: 256 }],
    ['0/x001/x234/067', { level: 0, index: 1234067, width: 256 }],
    ['2/000.p/1', { level: 2, index: 0, width: 1 }],
    ['63/x001/000.p/255', { level: 63, index: 1000, width: 255 }],
  ])('%s names one', (path, tile) => {
    expect(readTilePath(path)).toEqual(tile);
    expect(`${tile.level}/${bundlePath(tile)}`).toBe(path);
  });

  it.each([
    '64/000',
    '00/000',
    '-1/000',
    '0/0',
    '0/1000',
    '0/001/000',
    '0/x001',
    '0/x000/001',
    '0/000.p/0',
    '0/000.p/256',
    '0/000.p/01',
    '0/000.p/',
    '0/000.p/1.p/2',
    '0/',
    '',
    'entries/000',
    '0/000/',
  ])('%s names none', (path) => {
    expect(readTilePath(path)).toBeNull();
  });

  it('is read back from whatever it was written', () => {
    fc.assert(
      fc.property(fc.nat({ max: 2 ** 31 }), fc.integer({ min: 1, max: 256 }), (index, width) => {
        expect(readBundlePath(bundlePath({ index, width }))).toEqual({ index, width });
      }),
    );
  });

  it('is needed for a proof a handful of times, however large the log', () => {
    for (const index of [0, 1, 255, 256, 499_999, 999_998, 999_999])
      expect(tilesFor(inclusionPath(index, 1_000_000)).length).toBeLessThanOrEqual(6);
  });
});

describe('a bundle', () => {
  it('gives its entries back', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
          { maxLength: 20 },
        ),
        (entries) => {
          expect(entriesIn(bundleOf(entries))).toEqual(entries);
        },
      ),
    );
  });

  it('that breaks off is refused', () => {
    expect(() => entriesIn(bundleOf([Buffer.from('whole')]).subarray(0, -1))).toThrow(RangeError);
  });
});

describe('an entry', () => {
  const credentialHash = 'a'.repeat(64);
  const at = Date.UTC(2026, 2, 2, 1);

  it('is JSON in one spelling only, and tells nobody’s name', () => {
    expect(entryText({ kind: 'issue', credentialHash, at, forms: { png: 'c'.repeat(64), jwt: 'b'.repeat(64) } })).toBe(
      `{"credential":"${credentialHash}","event":"issue","forms":{"jwt":"${'b'.repeat(64)}","png":"${'c'.repeat(64)}"},"time":"2026-03-02T01:00:00.000Z","v":1}`,
    );
    expect(entryText({ kind: 'revoke', credentialHash, at, reason: '考核成绩经复核无效' })).not.toContain('考核');
  });

  it('is read back', () => {
    expect(readEntry(entryText({ kind: 'reissue', credentialHash, at, replacedBy: 'b'.repeat(64) }))).toEqual({
      credential: credentialHash,
      event: 'reissue',
      forms: {},
      record: null,
      reason: null,
      replacedBy: 'b'.repeat(64),
      at,
    });
  });

  it.each([
    '',
    '[]',
    'null',
    '{"v":1}',
    '{"credential":"short","event":"issue","time":"2026-03-02T01:00:00.000Z","v":1}',
    `{"credential":"${credentialHash}","event":"forget","time":"2026-03-02T01:00:00.000Z","v":1}`,
  ])('is not %s', (text) => expect(readEntry(text)).toBeNull());
});
