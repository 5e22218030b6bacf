import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PACKAGE_ROOT } from '../../../src/platform/files/package-root.js';

const FOLDER = join(PACKAGE_ROOT, 'db', 'seeds', 'reference', 'holidays-cn');

/** The texts of the State Council's notices that travel with the project, oldest year first, as the calendar page takes them. */
export function holidayNotices(): string[] {
  return readdirSync(FOLDER).filter((name) => /^\d{4}\.json$/.test(name)).sort().map((name) => readFileSync(join(FOLDER, name), 'utf8'));
}
