import { Injectable } from '@nestjs/common';
import sql, { empty, type Sql } from 'sql-template-tag';
import { type QueryFunction, Clock, ReadDatabase, SYSTEM, UnitOfWork } from '../../../platform/index.js';
import { settleNumbers } from '../data/draw-numbers.js';

const AN_HOUR = 3_600_000;

/**
 * Numbers that were drawn for a single certificate whose making broke off, as by a power cut: they are said to be void.
 */
@Injectable()
export class VoidBrokenOff {
  private readonly query: QueryFunction;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    reads: ReadDatabase,
  ) {
    this.query = reads.query;
  }

  async any(): Promise<boolean> {
    return (await this.brokenOff(sql`LIMIT 1`)).length > 0;
  }

  /** Answers how many; an issue's waiting items keep theirs, however long it stands still. */
  async numbers(): Promise<number> {
    const rows = await this.brokenOff();
    const [first] = rows;
    if (!first) return 0;
    await this.unitOfWork.run(SYSTEM, async (tx) => {
      await settleNumbers(
        tx,
        rows.map(({ number }) => number),
        { state: 'void', reason: 'brokenOff' },
      );
      await tx.audit(
        'numbers.voided',
        { type: 'certificate', id: first.number, label: first.number },
        { count: rows.length },
      );
    });
    return rows.length;
  }

  private brokenOff(limit: Sql = empty): Promise<{ readonly number: string }[]> {
    const before = this.clock.now() - AN_HOUR;
    return this.query(sql`
      SELECT d.number AS "number" FROM drawn_number d WHERE d.state = 'reserved' AND d.drawn_at < ${before}
        AND NOT EXISTS (SELECT 1 FROM issuance_item i WHERE i.number = d.number AND i.state = 'waiting') ORDER BY d.number ${limit}`);
  }
}
