import sql from 'sql-template-tag';
import { Jobs, ReadDatabase } from '../../../../src/platform/index.js';
import { TEST_START, TestAcademy } from '../../../support/app.js';
import { signedIn } from '../../../support/people.js';
import { wordsOf } from '../../../support/web-client.js';
import { type Graduates, graduates } from '../graduates.js';
import { type Row, certificateSteps } from '../certificate-steps.js';

const A_DAY = 24 * 3600_000;

describe('many certificates at once', () => {
  let academy: TestAcademy;
  beforeAll(async () => {
    academy = await TestAcademy.open();
  });
  beforeEach(() => academy.clock.moveTo(TEST_START));
  afterAll(() => academy.close());
  const { certificatesOf, issue, revoke } = certificateSteps(() => academy);

  const certified = async (names: readonly string[]): Promise<{ scenario: Graduates; rows: Row[] }> => {
    const scenario = await graduates(academy, { names: names.map((name) => ({ name })), validMonths: 12 });
    await issue(scenario);
    await academy.app.get(Jobs).finish();
    return { scenario, rows: await certificatesOf(scenario) };
  };
  const idsOn = (page: string): string => /name="ids" value="([^"]*)"/.exec(page)?.[1] ?? '';
  const revocationsOf = (rows: readonly Row[]): string =>
    `/office/certificates/revocations?${rows.map(({ id }) => `id=${id}`).join('&')}`;
  const emails = (subject: string) =>
    academy.app.get(ReadDatabase).count(sql`SELECT COUNT(*) FROM outbox_message WHERE subject LIKE ${`${subject}%`}`);

  describe('revoked', () => {
    it('are previewed, with those refused and why; then each is processed, notified and listed', async () => {
      const {
        scenario,
        rows: [first, ...rest],
      } = (await certified(['批甲', '批乙', '批丙', '批丁', '批戊', '批己', '批庚'])) as {
        scenario: Graduates;
        rows: [Row, ...Row[]];
      };
      await revoke(first);
      const before = await emails('证书已吊销');
      const office = await signedIn(academy, 'administrator');
      const path = `/office/certificates/revocations?cohort=${scenario.cohort.code}&all=1`;
      const preview = await office.get(path);
      for (const said of [
        '吊销 6 份证书，不能撤回',
        '6 份中有 6 份的学员会收到邮件',
        `证书 ${first.number} 已经吊销或换发`,
      ])
        expect(wordsOf(preview.text)).toContain(said);
      const ids = idsOn(preview.text);
      const seen = await office.post(
        '/office/certificates/revocations',
        { ids, reasonClass: 'issuedInError', reason: '班次误设认证项目', preview: '1' },
        path,
      );
      expect([seen.status, wordsOf(seen.text)]).toEqual([200, expect.stringContaining('核验的人会看到') as string]);
      expect(
        (await office.post('/office/certificates/revocations', { ids, reasonClass: '', reason: '' }, path)).status,
      ).toBe(422);
      const begun = await office.post(
        '/office/certificates/revocations',
        { ids, reasonClass: 'issuedInError', reason: '班次误设认证项目' },
        path,
      );
      expect(begun.status).toBe(303);
      await academy.app.get(Jobs).finish();
      const result = wordsOf((await office.get(begun.location!)).text);
      for (const said of ['已吊销 6 份，未办理 0 份', '颁发有误', '班次误设认证项目']) expect(result).toContain(said);
      expect((await certificatesOf(scenario)).every(({ state }) => state === 'revoked')).toBe(true);
      expect(await emails('证书已吊销')).toBe(before + 6);
      const page = wordsOf((await academy.client('en').get(`/c/${rest[0]!.token}`)).text);
      for (const said of ['revoked', 'Reason category: Issued in error', '班次误设认证项目'])
        expect(page).toContain(said);
    });

    it('one that was revoked meanwhile is refused by itself, and keeps no other back', async () => {
      const { rows } = await certified(['其一', '其二', '其三']);
      const office = await signedIn(academy, 'administrator');
      const begun = await office.post(
        '/office/certificates/revocations',
        { ids: rows.map(({ id }) => id).join(','), reasonClass: 'other', reason: '测试' },
        revocationsOf(rows),
      );
      await revoke(rows[1]!, '先一步');
      await academy.app.get(Jobs).finish();
      expect(wordsOf((await office.get(begun.location!)).text)).toContain('已吊销 2 份，未办理 1 份');
    });

    it('by two processes at the same moment are each revoked once, and none is said to be refused', async () => {
      const { rows, scenario } = await certified(['双一', '双二', '双三', '双四', '双五', '双六']);
      const office = await signedIn(academy, 'administrator');
      const before = await emails('证书已吊销');
      const begun = await office.post(
        '/office/certificates/revocations',
        { ids: rows.map(({ id }) => id).join(','), reasonClass: 'other', reason: '测试' },
        revocationsOf(rows),
      );
      await Promise.all([academy.app.get(Jobs).finish(), academy.app.get(Jobs).finish()]);
      expect(wordsOf((await office.get(begun.location!)).text)).toContain('已吊销 6 份，未办理 0 份');
      expect(await emails('证书已吊销')).toBe(before + 6);
      expect((await certificatesOf(scenario)).every(({ state }) => state === 'revoked')).toBe(true);
    });

    it('can be stopped and resumed', async () => {
      const { scenario, rows } = await certified(['停一', '停二']);
      const office = await signedIn(academy, 'administrator');
      const begun = await office.post(
        '/office/certificates/revocations',
        { ids: rows.map(({ id }) => id).join(','), reasonClass: 'other', reason: '测试' },
        revocationsOf(rows),
      );
      await office.submit(`${begun.location!}/stopping`, {}, begun.location);
      await academy.app.get(Jobs).finish();
      expect((await certificatesOf(scenario)).map(({ state }) => state)).toEqual(['valid', 'valid']);
      await office.submit(`${begun.location!}/resumption`, {}, begun.location);
      await academy.app.get(Jobs).finish();
      expect((await certificatesOf(scenario)).map(({ state }) => state)).toEqual(['revoked', 'revoked']);
    });

    it('are stopped and resumed only by those who may revoke', async () => {
      const { scenario, rows } = await certified(['权一']);
      const [office, coordinator] = [await signedIn(academy, 'administrator'), await signedIn(academy, 'coordinator')];
      const begun = await office.post(
        '/office/certificates/revocations',
        { ids: rows[0]!.id, reasonClass: 'other', reason: '测试' },
        revocationsOf(rows),
      );
      const stopping = `${begun.location!}/stopping`;
      expect((await coordinator.get(begun.location!)).text).not.toContain(stopping);
      await expect(coordinator.submit(stopping, {}, begun.location)).rejects.toThrow('403');
      await office.submit(stopping, {}, begun.location);
      await expect(coordinator.submit(`${begun.location!}/resumption`, {}, begun.location)).rejects.toThrow('403');
      await academy.app.get(Jobs).finish();
      expect((await certificatesOf(scenario)).map(({ state }) => state)).toEqual(['valid']);
    });

    it('are refused where none or too many are chosen', async () => {
      const office = await signedIn(academy, 'administrator');
      expect(wordsOf((await office.get('/office/certificates/revocations?id=nonsense')).text)).toContain(
        '请先在列表中勾选证书',
      );
      expect(
        (
          await office.post(
            '/office/certificates/revocations',
            { ids: '', reasonClass: 'other', reason: 'x' },
            '/office/certificates',
          )
        ).status,
      ).toBe(422);
      const many = Array.from(
        { length: 1001 },
        (_, at) => `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`,
      ).join(',');
      const answer = await office.post(
        '/office/certificates/revocations',
        { ids: many, reasonClass: 'other', reason: 'x' },
        '/office/certificates',
      );
      expect([answer.status, wordsOf(answer.text)]).toEqual([
        422,
        expect.stringContaining('一次最多 1,000 份') as string,
      ]);
    });
  });

  it('renewed by the rule, from the filter of those that end soon', async () => {
    const { scenario, rows } = await certified(['续一', '续二', '续三']);
    const early = await (
      await signedIn(academy, 'coordinator')
    ).get(`/office/certificates/renewals?cohort=${scenario.cohort.code}&all=1`);
    expect(wordsOf(early.text)).toContain('不能办理的 3 份');
    academy.clock.moveTo(TEST_START + 340 * A_DAY);
    const office = await signedIn(academy, 'coordinator');
    const list = wordsOf((await office.get(`/office/certificates?due=30&cohort=${scenario.cohort.code}`)).text);
    for (const { number } of rows) expect(list).toContain(number);
    const preview = await office.get(`/office/certificates/renewals?due=30&cohort=${scenario.cohort.code}&all=1`);
    expect(wordsOf(preview.text)).toContain('将续证的 3 份');
    const begun = await office.post('/office/certificates/renewals', { ids: idsOn(preview.text) }, preview.path);
    await academy.app.get(Jobs).finish();
    expect(wordsOf((await office.get(begun.location!)).text)).toContain('已续证 3 份，未办理 0 份');
    const renewed = await academy.app.get(ReadDatabase).query<{ until: string }>(sql`
      SELECT expires_on AS "until" FROM certificate WHERE supersedes_id IN (${rows[0]!.id}, ${rows[1]!.id}, ${rows[2]!.id})`);
    expect(renewed.map(({ until }) => until)).toEqual(['2028-03-02', '2028-03-02', '2028-03-02']);
    expect(
      wordsOf((await office.get(`/office/certificates?due=30&cohort=${scenario.cohort.code}`)).text),
    ).not.toContain(rows[0]!.number);
  });
});
