import 'reflect-metadata';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { join } from 'node:path';
import { pino, type Logger } from 'pino';
import { AcademyProfile, FoundAcademy } from '../../../src/accounts/index.js';
import { createApp } from '../../../src/start/app.js';
import {
  BadSetting,
  Clock,
  type Config,
  makeLogger,
  PACKAGE_ROOT,
  readConfig,
  SimulatedClock,
} from '../../../src/platform/index.js';
import { serve, checkPort } from '../../../src/start/serve.js';
import { CAST, CAST_PASSWORD } from './content/cast.js';
import { DemoFolder } from './demo-folder.js';
import { landmarksOf } from './landmarks.js';
import { loadDemo } from './loader/load-demo.js';

const config = await settings();
const logger = makeLogger(config);
const folder = new DemoFolder(config);
if (process.argv.includes('--reset')) reset();
else if (folder.wasInterrupted && folder.isOurs) folder.clear();
const app = (await standing()) ?? (await loaded());
await app.get(FoundAcademy).announce(config.publicUrl);
await serve(app, config, logger);
await printLandmarks(app);

/** The settings of `npm start`, except for a separate folder. */
async function settings(): Promise<Config> {
  try {
    const read = readConfig({
      ...process.env,
      DATA_DIR: process.env['DATA_DIR'] || join(PACKAGE_ROOT, 'data', 'demo'),
    });
    await checkPort(read);
    return read;
  } catch (fault) {
    if (fault instanceof BadSetting) giveUp(fault.message);
    throw fault;
  }
}

function reset(): void {
  if (config.databaseUrl !== null)
    giveUp("--reset throws away the demo's SQLite file only: give the demo an empty PostgreSQL database instead.");
  if (!folder.isOurs)
    giveUp(
      `${config.dataDir} holds an academy that is not the demo: it stays as it is. Give the demo another DATA_DIR.`,
    );
  folder.clear();
}

/** The demo as it was last used, or `null` if there is none yet. */
async function standing(): Promise<NestFastifyApplication | null> {
  const present = await createApp({ config, logger });
  const found = folder.found((await present.get(AcademyProfile).refresh()) !== null);
  if (found === 'demo') return present;
  await present.close();
  if (found === 'anotherAcademy')
    giveUp(
      'This database holds an academy that is not the demo. Give the demo a DATA_DIR, or a DATABASE_URL, of its own.',
    );
  if (found === 'halfADemo') giveUp('The demo was interrupted while it was loaded. Give it an empty database.');
  return null;
}

/** Loads the demo into the empty database, on a simulated clock and without sending email, then opens it for today. */
async function loaded(): Promise<NestFastifyApplication> {
  const [now, clock] = [new Clock(), new SimulatedClock(0)];
  const begun = now.now();
  console.log('Loading eighteen months of the demo academy; this takes up to a minute.');
  folder.mark('loading');
  const quiet: Logger = pino({ level: 'error' });
  const stage = await createApp({ config: { ...config, smtpUrl: null }, logger: quiet, clock });
  const events = await loadDemo(stage, clock, { today: now.today() });
  await stage.close();
  folder.mark('loaded');
  console.log(`${events} events loaded in ${Math.round((now.now() - begun) / 1000)} s.`);
  return createApp({ config, logger });
}

async function printLandmarks(served: NestFastifyApplication): Promise<void> {
  const { valid, revoked, expired, calendar } = await landmarksOf(served, config.publicUrl, new Clock().today());
  const line = (label: string, text: string | null) => `  ${label.padEnd(14)} ${text ?? '-'}`;
  console.log(
    [
      '',
      config.publicUrl,
      '',
      `Accounts, all with the password ${CAST_PASSWORD}`,
      ...Object.values(CAST).map(({ role, name, email }) => line(role, `${email}  ${name}`)),
      '',
      'Certificates',
      line('valid', valid),
      line('revoked', revoked),
      line('expired', expired),
      '',
      `Calendar of ${CAST.instructor.name}`,
      line('feed', calendar),
      '',
    ].join('\n'),
  );
}

function giveUp(why: string): never {
  console.error(why);
  process.exit(2);
}
