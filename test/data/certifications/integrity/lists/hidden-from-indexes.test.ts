import { VerifyCertificate } from '../../../../../src/certifications/index.js';
import { AnswerList } from '../../../../../src/certifications/verification/actions/lists/answer-list.js';
import { Jobs, xlsxOf } from '../../../../../src/platform/index.js';
import { anEmployer } from '../../../../builders/employers.js';
import { certificateSteps, type Row } from '../../../../http/certifications/certificate-steps.js';
import { startedList } from '../../../../http/certifications/verification/started-list.js';
import { TestAcademy } from '../../../../support/app.js';
import { DATABASE } from '../../../../support/database.js';
import { hideFromIndex, preferIndexes } from '../../../../support/lying-index.js';
import { signedIn } from '../../../../support/people.js';
import type { WebClient } from '../../../../support/web-client.js';

const NAME = '林雨洁';

describe(`a genuine certificate that the database’s indexes lack, on ${DATABASE}`, () => {
  let academy: TestAcademy;
  let browser: WebClient;
  let row: Row;
  const { one } = certificateSteps(() => academy);
  const hideNumber = async (): Promise<void> => {
    await hideFromIndex(academy, {
      index: 'ux_certificate_binding_number_tag',
      table: 'certificate_binding',
      column: 'number_tag',
      where: `certificate_id = '${row.id}'`,
    });
    await hideFromIndex(academy, {
      index: 'ux_certificate_number_key',
      table: 'certificate',
      column: 'number_key',
      where: `id = '${row.id}'`,
    });
  };
  const repair = async (): Promise<void> => {
    for (const table of ['certificate_binding', 'certificate'])
      await academy.connections.write.query(DATABASE === 'PostgreSQL' ? `REINDEX TABLE ${table}` : `REINDEX ${table}`);
  };
  const verdicts = async (list: string): Promise<string[]> => {
    const payload = (await browser.get(`${list}/answer.jws`)).text.split('.')[1] ?? '';
    const { rows } = JSON.parse(Buffer.from(payload, 'base64url').toString()) as { rows: { verdict: string }[] };
    return rows.map(({ verdict }) => verdict);
  };
  const send = async (): Promise<string> =>
    startedList(
      browser,
      await xlsxOf(
        ['证书编号', '姓名'],
        [
          [row.number, NAME],
          [row.number, '别人'],
        ],
      ),
    );

  beforeEach(async () => {
    academy = await TestAcademy.open();
    await preferIndexes(academy);
    await one('王芳', null);
    ({ row } = await one(NAME, null));
    browser = await signedIn(academy, (await anEmployer(academy)).contact);
  }, 60_000);
  afterEach(async () => {
    academy.takeErrors();
    await academy.close();
  });

  it('is not signed as “not found”: it “could not be checked”, and the office gets a task', async () => {
    await hideNumber();
    const { verdict } = await academy.app.get(VerifyCertificate).byNumber({ number: row.number, name: NAME });
    expect(verdict).toBe('notFound');
    const list = await send();
    await academy.app.get(Jobs).finish();
    expect(await verdicts(list)).toEqual(['couldNotCheck', 'couldNotCheck']);
    expect(academy.takeErrors().join()).toContain('indexes of the register');
  });

  it('is answered again and found where the indexes are repaired before the answer is signed', async () => {
    await hideNumber();
    const list = await send();
    const steps = academy.app.get(AnswerList);
    const sign = steps['signAnswer'].bind(steps);
    steps['signAnswer'] = async (...given) => {
      steps['signAnswer'] = sign;
      await repair();
      return sign(...given);
    };
    await academy.app.get(Jobs).finish();
    expect(await verdicts(list)).toEqual(['valid', 'notFound']);
  });
});
