import { Injectable } from '@nestjs/common';
import { type QueryFunction, RecordsContradict, SYSTEM, UnitOfWork } from '../../../platform/index.js';
import { RegisterBinding, ReportAlteredRecord } from '../../binding/index.js';
import { type IssuanceRow, type ItemRow, waitingIds } from '../data/issuances.js';

/** Whether what is left of an issue is what somebody planned. */
@Injectable()
export class CheckIssuancePlan {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly binding: RegisterBinding,
    private readonly report: ReportAlteredRecord,
  ) {}

  /** Ids of items that match the plan: forged or restored items are not signed. */
  async asPlanned(
    query: QueryFunction,
    { id, bound }: IssuanceRow,
    items: readonly ItemRow[],
  ): Promise<ReadonlySet<string>> {
    return this.binding.plannedAmong(query, {
      kind: 'issuance',
      head: bound,
      items: items.map((item) => item.bound),
      waiting: await waitingIds(query, id),
    });
  }

  /** Call it where no item waits. @throws RecordsContradict if others than this program have settled some */
  async demandOver(issuance: IssuanceRow): Promise<void> {
    const isOpen = await this.unitOfWork.run(SYSTEM, async (tx) => {
      tx.withoutAudit('only reads');
      return this.binding.isPlanUnderWay(tx, issuance.id);
    });
    if (!isOpen) return;
    await this.reportAltered(issuance, 'items of it were settled by something else');
    throw new RecordsContradict(`items of the issue ${issuance.id} were settled by something else`);
  }

  reportAltered({ id, cohortCode }: Pick<IssuanceRow, 'id' | 'cohortCode'>, finding: string): Promise<void> {
    return this.report.execute({ subject: 'issuance', id, label: cohortCode, finding });
  }
}
