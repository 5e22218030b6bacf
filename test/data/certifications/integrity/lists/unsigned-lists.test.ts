import { registerSeen, verifyKeysFrom, verifyLog } from '../../../../../src/certifications/index.js';
import { RegisterBinding } from '../../../../../src/certifications/binding/index.js';
import { answerRows, type StoredAnswer } from '../../../../../src/certifications/verification/data/answer-rows.js';
import { answersMac } from '../../../../../src/certifications/verification/data/list-bindings.js';
import { Jobs, Keys, ReadDatabase, Ticker, xlsxOf } from '../../../../../src/platform/index.js';
import { anEmployer } from '../../../../builders/employers.js';
import { certificateSteps } from '../../../../http/certifications/certificate-steps.js';
import { startedList } from '../../../../http/certifications/verification/started-list.js';
import { TestAcademy } from '../../../../support/app.js';
import { DATABASE } from '../../../../support/database.js';
import { signedIn } from '../../../../support/people.js';
import { type WebClient, wordsOf } from '../../../../support/web-client.js';

const A_WEEK = 7 * 86_400_000;

describe(`an employer’s list without a signature for what its rows say, on ${DATABASE}`, () => {
  let academy: TestAcademy;
  let browser: WebClient;
  let number: string;
  const { one } = certificateSteps(() => academy);
  const write = (text: string): Promise<unknown> => academy.connections.write.query(text);
  const faults = async (): Promise<string> => {
    const keys = { ...verifyKeysFrom(academy.app.get(Keys)), seen: registerSeen(academy.config) };
    return (await verifyLog(academy.app.get(ReadDatabase), [], keys)).faults.join('\n');
  };
  const send = async (): Promise<string> =>
    startedList(browser, await xlsxOf(['证书编号', '姓名'], [[number, '王芳']]));
  const page = async (list: string): Promise<string> => wordsOf((await browser.get(list)).text);
  const watch = async (): Promise<string> => {
    academy.clock.moveTo(academy.clock.now() + 61_000);
    await academy.app.get(Ticker).runNow('lists that no job answers');
    await academy.app.get(Jobs).finish();
    return academy.takeErrors().join('\n');
  };

  beforeEach(async () => {
    academy = await TestAcademy.open();
    ({ number } = (await one('王芳', null)).row);
    browser = await signedIn(academy, (await anEmployer(academy)).contact);
  }, 60_000);
  afterEach(() => academy.close());

  const expectNothingShown = async (list: string): Promise<void> => {
    const shown = await page(list);
    expect(shown).toContain('这份名单的结果不可信');
    expect(shown).not.toContain('有效');
    for (const form of ['csv', 'xlsx']) expect((await browser.get(`${list}/result.${form}`)).status).toBe(409);
    expect(academy.takeErrors().join()).toContain('or when it was answered, differs from what was signed');
    expect(await faults()).toContain('The employer’s list 名单.xlsx');
  };

  it('is not shown as answered at another time than was signed', async () => {
    const list = await send();
    await academy.app.get(Jobs).finish();
    expect(await page(list)).toContain('有效');
    await write(`UPDATE verification_batch SET answered_at = answered_at + ${A_WEEK}`);
    await expectNothingShown(list);
    await write(`UPDATE verification_batch SET answered_at = answered_at - ${A_WEEK}`);
    expect(await page(list)).toContain('有效');
    expect(await faults()).toBe('');
  });

  it('shows no rows of another round of answers, even with the MAC of that round', async () => {
    const list = await send();
    await academy.app.get(Jobs).finish();
    const listId = list.split('/').at(-1)!;
    await write(`UPDATE verification_record SET verdict = 'expired'`);
    const stored: StoredAnswer[] = [];
    for await (const rows of answerRows(academy.app.get(ReadDatabase).query, listId)) stored.push(...rows);
    const mac = answersMac(academy.app.get(RegisterBinding).key, { listId, before: null }, stored);
    await write(`UPDATE verification_batch SET answer_mac = '${mac}'`);
    await expectNothingShown(list);
  });

  it('is not answered by a time of an answer that somebody wrote, and is signed in spite of it', async () => {
    const list = await send();
    await write(`UPDATE verification_batch SET answered_at = ${academy.clock.now() + 3_000}`);
    await academy.app.get(Jobs).finish();
    expect((await browser.get(`${list}/answer.jws`)).status).toBe(200);
    expect(await page(list)).toContain('有效');
    expect(await faults()).toBe('');
  });

  it.each([
    ['is done', `UPDATE job SET state = 'done' WHERE kind = 'verification list'`],
    ['is gone', `DELETE FROM job WHERE kind = 'verification list'`],
  ])('is named, reported and answered where its job %s', async (_, end) => {
    const list = await send();
    await write(end);
    expect(await faults()).toMatch(
      /^The employer’s list 名单\.xlsx .+ has no signed answer, or its answer has no time\.$/,
    );
    expect(await page(list)).not.toContain('有效');
    expect(await watch()).toContain('no answer was signed: the list is answered again');
    expect(await page(list)).toContain('有效');
    expect(await faults()).toBe('');
    expect(await watch()).toBe('');
  });

  it.each([
    ['', ''],
    [' and its job is called not begun', `UPDATE job SET state = 'stopped', done = 0 WHERE kind = 'verification list'`],
  ])('is named and answered again where the time of its answer was removed%s', async (_, further) => {
    const list = await send();
    await academy.app.get(Jobs).finish();
    await write('UPDATE verification_batch SET answered_at = NULL');
    if (further !== '') await write(further);
    expect(await page(list)).not.toContain('有效');
    expect(await page(list)).not.toContain('还没有开始核验');
    if (further === '') {
      expect(await faults()).toMatch(/has no signed answer, or its answer has no time\.$/);
      expect(await watch()).toContain('the list is answered again');
    } else {
      await browser.submit(`${list}/resumption`);
      await academy.app.get(Jobs).finish();
    }
    expect(await page(list)).toContain('有效');
    expect(await faults()).toBe('');
  });

  it('is answered after all where it was given up and its questions are again as they were sent', async () => {
    const list = await send();
    await write(`UPDATE verification_batch SET purpose = '别的'`);
    await academy.app.get(Jobs).finish();
    expect(academy.takeErrors().join()).toContain('the list is not answered');
    expect(await watch()).toBe('');
    await write(`UPDATE verification_batch SET purpose = '校园招聘'`);
    await watch();
    expect(await page(list)).toContain('有效');
    expect(await faults()).toBe('');
  });
});
