import { compactVerify, importJWK, type JWK } from 'jose';
import sql from 'sql-template-tag';
import { RETENTION_TASK } from '../../../../src/certifications/verification/actions/remove-expired-traces.js';
import { CertificateView } from '../../../../src/certifications/register/data/certificate-view.entity.js';
import { Jobs, newId, ReadDatabase, Ticker, xlsxOf } from '../../../../src/platform/index.js';
import { anEmployer } from '../../../builders/employers.js';
import { TEST_START, TestAcademy } from '../../../support/app.js';
import { signedIn } from '../../../support/people.js';
import { type WebClient, wordsOf } from '../../../support/web-client.js';
import { certificateSteps } from '../certificate-steps.js';
import { startedList } from './started-list.js';

const A_DAY = 24 * 3600_000;

describe('traces of people', () => {
  let academy: TestAcademy;
  beforeAll(async () => {
    academy = await TestAcademy.open();
  });
  beforeEach(() => academy.clock.moveTo(TEST_START));
  afterAll(() => academy.close());
  const { one } = certificateSteps(() => academy);

  const rows = <Row>(query: ReturnType<typeof sql>): Promise<Row[]> => academy.app.get(ReadDatabase).query<Row>(query);
  const told = async () =>
    (
      await rows<{ detail: string }>(
        sql`SELECT detail AS "detail" FROM audit_entry WHERE act = 'traces.removed' ORDER BY id`,
      )
    ).map(({ detail }) => JSON.parse(detail) as Record<string, number>);
  /** Runs the daily task so many days after the story began, and answers the lines that it left. */
  const after = async (days: number, milliseconds = 0): Promise<Record<string, number>[]> => {
    const before = (await told()).length;
    academy.clock.moveTo(TEST_START + days * A_DAY + milliseconds);
    await academy.app.get(Ticker).runNow(RETENTION_TASK);
    return (await told()).slice(before);
  };
  const send = async (browser: WebClient, asked: readonly string[][]): Promise<string> => {
    const location = await startedList(browser, await xlsxOf(['证书编号', '姓名'], asked));
    await academy.app.get(Jobs).finish();
    return location;
  };
  const recordsOf = (employerId: string) =>
    rows<{ certificateId: string | null; batchId: string | null }>(sql`
    SELECT certificate_id AS "certificateId", batch_id AS "batchId" FROM verification_record WHERE employer_id = ${employerId} ORDER BY id`);

  it('of a look stay for a year, and not a day longer; later ones stay', async () => {
    const { scenario, row } = await one('李时', null);
    const look = () => academy.client().post('/verify', { number: row.number, name: '李时' }, '/verify');
    const looks = () =>
      rows<{ at: number }>(sql`SELECT at AS "at" FROM certificate_view WHERE certificate_id = ${row.id}`);
    await look();
    academy.clock.moveTo(TEST_START + 10 * A_DAY);
    await look();
    await after(365);
    expect(await looks()).toHaveLength(2);
    expect(await after(365, 1)).toEqual([expect.objectContaining({ looks: 1 })]);
    expect((await looks()).map(({ at }) => Number(at))).toEqual([TEST_START + 10 * A_DAY]);
    const own = wordsOf(
      (await (await signedIn(academy, scenario.trainees[0]!)).get(`/my/certificates/${row.id}`)).text,
    );
    expect(own).toContain('查看保留 365 天');
    expect(await after(365, 2)).toEqual([]);
  });

  it('of a list go as a whole: until then its signed answer is the same bytes, and a kept one is checked without it', async () => {
    const [{ scenario, row }, employer] = [await one('宋应', null), await anEmployer(academy)];
    const path = await send(await signedIn(academy, employer.contact), [
      [row.number, '宋应'],
      [row.number, '路人甲'],
      ['JNIT-1', '路人乙'],
    ]);
    const answer = async () => (await signedIn(academy, employer.contact)).get(`${path}/answer.jws`);
    const kept = await answer();
    expect(wordsOf((await (await signedIn(academy, employer.contact)).get(path)).text)).toContain('保留到2027年3月2日');
    await after(365);
    expect((await answer()).bytes.equals(kept.bytes)).toBe(true);
    expect(await recordsOf(employer.id)).toHaveLength(3);
    expect(await after(366)).toEqual([expect.objectContaining({ lists: 1 })]);
    for (const gone of [path, `${path}/answer.jws`, `${path}/result.csv`])
      expect((await (await signedIn(academy, employer.contact)).get(gone)).status).toBe(404);
    expect(await recordsOf(employer.id)).toEqual([{ certificateId: row.id, batchId: null }]);
    expect(JSON.stringify(await rows(sql`SELECT * FROM verification_batch`))).not.toContain('路人');
    const did = JSON.parse((await academy.client().get('/.well-known/did.json')).text) as {
      verificationMethod: { id: string; publicKeyJwk?: JWK }[];
    };
    const key = did.verificationMethod.find(({ publicKeyJwk }) => publicKeyJwk?.kty === 'EC')?.publicKeyJwk;
    const claims = JSON.parse(
      new TextDecoder().decode((await compactVerify(kept.text, await importJWK(key ?? {}, 'ES256'))).payload),
    ) as { rows: { name: string }[] };
    expect(claims.rows.map(({ name }) => name)).toEqual(['宋应', '路人甲', '路人乙']);
    const holder = wordsOf(
      (await (await signedIn(academy, scenario.trainees[0]!)).get(`/my/certificates/${row.id}`)).text,
    );
    for (const said of [employer.name, '校园招聘']) expect(holder).toContain(said);
    expect(wordsOf((await (await signedIn(academy, employer.contact)).get('/employer/history')).text)).toContain(
      '共 1 条',
    );
    await after(3 * 365 + 1);
    expect(await recordsOf(employer.id)).toEqual([]);
  });

  it('of a list that was never resumed go too, and its job is stopped', async () => {
    const employer = await anEmployer(academy);
    const browser = await signedIn(academy, employer.contact);
    const location = await startedList(browser, await xlsxOf(['证书编号', '姓名'], [['JNIT-1', '路人丙']]));
    const id = location.split('/').at(-1) ?? '';
    await after(366);
    expect(await rows(sql`SELECT id FROM verification_batch WHERE id = ${id}`)).toEqual([]);
    expect(await rows(sql`SELECT state AS "state" FROM job WHERE subject_id = ${id}`)).toEqual([{ state: 'stopped' }]);
    await academy.app.get(Jobs).finish();
  });

  it('of single questions stay a year where nothing fitted, three where a certificate did', async () => {
    const [{ row }, employer] = [await one('徐霞', null), await anEmployer(academy)];
    const browser = await signedIn(academy, employer.contact);
    await browser.post('/verify', { number: row.number, name: '徐霞' }, '/verify');
    await browser.post('/verify', { number: row.number, name: '不是她' }, '/verify');
    await after(365);
    expect(await recordsOf(employer.id)).toHaveLength(2);
    await after(366);
    expect(await recordsOf(employer.id)).toEqual([{ certificateId: row.id, batchId: null }]);
    await after(3 * 365);
    expect(await recordsOf(employer.id)).toHaveLength(1);
    await after(3 * 365, 1);
    expect(await recordsOf(employer.id)).toEqual([]);
    expect((await academy.client().get(`/c/${row.token}`)).status).toBe(200);
  });

  it('of a receipt stay for three years, as it says itself', async () => {
    const { row } = await one('郦道', null);
    const visitor = academy.client();
    const made = await visitor.post(
      '/verify/receipts',
      { token: row.token },
      `/verify/receipts/new?token=${row.token}`,
    );
    const path = made.location ?? '';
    expect(wordsOf((await visitor.get(path)).text)).toContain('可以查到2029年3月1日');
    await after(3 * 365);
    expect((await visitor.get(path)).status).toBe(200);
    await after(3 * 365, 1);
    expect((await visitor.get(path)).status).toBe(404);
  });

  it('that are many go in several units, each with its line', async () => {
    const { row } = await one('顾炎', null);
    await academy.write(async (tx) => {
      const look = () => ({
        id: newId(),
        certificateId: row.id,
        at: tx.now,
        way: 'numberAndName' as const,
        shareLinkId: null,
        client: 'program',
      });
      for (let part = 0; part < 5; part += 1) await tx.of(CertificateView).insert(Array.from({ length: 500 }, look));
      tx.withoutAudit('a story is told');
    });
    const lines = await after(400);
    expect(await rows(sql`SELECT id FROM certificate_view WHERE certificate_id = ${row.id}`)).toEqual([]);
    expect(lines.length).toBeGreaterThan(2);
    expect(lines.reduce((sum, { looks = 0 }) => sum + looks, 0)).toBeGreaterThanOrEqual(2500);
    expect(Math.max(...lines.map(({ looks = 0 }) => looks))).toBeLessThanOrEqual(1000);
  });
});
