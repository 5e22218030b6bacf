import fc from 'fast-check';
import { checkFile } from '../../../../src/certifications/documents/credential/checks/check-file.js';
import { claimsOf, hasStatus } from '../../../../src/certifications/documents/credential/checks/read-claims.js';
import { aCredential, aLaxIssuer, anIssuer, OB3 } from '../../../builders/issuers.js';

type Json = Record<string, unknown>;

const CREDENTIALS = 'https://www.w3.org/2018/credentials#';
const DAY = 'http://www.w3.org/2001/XMLSchema#dateTime';
const BADGES = 'https://purl.imsglobal.org/spec/ob/v3p0';

const academy = anIssuer('academy.example');
const issuer = aLaxIssuer();
const person = (name: string): Json => ({
  type: 'IdentityObject',
  hashed: false,
  identityHash: name,
  identityType: 'name',
});
const subject = aCredential(issuer.did).credentialSubject as Json;
const STATUS = {
  id: 'https://badges.example/status/1#5',
  type: 'BitstringStatusListEntry',
  statusPurpose: 'revocation',
  statusListIndex: '5',
  statusListCredential: 'https://badges.example/status/1',
};
const full = (): Json =>
  aCredential(issuer.did, { validUntil: '2026-06-01T00:00:00Z', credentialStatus: structuredClone(STATUS) });

/** What the page would show of a file; `null`: it could not be checked. */
async function readingOf(credential: Json): Promise<object | null> {
  const file = await checkFile(Buffer.from(JSON.stringify(credential)), (await academy).keys);
  const isRead = (['format', 'whole', 'signature'] as const).every((step) =>
    file.checks.some((check) => check.step === step && check.outcome === 'ok'),
  );
  if (!isRead || !file.statement) return null;
  return { ...claimsOf({ ...file, credential: file.statement }), hasStatus: hasStatus(file.statement) };
}

const without = (one: Json, term: string): [unknown, Json] => [
  one[term],
  Object.fromEntries(Object.entries(one).filter(([key]) => key !== term)),
];

/** Another text of the same graph. */
type Rewriting = (credential: Json) => Json;

const rename =
  (term: string, value: (old: unknown) => unknown): Rewriting =>
  (credential) => {
    const [old, others] = without(credential, term);
    return old === undefined ? credential : { ...others, [CREDENTIALS + term]: value(old) };
  };
const nest =
  (term: string): Rewriting =>
  (credential) => {
    const [old, others] = without(credential, term);
    return old === undefined ? credential : { ...others, '@nest': { ...(others['@nest'] as object), [term]: old } };
  };
const change =
  (term: string, value: (old: unknown) => unknown): Rewriting =>
  (credential) =>
    credential[term] === undefined ? credential : { ...credential, [term]: value(credential[term]) };
const inSubject =
  (rewriting: Rewriting): Rewriting =>
  (credential) =>
    change('credentialSubject', (one) => (Array.isArray(one) ? one : rewriting(one as Json)))(credential);
const include =
  (term: string): Rewriting =>
  (credential) => {
    const [old, others] = without(credential, term);
    const included = [...((others['@included'] as object[] | undefined) ?? [])];
    return old === undefined
      ? credential
      : { ...others, '@included': [...included, { id: credential.id, type: credential.type, [term]: old }] };
  };
const split: Rewriting = (one) => {
  const [identifier, others] = without(one, 'identifier');
  return {
    ...others,
    achievement: [others.achievement, { id: (others.achievement as Json | undefined)?.id }],
    identifier,
  };
};
const typed = (value: unknown): unknown => (typeof value === 'string' ? { '@value': value, '@type': DAY } : value);
const listedTwice = (value: unknown): unknown => [[value], null];
const reversed = (value: unknown): unknown => (Array.isArray(value) ? value.toReversed() : value);

const REWRITINGS: Readonly<Record<string, Rewriting>> = {
  'the last day under its address': rename('validUntil', typed),
  'the first day under its address': rename('validFrom', typed),
  'the status under its address': rename('credentialStatus', (old) => old),
  'the subject under its address': rename('credentialSubject', (old) => old),
  'the last day nested': nest('validUntil'),
  'the status nested': nest('credentialStatus'),
  'the name nested': nest('name'),
  'the last day in an included node': include('validUntil'),
  'the status in an included node': include('credentialStatus'),
  'the last day in a list': change('validUntil', listedTwice),
  'the last day as a typed value': change('validUntil', typed),
  'the status in a list': change('credentialStatus', listedTwice),
  'the subject in a list': change('credentialSubject', listedTwice),
  'the subjects in another order': change('credentialSubject', reversed),
  'the holder’s name in a list': inSubject(change('identifier', (old) => [old, null])),
  'the holder’s identifiers in another order': inSubject(change('identifier', reversed)),
  'the achievement in two places': inSubject(split),
  'the achievement nested': inSubject(nest('achievement')),
  'the holder’s identifier nested': inSubject(nest('identifier')),
  'the name as a value': change('name', (old) => ({ '@value': old })),
  'the types in another order': change('type', reversed),
  'the id under its keyword': (credential) => {
    const [id, others] = without(credential, 'id');
    return id === undefined ? credential : { ...others, '@id': id };
  },
  'an empty set more': (credential) => ({ ...credential, evidence: [], validFrom: [credential.validFrom] }),
  'another order of members': (credential) => Object.fromEntries(Object.entries(credential).toReversed()),
};
const NAMES = Object.keys(REWRITINGS);

describe('a credential of another issuer, rewritten by its holder into other JSON of the same graph', () => {
  it.each(NAMES)('is read as it was signed, or not at all: %s', async (name) => {
    const signed = await issuer.sign(full());
    const original = await readingOf(signed);
    expect(original).toMatchObject({ recipient: '王芳', hasStatus: true, validUntil: Date.UTC(2026, 5, 1) });
    expect([original, null]).toContainEqual(await readingOf(REWRITINGS[name]!(signed)));
  });

  it.each([
    'the last day under its address',
    'the first day under its address',
    'the status under its address',
    'the last day nested',
    'the last day in an included node',
    'the holder’s identifiers in another order',
  ])('is read as it was signed: %s', async (name) => {
    const signed = await issuer.sign({
      ...full(),
      credentialSubject: { ...subject, identifier: [person('王芳'), person('李明')] },
    });
    expect(await readingOf(REWRITINGS[name]!(signed))).toEqual(await readingOf(signed));
  });

  it('is read alike after any rewritings, one after the other', async () => {
    const credentials = await Promise.all(
      [
        full(),
        aCredential(issuer.did),
        {
          ...full(),
          name: [
            { '@value': 'Cloud', '@language': 'en' },
            { '@value': '云', '@language': 'zh' },
          ],
        },
        { ...full(), credentialSubject: { ...subject, identifier: [person('王芳'), person('李明')] } },
        {
          ...full(),
          credentialSubject: [subject, { ...subject, id: 'urn:uuid:6b1a3a52-4444-4e5b-8f43-0d8f4f9d0004' }],
        },
      ].map((one) => issuer.sign(one)),
    );
    const steps = fc.array(fc.constantFrom(...NAMES), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...credentials), steps, async (signed, names) => {
        const rewritten = names.reduce((one, name) => REWRITINGS[name]!(one), signed);
        const reading = await readingOf(rewritten);
        if (reading !== null) expect(reading).toEqual(await readingOf(signed));
      }),
      { numRuns: 120 },
    );
  }, 120_000);

  it('could not be checked if it names two holders, whose order is not signed', async () => {
    const other = { ...subject, id: 'urn:uuid:6b1a3a52-4444-4e5b-8f43-0d8f4f9d0004', identifier: [person('李明')] };
    for (const credentialSubject of [
      [subject, other],
      [other, subject],
    ]) {
      const signed = await issuer.sign({ ...full(), credentialSubject });
      const { checks } = await checkFile(Buffer.from(JSON.stringify(signed)), (await academy).keys);
      expect(checks).toContainEqual({ step: 'whole', outcome: 'unknown', why: 'ambiguous' });
      expect(checks).toContainEqual({ step: 'signature', outcome: 'ok', why: null });
    }
  });

  it.each(['context-3.0.2.json', 'context-3.0.3.json'])('is read with the context %s', async (context) => {
    const signed = await issuer.sign(aCredential(issuer.did, { '@context': [OB3[0], `${BADGES}/${context}`] }));
    const expected = claimsOf({ credential: signed, issuerId: issuer.did });
    expect(expected).toMatchObject({ recipient: '王芳', achievement: '云计算管理员', issuerName: '泉城学院' });
    expect(await readingOf(signed)).toEqual({ ...expected, hasStatus: false });
  });

  it('is read with the contexts of the first data model', async () => {
    const unsigned = aCredential(issuer.did, {
      '@context': [
        'https://www.w3.org/2018/credentials/v1',
        `${BADGES}/context-3.0.1.json`,
        'https://w3id.org/security/data-integrity/v2',
      ],
      issuanceDate: '2026-01-01T00:00:00Z',
      expirationDate: '2026-06-01T00:00:00Z',
    });
    const signed = await issuer.sign(without(unsigned, 'validFrom')[1]);
    const expected = claimsOf({ credential: signed, issuerId: issuer.did });
    expect(expected).toMatchObject({
      recipient: '王芳',
      achievement: '云计算管理员',
      validUntil: Date.UTC(2026, 5, 1),
    });
    expect(await readingOf(signed)).toEqual({ ...expected, hasStatus: false });
  });
});

describe('a token of another issuer', () => {
  it.each<[string, Json]>([
    ['its last day under its address', { [`${CREDENTIALS}validUntil`]: '2026-06-01T00:00:00Z' }],
    ['members that are nested', { '@nest': { validUntil: '2026-06-01T00:00:00Z' } }],
    ['two last days', { validUntil: ['2026-06-01T00:00:00Z', '2027-06-01T00:00:00Z'] }],
    ['a last day that is no day', { validUntil: 'never' }],
    ['two holders', { credentialSubject: [subject, subject] }],
  ])('could not be checked with %s', async (_, changes) => {
    const other = await anIssuer('other.example');
    const token = await other.jwt(aCredential('https://other.example', changes));
    const { checks } = await checkFile(Buffer.from(token), (await academy).keys);
    expect(checks).toContainEqual({ step: 'whole', outcome: 'unknown', why: 'ambiguous' });
  });
});
