import sql, { type Sql } from 'sql-template-tag';
import { ResumeList, SubmitList } from '../../../../src/certifications/index.js';
import { priorTries } from '../../../../src/certifications/verification/data/tries.js';
import { type QueryFunction, isRefused, Jobs, ReadDatabase } from '../../../../src/platform/index.js';
import { PreparedStatements } from '../../../../src/platform/database/prepared.js';
import { anEmployer, type BuiltEmployer } from '../../../builders/employers.js';
import { TestAcademy } from '../../../support/app.js';
import { DATABASE } from '../../../support/database.js';
import { signedIn } from '../../../support/people.js';
import { wordsOf } from '../../../support/web-client.js';
import { certificateSteps } from '../certificate-steps.js';

describe('a long list', () => {
  let academy: TestAcademy;
  let employer: BuiltEmployer;
  const { one } = certificateSteps(() => academy);
  beforeAll(async () => {
    academy = await TestAcademy.open();
    employer = await anEmployer(academy);
  });
  afterAll(() => academy.close());

  const send = async (count: number): Promise<string> => {
    const { row } = await one('长名单', null);
    const rows = Array.from({ length: count }, (_, at) => ({
      line: at + 2,
      number: row.number,
      name: at % 10 === 0 ? '写错了' : '长名单',
    }));
    const sent = await academy.app.get(SubmitList).execute(employer.contact, employer.id, {
      rows,
      columns: { number: '编号', name: '姓名' },
      filename: '名单.xlsx',
      sha256: '0'.repeat(64),
      purpose: '校招',
    });
    if (isRefused(sent)) throw new Error('The list was refused');
    await academy.app.get(ResumeList).execute(employer.contact, sent.id);
    return sent.id;
  };

  /** Number of queries on the read connection while the work goes on. */
  const queriesDuring = async (work: () => Promise<unknown>): Promise<number> => {
    const { read } = academy.connections;
    const [prepared, sent] = [PreparedStatements.prototype.all, read.query];
    let queries = 0;
    PreparedStatements.prototype.all = function (...asked) {
      queries += 1;
      return prepared.apply(this, asked);
    };
    read.query = function (...asked: Parameters<typeof sent>) {
      queries += 1;
      return sent.apply(this, asked) as never;
    };
    try {
      await work();
    } finally {
      PreparedStatements.prototype.all = prepared;
      read.query = sent;
    }
    return queries;
  };
  const queriesWhileFinishing = (): Promise<number> => queriesDuring(() => academy.app.get(Jobs).finish());

  /**
   * Where the database answers at once nothing but the work itself lets others in; a server's answers are waited for.
   */
  if (DATABASE === 'SQLite')
    it('lets requests in after every fifty rows', async () => {
      const id = await send(600);
      const reads = academy.app.get(ReadDatabase);
      let [stored, longest, over] = [0, 0, false];
      const watch = async (): Promise<void> => {
        while (!over) {
          await new Promise((resolve) => setImmediate(resolve));
          const now = await reads.count(
            sql`SELECT COUNT(*) AS "count" FROM verification_record WHERE batch_id = ${id}`,
          );
          longest = Math.max(longest, now - stored);
          stored = now;
        }
      };
      const watching = watch();
      await academy.app.get(Jobs).finish();
      over = true;
      await watching;
      expect([stored, longest]).toEqual([600, 50]);
    });

  it('asks by the step and not by the row: five times the rows are far from five times the queries', async () => {
    await send(50);
    const short = await queriesWhileFinishing();
    await send(250);
    const long = await queriesWhileFinishing();
    // Four units more, each with a few queries, and not two hundred rows more.
    expect(long).toBeLessThan(short + 4 * 20);
  });

  it('is shown with a few queries more, and finds what has changed in one', async () => {
    const browser = await signedIn(academy, employer.contact);
    const [short, long] = [await send(100), await send(600)];
    await academy.app.get(Jobs).finish();
    const [few, many] = [
      await queriesDuring(() => browser.get(`/employer/lists/${short}`)),
      await queriesDuring(() => browser.get(`/employer/lists/${long}`)),
    ];
    // The rows themselves are read two hundred at a time.
    expect(many).toBeLessThanOrEqual(few + 3);
    // And not again for the next page.
    expect(await queriesDuring(() => browser.get(`/employer/lists/${long}?page=2`))).toBeLessThan(few);
  });

  it('counts tries by index, however many answers are kept', async () => {
    const queries: Sql[] = [];
    const listening: QueryFunction = <Row>(query: Sql): Promise<Row[]> => {
      queries.push(query);
      return Promise.resolve([]);
    };
    const pairs = Array.from({ length: 200 }, (_, at) => ({ numberKey: `N${at}`, nameKey: `n${at}` }));
    await priorTries(listening, 'employer:x', { pairs, now: academy.clock.now() });
    expect(queries.length).toBeLessThanOrEqual(4);
    for (const query of queries) {
      expect(query.sql).not.toContain('verification_record');
      expect(await planOf(query)).not.toMatch(/SCAN verification_try|Seq Scan/);
    }
  });

  it('gives its files out once all is answered, and until then says with 409 that it is not yet', async () => {
    const browser = await signedIn(academy, employer.contact);
    const id = await send(30);
    for (const file of ['result.csv', 'result.xlsx', 'answer.jws']) {
      const early = await browser.get(`/employer/lists/${id}/${file}`);
      expect([early.status, early.headers['content-disposition']]).toEqual([409, undefined]);
      expect(wordsOf(early.text)).toContain('还没有全部答复');
    }
    await academy.app.get(Jobs).finish();
    for (const file of ['result.csv', 'result.xlsx', 'answer.jws'])
      expect((await browser.get(`/employer/lists/${id}/${file}`)).status).toBe(200);
    expect((await browser.get(`/employer/lists/${id}/result.csv`)).text.trim().split('\n')).toHaveLength(31);
  });

  async function planOf(query: Sql): Promise<string> {
    const { write } = academy.connections;
    if (DATABASE === 'SQLite')
      return (await write.query<{ detail: string }[]>(`EXPLAIN QUERY PLAN ${query.sql}`, query.values))
        .map(({ detail }) => detail)
        .join('\n');
    return write.transaction(async (manager) => {
      // So few rows are read whole unless that is made to look dear: what is asked here is whether an index serves.
      await manager.query('SET LOCAL enable_seqscan = off');
      return (await manager.query<{ 'QUERY PLAN': string }[]>(`EXPLAIN ${query.text}`, query.values))
        .map((line) => line['QUERY PLAN'])
        .join('\n');
    });
  }
});
