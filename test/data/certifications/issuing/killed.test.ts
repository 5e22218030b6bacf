import { createHash } from 'node:crypto';
import sql from 'sql-template-tag';
import { BeginIssuance, IssueCertificates, verifyLog } from '../../../../src/certifications/index.js';
import { numberReport } from '../../../../src/certifications/issuing/data/number-report.js';
import { DOCUMENT_KINDS } from '../../../../src/certifications/core/domain/document-kinds.js';
import { type QueryFunction, bytesFrom, ReadDatabase } from '../../../../src/platform/index.js';
import { done } from '../../../builders/cohorts.js';
import { graduates } from '../../../http/certifications/graduates.js';
import { TestAcademy } from '../../../support/app.js';
import { person } from '../../../support/people.js';
import { ServerProcess } from '../../../support/process.js';

const [TO_ISSUE, TO_SEAL] = [28, 14];
const ALL = TO_ISSUE + TO_SEAL;

describe('the product, killed while it issues and seals', () => {
  let academy: TestAcademy;
  let server: ServerProcess | null = null;
  const ask: QueryFunction = (query) => academy.app.get(ReadDatabase).query(query);
  const count = (query: Parameters<ReadDatabase['count']>[0]): Promise<number> =>
    academy.app.get(ReadDatabase).count(query);
  const issued = async (): Promise<number> => (await count(sql`SELECT COUNT(*) FROM certificate`)) - TO_SEAL;
  const sealed = (): Promise<number> => count(sql`SELECT COUNT(*) FROM certificate_seal`);

  beforeAll(async () => {
    academy = await TestAcademy.open();
  });
  afterAll(async () => {
    await server?.close();
    await academy.close();
  });

  /**
   * A new process at the same work. The lease of one that was killed runs out within a minute, for
   * which the story does not wait.
   */
  const start = async (): Promise<ServerProcess> => {
    await academy.connections.write.query('UPDATE lease SET until = 0');
    return (server = ServerProcess.beside({
      place: academy.config,
      settings: { PORT: '0', PUBLIC_URL: academy.config.publicUrl, LOG_LEVEL: 'info' },
    }));
  };
  const kill = async (): Promise<void> => {
    server?.signal('SIGKILL');
    expect(await server?.ended).toBeNull();
  };
  const until = async (reached: () => Promise<boolean>): Promise<void> => {
    const patience = performance.now() + 60_000;
    while (!(await reached())) {
      if (performance.now() > patience)
        throw new Error(`It was never reached; the process said:\n${server?.output.slice(-3000)}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };

  it('goes on after each start: one certificate for everybody, all four documents of each once, every number accounted for, and a log that holds', async () => {
    const named = (many: number) => ({
      names: Array.from({ length: many }, (_, at) => ({ name: `学员${'甲乙丙丁戊己庚辛壬癸'[at % 10]}${at}` })),
    });
    const [older, newer] = [await graduates(academy, named(TO_SEAL)), await graduates(academy, named(TO_ISSUE))];
    const coordinator = await person(academy, 'coordinator');
    done(await academy.app.get(IssueCertificates).execute(coordinator, older.cohort.code, 'later'));
    done(await academy.app.get(BeginIssuance).execute(coordinator, newer.cohort.code));

    await (await start()).prints(/certificates get their documents/, 60_000);
    await kill();
    expect(await issued()).toBeLessThan(TO_ISSUE);
    await start();
    await until(async () => (await issued()) > 0 && (await sealed()) > (await issued()));
    await kill();
    expect(await sealed()).toBeLessThan(ALL);
    await start();
    await until(
      async () => (await sealed()) === ALL && (await count(sql`SELECT COUNT(*) FROM job WHERE state = 'done'`)) === 2,
    );
    server?.signal('SIGTERM');
    expect(await server?.ended).toBe(0);

    for (const { cohort, trainees } of [older, newer]) {
      const holders = await ask<{ id: string }>(
        sql`SELECT k.trainee_id AS "id" FROM certificate k JOIN enrolment e ON e.id = k.enrolment_id WHERE e.cohort_id = ${cohort.id}`,
      );
      expect(holders.map(({ id }) => id).sort()).toEqual(trainees.map(({ traineeId }) => traineeId).sort());
    }
    const numbers = await ask<{ number: string; state: string }>(
      sql`SELECT number AS "number", state AS "state" FROM drawn_number`,
    );
    expect([numbers.length, new Set(numbers.map(({ state }) => state))]).toEqual([ALL, new Set(['issued'])]);
    expect((await numberReport(ask, 10)).map(({ drawn, issued: used, gaps }) => ({ drawn, used, gaps }))).toEqual([
      { drawn: ALL, used: ALL, gaps: [] },
    ]);

    const forms = await ask<{ id: string; form: string; bytes: string; sha256: string }>(
      sql`SELECT certificate_id AS "id", form AS "form", bytes AS "bytes", sha256 AS "sha256" FROM certificate_form`,
    );
    const certificates = await ask<{ id: string }>(sql`SELECT id AS "id" FROM certificate`);
    const each = certificates.flatMap(({ id }) => DOCUMENT_KINDS.map((form) => `${id} ${form}`));
    expect(forms.map(({ id, form }) => `${id} ${form}`).sort()).toEqual(each.sort());
    expect(
      forms.filter(({ bytes, sha256 }) => createHash('sha256').update(bytesFrom(bytes)).digest('hex') !== sha256),
    ).toEqual([]);
    expect(
      await count(sql`SELECT COUNT(*) FROM (SELECT DISTINCT status_list, status_index FROM certificate_seal) p`),
    ).toBe(ALL);

    const log = await verifyLog(academy.app.get(ReadDatabase));
    expect([log.faults, log.size, log.certificates, log.withoutDocuments]).toEqual([[], ALL, ALL, 0]);
    const emails = await ask<{ to: string }>(sql`SELECT to_address AS "to" FROM outbox_message`);
    expect(emails.map(({ to }) => to).sort()).toEqual(
      [...older.trainees, ...newer.trainees].map(({ email }) => email).sort(),
    );
  }, 240_000);
});
