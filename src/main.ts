import 'reflect-metadata';
import { FoundAcademy } from './accounts/index.js';
import { createApp } from './start/app.js';
import { BadSetting, type Config, makeLogger, readConfig } from './platform/index.js';
import { serve, tryBackupFolder, tryDoor } from './start/serve.js';

const config = await settings();
const logger = makeLogger(config);
const app = await createApp({ config, logger });
await serve(app, config, logger);
const code = await app.get(FoundAcademy).announce(config.publicUrl);
console.log(code === null ? config.publicUrl : `${config.publicUrl}/setup\nSet-up code: ${code}`);

/** The settings, or a clear word about what is wrong with them. */
async function settings(): Promise<Config> {
  try {
    const read = readConfig(process.env);
    await tryDoor(read);
    await tryBackupFolder(read);
    return read;
  } catch (fault) {
    if (!(fault instanceof BadSetting)) throw fault;
    console.error(fault.message);
    process.exit(2);
  }
}
