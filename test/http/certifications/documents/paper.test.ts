/** @database SQLite: what is drawn on the pages of a PDF. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TEST_START, TestAcademy } from '../../../support/app.js';
import { documentsOf } from '../sealed.js';
import { certificateSteps } from '../certificate-steps.js';

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

/** Where poppler-utils are not installed these are shown as skipped. */
const inPoppler = ['pdftotext', 'pdfinfo', 'pdftoppm'].every(has) ? it : it.skip;

describe('a certificate on paper', () => {
  let academy: TestAcademy;
  beforeAll(async () => {
    academy = await TestAcademy.open();
  });
  beforeEach(() => academy.clock.moveTo(TEST_START));
  afterAll(() => academy.close());
  const { one, revoke } = certificateSteps(() => academy);

  describe('the paper', () => {
    const read = async (token: string): Promise<{ text: string; info: string; file: string }> => {
      const answer = await academy.client().get(`/c/${token}.pdf`);
      expect([answer.status, answer.headers['content-type'], answer.bytes.subarray(0, 5).toString()]).toEqual([
        200,
        'application/pdf',
        '%PDF-',
      ]);
      const file = join(mkdtempSync(join(tmpdir(), 'certificate-')), 'certificate.pdf');
      writeFileSync(file, answer.bytes);
      return { text: run('pdftotext', ['-layout', file, '-']), info: run('pdfinfo', [file]), file };
    };

    inPoppler('is one tagged A4 page with its words as text, and a code that opens its page', async () => {
      const { row } = await one('郑爽', 'Zheng Shuang');
      const { text, info, file } = await read(row.token);
      for (const printed of [
        '郑爽',
        'Zheng Shuang',
        row.number,
        '结业证书',
        'Certificate of Completion',
        '云计算管理员',
        '济南信息技术学院',
      ])
        expect(text).toContain(printed);
      expect(info).toMatch(/Tagged:\s+yes/);
      expect(info).toMatch(/Pages:\s+1\b/);
      expect(info).toMatch(/A4/);
      if (!has('zbarimg')) return;
      run('pdftoppm', ['-r', '150', '-png', '-singlefile', file, file]);
      expect(run('zbarimg', ['-q', '--raw', `${file}.png`]).trim()).toBe(`http://academy.example/c/${row.token}`);
    });

    it('stays byte for byte what was signed when it is revoked; the picture is stamped', async () => {
      const { row } = await one('冯玉', null);
      await documentsOf(academy, row);
      const signed = (await academy.client().get(`/c/${row.token}.pdf`)).bytes;
      expect((await academy.client().get(`/c/${row.token}.svg`)).text).not.toContain('REVOKED');
      await revoke(row);
      expect((await academy.client().get(`/c/${row.token}.pdf`)).bytes.equals(signed)).toBe(true);
      expect((await academy.client().get(`/c/${row.token}.svg`)).text).toContain('已吊销 REVOKED');
    });

    it('has a small picture of the same words', async () => {
      const { row } = await one('陈晓', 'Chen Xiao');
      const answer = await academy.client().get(`/c/${row.token}.svg`);
      expect(answer.headers['content-type']).toContain('image/svg+xml');
      expect(answer.text).toContain('陈晓');
      expect(answer.text).not.toMatch(/<script|style=/);
    });
  });
});
