import { copyFile, mkdir, mkdtemp, open, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SignCertificates } from '../../../src/certifications/index.js';
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
import { commandLineOf } from '../../support/operator.js';
import { openLedger } from './ledger.js';

const KIND = DATABASE === 'SQLite' ? 'sqlite' : 'postgresql';

/** An academy with a backup, and operations on that backup. */
export class BackedUpAcademy {
  private readonly places: FreshDatabase[] = [];

  private constructor(
    readonly academy: TestAcademy,
    readonly folder: string,
    readonly backup: string,
  ) {}

  static async open(): Promise<BackedUpAcademy> {
    const academy = await TestAcademy.open();
    const folder = await mkdtemp(join(tmpdir(), 'backups-'));
    const { one } = certificateSteps(() => academy);
    await one();
    await academy.app.get(SignCertificates).execute();
    await openLedger((statement) => academy.connections.write.query(statement));
    const made = new BackedUpAcademy(academy, folder, join(folder, 'academy.tar'));
    expect(await made.operator('backup', made.backup)).toMatchObject({ code: 0, errors: '' });
    return made;
  }

  async close(): Promise<void> {
    await this.academy.close();
    for (const place of this.places) await place.drop();
    await rm(this.folder, { recursive: true });
  }

  operator(...args: string[]) {
    return commandLineOf(this.academy.config)(...args);
  }

  /** An empty data folder or database, with the academy's master key or without. */
  async emptyPlace(withKey = true): Promise<FreshDatabase> {
    const place = await freshDatabase();
    this.places.push(place);
    if (withKey) {
      await mkdir(join(place.dataDir, 'keys'), { mode: 0o700 });
      await copyFile(
        join(this.academy.config.dataDir, 'keys', 'master.key'),
        join(place.dataDir, 'keys', 'master.key'),
      );
    }
    return place;
  }

  async changedCopy(name: string, change: (file: string, length: number) => Promise<void>): Promise<string> {
    const file = join(this.folder, name);
    await copyFile(this.backup, file);
    await change(file, (await stat(file)).size);
    return file;
  }

  async overwrite(file: string, position: number, text: string): Promise<void> {
    const handle = await open(file, 'r+');
    await handle.write(Buffer.from(text), 0, text.length, position);
    await handle.close();
  }

  /** Changes one byte, whatever its value. */
  async flip(file: string, position: number): Promise<void> {
    const handle = await open(file, 'r+');
    const byte = Buffer.alloc(1);
    await handle.read(byte, 0, 1, position);
    await handle.write(Buffer.from([byte[0]! ^ 1]), 0, 1, position);
    await handle.close();
  }

  /** A complete and consistent backup, as somebody without the master key could forge it. */
  async forged(name: string, content: Buffer, change: (manifest: Manifest) => Manifest): Promise<string> {
    const file = join(this.folder, name);
    const { manifest } = await openBackup(this.backup);
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
  }
}
