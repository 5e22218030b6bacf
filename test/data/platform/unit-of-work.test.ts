import sql, { type Sql } from 'sql-template-tag';
import {
  isRefused,
  ReadDatabase,
  refuse,
  refused,
  SYSTEM,
  type Transaction,
  UnitOfWork,
} from '../../../src/platform/index.js';
import { TestAcademy } from '../../support/app.js';

const subject = (name: string): { type: string; id: string; label: string } => ({
  type: 'test',
  id: name,
  label: name,
});
const labelsOf = ({ app }: TestAcademy, prefix: string): Promise<{ label: string }[]> =>
  app
    .get(ReadDatabase)
    .query(
      sql`SELECT subject_label AS "label" FROM audit_entry WHERE subject_label LIKE ${`${prefix}%`} ORDER BY subject_label`,
    );
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 1));

describe('a unit of work', () => {
  let academy: TestAcademy;
  let units: UnitOfWork;
  beforeAll(async () => {
    academy = await TestAcademy.open();
    units = academy.app.get(UnitOfWork);
  });
  afterAll(() => academy.close());

  const written = (prefix: string): Promise<{ label: string }[]> => labelsOf(academy, prefix);

  it('never mixes with concurrent ones: a failed one leaves nothing, a successful one stays', async () => {
    const outcomes = await Promise.allSettled(
      Array.from({ length: 100 }, (_, at) =>
        units.run(SYSTEM, async (tx) => {
          await tx.audit('test.began', subject(`mix-${at}`));
          await pause();
          if (at % 10 === 0) throw new Error('thrown on purpose');
          await tx.audit('test.ended', subject(`mix-${at}`));
        }),
      ),
    );
    expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(10);
    const rows = await written('mix-');
    expect(rows).toHaveLength(180);
    expect(rows.filter(({ label }) => label.endsWith('0'))).toHaveLength(0);
  });

  it('leaves nothing if it is refused, and returns the refusal', async () => {
    const outcome = await units.run(SYSTEM, async (tx) => {
      await tx.audit('test.done', subject('refused'));
      return refused(refuse('notToday', { day: '2026-03-02' }));
    });
    expect(isRefused(outcome)).toBe(true);
    expect(await written('refused')).toEqual([]);
  });

  it('throws if it changed something without an audit entry', async () => {
    await expect(
      units.run(SYSTEM, async (tx) => {
        await tx.mail({ to: 'a@b.example', name: 'A', language: 'en', subject: 'unaudited', body: 'x' });
      }),
    ).rejects.toThrow('audit');
    expect(
      await academy.app.get(ReadDatabase).count(sql`SELECT COUNT(*) FROM outbox_message WHERE subject = 'unaudited'`),
    ).toBe(0);
  });

  it('joins the outer unit of work, and is rolled back with it', async () => {
    await expect(
      units.run(SYSTEM, async (outer) => {
        await outer.audit('test.done', subject('nested-outer'));
        await units.run(SYSTEM, (inner) => inner.audit('test.done', subject('nested-inner')));
        throw new Error('thrown on purpose');
      }),
    ).rejects.toThrow('on purpose');
    expect(await written('nested-')).toEqual([]);
  });

  it('does not join that of another academy in the same process', async () => {
    const other = await TestAcademy.open();
    try {
      await expect(
        units.run(SYSTEM, async (outer) => {
          await outer.audit('test.done', subject('apart-here'));
          await other.write((tx) => tx.audit('test.done', subject('apart-there')));
          throw new Error('thrown on purpose');
        }),
      ).rejects.toThrow('on purpose');
      expect(await written('apart-')).toEqual([]);
      expect(await labelsOf(other, 'apart-')).toEqual([{ label: 'apart-there' }]);
    } finally {
      await other.close();
    }
  });

  it('sees its own changes, which others see only after the commit', async () => {
    const seen = await units.run(SYSTEM, async (tx: Transaction) => {
      await tx.audit('test.done', subject('seen'));
      const inside = await tx.query(sql`SELECT id FROM audit_entry WHERE subject_label = 'seen'`);
      return { inside: inside.length, outside: (await written('seen')).length };
    });
    expect(seen).toEqual({ inside: 1, outside: 0 });
    expect(await written('seen')).toHaveLength(1);
  });

  it('has one time from beginning to end', async () => {
    const [first, last] = await units.run(SYSTEM, async (tx) => {
      const began = tx.now;
      academy.clock.moveTo(academy.clock.now() + 1000);
      await tx.audit('test.done', subject('time'));
      return [began, tx.now];
    });
    expect(last).toBe(first);
  });

  it('is the only way to write: the read connection refuses', async () => {
    // The driver's error class may come from another test file's module instance, so compare the message instead.
    const answerTo = (query: Sql) =>
      academy.app
        .get(ReadDatabase)
        .query(query)
        .then(
          () => 'done',
          (fault: { readonly message: string }) => fault.message,
        );
    expect(await answerTo(sql`DELETE FROM audit_entry RETURNING id`)).toMatch(/readonly|read-only|query_only/i);
    expect(await answerTo(sql`DELETE FROM audit_entry`)).not.toBe('done');
  });
});
