import { registerSeen, SignCertificates, verifyKeysFrom, verifyLog } from '../../../../../src/certifications/index.js';
import { ListAnswers } from '../../../../../src/certifications/verification/actions/lists/list-answers.js';
import { Jobs, Keys, ReadDatabase, xlsxOf } from '../../../../../src/platform/index.js';
import { anEmployer } from '../../../../builders/employers.js';
import { certificateSteps, type Row } from '../../../../http/certifications/certificate-steps.js';
import { TestAcademy } from '../../../../support/app.js';
import { DATABASE } from '../../../../support/database.js';
import { commandLineOf } from '../../../../support/operator.js';
import { signedIn } from '../../../../support/people.js';
import { wordsOf } from '../../../../support/web-client.js';
import { startedList } from '../../../../http/certifications/verification/started-list.js';

describe(`somebody who alters an employer’s list in the database, on ${DATABASE}`, () => {
  let academy: TestAcademy;
  const { one } = certificateSteps(() => academy);
  const write = (text: string): Promise<unknown> => academy.connections.write.query(text);
  const sealed = async (name: string): Promise<Row> => {
    const { row } = await one(name, null);
    await academy.app.get(SignCertificates).execute();
    return row;
  };

  const faults = async (): Promise<string> =>
    (
      await verifyLog(academy.app.get(ReadDatabase), [], {
        ...verifyKeysFrom(academy.app.get(Keys)),
        seen: registerSeen(academy.config),
      })
    ).faults.join('\n');

  beforeEach(async () => {
    academy = await TestAcademy.open();
  }, 60_000);
  afterEach(async () => {
    academy.takeErrors();
    await academy.close();
  });

  it('gets no signature under altered rows: the list is answered anew', async () => {
    const row = await sealed('王芳');
    const employer = await anEmployer(academy);
    const browser = await signedIn(academy, employer.contact);
    const rows = Array.from({ length: 60 }, (_, at) => [at === 55 ? row.number : `JNIT-2026-${at}`, '王芳']);
    const location = await startedList(browser, await xlsxOf(['证书编号', '姓名'], rows));
    // Every row is answered and none is signed yet.
    const answers = academy.app.get(ListAnswers);
    const vouched = answers.executeForSigning.bind(answers);
    let isAltered = false;
    answers.executeForSigning = async function* (listId) {
      if (!isAltered)
        await write(
          `UPDATE verification_record SET verdict = 'invalid', certificate_id = NULL WHERE certificate_id = '${row.id}'`,
        );
      isAltered = true;
      yield* vouched(listId);
    };
    await academy.app.get(Jobs).finish();
    expect(academy.takeErrors().join()).toContain('the list is answered again');
    const answer = (await browser.get(`${location}/answer.jws`)).text.split('.')[1] ?? '';
    const told = JSON.parse(Buffer.from(answer, 'base64url').toString()) as { summary: Record<string, number> };
    expect(told.summary).toMatchObject({ valid: 1 });
  });

  it('gets neither rows nor files of a list whose rows or questions were altered', async () => {
    const row = await sealed('王芳');
    const employer = await anEmployer(academy);
    const browser = await signedIn(academy, employer.contact);
    const sent = async (): Promise<string> => {
      const rows = [
        [row.number, '王芳'],
        ['JNIT-2026-7', '赵六'],
      ];
      return startedList(browser, await xlsxOf(['证书编号', '姓名'], rows));
    };
    const page = async (path: string): Promise<string> => wordsOf((await browser.get(path)).text);
    const answered = await sent();
    await academy.app.get(Jobs).finish();
    expect(await page(answered)).toContain('赵六');
    expect((await browser.get(`${answered}/result.csv`)).status).toBe(200);
    expect(await faults()).toBe('');
    await write(`UPDATE verification_record SET verdict = 'revoked', certificate_id = '${row.id}' WHERE line = 3`);
    expect(await faults()).toMatch(
      /^The employer’s list 名单\.xlsx .+ altered\.\nCheck .+ of number JNIT-2026-7: .+ altered\.$/,
    );
    expect(await page(answered)).toContain('这份名单的结果不可信');
    expect(await page(answered)).not.toContain('赵六');
    for (const form of ['csv', 'xlsx']) expect((await browser.get(`${answered}/result.${form}`)).status).toBe(409);
    expect((await browser.get(`${answered}/answer.jws`)).status).toBe(200);
    const waiting = await sent();
    await write(`UPDATE verification_batch SET rows = REPLACE(rows, '赵六', '王芳') WHERE answered_at IS NULL`);
    await academy.app.get(Jobs).finish();
    expect(await page(waiting)).toContain('这份名单的结果不可信');
    expect((await faults()).match(/The employer’s list/g)).toHaveLength(2);
    expect((await browser.get(`${waiting}/answer.jws`)).status).toBe(404);
    expect(academy.takeErrors().join()).toContain('differ from those that were sent');
  });

  it('gains nothing by taking away what binds a list: it is not shown, saved or answered', async () => {
    const row = await sealed('王芳');
    const employer = await anEmployer(academy);
    const browser = await signedIn(academy, employer.contact);
    const sent = async (): Promise<string> => {
      const bytes = await xlsxOf(['证书编号', '姓名'], [[row.number, '赵六']]);
      return startedList(browser, bytes);
    };
    const answered = await sent();
    await academy.app.get(Jobs).finish();
    await write(`UPDATE verification_batch SET answer_mac = NULL`);
    await write(`UPDATE verification_record SET verdict = 'valid', certificate_id = '${row.id}'`);
    for (const form of ['csv', 'xlsx']) expect((await browser.get(`${answered}/result.${form}`)).status).toBe(409);
    expect(wordsOf((await browser.get(answered)).text)).toContain('这份名单的结果不可信');
    const waiting = await sent();
    await write(`UPDATE verification_batch SET questions_mac = NULL WHERE answered_at IS NULL`);
    await academy.app.get(Jobs).finish();
    expect(await faults()).toContain('The employer’s list');
    expect((await browser.get(`${waiting}/answer.jws`)).status).toBe(404);
  });

  it('gets no verdict of another into an employer’s history, on the page, as a file and for a program', async () => {
    const row = await sealed('王芳');
    const employer = await anEmployer(academy);
    const browser = await signedIn(academy, employer.contact);
    await browser.post('/verify', { number: row.number, name: '李四' }, '/verify');
    const history = async (): Promise<string> => wordsOf((await browser.get('/employer/history')).text);
    const told = await history();
    expect(told).toContain('李四');
    expect(told).not.toContain('保存的记录');
    await write(`UPDATE verification_record SET verdict = 'valid', certificate_id = '${row.id}'`);
    expect(await history()).toContain('未能核验 保存的记录与当时的答复不一致');
    const file = (await browser.get('/employer/history.csv')).text;
    expect(file).toContain('未能核验');
    expect(file).not.toContain('有效');
    expect(academy.takeErrors().join()).toContain('a line of an employer’s history differs from what was answered');
    expect(await faults()).toMatch(/^Check .+ altered\.$/);
    await browser.post('/verify', { number: row.number, name: '王五' }, '/verify');
    await write(`UPDATE verification_record SET mac = NULL WHERE asked_name = '王五'`);
    expect(await faults()).toContain('1 lists and checks of employers have no binding, and there were 0');
    academy.takeErrors();
    await write(`UPDATE verification_record SET mac = NULL`);
    expect(await history()).toContain('未能核验 保存的记录与当时的答复不一致');
    // In an academy that never had answers without a binding nobody takes them for old.
    academy.clock.moveTo(academy.clock.now() + 2 * 3_600_000);
    await history();
    expect(academy.takeErrors().join()).toContain('a line of an employer’s history differs from what was answered');
  });

  it('is distinguished from a change of the master key, after which an operator binds lists and history again', async () => {
    const row = await sealed('王芳');
    const employer = await anEmployer(academy);
    const browser = await signedIn(academy, employer.contact);
    await startedList(browser, await xlsxOf(['证书编号', '姓名'], [[row.number, '王芳']]));
    await academy.app.get(Jobs).finish();
    const withAnotherKey = commandLineOf(academy.config, { MASTER_KEY: 'ab'.repeat(32) });
    const KEPT = /employer’s (list|history)/;
    expect((await withAnotherKey('verify-log')).errors).toMatch(KEPT);
    expect((await withAnotherKey('bind-register')).output).toContain('Answers bound      2');
    expect((await withAnotherKey('verify-log')).errors).not.toMatch(KEPT);
    await write(`UPDATE verification_record SET verdict = 'revoked'`);
    expect((await withAnotherKey('bind-register')).output).toContain('Answers bound      0');
    expect((await withAnotherKey('verify-log')).errors).toMatch(KEPT);
  }, 60_000);
});
