import { readdirSync, readFileSync } from 'node:fs';

/** Beside this file, in the source and in what is built of it. */
const FOLDER = new URL('./holidays-cn/', import.meta.url);

/**
 * The texts of the State Council's notices that travel with the project, oldest year first,
 * as the calendar page takes them.
 */
export function holidayNotices(): string[] {
  return readdirSync(FOLDER)
    .filter((name) => /^\d{4}\.json$/.test(name))
    .sort()
    .map((name) => readFileSync(new URL(name, FOLDER), 'utf8'));
}
