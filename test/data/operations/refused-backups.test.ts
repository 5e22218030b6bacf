import { open, readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { openBackup } from '../../../src/platform/index.js';
import { DATABASE } from '../../support/database.js';
import { commandLineOf } from '../../support/operator.js';
import { BackedUpAcademy } from './backed-up-academy.js';

describe('a backup that is damaged or does not fit', () => {
  let world: BackedUpAcademy;
  let backup: string;

  beforeAll(async () => {
    world = await BackedUpAcademy.open();
    ({ backup } = world);
  }, 120_000);
  afterAll(() => world.close());

  it('is refused if it is cut off', async () => {
    for (const [name, left] of [
      ['begun.tar', 0.5],
      ['nearly.tar', 0.999],
    ] as const) {
      const file = await world.changedCopy(name, async (path, length) => {
        const handle = await open(path, 'r+');
        await handle.truncate(Math.floor(length * left));
        await handle.close();
      });
      const place = await world.emptyPlace();
      expect(await commandLineOf(place)('restore', file)).toMatchObject({
        code: 2,
        errors: `${file} is cut off: its end is missing.`,
      });
      expect(await readdir(place.dataDir)).toEqual(['keys']);
    }
  });

  it('is refused if a single byte was changed, anywhere, and leaves the target empty', async () => {
    const { database } = await openBackup(backup);
    const place = await world.emptyPlace();
    const inside = await world.changedCopy('byte.tar', (path) =>
      world.flip(path, database.offset + Math.floor(database.bytes / 2)),
    );
    expect((await commandLineOf(place)('restore', inside)).errors).toContain(
      'is damaged or was changed: its database does not have the SHA-256',
    );
    const manifest = await world.changedCopy('manifest.tar', async (path) =>
      world.overwrite(path, (await readFile(path)).indexOf('"madeAt": "20') + 11, '1'),
    );
    expect((await commandLineOf(place)('restore', manifest)).errors).toContain('its manifest (SHA-256');
    expect((await commandLineOf(place)('restore', 'package.json')).errors).toContain(
      'package.json is no backup of this product',
    );
    expect(await readdir(place.dataDir)).toEqual(['keys']);
  });

  it('is refused if it was forged consistently without the master key', async () => {
    const file = await world.forged('forged.tar', Buffer.from('another database'), (manifest) => manifest);
    expect((await commandLineOf(await world.emptyPlace())('restore', file)).errors).toContain(
      'does not bear the mark of the master key',
    );
  });

  it('is restored after removing what a restore killed an hour ago left beside the database, and nothing newer', async () => {
    const place = await world.emptyPlace();
    const left = ['0a1b2c3d4e5f', '0a1b2c3d4e5e'].map((one) => join(place.dataDir, `academy.sqlite.partial-${one}`));
    for (const file of left) await writeFile(file, 'half a database');
    const longAgo = (Date.now() - 61 * 60_000) / 1000;
    await utimes(left[0]!, longAgo, longAgo);
    expect((await commandLineOf(place)('restore', backup)).code).toBe(0);
    const names = await readdir(place.dataDir);
    if (DATABASE === 'SQLite') expect(names.filter((one) => one.includes('partial'))).toEqual([basename(left[1]!)]);
  });

  it('is refused if its schema is newer than the program', async () => {
    const file = await world.forged('newer.tar', Buffer.from('x'), (manifest) => ({
      ...manifest,
      schema: { migration: 'FromTheFuture1899999999999', migrations: 99 },
    }));
    expect((await commandLineOf(await world.emptyPlace(false))('restore', file)).errors).toContain(
      'was made by a newer version of the product',
    );
  });

  it('is refused if its MAC was removed and a key is available', async () => {
    const unmarked = await world.forged('unmarked.tar', Buffer.from('x'), (manifest) => ({
      ...manifest,
      keyFingerprint: null,
      mac: null,
    }));
    const visitor = commandLineOf(await world.emptyPlace(false), { MASTER_KEY: 'ab'.repeat(32) });
    for (const command of ['restore', 'drill']) {
      expect(await visitor(command, unmarked)).toMatchObject({
        code: 2,
        errors: expect.stringContaining('does not bear the mark of a master key') as string,
      });
    }
  });

  it('is reported if the key does not open the database', async () => {
    const place = await world.emptyPlace(false);
    const visitor = commandLineOf(place, { MASTER_KEY: 'ab'.repeat(32) });
    for (const command of ['restore', 'drill']) {
      expect(await visitor(command, backup)).toMatchObject({
        code: 2,
        errors: expect.stringContaining('This key does not open this database') as string,
      });
    }
    expect(await visitor('restore', backup, '--other-key')).toMatchObject({
      code: 0,
      output: expect.stringContaining('rotate the signing keys') as string,
    });
    expect(await visitor('check')).toMatchObject({
      code: 1,
      output: expect.stringMatching(/keys +FAILED .*\n +- The master key does not open the signing key/) as string,
    });
  });
});
