import sql from 'sql-template-tag';
import {
  SignCertificates,
  type Verification,
  VerifyCertificate,
  verifyKeysFrom,
  verifyLog,
} from '../../../../src/certifications/index.js';
import { canonical, checkCharacterFor } from '../../../../src/certifications/core/domain/check-character.js';
import { bytesFrom, Keys, ReadDatabase, Ticker } from '../../../../src/platform/index.js';
import { type Row, certificateSteps } from '../../../http/certifications/certificate-steps.js';
import { TestAcademy } from '../../../support/app.js';
import { disableTriggers, withoutForeignKeys } from '../../../support/behind-the-back.js';
import { DATABASE } from '../../../support/database.js';
import { signedIn } from '../../../support/people.js';
import { wordsOf } from '../../../support/web-client.js';
import { TABLES } from './database-copy.js';
import { storeEarlierState } from './upgrades/earlier-register.js';

const UNCHECKED = '这份证书现在未能核验';
const AN_HOUR = 3_600_000;
const NOWHERE = 'A'.repeat(27);

describe(`a certificate whose record somebody took away or altered, on ${DATABASE}`, () => {
  let academy: TestAcademy;
  let row: Row;
  const { one } = certificateSteps(() => academy);
  const write = (...statements: string[]): Promise<void> => withoutForeignKeys(academy, statements);
  const verify = (): VerifyCertificate => academy.app.get(VerifyCertificate);
  const byName = async (number: string, name: string): Promise<string> =>
    (await verify().byNumber({ number, name })).verdict;
  const page = async (token: string): Promise<{ status: number; text: string }> => {
    const { status, text } = await academy.client().get(`/c/${token}`);
    return { status, text: wordsOf(text) };
  };
  const form = async (name: string): Promise<Buffer> => {
    const [stored] = await academy.app
      .get(ReadDatabase)
      .query<{ bytes: string }>(
        sql`SELECT bytes AS "bytes" FROM certificate_form WHERE certificate_id = ${row.id} AND form = ${name}`,
      );
    return bytesFrom(stored!.bytes);
  };
  const byFile = async (bytes: Buffer): Promise<Verification> => verify().byFile(bytes);
  /** One that checks and was never drawn. */
  const otherNumber = (): string => {
    const key = canonical(row.number);
    const before = key.slice(0, -2) + (key.at(-2) === '7' ? '8' : '7');
    return before + checkCharacterFor(before);
  };
  const everythingOf = (id: string): string[] => [
    ...['certificate_form', 'certificate_seal', 'certificate_event', 'certificate_binding'].map(
      (table) => `DELETE FROM ${table} WHERE certificate_id = '${id}'`,
    ),
    `DELETE FROM certificate WHERE id = '${id}'`,
  ];
  const lookAtAll = async (): Promise<void> => {
    academy.clock.moveTo(academy.clock.now() + AN_HOUR);
    await academy.app.get(Ticker).runNow('register state');
  };
  const faults = async (): Promise<string> =>
    (await verifyLog(academy.app.get(ReadDatabase), [], verifyKeysFrom(academy.app.get(Keys)))).faults.join('\n');

  beforeEach(async () => {
    academy = await TestAcademy.open();
    row = (await one('王芳', null)).row;
    await academy.app.get(SignCertificates).execute();
    await disableTriggers(academy, TABLES);
  }, 60_000);
  afterEach(async () => {
    academy.takeErrors();
    await academy.close();
  });

  it('is said not to be checked where its row is gone, by number, address and file, and is a task', async () => {
    const files = [await form('pdf'), await form('json')];
    await write(`DELETE FROM certificate WHERE id = '${row.id}'`);
    expect(await byName(row.number, '王芳')).toBe('couldNotCheck');
    expect((await page(row.token)).text).toContain(UNCHECKED);
    for (const file of files) expect((await byFile(file)).verdict).toBe('couldNotCheck');
    expect(await byName(otherNumber(), '王芳')).toBe('notFound');
    expect((await page(NOWHERE)).status).toBe(404);
    expect(academy.takeErrors().join()).toContain('the row of this certificate is gone');
    const tasks = await (await signedIn(academy, 'administrator')).get('/office/tasks?kind=register_record');
    expect(wordsOf(tasks.text)).toContain(row.id);
  });

  it.each([
    ['its number', `number = 'JNIT-2026-000999-X', number_key = 'JN1T2026000999X'`],
    ['the number by which it is found', `number_key = 'JN1T2026000999X'`],
    ['its name', `recipient_name = '李雷'`],
  ])('is said not to be checked by number where somebody altered %s', async (_, change) => {
    await write(`UPDATE certificate SET ${change} WHERE id = '${row.id}'`);
    expect(await byName(row.number, '王芳')).toBe('couldNotCheck');
    expect(await byName(otherNumber(), '王芳')).toBe('notFound');
    expect(await faults()).toContain('row was altered');
  });

  it('is said not to be checked by number where the name in its facts was altered', async () => {
    await write(`UPDATE certificate SET facts = '${row.facts.replaceAll('王芳', '李雷')}' WHERE id = '${row.id}'`);
    expect(await byName(row.number, '王芳')).toBe('couldNotCheck');
    expect(await byName(row.number, '李雷')).toBe('couldNotCheck');
  });

  it('is said not to be checked at its address where somebody altered that', async () => {
    await write(`UPDATE certificate SET token = '${NOWHERE}' WHERE id = '${row.id}'`);
    expect((await page(row.token)).text).toContain(UNCHECKED);
    expect((await page(NOWHERE)).text).toContain(UNCHECKED);
  });

  it('is not another’s where somebody exchanged the numbers of two', async () => {
    const { row: other } = await one('李雷', null);
    const [mine, theirs] = [canonical(row.number), canonical(other.number)];
    await write(
      `UPDATE certificate SET number_key = 'X' WHERE id = '${row.id}'`,
      `UPDATE certificate SET number_key = '${mine}' WHERE id = '${other.id}'`,
      `UPDATE certificate SET number_key = '${theirs}' WHERE id = '${row.id}'`,
    );
    for (const name of ['王芳', '李雷']) expect(await byName(row.number, name)).toBe('couldNotCheck');
  });

  it('has no typing error in its number where somebody altered the pattern of numbers', async () => {
    await disableTriggers(academy, ['certificate_template']);
    await write(`UPDATE certificate_template SET number_prefix = 'XXXX'`);
    expect(await byName(row.number, '王芳')).toBe('valid');
  });

  it('is not another’s where somebody exchanged the tags of two', async () => {
    const { row: other } = await one('李雷', null);
    const tagOf = async ({ id }: Row): Promise<string> =>
      (
        await academy.app
          .get(ReadDatabase)
          .query<{ tag: string }>(sql`SELECT number_tag AS "tag" FROM certificate_binding WHERE certificate_id = ${id}`)
      )[0]!.tag;
    const [mine, theirs] = [await tagOf(row), await tagOf(other)];
    await write(
      `UPDATE certificate_binding SET number_tag = 'between' WHERE certificate_id = '${row.id}'`,
      `UPDATE certificate_binding SET number_tag = '${mine}' WHERE certificate_id = '${other.id}'`,
      `UPDATE certificate_binding SET number_tag = '${theirs}' WHERE certificate_id = '${row.id}'`,
    );
    for (const name of ['王芳', '李雷']) expect(await byName(row.number, name)).toBe('couldNotCheck');
    await expect(certificateSteps(() => academy).revoke(row)).rejects.toThrow('answered 503');
  });

  it('does not keep the product from starting where its tag was given to another', async () => {
    const { row: other } = await one('李雷', null);
    const [stored] = await academy.app
      .get(ReadDatabase)
      .query<{ tag: string }>(
        sql`SELECT number_tag AS "tag" FROM certificate_binding WHERE certificate_id = ${row.id}`,
      );
    await write(
      `UPDATE certificate_binding SET number_tag = NULL WHERE certificate_id = '${row.id}'`,
      `UPDATE certificate_binding SET number_tag = '${stored!.tag}' WHERE certificate_id = '${other.id}'`,
    );
    await academy.restart();
    expect(await byName(row.number, '王芳')).toBe('couldNotCheck');
    expect(await faults()).toContain(`Certificate ${other.number}: the tags by which`);
  });

  it('is reported as unchecked, not as unknown, on the page for number and name', async () => {
    await write(`UPDATE certificate SET recipient_name = '李雷' WHERE id = '${row.id}'`);
    const asked = await academy.client().post('/verify', { number: row.number, name: '王芳' }, '/verify');
    expect(wordsOf(asked.text)).toContain('这个编号现在未能核验');
    expect(wordsOf(asked.text)).not.toContain('没有编号与姓名同时相符的证书');
  });

  it('is known by its token where somebody exchanged the column that tokens are found by', async () => {
    const { row: other } = await one('李雷', null);
    await academy.app.get(SignCertificates).execute();
    const jwt = await form('jwt');
    await disableTriggers(academy, ['certificate_form']);
    await write(
      `UPDATE certificate_form SET sha256 = (SELECT f.sha256 FROM certificate_form f WHERE f.certificate_id = '${row.id}' AND f.form = 'jwt') WHERE certificate_id = '${other.id}' AND form = 'jwt'`,
      `UPDATE certificate_form SET sha256 = '${'0'.repeat(64)}' WHERE certificate_id = '${row.id}' AND form = 'jwt'`,
    );
    expect((await byFile(jwt)).verdict).toBe('couldNotCheck');
  });

  it('is known by its file where nothing but the log is left of it', async () => {
    const files = [await form('pdf'), await form('json'), await form('png'), await form('jwt')];
    await write(...everythingOf(row.id));
    const verdicts = [];
    for (const file of files) verdicts.push((await byFile(file)).verdict);
    expect(verdicts).toEqual(files.map(() => 'couldNotCheck'));
  });

  it('makes every unknown number uncertain once all of it is gone, until an operator accepts that', async () => {
    await write(...everythingOf(row.id));
    await lookAtAll();
    for (const number of [row.number, otherNumber()]) expect(await byName(number, '王芳')).toBe('couldNotCheck');
    expect((await page(row.token)).text).toContain(UNCHECKED);
    expect((await page(NOWHERE)).text).toContain(UNCHECKED);
  });

  it('makes every unknown number uncertain where its tags were taken away, until a start makes them anew', async () => {
    await write(
      `UPDATE certificate SET number_key = 'X' WHERE id = '${row.id}'`,
      `UPDATE certificate_binding SET number_tag = NULL WHERE certificate_id = '${row.id}'`,
    );
    expect(await byName(row.number, '王芳')).toBe('notFound');
    await lookAtAll();
    expect(await byName(row.number, '王芳')).toBe('couldNotCheck');
    await write(`UPDATE certificate SET number_key = '${canonical(row.number)}' WHERE id = '${row.id}'`);
    await academy.restart();
    await lookAtAll();
    expect(await byName(row.number, '王芳')).toBe('valid');
    expect(await byName(otherNumber(), '王芳')).toBe('notFound');
    expect(await faults()).toBe('');
  });

  it('is named by verify-log where its tags are another’s', async () => {
    const { row: other } = await one('李雷', null);
    await write(
      'DROP INDEX ux_certificate_binding_number_tag',
      `UPDATE certificate_binding SET number_tag = (SELECT b.number_tag FROM certificate_binding b WHERE b.certificate_id = '${row.id}') WHERE certificate_id = '${other.id}'`,
    );
    const named = await faults();
    expect(named).toContain(`Certificate ${other.number}: the tags by which`);
    expect(named).toMatch(/Certificates .+ and .+ were bound with the same number/);
    for (const { id } of [row, other]) expect(named).toContain(`${id} (now`);
  });

  it('has its tags after an upgrade from before there were any', async () => {
    await storeEarlierState(academy, 'tagsSummedAt', () =>
      write('UPDATE certificate_binding SET number_tag = NULL, token_tag = NULL'),
    );
    expect(await faults()).toBe('');
    await academy.restart();
    await disableTriggers(academy, TABLES);
    await write(`DELETE FROM certificate WHERE id = '${row.id}'`);
    expect(await byName(row.number, '王芳')).toBe('couldNotCheck');
  });
});
