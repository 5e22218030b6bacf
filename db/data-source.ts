import { DataSource } from 'typeorm';
import { connectionOptions, readConfig } from '../src/platform/index.js';
import { schema } from './schema.js';

/** For TypeORM's command line, e.g. `npx typeorm migration:generate --check -d dist/db/data-source.js`. */
export const dataSource = new DataSource(connectionOptions(readConfig(process.env), schema, 'write'));
