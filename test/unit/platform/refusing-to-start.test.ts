import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { ServerProcess } from '../../support/process.js';

/** Settings and port are checked before a database is created. */
describe('a process that cannot start', () => {
  let server: ServerProcess | null = null;
  afterEach(async () => {
    await server?.close();
    server = null;
  });

  it('names every bad setting and what it takes', async () => {
    server = await ServerProcess.start({
      PORT: '99999',
      PUBLIC_URL: 'ftp://academy.example',
      LOG_LEVEL: 'loud',
      DATABASE_URL: 'mysql://somewhere/db',
    });
    expect(await server.ended).toBe(2);
    for (const setting of [
      'PORT=99999',
      'PUBLIC_URL=ftp://academy.example',
      'LOG_LEVEL=loud',
      'DATABASE_URL=mysql://somewhere/db',
    ])
      expect(server.output).toContain(setting);
    expect(server.output).toContain('a port number from 0 to 65535');
    expect(server.output).not.toMatch(/\bat \w+ \(|node:internal/);
  });

  it.each(['product', 'demo'] as const)('%s: prints in one line that its port is taken', async (program) => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    server = await ServerProcess.start({ PORT: String(port) }, program);
    expect(await server.ended).toBe(2);
    other.close();
    expect(server.output).toBe(`Port ${port} on 127.0.0.1 is taken by another program. Set PORT to a free one.\n`);
  });

  it('reports that a host is not an address of this machine', async () => {
    server = await ServerProcess.start({ PORT: '0', HOST: '192.0.2.1' });
    expect(await server.ended).toBe(2);
    expect(server.output).toMatch(/^HOST=192\.0\.2\.1 is no address of this machine .*Set HOST to one that is/);
  });

  it('reports that no backup can be written if a file is in the way', async () => {
    server = await ServerProcess.start({ PORT: '0', BACKUP_DIR: process.execPath });
    expect(await server.ended).toBe(2);
    expect(server.output).toBe(
      `BACKUP_DIR=${process.execPath} cannot be used: a file stands where the folder should be.\n`,
    );
  });
});
