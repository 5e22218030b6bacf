import { readdirSync, readFileSync } from 'node:fs';

/** Beside this file, in the sources and in the build. */
const FOLDER = new URL('./holidays-cn/', import.meta.url);

/**
 * The texts of the State Council's notices included in the project, oldest year first, in the format of the calendar
 * page.
 */
export function holidayNotices(): string[] {
  return readdirSync(FOLDER)
    .filter((name) => /^\d{4}\.json$/.test(name))
    .sort()
    .map((name) => readFileSync(new URL(name, FOLDER), 'utf8'));
}
