import sql from 'sql-template-tag';
import { IssuerKeys, RevokeCertificate, verifyLog } from '../../../../src/certifications/index.js';
import { leafHash } from '../../../../src/certifications/log/log/hashing.js';
import { signCheckpoint } from '../../../../src/certifications/log/log/checkpoint.js';
import { ReadDatabase } from '../../../../src/platform/index.js';
import { graduates } from '../../../http/certifications/graduates.js';
import { type Row, certificateSteps } from '../../../http/certifications/certificate-steps.js';
import { TestAcademy } from '../../../support/app.js';
import { withTampering, disableTriggers } from '../../../support/behind-the-back.js';
import { aLogSigner } from '../../../support/log-keys.js';
import { person } from '../../../support/people.js';

const NAMES = ['王芳', '李娜', '张伟', '刘洋', '陈静'];
const GUARDED = ['certificate', 'certificate_seal', 'certificate_form', 'log_head', 'log_entry', 'log_hash'];

describe('entries, tiles and head of a log that somebody with the database has been at', () => {
  let academy: TestAcademy;
  let rows: Row[];
  const { issue, certificatesOf } = certificateSteps(() => academy);
  const ask = <T>(query: ReturnType<typeof sql>): Promise<T[]> => academy.app.get(ReadDatabase).query<T>(query);
  const check = async (since: { file: string; text: string }[] = []): Promise<readonly string[]> =>
    (await verifyLog(academy.app.get(ReadDatabase), since)).faults;
  /** Does it, verifies, undoes it. */
  const after = (does: readonly string[], undoes: readonly string[]): Promise<readonly string[]> =>
    withTampering(academy, { apply: does, undo: undoes }, () => check());
  const put = (
    table: string,
    where: string,
    columns: Record<string, [is: string | number, was: string | number]>,
  ): Promise<readonly string[]> => {
    const set = (nth: 0 | 1): string =>
      Object.entries(columns)
        .map(([name, values]) => `"${name}" = '${String(values[nth]).replaceAll("'", "''")}'`)
        .join(', ');
    return after(
      [`UPDATE "${table}" SET ${set(0)} WHERE ${where}`],
      [`UPDATE "${table}" SET ${set(1)} WHERE ${where}`],
    );
  };
  const entry = async (position: number): Promise<{ text: string; hash: string }> =>
    (
      await ask<{ text: string; hash: string }>(sql`
    SELECT l.text AS "text", h.hash AS "hash" FROM log_entry l JOIN log_hash h ON h.level = 0 AND h.position = l.position WHERE l.position = ${position}`)
    )[0]!;
  const checkpoint = async (): Promise<string> =>
    (await ask<{ text: string }>(sql`SELECT checkpoint AS "text" FROM log_head`))[0]!.text;

  beforeAll(async () => {
    academy = await TestAcademy.open();
    const scenario = await graduates(academy, { names: NAMES.map((name) => ({ name })) });
    await issue(scenario);
    rows = await certificatesOf(scenario);
    academy.clock.moveTo(academy.clock.now() + 3_600_000);
    await academy.app.get(RevokeCertificate).execute(await person(academy, 'administrator'), rows[4]!.id, {
      reasonClass: 'issuedInError',
      reason: '考核成绩经复核无效',
    });
    await disableTriggers(academy, GUARDED);
  }, 120_000);
  afterAll(() => academy.close());

  it('names an entry that was altered, and one whose row was', async () => {
    const { text, hash } = await entry(2);
    const forged = text.replace('2026-03-02', '2025-03-02');
    const faults = await put('log_entry', 'position = 2', { text: [forged, text] });
    expect(faults).toContain(
      `Entry 2 (certificate ${rows[2]!.number}) was altered: its bytes no longer have the hash that was signed.`,
    );
    const rewritten = await withTampering(
      academy,
      {
        apply: [
          `UPDATE log_entry SET text = '${forged}' WHERE position = 2`,
          `UPDATE log_hash SET hash = '${leafHash(Buffer.from(forged)).toString('base64')}' WHERE level = 0 AND position = 2`,
        ],
        undo: [
          `UPDATE log_entry SET text = '${text}' WHERE position = 2`,
          `UPDATE log_hash SET hash = '${hash}' WHERE level = 0 AND position = 2`,
        ],
      },
      () => check(),
    );
    expect(rewritten).toContain('The 6 entries do not lead to the signed root. The log was rewritten.');
    expect(await put('log_entry', 'position = 3', { kind: ['revoke', 'issue'] })).toContain(
      `Entry 3 (certificate ${rows[3]!.number}): the row says other than the bytes that were logged.`,
    );
  });

  it('names entries that have changed places', async () => {
    const swap = [
      'UPDATE log_entry SET position = -1 WHERE position = 1',
      'UPDATE log_entry SET position = 1 WHERE position = 3',
      'UPDATE log_entry SET position = 3 WHERE position = -1',
    ];
    expect(await after(swap, swap)).toEqual(['Entries 1 and 3 have changed places.']);
  });

  it('names an entry that is gone, and one that was put in', async () => {
    expect(
      await after(
        ['UPDATE log_entry SET position = 77 WHERE position = 2'],
        ['UPDATE log_entry SET position = 2 WHERE position = 77'],
      ),
    ).toEqual(expect.arrayContaining(['Entry 2 is gone.', 'Entry 77 was put in behind the signed end of the log.']));
  });

  it('names a hash of the tiles that was altered, is gone, or was put in', async () => {
    const { hash } = await entry(2);
    expect(await put('log_hash', 'level = 0 AND position = 2', { hash: [(await entry(3)).hash, hash] })).toEqual([
      'Hash 2 in the tiles of level 0 was altered.',
    ]);
    expect(
      await after(
        ['UPDATE log_hash SET level = 1 WHERE position = 2'],
        ['UPDATE log_hash SET level = 0 WHERE position = 2'],
      ),
    ).toEqual([
      'Hash 2 in the tiles of level 0 is gone.',
      'Hash 2 in the tiles of level 1 belongs to no signed entry.',
    ]);
  });

  it('is not fooled by a head that somebody else signed', async () => {
    const was = await checkpoint();
    const [head] = await ask<{ root: string }>(sql`SELECT root AS "root" FROM log_head`);
    const forged = signCheckpoint({ size: 6, root: Buffer.from(head!.root, 'base64') }, aLogSigner());
    expect(await put('log_head', '1 = 1', { checkpoint: [forged, was] })).toEqual([
      'The checkpoint bears no good signature of the academy’s log keys. The head was changed, or signed by somebody else.',
    ]);
    expect(await put('log_head', '1 = 1', { size: [5, 6] })).toEqual(
      expect.arrayContaining(['The head says 5 entries, but what was signed last is a log of 6.']),
    );
  });

  it('is not continued where its head was changed', async () => {
    const was = await checkpoint();
    const administrator = await person(academy, 'administrator');
    const revoke = (): Promise<unknown> =>
      academy.app
        .get(RevokeCertificate)
        .execute(administrator, rows[0]!.id, { reasonClass: 'issuedInError', reason: '误发' });
    const forged = was.replace(/\n6\n/, '\n7\n');
    await expect(
      withTampering(
        academy,
        {
          apply: [`UPDATE log_head SET checkpoint = '${forged}'`],
          undo: [`UPDATE log_head SET checkpoint = '${was}'`],
        },
        revoke,
      ),
    ).rejects.toThrow(/verify-log/);
    const unsigned = was.replace(/[\w+/]{8}=+\n$/, 'AAAAAAA=\n');
    await expect(
      withTampering(
        academy,
        {
          apply: [`UPDATE log_head SET checkpoint = '${unsigned}'`],
          undo: [`UPDATE log_head SET checkpoint = '${was}'`],
        },
        revoke,
      ),
    ).rejects.toThrow(/signature/);
    expect(await check()).toEqual([]);
  });

  it('does not agree with a checkpoint that it does not continue', async () => {
    const { log } = await academy.app.get(IssuerKeys).ready();
    const kept = (
      size: number,
      root: string,
      signer = log as Parameters<typeof signCheckpoint>[1],
    ): { file: string; text: string }[] => [
      { file: 'kept.txt', text: signCheckpoint({ size, root: Buffer.from(root, 'base64') }, signer) },
    ];
    const { hash } = await entry(0);
    expect(await check(kept(1, hash))).toEqual([]);
    expect(await check(kept(2, hash))).toEqual([
      'kept.txt: the first 2 entries are not those that were signed then. The log was rewritten.',
    ]);
    expect(await check(kept(9, hash))).toEqual([
      'kept.txt: it speaks of 9 entries, and the log has only 6. Entries were taken away.',
    ]);
    expect(await check(kept(1, hash, aLogSigner()))).toEqual([
      'kept.txt: no good signature of the academy’s log keys.',
    ]);
    await expect(check([{ file: 'letter.txt', text: 'Dear all\n' }])).rejects.toThrow(
      'letter.txt is no checkpoint of a log.',
    );
  });
});
