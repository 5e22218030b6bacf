import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { BadSetting, type Config } from '../config.js';
import { connectionOptions, type Schema } from './options.js';
import { ReadDatabase } from './read-database.js';

/**
 * The read connection alone, for a program that inspects an academy beside the product: nothing is created, migrated or
 * written.
 * @throws BadSetting if there is no database yet
 */
export async function openReads(
  config: Config,
  schema: Schema,
): Promise<{ reads: ReadDatabase; close: () => Promise<void> }> {
  if (!config.databaseUrl && !existsSync(join(config.dataDir, 'academy.sqlite')))
    throw new BadSetting(`DATA_DIR=${config.dataDir} holds no academy yet.`);
  const source = await new DataSource(connectionOptions(config, schema, 'read')).initialize();
  return { reads: new ReadDatabase(source), close: () => source.destroy() };
}
