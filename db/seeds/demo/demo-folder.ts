import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../../../src/platform/index.js';

/** What this run can do with the existing folder. */
export type Found = 'nothing' | 'demo' | 'halfADemo' | 'anotherAcademy';

const MARK = 'demo.json';
const DATABASE = ['academy.sqlite', 'academy.sqlite-wal', 'academy.sqlite-shm'];

/** The folder of the demo, with a marker file that tells its own database from a real one. */
export class DemoFolder {
  constructor(private readonly config: Config) {}

  /** @param stands whether the database holds an academy */
  found(stands: boolean): Found {
    const mark = this.#mark();
    if (!stands) return 'nothing';
    return mark === null ? 'anotherAcademy' : mark === 'loaded' ? 'demo' : 'halfADemo';
  }

  /** Whether the SQLite file may be deleted: there is none, or it is the demo's. */
  get isOurs(): boolean {
    return this.config.databaseUrl === null && (this.#mark() !== null || !existsSync(this.#path(DATABASE[0] ?? '')));
  }

  get wasInterrupted(): boolean {
    return this.#mark() === 'loading';
  }

  /** Deletes the demo's SQLite database; keys stay. */
  clear(): void {
    for (const name of [...DATABASE, MARK]) rmSync(this.#path(name), { force: true });
  }

  mark(state: 'loading' | 'loaded'): void {
    mkdirSync(this.config.dataDir, { recursive: true });
    writeFileSync(this.#path(MARK), `${JSON.stringify({ state })}\n`);
  }

  #mark(): 'loading' | 'loaded' | null {
    const file = this.#path(MARK);
    if (!existsSync(file)) return null;
    const text = readFileSync(file, 'utf8');
    return text.includes('"loaded"') ? 'loaded' : 'loading';
  }

  #path(name: string): string {
    return join(this.config.dataDir, name);
  }
}
