import sql from 'sql-template-tag';
import { registerSeen, SignCertificates, verifyKeysFrom, verifyLog } from '../../../../../src/certifications/index.js';
import { RegisterBinding } from '../../../../../src/certifications/binding/index.js';
import { ListAnswers } from '../../../../../src/certifications/verification/actions/lists/list-answers.js';
import { answerRows, type StoredAnswer } from '../../../../../src/certifications/verification/data/answer-rows.js';
import { answersMac, boundList } from '../../../../../src/certifications/verification/data/list-bindings.js';
import { Jobs, Keys, type QueryFunction, ReadDatabase, xlsxOf } from '../../../../../src/platform/index.js';
import { anEmployer } from '../../../../builders/employers.js';
import { certificateSteps } from '../../../../http/certifications/certificate-steps.js';
import { TestAcademy } from '../../../../support/app.js';
import { DATABASE } from '../../../../support/database.js';
import { signedIn } from '../../../../support/people.js';
import type { WebClient } from '../../../../support/web-client.js';
import { startedList } from '../../../../http/certifications/verification/started-list.js';

interface Answer {
  readonly employer: string;
  readonly purpose: string;
  readonly rows: readonly { readonly name: string; readonly verdict: string }[];
}

describe(`the signed answer to an employer’s list, on ${DATABASE}`, () => {
  let academy: TestAcademy;
  let browser: WebClient;
  let employerName: string;
  let number: string;
  const { one } = certificateSteps(() => academy);
  const write = (text: string): Promise<unknown> => academy.connections.write.query(text);
  const faults = async (): Promise<string> => {
    const keys = { ...verifyKeysFrom(academy.app.get(Keys)), seen: registerSeen(academy.config) };
    return (await verifyLog(academy.app.get(ReadDatabase), [], keys)).faults.join('\n');
  };
  const sent = async (): Promise<string> => {
    const bytes = await xlsxOf(
      ['证书编号', '姓名'],
      [
        [number, '王芳'],
        ['JNIT-2026-7', '赵六'],
      ],
    );
    return startedList(browser, bytes);
  };
  const answered = async (list: string): Promise<Answer> => {
    const payload = (await browser.get(`${list}/answer.jws`)).text.split('.')[1] ?? '';
    return JSON.parse(Buffer.from(payload, 'base64url').toString()) as Answer;
  };

  beforeEach(async () => {
    academy = await TestAcademy.open();
    const { row } = await one('王芳', null);
    number = row.number;
    await academy.app.get(SignCertificates).execute();
    const employer = await anEmployer(academy);
    browser = await signedIn(academy, employer.contact);
    const [stored] = await academy.app
      .get(ReadDatabase)
      .query<{ name: string }>(sql`SELECT name AS "name" FROM employer`);
    employerName = stored!.name;
  }, 60_000);
  afterEach(async () => {
    academy.takeErrors();
    await academy.close();
  });

  it('carries the name that the employer had when it submitted the list, whatever it is called later', async () => {
    const list = await sent();
    await write(`UPDATE employer SET name = '济南市公安局'`);
    await academy.app.get(Jobs).finish();
    expect(await answered(list)).toMatchObject({ employer: employerName, purpose: '校园招聘' });
    expect(await faults()).toBe('');
  });

  it.each([
    ['employer_name', `'济南市公安局'`],
    ['employer_name', 'NULL'],
    ['created_by_name', `'别人'`],
  ])('is not given if the list’s %s was set to %s', async (column, value) => {
    const list = await sent();
    await write(`UPDATE verification_batch SET ${column} = ${value}`);
    await academy.app.get(Jobs).finish();
    expect((await browser.get(`${list}/answer.jws`)).status).toBe(404);
    expect(await faults()).toContain('The employer’s list');
  });

  it('is not given to another employer, to whom somebody has moved the list', async () => {
    const list = await sent();
    await academy.app.get(Jobs).finish();
    expect((await browser.get(`${list}/answer.jws`)).status).toBe(200);
    const other = await anEmployer(academy);
    await write(`UPDATE verification_batch SET employer_id = '${other.id}'`);
    const stranger = await signedIn(academy, other.contact);
    expect((await stranger.get(`${list}/answer.jws`)).status).toBe(409);
  });

  it('answers what was asked: a row about somebody else is answered again, even if its MAC holds', async () => {
    const list = await sent();
    const answers = academy.app.get(ListAnswers);
    const forSigning = answers.executeForSigning.bind(answers);
    let isAltered = false;
    answers.executeForSigning = async function* (bound) {
      if (!isAltered) {
        isAltered = true;
        await write(`UPDATE verification_record SET asked_name = '李四' WHERE asked_name = '王芳'`);
        const stored: StoredAnswer[] = [];
        for await (const rows of answerRows(academy.app.get(ReadDatabase).query, bound.id)) stored.push(...rows);
        const of = { listId: bound.id, before: null };
        const mac = answersMac(academy.app.get(RegisterBinding).key, of, stored);
        await write(`UPDATE verification_batch SET answer_mac = '${mac}'`);
      }
      yield* forSigning(bound);
    };
    await academy.app.get(Jobs).finish();
    expect(academy.takeErrors().join()).toContain('the list is answered again');
    expect((await answered(list)).rows.map(({ name, verdict }) => [name, verdict])).toEqual([
      ['王芳', 'valid'],
      ['赵六', 'notFound'],
    ]);
  });

  it('is made from the one read that was checked', async () => {
    const id = (await sent()).split('/').at(-1)!;
    const { query } = academy.app.get(ReadDatabase);
    let reads = 0;
    const counted: QueryFunction = (text) => {
      reads += 1;
      return query(text);
    };
    const list = await boundList(counted, academy.app.get(RegisterBinding).key, id);
    expect(list).toMatchObject({ employerName, purpose: '校园招聘', filename: '名单.xlsx', size: 2 });
    expect(list!.rows.map(({ name }) => name)).toEqual(['王芳', '赵六']);
    expect(reads).toBe(1);
  });
});
