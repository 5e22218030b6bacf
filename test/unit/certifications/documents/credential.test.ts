import { credentialOf } from '../../../../src/certifications/documents/credential/credential.js';
import {
  credentialHash,
  jwtOf,
  signCredential,
  UnsoundCredential,
} from '../../../../src/certifications/documents/credential/signing.js';
import { ISSUED_AT, issuerAt, MAKING, PLAIN, PUBLIC_URL, RICH } from '../../../builders/credentials.js';

const { ring } = issuerAt(PUBLIC_URL);

test('every fact of the certificate stands in its credential', () => {
  const text = JSON.stringify(credentialOf(RICH, MAKING));
  const said = [
    RICH.number,
    '欧阳晓彤',
    'Ouyang Xiaotong',
    '云平台管理',
    'Cloud Administration',
    '出勤八成以上',
    'CLOUD-ADMIN',
    '虚拟网络',
    'Identity',
    'associate',
    '云管理员',
    '48 学时',
    'AZ-104-26-01',
    '济南信息技术学院',
    'Jinan IT Academy',
    '结业证书',
    '完成课程',
    '周敏（院长）',
    'Zhou Min (Dean)',
    '期末考核',
    '96 %',
    '2026-03-02T00:00:00+08:00',
    '2029-03-01T23:59:59+08:00',
    '2026-01-05',
  ];
  for (const fact of said) expect(text).toContain(fact);
});

test('names are its only words about the person, and nothing is hashed: addresses can be guessed', () => {
  const { credentialSubject } = credentialOf(RICH, MAKING) as { credentialSubject: { identifier: object[] } };
  expect(credentialSubject.identifier).toEqual(
    [RICH.recipient.name, RICH.recipient.latinName].map((name) => ({
      type: 'IdentityObject',
      hashed: false,
      identityHash: name,
      identityType: 'name',
    })),
  );
});

test('a certificate without a last day does not expire, and says nothing that it does not know', () => {
  const text = JSON.stringify(credentialOf(PLAIN, MAKING));
  for (const silent of ['validUntil', 'result', 'tag', 'official', 'version":', 'null', 'undefined'])
    expect(text).not.toContain(silent);
});

test('what is signed has the schema’s shape and is the same text each time', async () => {
  const text = await signCredential(credentialOf(RICH, MAKING), ring.assertion, ISSUED_AT);
  const signed = JSON.parse(text) as { proof: { verificationMethod: string; created: string; cryptosuite: string }[] };
  expect(signed.proof).toEqual([
    expect.objectContaining({
      cryptosuite: 'eddsa-rdfc-2022',
      verificationMethod: ring.assertion.id,
      created: '2026-03-02T01:00:00Z',
    }),
  ]);
  expect(await signCredential(credentialOf(RICH, MAKING), ring.assertion, ISSUED_AT)).toBe(text);
  expect(credentialHash(JSON.stringify(Object.fromEntries(Object.entries(signed).reverse())))).toBe(
    credentialHash(text),
  );
});

test('a credential that breaks the schema, or says what no context defines, is never let out', async () => {
  await expect(
    signCredential(
      { ...credentialOf(RICH, MAKING), credentialSubject: { type: ['AchievementSubject'], id: 'urn:uuid:1' } },
      ring.assertion,
      ISSUED_AT,
    ),
  ).rejects.toThrow(UnsoundCredential);
  await expect(
    signCredential({ ...credentialOf(RICH, MAKING), favouriteColour: 'teal' }, ring.assertion, ISSUED_AT),
  ).rejects.toThrow();
});

test('a key that does not fit its name is noticed before anything is stored', async () => {
  const other = issuerAt(PUBLIC_URL).ring.assertion;
  await expect(
    signCredential(credentialOf(RICH, MAKING), { ...ring.assertion, privateJwk: other.privateJwk }, ISSUED_AT),
  ).rejects.toThrow(UnsoundCredential);
});

test('the JWT carries the same facts, and names the key in the issuer’s document', async () => {
  const [header, payload] = (await jwtOf(credentialOf(RICH, MAKING), ring.jwt))
    .split('.')
    .slice(0, 2)
    .map((part) => JSON.parse(Buffer.from(part, 'base64url').toString()) as object);
  expect(header).toEqual({ alg: 'ES256', kid: ring.jwt.id, typ: 'JWT' });
  expect(payload).toMatchObject({
    ...credentialOf(RICH, MAKING),
    iss: 'did:web:academy.example',
    jti: 'https://academy.example/c/AbCdEf0123456789_-abcdefghi',
    nbf: ISSUED_AT / 1000,
  });
});
