import { SignCertificates, VerifyCertificate } from '../../../../../src/certifications/index.js';
import { ClearAlarms } from '../../../../../src/certifications/binding/index.js';
import { ReportAlteredRecord } from '../../../../../src/certifications/binding/actions/report-altered-record.js';
import { entriesOf, loggedForms } from '../../../../../src/certifications/log/index.js';
import { entryText } from '../../../../../src/certifications/log/log/entry.js';
import type { QueryFunction } from '../../../../../src/platform/index.js';
import { certificateSteps, type Row } from '../../../../http/certifications/certificate-steps.js';
import { TestAcademy } from '../../../../support/app.js';
import { disableTriggers } from '../../../../support/behind-the-back.js';
import { DATABASE } from '../../../../support/database.js';
import { signedIn } from '../../../../support/people.js';
import { wordsOf } from '../../../../support/web-client.js';
import { TABLES } from '../database-copy.js';

const DAY = 86_400_000;

describe(`documents and log entries that somebody has exchanged, on ${DATABASE}`, () => {
  let academy: TestAcademy;
  let mine: Row;
  let other: Row;
  const { one } = certificateSteps(() => academy);
  const write = (text: string): Promise<unknown> => academy.connections.write.query(text);
  const fileOf = async ({ token }: Row, form: string): Promise<{ status: number; bytes: Buffer }> => {
    const { status, bytes } = await academy.client().get(`/c/${token}.${form}`);
    return { status, bytes };
  };

  beforeEach(async () => {
    academy = await TestAcademy.open();
    mine = (await one('王芳', null)).row;
    other = (await one('李雷', null)).row;
    await academy.app.get(SignCertificates).execute();
    await disableTriggers(academy, [...TABLES, 'certificate_form', 'log_entry']);
  }, 60_000);
  afterEach(async () => {
    academy.takeErrors();
    await academy.close();
  });

  it('do not make a file another’s: the credential in it says whose it is', async () => {
    const { bytes } = await fileOf(mine, 'pdf');
    const [{ sha256 } = { sha256: '' }] = (await write(
      `SELECT sha256 FROM certificate_form WHERE certificate_id = '${mine.id}' AND form = 'pdf'`,
    )) as { sha256: string }[];
    await write(
      `UPDATE certificate_form SET sha256 = '${sha256}' WHERE certificate_id = '${other.id}' AND form = 'pdf'`,
    );
    await write(
      `UPDATE certificate_form SET sha256 = '${'0'.repeat(64)}' WHERE certificate_id = '${mine.id}' AND form = 'pdf'`,
    );
    const { verdict, certificate } = await academy.app.get(VerifyCertificate).byFile(bytes);
    expect({ verdict, number: certificate?.facts.number }).toEqual({ verdict: 'valid', number: mine.number });
  });

  it('are not handed out where a certificate has two entries of its issue', async () => {
    expect((await fileOf(other, 'json')).status).toBe(200);
    await write('DROP INDEX ux_log_entry_certificate_id_kind');
    const position = `(SELECT MIN(position) FROM log_entry WHERE certificate_id = '${mine.id}')`;
    await write(`UPDATE log_entry SET certificate_id = '${other.id}' WHERE position = ${position}`);
    for (const form of ['json', 'jwt', 'png', 'pdf']) expect((await fileOf(other, form)).status).toBe(404);
  });
});

describe('what the log says of a certificate', () => {
  const [id, other] = ['0198aa', '0198AA'];
  const issue = (certificateId: string, pdf: string) => ({
    position: 0,
    certificateId,
    kind: 'issue',
    credentialHash: '',
    at: 0,
    text: entryText({ kind: 'issue', credentialHash: 'a'.repeat(64), at: 0, forms: { pdf } }),
  });
  const answering =
    (rows: readonly unknown[]): QueryFunction =>
    <T>() =>
      Promise.resolve(rows as T[]);

  const formsOf = async (rows: readonly unknown[]): Promise<object> =>
    loggedForms((await entriesOf(answering(rows), [id])).map(({ text }) => text));

  it('is nothing that a column took for it which compares otherwise than its text says', async () => {
    const rows = [issue(other, 'b'.repeat(64)), issue(id, 'c'.repeat(64))];
    expect((await entriesOf(answering(rows), [id])).map(({ certificateId }) => certificateId)).toEqual([id]);
    expect(await formsOf(rows)).toEqual({ pdf: 'c'.repeat(64) });
  });

  it('is nothing where it was issued twice', async () => {
    expect(await formsOf([issue(id, 'b'.repeat(64)), issue(id, 'c'.repeat(64))])).toEqual({});
  });
});

describe(`a task about an altered list, on ${DATABASE}`, () => {
  let academy: TestAcademy;
  beforeAll(async () => {
    academy = await TestAcademy.open();
  }, 60_000);
  afterAll(() => academy.close());

  it('stays for a month, though the register as a whole is in order', async () => {
    const tasks = async (): Promise<string> =>
      wordsOf((await (await signedIn(academy, 'administrator')).get('/office/tasks?kind=register_record')).text);
    await academy.app
      .get(ReportAlteredRecord)
      .execute({ subject: 'register', id: 'list 0198', label: '招聘名单.xlsx', finding: 'rows were altered' });
    academy.takeErrors();
    await academy.app.get(ClearAlarms).execute();
    expect(await tasks()).toContain('招聘名单.xlsx');
    academy.clock.moveTo(academy.clock.now() + 31 * DAY);
    await academy.app.get(ClearAlarms).execute();
    expect(await tasks()).not.toContain('招聘名单.xlsx');
  });
});
