import sql from 'sql-template-tag';
import { Certificate } from '../../../../src/certifications/index.js';
import { ReadDatabase } from '../../../../src/platform/index.js';
import { TEST_START, TestAcademy } from '../../../support/app.js';
import { signedIn } from '../../../support/people.js';
import { wordsOf } from '../../../support/web-client.js';
import { graduates } from '../graduates.js';
import { certificateSteps, seenIn } from '../certificate-steps.js';

describe('certificates issued', () => {
  let academy: TestAcademy;
  beforeAll(async () => {
    academy = await TestAcademy.open();
  });
  beforeEach(() => academy.clock.moveTo(TEST_START));
  afterAll(() => academy.close());
  const { certificatesOf, issue, one, revoke } = certificateSteps(() => academy);

  describe('for a cohort', () => {
    it('shows beforehand who gets one and who does not, and why; then issues to those', async () => {
      const scenario = await graduates(academy, {
        names: [
          { name: '王芳', latinName: 'Wang Fang' },
          { name: '李雷', state: 'notCompleted' },
          { name: '𠮷野太郎' },
        ],
      });
      const office = await signedIn(academy, 'coordinator');
      const before = wordsOf((await office.get(`/office/cohorts/${scenario.cohort.code}/certificates`)).text);
      expect(before).toContain('1 人可以领证');
      expect(before).toContain('李雷 没有结业');
      expect(before).toContain('𠮷野太郎 姓名里的“𠮷”在证书字体中没有');
      expect(await issue(scenario)).toContain('已颁发 1 份证书，1 人会收到邮件');
      const rows = await certificatesOf(scenario);
      expect(rows.map(({ number, state }) => ({ number, state }))).toEqual([
        { number: expect.stringMatching(/^JNIT-2026-\d{6}-[0-9A-Z]$/) as string, state: 'valid' },
      ]);
      const mail = await academy.app
        .get(ReadDatabase)
        .first<{ body: string }>(
          sql`SELECT body AS "body" FROM outbox_message WHERE to_address = ${scenario.trainees[0]!.email} ORDER BY created_at DESC, id DESC`,
        );
      expect(mail?.body).toContain(`http://academy.example/c/${rows[0]!.token}`);
      expect(rows[0]!.token).toMatch(/^[\w-]{27}$/);
    });

    it('issues nothing twice', async () => {
      const scenario = await graduates(academy, { names: [{ name: '赵敏' }, { name: '钱进' }] });
      await issue(scenario);
      expect(await issue(scenario)).toContain('没有重复颁发');
      expect(await certificatesOf(scenario)).toHaveLength(2);
    });

    it('issues only what the page has shown, and shows anew what has changed since', async () => {
      const scenario = await graduates(academy, { names: [{ name: '周彤' }] });
      const path = `/office/cohorts/${scenario.cohort.code}/certificates`;
      const office = await signedIn(academy, 'coordinator');
      const changes = [
        `UPDATE achievement SET name_zh = '首席专家' WHERE id = (SELECT achievement_id FROM course WHERE id = (SELECT course_id FROM cohort WHERE id = '${scenario.cohort.id}'))`,
        `UPDATE account SET email = 'other@mail.example' WHERE id = (SELECT account_id FROM trainee WHERE name = '周彤')`,
        `UPDATE trainee SET name = '周童' WHERE name = '周彤'`,
      ];
      for (const change of changes) {
        const seen = seenIn((await office.get(path)).text);
        await academy.connections.write.query(change);
        const answer = await office.post(path, { seen }, path);
        expect([answer.status, wordsOf(answer.text)]).toEqual([
          422,
          expect.stringContaining('领证的人或证书上的内容有变动，所以没有颁发') as string,
        ]);
        expect(seenIn(answer.text)).not.toBe(seen);
      }
      expect((await office.post(path, { seen: '' }, path)).status).toBe(422);
      expect(await certificatesOf(scenario)).toEqual([]);
      expect(await issue(scenario)).toContain('已颁发 1 份证书');
    });

    it('shows how certificates are numbered, and issues none with other numbers', async () => {
      await issue(await graduates(academy, { names: [{ name: '孟凡' }] }));
      const scenario = await graduates(academy, { names: [{ name: '孟达' }] });
      const path = `/office/cohorts/${scenario.cohort.code}/certificates`;
      const office = await signedIn(academy, 'coordinator');
      const shown = (await office.get(path)).text;
      expect(wordsOf(shown)).toContain('编号样式 JNIT-2026-######-?');
      const setPrefix = (prefix: string): Promise<unknown> =>
        academy.connections.write.query(`UPDATE certificate_template SET number_prefix = '${prefix}'`);
      await setPrefix('PKU');
      const answer = await office.post(path, { seen: seenIn(shown) }, path);
      expect([answer.status, await certificatesOf(scenario)]).toEqual([422, []]);
      for (const said of ['所以没有颁发', '编号样式 PKU-2026-######-?']) expect(wordsOf(answer.text)).toContain(said);
      await setPrefix('JNIT');
      expect(await issue(scenario)).toContain('已颁发 1 份证书');
    });

    it('refuses where nobody completed', async () => {
      const scenario = await graduates(academy, { names: [{ name: '孙立', state: 'notCompleted' }] });
      const office = await signedIn(academy, 'coordinator');
      const answer = await office.post(
        `/office/cohorts/${scenario.cohort.code}/certificates`,
        {},
        `/office/cohorts/${scenario.cohort.code}/certificates`,
      );
      expect([answer.status, wordsOf(answer.text)]).toEqual([
        422,
        expect.stringContaining('现在没有可以领证的学员') as string,
      ]);
    });
  });

  describe('kept by the database', () => {
    it.each([
      ['facts', '{}'],
      ['number', 'X'],
      ['token', 'X'],
      ['recipient_name', 'X'],
    ])('refuses a change of its %s', async (column, value) => {
      const { row } = await one('吕布', 'Lyu Bu');
      await expect(
        academy.write((tx) =>
          tx.query({
            sql: `UPDATE certificate SET ${column} = ? WHERE id = ?`,
            text: `UPDATE certificate SET ${column} = $1 WHERE id = $2`,
            values: [value, row.id],
          } as never),
        ),
      ).rejects.toThrow('never changes');
    });

    it('refuses to delete one, or to make a revoked one valid again', async () => {
      const { row } = await one('施展', null);
      await expect(academy.write((tx) => tx.of(Certificate).delete({ id: row.id }))).rejects.toThrow('never deleted');
      await revoke(row);
      await expect(
        academy.write((tx) =>
          tx.of(Certificate).update({ id: row.id }, { state: 'valid', revokedAt: null, reason: null }),
        ),
      ).rejects.toThrow('never changes');
    });
  });
});
