/**
 * The product as a process of its own, with leases and claims as short as `BACKGROUND_TIMING` says (JSON).
 * Started by `ServerProcess.withTiming`; it speaks like the product and takes the same settings.
 */
import 'reflect-metadata';
import { createApp } from '../../src/start/app.js';
import { type BackgroundTiming, makeLogger, readConfig } from '../../src/platform/index.js';
import { serve } from '../../src/start/serve.js';

const config = readConfig(process.env);
const logger = makeLogger(config);
const timing = JSON.parse(process.env['BACKGROUND_TIMING'] ?? '{}') as Partial<BackgroundTiming>;
await serve(await createApp({ config, logger, timing }), config, logger);
