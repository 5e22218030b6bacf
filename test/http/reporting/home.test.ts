import { brotliCompressSync } from 'node:zlib';
import { instantOf } from '../../../src/platform/index.js';
import { TestAcademy } from '../../support/app.js';
import { wordsOf } from '../../support/web-client.js';
import { Rows } from './rows.js';

describe('the public home page', () => {
  let academy: TestAcademy;

  beforeAll(async () => {
    academy = await TestAcademy.open();
    const rows = new Rows(academy);
    const course = await rows.course('AZ-104T00', await rows.track('CLOUD', '云计算', 'Cloud computing'), '云管理员');
    const open = await rows.cohort('OPEN', course, { startsOn: '2026-03-09', capacity: 3 });
    const full = await rows.cohort('FULL', course, { startsOn: '2026-03-10', capacity: 1 });
    const line = await rows.cohort('LINE', course, { startsOn: '2026-03-11', capacity: 2 });
    await rows.cohort('DRAFT', course, { startsOn: '2026-03-12', state: 'draft' });
    await rows.cohort('SHUT', course, { startsOn: '2026-03-13', windowClosesAt: instantOf('2026-03-01', '18:00') });
    await rows.cohort('LATER', course, { startsOn: '2026-05-13', windowOpensAt: instantOf('2026-04-01', '09:00') });
    const [chen, liu] = [await rows.trainee('陈晨'), await rows.trainee('刘洋')];
    await rows.enrolment(open, chen, 'confirmed');
    await rows.enrolment(full, chen, 'confirmed');
    await rows.enrolment(line, chen, { offeredUntil: instantOf('2026-03-03', '18:00') });
    await rows.enrolment(line, liu, 'waitlisted');
  });
  afterAll(() => academy.close());

  it('names the academy and offers the two main actions', async () => {
    const { status, text } = await academy.client().get('/');
    expect(status).toBe(200);
    expect(text).toMatch(/<h1>济南信息技术学院<\/h1>/);
    const hero = /class="hero-acts">([\s\S]*?)<\/p>/.exec(text)?.[1] ?? '';
    expect(hero).toContain('href="/courses"');
    expect(hero).toContain('href="/verify"');
  });

  it('lists only cohorts that accept enrolments now, with the seats left', async () => {
    const { text } = await academy.client().get('/');
    expect([...text.matchAll(/href="\/cohorts\/(\w+)"/g)].map(([, code]) => code)).toEqual(['OPEN']);
    expect(wordsOf(text)).toContain('还有 2 个名额');
  });

  it('links each track to its courses, in the visitor’s language', async () => {
    const { text } = await academy.client('en').get('/');
    expect(text).toContain('href="/courses?track&#x3D;CLOUD"');
    expect(wordsOf(text)).toContain('Cloud computing');
    expect(wordsOf(text)).toContain('1 course');
  });

  it('has at most 60 KB on the wire with everything that it loads', async () => {
    const client = academy.client();
    const home = await client.get('/');
    const parts = [
      ...new Set([...home.text.matchAll(/(?:href|src)="(\/(?:assets|academy)\/[^"#]+)/g)].map(([, url = '']) => url)),
    ];
    const sizes = await Promise.all(
      parts.map(async (url) => (await client.get(url, { 'accept-encoding': 'br' })).bytes.length),
    );
    const page = home.bytes.length;
    expect(page + sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(60 * 1024);
    expect(brotliCompressSync(home.bytes).length).toBeLessThan(6 * 1024);
  });
});
