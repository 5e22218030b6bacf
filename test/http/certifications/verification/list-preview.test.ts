import sql from 'sql-template-tag';
import { Jobs, ReadDatabase, xlsxOf } from '../../../../src/platform/index.js';
import { WatchLists } from '../../../../src/certifications/verification/actions/lists/watch-lists.js';
import { aWorkbook, rowsOfTexts } from '../../../builders/files/workbooks.js';
import { anEmployer, type BuiltEmployer } from '../../../builders/employers.js';
import { TestAcademy } from '../../../support/app.js';
import { signedIn } from '../../../support/people.js';
import { type WebClient, wordsOf } from '../../../support/web-client.js';
import { certificateSteps } from '../certificate-steps.js';
import { startedList } from './started-list.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

describe('a list before it is started', () => {
  let academy: TestAcademy;
  let employer: BuiltEmployer;
  let browser: WebClient;
  const { one } = certificateSteps(() => academy);
  beforeAll(async () => {
    academy = await TestAcademy.open();
    employer = await anEmployer(academy);
    browser = await signedIn(academy, employer.contact);
  });
  afterAll(() => academy.close());

  const uploaded = async (heads: readonly string[], rows: readonly string[][]): Promise<string> => {
    const file = { field: 'file', name: '名单.xlsx', type: XLSX, bytes: await xlsxOf(heads, rows) };
    await browser.get('/employer');
    return (await browser.upload('/employer/lists', { purpose: '校招' }, file)).location ?? 'nowhere';
  };
  const answers = async (): Promise<number> => {
    await academy.app.get(Jobs).finish();
    return academy.app.get(ReadDatabase).count(sql`SELECT COUNT(*) FROM verification_record`);
  };
  const page = async (path: string): Promise<string> => wordsOf((await browser.visit(path)).text);

  it('shows which columns were read, verifies nothing and keeps no answer, whatever its columns hold', async () => {
    const { row } = await one('林知遥', null);
    const before = await answers();
    // The only column of words holds the managers.
    const path = await uploaded(
      ['工号', '直属上级', '证书编号'],
      ['王强', '李敏', '张伟', '刘洋', '陈静', '杨帆', '赵磊', '周涛'].map((name, at) => [`E${at}`, name, row.number]),
    );
    const shown = await page(path);
    for (const told of ['“证书编号”', '“直属上级”', '共 8 行', '还没有开始核验', '王强', '陈静'])
      expect(shown).toContain(told);
    expect(shown).not.toContain('杨帆');
    expect(await answers()).toBe(before);
    expect((await browser.get(`${path}/result.csv`)).status).toBe(409);
    expect((await browser.get(`${path}/answer.jws`)).status).toBe(409);
    expect(await page('/employer')).toContain('待核对');
  });

  it('is deleted when it is discarded', async () => {
    const path = await uploaded(['姓名', '证书编号'], [['云安全工程师', 'A-1']]);
    expect(wordsOf((await browser.submit(`${path}/removal`, {}, path)).text)).toContain('已放弃并删除“名单.xlsx”');
    expect((await browser.get(path)).status).toBe(404);
    expect((await browser.post(`${path}/resumption`)).status).toBe(404);
    expect(
      await academy.app
        .get(ReadDatabase)
        .first(sql`SELECT act AS "act" FROM audit_entry WHERE act LIKE 'certificates.list%' ORDER BY id DESC LIMIT 1`),
    ).toEqual({ act: 'certificates.listDiscarded' });
  });

  it('is not discarded if it was started in another tab', async () => {
    const path = await startedList(browser, await xlsxOf(['证书编号', '姓名'], [['A-1', '无']]));
    expect(wordsOf((await browser.submit(`${path}/removal`)).text)).toContain('这份名单已经开始核验');
    await academy.app.get(Jobs).finish();
    expect(wordsOf((await browser.submit(`${path}/removal`)).text)).toContain('这份名单已经开始核验');
    expect((await browser.get(`${path}/result.csv`)).status).toBe(200);
  });

  it('is no longer taken where twenty wait already, and leaves nothing behind where it is discarded', async () => {
    const other = await anEmployer(academy);
    const contact = await signedIn(academy, other.contact);
    const bytes = await xlsxOf(['证书编号', '姓名'], [['A-1', '无']]);
    await contact.get('/employer');
    const send = () =>
      contact.upload('/employer/lists', { purpose: '校招' }, { field: 'file', name: '名单.xlsx', type: XLSX, bytes });
    const paths: string[] = [];
    for (let sent = 0; sent < 20; sent += 1) paths.push((await send()).location ?? 'nowhere');
    const refused = await send();
    expect([refused.status, wordsOf(refused.text)]).toEqual([
      422,
      expect.stringContaining('已有 20 份名单还没有核验完'),
    ]);
    await contact.submit(`${paths[0]}/removal`);
    expect(
      await academy.app
        .get(ReadDatabase)
        .count(sql`SELECT COUNT(*) FROM job WHERE subject_id = ${paths[0]!.split('/').at(-1)}`),
    ).toBe(0);
    expect((await send()).status).toBe(303);
  });

  it('names the sheets that were not read, and shows rows with another kind of number or name', async () => {
    const { row } = await one('苏合', null);
    const sheets = [
      { name: '说明', rows: rowsOfTexts([['请填写'], ['每行一人']]) },
      {
        name: '2025',
        rows: rowsOfTexts([
          ['证书编号', '姓名'],
          [row.number, '苏合'],
          ['E-77', '钱七'],
          ['', '孙八'],
        ]),
      },
      {
        name: '2026',
        rows: rowsOfTexts([
          ['证书编号', '姓名'],
          [row.number, '苏合'],
        ]),
      },
    ];
    const file = { field: 'file', name: '名单.xlsx', type: XLSX, bytes: aWorkbook({ sheets }) };
    await browser.get('/employer');
    const shown = await page(
      (await browser.upload('/employer/lists', { purpose: '校招' }, file)).location ?? 'nowhere',
    );
    for (const told of [
      '文件中有未读取的内容',
      '工作表“说明”',
      '工作表“2026”',
      '请看一下这 1 行',
      'E-77',
      '1 行缺少编号或姓名',
    ])
      expect(shown).toContain(told);
    expect(shown).not.toContain('工作表“2025”');
  });

  it('is not shown if its rows or columns were altered meanwhile, and not answered', async () => {
    const path = await uploaded(['证书编号', '姓名'], [['A-1', '无']]);
    const { write } = academy.connections;
    const id = path.split('/').at(-1)!;
    for (const [column, from, to] of [
      ['columns', '姓名', '部门'],
      ['rows', 'A-1', 'A-2'],
    ] as const) {
      await write.query(
        `UPDATE verification_batch SET ${column} = REPLACE(${column}, '${from}', '${to}') WHERE id = '${id}'`,
      );
      expect(await page(path)).toContain('这份名单的结果不可信');
      await write.query(
        `UPDATE verification_batch SET ${column} = REPLACE(${column}, '${to}', '${from}') WHERE id = '${id}'`,
      );
      expect(await page(path)).toContain('还没有开始核验');
    }
  });

  it('is not answered by a job that somebody else has set running, or called done', async () => {
    const path = await uploaded(['证书编号', '姓名'], [['A-1', '无']]);
    const before = await answers();
    const id = path.split('/').at(-1)!;
    for (const state of ['running', 'done']) {
      await academy.connections.write.query(`UPDATE job SET state = '${state}' WHERE subject_id = '${id}'`);
      await academy.app.get(WatchLists).execute();
      expect(await answers()).toBe(before);
      expect(academy.takeErrors().join()).toContain('its employer has not started');
      expect(await page(path)).toContain('还没有开始核验');
      academy.clock.moveTo(academy.clock.now() + 2 * 3_600_000);
      browser = await signedIn(academy, employer.contact);
    }
    await browser.submit(`${path}/resumption`);
    expect(await answers()).toBe(before + 1);
  });

  it('costs none of the rows of a day if it is discarded', async () => {
    const other = await anEmployer(academy);
    const contact = await signedIn(academy, other.contact);
    const rows = Array.from({ length: 9_000 }, (_, at) => [`A-${at}`, '无']);
    const bytes = await xlsxOf(['证书编号', '姓名'], rows);
    await contact.get('/employer');
    for (let sent = 0; sent < 6; sent += 1) {
      const file = { field: 'file', name: '名单.xlsx', type: XLSX, bytes };
      const { location } = await contact.upload('/employer/lists', { purpose: '校招' }, file);
      await contact.submit(`${location}/removal`, {}, location);
      expect((await contact.get(location ?? 'nowhere')).status).toBe(404);
    }
  });

  it('can be discarded after it was stopped before its first row', async () => {
    const path = await startedList(browser, await xlsxOf(['证书编号', '姓名'], [['A-1', '无']]));
    await browser.submit(`${path}/stop`);
    expect(await page(path)).toContain('还没有开始核验');
    expect(wordsOf((await browser.submit(`${path}/removal`, {}, path)).text)).toContain('已放弃并删除');
  });

  it('says so where all is answered already, and writes nothing', async () => {
    const path = await startedList(browser, await xlsxOf(['证书编号', '姓名'], [['A-1', '无']]));
    await academy.app.get(Jobs).finish();
    const entries = (): Promise<number> => academy.app.get(ReadDatabase).count(sql`SELECT COUNT(*) FROM audit_entry`);
    const before = await entries();
    for (const act of ['resumption', 'stop'])
      expect(wordsOf((await browser.submit(`${path}/${act}`, {}, path)).text)).toContain('已经全部答复');
    expect(await entries()).toBe(before);
  });

  it('is nobody else’s to start or to discard', async () => {
    const path = await uploaded(['证书编号', '姓名'], [['A-1', '无']]);
    const other = await signedIn(academy, (await anEmployer(academy)).contact);
    await other.get('/employer');
    for (const act of ['resumption', 'removal']) expect((await other.post(`${path}/${act}`)).status).toBe(404);
    expect(await page(path)).toContain('还没有开始核验');
  });
});
