import { copyFile, mkdir, mkdtemp, open, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SealCertificates } from '../../../src/certifications/index.js';
import { openBackup } from '../../../src/platform/index.js';
import { writeArchive } from '../../../src/platform/backup/archive.js';
import {
  DATABASE_FILES,
  MANIFEST,
  type Manifest,
  SUMS,
  sumsOf,
  textOfManifest,
} from '../../../src/platform/backup/manifest.js';
import { certificateSteps } from '../../http/certifications/certificate-steps.js';
import { TestAcademy } from '../../support/app.js';
import { DATABASE, type FreshDatabase, freshDatabase } from '../../support/database.js';
import { operatorOf } from '../../support/operator.js';
import { columnOf, keepWriting, openLedger } from './ledger.js';

const KIND = DATABASE === 'SQLite' ? 'sqlite' : 'postgresql';

describe('npm run academy -- backup and restore', () => {
  let academy: TestAcademy;
  let folder: string;
  let backup: string;
  const places: FreshDatabase[] = [];
  const { one } = certificateSteps(() => academy);

  /** A place where nothing stands yet, with the academy's master key or without. */
  const emptyPlace = async (withKey = true): Promise<FreshDatabase> => {
    const place = await freshDatabase();
    places.push(place);
    if (withKey) {
      await mkdir(join(place.dataDir, 'keys'), { mode: 0o700 });
      await copyFile(join(academy.config.dataDir, 'keys', 'master.key'), join(place.dataDir, 'keys', 'master.key'));
    }
    return place;
  };
  const operator = (...args: string[]) => operatorOf(academy.config)(...args);
  const changedCopy = async (
    name: string,
    change: (file: string, length: number) => Promise<void>,
  ): Promise<string> => {
    const file = join(folder, name);
    await copyFile(backup, file);
    await change(file, (await stat(file)).size);
    return file;
  };
  const overwrite = async (file: string, position: number, text: string): Promise<void> => {
    const handle = await open(file, 'r+');
    await handle.write(Buffer.from(text), 0, text.length, position);
    await handle.close();
  };
  /** A file that is whole and fits itself, as somebody without the master key can make it. */
  const forged = async (name: string, content: Buffer, change: (manifest: Manifest) => Manifest): Promise<string> => {
    const file = join(folder, name);
    const { manifest } = await openBackup(backup);
    await writeArchive({
      file,
      force: true,
      at: 0,
      name: DATABASE_FILES[KIND],
      content: (async function* () {
        yield content;
      })(),
      describe: ({ bytes, sha256 }) => {
        const made = change({ ...manifest, database: { ...manifest.database, bytes, sha256 } });
        const text = textOfManifest(made);
        return [
          { name: MANIFEST, text },
          { name: SUMS, text: sumsOf(made, text) },
        ];
      },
    });
    return file;
  };

  beforeAll(async () => {
    [academy, folder] = [await TestAcademy.open(), await mkdtemp(join(tmpdir(), 'backups-'))];
    await one();
    await academy.app.get(SealCertificates).all();
    await openLedger((statement) => academy.connections.write.query(statement));
    backup = join(folder, 'academy.tar');
    expect(await operator('backup', backup)).toMatchObject({ code: 0, complained: '' });
  }, 120_000);
  afterAll(async () => {
    await academy.close();
    for (const place of places) await place.drop();
    await rm(folder, { recursive: true });
  });

  it('copies one moment while others write, and restores it', async () => {
    const file = join(folder, 'under-load.tar');
    const writer = await keepWriting(academy.config);
    await new Promise((resolve) => setTimeout(resolve, 300));
    const made = await operator('backup', file);
    await new Promise((resolve) => setTimeout(resolve, 300));
    await writer.stop();
    expect(made).toMatchObject({ code: 0, complained: '' });

    const place = await emptyPlace();
    const restored = await operatorOf(place)('restore', file);
    expect([restored.code, restored.complained]).toEqual([0, '']);
    const [left, right] = await columnOf<number>(place, 'SELECT value FROM ledger ORDER BY side');
    const [end] = await columnOf<number>(academy.config, 'SELECT value FROM ledger');
    expect(left).toBe(right);
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThan(end!);
    expect(await columnOf(place, 'SELECT number FROM certificate')).toEqual(
      await columnOf(academy.config, 'SELECT number FROM certificate'),
    );
    expect(await operatorOf(place)('check')).toMatchObject({ code: 0, complained: '' });
  }, 60_000);

  it('writes a file for its owner only, leaves nothing beside it, and tells where the key is', async () => {
    expect((await stat(backup)).mode & 0o777).toBe(0o600);
    expect((await readdir(folder)).filter((name) => name.includes('partial'))).toEqual([]);
    const { said } = await operator('backup', join(folder, 'told.tar'));
    expect(said).toContain(join(academy.config.dataDir, 'keys', 'master.key'));
    expect(said).toMatch(/[0-9a-f]{16} is its fingerprint: it is not in the backup/);
    const key = await readFile(join(academy.config.dataDir, 'keys', 'master.key'));
    expect((await readFile(backup)).includes(key)).toBe(false);
  });

  it('does not overwrite a file unless it is told to', async () => {
    const before = await readFile(backup);
    expect(await operator('backup', backup)).toMatchObject({
      code: 2,
      complained: `${backup} is there already. Choose another name, or give --force to replace it.`,
    });
    expect((await readFile(backup)).equals(before)).toBe(true);
    const other = join(folder, 'twice.tar');
    await operator('backup', other);
    expect(await operator('backup', other, '--force')).toMatchObject({ code: 0 });
  });

  it('looks at the target before it begins, and leaves nothing there', async () => {
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
        expect(await operator('backup', target, ...force)).toEqual({ code: 2, said: '', complained: told });
    }
    expect((await readdir(place)).sort()).toEqual(['folder', 'link', 'plain']);
    expect(await readdir(inside)).toEqual([]);
  });

  it('refuses a file that is cut off', async () => {
    for (const [name, left] of [
      ['begun.tar', 0.5],
      ['nearly.tar', 0.999],
    ] as const) {
      const file = await changedCopy(name, async (path, length) => {
        const handle = await open(path, 'r+');
        await handle.truncate(Math.floor(length * left));
        await handle.close();
      });
      const place = await emptyPlace();
      expect(await operatorOf(place)('restore', file)).toMatchObject({
        code: 2,
        complained: `${file} is cut off: its end is missing.`,
      });
      expect(await readdir(place.dataDir)).toEqual(['keys']);
    }
  });

  it('refuses a file of which one byte was changed, wherever it stands, and leaves the place empty', async () => {
    const { database } = await openBackup(backup);
    const place = await emptyPlace();
    const inside = await changedCopy('byte.tar', (path) =>
      overwrite(path, database.offset + Math.floor(database.bytes / 2), '\u0001'),
    );
    expect((await operatorOf(place)('restore', inside)).complained).toContain(
      'is damaged or was changed: its database does not have the SHA-256',
    );
    const manifest = await changedCopy('manifest.tar', async (path) =>
      overwrite(path, (await readFile(path)).indexOf('"madeAt": "20') + 11, '1'),
    );
    expect((await operatorOf(place)('restore', manifest)).complained).toContain('its manifest (SHA-256');
    expect((await operatorOf(place)('restore', 'package.json')).complained).toContain(
      'package.json is no backup of this product',
    );
    expect(await readdir(place.dataDir)).toEqual(['keys']);
  });

  it('refuses a file that somebody without the master key has made to fit itself', async () => {
    const file = await forged('forged.tar', Buffer.from('another database'), (manifest) => manifest);
    expect((await operatorOf(await emptyPlace())('restore', file)).complained).toContain(
      'does not bear the mark of the master key',
    );
  });

  it('refuses a newer schema than it knows', async () => {
    const file = await forged('newer.tar', Buffer.from('x'), (manifest) => ({
      ...manifest,
      schema: { migration: 'FromTheFuture1899999999999', migrations: 99 },
    }));
    expect((await operatorOf(await emptyPlace(false))('restore', file)).complained).toContain(
      'was made by a newer version of the product',
    );
  });

  it('says that a key does not open the database', async () => {
    const place = await emptyPlace(false);
    const stranger = operatorOf(place, { MASTER_KEY: 'ab'.repeat(32) });
    for (const command of ['restore', 'drill']) {
      expect(await stranger(command, backup)).toMatchObject({
        code: 2,
        complained: expect.stringContaining('This key does not open this database') as string,
      });
    }
    expect(await stranger('restore', backup, '--other-key')).toMatchObject({
      code: 0,
      said: expect.stringContaining('rotate the signing keys') as string,
    });
    expect(await stranger('check')).toMatchObject({
      code: 1,
      said: expect.stringMatching(/keys +FAILED .*\n +- The master key does not open the signing key/) as string,
    });
  });

  it('restores without a key, and says which one has to be put back', async () => {
    const place = await emptyPlace(false);
    const { code, said } = await operatorOf(place)('restore', backup);
    expect(code).toBe(0);
    expect(said).toContain(
      `Put the master key with fingerprint ${(await openBackup(backup)).manifest.keyFingerprint} in ${join(place.dataDir, 'keys', 'master.key')}`,
    );
    expect(await operatorOf(place)('check')).toMatchObject({
      code: 1,
      said: expect.stringMatching(/keys +FAILED +no master key is at hand/) as string,
    });
  });

  it('refuses while the product runs, whatever it is told', async () => {
    expect(await operator('restore', backup)).toMatchObject({
      code: 2,
      complained: expect.stringMatching(/is there already|is not empty/) as string,
    });
    expect(await operator('restore', backup, '--force')).toMatchObject({
      code: 2,
      complained: expect.stringContaining('is in use: stop the product') as string,
    });
    expect(await columnOf(academy.config, 'SELECT number FROM certificate')).toHaveLength(1);
  });

  it('replaces a database only when it is told to, and leaves it as it was when the backup turns out bad', async () => {
    const place = await emptyPlace(false);
    const here = operatorOf(place);
    expect(await here('restore', backup)).toMatchObject({ code: 0 });
    expect(await here('restore', backup)).toMatchObject({
      code: 2,
      complained: expect.stringMatching(/is there already|is not empty/) as string,
    });
    const rubbish = await forged('rubbish.tar', Buffer.from('neither a database nor a dump'), (manifest) => manifest);
    expect(await here('restore', rubbish, '--force')).toMatchObject({ code: 2 });
    expect(await columnOf(place, 'SELECT number FROM certificate')).toHaveLength(1);
    expect(
      (await readdir(place.dataDir)).filter((name) => name.includes('partial') || name.includes('before')),
    ).toEqual([]);
    const again = await here('restore', backup, '--force');
    expect(again).toMatchObject({ code: 0, complained: '' });
    expect(await columnOf(place, 'SELECT number FROM certificate')).toHaveLength(1);
  });

  if (DATABASE === 'SQLite') {
    it('keeps the database that stood there before under another name', async () => {
      const place = await emptyPlace();
      await operatorOf(place)('restore', backup);
      const { said } = await operatorOf(place)('restore', backup, '--force');
      const kept = (await readdir(place.dataDir)).filter((name) => name.startsWith('academy.sqlite.before-'));
      expect(kept).toHaveLength(1);
      expect(said).toContain(kept[0]);
    });
  } else {
    it('says which program is missing, and never tells the password', async () => {
      const { complained } = await operatorOf(academy.config, { PATH: '/nowhere' })(
        'backup',
        join(folder, 'nothing.tar'),
      );
      // Where Debian's folder has the programs, they are found without PATH.
      if (complained !== '') expect(complained).toContain('pg_dump of PostgreSQL');
      expect(complained).not.toContain(new URL(academy.config.databaseUrl!).password);
    });
  }
});
