import type { Transaction } from '../../../platform/index.js';
import { HolidayNoticeRow } from '../../core/index.js';

/** Locks a year's notice until the transaction ends, which serializes concurrent changes. */
export async function lockNotice(tx: Transaction, year: number): Promise<HolidayNoticeRow | null> {
  const query = tx.of(HolidayNoticeRow).createQueryBuilder('notice').where('notice.year = :year', { year });
  return tx.isPostgres ? query.setLock('pessimistic_write').getOne() : query.getOne();
}
