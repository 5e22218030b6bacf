import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { once } from 'node:events';
import { constants } from 'node:fs';
import { access, mkdir } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { Logger } from 'pino';
import { BadSetting, type Config, Ticker } from '../platform/index.js';

/**
 * Checks that the port is available before anything is built.
 * @throws BadSetting with the reason, and the setting to change
 */
export async function checkPort({ port, host }: Config): Promise<void> {
  const door = createServer().listen(port, host);
  try {
    await once(door, 'listening');
  } catch (fault) {
    throw new BadSetting(whyShut(port, host, (fault as NodeJS.ErrnoException).code));
  }
  door.close();
  await once(door, 'close');
}

function whyShut(port: number, host: string, code: string | undefined): string {
  if (code === 'EADDRINUSE') return `Port ${port} on ${host} is taken by another program. Set PORT to a free one.`;
  if (code === 'EACCES') return `Port ${port} on ${host} is not for this user to open. Set PORT to one from 1024 up.`;
  return `HOST=${host} is no address of this machine (${code}). Set HOST to one that is, or to 0.0.0.0 for every one.`;
}

/**
 * Checks that scheduled backups can be written to their folder.
 * @throws BadSetting if that can never work; a disk that is full or offline for now is reported when a backup fails
 */
export async function checkBackupFolder({ backups }: Config): Promise<void> {
  if (backups === null) return;
  try {
    await mkdir(backups.dir, { recursive: true, mode: 0o700 });
    await access(backups.dir, constants.W_OK);
  } catch (fault) {
    const { code = '' } = fault as NodeJS.ErrnoException;
    if (code === 'EEXIST' || code === 'ENOTDIR')
      throw new BadSetting(`BACKUP_DIR=${backups.dir} cannot be used: a file stands where the folder should be.`);
    if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
      throw new BadSetting(`BACKUP_DIR=${backups.dir} cannot be used: this user may not write there.`);
  }
}

/**
 * Listens, starts the recurring tasks, and shuts everything down on a signal: tasks end while requests finish, and the
 * database is closed last.
 */
export async function serve(app: NestFastifyApplication, config: Config, logger: Logger): Promise<void> {
  await app.listen(config.port, config.host);
  app.get(Ticker).start();
  let stopping = false;
  const stop = (signal: string): void => {
    if (stopping) return;
    stopping = true;
    // A browser connection that becomes idle now would otherwise stay open for its whole keep-alive time.
    app.getHttpServer().keepAliveTimeout = 1;
    // Accepts no new connections while the recurring tasks end, which Nest waits for before it closes the server.
    app.getHttpServer().close();
    logger.info({ signal }, 'finishing requests under way, then stopping');
    app.close().then(
      () => process.exit(0),
      (fault: unknown) => {
        logger.error({ err: fault }, 'could not stop cleanly');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}
