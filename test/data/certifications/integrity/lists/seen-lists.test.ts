import { Jobs, xlsxOf } from '../../../../../src/platform/index.js';
import { VerificationRecord } from '../../../../../src/certifications/verification/data/verification-record.entity.js';
import { anEmployer } from '../../../../builders/employers.js';
import { certificateSteps } from '../../../../http/certifications/certificate-steps.js';
import { startedList } from '../../../../http/certifications/verification/started-list.js';
import { TestAcademy } from '../../../../support/app.js';
import { DATABASE } from '../../../../support/database.js';
import { signedIn } from '../../../../support/people.js';
import { type WebClient, wordsOf } from '../../../../support/web-client.js';

/** Each leaves the number of rows for each verdict as it was, where it can. */
const ALTERATIONS: readonly (readonly [what: string, text: string])[] = [
  ['a name', `SET asked_name = '赵七' WHERE line = 3`],
  ['a number', `SET asked_number = 'JNIT-2026-9' WHERE line = 3`],
  ['steps', `SET checks = REPLACE(checks, '{', '{ ') WHERE line = 2`],
  ['lines', `SET line = 9 WHERE line = 2`],
  ['a line, put where another page is', `SET line = 99999 WHERE line = 3`],
  ['the list of a row', `SET batch_id = NULL WHERE line = 2`],
  [
    'a verdict, taken over from another row',
    `SET (verdict, certificate_id, checks) = (
      SELECT other.verdict, other.certificate_id, other.checks FROM verification_record other WHERE other.line = 2)
    WHERE line = 3`,
  ],
];

describe(`somebody who alters a list after its employer has seen it, on ${DATABASE}`, () => {
  let academy: TestAcademy;
  let browser: WebClient;
  let list: string;
  let stored: VerificationRecord[];
  const { one } = certificateSteps(() => academy);
  const alter = (text: string): Promise<unknown> =>
    academy.connections.write.query(`UPDATE verification_record ${text}`);
  const restore = async (): Promise<void> => {
    const { manager } = academy.connections.write;
    for (const row of stored) await manager.update(VerificationRecord, { id: row.id }, row);
  };
  const page = async (query = ''): Promise<string> => wordsOf((await browser.get(`${list}${query}`)).text);

  beforeAll(async () => {
    academy = await TestAcademy.open();
    const { row } = await one('王芳', null);
    browser = await signedIn(academy, (await anEmployer(academy)).contact);
    const rows = [
      [row.number, '王芳'],
      ['JNIT-2026-7', '赵六'],
      ['JNIT-2026-8', '钱七'],
    ];
    list = await startedList(browser, await xlsxOf(['证书编号', '姓名'], rows));
    await academy.app.get(Jobs).finish();
    stored = await academy.connections.write.manager.find(VerificationRecord);
    expect(await page()).toContain('赵六');
  });
  afterEach(() => {
    academy.takeErrors();
  });
  afterAll(() => academy.close());

  it.each(ALTERATIONS)('is found out at the next page: %s', async (_, altered) => {
    await alter(altered);
    const shown = await page();
    expect(shown).toContain('这份名单的结果不可信');
    expect(shown).not.toContain('钱七');
    await restore();
    expect(await page()).toContain('赵六');
  });

  it('hides nobody from a search', async () => {
    expect(await page('?q=赵六')).toContain('JNIT-2026-7');
    await alter(`SET asked_name = '孙八' WHERE line = 3`);
    expect(await page('?q=赵六')).toContain('这份名单的结果不可信');
    await restore();
    expect(await page('?q=赵六')).toContain('JNIT-2026-7');
  });
});
