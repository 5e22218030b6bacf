/** @database SQLite: what is refused are bytes, before any query. */
import fc from 'fast-check';
import canonicalize from 'canonicalize';
import { type Verification, VerifyCertificate } from '../../../../src/certifications/index.js';
import { aCredential, anIssuer, type Issuer } from '../../../builders/issuers.js';
import { aPicture, bakedChunk } from '../../../builders/pictures.js';
import { TestAcademy } from '../../../support/app.js';
import { type Documents, documentsOf } from '../sealed.js';
import { type Row, certificateSteps } from '../certificate-steps.js';

type Forms = keyof Documents;
type Json = Record<string, unknown>;
const FORMS: readonly Forms[] = ['json', 'jwt', 'png', 'pdf'];
const jcs = canonicalize as unknown as (value: unknown) => string | undefined;

describe('any file', () => {
  let academy: TestAcademy;
  let row: Row;
  let files: Documents;
  let self: Issuer;
  let other: Issuer;
  const { one } = certificateSteps(() => academy);

  beforeAll(async () => {
    academy = await TestAcademy.open();
    ({ row } = await one('王芳', 'Wang Fang'));
    files = await documentsOf(academy, row);
    [self, other] = await Promise.all([anIssuer(null), anIssuer('other.example')]);
  });
  afterAll(() => academy.close());

  const verified = (bytes: Buffer): Promise<Verification> => academy.app.get(VerifyCertificate).byFile(bytes);
  /** Valid is the sealed file alone, or JSON that is the sealed JSON in other white space, order or escapes. */
  const isIssued = (bytes: Buffer): boolean => {
    if (FORMS.some((form) => files[form].equals(bytes))) return true;
    try {
      return jcs(JSON.parse(bytes.toString())) === jcs(JSON.parse(files.json.toString()));
    } catch {
      return false;
    }
  };
  const justly = async (bytes: Buffer): Promise<void> => {
    const { verdict, certificate } = await verified(bytes);
    expect([verdict === 'valid', certificate?.id ?? null]).toEqual(isIssued(bytes) ? [true, row.id] : [false, null]);
  };

  it('is valid only as it was issued: bytes changed, cut, doubled or added', async () => {
    const change = fc.record({
      form: fc.constantFrom(...FORMS),
      how: fc.constantFrom('flip', 'cut', 'double', 'insert', 'append', 'none'),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      more: fc.uint8Array({ minLength: 1, maxLength: 6 }),
    });
    const made = ({ form, how, at, more }: { form: Forms; how: string; at: number; more: Uint8Array }): Buffer => {
      const bytes = files[form];
      const place = Math.floor(at * (bytes.length - 1));
      const [before, behind] = [bytes.subarray(0, place), bytes.subarray(place)];
      if (how === 'cut') return Buffer.from(before);
      if (how === 'double') return Buffer.concat([before, bytes.subarray(place, place + 200), behind]);
      if (how === 'insert') return Buffer.concat([before, more, behind]);
      if (how === 'append') return Buffer.concat([bytes, more]);
      const copy = Buffer.from(bytes);
      if (how === 'flip') copy[place] = copy[place]! ^ (more[0]! || 1);
      return copy;
    };
    await fc.assert(
      fc.asyncProperty(change, async (one) => {
        // White space around a token is what an editor or an email adds.
        const bytes = made(one);
        if (one.form === 'jwt' && bytes.toString('utf8').trim() === files.jwt.toString('utf8').trim()) return;
        await justly(bytes);
      }),
      { numRuns: 150 },
    );
  });

  it('is valid only as it was issued: another value, key or order somewhere inside the credential', async () => {
    const paths = (value: unknown, path: readonly (string | number)[] = []): (readonly (string | number)[])[] =>
      typeof value !== 'object' || value === null
        ? [path]
        : [
            path,
            ...Object.entries(value).flatMap(([key, inner]) =>
              paths(inner, [...path, Array.isArray(value) ? Number(key) : key]),
            ),
          ];
    const genuine = JSON.parse(files.json.toString()) as Json;
    const places = paths(genuine).filter(({ length }) => length > 0);
    const change = fc.record({
      place: fc.constantFrom(...places),
      how: fc.constantFrom('set', 'remove', 'wrap', 'reverse', 'sibling'),
      value: fc.oneof(fc.string(), fc.constant('王伟'), fc.constant(null), fc.integer()),
    });
    await fc.assert(
      fc.asyncProperty(change, async ({ place, how, value }) => {
        const copy = structuredClone(genuine);
        const holder = place
          .slice(0, -1)
          .reduce<Record<string | number, unknown>>(
            (inside, key) => inside[key] as Record<string | number, unknown>,
            copy,
          );
        const last = place.at(-1)!;
        if (how === 'set') holder[last] = value;
        else if (how === 'remove' && Array.isArray(holder)) holder.splice(Number(last), 1);
        else if (how === 'remove') Reflect.deleteProperty(holder, last);
        else if (how === 'wrap') holder[last] = [holder[last]];
        else if (how === 'sibling') holder[Array.isArray(holder) ? holder.length : `${String(last)}2`] = value;
        else if (Array.isArray(holder)) holder.reverse();
        await justly(Buffer.from(JSON.stringify(copy)));
      }),
      { numRuns: 120 },
    );
  });

  it('that others signed is never valid, whatever of the genuine one it copies', async () => {
    const genuine = JSON.parse(files.json.toString()) as Json;
    const parts = [
      'id',
      'name',
      'description',
      'validFrom',
      'validUntil',
      'awardedDate',
      'credentialSubject',
      'evidence',
      'credentialStatus',
    ].filter((part) => genuine[part] !== undefined);
    const seen = new Set<string>();
    const change = fc.record({
      copied: fc.subarray(parts),
      byName: fc.boolean(),
      form: fc.constantFrom('json', 'jwt', 'png', 'pdf'),
      issuer: fc.constantFrom('self', 'other', 'academy'),
      signer: fc.constantFrom('self', 'other'),
    });
    await fc.assert(
      fc.asyncProperty(change, async ({ copied, byName, form, issuer, signer }) => {
        const by = signer === 'self' ? self : other;
        const name = genuine.issuer as { id: string; name: string };
        const did = issuer === 'academy' ? name.id : issuer === 'self' ? self.did : other.did;
        const credential = aCredential(did, {
          ...Object.fromEntries(copied.map((part) => [part, genuine[part]])),
          issuer: { id: did, type: ['Profile'], name: byName ? name.name : 'Riverside Evening School' },
        });
        const text = form === 'jwt' ? await by.jwt(credential) : JSON.stringify(await by.sign(credential));
        const bytes =
          form === 'png' ? aPicture(bakedChunk(text)) : form === 'pdf' ? await by.pdf(text) : Buffer.from(text);
        const { verdict, certificate, checks } = await verified(bytes);
        seen.add(verdict);
        expect(['foreign', 'couldNotCheck', 'invalid']).toContain(verdict);
        expect(certificate).toBeNull();
        const claims = checks.some(({ step, outcome }) => step === 'claims' && outcome === 'failed');
        if (verdict !== 'invalid')
          expect(claims).toBe(
            byName ||
              copied.includes('id') ||
              copied.includes('credentialSubject') ||
              (copied.includes('name') && JSON.stringify(genuine.name).includes('济南信息技术学院')),
          );
      }),
      {
        numRuns: 60,
        examples: [
          [{ copied: [], byName: false, form: 'json', issuer: 'self', signer: 'self' }],
          [{ copied: parts, byName: true, form: 'png', issuer: 'academy', signer: 'other' }],
        ],
      },
    );
    expect([...seen]).toEqual(expect.arrayContaining(['foreign', 'invalid']));
  });
});
