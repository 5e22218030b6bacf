import { copyFile, mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clockOf, daysAfter, instantOf, openBackup, stampOf, Ticker } from '../../../src/platform/index.js';
import { TestAcademy } from '../../support/app.js';
import { signedIn } from '../../support/people.js';
import { wordsOf } from '../../support/web-client.js';

describe('scheduled backups', () => {
  let academy: TestAcademy;
  let folder: string;
  let dir: string;
  const tick = (): Promise<void> => academy.app.get(Ticker).runNow('backups');
  const made = async (): Promise<string[]> =>
    (await readdir(dir)).filter((name) => name.startsWith('academy-auto-')).sort();
  const page = async (role: 'administrator' | 'coordinator', path: string): Promise<string> =>
    wordsOf((await (await signedIn(academy, role)).get(path)).text);

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'scheduled-'));
    dir = join(folder, 'copies');
    academy = await TestAcademy.open({
      env: { BACKUP_DIR: dir, BACKUP_AT: '02:30', BACKUP_KEEP: '2 daily, 1 monthly' },
    });
  }, 120_000);
  afterEach(async () => {
    await academy.close();
    await rm(folder, { recursive: true });
  }, 60_000);

  it('are made at once, then once a night, and kept as configured', async () => {
    await tick();
    await tick();
    expect(await made()).toEqual(['academy-auto-20260302T090000.tar']);
    for (const day of ['2026-03-03', '2026-03-04', '2026-03-05']) {
      academy.clock.moveTo(instantOf(day, '02:29'));
      await tick();
      academy.clock.moveTo(instantOf(day, '02:30'));
      await tick();
      academy.clock.moveTo(instantOf(day, '02:31'));
      await tick();
    }
    expect(await made()).toEqual(['academy-auto-20260304T023000.tar', 'academy-auto-20260305T023000.tar']);
    expect((await openBackup(join(dir, 'academy-auto-20260305T023000.tar'))).manifest).toMatchObject({
      madeBy: 'schedule',
      madeAt: '2026-03-04T18:30:00Z',
    });
  }, 120_000);

  it('are the only files removed: not another academy’s, not one made by hand, not one that only has the name', async () => {
    await mkdir(dir);
    const other = await TestAcademy.open({ env: { BACKUP_DIR: dir }, at: instantOf('2026-01-01', '12:00') });
    await other.app.get(Ticker).runNow('backups');
    await other.close();
    const [foreign] = await made();
    await copyFile(join(dir, foreign!), join(dir, 'by-hand.tar'));
    await writeFile(join(dir, 'academy-auto-20250101T000000.tar'), 'not a backup');
    const leftover = join(dir, 'academy-auto-20250102T000000.tar.partial-0123456789ab.sqlite');
    await writeFile(leftover, 'half a copy');
    await utimes(leftover, new Date('2025-01-02'), new Date('2025-01-02'));
    for (let day = 0; day < 4; day += 1) {
      academy.clock.moveTo(instantOf(daysAfter('2026-03-02', day), '12:00'));
      await tick();
    }
    expect((await readdir(dir)).sort()).toEqual([
      'academy-auto-20250101T000000.tar',
      foreign,
      'academy-auto-20260304T120000.tar',
      'academy-auto-20260305T120000.tar',
      'by-hand.tar',
    ]);
  }, 120_000);

  it('show administrators when the last successful one was made', async () => {
    expect(await page('administrator', '/office/backups')).toContain('还没有备份');
    await tick();
    const words = await page('administrator', '/office/backups');
    expect(words).toContain('academy-auto-20260302T090000.tar');
    expect(words).toContain('成功');
    expect(await page('administrator', '/office/tasks')).not.toContain('备份失败');
    expect((await (await signedIn(academy, 'coordinator')).get('/office/backups')).status).toBe(403);
  });

  it('become a task for administrators after a failure, are retried after an hour, and clear the task with the next success', async () => {
    await writeFile(dir, 'a file where the folder should be');
    await tick();
    expect(academy.takeErrors().join()).toContain('the scheduled backup failed');
    expect(await page('administrator', '/office/tasks')).toMatch(/处理失败或逾期的备份.*失败原因：.*EEXIST/s);
    expect(await page('coordinator', '/office/tasks')).not.toContain('备份');
    expect(await page('administrator', '/office/backups')).toMatch(/最近一次备份失败.*EEXIST/s);

    await rm(dir);
    academy.clock.moveTo(instantOf('2026-03-02', '09:59'));
    await tick();
    expect(await readdir(folder)).toEqual([]);
    academy.clock.moveTo(instantOf('2026-03-02', '10:00'));
    await tick();
    expect(await made()).toHaveLength(1);
    expect(await page('administrator', '/office/tasks')).not.toContain('处理失败或逾期的备份');
  });

  it('are reported as overdue after a day and a half', async () => {
    await tick();
    academy.clock.moveTo(instantOf('2026-03-03', '21:01'));
    expect(await page('administrator', '/office/tasks')).toContain('处理失败或逾期的备份');
    expect(await page('administrator', '/office/backups')).toContain('备份逾期');
  });

  it('are made by one process: another does not start beside it, and takes over when it has died', async () => {
    const { write } = academy.connections;
    const begun = academy.clock.now();
    await mkdir(dir);
    const [dead, left] = [
      join(dir, 'academy-auto-20260302T085959.tar'),
      join(dir, 'academy-auto-20260302T085959.tar.partial-0123456789ab.sqlite'),
    ];
    await writeFile(left, 'half a copy');
    await write.query(
      `INSERT INTO backup_run (id, state, started_at, alive_at, file) VALUES ('01a00000-0000-7000-8000-000000000001', 'running', ${begun}, ${begun}, '${dead}')`,
    );
    academy.clock.moveTo(begun + 4 * 60_000);
    await tick();
    expect(await readdir(dir)).toHaveLength(1);
    academy.clock.moveTo(begun + 5 * 60_000);
    await tick();
    expect(await readdir(dir)).toEqual([`academy-auto-${stampOf(begun + 5 * 60_000)}.tar`]);
    expect(clockOf(begun)).toBe('09:00');
    expect(await write.query(`SELECT state, fault FROM backup_run WHERE file = '${dead}'`)).toEqual([
      { state: 'failed', fault: 'The process that made it ended.' },
    ]);
  });
});
