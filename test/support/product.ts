/**
 * The product as a separate process, with the lengths of leases and claims in `BACKGROUND_TIMING` (JSON). Started by
 * `ServerProcess.withTiming`; has the output and the settings of the product.
 */
import 'reflect-metadata';
import { createApp } from '../../src/start/app.js';
import { type BackgroundTiming, makeLogger, readConfig } from '../../src/platform/index.js';
import { serve } from '../../src/start/serve.js';

const config = readConfig(process.env);
const logger = makeLogger(config);
const timing = JSON.parse(process.env['BACKGROUND_TIMING'] ?? '{}') as Partial<BackgroundTiming>;
await serve(await createApp({ config, logger, timing }), config, logger);
