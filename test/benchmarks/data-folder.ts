import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { loadDemo } from '../../db/seeds/demo/loader/load-demo.js';
import { createApp } from '../../src/start/app.js';
import { SignCertificates } from '../../src/certifications/index.js';
import { Clock, readConfig, SimulatedClock, SYSTEM, UnitOfWork } from '../../src/platform/index.js';
import type { BuilderAcademy } from '../support/app.js';

/** Pages print this address, whichever server and port they come from; the log of certificates is signed under it. */
export const PUBLIC_URL = 'http://academy.example';

/** A temporary `DATA_DIR` with an academy in it. */
export class DataFolder {
  private withDocuments: Promise<DataFolder> | null = null;

  private constructor(readonly path: string) {}

  /** The demo academy, loaded by its own loader. */
  static async withDemo(): Promise<DataFolder> {
    const folder = DataFolder.empty();
    const clock = new SimulatedClock(0);
    await folder.open(({ app }) => loadDemo(app, clock, { today: new Clock().today() }), clock);
    return folder;
  }

  static empty(): DataFolder {
    return new DataFolder(mkdtempSync(join(tmpdir(), 'academy-bench-')));
  }

  /** Another copy of the same academy, for scenes that write. */
  copy(): DataFolder {
    const copy = DataFolder.empty();
    cpSync(this.path, copy.path, { recursive: true });
    return copy;
  }

  /**
   * A copy in which every certificate has its documents, so that a server measured on it has no other work. Made once;
   * scenes that write must copy it.
   */
  settled(): Promise<DataFolder> {
    this.withDocuments ??= this.makeDocuments();
    return this.withDocuments;
  }

  /** Opens the product in this process, without listening, to create data before a measurement. */
  async open<T>(work: (site: BuilderAcademy) => Promise<T>, clock = new Clock()): Promise<T> {
    const app = await createApp({
      config: readConfig({ DATA_DIR: this.path, PUBLIC_URL }),
      logger: pino({ level: 'error' }),
      clock,
    });
    try {
      return await work({ app, clock, write: (change) => app.get(UnitOfWork).run(SYSTEM, change) });
    } finally {
      await app.close();
    }
  }

  async remove(): Promise<void> {
    await (await this.withDocuments)?.remove();
    rmSync(this.path, { recursive: true, force: true });
  }

  private async makeDocuments(): Promise<DataFolder> {
    const settled = this.copy();
    await settled.open(({ app }) => app.get(SignCertificates).execute());
    return settled;
  }
}
