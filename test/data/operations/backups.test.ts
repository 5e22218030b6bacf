import { mkdir, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openBackup, presentKeys } from '../../../src/platform/index.js';
import { withMac } from '../../../src/platform/backup/manifest.js';
import { databaseOf } from '../../../src/platform/backup/read-backup.js';
import { type TestAcademy } from '../../support/app.js';
import { DATABASE } from '../../support/database.js';
import { commandLineOf } from '../../support/operator.js';
import { columnOf, keepWriting } from './ledger.js';
import { BackedUpAcademy } from './backed-up-academy.js';

describe('npm run academy -- backup and restore', () => {
  let world: BackedUpAcademy;
  let academy: TestAcademy;
  let folder: string;
  let backup: string;
  const operator = (...args: string[]) => world.operator(...args);

  beforeAll(async () => {
    world = await BackedUpAcademy.open();
    ({ academy, folder, backup } = world);
  }, 120_000);
  afterAll(() => world.close());

  it('copies one consistent state while others write, and restores it', async () => {
    const file = join(folder, 'under-load.tar');
    const writer = await keepWriting(academy.config);
    while (((await columnOf<number>(academy.config, 'SELECT MIN(value) FROM ledger'))[0] ?? 0) === 0)
      await new Promise((resolve) => setTimeout(resolve, 100));
    const made = await operator('backup', file);
    await new Promise((resolve) => setTimeout(resolve, 300));
    await writer.stop();
    expect(made).toMatchObject({ code: 0, errors: '' });

    const place = await world.emptyPlace();
    const restored = await commandLineOf(place)('restore', file);
    expect([restored.code, restored.errors]).toEqual([0, '']);
    const [left, right] = await columnOf<number>(place, 'SELECT value FROM ledger ORDER BY side');
    const [end] = await columnOf<number>(academy.config, 'SELECT value FROM ledger');
    expect(left).toBe(right);
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThan(end!);
    expect(await columnOf(place, 'SELECT number FROM certificate')).toEqual(
      await columnOf(academy.config, 'SELECT number FROM certificate'),
    );
    expect(await commandLineOf(place)('check')).toMatchObject({ code: 0, errors: '' });
  }, 60_000);

  it('creates a file readable by its owner only, leaves nothing beside it, and prints where the key is', async () => {
    expect((await stat(backup)).mode & 0o777).toBe(0o600);
    expect((await readdir(folder)).filter((name) => name.includes('partial'))).toEqual([]);
    const { output } = await operator('backup', join(folder, 'told.tar'));
    expect(output).toContain(join(academy.config.dataDir, 'keys', 'master.key'));
    expect(output).toMatch(/[0-9a-f]{16} is its fingerprint: it is not in the backup/);
    const key = await readFile(join(academy.config.dataDir, 'keys', 'master.key'));
    expect((await readFile(backup)).includes(key)).toBe(false);
  });

  it('overwrites a file only with --force', async () => {
    const before = await readFile(backup);
    expect(await operator('backup', backup)).toMatchObject({
      code: 2,
      errors: `${backup} is there already. Choose another name, or give --force to replace it.`,
    });
    expect((await readFile(backup)).equals(before)).toBe(true);
    const other = join(folder, 'twice.tar');
    await operator('backup', other);
    expect(await operator('backup', other, '--force')).toMatchObject({ code: 0 });
  });

  it('never overwrites a file that is not a backup, even with --force', async () => {
    const key = join(folder, 'master.key');
    await writeFile(key, 'ab'.repeat(32));
    expect(await operator('backup', key, '--force')).toMatchObject({
      code: 2,
      errors: `${key} is no backup, so --force does not replace it. Choose another name.`,
    });
    expect(await readFile(key, 'utf8')).toBe('ab'.repeat(32));
  });

  it('checks the target first, and leaves nothing there', async () => {
    const place = join(folder, 'targets');
    const inside = join(place, 'folder');
    await mkdir(inside, { recursive: true });
    await symlink(join(place, 'nowhere'), join(place, 'link'));
    await writeFile(join(place, 'plain'), '');
    const long = join(place, 'n'.repeat(250));
    for (const [target, told] of [
      [
        inside,
        `${inside} is a folder. Name the file that the backup shall be written to, such as ${inside}/academy.backup.`,
      ],
      [join(place, 'link'), `${join(place, 'link')} is no file that a backup could replace. Choose another name.`],
      [
        join(place, 'missing', 'a.tar'),
        `There is no folder ${join(place, 'missing')}. Make it first, or choose another.`,
      ],
      [join(place, 'plain', 'a.tar'), `${join(place, 'plain')} is no folder. Choose another name.`],
      [long, `${long} cannot be written (ENAMETOOLONG). Choose another place or name, or let this user write there.`],
    ] as const) {
      for (const force of [[], ['--force']])
        expect(await operator('backup', target, ...force)).toEqual({ code: 2, output: '', errors: told });
    }
    expect((await readdir(place)).sort()).toEqual(['folder', 'link', 'plain']);
    expect(await readdir(inside)).toEqual([]);
  });

  it('restores without a key, and reports which one is needed', async () => {
    const place = await world.emptyPlace(false);
    const { code, output } = await commandLineOf(place)('restore', backup);
    expect(code).toBe(0);
    expect(output).toContain(
      `Put the master key with fingerprint ${(await openBackup(backup)).manifest.keyFingerprint} in ${join(place.dataDir, 'keys', 'master.key')}`,
    );
    expect(await commandLineOf(place)('check')).toMatchObject({
      code: 1,
      output: expect.stringMatching(/keys +FAILED +no master key is at hand/) as string,
    });
  });

  it('refuses while the product runs, even with --force', async () => {
    expect(await operator('restore', backup)).toMatchObject({
      code: 2,
      errors: expect.stringMatching(/is there already|is not empty/) as string,
    });
    expect(await operator('restore', backup, '--force')).toMatchObject({
      code: 2,
      errors: expect.stringContaining('is in use: stop the product') as string,
    });
    expect(await columnOf(academy.config, 'SELECT number FROM certificate')).toHaveLength(1);
  });

  it('replaces a database only with --force, and leaves it unchanged if the backup turns out to be damaged', async () => {
    const place = await world.emptyPlace(false);
    const here = commandLineOf(place);
    expect(await here('restore', backup)).toMatchObject({ code: 0 });
    expect(await here('restore', backup)).toMatchObject({
      code: 2,
      errors: expect.stringMatching(/is there already|is not empty/) as string,
    });
    const rubbish = await world.forged(
      'rubbish.tar',
      Buffer.from('neither a database nor a dump'),
      (manifest) => manifest,
    );
    expect(await here('restore', rubbish, '--force')).toMatchObject({ code: 2 });
    expect(await columnOf(place, 'SELECT number FROM certificate')).toHaveLength(1);
    expect(
      (await readdir(place.dataDir)).filter((name) => name.includes('partial') || name.includes('before')),
    ).toEqual([]);
    const again = await here('restore', backup, '--force');
    expect(again).toMatchObject({ code: 0, errors: '' });
    expect(await columnOf(place, 'SELECT number FROM certificate')).toHaveLength(1);
  });

  it('notes the state of the register that it restored, where the backup tells it', async () => {
    const noted = async (file: string): Promise<[string, string | undefined]> => {
      const place = await world.emptyPlace();
      expect(await commandLineOf(place)('restore', file)).toMatchObject({ code: 0, errors: '' });
      const [mac] = await columnOf<string>(place, 'SELECT mac FROM register_state');
      return [await readFile(join(place.dataDir, 'register-bound'), 'utf8'), mac];
    };
    const [mark, mac] = await noted(backup);
    expect(mark).toContain(`\nRestored state: ${mac}\n`);
    const database: Buffer[] = [];
    for await (const piece of databaseOf(await openBackup(backup))) database.push(piece);
    const key = presentKeys(academy.config)?.forBackups ?? null;
    const older = await world.forged('older.tar', Buffer.concat(database), ({ registerMac: _, mac: __, ...body }) =>
      withMac(body, key),
    );
    const [markOfOlder] = await noted(older);
    expect(markOfOlder).toMatch(/^Restored: /m);
    expect(markOfOlder).not.toContain('Restored state');
  });

  if (DATABASE === 'SQLite') {
    it('keeps the previous database under another name', async () => {
      const place = await world.emptyPlace();
      await commandLineOf(place)('restore', backup);
      const { output } = await commandLineOf(place)('restore', backup, '--force');
      const kept = (await readdir(place.dataDir)).filter((name) => name.startsWith('academy.sqlite.before-'));
      expect(kept).toHaveLength(1);
      expect(output).toContain(kept[0]);
    });
  } else {
    it('names a missing program, and never prints the password', async () => {
      const { errors } = await commandLineOf(academy.config, { PATH: '/nowhere' })(
        'backup',
        join(folder, 'nothing.tar'),
      );
      // If Debian's folder has the programs, they are found without PATH.
      if (errors !== '') expect(errors).toContain('pg_dump of PostgreSQL');
      expect(errors).not.toContain(new URL(academy.config.databaseUrl!).password);
    });
  }
});
