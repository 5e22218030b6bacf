import { AnswerList } from '../../../../src/certifications/verification/actions/lists/answer-list.js';
import { MakeReceipt } from '../../../../src/certifications/verification/actions/make-receipt.js';
import { VerifyCertificate } from '../../../../src/certifications/verification/actions/verify-certificate.js';
import { Jobs, xlsxOf } from '../../../../src/platform/index.js';
import { anEmployer, type BuiltEmployer } from '../../../builders/employers.js';
import { TestAcademy } from '../../../support/app.js';
import { signedIn } from '../../../support/people.js';
import { type WebClient, wordsOf } from '../../../support/web-client.js';
import { certificateSteps } from '../certificate-steps.js';
import { startedList } from './started-list.js';

describe('a certificate that its holder hides while it is verified', () => {
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

  const issued = async (name: string) => {
    const { scenario, row } = await one(name, null);
    const holder = await signedIn(academy, scenario.trainees[0]!);
    const path = `/my/certificates/${row.id}`;
    return { row, hide: () => holder.submit(`${path}/hiding`, {}, path) };
  };
  const send = async (rows: string[][]): Promise<string> => {
    return startedList(browser, await xlsxOf(['证书编号', '姓名'], rows));
  };

  it('is not found in a list that is signed afterwards', async () => {
    const { row, hide } = await issued('亓昉');
    const location = await send([[row.number, '亓昉']]);
    const steps = academy.app.get(AnswerList);
    const sign = steps['signAnswer'].bind(steps);
    // All rows are answered, and nothing is signed: as after a stop.
    steps['signAnswer'] = async (...given) => {
      steps['signAnswer'] = sign;
      await hide();
      return sign(...given);
    };
    await academy.app.get(Jobs).finish();
    const answer = (await browser.get(`${location}/answer.jws`)).text.split('.')[1] ?? '';
    const { summary, rows } = JSON.parse(Buffer.from(answer, 'base64url').toString()) as Record<string, object>;
    expect(summary).toEqual({ notFound: 1 });
    expect(rows).toEqual([expect.objectContaining({ verdict: 'notFound', certificate: null })]);
  });

  it('is counted among the rows of a list that have changed', async () => {
    const { row, hide } = await issued('易安');
    const location = await send([[row.number, '易安']]);
    await academy.app.get(Jobs).finish();
    expect(wordsOf((await browser.get(location)).text)).not.toContain('现在：');
    await hide();
    const page = wordsOf((await browser.get(location)).text);
    for (const said of ['1 行的核验结果已经变化', '现在：']) expect(page).toContain(said);
  });

  it('is not in the answer to a program', async () => {
    const { row, hide } = await issued('双儿');
    const verify = academy.app.get(VerifyCertificate);
    const lookUp = verify.byNumbers.bind(verify);
    verify.byNumbers = async (questions) => {
      verify.byNumbers = lookUp;
      const answers = await lookUp(questions);
      await hide();
      return answers;
    };
    const payload = JSON.stringify({ purpose: '校招', items: [{ number: row.number, name: '双儿' }] });
    const { text } = await academy.client(null).request({
      method: 'POST',
      path: '/api/v1/verifications',
      payload,
      headers: {
        accept: 'application/json',
        'content-type': 'application/json',
        authorization: `Bearer ${employer.key}`,
      },
    });
    const { results } = JSON.parse(text) as { results: { verdict: string; certificate: object | null }[] };
    expect(results).toEqual([expect.objectContaining({ verdict: 'couldNotCheck', certificate: null })]);
  });

  it('is not in a receipt', async () => {
    const { row, hide } = await issued('冯远');
    const visitor = academy.client(null);
    const form = `/verify/receipts/new?token=${row.token}`;
    const receipts = academy.app.get(MakeReceipt);
    const make = receipts.execute.bind(receipts);
    receipts.execute = async (...given) => {
      receipts.execute = make;
      await hide();
      return make(...given);
    };
    const { location } = await visitor.post('/verify/receipts', { token: row.token }, form);
    const page = wordsOf((await visitor.get(location ?? 'nowhere')).text);
    expect(page).toContain('未能核验');
    for (const kept of ['冯远', row.number, '这份证书有效']) expect(page).not.toContain(kept);
  });
});
