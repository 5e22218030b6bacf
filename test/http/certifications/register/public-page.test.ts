import sql from 'sql-template-tag';
import { NumberPattern } from '../../../../src/certifications/core/domain/number-pattern.js';
import { type CertificateFacts } from '../../../../src/certifications/index.js';
import { TEST_START, TestAcademy } from '../../../support/app.js';
import { type Answer, wordsOf } from '../../../support/web-client.js';
import { certificateSteps } from '../certificate-steps.js';

const A_DAY = 24 * 3600_000;
const usual = NumberPattern.read('{PREFIX}-{YYYY}-{SEQ:6}-{CHECK}', 'JNIT') as NumberPattern;

describe('a certificate’s public page', () => {
  let academy: TestAcademy;
  beforeAll(async () => {
    academy = await TestAcademy.open();
  });
  beforeEach(() => academy.clock.moveTo(TEST_START));
  afterAll(() => academy.close());
  const { one } = certificateSteps(() => academy);
  const verify = (number: string, name: string): Promise<Answer> =>
    academy.client().post('/verify', { number, name }, '/verify');

  describe('the page that the QR code opens', () => {
    it('says the verdict and every printed fact, in both languages, to anybody', async () => {
      const { row } = await one();
      const facts = JSON.parse(row.facts) as CertificateFacts;
      for (const [language, verdict] of [
        ['zh-CN', '这份证书有效'],
        ['en', 'This certificate is valid'],
      ] as const) {
        const answer = await academy.client(language).get(`/c/${row.token}`);
        expect([answer.status, answer.headers['x-robots-tag']]).toEqual([200, 'noindex']);
        const page = wordsOf(answer.text);
        for (const printed of [
          verdict,
          facts.number,
          '王芳',
          'Wang Fang',
          facts.achievement.nameZh,
          facts.achievement.nameEn,
          facts.course.titleZh,
          facts.course.titleEn,
          facts.course.code,
          facts.cohort.code,
          facts.issuer.nameZh,
          facts.issuer.nameEn,
          facts.wording.bodyZh,
          facts.wording.bodyEn,
          facts.wording.headingZh,
          facts.wording.headingEn,
        ])
          expect(page).toContain(printed);
        expect(answer.text).not.toContain('@example.com');
      }
    });

    it('answers an unknown address with 404', async () => {
      for (const path of [
        '/c/nosuchtokennosuchtoken12345',
        '/c/nosuchtokennosuchtoken12345.pdf',
        '/c/nosuchtokennosuchtoken12345.svg',
      ])
        expect((await academy.client().get(path)).status).toBe(404);
    });

    it('says that it has expired from the day after its last day', async () => {
      const { row } = await one('周云', null, 1);
      academy.clock.moveTo(TEST_START + 31 * A_DAY);
      expect(wordsOf((await academy.client().get(`/c/${row.token}`)).text)).toContain('这份证书有效');
      academy.clock.moveTo(TEST_START + 32 * A_DAY);
      expect(wordsOf((await academy.client().get(`/c/${row.token}`)).text)).toContain('这份证书已过期');
    });

    it('keeps saying what was printed when course, trainee and academy are renamed', async () => {
      const { scenario, row } = await one('吴桐', 'Wu Tong');
      await academy.write(async (tx) => {
        await tx.query(sql`UPDATE trainee SET name = 'X' WHERE id = ${scenario.trainees[0]!.traineeId}`);
        await tx.query(
          sql`UPDATE course_version SET title_zh = 'X', title_en = 'X' WHERE course_id = ${scenario.cohort.courseId}`,
        );
        await tx.audit('story.told', { type: 'story', id: '1', label: 'renamed' });
      });
      const page = wordsOf((await academy.client().get(`/c/${row.token}`)).text);
      expect(page).toContain('吴桐');
      expect(page).toContain(`Course ${scenario.cohort.courseCode}`);
    });
  });

  describe('verified by number and name', () => {
    it('opens the certificate, however both are typed, and keeps the name out of the address', async () => {
      const { row } = await one('秦岚', 'Qin Lan');
      for (const [number, name] of [
        [row.number, '秦岚'],
        [row.number.toLowerCase().replaceAll('-', ' '), 'LAN QIN'],
        [row.number.replaceAll('0', 'o'), ' 秦 岚 '],
      ] as const) {
        const answer = await verify(number, name);
        expect([answer.status, answer.location]).toEqual([303, `/c/${row.token}`]);
      }
    });

    it('takes the pasted link as well', async () => {
      const { row } = await one('尤勇', null);
      expect((await verify(`http://academy.example/c/${row.token}`, '')).location).toBe(`/c/${row.token}`);
    });

    it('takes a long number in small letters and groups for a number, not for the token of a link', async () => {
      const answer = await verify('s053-1370-0010-1263-0000-49', '尤勇');
      expect([answer.status, wordsOf(answer.text)]).toEqual([422, expect.stringContaining('编号') as string]);
    });

    it('tells a typing error at once, and where', async () => {
      const { row } = await one('许晴', null);
      const answer = await verify(row.number.replace(/0(?=0)/, 'S'), '许晴');
      expect([answer.status, wordsOf(answer.text)]).toEqual([422, expect.stringContaining('编号打错了') as string]);
      expect(wordsOf((await verify(row.number.slice(0, -3), '许晴')).text)).toContain('编号应有 15 个');
    });

    it('answers an unknown number and another person’s alike', async () => {
      const { row } = await one('何冰', null);
      const unknown = usual.print(2026, 987_654);
      const [wrongName, nobody] = [await verify(row.number, '王芳'), await verify(unknown, '何冰')];
      expect([wrongName.status, nobody.status]).toEqual([422, 422]);
      const plain = (answer: Answer) => wordsOf(answer.text);
      expect(plain(wrongName)).toContain('没有找到编号与姓名都相符的证书');
      expect(plain(wrongName)).toBe(plain(nobody));
      expect(wrongName.text).not.toContain('何冰');
    });

    it('waits after too many tries from one address', async () => {
      const patient = await TestAcademy.open();
      try {
        const client = patient.client();
        const tries = async (number: string): Promise<number[]> => {
          const statuses: number[] = [];
          for (let at = 0; at < 41; at += 1)
            statuses.push((await client.post('/verify', { number, name: '王芳' }, at === 0 ? '/verify' : null)).status);
          return [...new Set(statuses)];
        };
        expect(await tries('JNIT-2026-1')).toEqual([422]);
        expect(await tries(usual.print(2026, 1))).toEqual([422, 429]);
      } finally {
        await patient.close();
      }
    });
  });
});
