import { setTimeout as wait } from 'node:timers/promises';
import sql, { raw } from 'sql-template-tag';
import { logStanding, OwnRegisterWriter, RegisterBinding } from '../../../../../src/certifications/binding/index.js';
import {
  IssuerKeys,
  ReissueCertificate,
  RevokeCertificate,
  SignCertificates,
  verifyLog,
} from '../../../../../src/certifications/index.js';
import { RotateIssuerKey } from '../../../../../src/certifications/issuer/actions/rotate-issuer-key.js';
import { LogHasBeenChanged } from '../../../../../src/certifications/log/index.js';
import { entryText } from '../../../../../src/certifications/log/log/entry.js';
import { Frontier } from '../../../../../src/certifications/log/log/frontier.js';
import { leafHash } from '../../../../../src/certifications/log/log/hashing.js';
import { type Actor, ReadDatabase } from '../../../../../src/platform/index.js';
import { certificateSteps, type Row } from '../../../../http/certifications/certificate-steps.js';
import { TestAcademy } from '../../../../support/app.js';
import { DATABASE } from '../../../../support/database.js';
import { person } from '../../../../support/people.js';

const FOREIGN_SIGNATURE = `— x.example ${Buffer.alloc(68, 7).toString('base64')}`;
const isPostgres = DATABASE === 'PostgreSQL';

interface Head {
  readonly size: number;
  readonly root: string;
  readonly edge: string;
  readonly checkpoint: string;
}

/** The same three lines, signed by nobody known. */
const signedByNobody = ({ checkpoint }: Head, size: number, root: string): string =>
  `${checkpoint.split('\n')[0]}\n${size}\n${root}\n\n${FOREIGN_SIGNATURE}\n`;

describe(`the head of the log that an act continues, on ${DATABASE}`, () => {
  let academy: TestAcademy;
  let administrator: Actor;
  let [revoked, other]: [Row, Row] = [] as never;
  const { one } = certificateSteps(() => academy);
  const read = <T extends object>(text: string): Promise<T[]> =>
    academy.app.get(ReadDatabase).query<T>(sql`${raw(text)}`);
  const head = async (): Promise<Head> => {
    const [row] = await read<Head>(
      'SELECT size AS "size", root AS "root", edge AS "edge", checkpoint AS "checkpoint" FROM log_head',
    );
    return row!;
  };
  const revoke = (): Promise<unknown> =>
    academy.app
      .get(RevokeCertificate)
      .execute(administrator, revoked.id, { reasonClass: 'issuedInError', reason: '误发，经核实' });
  const rotate = async (): Promise<unknown> => {
    const [key] = await read<{ id: string }>(
      `SELECT id AS "id" FROM issuer_key WHERE kind = 'log' AND state = 'active'`,
    );
    return academy.app.get(RotateIssuerKey).execute(administrator, key!.id);
  };

  beforeEach(async () => {
    academy = await TestAcademy.open();
    administrator = await person(academy, 'administrator');
    [revoked, other] = [(await one('王芳', null)).row, (await one('赵六', null)).row];
    await academy.app.get(SignCertificates).execute();
  }, 60_000);
  afterEach(async () => {
    academy.takeErrors();
    await academy.close();
  });

  it.each([
    ['a revocation', () => revoke()],
    ['a new key of the log', () => rotate()],
  ])(
    'is refused for %s where no key of the academy has signed it',
    async (_, act) => {
      const before = await head();
      const foreign = signedByNobody(before, before.size, before.root);
      await academy.connections.write.query(`UPDATE log_head SET checkpoint = '${foreign}'`);
      await expect(act()).rejects.toThrow(LogHasBeenChanged);
      expect((await head()).checkpoint).toBe(foreign);
      await academy.connections.write.query(`UPDATE log_head SET checkpoint = '${before.checkpoint}'`);
      await act();
      expect((await verifyLog(academy.app.get(ReadDatabase))).faults).toEqual([]);
    },
    60_000,
  );

  /** An act, and what another session writes while the act waits for the head of the log. */
  async function beside(act: () => Promise<unknown>, statements: readonly string[]): Promise<unknown> {
    const session = academy.connections.write.createQueryRunner();
    await session.startTransaction();
    await session.query('SELECT id FROM log_head FOR UPDATE');
    const acting = act().catch((error: unknown) => error);
    const waits = `SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%log_head%' AND datname = current_database()`;
    while ((await academy.connections.write.query<unknown[]>(waits)).length === 0) await wait(20);
    for (const statement of statements) await session.query(statement);
    await session.commitTransaction();
    await session.release();
    return acting;
  }

  if (isPostgres)
    it.each([
      ['a revocation', () => revoke()],
      ['a new key of the log', () => rotate()],
    ])(
      'is refused for %s where another session has added entries while it waited',
      async (_, act) => {
        const before = await head();
        const edge = JSON.parse(before.edge) as string[];
        const frontier = Frontier.of(
          before.size,
          edge.map((hash) => Buffer.from(hash, 'base64')),
        );
        const text = entryText({ kind: 'revoke', credentialHash: 'ab'.repeat(32), at: academy.clock.now() });
        frontier.add(leafHash(Buffer.from(text)));
        const [root, hash] = [frontier.root, leafHash(Buffer.from(text))].map((one) => one.toString('base64'));
        const edgeAfter = JSON.stringify(frontier.hashes.map((one) => one.toString('base64')));
        const foreign = signedByNobody(before, frontier.size, root!);
        const outcome = await beside(act, [
          `INSERT INTO log_entry (position, certificate_id, kind, credential_hash, at, text)
         VALUES (${before.size}, '${other.id}', 'revoke', '${'ab'.repeat(32)}', 1, '${text}')`,
          `INSERT INTO log_hash (level, position, hash) VALUES (0, ${before.size}, '${hash!}')`,
          `UPDATE log_head SET size = ${frontier.size}, root = '${root!}', edge = '${edgeAfter}', checkpoint = '${foreign}'`,
        ]);
        expect(outcome).toBeInstanceOf(LogHasBeenChanged);
        expect((await head()).checkpoint).toBe(foreign);
      },
      60_000,
    );

  it('is not followed by a replacement whose predecessor is altered once it is bound', async () => {
    const [binding, size] = [academy.app.get(RegisterBinding), (await head()).size];
    const again = binding.again.bind(binding);
    binding.again = async (tx, changed) => {
      await again(tx, changed);
      await tx.query(sql`UPDATE certificate_event SET actor_name = '省人社厅' WHERE certificate_id = ${other.id}`);
    };
    const correction = { reasonClass: 'nameCorrected', name: '赵陆', latinName: null, reason: '姓名有误' } as const;
    const replacing = academy.app.get(ReissueCertificate).execute(administrator, other.id, correction);
    await expect(replacing).rejects.toThrow(LogHasBeenChanged);
    binding.again = again;
    expect((await head()).size).toBe(size);
    expect((await verifyLog(academy.app.get(ReadDatabase))).faults).toEqual([]);
  }, 60_000);

  it('is not followed by an entry about a record that is no longer what was bound', async () => {
    const [keys, register] = [academy.app.get(IssuerKeys), academy.app.get(OwnRegisterWriter)];
    const { log: signer } = await keys.ready();
    const logging = academy.write(async (tx) => {
      await tx.query(sql`UPDATE certificate_event SET actor_name = '省人社厅' WHERE certificate_id = ${other.id}`);
      await logStanding(tx, { signer, keys, register }, [{ id: other.id }]);
    });
    await expect(logging).rejects.toThrow(LogHasBeenChanged);
  }, 60_000);
});
