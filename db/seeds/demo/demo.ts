import 'reflect-metadata';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { join } from 'node:path';
import { pino, type Logger } from 'pino';
import { AcademyProfile, FoundAcademy } from '../../../src/accounts/index.js';
import { createApp } from '../../../src/app.js';
import { BadSetting, Clock, type Config, makeLogger, PACKAGE_ROOT, readConfig, StoryClock } from '../../../src/platform/index.js';
import { serve } from '../../../src/serve.js';
import { CAST, CAST_PASSWORD } from './content/cast.js';
import { DemoFolder } from './demo-folder.js';
import { landmarksOf } from './landmarks.js';
import { loadDemo } from './loader/load-demo.js';

const config = settings();
const logger = makeLogger(config);
const folder = new DemoFolder(config);
if (process.argv.includes('--reset')) reset();
else if (folder.wasInterrupted && folder.isOurs) folder.clear();
await load();
const app = await createApp({ config, logger });
await app.get(FoundAcademy).announce(config.publicUrl);
await serve(app, config, logger);
await sayWhereToBegin(app);

/** The settings of `npm start`, but for a folder of the demo's own. */
function settings(): Config {
  try {
    return readConfig({ ...process.env, DATA_DIR: process.env['DATA_DIR'] || join(PACKAGE_ROOT, 'data', 'demo') });
  } catch (fault) {
    if (fault instanceof BadSetting) giveUp(fault.message);
    throw fault;
  }
}

function reset(): void {
  if (config.databaseUrl !== null) giveUp('--reset throws away the demo\'s SQLite file only: give the demo an empty PostgreSQL database instead.');
  if (!folder.isOurs) giveUp(`${config.dataDir} holds an academy that is not the demo: it stays as it is. Give the demo another DATA_DIR.`);
  folder.clear();
}

/** Tells the story into an empty database; one that the demo has loaded before stays as people left it. */
async function load(): Promise<void> {
  const clock = new StoryClock(new Clock().now());
  const quiet: Logger = pino({ level: 'error' });
  const stage = await createApp({ config: { ...config, smtpUrl: null }, logger: quiet, clock });
  const found = folder.found((await stage.get(AcademyProfile).refresh()) !== null);
  if (found === 'anotherAcademy') giveUp('This database holds an academy that is not the demo. Give the demo a DATA_DIR, or a DATABASE_URL, of its own.');
  if (found === 'halfADemo') giveUp('The demo was interrupted while it was loaded. Give it an empty database.');
  if (found === 'nothing') await tellTheStory(stage, clock);
  await stage.close();
}

async function tellTheStory(stage: NestFastifyApplication, clock: StoryClock): Promise<void> {
  const real = new Clock();
  const begun = real.now();
  console.log('Loading eighteen months of the demo academy; this takes up to a minute.');
  folder.mark('loading');
  const events = await loadDemo(stage, clock, { today: real.today() });
  folder.mark('loaded');
  console.log(`${events} events told in ${Math.round((real.now() - begun) / 1000)} s.`);
}

async function sayWhereToBegin(served: NestFastifyApplication): Promise<void> {
  const { valid, revoked, expired, calendar } = await landmarksOf(served, config.publicUrl, new Clock().today());
  const line = (label: string, text: string | null) => `  ${label.padEnd(14)} ${text ?? '-'}`;
  console.log([
    '', config.publicUrl, '', `Accounts, all with the password ${CAST_PASSWORD}`,
    ...Object.values(CAST).map(({ role, name, email }) => line(role, `${email}  ${name}`)),
    '', 'Certificates', line('valid', valid), line('revoked', revoked), line('expired', expired),
    '', `Calendar of ${CAST.instructor.name}`, line('feed', calendar), '',
  ].join('\n'));
}

function giveUp(why: string): never {
  console.error(why);
  process.exit(2);
}
