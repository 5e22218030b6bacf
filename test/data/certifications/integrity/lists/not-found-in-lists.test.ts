import { AnswerList } from '../../../../../src/certifications/verification/actions/lists/answer-list.js';
import { Jobs, ReadDatabase, xlsxOf } from '../../../../../src/platform/index.js';
import sql from 'sql-template-tag';
import { anEmployer } from '../../../../builders/employers.js';
import { TestAcademy } from '../../../../support/app.js';
import { signedIn } from '../../../../support/people.js';
import { type WebClient, wordsOf } from '../../../../support/web-client.js';
import { certificateSteps } from '../../../../http/certifications/certificate-steps.js';
import { startedList } from '../../../../http/certifications/verification/started-list.js';

interface StoredAnswer {
  readonly summary: Record<string, number>;
  readonly rows: readonly { readonly verdict: string }[];
}

describe('a genuine certificate that cannot be found while a list is answered', () => {
  let academy: TestAcademy;
  let browser: WebClient;
  let number: string;
  let genuine: { readonly numberKey: string; readonly numberTag: string };
  const { one } = certificateSteps(() => academy);
  const write = (text: string): Promise<unknown> => academy.connections.write.query(text);

  beforeEach(async () => {
    academy = await TestAcademy.open();
    ({ number } = (await one('林雨洁', null)).row);
    browser = await signedIn(academy, (await anEmployer(academy)).contact);
    const [row] = await academy.app.get(ReadDatabase).query<{ numberKey: string; numberTag: string }>(sql`
      SELECT c.number_key AS "numberKey", b.number_tag AS "numberTag"
      FROM certificate c JOIN certificate_binding b ON b.certificate_id = c.id`);
    genuine = row!;
  }, 60_000);
  afterEach(async () => {
    academy.takeErrors();
    await academy.close();
  });

  /** Without the triggers that keep numbers as they are: on SQLite, a row that replaces another passes them. */
  const alter = async ({ numberKey, numberTag }: typeof genuine): Promise<void> => {
    const { isPostgres } = academy.app.get(ReadDatabase);
    const triggers = isPostgres
      ? []
      : await academy.connections.write.query<{ name: string; sql: string }[]>(
          `SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'certificate'`,
        );
    if (isPostgres) await write('ALTER TABLE certificate DISABLE TRIGGER USER');
    for (const { name } of triggers) await write(`DROP TRIGGER ${name}`);
    await write(`UPDATE certificate SET number_key = '${numberKey}'`);
    if (isPostgres) await write('ALTER TABLE certificate ENABLE TRIGGER USER');
    for (const { sql: text } of triggers) await write(text);
    await write(`UPDATE certificate_binding SET number_tag = '${numberTag}'`);
  };
  const remove = (): Promise<void> => alter({ numberKey: 'X1', numberTag: 'f'.repeat(64) });
  const putBack = (): Promise<void> => alter(genuine);
  const send = async (): Promise<string> => {
    const bytes = await xlsxOf(
      ['证书编号', '姓名'],
      [
        [number, '林雨洁'],
        [number, '别人'],
      ],
    );
    return startedList(browser, bytes);
  };
  const signed = async (list: string): Promise<StoredAnswer> => {
    const payload = (await browser.get(`${list}/answer.jws`)).text.split('.')[1] ?? '';
    return JSON.parse(Buffer.from(payload, 'base64url').toString()) as StoredAnswer;
  };
  /** Once, when every row is answered and nothing is signed, or when it is signed and not stored. */
  const once = (at: 'beforeSigning' | 'afterSigning', act: () => Promise<void>): void => {
    const steps = academy.app.get(AnswerList);
    const sign = steps['signAnswer'].bind(steps);
    steps['signAnswer'] = async (...given) => {
      steps['signAnswer'] = sign;
      if (at === 'beforeSigning') await act();
      const answer = await sign(...given);
      if (at === 'afterSigning') await act();
      return answer;
    };
  };

  it.each(['beforeSigning', 'afterSigning'] as const)(
    'is answered again where its rows are put back %s',
    async (moment) => {
      const list = await send();
      await remove();
      once(moment, putBack);
      await academy.app.get(Jobs).finish();
      expect((await signed(list)).rows.map(({ verdict }) => verdict)).toEqual(['valid', 'notFound']);
    },
  );

  it.each([
    ['', ''],
    [', whatever time of an answer somebody has written', 'UPDATE verification_batch SET answered_at = 1'],
  ])('“could not be checked” while its rows stay altered, and the office gets a task%s', async (_, written) => {
    const list = await send();
    await remove();
    if (written !== '') await write(written);
    await academy.app.get(Jobs).finish();
    expect((await signed(list)).summary).toEqual({ couldNotCheck: 2 });
    expect(academy.takeErrors().join()).toContain('records were altered while an employer’s list was answered');
  });

  it('is marked in a list that says that it was not found', async () => {
    const list = await send();
    const steps = academy.app.get(AnswerList);
    await remove();
    // As by a version that did not confirm it.
    steps['notFound'].execute = () => Promise.resolve('confirmed');
    await academy.app.get(Jobs).finish();
    expect((await signed(list)).summary).toEqual({ notFound: 2 });
    await putBack();
    const page = wordsOf((await browser.get(list)).text);
    for (const said of ['1 行的核验结果已经变化', '现在：有效']) expect(page).toContain(said);
    expect((await browser.get(`${list}/result.csv`)).text).toMatch(/林雨洁,不符,[^,]+,有效,/);
    expect(wordsOf((await browser.get('/employer/history')).text)).toContain('现在：有效');
  });
});
