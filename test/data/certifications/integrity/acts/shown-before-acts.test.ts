import sql, { type Sql } from 'sql-template-tag';
import { BeginBatch, BeginIssuance } from '../../../../../src/certifications/index.js';
import { isRefused, Jobs, ReadDatabase } from '../../../../../src/platform/index.js';
import { certificateSteps, type Row, seenIn } from '../../../../http/certifications/certificate-steps.js';
import { graduates } from '../../../../http/certifications/graduates.js';
import { TEST_START, TestAcademy } from '../../../../support/app.js';
import { disableTriggers } from '../../../../support/behind-the-back.js';
import { DATABASE } from '../../../../support/database.js';
import { person, signedIn } from '../../../../support/people.js';
import { type Answer, type WebClient, wordsOf } from '../../../../support/web-client.js';

const A_DAY = 24 * 3600_000;
const MALLORY = 'mallory@evil.example';
const REVOCATION = { reasonClass: 'misconduct', reason: '考试作弊' } as const;
const CORRECTION = { name: '更名', latinName: '', reasonClass: 'nameChanged', reason: '改名' } as const;
const STALE = '有变动，所以没有办理';

describe(`what a page shows before an act, in a database that somebody writes into, on ${DATABASE}`, () => {
  let academy: TestAcademy;
  let office: WebClient;
  let giveBack: () => Promise<void>;
  const { certificatesOf, issue } = certificateSteps(() => academy);
  const all = <T>(query: Sql): Promise<T[]> => academy.app.get(ReadDatabase).query<T>(query);
  const write = (text: string): Promise<unknown> => academy.connections.write.query(text);
  const certified = async (...names: string[]): Promise<Row[]> => {
    academy.clock.moveTo(TEST_START);
    const scenario = await graduates(academy, { names: names.map((name) => ({ name })), validMonths: 12 });
    await issue(scenario);
    academy.clock.moveTo(TEST_START + 340 * A_DAY);
    office = await signedIn(academy, 'administrator');
    return certificatesOf(scenario);
  };
  const isLeft = async (rows: readonly Row[]): Promise<void> => {
    await academy.app.get(Jobs).finish();
    const now = await all<{ id: string; state: string; after: string | null }>(sql`
      SELECT k.id AS "id", k.state AS "state", k.supersedes_id AS "after" FROM certificate k`);
    for (const { id } of rows) {
      expect(now.find((one) => one.id === id)?.state).toBe('valid');
      expect(now.some(({ after }) => after === id)).toBe(false);
    }
  };
  /** Puts what is printed on one row onto the other for as long as `meanwhile` takes. */
  const exchanged = async <T>(one: Row, other: Row, meanwhile: () => Promise<T>): Promise<T> => {
    const columns = ['number', 'number_key', 'token', 'recipient_name', 'facts'].join(', ');
    const [first, second] = await Promise.all(
      [one, other].map(
        async ({ id }) => (await write(`SELECT ${columns} FROM certificate WHERE id = '${id}'`)) as object[],
      ),
    );
    const put = async ({ id }: Row, values: object | undefined): Promise<unknown> =>
      write(
        `UPDATE certificate SET ${Object.entries(values ?? {})
          .map(([column, value]) => `${column} = '${String(value)}'`)
          .join(', ')} WHERE id = '${id}'`,
      );
    const free = { number: 'X', number_key: 'X', token: 'X' };
    await put(one, free);
    await put(other, first![0]);
    await put(one, second![0]);
    try {
      return await meanwhile();
    } finally {
      await put(one, free);
      await put(other, second![0]);
      await put(one, first![0]);
    }
  };
  const addressed = async (row: Row, email: string): Promise<unknown> =>
    write(`UPDATE trainee SET email = '${email}', account_id = NULL
      WHERE id = (SELECT trainee_id FROM certificate WHERE id = '${row.id}')`);
  const bulk = (kind: string, rows: readonly Row[]): string =>
    `/office/certificates/${kind}?${rows.map(({ id }) => `id=${id}`).join('&')}`;
  const stale = (answer: Answer): void =>
    expect([answer.status, wordsOf(answer.text)]).toEqual([422, expect.stringContaining(STALE) as string]);

  beforeAll(async () => {
    academy = await TestAcademy.open();
    giveBack = await disableTriggers(academy, ['certificate']);
  }, 60_000);
  afterEach(() => academy.takeErrors());
  afterAll(async () => {
    await giveBack();
    await academy.close();
  });

  it.each(['revocations', 'renewals'])('bulk %s offer no certificate whose row was altered', async (kind) => {
    const rows = await certified('无辜', '作弊');
    const [innocent, guilty] = rows as [Row, Row];
    const preview = await exchanged(innocent, guilty, () => office.get(bulk(kind, [innocent])));
    const words = wordsOf(preview.text);
    expect(words).toContain('不能办理的 1 份');
    expect(words).toContain('未能核对');
    expect(words).not.toContain('作弊');
    const sent = { ids: innocent.id, seen: seenIn(preview.text), ...REVOCATION };
    stale(await office.post(`/office/certificates/${kind}`, sent));
    await isLeft(rows);
  });

  it.each(['revocations', 'renewals'])('bulk %s do only what was shown', async (kind) => {
    const rows = await certified('甲一', '乙一');
    const [first, second] = rows as [Row, Row];
    const seen = seenIn((await office.get(bulk(kind, [second]))).text);
    stale(await office.post(`/office/certificates/${kind}`, { ids: first.id, seen, ...REVOCATION }));
    stale(await office.post(`/office/certificates/${kind}`, { ids: first.id, ...REVOCATION }));
    const sent = { ids: second.id, seen, ...REVOCATION };
    stale(await exchanged(first, second, () => office.post(`/office/certificates/${kind}`, sent)));
    await isLeft(rows);
    expect((await office.post(`/office/certificates/${kind}`, sent)).status).toBe(303);
  });

  it.each([
    ['revocation', REVOCATION],
    ['replacement', CORRECTION],
    ['renewal', {}],
  ] as const)('a %s is only of the certificate that was shown', async (act, fields) => {
    const rows = await certified('无辜二', '作弊二');
    const [innocent, guilty] = rows as [Row, Row];
    const path = `/office/certificates/${innocent.id}/${act}`;
    const shown = await exchanged(innocent, guilty, () => office.get(path));
    stale(await office.post(path, { seen: seenIn(shown.text), ...fields }));
    stale(await office.post(path, fields));
    await isLeft(rows);
    expect((await office.post(path, fields, path)).status).toBe(303);
  });

  it.each([
    ['replacement', CORRECTION],
    ['renewal', {}],
  ] as const)('a %s names no address but the one that was shown', async (act, fields) => {
    const [row] = (await certified('有址')) as [Row];
    const path = `/office/certificates/${row.id}/${act}`;
    const shown = await office.get(path);
    expect(shown.text).toMatch(/通知会发到 [^ ]+@/);
    await addressed(row, MALLORY);
    const answer = await office.post(path, { seen: seenIn(shown.text), ...fields });
    stale(answer);
    expect(wordsOf(answer.text)).toContain(MALLORY);
    await isLeft([row]);
    expect((await office.post(path, { seen: seenIn(answer.text), ...fields })).status).toBe(303);
  });

  it('a renewal, alone or in bulk, has no last day but the one that was shown', async () => {
    const rows = await certified('有期', '有限');
    const [row] = rows as [Row, Row];
    const counted = (months: number): Promise<unknown> =>
      write(`UPDATE achievement SET valid_months = ${months} WHERE id =
        (SELECT achievement_id FROM certificate WHERE id = '${row.id}')`);
    const page = `/office/certificates/${row.id}/renewal`;
    const seen = seenIn((await office.get(page)).text);
    const bulkSeen = seenIn((await office.get(bulk('renewals', rows))).text);
    await counted(120);
    stale(await office.post(page, { seen }));
    const ids = rows.map(({ id }) => id).join(',');
    stale(await office.post('/office/certificates/renewals', { ids, seen: bulkSeen }));
    await counted(12);
    const chosen = { kind: 'renewal', ids: ids.split(','), revocation: null } as const;
    const begun = await academy.app.get(BeginBatch).execute(await person(academy, 'administrator'), chosen);
    if (isRefused(begun)) throw new Error(begun.reasons[0]!.code);
    await counted(120);
    await isLeft(rows);
  });

  it('bulk renewals name no address but those that were shown, also after they have begun', async () => {
    const rows = await certified('丙三', '丁三');
    const path = bulk('renewals', rows);
    const shown = await office.get(path);
    expect(wordsOf(shown.text)).not.toContain(MALLORY);
    const [, ids] = /name="ids" value="([^"]*)"/.exec(shown.text) ?? [];
    await addressed(rows[0]!, MALLORY);
    stale(await office.post('/office/certificates/renewals', { ids: ids!, seen: seenIn(shown.text) }));
    await isLeft(rows);
    expect(wordsOf((await office.get(path)).text)).toContain(MALLORY);
    const chosen = { kind: 'renewal', ids: rows.map(({ id }) => id), revocation: null } as const;
    const begun = await academy.app.get(BeginBatch).execute(await person(academy, 'administrator'), chosen);
    if (isRefused(begun)) throw new Error(begun.reasons[0]!.code);
    await addressed(rows[1]!, MALLORY);
    await academy.app.get(Jobs).finish();
    const items = await all<{ id: string; state: string; refusals: string | null }>(sql`
      SELECT certificate_id AS "id", state AS "state", refusals AS "refusals" FROM certificate_batch_item
      WHERE batch_id = ${begun.id} ORDER BY place`);
    expect(items).toMatchObject([{ state: 'done' }, { state: 'refused' }]);
    expect(items[1]!.refusals).toContain('changedSinceShown');
  });

  it('an issue names no address but those that were shown when it began', async () => {
    academy.clock.moveTo(TEST_START);
    const scenario = await graduates(academy, { names: [{ name: '戊四' }, { name: '己四' }] });
    await academy.app.get(BeginIssuance).execute(await person(academy, 'coordinator'), scenario.cohort.code);
    await write(
      `UPDATE trainee SET email = '${MALLORY}', account_id = NULL WHERE id = '${scenario.trainees[0]!.traineeId}'`,
    );
    await academy.app.get(Jobs).finish();
    expect((await certificatesOf(scenario)).map(({ facts }) => /戊四|己四/.exec(facts)?.[0])).toEqual(['己四']);
    const [refused] = await all<{ reasons: string }>(
      sql`SELECT reasons AS "reasons" FROM issuance_item WHERE state = 'refused'`,
    );
    expect(refused?.reasons).toContain('addressChangedMeanwhile');
  });
});
