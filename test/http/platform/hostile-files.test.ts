/** @database SQLite: what is refused are bytes, before any query. */
import type { TableFault } from '../../../src/platform/index.js';
import { HOSTILE_CREDENTIALS } from '../../builders/files/hostile-credentials.js';
import { HOSTILE_TEXTS } from '../../builders/files/hostile-texts.js';
import { HOSTILE_ARCHIVES } from '../../builders/files/hostile-archives.js';
import type { HostileFile } from '../../builders/files/hostile-file.js';
import { HOSTILE_WORKBOOKS } from '../../builders/files/hostile-workbooks.js';
import { anEmployer } from '../../builders/employers.js';
import { anIssuer } from '../../builders/issuers.js';
import { TestAcademy } from '../../support/app.js';
import { measureEventLoop } from '../../support/event-loop.js';
import { signedIn } from '../../support/people.js';
import { type Answer, type WebClient, wordsOf } from '../../support/web-client.js';

const MOST_UPLOADED = 5 * 1024 * 1024;
/** Milliseconds. The process has to parse and answer a page with the file's own bytes; tests share their processors. */
const LONGEST_BLOCK = 400;
/** Bytes by which the process may grow: two workers at their limits. */
const MOST_GROWN = 900 * 1024 * 1024;
const A_QUARTER = 16 * 60_000;
const MOST_TRIES = 3;

/** The text of each fault on an employer's page. */
const SAID: Readonly<Record<TableFault, string>> = {
  empty: '没有要核验的行',
  oldWorkbook: '.xls',
  withPassword: '密码',
  webPage: '其实是网页',
  workbook: '无法读取',
  notATable: '无法读取',
  unreadable: '无法读取',
  encodingUnclear: '文字编码',
  damaged: '无法读取',
  tooLong: '表格超过 10,000 行',
  tooWide: '超过 100 列',
  tooLarge: '内容太多',
  tooComplex: '限定的时间',
  busy: '没有读取',
};

/** What an employer reads where a cell can be read and is longer than any name. */
/** What is read, and refused as a list. */
const REFUSED_BY_LISTS = ['超过 100 个字符', '后面几位已经丢失'];

describe('a file designed to stop the server', () => {
  let academy: TestAcademy;
  let employer: WebClient;
  beforeAll(async () => {
    academy = await TestAcademy.open();
    employer = await signedIn(academy, (await anEmployer(academy)).contact);
  });
  /** The limit on uploads has its own tests. */
  beforeEach(() => academy.clock.moveTo(academy.clock.now() + A_QUARTER));
  afterAll(() => academy.close());

  /** The shortest of up to three measurements: what blocks does so each time, whatever else the processors do. */
  const measured = async (send: () => Promise<Answer>): Promise<Answer> => {
    for (let tries = 1; ; tries += 1) {
      const before = process.memoryUsage.rss();
      const { result, longestBlockMs } = await measureEventLoop(send);
      expect(process.memoryUsage.rss() - before).toBeLessThan(MOST_GROWN);
      if (longestBlockMs < LONGEST_BLOCK) return result;
      if (tries === MOST_TRIES) throw new Error(`The process was blocked ${tries} times, now for ${longestBlockMs} ms`);
      academy.clock.moveTo(academy.clock.now() + A_QUARTER);
    }
  };
  const sendList = (bytes: Buffer, name: string): Promise<Answer> =>
    employer.upload(
      '/employer/lists',
      { purpose: '校招' },
      { field: 'file', name, type: 'application/octet-stream', bytes },
    );
  const named = (files: readonly HostileFile[]): [string, HostileFile][] => files.map((file) => [file.what, file]);

  it.each([...named(HOSTILE_WORKBOOKS), ...named(HOSTILE_ARCHIVES), ...named(HOSTILE_TEXTS)])(
    'as a list with %s is refused with a message, or read, and blocks nobody',
    async (_, { bytes, fault }) => {
      const file = bytes();
      expect(file.length).toBeLessThan(MOST_UPLOADED);
      let answer = await measured(() => sendList(file, 'list'));
      // The reader's limit is in elapsed time: if other programs keep the processors busy, a file may reach it before
      // its own fault is found.
      for (
        let again = 0;
        again < 3 && fault !== 'tooComplex' && wordsOf(answer.text).includes(SAID.tooComplex);
        again += 1
      ) {
        academy.clock.moveTo(academy.clock.now() + A_QUARTER);
        answer = await measured(() => sendList(file, 'list'));
      }
      if (fault === null)
        expect(answer.status === 303 || REFUSED_BY_LISTS.some((said) => wordsOf(answer.text).includes(said))).toBe(
          true,
        );
      else expect([answer.status, wordsOf(answer.text)]).toEqual([422, expect.stringContaining(SAID[fault])]);
    },
  );

  it.each(named(HOSTILE_TEXTS))('as trainees with %s is answered, and blocks nobody', async (_, { bytes }) => {
    const coordinator = await signedIn(academy, 'coordinator');
    const file = Buffer.concat([Buffer.from('姓名,'), bytes()]).subarray(0, MOST_UPLOADED - 1);
    const answer = await measured(() =>
      coordinator.upload(
        '/office/trainees/import',
        {},
        { field: 'file', name: 'a.csv', type: 'text/csv', bytes: file },
      ),
    );
    expect([200, 422]).toContain(answer.status);
  });

  it.each(HOSTILE_CREDENTIALS.map((one) => [one.what, one] as const))(
    'as a certificate with %s is explained, and blocks nobody',
    async (_, { bytes }) => {
      const visitor = academy.client();
      await visitor.get('/verify');
      const file = await bytes(await anIssuer(null));
      expect(file.length).toBeLessThan(MOST_UPLOADED);
      const answer = await measured(() =>
        visitor.upload(
          '/verify/file',
          {},
          { field: 'file', name: 'a.bin', type: 'application/octet-stream', bytes: file },
        ),
      );
      expect(answer.status).toBe(200);
      expect(wordsOf(answer.text)).not.toContain('这份证书有效');
    },
  );
});
