import { Injectable } from '@nestjs/common';
import { AN_HOUR, Clock, ReadDatabase, SYSTEM, UnitOfWork } from '../../../platform/index.js';
import { RegisterBinding } from '../../binding/index.js';
import { anyBrokenOff, type BrokenOffSearch, numbersBrokenOff } from '../data/broken-off.js';
import { settleNumbers } from '../data/draw-numbers.js';

/**
 * Voids numbers drawn for a single certificate that was never finished, for example because of a power cut.
 */
@Injectable()
export class VoidBrokenOff {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reads: ReadDatabase,
    private readonly clock: Clock,
    private readonly binding: RegisterBinding,
  ) {}

  async isDue(): Promise<boolean> {
    const search = await this.search();
    return search !== null && anyBrokenOff(this.reads.query, search);
  }

  /** Returns how many. Waiting items of an issue keep their numbers, however long it is stopped. */
  async execute(): Promise<number> {
    const search = await this.search();
    const numbers = search === null ? [] : await numbersBrokenOff(this.reads.query, search);
    const [first] = numbers;
    if (first === undefined) return 0;
    await this.unitOfWork.run(SYSTEM, async (tx) => {
      await settleNumbers(tx, numbers, { state: 'void', reason: 'brokenOff' });
      await tx.audit('numbers.voided', { type: 'certificate', id: first, label: first }, { count: numbers.length });
    });
    return numbers.length;
  }

  /** `null`: nobody knows which issues are under way. */
  private async search(): Promise<BrokenOffSearch | null> {
    const underWay = await this.binding.plansUnderWay(this.reads.query);
    return underWay && { before: this.clock.now() - AN_HOUR, underWay };
  }
}
