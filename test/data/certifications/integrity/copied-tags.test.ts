import { registerSeen, SignCertificates, verifyKeysFrom, verifyLog } from '../../../../src/certifications/index.js';
import { Jobs, Keys, ReadDatabase, xlsxOf } from '../../../../src/platform/index.js';
import { anEmployer } from '../../../builders/employers.js';
import { certificateSteps, type Row } from '../../../http/certifications/certificate-steps.js';
import { startedList } from '../../../http/certifications/verification/started-list.js';
import { TestAcademy } from '../../../support/app.js';
import { disableTriggers } from '../../../support/behind-the-back.js';
import { DATABASE } from '../../../support/database.js';
import { signedIn } from '../../../support/people.js';
import { wordsOf } from '../../../support/web-client.js';

describe(`tables of the register that somebody has made otherwise, on ${DATABASE}`, () => {
  let academy: TestAcademy;
  let [victim, other]: Row[] = [];
  const { one } = certificateSteps(() => academy);
  const write = (text: string): Promise<unknown> => academy.connections.write.query(text);
  const faults = async (): Promise<readonly string[]> =>
    (
      await verifyLog(academy.app.get(ReadDatabase), [], {
        ...verifyKeysFrom(academy.app.get(Keys)),
        seen: registerSeen(academy.config),
      })
    ).faults;

  beforeEach(async () => {
    academy = await TestAcademy.open();
    [victim, other] = [(await one('王芳', null)).row, (await one('李四', null)).row];
    await academy.app.get(SignCertificates).execute();
  }, 60_000);
  afterEach(async () => {
    academy.takeErrors();
    await academy.close();
  });

  const answerTo = async ({ number }: Row, name: string): Promise<string> => {
    const browser = await signedIn(academy, (await anEmployer(academy)).contact);
    const list = await startedList(browser, await xlsxOf(['证书编号', '姓名'], [[number, name]]));
    await academy.app.get(Jobs).finish();
    const [, body = ''] = (await browser.get(`${list}/answer.jws`)).text.split('.');
    return Buffer.from(body, 'base64url').toString();
  };

  it('sign no “not found” for a certificate that was given number, address and tags of another', async () => {
    await disableTriggers(academy, ['certificate', 'certificate_binding']);
    for (const index of [
      'ux_certificate_number',
      'ux_certificate_number_key',
      'ux_certificate_token',
      'ux_certificate_binding_number_tag',
    ])
      await write(`DROP INDEX IF EXISTS ${index}`);
    const from = (column: string): string =>
      `${column} = (SELECT o.${column} FROM certificate o WHERE o.id = '${other!.id}')`;
    const tag = (column: string): string =>
      `${column} = (SELECT o.${column} FROM certificate_binding o WHERE o.certificate_id = '${other!.id}')`;
    await write(
      `UPDATE certificate SET ${['number', 'number_key', 'token'].map(from).join(', ')} WHERE id = '${victim!.id}'`,
    );
    await write(
      `UPDATE certificate_binding SET ${['number_tag', 'token_tag'].map(tag).join(', ')} WHERE certificate_id = '${victim!.id}'`,
    );
    const answer = await answerTo(victim!, '王芳');
    expect(answer).toContain('"verdict":"couldNotCheck"');
    expect(answer).not.toContain('"notFound"');
    expect(academy.takeErrors().join()).toContain('records were altered while an employer’s list was answered');
    expect(wordsOf((await academy.client().get(`/c/${victim!.token}`)).text)).not.toContain('没有这份证书');
  });

  if (DATABASE === 'SQLite')
    it.each(['certificate', 'certificate_binding', 'log_entry'])(
      'are named, and stop neither verify-log nor the watch: %s without row numbers',
      async (table) => {
        await write('PRAGMA foreign_keys = OFF');
        await disableTriggers(academy, [table]);
        const [{ sql: definition } = { sql: '' }] = await academy.connections.write.query<{ sql: string }[]>(
          `SELECT sql FROM sqlite_master WHERE type = 'table' AND name = '${table}'`,
        );
        await write(definition.replace(`"${table}"`, '"copied"') + ' WITHOUT ROWID');
        await write(`INSERT INTO copied SELECT * FROM ${table}`);
        await write('PRAGMA legacy_alter_table = ON');
        await write(`DROP TABLE ${table}`);
        await write(`ALTER TABLE copied RENAME TO ${table}`);
        expect((await faults()).join('\n')).toContain(table);
        academy.clock.moveTo(academy.clock.now() + 2 * 3_600_000);
        await academy.app.get(Jobs).finish();
        const answer = await answerTo(victim!, table === 'log_entry' ? '王芳' : '赵六').catch(String);
        expect(answer).not.toContain('"notFound"');
      },
    );
});
