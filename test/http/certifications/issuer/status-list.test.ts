import { GenuineKeys, IssuerKeys } from '../../../../src/certifications/index.js';
import { RotateIssuerKey } from '../../../../src/certifications/issuer/actions/rotate-issuer-key.js';
import { StatusLists } from '../../../../src/certifications/issuer/actions/status-lists.js';
import { isListSigned } from '../../../../src/certifications/documents/credential/list-signature.js';
import { bitOf, encodeBits } from '../../../../src/certifications/documents/credential/status-list.js';
import { allIssuerKeys } from '../../../../src/certifications/issuer/data/issuer-keys.js';
import { ReadDatabase, SYSTEM, Ticker } from '../../../../src/platform/index.js';
import { TestAcademy } from '../../../support/app.js';
import { certificateSteps } from '../certificate-steps.js';
import { placeOf } from '../documents/sealed.js';

interface List {
  readonly id: string;
  readonly issuer: string;
  readonly validFrom: string;
  readonly validUntil: string;
  readonly credentialSubject: { readonly encodedList: string; readonly statusPurpose: string };
  readonly proof: readonly { readonly verificationMethod: string }[];
}

const A_DAY = 86_400_000;
let academy: TestAcademy;
const { one, revoke } = certificateSteps(() => academy);

beforeAll(async () => {
  academy = await TestAcademy.open();
});
afterAll(() => academy.close());

async function served(list: number): Promise<{ text: string; list: List }> {
  const answer = await academy.client().get(`/status/${list}`);
  expect([answer.status, answer.headers['access-control-allow-origin'], answer.headers['cache-control']]).toEqual([
    200,
    '*',
    'public, max-age=300',
  ]);
  return { text: answer.text, list: JSON.parse(answer.text) as List };
}

const bit = ({ list }: { list: List }, index: number): boolean | null =>
  bitOf(list.credentialSubject.encodedList, index);

test('a revoked certificate’s bit is set at once, and no other', async () => {
  const [kept, ended] = [await one('刘洋', null), await one('孙丽', null)];
  const [here, there] = [await placeOf(academy, kept.row.id), await placeOf(academy, ended.row.id)];
  const before = await served(1);
  expect([bit(before, here.index), bit(before, there.index)]).toEqual([false, false]);
  await revoke(ended.row);
  const after = await served(1);
  expect([bit(after, here.index), bit(after, there.index), bit(after, 131_072)]).toEqual([false, true, null]);
  expect(after.list).toMatchObject({
    id: 'http://academy.example/status/1',
    issuer: 'did:web:academy.example',
    credentialSubject: { statusPurpose: 'revocation' },
  });
});

test('unchanged, it is the same bytes for a day, then signed anew; it never outlives two', async () => {
  await placeOf(academy, (await one('高翔', null)).row.id);
  const first = await served(1);
  academy.clock.moveTo(academy.clock.now() + A_DAY - 1);
  expect((await served(1)).text).toBe(first.text);
  academy.clock.moveTo(academy.clock.now() + 1);
  const next = await served(1);
  expect(next.text).not.toBe(first.text);
  expect(Date.parse(next.list.validUntil) - Date.parse(next.list.validFrom)).toBe(2 * A_DAY);
  expect(next.list.validFrom < first.list.validUntil).toBe(true);
});

test('the hourly upkeep signs what has grown old though nobody asks', async () => {
  await placeOf(academy, (await one('何静', null)).row.id);
  await served(1);
  academy.clock.moveTo(academy.clock.now() + A_DAY);
  await academy.app.get(Ticker).runNow('issuer');
  const text = await academy.app.get(StatusLists).text(1);
  expect((JSON.parse(text ?? '') as List).validFrom).toBe(
    new Date(academy.clock.now()).toISOString().replace('.000Z', 'Z'),
  );
});

test('after a rotation the new key vouches for the list', async () => {
  await placeOf(academy, (await one('罗刚', null)).row.id);
  const before = await served(1);
  const keys = await allIssuerKeys((query) => academy.app.get(ReadDatabase).query(query));
  await academy.app
    .get(RotateIssuerKey)
    .execute(SYSTEM, keys.find(({ kind, state }) => kind === 'assertion' && state === 'active')!.id);
  const after = await served(1);
  expect(after.list.proof[0]!.verificationMethod).toBe((await academy.app.get(IssuerKeys).ready()).assertion.id);
  expect(after.list.proof[0]!.verificationMethod).not.toBe(before.list.proof[0]!.verificationMethod);
});

test.each<[string, (list: Record<string, unknown>) => unknown]>([
  ['without its signature', ({ proof: _proof, ...list }) => list],
  ['with a later end', (list) => ({ ...list, validUntil: '2099-01-01T00:00:00Z' })],
  ['in another’s name', (list) => ({ ...list, issuer: 'did:web:other.example' })],
  ['as no list at all', () => 'nothing'],
])('a list that somebody has put into the database %s is never served: it is signed anew', async (_, altered) => {
  const { row } = await one('方舟', null);
  const { index } = await placeOf(academy, row.id);
  await revoke(row);
  const genuine = await served(1);
  const text = JSON.stringify(altered(JSON.parse(genuine.text) as Record<string, unknown>));
  await academy.connections.write.query(`UPDATE status_list SET text = '${text}' WHERE list = 1`);
  // A process that has not read the list before.
  await academy.restart();
  const now = await served(1);
  expect(now.text).not.toBe(text);
  const keys = await academy.app.get(GenuineKeys).publicKeys();
  expect(await isListSigned(now.text, keys, academy.clock.now())).toBe(true);
  expect([now.list.issuer, bit(now, index)]).toEqual(['did:web:academy.example', true]);
  const [stored] = await academy.connections.write.query<{ text: string }[]>(
    'SELECT text FROM status_list WHERE list = 1',
  );
  expect(stored!.text).toBe(now.text);
});

test('a list that does not exist is not found, whatever it is called', async () => {
  for (const name of ['999', '0', '-1', '1e1', 'one', '99999999'])
    expect((await academy.client().get(`/status/${name}`)).status).toBe(404);
});

test('bits that cannot be read are no answer', () => {
  expect(bitOf('u', 0)).toBeNull();
  expect(bitOf('unot gzip', 0)).toBeNull();
  expect(bitOf(encodeBits([0]), 0)).toBe(true);
  expect([bitOf(encodeBits([]), -1), bitOf(encodeBits([]), 1.5)]).toEqual([null, null]);
});
