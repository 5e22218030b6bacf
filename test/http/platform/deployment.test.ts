/** @database SQLite: its subject is which files a deployment needs; other files run its queries on PostgreSQL. */
import { cp, mkdir, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sql from 'sql-template-tag';
import { PACKAGE_ROOT, ReadDatabase } from '../../../src/platform/index.js';
import { certificateSteps } from '../certifications/certificate-steps.js';
import { TestAcademy } from '../../support/app.js';
import { ServerProcess } from '../../support/process.js';

describe('a deployment of only the build, the views and the packages', () => {
  let academy: TestAcademy;
  let root: string;
  let server: ServerProcess;
  const { one } = certificateSteps(() => academy);

  beforeAll(async () => {
    [academy, root] = [await TestAcademy.open(), await mkdtemp(join(tmpdir(), 'deployed-'))];
    await mkdir(join(root, 'dist'));
    for (const part of ['dist/src', 'dist/db', 'views', 'package.json'])
      await cp(join(PACKAGE_ROOT, part), join(root, part), { recursive: true });
    await symlink(join(PACKAGE_ROOT, 'node_modules'), join(root, 'node_modules'));
  });
  afterAll(async () => {
    await server.close();
    await academy.close();
    await rm(root, { recursive: true, force: true });
  });

  it('serves pages, and makes a certificate’s documents', async () => {
    const { row } = await one();
    server = ServerProcess.beside({
      place: academy.config,
      settings: { PORT: '0', PUBLIC_URL: academy.config.publicUrl },
      root,
    });
    const [, origin] = await server.prints(/Server listening at (http:\/\/127\.0\.0\.1:\d+)/);
    expect((await fetch(`${origin}/c/${row.token}`)).status).toBe(200);
    const sealed = (): Promise<number> =>
      academy.app.get(ReadDatabase).count(sql`SELECT COUNT(*) FROM certificate_form`);
    for (let asked = 0; asked < 200 && (await sealed()) === 0; asked += 1)
      await new Promise((resolve) => setTimeout(resolve, 100));
    expect([await sealed(), /"level":(50|60).*/.exec(server.output)?.[0]]).toEqual([4, undefined]);
    expect(JSON.parse(await (await fetch(`${origin}/c/${row.token}.json`)).text())).toMatchObject({
      credentialSchema: expect.any(Array) as unknown,
    });
  }, 60_000);
});
