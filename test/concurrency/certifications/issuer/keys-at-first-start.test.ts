import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import sql from 'sql-template-tag';
import { WatchRegister } from '../../../../src/certifications/binding/actions/watch-register.js';
import { OwnRegisterWriter } from '../../../../src/certifications/binding/actions/own-register-writer.js';
import { RegisterKey } from '../../../../src/certifications/binding/actions/register-key.js';
import { drawPlaces } from '../../../../src/certifications/issuer/data/status-positions.js';
import { allIssuerKeys } from '../../../../src/certifications/issuer/data/issuer-keys.js';
import { KEY_KINDS } from '../../../../src/certifications/core/domain/issuer-key.js';
import type { AcademyProfile } from '../../../../src/accounts/index.js';
import { credentialOf } from '../../../../src/certifications/documents/credential/credential.js';
import { signCredential } from '../../../../src/certifications/documents/credential/signing.js';
import { GenuineKeys, IssuerKeys } from '../../../../src/certifications/index.js';
import { type Clock, type Config, Keys, ReadDatabase, type UnitOfWork } from '../../../../src/platform/index.js';
import { ISSUED_AT, MAKING, PLAIN } from '../../../builders/credentials.js';
import { TestAcademy } from '../../../support/app.js';
import { ServerProcess } from '../../../support/process.js';

const LISTENS = /Server listening at (http:\/\/127\.0\.0\.1:\d+)/;

describe('two processes that start at once where there are no keys yet', () => {
  let academy: TestAcademy;
  const servers: ServerProcess[] = [];
  beforeAll(async () => {
    academy = await TestAcademy.open();
  });
  afterAll(async () => {
    for (const server of servers) await server.close();
    await academy.close();
  });

  it('are created only once: of two servers that make keys at the same moment, both sign with the first one’s', async () => {
    const fresh = await TestAcademy.open();
    const one = fresh.app.get(IssuerKeys);
    const { unitOfWork, profile, clock, config } = one as unknown as {
      unitOfWork: UnitOfWork;
      profile: AcademyProfile;
      clock: Clock;
      config: Config;
    };
    const other = new IssuerKeys(
      unitOfWork,
      profile,
      clock,
      config,
      fresh.app.get(WatchRegister),
      fresh.app.get(OwnRegisterWriter),
      fresh.app.get(GenuineKeys),
      fresh.app.get(ReadDatabase),
      new Keys(config),
    );
    const rings = await Promise.all([one.ready(), other.ready()]);
    await fresh.close();
    expect(rings[1]).toEqual(rings[0]);
    expect(
      await signCredential(credentialOf(PLAIN, { ...MAKING, did: rings[0].did }), rings[1].assertion, ISSUED_AT),
    ).toContain(rings[0].assertion.id);
  });

  it('make one master key and one set of keys between them, which both open', async () => {
    await academy.write((tx) => {
      tx.withoutAudit('a status list is in use, so that there is something to sign');
      return drawPlaces(tx, academy.app.get(RegisterKey).bytes, 1);
    });
    const { dataDir } = academy.config;
    for (const made of ['keys', 'register-bound']) await rm(join(dataDir, made), { recursive: true });
    const settings = { PORT: '0', PUBLIC_URL: academy.config.publicUrl };
    servers.push(...[0, 1].map(() => ServerProcess.beside({ place: academy.config, settings })));
    const origins = await Promise.all(servers.map(async (server) => (await server.prints(LISTENS, 60_000))[1]!));
    const told = async (path: string): Promise<readonly [number, string][]> =>
      Promise.all(
        origins
          .flatMap((origin) => [origin, origin])
          .map(async (origin): Promise<[number, string]> => {
            const answer = await fetch(origin + path);
            return [answer.status, await answer.text()];
          }),
      );
    const documents = await told('/.well-known/did.json');
    expect([documents.map(([status]) => status), new Set(documents.map(([, text]) => text)).size]).toEqual([
      [200, 200, 200, 200],
      1,
    ]);
    const lists = await told('/status/1');
    expect([lists.map(([status]) => status), new Set(lists.map(([, text]) => text)).size]).toEqual([
      [200, 200, 200, 200],
      1,
    ]);
    const keys = await allIssuerKeys((query) => academy.app.get(ReadDatabase).query(query));
    expect(keys.map(({ kind, state }) => `${kind} ${state}`).sort()).toEqual(
      KEY_KINDS.map((kind) => `${kind} active`).sort(),
    );
    expect(
      await academy.app.get(ReadDatabase).count(sql`SELECT COUNT(*) FROM audit_entry WHERE act = 'issuerKey.made'`),
    ).toBe(1);
    expect(servers.map(({ output }) => /.*"level":(?:50|60).*/.exec(output)?.[0])).toEqual([undefined, undefined]);
    expect(existsSync(join(dataDir, 'keys', 'master.key'))).toBe(true);

    // A third, started later, opens what they made.
    await academy.restart();
    expect((await academy.app.get(IssuerKeys).ready()).assertion.id).toContain(
      keys.find(({ kind }) => kind === 'assertion')!.keyId,
    );
  }, 120_000);
});
