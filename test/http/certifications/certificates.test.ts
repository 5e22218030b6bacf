import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sql from 'sql-template-tag';
import { Certificate, type CertificateFacts, PrerequisitesByCertificates } from '../../../src/certifications/index.js';
import { NumberPattern } from '../../../src/certifications/domain/number-pattern.js';
import { Reads } from '../../../src/platform/index.js';
import { STORY_BEGINS, TestAcademy } from '../../support/app.js';
import { signedIn } from '../../support/people.js';
import { type Answer, wordsOf } from '../../support/web-client.js';
import { type Graduates, graduates } from './graduates.js';

interface Row {
  readonly id: string;
  readonly number: string;
  readonly token: string;
  readonly state: string;
  readonly facts: string;
}
const A_DAY = 24 * 3600_000;
const usual = NumberPattern.read('{PREFIX}-{YYYY}-{SEQ:6}-{CHECK}', 'JNIT') as NumberPattern;

describe('certificates', () => {
  let academy: TestAcademy;
  beforeAll(async () => { academy = await TestAcademy.open(); });
  beforeEach(() => academy.clock.moveTo(STORY_BEGINS));
  afterAll(() => academy.close());

  const certificatesOf = ({ cohort }: Graduates): Promise<Row[]> => academy.app.get(Reads).all<Row>(sql`
    SELECT k.id AS "id", k.number AS "number", k.token AS "token", k.state AS "state", k.facts AS "facts" FROM certificate k JOIN enrolment e ON e.id = k.enrolment_id
    WHERE e.cohort_id = ${cohort.id} ORDER BY k.issued_at, e.ticket, k.id`);
  const issue = async ({ cohort }: Graduates): Promise<string> => {
    const office = await signedIn(academy, 'coordinator');
    return wordsOf((await office.submit(`/office/cohorts/${cohort.code}/certificates`, {}, `/office/cohorts/${cohort.code}/certificates`)).text);
  };
  const one = async (name = '王芳', latinName: string | null = 'Wang Fang', validMonths: number | null = 24): Promise<{ story: Graduates; row: Row }> => {
    const story = await graduates(academy, { names: [{ name, latinName }], validMonths });
    await issue(story);
    return { story, row: (await certificatesOf(story))[0]! };
  };
  const verify = (number: string, name: string): Promise<Answer> => academy.client().post('/verify', { number, name }, '/verify');

  describe('for a cohort', () => {
    it('shows beforehand who gets one and who does not, and why; then issues to those', async () => {
      const story = await graduates(academy, { names: [{ name: '王芳', latinName: 'Wang Fang' }, { name: '李雷', state: 'notCompleted' }, { name: '𠮷野太郎' }] });
      const office = await signedIn(academy, 'coordinator');
      const before = wordsOf((await office.get(`/office/cohorts/${story.cohort.code}/certificates`)).text);
      expect(before).toContain('1 人可以领证');
      expect(before).toContain('李雷 没有结业');
      expect(before).toContain('𠮷野太郎 姓名里的“𠮷”在证书字体中没有');
      expect(await issue(story)).toContain('已颁发 1 份证书，1 人会收到邮件');
      const rows = await certificatesOf(story);
      expect(rows.map(({ number, state }) => ({ number, state }))).toEqual([{ number: expect.stringMatching(/^JNIT-2026-\d{6}-[0-9A-Z]$/) as string, state: 'valid' }]);
      const letter = await academy.app.get(Reads).first<{ body: string }>(sql`SELECT body AS "body" FROM outbox_message WHERE to_address = ${story.trainees[0]!.email} ORDER BY created_at DESC, id DESC`);
      expect(letter?.body).toContain(`http://academy.example/c/${rows[0]!.token}`);
      expect(rows[0]!.token).toMatch(/^[\w-]{27}$/);
    });

    it('issues nothing twice', async () => {
      const story = await graduates(academy, { names: [{ name: '赵敏' }, { name: '钱进' }] });
      await issue(story);
      expect(await issue(story)).toContain('没有重复颁发');
      expect(await certificatesOf(story)).toHaveLength(2);
    });

    it('refuses where nobody completed', async () => {
      const story = await graduates(academy, { names: [{ name: '孙立', state: 'notCompleted' }] });
      const office = await signedIn(academy, 'coordinator');
      const answer = await office.post(`/office/cohorts/${story.cohort.code}/certificates`, {}, `/office/cohorts/${story.cohort.code}/certificates`);
      expect([answer.status, wordsOf(answer.text)]).toEqual([422, expect.stringContaining('现在没有可以领证的学员') as string]);
    });
  });

  describe('the page that the QR code opens', () => {
    it('says the verdict and every printed fact, in both languages, to anybody', async () => {
      const { row } = await one();
      const facts = JSON.parse(row.facts) as CertificateFacts;
      for (const [language, verdict] of [['zh-CN', '这份证书有效'], ['en', 'This certificate is valid']] as const) {
        const answer = await academy.client(language).get(`/c/${row.token}`);
        expect([answer.status, answer.headers['x-robots-tag']]).toEqual([200, 'noindex']);
        const page = wordsOf(answer.text);
        for (const printed of [
          verdict, facts.number, '王芳', 'Wang Fang', facts.achievement.nameZh, facts.achievement.nameEn, facts.course.titleZh, facts.course.titleEn, facts.course.code,
          facts.cohort.code, facts.issuer.nameZh, facts.issuer.nameEn, facts.wording.bodyZh, facts.wording.bodyEn, facts.wording.headingZh, facts.wording.headingEn,
        ]) expect(page).toContain(printed);
        expect(answer.text).not.toContain('@example.com');
      }
    });

    it('answers an unknown address with 404', async () => {
      for (const path of ['/c/nosuchtokennosuchtoken12345', '/c/nosuchtokennosuchtoken12345.pdf', '/c/nosuchtokennosuchtoken12345.svg']) expect((await academy.client().get(path)).status).toBe(404);
    });

    it('says that it has expired from the day after its last day', async () => {
      const { row } = await one('周云', null, 1);
      academy.clock.moveTo(STORY_BEGINS + 31 * A_DAY);
      expect(wordsOf((await academy.client().get(`/c/${row.token}`)).text)).toContain('这份证书有效');
      academy.clock.moveTo(STORY_BEGINS + 32 * A_DAY);
      expect(wordsOf((await academy.client().get(`/c/${row.token}`)).text)).toContain('这份证书已过期');
    });

    it('keeps saying what was printed when course, trainee and academy are renamed', async () => {
      const { story, row } = await one('吴桐', 'Wu Tong');
      await academy.write(async (tx) => {
        await tx.rows(sql`UPDATE trainee SET name = 'X' WHERE id = ${story.trainees[0]!.traineeId}`);
        await tx.rows(sql`UPDATE course_version SET title_zh = 'X', title_en = 'X' WHERE course_id = ${story.cohort.courseId}`);
        await tx.audit('story.told', { type: 'story', id: '1', label: 'renamed' });
      });
      const page = wordsOf((await academy.client().get(`/c/${row.token}`)).text);
      expect(page).toContain('吴桐');
      expect(page).toContain(`Course ${story.cohort.courseCode}`);
    });
  });

  describe('the paper', () => {
    const read = async (token: string): Promise<{ text: string; info: string; file: string }> => {
      const answer = await academy.client().get(`/c/${token}.pdf`);
      expect([answer.status, answer.headers['content-type'], answer.bytes.subarray(0, 5).toString()]).toEqual([200, 'application/pdf', '%PDF-']);
      const file = join(mkdtempSync(join(tmpdir(), 'certificate-')), 'certificate.pdf');
      writeFileSync(file, answer.bytes);
      return { text: run('pdftotext', ['-layout', file, '-']), info: run('pdfinfo', [file]), file };
    };

    it('is one tagged A4 page with its words as text, and a code that opens its page', async () => {
      if (!has('pdftotext') || !has('pdfinfo')) return console.warn('SKIPPED: the PDF is read back only where poppler-utils is installed');
      const { row } = await one('郑爽', 'Zheng Shuang');
      const { text, info, file } = await read(row.token);
      for (const printed of ['郑爽', 'Zheng Shuang', row.number, '结业证书', 'Certificate of Completion', '云计算管理员', '济南信息技术学院']) expect(text).toContain(printed);
      expect(info).toMatch(/Tagged:\s+yes/);
      expect(info).toMatch(/Pages:\s+1\b/);
      expect(info).toMatch(/A4/);
      if (!has('zbarimg') || !has('pdftoppm')) return console.warn('SKIPPED: the QR code is decoded only where zbar-tools is installed');
      run('pdftoppm', ['-r', '150', '-png', '-singlefile', file, file]);
      expect(run('zbarimg', ['-q', '--raw', `${file}.png`]).trim()).toBe(`http://academy.example/c/${row.token}`);
    });

    it('is stamped once it is revoked', async () => {
      if (!has('pdftotext') || !has('pdfinfo')) return console.warn('SKIPPED: the PDF is read back only where poppler-utils is installed');
      const { row } = await one('冯玉', null);
      expect((await read(row.token)).info).not.toContain('REVOKED');
      await revoke(row);
      expect((await read(row.token)).info).toContain('已吊销 REVOKED');
    });

    it('has a small picture of the same words', async () => {
      const { row } = await one('陈晓', 'Chen Xiao');
      const answer = await academy.client().get(`/c/${row.token}.svg`);
      expect(answer.headers['content-type']).toContain('image/svg+xml');
      expect(answer.text).toContain('陈晓');
      expect(answer.text).not.toMatch(/<script|style=/);
    });
  });

  const revoke = async (row: Row, reason = '考核成绩经复核无效'): Promise<string> => {
    const office = await signedIn(academy, 'administrator');
    return wordsOf((await office.submit(`/office/certificates/${row.id}/revocation`, { reason }, `/office/certificates/${row.id}/revocation`)).text);
  };

  describe('revoked', () => {
    it('says so to everybody, with day and reason, and the trainee is told', async () => {
      const { story, row } = await one('褚卫', null);
      expect(await revoke(row)).toContain('已吊销');
      const page = wordsOf((await academy.client().get(`/c/${row.token}`)).text);
      for (const said of ['这份证书已被吊销', '2026年3月2日', '考核成绩经复核无效']) expect(page).toContain(said);
      const letters = await academy.app.get(Reads).all<{ subject: string }>(sql`SELECT subject AS "subject" FROM outbox_message WHERE to_address = ${story.trainees[0]!.email}`);
      expect(letters.some(({ subject }) => subject.includes('证书已吊销'))).toBe(true);
    });

    it('needs a reason, and is done once', async () => {
      const { row } = await one('蒋欣', null);
      const office = await signedIn(academy, 'administrator');
      const path = `/office/certificates/${row.id}/revocation`;
      expect((await office.post(path, { reason: ' ' }, path)).status).toBe(422);
      await revoke(row);
      expect((await office.post(path, { reason: '再次' }, path)).status).toBe(422);
    });

    it('is for the administrator: a coordinator may not', async () => {
      const { row } = await one('沈浩', null);
      const office = await signedIn(academy, 'coordinator');
      expect((await office.get(`/office/certificates/${row.id}/revocation`)).status).toBe(403);
      expect((await office.post(`/office/certificates/${row.id}/revocation`, { reason: 'x' }, '/office/certificates')).status).toBe(403);
    });

    it('is not issued again in bulk, but anew from its own page', async () => {
      const { story, row } = await one('韩梅', null);
      await revoke(row);
      const office = await signedIn(academy, 'coordinator');
      const page = wordsOf((await office.get(`/office/cohorts/${story.cohort.code}/certificates`)).text);
      expect(page).toContain(`证书 ${row.number} 已吊销`);
      await office.submit(`/office/certificates/${row.id}/replacement`, { name: '韩梅', latinName: '', reason: '误吊销' }, `/office/certificates/${row.id}/replacement`);
      expect((await certificatesOf(story)).map(({ state }) => state).sort()).toEqual(['revoked', 'valid']);
    });
  });

  describe('replaced', () => {
    it('gives a new number and page; the old one says which took its place', async () => {
      const { story, row } = await one('杨扬', 'Yang Yang');
      const office = await signedIn(academy, 'coordinator');
      await office.submit(`/office/certificates/${row.id}/replacement`, { name: '杨洋', latinName: 'Yang Yang', reason: '更正姓名' }, `/office/certificates/${row.id}/replacement`);
      const [old, fresh] = await certificatesOf(story) as [Row, Row];
      expect([old.state, fresh.state]).toEqual(['superseded', 'valid']);
      expect(wordsOf((await academy.client().get(`/c/${old.token}`)).text)).toContain(`请查看新证书 ${fresh.number}`);
      expect((JSON.parse(fresh.facts) as CertificateFacts).recipient.name).toBe('杨洋');
      const again = await office.post(`/office/certificates/${old.id}/replacement`, { name: '杨阳', latinName: '', reason: 'x' }, `/office/certificates/${old.id}/replacement`);
      expect([again.status, wordsOf(again.text)]).toEqual([422, expect.stringContaining(`已由 ${fresh.number} 取代`) as string]);
    });

    it('is refused where nothing would change', async () => {
      const { row } = await one('朱迪', null);
      const office = await signedIn(academy, 'coordinator');
      const answer = await office.post(`/office/certificates/${row.id}/replacement`, { name: '朱迪', latinName: '', reason: 'x' }, `/office/certificates/${row.id}/replacement`);
      expect([answer.status, wordsOf(answer.text)]).toEqual([422, expect.stringContaining('没有需要换发的内容') as string]);
    });
  });

  describe('verified by number and name', () => {
    it('opens the certificate, however both are typed, and keeps the name out of the address', async () => {
      const { row } = await one('秦岚', 'Qin Lan');
      for (const [number, name] of [[row.number, '秦岚'], [row.number.toLowerCase().replaceAll('-', ' '), 'LAN QIN'], [row.number.replaceAll('0', 'o'), ' 秦 岚 ']] as const) {
        const answer = await verify(number, name);
        expect([answer.status, answer.location]).toEqual([303, `/c/${row.token}`]);
      }
    });

    it('takes the pasted link as well', async () => {
      const { row } = await one('尤勇', null);
      expect((await verify(`http://academy.example/c/${row.token}`, '')).location).toBe(`/c/${row.token}`);
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
          for (let at = 0; at < 41; at += 1) statuses.push((await client.post('/verify', { number, name: '王芳' }, at === 0 ? '/verify' : null)).status);
          return [...new Set(statuses)];
        };
        expect(await tries('JNIT-2026-1')).toEqual([422]);
        expect(await tries(usual.print(2026, 1))).toEqual([422, 429]);
      } finally {
        await patient.close();
      }
    });
  });

  describe('kept by the database', () => {
    it.each([['facts', '{}'], ['number', 'X'], ['token', 'X'], ['recipient_name', 'X']])('refuses a change of its %s', async (column, value) => {
      const { row } = await one('吕布', 'Lyu Bu');
      await expect(academy.write((tx) => tx.rows({ sql: `UPDATE certificate SET ${column} = ? WHERE id = ?`, text: `UPDATE certificate SET ${column} = $1 WHERE id = $2`, values: [value, row.id] } as never))).rejects.toThrow('never changes');
    });

    it('refuses to delete one, or to make a revoked one valid again', async () => {
      const { row } = await one('施展', null);
      await expect(academy.write((tx) => tx.of(Certificate).delete({ id: row.id }))).rejects.toThrow('never deleted');
      await revoke(row);
      await expect(academy.write((tx) => tx.of(Certificate).update({ id: row.id }, { state: 'valid', revokedAt: null, reason: null }))).rejects.toThrow('never changes');
    });
  });

  describe('for those who hold and manage them', () => {
    it('stands on the trainee’s own page, and on nobody else’s', async () => {
      const { story, row } = await one('张弛', null);
      const own = await (await signedIn(academy, story.trainees[0]!)).get('/my/certificates');
      expect(wordsOf(own.text)).toContain(row.number);
      const other = await one('孔明', null);
      expect(wordsOf((await (await signedIn(academy, other.story.trainees[0]!)).get('/my/certificates')).text)).not.toContain(row.number);
    });

    it('is found in the office by name, number, verdict and cohort, and goes to Excel', async () => {
      const { story, row } = await one('=曹操', 'Cao Cao');
      const office = await signedIn(academy, 'coordinator');
      for (const query of ['q=cao+cao', `q=${row.number.toLowerCase()}`, `cohort=${story.cohort.code}`, `verdict=valid&q=cao&year=2026`]) {
        expect(wordsOf((await office.get(`/office/certificates?${query}`)).text)).toContain(row.number);
      }
      expect(wordsOf((await office.get('/office/certificates?q=%25')).text)).not.toContain(row.number);
      const file = await office.get('/office/certificates.csv?q=cao');
      expect(file.text.startsWith('\uFEFF')).toBe(true);
      expect(file.text).toContain("'=曹操");
      expect((await office.get(`/office/certificates/${row.id}`)).status).toBe(200);
      expect((await office.get('/office/certificates/not-an-id')).status).toBe(404);
    });

    it('counts as a prerequisite held, while it holds', async () => {
      const { story, row } = await one('严冬', null, 12);
      const ask = <R>(query: Parameters<Reads['all']>[0]) => academy.app.get(Reads).all<R>(query);
      const held = (day: string) => academy.app.get(PrerequisitesByCertificates).heldBy(ask, story.trainees[0]!.traineeId, day);
      expect([await held('2026-03-02'), await held('2027-03-02'), await held('2027-03-03')]).toEqual([[story.achievementId], [story.achievementId], []]);
      await revoke(row);
      expect(await held('2026-03-02')).toEqual([]);
    });
  });

  describe('the template', () => {
    const path = '/office/certificate-template';
    const fields = {
      nameZh: '培训证书', nameEn: 'Training Certificate', leadZh: '兹证明', leadEn: 'This certifies that', bodyZh: '完成{course}', bodyEn: 'completed {course}',
      sealTextZh: '', sealFootZh: '证书专用章', numberPattern: '{PREFIX}-{YYYY}-{SEQ:6}-{CHECK}', numberPrefix: 'JNIT',
      signatory1NameZh: '李建国', signatory1NameEn: 'Li Jianguo', signatory1TitleZh: '院长', signatory1TitleEn: 'Dean',
    };

    it('becomes the next version; certificates issued before keep theirs', async () => {
      const before = await one('金星', null);
      const office = await signedIn(academy, 'administrator');
      expect((await office.get(path)).text).toContain('data:image/svg+xml;base64,');
      expect(wordsOf((await office.submit(path, fields, path)).text)).toContain('已启用');
      const after = await one('陶然', null);
      expect((JSON.parse(before.row.facts) as CertificateFacts).wording.headingZh).toBe('结业证书');
      expect(JSON.parse(after.row.facts) as CertificateFacts).toMatchObject({ wording: { headingZh: '培训证书' }, signatories: [{ nameZh: '李建国' }] });
      expect((await office.get(`${path}/sample.pdf`)).bytes.subarray(0, 5).toString()).toBe('%PDF-');
      await office.submit(path, { ...fields, nameZh: '结业证书', nameEn: 'Certificate of Completion', signatory1NameZh: '', signatory1NameEn: '', signatory1TitleZh: '', signatory1TitleEn: '' }, path);
    });

    it('shows a preview without storing it', async () => {
      const office = await signedIn(academy, 'administrator');
      const answer = await office.post(path, { ...fields, nameZh: '只是看看', preview: '1' }, path);
      const image = Buffer.from(/base64,([^"]+)"/.exec(answer.text)?.[1]?.replaceAll('&#x3D;', '=') ?? '', 'base64').toString();
      expect([answer.status, image.includes('只是看看')]).toEqual([200, true]);
      expect((await office.get(path)).text).not.toContain('只是看看');
    });

    it.each([
      [{ numberPattern: 'ABC-{CHECK}' }, '流水号'], [{ numberPattern: '{NUMBER}' }, '编号规则不认识'], [{ bodyZh: '完成{课程}' }, '没有 {课程} 这一项'],
      [{ signatory2NameZh: '只有名字' }, '第 2 位签署人'], [{ nameZh: '证书𠮷' }, '𠮷'], [{ nameZh: '' }, '证书名称'],
    ])('refuses %j in words', async (wrong, said) => {
      const office = await signedIn(academy, 'administrator');
      const answer = await office.post(path, { ...fields, ...wrong }, path);
      expect([answer.status, wordsOf(answer.text)]).toEqual([422, expect.stringContaining(said) as string]);
    });
  });
});

function run(command: string, options: readonly string[]): string {
  return execFileSync(command, options, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
}

function has(command: string): boolean {
  try {
    execFileSync('sh', ['-c', `command -v ${command}`], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
