import { Global, Injectable, Module } from '@nestjs/common';
import { getDataSourceToken, TypeOrmModule } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Clock } from '../clock.js';
import { BadSetting, CONFIG, type Config } from '../config.js';
import { migrate } from './migrate.js';
import { connectionOptions, SCHEMA, type Schema } from './options.js';
import { ReadDatabase } from './read-database.js';
import { UnitOfWork } from './unit-of-work.js';

const [WRITE, READ] = ['write', 'read'] as const;

/** The two connections: one that writes, through the unit of work only, and one that can only read. */
@Injectable()
export class Connections {
  constructor(
    readonly write: DataSource,
    readonly read: DataSource,
  ) {}
}

/** The migrations that ran at this start. */
export class MigrationsRun {
  constructor(private readonly names: readonly string[]) {}

  /** @param name a migration's class, without the timestamp at its end */
  has(name: string): boolean {
    return this.names.some((one) => one.startsWith(name));
  }
}

/** No retries: if the database is not available, the start fails at once. */
const ONE_TRY = { toRetry: () => false };

const migrated = new WeakMap<DataSource, readonly string[]>();

type Options = ConstructorParameters<typeof DataSource>[0];

/**
 * Migrated as soon as it is open: nothing reads or writes an older schema.
 * @throws BadSetting if it cannot be opened
 */
async function openToWrite(options?: Options): Promise<DataSource> {
  if (!options) throw new Error('The database has no options');
  const source = new DataSource(options);
  await source.initialize().catch((fault: unknown) => {
    const where = options.type === 'postgres' ? 'DATABASE_URL' : 'DATA_DIR';
    throw new BadSetting(`${where}: the database cannot be opened: ${(fault as Error).message}`);
  });
  try {
    migrated.set(source, await migrate(source));
    return source;
  } catch (fault) {
    await source.destroy();
    throw fault;
  }
}

/** Creates the database and its tables, as a start does. */
export async function makeDatabase(config: Config, schema: Schema): Promise<void> {
  await (await openToWrite(connectionOptions(config, schema, WRITE))).destroy();
}

@Global()
@Module({
  imports: [
    TypeOrmModule.forRootAsync({
      name: WRITE,
      useFactory: (config: Config, schema: Schema) => ({ ...connectionOptions(config, schema, WRITE), ...ONE_TRY }),
      inject: [CONFIG, SCHEMA],
      dataSourceFactory: openToWrite,
    }),
    TypeOrmModule.forRootAsync({
      name: READ,
      // After the write connection, which creates the file and its tables.
      useFactory: (_: DataSource, config: Config, schema: Schema) => ({
        ...connectionOptions(config, schema, READ),
        ...ONE_TRY,
      }),
      inject: [getDataSourceToken(WRITE), CONFIG, SCHEMA],
    }),
  ],
  providers: [
    {
      provide: Connections,
      useFactory: (write: DataSource, read: DataSource) => new Connections(write, read),
      inject: [getDataSourceToken(WRITE), getDataSourceToken(READ)],
    },
    {
      provide: MigrationsRun,
      useFactory: (write: DataSource) => new MigrationsRun(migrated.get(write) ?? []),
      inject: [getDataSourceToken(WRITE)],
    },
    {
      provide: UnitOfWork,
      useFactory: (connections: Connections, clock: Clock) => new UnitOfWork(connections.write, clock),
      inject: [Connections, Clock],
    },
    {
      provide: ReadDatabase,
      useFactory: (connections: Connections) => new ReadDatabase(connections.read),
      inject: [Connections],
    },
  ],
  exports: [Connections, MigrationsRun, UnitOfWork, ReadDatabase],
})
export class DatabaseModule {}
