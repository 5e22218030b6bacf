import sql from 'sql-template-tag';
import { SYSTEM } from '../actor.js';
import type { ReadDatabase } from '../database/read-database.js';
import type { Transaction } from '../database/transaction.js';
import type { UnitOfWork } from '../database/unit-of-work.js';
import { newId } from '../ids.js';
import { Lease } from './lease.entity.js';

const RELEASED = 0;

/** Clocks of processes may differ by this many leases. No process has taken a lease that ends later. */
const SLACK = 10;

/** The leases of this process. Instants come from the clock; processes whose clocks differ by seconds still agree. */
export class Leases {
  readonly holder = newId();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reads: ReadDatabase,
    private readonly milliseconds: number,
  ) {}

  /** Returns until when the lease is held, or `null` if another process holds it; then nothing was written. */
  async take(name: string, now: number): Promise<number | null> {
    const [lease] = await this.reads.query<{ holder: string; until: number }>(sql`
      SELECT holder AS "holder", until AS "until" FROM lease WHERE name = ${name}`);
    const until = Number(lease?.until ?? RELEASED);
    if (lease && lease.holder !== this.holder && until > now && until <= this.latest(now)) return null;
    return this.write(async (tx) => {
      const values = { name, holder: this.holder, until: RELEASED };
      if (!lease) await tx.of(Lease).createQueryBuilder().insert().values(values).orIgnore().execute();
      return this.extend(tx, name);
    });
  }

  /** Returns until when it is held now, or `null` if another process has taken it over. */
  renew(name: string): Promise<number | null> {
    return this.write((tx) => this.extend(tx, name));
  }

  async release(name: string): Promise<void> {
    await this.write((tx) => tx.of(Lease).update({ name, holder: this.holder }, { until: RELEASED }));
  }

  /** Leases that expired without being released: their process was lost in the middle of the task. */
  async abandoned(now: number): Promise<{ readonly name: string; readonly until: number }[]> {
    return this.reads.query(sql`
      SELECT name AS "name", until AS "until" FROM lease WHERE until > ${RELEASED} AND until <= ${now}`);
  }

  private async extend(tx: Transaction, name: string): Promise<number | null> {
    const until = tx.now + this.milliseconds;
    await tx
      .of(Lease)
      .createQueryBuilder()
      .update()
      .set({ holder: this.holder, until })
      .where('name = :name AND (holder = :holder OR until <= :now OR until > :latest)', {
        name,
        holder: this.holder,
        now: tx.now,
        latest: this.latest(tx.now),
      })
      .execute();
    return (await tx.of(Lease).findOneBy({ name }))?.holder === this.holder ? until : null;
  }

  private latest(now: number): number {
    return now + SLACK * this.milliseconds;
  }

  private write<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.unitOfWork.run(SYSTEM, (tx) => {
      tx.withoutAudit('a lease is upkeep');
      return work(tx);
    });
  }
}
