/** @database SQLite: a copy of its file is the backup that is put back. */
import sql from 'sql-template-tag';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RotateIssuerKey } from '../../../../src/certifications/issuer/actions/rotate-issuer-key.js';
import { VerifyCertificate } from '../../../../src/certifications/verification/actions/verify-certificate.js';
import {
  IssueCertificates,
  RevokeCertificate,
  SignCertificates,
  verifyLog,
} from '../../../../src/certifications/index.js';
import { DOCUMENT_KINDS } from '../../../../src/certifications/core/domain/document-kinds.js';
import { createApp } from '../../../../src/start/app.js';
import { bytesFrom, makeLogger, ReadDatabase } from '../../../../src/platform/index.js';
import { graduates } from '../../../http/certifications/graduates.js';
import { TestAcademy } from '../../../support/app.js';
import { person } from '../../../support/people.js';

/** A few in every run of the suite; `DRILL=1000` for the whole of it. */
const CERTIFICATES = Number(process.env['DRILL'] ?? 40);
const REVOKED = CERTIFICATES / 10;
/**
 * Every certificate's JSON is checked, and all four forms of some ten, of which not all are revoked and not all hold.
 */
const SAMPLE_EVERY = CERTIFICATES / 10 - 1;

describe('an academy whose machine is lost', () => {
  let academy: TestAcademy;
  let elsewhere: string;

  beforeAll(async () => {
    academy = await TestAcademy.open();
    elsewhere = await mkdtemp(join(tmpdir(), 'elsewhere-'));
  });
  afterAll(async () => {
    await academy.close();
    await rm(elsewhere, { recursive: true });
  });

  it(
    'finds every certificate again in its backup, each with the right verdict, also those that a key signed which was changed since',
    async () => {
      const administrator = await person(academy, 'administrator');
      const issueHalf = async (documents: 'now' | 'later'): Promise<void> => {
        const scenario = await graduates(academy, {
          names: Array.from({ length: CERTIFICATES / 2 }, (_, at) => ({
            name: `学员${'甲乙丙丁戊己庚辛壬癸'[at % 10]}${at}`,
          })),
        });
        await academy.app.get(IssueCertificates).execute(administrator, scenario.cohort.code, documents);
        await academy.app.get(SignCertificates).execute();
      };
      await issueHalf('later');
      const kept = (await academy.client().get('/log/checkpoint')).text;
      const keys = await academy.app
        .get(ReadDatabase)
        .query<{ id: string }>(
          sql`SELECT id AS "id" FROM issuer_key WHERE kind IN ('assertion', 'log') AND state = 'active'`,
        );
      for (const { id } of keys) await academy.app.get(RotateIssuerKey).execute(administrator, id);
      await issueHalf('now');
      const rows = await academy.app
        .get(ReadDatabase)
        .query<{ id: string; token: string }>(sql`SELECT id AS "id", token AS "token" FROM certificate ORDER BY id`);
      expect(rows).toHaveLength(CERTIFICATES);
      const revoked = new Set(rows.filter((_, at) => at % 10 === 3).map(({ id }) => id));
      expect(revoked.size).toBe(REVOKED);
      for (const id of revoked)
        await academy.app
          .get(RevokeCertificate)
          .execute(administrator, id, { reasonClass: 'issuedInError', reason: '误发' });

      await academy.connections.write.query(`VACUUM INTO '${join(elsewhere, 'academy.sqlite')}'`);
      await cp(join(academy.config.dataDir, 'keys'), join(elsewhere, 'keys'), { recursive: true });
      const config = { ...academy.config, dataDir: elsewhere };
      const restored = await createApp({
        config,
        logger: makeLogger({ ...config, logLevel: 'silent' }),
        clock: academy.clock,
      });
      try {
        const [reads, verify] = [restored.get(ReadDatabase), restored.get(VerifyCertificate)];
        const ask = <T>(query: ReturnType<typeof sql>): Promise<T[]> => reads.query<T>(query);
        const log = await verifyLog(reads, [{ file: 'kept.txt', text: kept }]);
        expect([log.faults, log.size, log.certificates]).toEqual([[], CERTIFICATES + REVOKED, CERTIFICATES]);
        for (const [at, { id, token }] of rows.entries()) {
          const expected = revoked.has(id) ? 'revoked' : 'valid';
          expect((await verify.byToken(token)).verdict).toBe(expected);
          const kept = new Map(
            (
              await ask<{ form: string; bytes: string }>(
                sql`SELECT form AS "form", bytes AS "bytes" FROM certificate_form WHERE certificate_id = ${id}`,
              )
            ).map(({ form, bytes }) => [form, bytesFrom(bytes)]),
          );
          expect([...kept.keys()].sort()).toEqual([...DOCUMENT_KINDS].sort());
          for (const form of at % SAMPLE_EVERY === 0 ? DOCUMENT_KINDS : (['json'] as const)) {
            const { verdict, checks } = await verify.byFile(kept.get(form)!);
            expect([
              form,
              verdict,
              checks.filter(({ step, outcome }) => outcome !== 'ok' && step !== 'notRevoked'),
            ]).toEqual([form, expected, []]);
          }
        }
      } finally {
        await restored.close();
      }
    },
    Math.max(120_000, CERTIFICATES * 3_000),
  );
});
