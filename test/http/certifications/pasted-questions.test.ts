import { VerificationForm } from '../../../src/certifications/verification/web/verification.form.js';
import { readForm } from '../../../src/platform/index.js';
import { TEST_START, TestAcademy } from '../../support/app.js';
import { signedIn } from '../../support/people.js';
import { type Answer, wordsOf } from '../../support/web-client.js';
import { certificateSteps } from './certificate-steps.js';

describe('a number and a name that are pasted', () => {
  let academy: TestAcademy;
  beforeAll(async () => {
    academy = await TestAcademy.open();
  });
  beforeEach(() => academy.clock.moveTo(TEST_START));
  afterAll(() => academy.close());
  const { one } = certificateSteps(() => academy);
  const verify = (number: string, name: string): Promise<Answer> =>
    academy.client().post('/verify', { number, name }, '/verify');

  it('agree with the zero-width characters of chat programs, choices of a glyph, quotes and brackets', async () => {
    const { row } = await one('汪欣', 'Wang Xin');
    for (const [number, name] of [
      [`\u200b${row.number}\ufeff`, '汪\u200b欣\u2060'],
      [`《${row.number}》`, '汪\u{e0100}欣'],
      [`“${row.number}”`, '汪\ufe00欣'],
      [`（${row.number.replace('-', '-\u200d')}）`, '\u3164Wang\u200b Xin'],
      [`https://a.example/c/${row.token.slice(0, 9)}\u200b${row.token.slice(9)}`, ''],
    ] as const)
      expect([number, (await verify(number, name)).location]).toEqual([number, `/c/${row.token}`]);
  });

  it('are refused with controls of direction, and are shown again as they were typed', async () => {
    const { row } = await one('亓飞', null);
    for (const sign of ['\u061c', '\u200e', '\u202e', '\u2067', '\u0007']) {
      const answer = await verify(`${row.number}\u200b`, `亓${sign}飞`);
      expect([answer.status, wordsOf(answer.text)]).toEqual([422, expect.stringContaining('看不见的控制字符')]);
      expect(answer.text).toContain(`value="${row.number}\u200b"`);
    }
  });

  it('are found by the office', async () => {
    const { row } = await one('潘思涛', null);
    const office = await signedIn(academy, 'coordinator');
    for (const q of [`“${row.number}”\u200b`, '潘\u200b思涛\ufeff'])
      expect(wordsOf((await office.get(`/office/certificates?q=${encodeURIComponent(q)}`)).text)).toContain(row.number);
  });

  it('are required, whatever is invisible', () => {
    const read = readForm(VerificationForm, { number: '\u200b', name: '王\u200b芳' }, '2026-03-02');
    expect(read).toMatchObject({ ok: false, faults: [{ field: 'number', key: 'form.required' }] });
  });
});
