import { Global, Injectable, Module, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../clock.js';
import { CONFIG, type Config } from '../config.js';
import { migrate } from './migrate.js';
import { connectionOptions, SCHEMA, type Schema } from './options.js';
import { ReadDatabase } from './read-database.js';
import { UnitOfWork } from './unit-of-work.js';

/** The two connections: one that writes, through units of work only, and one that can only read. */
@Injectable()
export class Connections implements OnApplicationShutdown {
  private constructor(
    readonly write: DataSource,
    readonly read: DataSource,
  ) {}

  static async open(config: Config, schema: Schema): Promise<Connections> {
    const write = await new DataSource(connectionOptions(config, schema, 'write')).initialize();
    await migrate(write);
    const read = await new DataSource(connectionOptions(config, schema, 'read')).initialize();
    return new Connections(write, read);
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all([this.write.destroy(), this.read.destroy()]);
  }
}

@Global()
@Module({
  providers: [
    {
      provide: Connections,
      useFactory: (config: Config, schema: Schema) => Connections.open(config, schema),
      inject: [CONFIG, SCHEMA],
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
  exports: [Connections, UnitOfWork, ReadDatabase],
})
export class DatabaseModule {}
