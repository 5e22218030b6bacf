import 'reflect-metadata';
import { DataFolder } from './data-folder.js';
import type { Row, Scene } from './scene.js';
import { background } from './scenes/background.js';
import { enrolments } from './scenes/enrolments.js';
import { files } from './scenes/files.js';
import { fuzzing } from './scenes/fuzz.js';
import { log } from './scenes/log.js';
import { million } from './scenes/million.js';
import { pages } from './scenes/pages.js';
import { repair } from './scenes/repair.js';
import { sealing } from './scenes/signing.js';
import { start } from './scenes/start.js';
import { timetable } from './scenes/timetable.js';
import { verificationList } from './scenes/verification-list.js';
import { machine, tableOf } from './table.js';

/*
 * `npm run bench` runs every scene on the demo academy and prints one table; `npm run bench -- pages` runs only the
 * scenes named. A new scene is a file in scenes/ and one entry here. Scenes that take minutes run only when named.
 */
const SCENES: Readonly<Record<string, Scene>> = {
  pages,
  enrolments,
  timetable,
  repair,
  sealing,
  log,
  verificationList,
  background,
  files,
  start,
};
const LONG: Readonly<Record<string, Scene>> = { million, fuzz: fuzzing };
const ALL = { ...SCENES, ...LONG };

const requested = process.argv.slice(2);
const unknown = requested.filter((name) => !Object.hasOwn(ALL, name));
if (unknown.length > 0) {
  console.error(`No scene is called ${unknown.join(', ')}. There are: ${Object.keys(ALL).join(', ')}.`);
  process.exit(2);
}

console.error('Loading the demo academy …');
const demo = await DataFolder.withDemo();
try {
  const rows: Row[] = [];
  for (const [name, scene] of Object.entries(requested.length === 0 ? SCENES : ALL).filter(
    ([name]) => requested.length === 0 || requested.includes(name),
  )) {
    console.error(`Measuring ${name} …`);
    rows.push(...(await scene(demo)));
  }
  console.log(
    `${tableOf(rows)}\n\n${machine()}. Medians of rounds in turns; the ratio is the median of the rounds’ own.`,
  );
} finally {
  await demo.remove();
}
