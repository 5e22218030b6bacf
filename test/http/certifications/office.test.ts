import { PrerequisitesByCertificates, type CertificateFacts } from '../../../src/certifications/index.js';
import { Reads } from '../../../src/platform/index.js';
import { STORY_BEGINS, TestAcademy } from '../../support/app.js';
import { signedIn } from '../../support/people.js';
import { wordsOf } from '../../support/web-client.js';
import { stories } from './stories.js';

describe('certificates in hand', () => {
  let academy: TestAcademy;
  beforeAll(async () => { academy = await TestAcademy.open(); });
  beforeEach(() => academy.clock.moveTo(STORY_BEGINS));
  afterAll(() => academy.close());
  const { one, revoke } = stories(() => academy);

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
