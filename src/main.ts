import 'reflect-metadata';
import { FoundAcademy } from './accounts/index.js';
import { createApp } from './start/app.js';
import { BadSetting, type Config, makeLogger, readConfig } from './platform/index.js';
import { serve, checkBackupFolder, checkPort } from './start/serve.js';

const config = await orText(settings);
const logger = makeLogger(config);
const app = await orText(() => createApp({ config, logger }));
await serve(app, config, logger);
const code = await app.get(FoundAcademy).announce(config.publicUrl);
console.log(code === null ? config.publicUrl : `${config.publicUrl}/setup\nSet-up code: ${code}`);

async function settings(): Promise<Config> {
  const read = readConfig(process.env);
  await checkPort(read);
  await checkBackupFolder(read);
  return read;
}

/** A bad setting is printed as a sentence, without a stack. */
async function orText<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (fault) {
    if (!(fault instanceof BadSetting)) throw fault;
    console.error(fault.message);
    process.exit(2);
  }
}
