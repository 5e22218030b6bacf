import { documentsOf } from '../http/certifications/sealed.js';
import { type Row, certificateSteps } from '../http/certifications/certificate-steps.js';
import { TestAcademy } from '../support/app.js';
import { Chromium, DESK, JOURNEY_LIMIT_MS, PHONE } from '../support/browser.js';

describe('a stranger verifies', () => {
  let academy: TestAcademy;
  let chromium: Chromium;
  let row: Row;
  const { one } = certificateSteps(() => academy);
  beforeAll(async () => {
    academy = await TestAcademy.open();
    chromium = await Chromium.open(await academy.listen());
    ({ row } = await one('王芳', 'Wang Fang'));
  });
  afterAll(async () => {
    await chromium.close();
    await academy.close();
  });

  it.each([
    ['at a desk', { language: 'zh-CN', size: DESK, javaScript: true }],
    ['on a phone', { language: 'en', size: PHONE, javaScript: true }],
    ['without JavaScript', { language: 'zh-CN', size: PHONE, javaScript: false }],
  ] as const)(
    'a file, prints its receipt and opens the certificate, %s',
    async (_, options) => {
      const { pdf } = await documentsOf(academy, row);
      const window = await chromium.window(options);
      const seen = async (...words: readonly string[]): Promise<void> => {
        for (const word of words) expect(await window.mainText()).toContain(word);
      };
      await window.visit('/verify');
      await window.page.setInputFiles('input[name="file"]', {
        name: 'certificate.pdf',
        mimeType: 'application/pdf',
        buffer: pdf,
      });
      await window.send('/verify/file');
      await seen(
        row.number,
        'Wang Fang',
        window.translator.t('certificate.heading_valid'),
        window.translator.t('check.step_unaltered_ok'),
      );
      await window.press('a[href^="/verify/receipts/"]');
      await seen(row.number, window.translator.t('receipt.checkpoint'));
      await window.press(`a[href="/c/${row.token}"]`);
      await seen(window.translator.t('check.step_notRevoked_ok'));
      await window.visit('/verify');
      await window.page.setInputFiles('input[name="file"]', {
        name: 'certificate.pdf',
        mimeType: 'application/pdf',
        buffer: Buffer.concat([pdf, Buffer.from('more')]),
      });
      await window.send('/verify/file');
      await seen(window.translator.t('check.heading_invalid'));
      expect(await window.mainText()).not.toContain('Wang Fang');
      expect(chromium.problems).toEqual([]);
      await window.close();
    },
    JOURNEY_LIMIT_MS,
  );
});
